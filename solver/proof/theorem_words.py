"""How a theorem's step follows, and from what: the two equal angles of similar triangles, say, and where they were shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from solver.proof.centers import hypotenuse, merged, right_triangle
from solver.proof.context import SAME_PLACE, Context
from solver.proof.phrases.phrases import Voice
from solver.proof.steps import Step
from solver.proof.style import Style
from solver.proof.words import angle
from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.lengths import equal_lengths
from solver.statements.lines import collinear_points
from solver.statements.predicates import MIDP, SIMTRIR, Statement, equations_of

_Triple = tuple[str, str, str]
#: How a claim follows, and from what.
Because = tuple[str, str]


def _equal_angles(step: Step, context: Context, v: _Triple, w: _Triple) -> tuple[str, Equation]:
    """`∡BAC = ∡YXZ` at v[1] and w[1], the second turned round where the triangles are oppositely oriented."""
    a, b = ((v[1], v[0]), (v[1], v[2])), ((w[1], w[0]), (w[1], w[2]))
    b = b[::-1] if isinstance(step.claim, Statement) and step.claim.predicate is SIMTRIR else b
    terms = [(segment(*a[1]), 1), (segment(*a[0]), -1), (segment(*b[1]), -1), (segment(*b[0]), 1)]
    e = Equation.of(Theory.DIRECTION, terms)
    is_plain = not context.lines(step).renamed(e).terms or _have_given_arms(v, w, context)
    if is_plain and v[1] == w[1]:
        return _common(v, w, context), Equation.of(Theory.DIRECTION, ())
    return f"{angle(*a, context.voice)} = {angle(*b, context.voice)}", e


def _have_given_arms(v: _Triple, w: _Triple, context: Context) -> bool:
    """Whether two angles at one vertex have the same arms, in either order, by what is given."""
    rows = [row for s in context.steps.values() if s.rule == "premise" and (row := collinear_points(s.claim))]
    return any(
        all(p == q or any({p, q, v[1]} <= row for row in rows) for p, q in zip(v[::2], arms, strict=True))
        for arms in (w[::2], w[2::-2])
    )


def _common(v: _Triple, w: _Triple, context: Context) -> str:
    """That two triangles have an angle in common, or one opposite to the other."""
    at, phrases = context.places, context.voice.phrases
    arms = [(at[p] - at[v[1]], at[q] - at[v[1]]) for p in v[::2] for q in w[::2]]
    opposite = sum((x.conjugate() * y).real < 0 and _is_flat(x, y) for x, y in arms) == 2
    return (phrases.vertical if opposite else phrases.common).format(vertex=context.voice[v[1]])


def _is_flat(x: complex, y: complex) -> bool:
    return abs((x.conjugate() * y).imag) < SAME_PLACE * abs(x) * abs(y)


def _similar_aa(step: Step, context: Context) -> Because:
    a, b, c, x, y, z = step.points
    both = [
        _equal_angles(step, context, (b, a, c), (y, x, z)),
        _equal_angles(step, context, (a, b, c), (x, y, z)),
    ]
    free = [words for words, e in both if not e.terms]
    left, said = [*step.uses, *step.lengths], []
    waiting: list[str] = []
    for words, e in both:
        source = next((use for use in step.uses if e.terms and use in left and _says(use, e, step, context)), None)
        if source is not None:
            left.remove(source)
            said += [] if context.is_own([source]) else [context.with_refs(words, [source])]
        elif e.terms:
            waiting.append(words)
    if waiting and not context.is_own(left):
        said.append(context.with_refs(context.voice.enumerated(waiting), left))
    return "", context.voice.enumerated([*said, *free, *_equal_side(step, context)])


def _equal_side(step: Step, context: Context) -> list[str]:
    """`MB = MC (1)` where only that makes similar triangles congruent."""
    a, b, c, x, y, z = step.points
    sides = {segment(*p): segment(*q) for p, q in (((a, b), (x, y)), ((a, c), (x, z)), ((b, c), (y, z)))}
    for use in context.congruent.get(step.id, ()):
        pair = equal_lengths(context.steps[use].claim) or frozenset()
        for mine, other in sides.items():
            if {mine, other} <= pair:
                return [context.with_refs(f"{context.voice.joined(mine)} = {context.voice.joined(other)}", [use])]
    return []


def _says(use: str, e: Equation, step: Step, context: Context) -> bool:
    claim = context.steps[use].claim
    lines = context.lines(step)
    found = equations_of(claim)
    mine = lines.renamed(e).terms
    for one in found:
        terms = lines.renamed(one).terms if one.theory is Theory.DIRECTION else ()
        if terms and mine and [q for q, _ in terms] == [q for q, _ in mine]:
            k = terms[0][1] / mine[0][1]
            if all(c == k * d for (_, c), (_, d) in zip(terms, mine, strict=True)):
                return True
    return False


def _similar_sas(step: Step, context: Context) -> Because:
    a, b, c, x, y, z = step.points
    angles = _equal_angles(step, context, (b, a, c), (y, x, z))
    return _angle_and_ratio(step, context, angles, ((a, b), (x, y), (a, c), (x, z)))


def is_right(step: Step, places: Mapping[str, complex]) -> bool:
    """Whether the triangles of a step are right, at their first corners."""
    a, b, c = (places[p] for p in step.points[:3])
    return abs(((b - a).conjugate() * (c - a)).real) < SAME_PLACE * abs(b - a) * abs(c - a)


def _similar_ssa(step: Step, context: Context) -> Because:
    a, b, c, x, y, z = step.points
    equal, e = _equal_angles(step, context, (b, a, c), (y, x, z))
    if not is_right(step, context.places):
        equal = context.voice.phrases.longer_sides.format(angles=equal)
    angles = equal, e
    return _angle_and_ratio(step, context, angles, ((a, b), (x, y), (b, c), (y, z)))


def _angle_and_ratio(
    step: Step, context: Context, angles: tuple[str, Equation], sides: Sequence[tuple[str, str]]
) -> Because:
    """An angle and the sides: two pairs of equal ones, or a proportion. sides: a pair of the one triangle, of the other, …"""
    voice, lengths = context.voice, context.lengths(step)
    p, x, q, y = (segment(*side) for side in sides)
    words, equal = angles
    of_angle = [use for use in step.uses if equal.terms and _says(use, equal, step, context)][:1]
    left = [use for use in step.uses if use not in of_angle]
    own = context.is_own(of_angle)
    said = ["" if own else context.with_refs(words, of_angle)] if of_angle or not equal.terms else []
    ratio = Equation.of(Theory.LOG, [(p, 1), (q, -1), (x, -1), (y, 1)])
    if lengths.name(p) == lengths.name(x) and lengths.name(q) == lengths.name(y):
        pairs = [(a, b) for a, b in (sides[:2], sides[2:]) if set(a) != set(b)]
        equals = [f"{voice.joined(a)} = {voice.joined(b)}" for a, b in pairs]
        said += [] if of_angle or not equal.terms else [context.with_refs(words, left)]
        return "", voice.enumerated(
            [*said, *([context.with_refs(voice.enumerated(equals), step.lengths)] if equals else [])]
        )
    proportion = _proportion(sides, voice) if ratio.terms else ""
    if proportion and not lengths.renamed(ratio).terms:
        said += [] if of_angle or not equal.terms else [context.with_refs(words, left)]
        return "", voice.enumerated([*said, context.with_refs(proportion, step.lengths)])
    if of_angle and not left and proportion:  # similar triangles say both
        both = context.with_refs(voice.enumerated([words, proportion]), () if own else of_angle)
        return "", _with_lengths(both, step, context)
    rest = [proportion] if of_angle or not equal.terms else [words, proportion]
    said += [] if context.is_own(left) else [context.with_refs(voice.enumerated(rest), left) if any(rest) else ""]
    return "", _with_lengths(voice.enumerated(said), step, context)


def _with_lengths(said: str, step: Step, context: Context) -> str:
    """`SA : SP = SP : SB (10), as SC = SP (7)`."""
    equal = of_lengths(step, context) if step.lengths else ""
    if not said or not equal:
        return said or equal
    return context.voice.phrases.granted.format(sentence=said, granted=equal)


def _proportion(sides: Sequence[tuple[str, str]], voice: Voice) -> str:
    """`SA : SP = SP : SB`: sides of the one triangle over those of the other; `LQ = LX` where another side is common."""
    p, x, q, y = (voice.joined(side) for side in sides)
    for one, other, common in ((p, x, sides[2:]), (q, y, sides[:2])):
        if set(common[0]) == set(common[1]):
            return f"{one} = {other}"
    return f"{p} : {x} = {q} : {y}"


def _similar_sss(step: Step, context: Context) -> Because:
    a, b, c, x, y, z = step.points
    pairs = [(segment(*p), segment(*q)) for p, q in (((a, b), (x, y)), ((a, c), (x, z)), ((b, c), (y, z)))]
    voice = context.voice
    lengths = context.lengths(step)
    if any(lengths.name(p) == lengths.name(q) for p, q in pairs):  # then the other sides are equal, too
        others = dict.fromkeys(tuple(sorted(pair)) for pair in pairs if pair[0] != pair[1])
        sides = voice.enumerated([f"{voice.joined(p)} = {voice.joined(q)}" for p, q in others])
    else:
        sides = " = ".join(f"{voice.joined(p)} : {voice.joined(q)}" for p, q in pairs)
    ids = (*step.uses, *step.lengths)
    return "", "" if context.is_own(ids) else context.with_refs(sides, ids)


def _concyclic_angle(step: Step, context: Context) -> Because:
    if len(step.uses) == 1 and not step.lines and isinstance(context.steps[step.uses[0]].claim, Equation):
        return "", context.said(step.uses[0])  # whichever pair of the four angles it compares
    ids = (*step.uses, *step.lengths)
    if context.is_own(ids):
        return "", ""
    a, b, c, d = step.points
    voice = context.voice
    return "", context.with_refs(f"{angle((c, a), (c, b), voice)} = {angle((d, a), (d, b), voice)}", ids)


def _concyclic_radii(step: Step, context: Context) -> Because:
    o, *on = step.points
    return "", context.with_refs(" = ".join(context.voice.joined((o, p)) for p in on), (*step.uses, *step.lengths))


def _sine_law(step: Step, context: Context) -> Because:
    """`by the law of sines in △ABC, where sin∠BAC = sin∠UVW (3)`."""
    a, b, c, *others = step.points
    voice = context.voice
    pairs = [((b, a, c), tuple(others[:3])), ((a, b, c), tuple(others[3:]))]
    same = [f"sin∠{voice.joined(v)} = sin∠{voice.joined(w)}" for v, w in pairs if w not in (v, v[::-1])]
    how = voice.phrases.hows[step.rule].format(triangle=voice.joined((a, b, c)))
    if same:
        where = voice.phrases.sines_where.format(same=context.with_refs(voice.enumerated(same), step.uses))
        how = f"{how}{voice.phrases.comma}{where}"
    return how, ""


def _center(step: Step, context: Context) -> Because:
    """The midpoint of the hypotenuse, where that is what it is."""
    how = hypotenuse(step, context) or right_triangle(step, context)
    return by_name(step, context) if how is None else (how, "")


def _concyclic_merge(step: Step, context: Context) -> Because:
    return (merged(step, context), "") if step.rests_on else by_name(step, context)


def _divided(step: Step, context: Context) -> Because:
    """`as X divides PQ in the same ratio as Y divides QP (15)`; nothing where parts and wholes are equal."""
    if context.without_equal(step) is not None:
        return "", ""
    voice, (a, b, c, d, e, f) = context.voice, step.points
    divided = {"point": voice[b], "line": voice.joined((a, c)), "other": voice[e], "second": voice.joined((d, f))}
    how = voice.phrases.hows[step.rule].format(**divided)
    return context.with_refs(how, (*step.uses, *step.lengths)), ""


def _identity(step: Step, context: Context) -> Because:
    from solver.proof.placing import placed_in_words

    return placed_in_words(step, context)


def by_name(step: Step, context: Context) -> Because:
    """The theorem by its name, if it has one, and everything that it takes."""
    if not step.rests_on:
        return context.voice.phrases.plain, ""
    how = context.voice.phrases.hows.get(step.rule, "")
    return how, all_said(step, context)


def of_lengths(step: Step, context: Context) -> str:
    """`OA = OB = OC (3, 4) and DE = FG (5)`: what the step takes as equally long, together where it hangs together."""
    sets: list[tuple[dict[Quantity, None], list[str]]] = []
    for i in step.lengths:
        if context.style is not Style.DIRECTED and _is_midpoint(context.steps[i]):
            continue
        segments, ids = dict.fromkeys(sorted(equal_lengths(context.steps[i].claim) or ())), [i]
        for other in [some for some in sets if not some[0].keys().isdisjoint(segments)]:
            sets.remove(other)
            segments, ids = other[0] | segments, other[1] + ids
        sets.append((segments, ids))
    return context.voice.enumerated([context.with_refs(_equal(segments, context), ids) for segments, ids in sets])


def _is_midpoint(step: Step) -> bool:
    """Whether it is given that a point is a midpoint: that its halves are equal a reader sees."""
    return step.rule == "premise" and isinstance(step.claim, Statement) and step.claim.predicate is MIDP


def _equal(segments: Iterable[Quantity], context: Context) -> str:
    """`OA = OB = OC`, an end that all have in common first."""
    ends = [set(q) for q in segments]
    common = set.intersection(*ends)
    names = [sorted(q, key=lambda p: (p not in common, p)) for q in ends]
    return " = ".join(context.voice.joined(q) for q in names)


def all_said(step: Step, context: Context) -> str:
    return context.voice.enumerated([context.said(u) for u in step.uses])


#: How triangles are known to be similar or congruent, where textbooks have a sign for it.
_CRITERIA = {"similar_sas": "SAS", "similar_sss": "SSS"}


def criterion(step: Step, context: Context) -> str:
    """` (SSS)`; nothing where there is no sign."""
    known = _CRITERIA.get(step.rule, "")
    if step.id in context.congruent and step.rule in ("similar_aa", "similar_ssa"):
        known = (
            ("ASA" if _is_side_between(step, context) else "AAS")
            if step.rule == "similar_aa"
            else "HL"
            if is_right(step, context.places)
            else ""
        )
    return f" ({known})" if known else ""


def _is_side_between(step: Step, context: Context) -> bool:
    """Whether the side between the two equal angles is an equal side; else the side is opposite to one of them (AAS)."""
    a, b, _, x, y, _ = step.points
    first, second, name = segment(a, b), segment(x, y), context.lengths(step).name
    known = [equal_lengths(context.steps[use].claim) or frozenset() for use in context.congruent[step.id]]
    return name(first) == name(second) or any({first, second} <= pair for pair in known)


#: Rules whose phrase says itself which lengths are equal.
SAY_LENGTHS = ("similar_sas", "similar_sss", "similar_ssa", "concyclic_radii", "meaning", "transfer")


def _bound(step: Step, context: Context) -> Because:
    """What the difference of the sides is made of, and the equations that this takes."""
    from solver.proof.signs import bound_in_words

    assert step.bound is not None
    claims = {use: context.steps[use].claim for use in step.uses}
    said = [context.said(use) for use in step.uses]
    return bound_in_words(step.bound, claims, context.voice.phrases), context.voice.enumerated(said)


#: What a step rests on in words, where it isn't just all that it uses.
THEOREMS: Mapping[str, Callable[[Step, Context], Because]] = {
    "bound": _bound,
    "similar_aa": _similar_aa,
    "similar_sas": _similar_sas,
    "similar_sss": _similar_sss,
    "similar_ssa": _similar_ssa,
    "concyclic_angle": _concyclic_angle,
    "concyclic_radii": _concyclic_radii,
    "sine_law": _sine_law,
    "centre": _center,
    "proportion": _divided,
    "concyclic_merge": _concyclic_merge,
    "identity": _identity,
}
