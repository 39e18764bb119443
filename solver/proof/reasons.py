"""Why a step follows, in words: one phrase for each rule of docs/certificate.md.

A theorem's phrase says what it needs in the form in which the theorem asks for it (the two equal angles of similar
triangles, say) and where that was shown; a combination is a chain, or the list of the facts that it adds up.
"""

from __future__ import annotations

from cmath import phase
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from math import lcm, pi

from solver.proof.angles import theorems_on_circle
from solver.proof.chain import chain
from solver.proof.phrases.phrases import Voice
from solver.proof.signs import bound_in_words
from solver.proof.steps import Step
from solver.proof.words import angle, claim_in_words, equation_in_words, isosceles, primitive, sides_in_words
from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.lengths import Lengths, equal_lengths
from solver.statements.lines import Lines, collinear_points
from solver.statements.predicates import CIRCLE, CYCLIC, SIMTRIR, Statement


@dataclass(frozen=True)
class Context:
    """The proof that a step stands in.

    numbers: of its steps in print; several premises may be printed as one, and a step that only restates others as these.
    congruent: the steps that say that triangles are congruent, though their claims say similar.
    """

    steps: Mapping[str, Step]
    numbers: Mapping[str, tuple[int, ...]]
    voice: Voice
    places: Mapping[str, complex]
    congruent: frozenset[str] = frozenset()

    def refs(self, ids: Iterable[str]) -> str:
        """`(3, 7)`."""
        return f"({numbered({n for i in ids for n in self.numbers[i]})})"

    def claimed(self, step: Step) -> str:
        """What a step says, in words."""
        if step.rule == "similar_aa" and (apex := isosceles(step.claim)) is not None:
            return _equal_sides(step, apex, self.voice)
        words = claim_in_words(step.claim, self.voice)
        return words.translate(_CONGRUENT) if step.id in self.congruent else words

    def said(self, use: str) -> str:
        """`AB = CD (3)`."""
        return f"{self.claimed(self.steps[use])} {self.refs([use])}"


def numbered(numbers: Iterable[int]) -> str:
    """`1–4, 7`: from three in a row on, only the first and the last."""
    rows: list[list[int]] = []
    for n in sorted(numbers):
        if rows and n == rows[-1][-1] + 1:
            rows[-1].append(n)
        else:
            rows.append([n])
    return ", ".join(f"{r[0]}–{r[-1]}" if len(r) > 2 else ", ".join(map(str, r)) for r in rows)


_CONGRUENT = str.maketrans({"∼": "≅", "∽": "≌"})


def sentence(step: Step, context: Context) -> str:
    """The claim and why it follows; a chain that begins and ends as the claim does is both at once."""
    voice = context.voice
    claim = context.claimed(step)
    if (diameter := _diameter(step, context)) is not None:
        return voice.phrases.semicircle.format(claim=claim, said=diameter) + voice.phrases.stop
    if step.rule == "linear":
        said = _combination(step, claim, context)
    elif step.theorem is not None:
        how = voice.theorem(step.theorem.name, step.theorem.chinese)
        said = voice.because(claim, *_cited(step, how, context))
    elif (apex := isosceles(step.claim)) is not None:
        said = _of_isosceles(step, apex, claim, context)
    elif (midpoint := _halved_segment(step, context)) is not None:
        return voice.phrases.midpoint.format(claim=claim, said=midpoint) + voice.phrases.stop
    else:
        make = THEOREMS.get(step.rule, _by_name)
        said = voice.because(claim, *make(step, context))
    says_lengths = step.rule in SAY_LENGTHS and (bool(step.uses) or step.rule != "meaning")
    granted = [
        words for words in (_on_lines(step, context), "" if says_lengths else _of_lengths(step, context)) if words
    ]
    if granted:
        said = voice.phrases.granted.format(sentence=said, granted=voice.enumerated(granted))
    return f"{said}{voice.phrases.stop}"


def _points(step: Step) -> tuple[str, ...]:
    return step.claim.points if isinstance(step.claim, Statement) else ()


def _of_isosceles(step: Step, apex: str, claim: str, context: Context) -> str:
    """Equal sides have equal angles opposite to them, or the other way round."""
    voice = context.voice
    triangle = voice.joined((apex, *sorted(set(_points(step)) - {apex})))
    if step.rule == "similar_aa":
        angles = claim_in_words(step.claim, voice)
        return voice.phrases.equal_sides.format(
            claim=claim, triangle=triangle, said=_with_refs(angles, step.uses, context)
        )
    sides = _with_refs(_equal_sides(step, apex, voice), (*step.uses, *step.lengths), context)
    return voice.phrases.base_angles.format(claim=claim, triangle=triangle, said=sides)


def _equal_sides(step: Step, apex: str, voice: Voice) -> str:
    return " = ".join(voice.joined((apex, p)) for p in sorted(set(_points(step)) - {apex}))


def _cited(step: Step, how: str, context: Context) -> tuple[str, str]:
    """A few facts are said again; of many that a theorem takes only the numbers."""
    if len(step.uses) <= MOST_SAID:
        return how, _all_said(step, context)
    return f"{how} {context.refs(step.uses)}", ""


def _on_lines(step: Step, context: Context) -> str:
    """`A, B, M (2) and C, D, N (5) are collinear`."""
    if not step.lines:
        return ""
    voice = context.voice
    points = [sorted(collinear_points(context.steps[i].claim) or ()) for i in step.lines]
    sets = [f"{voice.listed(p)} {context.refs([i])}" for p, i in zip(points, step.lines, strict=True)]
    template = voice.phrases.collinear if len(sets) == 1 else voice.phrases.each_collinear
    return template.format(sets=voice.enumerated(sets))


def _of_lengths(step: Step, context: Context) -> str:
    """`OA = OB = OC (3, 4) and DE = FG (5)`: what the step takes as equally long, together where it hangs together."""
    sets: list[tuple[dict[Quantity, None], list[str]]] = []
    for i in step.lengths:
        segments, ids = dict.fromkeys(sorted(equal_lengths(context.steps[i].claim) or ())), [i]
        for other in [some for some in sets if not some[0].keys().isdisjoint(segments)]:
            sets.remove(other)
            segments, ids = other[0] | segments, other[1] + ids
        sets.append((segments, ids))
    said = [f"{_equal(segments, context)} {context.refs(ids)}" for segments, ids in sets]
    return context.voice.enumerated(said)


def _equal(segments: Iterable[Quantity], context: Context) -> str:
    """`OA = OB = OC`, an end that all have in common first."""
    ends = [set(q) for q in segments]
    common = set.intersection(*ends)
    names = [sorted(q, key=lambda p: (p not in common, p)) for q in ends]
    return " = ".join(context.voice.joined(q) for q in names)


def _all_said(step: Step, context: Context) -> str:
    return context.voice.enumerated([context.said(u) for u in step.uses])


# -- combinations ---------------------------------------------------------------------------------------------------


def _combination(step: Step, claim: str, context: Context) -> str:
    links = _links(step, context)
    if links is None:
        return _sum(step, claim, context)
    shown = " = ".join([links[0][0], *(f"{words} {context.refs(uses)}" for words, uses in links[1:])])
    if claim == f"{links[0][0]} = {links[-1][0]}":
        return shown
    phrases = context.voice.phrases
    return (phrases.halved if _is_turned(step) else phrases.chained).format(claim=claim, chain=shown)


def _is_turned(step: Step) -> bool:
    """Whether the double of what is claimed doesn't say it: that two lines are at right angles, say, rather than parallel."""
    claim = _equation(step.claim)
    whole = lcm(*((c * _scale(claim)).denominator for c in step.coefficients))
    fraction = any((c * _scale(claim)).denominator != 1 for _, c in claim.constants)
    return claim.theory is Theory.DIRECTION and whole > 1 and fraction


def _links(step: Step, context: Context) -> list[tuple[str, tuple[str, ...]]] | None:
    """The expressions of a chain with the uses that lead to them, if the combination is one."""
    claim = _equation(step.claim)
    facts = _facts(step, context)
    if _are_between_lines(claim, facts):
        return None  # better listed
    scale = _scale(claim)
    whole = lcm(*((f.factor * scale).denominator for f in facts))
    weighted = [(f.factor * scale * whole, f.equation) for f in facts]
    links = chain(claim.scaled(scale * whole), weighted, _renaming(step, claim.theory, context), context.voice)
    return None if links is None else [(words, tuple(facts[i].use for i in some)) for words, some in links]


def _are_between_lines(claim: Equation, facts: Sequence[_Fact]) -> bool:
    """Whether only two lines at a time are compared, as parallel or perpendicular, say."""
    return claim.theory is Theory.DIRECTION and all(len(e.terms) == 2 for e in (claim, *(f.equation for f in facts)))


@dataclass(frozen=True)
class _Fact:
    """factor · equation is a summand of a combination; the equation's terms have coprime integer coefficients."""

    factor: Fraction
    equation: Equation
    use: str


def _facts(step: Step, context: Context) -> list[_Fact]:
    """The summands; what a circle says is taken apart into theorems on it."""
    forms = step.forms or (None,) * len(step.uses)
    facts: list[_Fact] = []
    for use, c, form in zip(step.uses, step.coefficients, forms, strict=True):
        said = context.steps[use].claim
        e = form or _equation(said)
        scale = _scale(e)
        parts = [e.scaled(scale)]
        if form and isinstance(said, Statement) and said.predicate in (CYCLIC, CIRCLE) and e.theory is Theory.DIRECTION:
            parts = theorems_on_circle(parts[0], said.points[0] if said.predicate is CIRCLE else None)
        facts += [_Fact(c / scale, part, use) for part in parts]
    return [_halved(fact, step, context) for fact in facts] if len(facts) > 1 else facts


def _halved(fact: _Fact, step: Step, context: Context) -> _Fact:
    """`OM ⟂ BC` for `∡OMB = ∡CMO`, where M is on BC: equal angles beside each other are right, or the lines are one."""
    e = fact.equation
    if e.theory is not Theory.DIRECTION or len(e.terms) < 3:
        return fact
    rename = _renaming(step, e.theory, context)
    total: dict[Quantity, Fraction] = {}
    for q, c in e.terms:
        total[rename(q)] = total.get(rename(q), Fraction(0)) + c
    left = {q: c for q, c in total.items() if c}
    if sorted(left.values()) != [-2, 2]:
        return fact
    (x,), (y,) = ([q for q, c in left.items() if c * sign > 0] for sign in (1, -1))
    turn = round(2 * (_direction(x, context) - _direction(y, context))) % 2
    halved = Equation.of(Theory.DIRECTION, [(x, 1), (y, -1)], {1: Fraction(-turn, 2)})
    return _Fact(2 * fact.factor, halved, fact.use)


def _direction(q: Quantity, context: Context) -> float:
    """In units of π."""
    a, b = (context.places[p] for p in q)
    return phase(b - a) / pi


def _renaming(step: Step, theory: Theory, context: Context) -> Callable[[Quantity], Quantity]:
    """One name for what the step's lines or lengths make one."""
    if theory is Theory.DIRECTION:
        sets = [points for i in step.lines if (points := collinear_points(context.steps[i].claim)) is not None]
        return Lines(sets, context.places).name
    return Lengths([s for i in step.lengths if (s := equal_lengths(context.steps[i].claim)) is not None]).name


def _scale(e: Equation) -> Fraction:
    """What makes the terms' coefficients coprime integers."""
    return primitive(e).terms[0][1] / e.terms[0][1]


def _equation(claim: Equation | Statement) -> Equation:
    return claim if isinstance(claim, Equation) else claim.equations()[0]


def _fact(fact: _Fact, context: Context) -> str:
    return f"{equation_in_words(fact.equation, context.voice)} {context.refs([fact.use])}"


def _only_fact(fact: _Fact, step: Step, context: Context) -> str:
    """The fact, or its source where the fact reads like the claim."""
    words = equation_in_words(fact.equation, context.voice)
    return context.said(fact.use) if words == claim_in_words(step.claim, context.voice) else _fact(fact, context)


def _sum(step: Step, claim_words: str, context: Context) -> str:
    """The facts turned so that they are to be added (lengths: multiplied), and how often each."""
    voice, phrases = context.voice, context.voice.phrases
    claim = _equation(step.claim)
    facts = [replace(f, factor=f.factor * _scale(claim)) for f in _facts(step, context)]
    if len(facts) == 1:
        return voice.because(claim_words, "", _only_fact(facts[0], step, context))
    if _are_between_lines(claim, facts):
        return voice.because(claim_words, "", voice.enumerated([_fact(f, context) for f in facts]))
    whole = lcm(*(f.factor.denominator for f in facts))
    words = []
    for fact in facts:
        times = abs(fact.factor * whole)
        if claim.theory is Theory.DIRECTION:
            said = equation_in_words(fact.equation, voice)
        else:
            turned = fact.equation if fact.factor > 0 else fact.equation.scaled(-1)
            said = " = ".join(sides_in_words(turned, voice))
        one = f"{said} {context.refs([fact.use])}"
        words.append(
            one if times == 1 else (phrases.twice if times == 2 else phrases.times).format(fact=one, times=times)
        )
    is_product = claim.theory is Theory.LOG
    few, many = (phrases.root, phrases.roots) if is_product else (phrases.halves, phrases.parts)
    part = "" if whole == 1 else (few if whole == 2 else many).format(whole=whole)
    template = phrases.product if is_product else phrases.sum
    return template.format(claim=claim_words, facts=voice.enumerated(words), part=part)


# -- theorems -------------------------------------------------------------------------------------------------------

_Triple = tuple[str, str, str]
#: How a claim follows, and from what.
_Because = tuple[str, str]


def _equal_angles(step: Step, context: Context, v: _Triple, w: _Triple) -> str:
    """`∡BAC = ∡YXZ` at v[1] and w[1], the second turned round where the triangles are oppositely oriented."""
    opposite = isinstance(step.claim, Statement) and step.claim.predicate is SIMTRIR
    a, b = ((v[1], v[0]), (v[1], v[2])), ((w[1], w[0]), (w[1], w[2]))
    return f"{angle(*a, context.voice)} = {angle(*(b[::-1] if opposite else b), context.voice)}"


def _similar_aa(step: Step, context: Context) -> _Because:
    a, b, c, x, y, z = step.points
    first = _equal_angles(step, context, (b, a, c), (y, x, z))
    second = _equal_angles(step, context, (a, b, c), (x, y, z))
    return "", f"{context.voice.enumerated([first, second])} {_refs(step, context)}".rstrip()


def _similar_sas(step: Step, context: Context) -> _Because:
    a, b, c, x, y, z = step.points
    angles = _equal_angles(step, context, (b, a, c), (y, x, z))
    return _angle_and_ratio(step, context, angles, ((1, a, b), (-1, a, c), (-1, x, y), (1, x, z)))


def _similar_ssa(step: Step, context: Context) -> _Because:
    a, b, c, x, y, z = step.points
    equal = _equal_angles(step, context, (b, a, c), (y, x, z))
    angles = context.voice.phrases.longer_sides.format(angles=equal)
    return _angle_and_ratio(step, context, angles, ((1, a, b), (-1, b, c), (-1, x, y), (1, y, z)))


def _angle_and_ratio(step: Step, context: Context, angles: str, terms: Sequence[tuple[int, str, str]]) -> _Because:
    e = Equation.of(Theory.LOG, [(segment(p, q), c) for c, p, q in terms])
    ratio = equation_in_words(e, context.voice) if e.terms else ""
    lengths = Lengths([s for i in step.lengths if (s := equal_lengths(context.steps[i].claim)) is not None])
    if ratio and not lengths.renamed(e).terms:
        both = [_with_refs(angles, step.uses, context), _with_refs(ratio, step.lengths, context)]
        return "", context.voice.enumerated(both)
    words = [_with_refs(context.voice.enumerated([angles, ratio]) if ratio else angles, step.uses, context)]
    words += [_of_lengths(step, context)] if step.lengths else []
    return "", context.voice.enumerated(words)


def _similar_sss(step: Step, context: Context) -> _Because:
    a, b, c, x, y, z = step.points
    pairs = [(segment(*p), segment(*q)) for p, q in (((a, b), (x, y)), ((a, c), (x, z)), ((b, c), (y, z)))]
    voice = context.voice
    lengths = Lengths([s for i in step.lengths if (s := equal_lengths(context.steps[i].claim)) is not None])
    if any(lengths.name(p) == lengths.name(q) for p, q in pairs):  # then the other sides are equal, too
        others = dict.fromkeys(tuple(sorted(pair)) for pair in pairs if pair[0] != pair[1])
        sides = voice.enumerated([f"{voice.joined(p)} = {voice.joined(q)}" for p, q in others])
    else:
        sides = " = ".join(f"{voice.joined(p)} : {voice.joined(q)}" for p, q in pairs)
    return "", _with_refs(sides, (*step.uses, *step.lengths), context)


def _with_refs(words: str, ids: Sequence[str], context: Context) -> str:
    return f"{words} {context.refs(ids)}" if ids else words


def _refs(step: Step, context: Context) -> str:
    """The numbers of what the step uses and of the lengths that it equates."""
    return context.refs((*step.uses, *step.lengths)) if step.uses or step.lengths else ""


def _concyclic_angle(step: Step, context: Context) -> _Because:
    if len(step.uses) == 1 and not step.lines and isinstance(context.steps[step.uses[0]].claim, Equation):
        return "", context.said(step.uses[0])  # whichever pair of the four angles it compares
    a, b, c, d = step.points
    voice = context.voice
    return "", f"{angle((c, a), (c, b), voice)} = {angle((d, a), (d, b), voice)} {_refs(step, context)}".rstrip()


def _concyclic_radii(step: Step, context: Context) -> _Because:
    o, *on = step.points
    return "", f"{' = '.join(context.voice.joined((o, p)) for p in on)} {_refs(step, context)}"


def _sine_law(step: Step, context: Context) -> _Because:
    """`by the law of sines in △ABC, where sin∠BAC = sin∠UVW (3)`."""
    a, b, c, *others = step.points
    voice = context.voice
    pairs = [((b, a, c), tuple(others[:3])), ((a, b, c), tuple(others[3:]))]
    same = [f"sin∠{voice.joined(v)} = sin∠{voice.joined(w)}" for v, w in pairs if w not in (v, v[::-1])]
    how = voice.phrases.hows[step.rule].format(triangle=voice.joined((a, b, c)))
    if same:
        where = voice.phrases.sines_where.format(same=_with_refs(voice.enumerated(same), step.uses, context))
        how = f"{how}{voice.phrases.comma}{where}"
    return how, ""


def _center(step: Step, context: Context) -> _Because:
    """The midpoint of the hypotenuse, where that is what it is."""
    at, (o, *on) = context.places, _points(step)
    for a, b in combinations(on, 2):
        if abs(at[a] + at[b] - 2 * at[o]) < SAME_PLACE * abs(at[a] - at[b]):
            third = next(p for p in on if p not in (a, b))
            triangle = context.voice.joined((a, third, b))
            return context.voice.phrases.hypotenuse.format(triangle=triangle), _all_said(step, context)
    return _by_name(step, context)


def _diameter(step: Step, context: Context) -> str | None:
    """`AB is a diameter (1, 2)` for a right angle over it."""
    if step.rule != "linear" or len(step.uses) != 1 or len(step.lines) != 1:
        return None
    circle, e = context.steps[step.uses[0]].claim, _equation(step.claim)
    on_line = set(collinear_points(context.steps[step.lines[0]].claim) or ())
    if not isinstance(circle, Statement) or circle.predicate is not CIRCLE or e.theory is not Theory.DIRECTION:
        return None
    ends = on_line & set(circle.points[1:])
    arms = [set(q) for q, _ in e.terms]
    if len(arms) != 2 or circle.points[0] not in on_line or len(arms[0] & arms[1]) != 1 or arms[0] ^ arms[1] != ends:
        return None
    diameter = context.voice.joined(sorted(ends))
    return f"{context.voice.phrases.diameter.format(ends=diameter)} {context.refs((*step.uses, *step.lines))}"


def _halved_segment(step: Step, context: Context) -> str | None:
    """`M is the midpoint of BC (2)` for `BC = 2·MC`, where the statement says it so."""
    if step.rule != "between" or len(step.lines) != 1 or not step.lengths or step.uses:
        return None
    m, *ends = _middle_first(step)
    known = {p for i in (*step.lines, *step.lengths) for n in context.numbers[i] for p in [n]}
    if not m or len(known) > 2:
        return None
    voice = context.voice
    said = voice.filled(voice.phrases.statements["midp"], (m, *sorted(ends)))
    return f"{said} {context.refs((*step.lines, *step.lengths))}"


def _middle_first(step: Step) -> tuple[str, ...]:
    """The point of `AB = 2·AM` that is on no segment's end, and A and B; nothing for other claims."""
    e = _equation(step.claim)
    if e.theory is not Theory.LENGTH or len(e.terms) != 2:
        return ("",)
    (p, c), (q, d) = sorted(e.terms, key=lambda term: abs(term[1]))
    middle = set(q) - set(p)
    return (*middle, *p) if d == -2 * c and len(middle) == 1 else ("",)


def _by_name(step: Step, context: Context) -> _Because:
    """The theorem by its name, if it has one, and everything that it takes."""
    if not step.rests_on:
        return context.voice.phrases.plain, ""
    how = context.voice.phrases.hows.get(step.rule, "")
    if step.rule in REFERRED:
        return f"{how} {_refs(step, context)}".rstrip(), ""
    return how, _all_said(step, context)


#: Facts that are said again at most where a theorem with a name is cited.
MOST_SAID = 3


def _bound(step: Step, context: Context) -> _Because:
    assert step.bound is not None
    said = [context.said(u) for u in step.uses]
    return bound_in_words(
        step.bound, {u: context.steps[u].claim for u in step.uses}, context.voice.phrases
    ), context.voice.enumerated(said)


#: Points nearer to each other than this, over a segment of the figure, are one.
SAME_PLACE = 1e-7
#: Rules of which it is enough to say where their facts stand.
REFERRED = ("identity", "concyclic_merge")
#: Rules whose phrase says itself which lengths are equal.
SAY_LENGTHS = ("similar_sas", "similar_sss", "similar_ssa", "concyclic_radii", "meaning", "transfer")

#: What a step rests on in words, where it isn't just all that it uses.
THEOREMS: Mapping[str, Callable[[Step, Context], _Because]] = {
    "bound": _bound,
    "similar_aa": _similar_aa,
    "similar_sas": _similar_sas,
    "similar_sss": _similar_sss,
    "similar_ssa": _similar_ssa,
    "concyclic_angle": _concyclic_angle,
    "concyclic_radii": _concyclic_radii,
    "sine_law": _sine_law,
    "centre": _center,
}
