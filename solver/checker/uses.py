"""Matching a step's premises against the patterns of its rule.

A pattern is an equation; a use matches it if it is that equation up to a non-zero factor, or a predicate that means it.
In DIRECTION, predicates and integer equations are facts modulo 1, so the constant of a pattern counts modulo 1: 0 for "equal"
or "parallel", ½ for "perpendicular". An equation with fractional coefficients is read with its denominators cleared. Where
the use says less than the pattern (twice the pattern, say), the diagram chose the case: the step then needs `branch`.

A pattern may also be matched modulo the step's `lines` and `lengths` (solver.statements.lines and .lengths), and an
equation between two lengths by the same one between their squares or logarithms.

Every use must match something, so that a proof carries no dead weight.

The checks of rules, which do this, register themselves here by their rules' names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from typing import TypeGuard, TypeVar

from solver.checker.conditions import MARGIN, Places, exists, is_triangle, off_whole, value
from solver.checker.figures import cleared
from solver.checker.schema import Step, refuse_unless
from solver.errors import CertificateError
from solver.statements.equation import Equation, Theory, segment
from solver.statements.lengths import Lengths, equal_lengths, squared_ratio
from solver.statements.lines import Lines, collinear_points
from solver.statements.predicates import CIRCLE, CYCLIC, Claim, Predicate, Statement, equations_of, prime_exponents
from solver.statements.theorem import Need

HALF = Fraction(1, 2)
#: A ratio of greater numbers isn't taken apart into primes: a hostile certificate shouldn't cost time.
MOST_TO_FACTOR = 10**9
#: With more directions than this in an equation, counted with multiplicity, floats don't tell whole numbers apart.
HEAVIEST = 10**9

T = TypeVar("T")
Term = tuple[int | Fraction, str, str]
#: Given a step at work, and its points one by one. Raises CertificateError where it doesn't fit the rule; leaves the side
#: conditions in `Uses.needs`.
Check = Callable[..., None]
#: By rule, once the modules that have them are imported: see `solver.checker.rules`.
CHECKS: dict[str, Check] = {}


def checks(*rules: str) -> Callable[[Check], Check]:
    """Register a function as the check of rules of `solver.statements.rules`. Raises ValueError where there is one already."""

    def registered(check: Check) -> Check:
        for rule in rules:
            if CHECKS.setdefault(rule, check) is not check:
                raise ValueError(f"the rule {rule} has two checks")
        return check

    return registered


def equation(theory: Theory, *terms: Term, constant: Fraction | int = 0) -> Equation:
    """From (coefficient, a, b); |aa| = 0 is left out of LENGTH and SQUARE. Raises ValueError for d(aa) or log|aa|."""
    flat = theory in (Theory.LENGTH, Theory.SQUARE)
    quantities = [(segment(a, b), c) for c, a, b in terms if not (flat and a == b)]
    return Equation.of(theory, quantities, {1: constant} if constant else None)


def directions(*terms: Term, constant: Fraction | int = 0) -> Equation:
    return equation(Theory.DIRECTION, *terms, constant=constant)


def logs(*terms: Term) -> Equation:
    return equation(Theory.LOG, *terms)


def squares(*terms: Term) -> Equation:
    return equation(Theory.SQUARE, *terms)


def constant(of: Equation) -> Fraction:
    """The number at the end of a direction equation."""
    return of.constants[0][1] if of.constants else Fraction(0)


def factor(of: Equation, pattern: Equation) -> Fraction | None:
    """f if the terms of an equation are f times those of the pattern, f ≠ 0; None otherwise."""
    if of.theory is not pattern.theory or len(of.terms) != len(pattern.terms) or not of.terms:
        return None
    if of.terms[-1][0] != pattern.terms[-1][0]:
        return None
    f = of.terms[0][1] / pattern.terms[0][1]
    if any(q != r or c != f * d for (q, c), (r, d) in zip(of.terms, pattern.terms, strict=True)):
        return None
    return f


def matches(of: Equation, pattern: Equation) -> Fraction | None:
    """The factor by which an equation is the pattern, its constant included (modulo 1 in DIRECTION, before scaling)."""
    f = factor(of, pattern)
    if f is None:
        return None
    if of.theory is Theory.DIRECTION:
        return f if (constant(of) / f - constant(pattern)).denominator == 1 else None
    return f if of.constants == pattern.scaled(f).constants else None


def single_equation(claim: Claim) -> Equation | None:
    """The one equation that a claim is equivalent to, if there is one."""
    equations = equations_of(claim)
    is_said = len(equations) == 1 and not (isinstance(claim, Statement) and claim.predicate is CYCLIC)
    return equations[0] if is_said else None


def is_divisor(c: Fraction) -> bool:
    """Whether 1/c is a whole number: what holds modulo 1 of c times a pattern then holds of the pattern."""
    return c.numerator in (1, -1)


def means(statement: Statement, pattern: Equation) -> bool:
    """Whether a predicate has the pattern among its consequences, whatever the order of its points."""
    if pattern.theory is Theory.DIRECTION and (line := collinear_points(statement)) is not None:
        whole = all(c.denominator == 1 for _, c in pattern.terms) and not sum(c for _, c in pattern.terms)
        return whole and pattern.points() <= line and constant(pattern).denominator == 1
    if statement.predicate is CYCLIC or (statement.predicate is CIRCLE and pattern.theory is Theory.DIRECTION):
        return arcs(pattern, points_of(statement), center_of(statement)) == {}
    if statement.predicate is CIRCLE:
        equal = equal_lengths(statement) or frozenset()
        return pattern.theory is Theory.LOG and Lengths([equal]).renamed(pattern).is_trivial
    found = (f for e in statement.equations() if (f := matches(e, pattern)) is not None)
    return any(pattern.theory is not Theory.DIRECTION or is_divisor(f) for f in found)


def arcs(of: Equation, on: frozenset[str], o: str | None) -> dict[str, int] | None:
    """What remains of a direction equation, by point, once d(xy) = t(x) + t(y), d(ox) = 2t(x) + ½ are put in.

    Here x, y are on a circle and o is its center. None where the equation is about other points, or its constant doesn't
    fit modulo 1.
    """
    if of.theory is not Theory.DIRECTION or not of.points() <= on | {o}:
        return None
    scale, terms, _ = of.whole
    total: dict[str, int] = {}
    halves = 0
    for (p, q), c in terms:
        halves += c if o in (p, q) else 0
        for x in (q, q) if p == o else (p, p) if q == o else (p, q):
            total[x] = total.get(x, 0) + c
    if (scale * constant(of) + halves * HALF).denominator != 1:
        return None
    return {x: c for x, c in total.items() if c}


def says_ratio(claim: Claim, pattern: Equation) -> bool:
    """Whether a claim says the ratio of two lengths that the pattern says, be it in another theory."""
    ratio = squared_ratio(pattern)
    if ratio is None:
        return False
    found = single_equation(claim)
    if found is not None and squared_ratio(found) == ratio:
        return True
    x, y, r = ratio
    if isinstance(claim, Equation) or max(r.as_integer_ratio()) > MOST_TO_FACTOR:
        return False
    halves = {p: Fraction(-k, 2) for p, k in prime_exponents(r).items()}
    return means(claim, Equation.of(Theory.LOG, [(x, 1), (y, -1)], halves))


class Uses:
    """One step at work: its claims, which of them are matched so far, and what the step turns out to need."""

    def __init__(self, step: Step, claims: Mapping[str, Claim], at: Places) -> None:
        """claims: those that stand before it, by id."""
        self.step = step
        self.claims = [claims[i] for i in step.uses]
        self.at = at
        self.needs: list[Need] = []
        self._matched: set[int] = set()
        self._renamed: dict[Equation, Equation] = {}
        collinear = [(i, collinear_points(claims[i])) for i in step.lines]
        as_long = [(i, equal_lengths(claims[i])) for i in step.lengths]
        self.lines = Lines(
            [self.found(some, f"{i} doesn't say that points are collinear") for i, some in collinear], at
        )
        self.lengths = Lengths([self.found(some, f"{i} doesn't say that lengths are equal") for i, some in as_long])
        for pair in self.lines.joints:
            self.need("distinct", *pair)

    def fail(self, message: str) -> CertificateError:
        return CertificateError(message, self.step.id)

    def refuse_unless(self, is_so: bool, message: str) -> None:
        refuse_unless(is_so, message, self.step.id)

    def found(self, what: T | None, message: str) -> T:
        """What was looked for, which the step needs."""
        if what is None:
            raise self.fail(message)
        return what

    def need(self, kind: str, *points: str) -> None:
        self.needs.append(Need(kind, points))

    def need_apart(self, points: tuple[str, ...], apart: Equation) -> None:
        """The two loci of the step cross: their directions, whose difference is `apart`, aren't equal modulo 1."""
        self.refuse_unless(not apart.is_trivial, "its two loci are the same")
        self._check_exists(apart)
        self.needs.append(Need("transversal", points, apart))

    def equations(self) -> Iterator[tuple[int, Equation]]:
        """Every equation that a use declares, with the number of the use."""
        for i, claim in enumerate(self.claims):
            for e in equations_of(claim):
                yield i, e

    def mark(self, *numbers: int) -> None:
        self._matched.update(numbers)

    def is_said_by(self, e: Equation, pattern: Equation) -> bool:
        """Whether an equation of a use has the terms of the pattern, and is it."""
        return factor(e, pattern) is not None and self.has(pattern)

    def has(self, pattern: Equation) -> bool:
        """Whether a use says the pattern (or it reads 0 = 0), perhaps modulo its lines and lengths; marks it."""
        if not pattern.terms:
            return pattern.is_trivial
        self._check_exists(pattern)
        for i, claim in enumerate(self.claims):
            if self._says(claim, pattern):
                self.mark(i)
                return True
        known = self.lines if pattern.theory is Theory.DIRECTION else self.lengths
        return bool(known) and self._has_renamed(pattern)

    def _check_exists(self, of: Equation) -> None:
        """Points at one place have no line: a predicate may hold of them, but not say anything about its direction."""
        for q, _ in of.terms if of.theory in (Theory.DIRECTION, Theory.LOG) else ():
            if not exists(self.at, q):
                raise self.fail(f"it needs {' '.join(q)}, which doesn't exist: two of these points are at one place")

    def _says(self, claim: Claim, pattern: Equation) -> bool:
        is_said = means(claim, pattern) if isinstance(claim, Statement) else self._fits(claim, claim, claim, pattern)
        return is_said or says_ratio(claim, pattern)

    def renamed(self, e: Equation) -> Equation:
        """An equation with what the step's lines and lengths make one under one name."""
        if e not in self._renamed:
            self._renamed[e] = self.lengths.renamed(self.lines.renamed(e))
        return self._renamed[e]

    def _has_renamed(self, pattern: Equation) -> bool:
        short = self.renamed(pattern)
        if not short.terms:
            return constant(short).denominator == 1 if short.theory is Theory.DIRECTION else short.is_trivial
        for i, claim in enumerate(self.claims):
            if is_circle(claim):
                found = self._circle_says(claim, pattern)
            else:
                found = any(self._fits(claim, e, self.renamed(e), short) for e in equations_of(claim))
            if found:
                self.mark(i)
                self._need_extent(pattern)
                return True
        return False

    def _fits(self, claim: Claim, e: Equation, short: Equation, pattern: Equation) -> bool:
        """Whether an equation that a claim is or means, renamed, is a multiple of a pattern; what is known modulo 1 only says
        less than the pattern if it isn't the pattern itself, and then the diagram chose, if it is an equation."""
        f = matches(short, pattern)
        if f is None or pattern.theory is not Theory.DIRECTION or is_divisor(f * cleared(e)):
            return f is not None
        if isinstance(claim, Equation):
            self.need("branch")
        return isinstance(claim, Equation)

    def _need_extent(self, pattern: Equation) -> None:
        """Segments on known lines that no claim speaks of have a direction."""
        stated = {q for c in self.claims for e in equations_of(c) for q, _ in e.terms}
        for q, _ in pattern.terms:
            if pattern.theory is Theory.DIRECTION and q not in stated and self.lines.holds(q):
                self.need("distinct", *q)

    def _circle_says(self, claim: Statement, pattern: Equation) -> bool:
        """Whether the pattern holds on a circle once its lines are named by chords (or lines through the center)."""
        said = next((e for e in self.lines.variants(pattern, frozenset(claim.points)) if means(claim, e)), None)
        for q, _ in said.terms if said is not None else ():
            if q not in dict(pattern.terms):
                self.need("distinct", *q)
        return said is not None

    def require(self, pattern: Equation) -> None:
        if not self.has(pattern):
            raise self.fail(f"none of its premises says {words(pattern)}")

    def require_line(self, a: str, b: str, c: str) -> None:
        """Two of the lines ab, ac, bc are known to have the same direction."""
        is_said = any(self.has(directions((1, *u), (-1, *v))) for u, v in combinations(((a, b), (a, c), (b, c)), 2))
        self.refuse_unless(is_said, f"none of its premises says that {a}, {b}, {c} are collinear")

    def saying(self, *predicates: Predicate) -> list[Statement]:
        """The uses that say one of these predicates, all marked."""
        found = {i: c for i, c in enumerate(self.claims) if isinstance(c, Statement) and c.predicate in predicates}
        self.mark(*found)
        return list(found.values())

    def one_circle(self) -> tuple[frozenset[str], str | None]:
        """The points of the only cyclic or circle among the uses, and its center if that is named."""
        found = self.saying(CYCLIC, CIRCLE)
        self.refuse_unless(len(found) == 1, "it needs exactly one premise cyclic or circle")
        return points_of(found[0]), center_of(found[0])

    def conclude(self, *patterns: Claim) -> None:
        """The step claims one of the patterns: a predicate, the points on a line or circle in any order; an equation up to a
        factor and modulo its lengths, of directions as in the diagram."""
        if not any(map(self._claims, patterns)):
            raise self.fail(f"it can't claim this but {' or '.join(map(words, patterns))}")

    def _claims(self, pattern: Claim) -> bool:
        if isinstance(pattern, Statement):
            return is_same(self.step.claim, pattern)
        claim, renamed = self.claimed_equation(), self.lengths.renamed
        is_said = self.is_multiple(claim, pattern) or self.is_multiple(renamed(claim), renamed(pattern))
        return bool(pattern.terms) and is_said

    def is_multiple(self, claim: Equation, of: Equation) -> bool:
        """Whether a claim is a pattern times a factor; of directions, the pattern with the integer that the diagram gives."""
        f = matches(claim, of)
        if f is None or of.theory is not Theory.DIRECTION or isinstance(self.step.claim, Statement):
            return f is not None  # a predicate holds modulo 1
        return constant(claim) == f * (constant(of) - round(value(of, self.at)))

    def restates(self, said: Claim, claim: Equation) -> bool:
        """Whether an equation is one that a claim is or means, or the same ratio of two lengths in another theory.

        Where it is a fraction of what holds modulo 1, the diagram chose.
        """
        if not claim.terms:
            return False
        lead = claim.scaled(1 / abs(claim.terms[0][1]))
        if says_ratio(said, claim) or (isinstance(said, Statement) and means(said, lead)):
            return True
        same = next((e for e in equations_of(said) if factor(claim, e) is not None), None)
        if same is None or not self.is_multiple(claim, same):
            return False
        part = cleared(claim) * claim.terms[0][1] / same.terms[0][1]
        if claim.theory is Theory.DIRECTION and part.denominator != 1:
            self.need("branch")
        return True

    def cases(self, *equations: Equation) -> list[Equation]:
        """Those of the direction equations that hold modulo 1 in the diagram; one of them does.

        Where one reads 0 = 0 (an angle's sine is its own, a chord as long as itself), nothing is known of the others.
        """
        is_trivial = any(e.is_trivial for e in equations)
        self.refuse_unless(not is_trivial, "what it compares is the same: that leaves no cases")
        off = [off_whole(value(e, self.at)) for e in equations]
        return [e for e, d in zip(equations, off, strict=True) if d < min(off) + MARGIN]

    def is_lifted(self, of: Equation) -> bool:
        """Whether an equation that holds modulo 1, its denominators cleared, is the one that holds in real numbers."""
        if of.theory is not Theory.DIRECTION:
            return True
        scale = cleared(of)
        weight = scale * sum(abs(c) for c in (*(c for _, c in of.terms), constant(of)))
        return weight <= HEAVIEST and round(scale * value(of, self.at)) == 0

    def claimed_equation(self) -> Equation:
        return self.found(single_equation(self.step.claim), "it claims something that isn't one equation")

    @property
    def spare(self) -> tuple[str, ...]:
        return tuple(name for i, name in enumerate(self.step.uses) if i not in self._matched)

    def finish(self) -> tuple[Need, ...]:
        """The step's needs, once all of its uses have been matched."""
        for spare in self.spare:
            raise self.fail(f"it uses {spare} for nothing")
        claim = self.step.claim
        if isinstance(claim, Equation):
            for q, _ in claim.terms:
                if not exists(self.at, q):
                    raise self.fail(f"it claims something of {' '.join(q)}, which doesn't exist in its diagram")
            if not self.is_lifted(claim):
                raise self.fail("its directions, as they are in the diagram, don't add up to the constant of its claim")
        return tuple(dict.fromkeys(self.needs))

    def middle(self, a: str, b: str, c: str) -> tuple[str, str, str]:
        """Three collinear points in the order of the diagram."""
        inner = max((a, b, c), key=lambda p: -sum(abs(self.at[p] - self.at[q]) for q in (a, b, c)))
        first, last = (p for p in (a, b, c) if p != inner)
        return first, inner, last

    def spread_triple(self, points: frozenset[str]) -> tuple[str, str, str] | None:
        """Three of the points that form a proper triangle in the diagram, if there are such."""
        return next((t for t in combinations(sorted(points), 3) if is_triangle(self.at, *t)), None)

    def lifted(self, claim: Claim) -> Equation | None:
        """The only equation of a claim, as one between real numbers: the diagram gives a predicate its integer."""
        if isinstance(claim, Equation):
            return claim
        equations = claim.equations()
        if len(equations) != 1:
            return None
        found = equations[0]
        self._check_exists(found)
        if found.theory is not Theory.DIRECTION:
            return found
        return Equation.of(Theory.DIRECTION, found.terms, {1: constant(found) - round(value(found, self.at))})


def is_circle(claim: Claim) -> TypeGuard[Statement]:
    """Whether it says that points are on a circle."""
    return isinstance(claim, Statement) and claim.predicate in (CYCLIC, CIRCLE)


def points_of(circle: Statement) -> frozenset[str]:
    """The points on a circle: all of `cyclic`, all but the center of `circle`."""
    return frozenset(circle.points[1:] if circle.predicate is CIRCLE else circle.points)


def center_of(circle: Statement) -> str | None:
    return circle.points[0] if circle.predicate is CIRCLE else None


def is_same(claim: Claim, said: Statement) -> bool:
    """Whether a claim says that, be it with the points on a line or circle in another order."""
    if not isinstance(claim, Statement) or claim.predicate is not said.predicate:
        return False
    return center_of(claim) == center_of(said) and points_of(claim) == points_of(said)


def words(pattern: Claim) -> str:
    """A pattern for people: `d(ab) - d(cd) = 0`."""
    if isinstance(pattern, Statement):
        return str(pattern)
    letter = {Theory.DIRECTION: "d", Theory.LOG: "log", Theory.LENGTH: "length", Theory.SQUARE: "square"}
    size = {c: "" if abs(c) == 1 else f"{abs(c)}·" for _, c in pattern.terms}
    parts = [f"{'-' if c < 0 else '+'} {size[c]}{letter[pattern.theory]}({' '.join(q)})" for q, c in pattern.terms]
    parts += [f"+ {c}" if b == 1 else f"+ {c}·{b}" for b, c in pattern.constants]
    return " ".join(parts).removeprefix("+ ") + " = 0"
