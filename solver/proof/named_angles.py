"""A combination of angles with names: `let α = ∡BAI = ∡IAC; then ∡RQI = ∡RAI = α, so …`.

Lines are nodes; an angle between two of them that is known is an edge, whose value is a sum of names and right angles. A fact
whose angles are known but for one makes that one known; where no fact does, an angle of one of them is named. What is known
twice is a relation between the names (α + β + γ = 90° in a triangle with bisectors). So people write what a combination of
many facts comes to, instead of saying how often each fact is to be added.
"""

from __future__ import annotations

from cmath import phase
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd, pi

from solver.proof.chain import Rename
from solver.proof.context import Context, Letters
from solver.proof.words import angle, equation_in_words, paired
from solver.statements.equation import Equation, Quantity

#: Names in one sentence at most; a reader keeps no more in mind.
MOST_NAMES = 4
#: Angles that another one is shown to be the sum of, at most.
MOST_SUMMANDS = 4
#: A multiple of half a turn and less than this, in degrees, is that multiple.
EXACT = 1e-3

_Angle = tuple[Quantity, Quantity]


@dataclass(frozen=True)
class Value:
    """A sum of names and degrees, modulo 180°."""

    names: tuple[tuple[str, int], ...] = ()
    degrees: Fraction = Fraction(0)

    @staticmethod
    def of(names: Mapping[str, int], degrees: Fraction) -> Value:
        return Value(tuple(sorted((n, c) for n, c in names.items() if c)), degrees % 180)

    def plus(self, other: Value, times: int = 1) -> Value:
        names = dict(self.names)
        for n, c in other.names:
            names[n] = names.get(n, 0) + times * c
        return Value.of(names, self.degrees + times * other.degrees)

    def __str__(self) -> str:
        plus = [(n, c) for n, c in self.names if c > 0]
        minus = [(n, -c) for n, c in self.names if c < 0]
        degrees = self.degrees or (Fraction(180) if minus and not plus else Fraction(0))
        first = [_times(n, c) for n, c in plus] if not minus else []
        if minus:
            first = ([f"{degrees}°"] if degrees else []) + [_times(n, c) for n, c in plus]
        elif degrees or not first:
            first.append(f"{degrees}°")
        return " + ".join(first) + "".join(f" − {_times(n, c)}" for n, c in minus)


def _times(name: str, c: int) -> str:
    return name if c == 1 else f"{c}{name}"


@dataclass(frozen=True)
class Fact:
    """An equation of directions with coprime integer coefficients, and the step that says it."""

    equation: Equation
    use: str


@dataclass
class Named:
    """known: names by the line that gave them. lets: `α = ∡BAI = ∡IAC (4)`. then: what follows one after the other. silent: facts that compare two lines only.

    relations: between the names. values: the claim's angles. is_chain: whether they say all of the claim.
    """

    known: dict[int, list[str]] = field(default_factory=dict)
    lets: list[str] = field(default_factory=list)
    then: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    is_chain: bool = False


def with_names(claim: Equation, facts: Sequence[Fact], rename: Rename, context: Context) -> Named | None:
    """The combination told by named angles; None where too many names are needed, or the claim isn't reached."""
    if any(sum(c for _, c in e.terms) for e in (claim, *(f.equation for f in facts))):
        return None
    names = Letters(dict(context.letters.named))
    found = _Chase(rename, context, names).told(claim, facts)
    if found is not None:
        context.letters.named.update(names.named)
    return found


class _Chase:
    """What is known so far. where: by line its component, and its direction over the component's first line."""

    def __init__(self, rename: Rename, context: Context, letters: Letters) -> None:
        self._rename, self._context, self._letters = rename, context, letters
        self._where: dict[Quantity, tuple[int, Value]] = {}
        self._numbers: dict[str, float] = {}
        self._said = Named()
        self._told_angles: list[_Angle] = []

    def told(self, claim: Equation, facts: Sequence[Fact]) -> Named | None:
        for e in (claim, *(f.equation for f in facts)):
            for q, _ in e.terms:
                self._where.setdefault(self._rename(q), (len(self._where), Value()))
        left = sorted(facts, key=lambda f: len(f.equation.terms))
        while left:
            ready = next((f for f in left if self._is_ready(f.equation)), None)
            if ready is not None:
                left.remove(ready)
                self._take(ready)
                continue
            named = next((f for f in left if self._name(f)), None)
            if named is None:
                return None
            left.remove(named)
        return self._said if self._conclude(claim) else None

    # -- what is known ----------------------------------------------------------------------------------------------

    def _open(self, e: Equation) -> dict[int, int]:
        """By component the sum of an equation's coefficients, where it isn't 0."""
        sums: dict[int, int] = {}
        for q, c in e.terms:
            place = self._where[self._rename(q)][0]
            sums[place] = sums.get(place, 0) + int(c)
        return {place: c for place, c in sums.items() if c}

    def _is_ready(self, e: Equation) -> bool:
        left = sorted(self._open(e).values())
        return left in ([], [-1, 1])

    def _rest(self, e: Equation) -> Value:
        """degrees − Σ coefficient · (direction over its component's first line)."""
        value = Value((), -180 * sum((c for _, c in e.constants), Fraction(0)) % 180)
        for q, c in e.terms:
            value = value.plus(self._where[self._rename(q)][1], -int(c))
        return value

    def _known(self, x: Quantity, y: Quantity) -> Value | None:
        (p, v), (q, w) = self._where[self._rename(x)], self._where[self._rename(y)]
        return w.plus(v, -1) if p == q else None

    def _join(self, x: Quantity, y: Quantity, value: Value) -> None:
        """The angle from line x to line y is known."""
        (p, v), (q, w) = self._where[self._rename(x)], self._where[self._rename(y)]
        shift = v.plus(value).plus(w, -1)
        for line, (place, own) in list(self._where.items()):
            if place == q:
                self._where[line] = (p, own.plus(shift))

    def _connect(self, open_: Mapping[int, int], value: Value) -> None:
        """One component over another, where an equation has each once."""
        (up,) = (place for place, c in open_.items() if c == 1)
        (down,) = (place for place, c in open_.items() if c == -1)
        first: dict[int, Quantity] = {}
        for line, (place, own) in self._where.items():
            if own == Value():
                first.setdefault(place, line)
        self._join(first[down], first[up], value)

    def _take(self, fact: Fact) -> None:
        e = fact.equation
        left = self._open(e)
        rest = self._rest(e)
        if not left:
            self._relate(rest)
            self._said.silent.append(self._words(fact))
            return
        both = next((a for a in _matchings(e) if any(self._known(x, y) is not None for x, y in a)), ())
        self._told_angles += both if len(both) == 2 else [(e.terms[0][0], e.terms[1][0])] if len(e.terms) == 2 else []
        old_first = bool(both) and self._known(*both[0]) is not None
        self._connect(left, rest)
        if len(both) < 2:
            (self._said.silent if len(e.terms) == 2 else self._said.then).append(self._words(fact))
            return
        new, old = both[::-1] if old_first else both
        self._said.then.append(self._equal(new, old, fact.use))

    def _equal(self, new: _Angle, old: _Angle, use: str) -> str:
        """`∡RQI = ∡RAI = α (17)`; where the two differ by a right angle the new one has its own value."""
        voice, value = self._context.voice, self._known(*new)
        same = [angle(*old, voice)] if value == self._known(*old) else []
        return self._context.with_refs(" = ".join([angle(*new, voice), *same, str(value)]), [use])

    def _words(self, fact: Fact) -> str:
        return self._context.with_refs(equation_in_words(fact.equation, self._context.voice), [fact.use])

    def _relate(self, rest: Value) -> None:
        """What names add up to; a multiple of it is divided, as the figure shows."""
        if not rest.names:
            return
        whole = gcd(*(c for _, c in rest.names))
        sign = -1 if sum(c for _, c in rest.names) > 0 else 1  # Σ c·name + degrees = 0
        names = {n: -sign * c // whole for n, c in rest.names}
        size = sum(c * self._numbers[n] for n, c in names.items())
        least, step = rest.degrees * Fraction(sign, whole), Fraction(180, whole)
        degrees = (least + step * round((size - least) / float(step))) % 180
        plus = " + ".join(_times(n, c) for n, c in sorted(names.items()) if c > 0)
        minus = "".join(f" + {_times(n, -c)}" for n, c in sorted(names.items()) if c < 0)
        right = f"{degrees % 180 or 180}°" if not minus or degrees % 180 else ""
        words = f"{plus} = {' + '.join(w for w in (minus[3:], right) if w)}"
        if words not in self._said.relations:
            self._said.relations.append(words)

    def _name(self, fact: Fact) -> bool:
        """Names an angle of a fact, which then says the other one."""
        if len(self._numbers) == MOST_NAMES:
            return False
        angles = _as_angles(fact.equation)
        if len(angles) != 2 or any(self._known(x, y) is not None for x, y in angles):
            return False
        if any(not set(x) & set(y) for x, y in angles) and len(fact.equation.terms) > 3:
            angles.sort(key=lambda a: not set(a[0]) & set(a[1]))
        (x, y), (u, v) = angles
        is_wide = 180 * (self._direction(y) - self._direction(x)) % 180 > 90
        if (y, x) in self._letters.named or (is_wide and (x, y) not in self._letters.named):
            x, y, u, v = y, x, v, u
        taken = self._letters.take((x, y), self._context.own)
        if taken is None:
            return False
        name, line = taken
        value = Value(((name, 1),))
        self._numbers[name] = 180 * (self._direction(y) - self._direction(x)) % 180
        self._join(x, y, value)
        rest = self._open(fact.equation)
        if not rest:
            self._relate(self._rest(fact.equation))
        elif sorted(rest.values()) == [-1, 1]:
            self._connect(rest, self._rest(fact.equation))
        else:
            return False
        self._told_angles += [(x, y), (u, v)]
        if line != self._context.own:
            self._said.known.setdefault(line, []).append(name)
            return True
        shown = [name, angle(x, y, self._context.voice)]
        if self._known(u, v) == value or not rest:
            shown.append(angle(u, v, self._context.voice))
        self._said.lets.append(self._context.with_refs(" = ".join(shown), [fact.use]))
        return True

    def _direction(self, q: Quantity) -> float:
        a, b = (self._context.places[p] for p in q)
        return phase(b - a) / pi

    def _conclude(self, claim: Equation) -> bool:
        """The claim's angles with their values; once where both are the same."""
        if self._open(claim):
            return False
        voice = self._context.voice
        for angles in _matchings(claim):
            values = [self._known(*a) for a in angles]
            if None in values:
                continue
            words = [angle(*a, voice) for a in angles]
            told = (*self._said.lets, *self._said.then)
            is_told = [any(t.startswith(f"{w} =") for t in told) for w in words]
            sums = ["" if known else self._sum(*a) for a, known in zip(angles, is_told, strict=True)]
            if len(set(values)) == 1 and len(values) == 2:
                self._said.is_chain = True
                links = [words[0], sums[0], str(values[0]), sums[1], words[1]]
                self._said.values = [" = ".join(filter(None, links))]
            elif len(claim.terms) > 2 or self._said.relations:
                shown = zip(words, sums, values, is_told, strict=True)
                self._said.values = [" = ".join(filter(None, (w, s, str(v)))) for w, s, v, known in shown if not known]
            return bool(self._said.lets or self._said.known)
        return False

    def _sum(self, x: Quantity, y: Quantity) -> str:
        """`∡AFJ + ∡JBA + ∡BAJ`: an angle as a sum of told ones, from line to line; nothing where it is one of them."""
        start, end = self._rename(x), self._rename(y)
        before: dict[Quantity, tuple[Quantity, str] | None] = {start: None}
        for line in (reached := [start]):
            for a, b in self._told_angles:
                for p, q in ((a, b), (b, a)):
                    if self._rename(p) == line and self._rename(q) not in before:
                        before[self._rename(q)] = line, self._summand(p, q)
                        reached.append(self._rename(q))
        summands: list[str] = []
        while (step := before.get(end)) is not None:
            end, words = step
            summands += [words] if words else []
        return " + ".join(reversed(summands)) if end == start and 1 < len(summands) <= MOST_SUMMANDS else ""

    def _summand(self, x: Quantity, y: Quantity) -> str:
        """An angle by its lines; of lines that are parallel nothing, of perpendicular ones that it is right."""
        value = self._known(x, y)
        if value is not None and not value.names and value.degrees in (0, 90):
            return "90°" if value.degrees else ""
        return angle(x, y, self._context.voice)


def _matchings(e: Equation) -> list[tuple[_Angle, ...]]:
    """The ways to read a fact as one angle, or as two that it compares, each from its first line to its second."""
    pairs = [(x, y) for c, x, y in paired(e) for _ in range(abs(int(c)))]
    if len(pairs) == 2:
        (x, y), (u, v) = pairs
        return [((x, y), (v, u)), ((x, v), (y, u))]
    return [tuple(pairs)] if len(pairs) == 1 else []


def _as_angles(e: Equation) -> list[_Angle]:
    """The first of these ways."""
    return list(next(iter(_matchings(e)), ()))
