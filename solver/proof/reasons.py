"""Why a step follows, in words: one phrase for each rule of docs/certificate.md.

A theorem's phrase says what it needs in the form in which the theorem asks for it (the two equal angles of similar
triangles, say) and where that was shown; a combination is a chain, or the list of the facts that it adds up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from solver.proof.angles import theorems_on_circle
from solver.proof.chain import chain
from solver.proof.steps import Step
from solver.proof.words import angle, claim_in_words, enumerated, equation_in_words, primitive, sides_in_words
from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.lengths import Lengths, equal_lengths
from solver.statements.lines import Lines, collinear_points
from solver.statements.names import Names
from solver.statements.predicates import CIRCLE, CYCLIC, SIMTRIR, Statement


@dataclass(frozen=True)
class Context:
    """The proof that a step stands in. numbers: of its steps in print (several premises may be printed as one)."""

    steps: Mapping[str, Step]
    numbers: Mapping[str, int]
    names: Names
    places: Mapping[str, complex]

    def refs(self, ids: Sequence[str]) -> str:
        """`(3, 7)`."""
        return f"({', '.join(map(str, sorted({self.numbers[i] for i in ids})))})"

    def said(self, use: str) -> str:
        """`AB = CD (3)`."""
        words = claim_in_words(self.steps[use].claim, self.names)
        return f"{words.removesuffix(' (oppositely oriented)')} {self.refs([use])}"


def sentence(step: Step, context: Context) -> str:
    """The claim and why it follows; a chain that begins and ends as the claim does is both at once."""
    claim = claim_in_words(step.claim, context.names)
    links = _links(step, context) if step.rule == "linear" else None
    if links is None:
        said = f"{claim}, {_sum(step, context) if step.rule == 'linear' else _of_theorem(step, context)}"
    else:
        shown = " = ".join([links[0][0], *(f"{words} {context.refs([use])}" for words, use in links[1:])])
        said = shown if claim == f"{links[0][0]} = {links[-1][0]}" else f"{claim}, since {shown}"
    lengths = "" if step.rule in SAY_LENGTHS else _of_lengths(step, context)
    granted = [words for words in (_on_lines(step, context), lengths) if words]
    return f"{said}, as {' and '.join(granted)}." if granted else f"{said}."


def _of_theorem(step: Step, context: Context) -> str:
    if step.theorem is not None:
        said = _all_said(step, context)
        return f"by {step.theorem.name} for {context.names.listed(step.points)}{f', since {said}' if said else ''}"
    if step.rule == "meaning" and not step.uses:
        return "plainly"
    make = THEOREMS.get(step.rule)
    return make(step, context) if make else f"by {step.rule}: {_all_said(step, context)}"


def _on_lines(step: Step, context: Context) -> str:
    """`A, B, M (2) and C, D, N (5) are collinear`."""
    if not step.lines:
        return ""
    points = [sorted(collinear_points(context.steps[i].claim) or ()) for i in step.lines]
    sets = [f"{context.names.listed(p)} {context.refs([i])}" for p, i in zip(points, step.lines, strict=True)]
    return f"{enumerated(sets)} are collinear"


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
    return enumerated(said)


def _equal(segments: Iterable[Quantity], context: Context) -> str:
    """`OA = OB = OC`, an end that all have in common first."""
    ends = [set(q) for q in segments]
    common = set.intersection(*ends)
    names = [sorted(q, key=lambda p: (p not in common, p)) for q in ends]
    return " = ".join(context.names.joined(q) for q in names)


def _all_said(step: Step, context: Context) -> str:
    return enumerated([context.said(u) for u in step.uses])


# -- combinations ---------------------------------------------------------------------------------------------------


def _links(step: Step, context: Context) -> list[tuple[str, str]] | None:
    """The expressions of a chain with the uses that lead to them, if the combination is one."""
    claim = _equation(step.claim)
    facts = _facts(step, context)
    if _are_between_lines(claim, facts):
        return None  # better listed
    scale = _scale(claim)
    weighted = [(f.factor * scale, f.equation) for f in facts]
    links = chain(claim.scaled(scale), weighted, _renaming(step, claim.theory, context), context.names)
    return None if links is None else [(words, facts[i].use if i >= 0 else "") for words, i in links]


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
    return facts


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
    return f"{equation_in_words(fact.equation, context.names)} {context.refs([fact.use])}"


def _only_fact(fact: _Fact, step: Step, context: Context) -> str:
    """The fact, or its source where the fact reads like the claim."""
    words = equation_in_words(fact.equation, context.names)
    return context.said(fact.use) if words == claim_in_words(step.claim, context.names) else _fact(fact, context)


def _sum(step: Step, context: Context) -> str:
    """The facts turned so that they are to be added (lengths: multiplied), and how often each."""
    claim = _equation(step.claim)
    facts = [replace(f, factor=f.factor * _scale(claim)) for f in _facts(step, context)]
    if len(facts) == 1:
        return f"since {_only_fact(facts[0], step, context)}"
    if _are_between_lines(claim, facts):
        return f"since {enumerated([_fact(f, context) for f in facts])}"
    whole = lcm(*(f.factor.denominator for f in facts))
    words = []
    for fact in facts:
        times = abs(fact.factor * whole)
        often = "" if times == 1 else "twice " if times == 2 else f"{times} times "
        if claim.theory is Theory.DIRECTION:
            said = equation_in_words(fact.equation, context.names)
        else:
            turned = fact.equation if fact.factor > 0 else fact.equation.scaled(-1)
            said = " = ".join(sides_in_words(turned, context.names))
        words.append(f"{often}{said} {context.refs([fact.use])}")
    if claim.theory is Theory.LOG:
        root = "" if whole == 1 else ", and the square root" if whole == 2 else f", and the root of degree {whole}"
        return f"by multiplying {enumerated(words)}{root}"
    part = "" if whole == 1 else ", and halving" if whole == 2 else f", and dividing by {whole}"
    return f"by adding up {enumerated(words)}{part}"


# -- theorems -------------------------------------------------------------------------------------------------------

_Triple = tuple[str, str, str]


def _equal_angles(step: Step, context: Context, v: _Triple, w: _Triple) -> str:
    """`∡BAC = ∡YXZ` at v[1] and w[1], the second turned round where the triangles are oppositely oriented."""
    opposite = isinstance(step.claim, Statement) and step.claim.predicate is SIMTRIR
    a, b = ((v[1], v[0]), (v[1], v[2])), ((w[1], w[0]), (w[1], w[2]))
    return f"{angle(*a, context.names)} = {angle(*(b[::-1] if opposite else b), context.names)}"


def _similar_aa(step: Step, context: Context) -> str:
    a, b, c, x, y, z = step.points
    first = _equal_angles(step, context, (b, a, c), (y, x, z))
    second = _equal_angles(step, context, (a, b, c), (x, y, z))
    return f"since {first} and {second} {_refs(step, context)}".rstrip()


def _similar_sas(step: Step, context: Context) -> str:
    a, b, c, x, y, z = step.points
    angles = _equal_angles(step, context, (b, a, c), (y, x, z))
    return _angle_and_ratio(step, context, angles, ((1, a, b), (-1, a, c), (-1, x, y), (1, x, z)))


def _similar_ssa(step: Step, context: Context) -> str:
    a, b, c, x, y, z = step.points
    angles = f"{_equal_angles(step, context, (b, a, c), (y, x, z))} (opposite to the longer sides)"
    return _angle_and_ratio(step, context, angles, ((1, a, b), (-1, b, c), (-1, x, y), (1, y, z)))


def _angle_and_ratio(step: Step, context: Context, angles: str, terms: Sequence[tuple[int, str, str]]) -> str:
    e = Equation.of(Theory.LOG, [(segment(p, q), c) for c, p, q in terms])
    ratio = equation_in_words(e, context.names) if e.terms else ""
    lengths = Lengths([s for i in step.lengths if (s := equal_lengths(context.steps[i].claim)) is not None])
    if ratio and not lengths.renamed(e).terms:
        return f"since {_with_refs(angles, step.uses, context)} and {_with_refs(ratio, step.lengths, context)}"
    both = enumerated([angles, ratio]) if ratio else angles
    more = f", as {_of_lengths(step, context)}" if step.lengths else ""
    return f"since {_with_refs(both, step.uses, context)}{more}"


def _similar_sss(step: Step, context: Context) -> str:
    a, b, c, x, y, z = step.points
    pairs = [(segment(*p), segment(*q)) for p, q in (((a, b), (x, y)), ((a, c), (x, z)), ((b, c), (y, z)))]
    names = context.names
    lengths = Lengths([s for i in step.lengths if (s := equal_lengths(context.steps[i].claim)) is not None])
    if any(lengths.name(p) == lengths.name(q) for p, q in pairs):  # then the other sides are equal, too
        others = dict.fromkeys(tuple(sorted(pair)) for pair in pairs if pair[0] != pair[1])
        sides = enumerated([f"{names.joined(p)} = {names.joined(q)}" for p, q in others])
    else:
        sides = " = ".join(f"{names.joined(p)} : {names.joined(q)}" for p, q in pairs)
    return f"since {_with_refs(sides, (*step.uses, *step.lengths), context)}"


def _with_refs(words: str, ids: Sequence[str], context: Context) -> str:
    return f"{words} {context.refs(ids)}" if ids else words


def _refs(step: Step, context: Context) -> str:
    """The numbers of what the step uses and of the lengths that it equates."""
    return context.refs((*step.uses, *step.lengths)) if step.uses or step.lengths else ""


def _concyclic_angle(step: Step, context: Context) -> str:
    if len(step.uses) == 1 and not step.lines and isinstance(context.steps[step.uses[0]].claim, Equation):
        return f"since {context.said(step.uses[0])}"  # whichever pair of the four angles it compares
    a, b, c, d = step.points
    names = context.names
    return f"since {angle((c, a), (c, b), names)} = {angle((d, a), (d, b), names)} {_refs(step, context)}".rstrip()


def _concyclic_radii(step: Step, context: Context) -> str:
    o, *on = step.points
    return f"since {' = '.join(context.names.joined((o, p)) for p in on)} {_refs(step, context)}"


def _sine_law(step: Step, context: Context) -> str:
    """`by the law of sines in △ABC, where sin∠BAC = sin∠UVW (3)`."""
    a, b, c, *others = step.points
    pairs = [((b, a, c), tuple(others[:3])), ((a, b, c), tuple(others[3:]))]
    name = context.names.joined
    same = [f"sin∠{name(v)} = sin∠{name(w)}" for v, w in pairs if w not in (v, v[::-1])]
    where = f", where {_with_refs(enumerated(same), step.uses, context)}" if same else ""
    return f"by the law of sines in △{name((a, b, c))}{where}"


def _theorem(words: str) -> Callable[[Step, Context], str]:
    """The theorem by its name and everything that it takes."""

    def phrase(step: Step, context: Context) -> str:
        return words.format(said=_all_said(step, context), refs=_refs(step, context)).removesuffix(", since ").rstrip()

    return phrase


#: Rules whose phrase says itself which lengths are equal.
SAY_LENGTHS = ("similar_sas", "similar_sss", "similar_ssa", "concyclic_radii", "meaning", "transfer")

#: A phrase for each rule but `premise` and `linear`. {said}: the step's uses in words with their numbers; {refs}: these.
THEOREMS: Mapping[str, Callable[[Step, Context], str]] = {
    "meaning": _theorem("since {said}"),
    "line": _theorem("since {said}"),
    "transfer": _theorem("since {said}"),
    "identity": _theorem("by coordinates: where the points are placed one after the other, it is an identity {refs}"),
    "similar_aa": _similar_aa,
    "similar_sas": _similar_sas,
    "similar_sss": _similar_sss,
    "similar_ssa": _similar_ssa,
    "concyclic_angle": _concyclic_angle,
    "concyclic_radii": _concyclic_radii,
    "concyclic_merge": _theorem("since circles with three common points are one {refs}"),
    "inscribed": _theorem("as inscribed angles, since {said}"),
    "centre": _theorem("the only point with {said}"),
    "radii": _theorem("as radii, since {said}"),
    "equal_arcs": _theorem("equal chords being seen under equal angles, since {said}"),
    "equal_chords": _theorem("chords seen under equal angles being equal, since {said}"),
    "between": _theorem("a segment being the sum of its parts"),
    "perp_to_squares": _theorem("by Pythagoras, since {said}"),
    "squares_to_perp": _theorem("by Pythagoras, since {said}"),
    "stewart": _theorem("by Stewart's theorem, since {said}"),
    "thales": _theorem("by the intercept theorem, since {said}"),
    "thales_converse": _theorem("by the converse of the intercept theorem, since {said}"),
    "proportion": _theorem("both lines being divided alike, since {said}"),
    "sine_law": _sine_law,
    "sine_equal": _theorem("equal and supplementary angles having equal sines, since {said}"),
    "sine_value": _theorem("since {said}"),
    "sine_to_angle": _theorem("since {said}"),
    "sine_to_angles": _theorem("since {said}"),
    "power_to_squares": _theorem("by the power of a point, since {said}"),
    "squares_to_power": _theorem("by the power of a point, since {said}"),
    "coincide": _theorem("as both are where two lines or circles meet: {said}"),
    "touch": _theorem("circles that touch having one point in common, since {said}"),
    "substitute": _theorem("since {said}"),
}
