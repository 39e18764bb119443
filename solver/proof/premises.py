"""Premises as a statement says them: `H is the orthocenter of △ABC`, not two perpendiculars; one line for what belongs together."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from solver.language.plain_recognize import Recognized, recognized
from solver.language.problem import Problem
from solver.proof.phrases.phrases import Voice
from solver.proof.steps import Step
from solver.proof.words import (
    circle_name,
    claim_in_words,
    condition_in_words,
    expression_in_words,
    named_circle,
    sides_as_said,
    statement_in_words,
)
from solver.statements.conditions import CONVEX, NONCOLLINEAR
from solver.statements.equation import segment
from solver.statements.lines import collinear_points
from solver.statements.predicates import CIRCLE, COLL, CONG, CYCLIC, EQANGLE, PERP, Claim, Statement


@dataclass(frozen=True)
class PremiseGroup:
    """Premises that are one line to a reader. points: all that they speak of. gives_unit: whether it says what the unit of length is."""

    steps: tuple[Step, ...]
    words: str
    gives_unit: bool = False

    @property
    def points(self) -> frozenset[str]:
        return frozenset(p for s in self.steps if isinstance(s.claim, Statement) for p in s.claim.points)


def premise_groups(problem: Problem, premises: Sequence[Step], voice: Voice) -> list[PremiseGroup]:
    """The premises of a proof in the statement's order, in groups.

    A phrase of the statement is one line where it says more than one thing, even if the proof needs only a part of it.
    Equal segments that hang together are one, OA = OB = OC; circles with three common points are one.
    """
    place: dict[Claim, int] = {claim: i for i, claim in enumerate(problem.premises)}
    given = {s.id: s for s in premises}
    meant = [replace(s, claim=_as_sides(s.claim, problem)) for s in premises]
    ordered = sorted(meant, key=lambda s: place.get(s.claim, len(place)))
    groups: list[PremiseGroup] = []
    left = list(ordered)
    for fact in _facts(problem, voice):
        covered = [s for s in left if s.claim in fact.covers]
        if covered:
            groups.append(PremiseGroup(tuple(covered), _fact_in_words(fact, voice)))
            left = [s for s in left if s not in covered]
    if (with_numbers := _with_numbers(left, problem, voice)) is not None:
        groups.append(with_numbers)
        left = [s for s in left if s not in with_numbers.steps]
    touched = [s.claim.points for s in left if isinstance(s.claim, Statement) and s.claim.predicate is PERP]
    groups += [
        PremiseGroup(tuple(g), _equal_in_words(g, touched, voice)) for g in _hanging_together(left, _segments, 1)
    ]
    centers = {center for g in groups for center in _centers(g.steps)}
    left = [s for s in left if not _segments(s)]
    for pair, words in _crossings(left, problem, voice):
        groups.append(PremiseGroup(pair, words))
        left = [s for s in left if s not in pair]
    for touching, words in _tangents(left, [s for s in ordered if s not in left], problem, centers, voice):
        groups.append(PremiseGroup(touching, words))
        left = [s for s in left if s not in touching]
    groups += [PremiseGroup(tuple(g), _circle_in_words(g, voice)) for g in _hanging_together(left, _on_circle, 3)]
    groups += [PremiseGroup((s,), _single(s, problem, centers, voice)) for s in left if not _on_circle(s)]
    groups += _letters(problem, voice)
    groups.sort(key=lambda g: min((place.get(s.claim, len(place)) for s in g.steps), default=len(place)))
    return [replace(g, steps=tuple(given[s.id] for s in g.steps)) for g in groups]


def _letters(problem: Problem, voice: Voice) -> list[PremiseGroup]:
    """`R = AB·BC·CA/(4·[ABC])`: what letters of the goal stand for that the statement doesn't define."""
    plain = replace(voice, called={})
    task = statement_in_words(problem.goal, voice)
    said = [
        f"{name} = {expression_in_words(e, plain)}"
        for e, name in problem.called.items()
        if re.search(rf"(?<![A-Za-z_]){name}(?![A-Za-z_])", task)
    ]
    return [PremiseGroup((), voice.enumerated(said))] if said else []


def _with_numbers(left: Sequence[Step], problem: Problem, voice: Voice) -> PremiseGroup | None:
    """`AB = 13, BC = 14 and [ABC] = 84`: what is said with numbers, first what gives the unit, where any of it matters."""
    found = [s for s in left if s.claim in problem.measured]
    is_asked = problem.goal.expression is not None or problem.goal in problem.measured
    if problem.unit is None or not (found or is_asked):
        return None
    said = [problem.unit.said, *(problem.measured[s.claim] for s in found if isinstance(s.claim, Statement))]
    return PremiseGroup(tuple(found), voice.enumerated([sides_as_said(one, voice) for one in said]), True)


def understood_in_words(problem: Problem, voice: Voice) -> list[str]:
    """All that a statement says, as its proof would say it: which figures are meant, what is given, how points lie."""
    auxiliary = {p for clause in problem.auxiliary for p in clause.points}
    stated = [s for s in problem.premises if auxiliary.isdisjoint(s.points)]
    groups = premise_groups(problem, [Step(f"p{i}", s, "premise") for i, s in enumerate(stated, 1)], voice)
    covered = {said for fact in _facts(problem, voice) for said in fact.covers}
    left = [c for c in problem.conditions if c not in covered]
    shapes = [c for c in left if c.kind in (NONCOLLINEAR, CONVEX)]
    places = [c for c in left if c not in shapes]
    said = [condition_in_words(c, voice) for c in shapes]
    return list(dict.fromkeys([*said, *(g.words for g in groups), *(condition_in_words(c, voice) for c in places)]))


def _as_sides(claim: Claim, problem: Problem) -> Claim:
    """The equal sides of a triangle for its equal base angles, where both are given: FB = FD for ∡FBD = ∡BDF."""
    if not isinstance(claim, Statement) or claim.predicate is not EQANGLE:
        return claim
    first, base, again, last = (frozenset(claim.points[i : i + 2]) for i in (0, 2, 4, 6))
    if base != again or first == last or len(first & last) != 1 or first ^ last != base:
        return claim
    sides = {segment(*first), segment(*last)}
    equal = (s for s in problem.premises if s.predicate is CONG)
    return next((s for s in equal if {segment(*s.points[:2]), segment(*s.points[2:])} == sides), claim)


def _facts(problem: Problem, voice: Voice) -> list[Recognized]:
    """What the statement says in phrases for which the language of the proof has words."""
    auxiliary = {p for clause in problem.auxiliary for p in clause.points}
    stated = [s for s in problem.premises if auxiliary.isdisjoint(s.points)]
    found = recognized((*stated, *problem.conditions), problem.senses)
    return [fact for fact in found if fact.pattern in voice.phrases.facts and not _is_part(fact, stated)]


def _is_part(fact: Recognized, stated: Sequence[Statement]) -> bool:
    """Whether a circumcenter is that of more than three points, which are better said together."""
    if fact.pattern != "x circumcenter of a b c":
        return False
    center = fact.bound["x"]
    radii = [s for s in stated if s.predicate is CONG and center in s.points[:2] and center in s.points[2:]]
    return len({p for s in radii for p in s.points}) > 4


def _fact_in_words(fact: Recognized, voice: Voice) -> str:
    if fact.pattern == "cyclic quadrilateral a b c d":
        corners = list(fact.bound.values())
        if (circle := named_circle(corners, voice)) is not None:
            return voice.phrases.inscribed.format(points=voice.joined(corners), circle=circle_name(circle))
    template = voice.phrases.facts[fact.pattern].replace("}{", f"}}{voice.gap}{{")
    return template.format(**{slot: voice[p] for slot, p in fact.bound.items()})


def _hanging_together(
    premises: Sequence[Step], parts: Callable[[Step], frozenset[Hashable]], common: int
) -> list[list[Step]]:
    """The premises that have such parts; those with at least `common` parts in common are together."""
    groups: list[tuple[list[Step], frozenset[Hashable]]] = []
    for premise in premises:
        steps, own = [premise], parts(premise)
        if not own:
            continue
        for other in [g for g in groups if len(g[1] & own) >= common]:
            groups.remove(other)
            steps, own = [*other[0], *steps], own | other[1]
        groups.append((steps, own))
    return [steps for steps, _ in groups]


def _segments(premise: Step) -> frozenset[Hashable]:
    claim = premise.claim
    if not isinstance(claim, Statement) or claim.predicate is not CONG:
        return frozenset()
    return frozenset((segment(*claim.points[:2]), segment(*claim.points[2:])))


def _on_circle(premise: Step) -> frozenset[Hashable]:
    claim = premise.claim
    return frozenset(claim.points) if isinstance(claim, Statement) and claim.predicate is CYCLIC else frozenset()


def _equal_in_words(group: Sequence[Step], touched: Sequence[tuple[str, ...]], voice: Voice) -> str:
    """Radii as points of a circle, where there are several or tangents; else equal segments.

    touched: the lines that are perpendicular, each with that to which it is.
    """
    radii = _circle_of(group)
    if radii is not None and (circle := named_circle(radii[1:], voice, radii[0])) is not None and circle.center:
        on = [p for p in radii[1:] if p in circle.points]
        if len(on) == len(radii) - 1:
            return voice.phrases.on_with_center.format(
                points=voice.listed(sorted(on)), circle=circle_name(circle), center=voice[circle.center]
            )
    if radii is not None and len(radii) == 3 and _are_touched(radii, touched):
        o, *on = radii
        return voice.phrases.on_circle.format(points=voice.listed(sorted(on)), center=voice[o])
    if len(group) == 1:
        return claim_in_words(group[0].claim, voice)
    found = _circle_of(group)
    if found is not None and len(found) > 3:
        return claim_in_words(Statement(CIRCLE, found), voice)
    pairs = [p.claim.points[i : i + 2] for p in group if isinstance(p.claim, Statement) for i in (0, 2)]
    shown = {segment(*pair): pair for pair in reversed(pairs)}
    ordered = dict.fromkeys(segment(*pair) for pair in pairs)
    return " = ".join(voice.joined(shown[s]) for s in ordered)


def _are_touched(radii: tuple[str, ...], touched: Sequence[tuple[str, ...]]) -> bool:
    """Whether a tangent is given at each of some points of a circle. radii: its center and these."""
    o, *on = radii
    pairs = [pair for p in touched for pair in ((p[:2], p[2:]), (p[2:], p[:2]))]
    return all(any(set(a) == {o, x} and x in b for a, b in pairs) for x in on)


def _circle_of(group: Sequence[Step]) -> tuple[str, ...] | None:
    """The center and the points of equal segments that have one end in common."""
    pairs = [p.claim.points[i : i + 2] for p in group if isinstance(p.claim, Statement) for i in (0, 2)]
    common = set.intersection(*map(set, pairs)) if pairs else set()
    if len(common) != 1:
        return None
    (o,) = common
    return (o, *dict.fromkeys(p for pair in pairs for p in pair if p != o))


def _centers(group: Sequence[Step]) -> list[tuple[str, str]]:
    """A center with each point on its circle, where premises are equal radii."""
    if not all(_segments(s) for s in group) or (found := _circle_of(group)) is None or len(found) < 3:
        return []
    o, *on = found
    return [(o, p) for p in on]


def _crossings(left: Sequence[Step], problem: Problem, voice: Voice) -> Iterator[tuple[tuple[Step, ...], str]]:
    """A point that two premises put on a line each, and that comes after the others: where two lines meet."""
    place = {p: i for i, p in enumerate(problem.points)}
    rows: dict[str, list[Step]] = {}
    for s in left:
        if isinstance(s.claim, Statement) and s.claim.predicate is COLL and len(s.claim.points) == 3:
            rows.setdefault(max(s.claim.points, key=place.__getitem__), []).append(s)
    for point, some in rows.items():
        if len(some) == 2:
            first, second = ([p for p in _points_of(s) if p != point] for s in some)
            words = voice.phrases.crossing_lines
            yield (
                tuple(some),
                words.format(point=voice[point], first=voice.joined(first), second=voice.joined(second)),
            )


def _touching(step: Step, centers: Collection[tuple[str, str]]) -> tuple[str, str, str] | None:
    """The center, the point of touch and another point of a tangent, if a premise says that it is one."""
    claim = step.claim
    if not isinstance(claim, Statement) or claim.predicate is not PERP:
        return None
    for radius, other in ((claim.points[:2], claim.points[2:]), (claim.points[2:], claim.points[:2])):
        for o, x in (radius, radius[::-1]):
            if (o, x) in centers and x in other and o not in other:
                (y,) = set(other) - {x}
                return o, x, y
    return None


def _tangents(
    left: Sequence[Step],
    said: Sequence[Step],
    problem: Problem,
    centers: Collection[tuple[str, str]],
    voice: Voice,
) -> Iterator[tuple[tuple[Step, ...], str]]:
    """`AB touches the circle with center I at K`, where K is said to be on AB and both KA and KB are perpendicular to IK."""
    rows = [points for s in said if (points := collinear_points(s.claim)) is not None]
    at: dict[tuple[str, str], list[tuple[Step, str]]] = {}
    for s in left:
        if (touching := _touching(s, centers)) is not None:
            o, x, y = touching
            at.setdefault((o, x), []).append((s, y))
    for (o, x), some in at.items():
        ends = sorted((y for _, y in some), key=problem.points.index)
        if len(ends) == 2 and any({x, *ends} <= row for row in rows):
            yield tuple(s for s, _ in some), _touch_in_words(ends, o, x, voice)


def _touch_in_words(ends: Sequence[str], center: str, point: str, voice: Voice) -> str:
    """`AB touches ω at K`."""
    circle, phrases, line = named_circle((point,), voice, center), voice.phrases, voice.joined(ends)
    if circle is not None:
        return phrases.touches.format(line=line, circle=circle_name(circle), point=voice[point])
    return phrases.tangent.format(line=line, center=voice[center], point=voice[point])


def _points_of(step: Step) -> tuple[str, ...]:
    return step.claim.points if isinstance(step.claim, Statement) else ()


def _single(step: Step, problem: Problem, centers: Collection[tuple[str, str]], voice: Voice) -> str:
    """A point on a line, a tangent, a bisector; else as the claim says."""
    claim, phrases = step.claim, voice.phrases
    if (touching := _touching(step, centers)) is not None:
        o, x, other = touching
        return _touch_in_words(sorted((x, other), key=problem.points.index), o, x, voice)
    if (circle := _seen_from_diameter(claim, voice)) is not None:
        return circle
    if isinstance(claim, Statement) and claim.predicate is COLL and len(claim.points) == 3:
        last = max(claim.points, key=problem.points.index)
        line = voice.joined([p for p in claim.points if p != last])
        return phrases.point_on_line.format(point=voice[last], line=line)
    if isinstance(claim, Statement) and claim.predicate is EQANGLE and (corner := _bisected(claim.points)) is not None:
        a, v, x, b = corner
        return phrases.bisector.format(line=voice.joined((v, x)), angle=voice.joined((a, v, b)))
    return claim_in_words(claim, voice)


def _seen_from_diameter(claim: Claim, voice: Voice) -> str | None:
    """`D lies on ω, the circle with diameter AB`, for a right angle at D."""
    if not isinstance(claim, Statement) or claim.predicate is not PERP:
        return None
    first, second = set(claim.points[:2]), set(claim.points[2:])
    for circle in voice.circles:
        if circle.diameter is not None and len(first & second) == 1 and first ^ second == set(circle.diameter):
            return voice.phrases.on_with_diameter.format(
                points=voice.listed([*(first & second)]),
                circle=circle_name(circle),
                ends=voice.joined(circle.diameter),
            )
    return None


def _bisected(p: Sequence[str]) -> tuple[str, str, str, str] | None:
    """a, v, x, b where ∡AVX = ∡XVB."""
    first, middle, second, last = (set(p[i : i + 2]) for i in (0, 2, 4, 6))
    if middle != second or len(first & middle & last) != 1 or len(first | middle | last) != 4:
        return None
    (v,) = first & middle & last
    (a,), (x,), (b,) = first - {v}, middle - {v}, last - {v}
    return a, v, x, b


def _circle_in_words(group: Sequence[Step], voice: Voice) -> str:
    on = dict.fromkeys(p for s in group if isinstance(s.claim, Statement) for p in s.claim.points)
    return claim_in_words(Statement(CYCLIC, tuple(on)), voice)
