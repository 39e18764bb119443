"""Shortening a folded proof step by step, with the checker's rules to say what they still accept.

A combination that only one step uses is put into it: into another combination by multiplying out, into a theorem's
step where its rule takes the parts as well as the whole (equal radii one by one, say). Points of a circle that nobody
asks for are dropped, and with them what put them there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain

from solver.proof.instance import Judge
from solver.proof.steps import Step, needed_for
from solver.statements.equation import Equation
from solver.statements.lines import Lines, collinear_points
from solver.statements.predicates import CIRCLE, CYCLIC, Claim, Statement

#: A combination of more than this many facts isn't multiplied into another: nobody could follow it.
LONGEST_COMBINATION = 6


def tidy(steps: Sequence[Step], judge: Judge) -> list[Step]:
    """The same proof, no longer than it was."""
    goal = steps[-1].id
    steps = needed_for(_without_given_lines(steps, judge), goal)
    steps = [*(s for s in steps if s.rule == "premise"), *(s for s in steps if s.rule != "premise")]
    spread = needed_for(_spread(_concluding_at_once(steps, judge), judge), goal)
    joined = needed_for(_without_weaker_circles(_without_spare_radii(_joined_circles(spread), judge), judge), goal)
    thinned = needed_for(_without_spare_points(_merged_once(joined, judge), judge), goal)
    done = _multiplied_out(thinned)
    claims = {s.id: s.claim for s in done}
    return needed_for([judge.without_spare(s, claims) for s in done], goal)


def _without_given_lines(steps: Sequence[Step], judge: Judge) -> list[Step]:
    """That points are collinear isn't shown where known lines say it: what rests on it rests on these, as few as will do."""
    claims = {s.id: s.claim for s in steps}
    known = {s.id: row for s in steps if s.rule == "premise" and (row := collinear_points(s.claim)) is not None}
    result = list(steps)
    for step in steps[:-1]:
        row = collinear_points(step.claim) if step.rule != "premise" else None
        if row is None:
            continue
        sources = _sources(step.claim, row, known, judge)
        known[step.id] = row
        if not sources:
            continue
        users = {i: _with_lines(s, step.id, sources) for i, s in enumerate(result) if step.id in s.rests_on}
        if all(judge.accepts(s, claims) for s in users.values()):
            for i, s in users.items():
                result[i] = s
        elif len(sources) > 1:
            by_lines = replace(
                step, rule="linear", points=(), uses=(), coefficients=(), forms=(), lines=sources, lengths=()
            )
            if judge.accepts(by_lines, claims):
                result = [by_lines if s.id == step.id else s for s in result]
    return result


def _sources(claim: Claim, row: frozenset[str], known: Mapping[str, frozenset[str]], judge: Judge) -> tuple[str, ...]:
    """Lines, known so far, on one of which the points are: a single one if it has them all, else some that are one line."""
    single = next((i for i, points in known.items() if row <= points), None)
    if single is not None:
        return (single,)

    def say_it(ids: Iterable[str]) -> bool:
        return Lines([known[i] for i in ids], judge.at).say(claim)

    kept = list(known)
    if not say_it(kept):
        return ()
    for spare in reversed(tuple(known)):
        fewer = [i for i in kept if i != spare]
        if say_it(fewer):
            kept = fewer
    return tuple(kept)


def _with_lines(step: Step, old: str, new: tuple[str, ...]) -> Step:
    """The step with others that say that points are collinear."""
    lines = tuple(dict.fromkeys(n for i in step.lines for n in (new if i == old else (i,))))
    if old not in step.uses or step.rule == "linear":
        return replace(step, lines=lines)
    return replace(step, uses=tuple(u for u in step.uses if u != old), lines=tuple(dict.fromkeys((*lines, *new))))


def _users(steps: Sequence[Step]) -> Counter[str]:
    return Counter(u for s in steps for u in s.rests_on)


def _multiplied_out(steps: Sequence[Step]) -> list[Step]:
    """Each combination used once only, by a combination, is put into that one."""
    used = _users(steps)
    done: dict[str, Step] = {}
    for step in steps:
        if step.rule == "linear":
            for use in step.uses:
                inner = done[use]
                if inner.rule == "linear" and used[use] == 1:
                    step = _with_inner(step, inner)
        done[step.id] = step
    return list(done.values())


def _parts(step: Step) -> Iterator[tuple[tuple[str, Equation | None], Fraction]]:
    forms = step.forms or (None,) * len(step.uses)
    yield from zip(zip(step.uses, forms, strict=True), step.coefficients, strict=True)


def _with_inner(step: Step, inner: Step) -> Step:
    """The combination with an inner one put in; unchanged if it would be too long."""
    parts = dict(_parts(step))
    factor = parts.pop((inner.id, None), None)
    if factor is None:
        return step
    for part, c in _parts(inner):
        parts[part] = parts.get(part, Fraction(0)) + factor * c
    parts = {part: c for part, c in parts.items() if c}
    if len(parts) > LONGEST_COMBINATION:
        return step
    forms = tuple(form for _, form in parts)
    return replace(
        step,
        uses=tuple(use for use, _ in parts),
        coefficients=tuple(parts.values()),
        forms=forms if any(forms) else (),
        lines=tuple(dict.fromkeys((*step.lines, *inner.lines))),
        lengths=tuple(dict.fromkeys((*step.lengths, *inner.lengths))),
    )


def _concluding_at_once(steps: Sequence[Step], judge: Judge) -> list[Step]:
    """A theorem whose conclusion is only restated claims it in the words in which it is wanted."""
    used = _users(steps)
    claims = {s.id: s.claim for s in steps}
    done: dict[str, Step] = {}
    for step in steps:
        if step.rule == "linear" and len(step.uses) == 1 and not step.forms and used[step.uses[0]] == 1:
            inner = done[step.uses[0]]
            if inner.rule not in ("premise", "linear"):
                lines = tuple(dict.fromkeys((*inner.lines, *step.lines)))
                lengths = tuple(dict.fromkeys((*inner.lengths, *step.lengths)))
                whole = replace(inner, id=step.id, claim=step.claim, lines=lines, lengths=lengths)
                step = whole if judge.accepts(whole, claims) else step
        done[step.id] = step
    return list(done.values())


def _spread(steps: Sequence[Step], judge: Judge) -> list[Step]:
    """Theorems take the parts of a combination that only they use, where their rule allows it."""
    used = _users(steps)
    claims: dict[str, Claim] = {}
    done: dict[str, Step] = {}
    for step in steps:
        if step.rule not in ("premise", "linear"):
            for use in step.uses:
                inner = done[use]
                if inner.rule == "linear" and used[use] == 1:
                    uses = tuple(dict.fromkeys(p for u in step.uses for p in (inner.uses if u == use else (u,))))
                    lines = tuple(dict.fromkeys((*step.lines, *inner.lines)))
                    lengths = tuple(dict.fromkeys((*step.lengths, *inner.lengths)))
                    whole = replace(step, uses=uses, lines=lines, lengths=lengths)
                    step = judge.without_spare_uses(whole, claims) or step
        claims[step.id] = step.claim
        done[step.id] = step
    return list(done.values())


def _joined_circles(steps: Sequence[Step]) -> list[Step]:
    """One circle about each center where its points' distances are known before the circle is first used."""
    place = {s.id: i for i, s in enumerate(steps)}
    circles: dict[str, list[Step]] = {}
    for step in steps[:-1]:
        if step.rule == "concyclic_radii":
            circles.setdefault(step.points[0], []).append(step)
    renamed: dict[str, str] = {}
    merged: dict[str, Step] = {}
    for some in circles.values():
        first, *others = some
        needed_at = min(place[s.id] for s in steps if first.id in s.rests_on or any(o.id in s.rests_on for o in others))
        for other in others:
            joint = merged.get(first.id, first)
            if not set(joint.points[1:]) & set(other.points[1:]):
                continue
            points = tuple(dict.fromkeys((*joint.points, *other.points)))
            uses = tuple(dict.fromkeys((*joint.uses, *other.uses)))
            lengths = tuple(dict.fromkeys((*joint.lengths, *other.lengths)))
            if all(place[u] < needed_at for u in (*uses, *lengths)):
                claim = Statement(CIRCLE, points)
                merged[first.id] = replace(joint, points=points, claim=claim, uses=uses, lengths=lengths)
                renamed[other.id] = first.id
    if not renamed:
        return list(steps)
    rest = [_renamed(s, renamed) for s in steps if s.id not in merged and s.id not in renamed]
    for step in merged.values():
        last = max((i for i, s in enumerate(rest) if s.id in step.rests_on), default=-1)
        rest.insert(last + 1, step)
    return rest


def _renamed(step: Step, names: Mapping[str, str]) -> Step:
    """The step with other ids for what it uses; what is then used twice is used once."""
    step = replace(step, lengths=tuple(dict.fromkeys(names.get(u, u) for u in step.lengths)))
    if step.rule == "linear":
        return replace(step, uses=tuple(names.get(u, u) for u in step.uses))
    return replace(step, uses=tuple(dict.fromkeys(names.get(u, u) for u in step.uses)))


def _without_weaker_circles(steps: Sequence[Step], judge: Judge) -> list[Step]:
    """A circle through some points of another is left out where its users take the other as well."""
    claims = {s.id: s.claim for s in steps}
    result = list(steps)
    for step in steps[:-1]:
        if step.rule != "concyclic_merge" or len(step.uses) != 1:
            continue
        names = {step.id: step.uses[0]}
        users = {i: _renamed(s, names) for i, s in enumerate(result) if step.id in s.uses}
        if all(judge.accepts(s, claims) for s in users.values()):
            for i, s in users.items():
                result[i] = s
    return result


def _merged_once(steps: Sequence[Step], judge: Judge) -> list[Step]:
    """Circles that are found to be one are joined once, and not again where other points of them are asked for."""
    claims = {s.id: s.claim for s in steps}
    place = {s.id: i for i, s in enumerate(steps)}
    result = list(steps)
    merges: list[int] = []
    for number, step in enumerate(steps[:-1]):
        if step.rule != "concyclic_merge" or all(_is_cyclic(claims[i]) for i in (step.id, *step.rests_on)):
            continue  # what is given of one circle is no line of a proof
        for first in merges:
            one = _joint(result[first], result[number])
            if one is None or any(place[i] >= first for i in one.rests_on):
                continue
            users = {
                i: _renamed(s, {step.id: one.id}) for i, s in enumerate(result) if {step.id, one.id} & {*s.rests_on}
            }
            wider = claims | {one.id: one.claim}
            if judge.accepts(one, claims) and all(judge.accepts(s, wider) for s in users.values()):
                claims, result[first] = wider, one
                for i, s in users.items():
                    result[i] = s
                break
        else:
            merges.append(number)
    return result


def _joint(one: Step, other: Step) -> Step | None:
    """The step that says of a circle what two steps say of it."""
    claim = _of_both(one.claim, other.claim)
    if claim is None:
        return None
    uses, lengths = dict.fromkeys((*one.uses, *other.uses)), dict.fromkeys((*one.lengths, *other.lengths))
    return replace(one, claim=claim, uses=tuple(uses), lengths=tuple(lengths))


def _is_cyclic(claim: Claim) -> bool:
    return isinstance(claim, Statement) and claim.predicate is CYCLIC


def _of_both(one: Claim, other: Claim) -> Statement | None:
    """What two claims say of one circle."""
    if not (isinstance(one, Statement) and isinstance(other, Statement)):
        return None
    centers = [s.points[:1] for s in (one, other) if s.predicate is CIRCLE]
    points = dict.fromkeys(p for s in (one, other) for p in (s.points[1:] if s.predicate is CIRCLE else s.points))
    common = {*one.points} & {*other.points}
    if len({*centers}) > 1 or not common - {*chain.from_iterable(centers)}:
        return None
    return Statement(CIRCLE, (*centers[0], *points)) if centers else Statement(one.predicate, tuple(points))


def _without_spare_points(steps: Sequence[Step], judge: Judge) -> list[Step]:
    """Circles with no more points than their users need."""
    claims = {s.id: s.claim for s in steps}
    result = list(steps)
    for number, step in enumerate(steps[:-1]):
        claim = step.claim
        if step.rule != "concyclic_radii" or not isinstance(claim, Statement):
            continue
        users = [s for s in result if step.id in s.rests_on]
        for spare in claim.points[1:]:
            fewer = _without_point(result[number], spare, claims, judge)
            if fewer is not None and all(judge.accepts(u, claims | {step.id: fewer.claim}) for u in users):
                result[number] = fewer
                claims[step.id] = fewer.claim
    return result


def _without_point(step: Step, spare: str, claims: dict[str, Claim], judge: Judge) -> Step | None:
    points = tuple(p for p in step.points if p != spare)
    if len(points) < 4:
        return None
    whole = replace(step, points=points, claim=Statement(CIRCLE, points))
    fewer = judge.without_spare_uses(whole, claims)
    return None if fewer is None else judge.without_spare(fewer, claims)


def _without_spare_radii(steps: Sequence[Step], judge: Judge) -> list[Step]:
    """Circles that rest on no distance that others give already, as joined ones may."""
    claims = {s.id: s.claim for s in steps}
    result = []
    for step in steps:
        if step.rule == "concyclic_radii":
            for spare in reversed(step.uses):
                fewer = replace(step, uses=tuple(u for u in step.uses if u != spare))
                step = fewer if judge.accepts(fewer, claims) else step
        result.append(step)
    return result
