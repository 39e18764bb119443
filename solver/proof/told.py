"""Which steps of a proof a reader is told: not those that say again what is said, in other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import gcd
from types import MappingProxyType

from solver.knowledge.theorem import Kind, Theorem
from solver.proof.midlines import Midline, midlines
from solver.proof.steps import Step
from solver.proof.words import isosceles
from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.lengths import Lengths, equal_lengths, squared_ratio
from solver.statements.lines import Lines, collinear_points
from solver.statements.predicates import CONTRI, CONTRIR, CYCLIC, SIMTRI, SIMTRIR, Statement

#: What says that a midpoint halves a segment.
_SEEN = ("premise", "between")
_SIMILAR = (SIMTRI, SIMTRIR, CONTRI, CONTRIR)
#: An equation up to a factor, and up to whole turns.
_Key = tuple[Theory, tuple[tuple[Quantity, int], ...], tuple[tuple[int, Fraction], ...]]


def told_steps(steps: Sequence[Step], places: Mapping[str, complex] = MappingProxyType({})) -> frozenset[str]:
    """The steps (but premises) that say something new, and the last one.

    places: of the figure's points; with them a line by other points of it is the same line.
    """
    by_id = {s.id: s for s in steps}
    halves = midlines(steps, places)
    rows = [row for s in steps if places and s.rule == "premise" and (row := collinear_points(s.claim)) is not None]
    given = Lines(rows, places)
    told = {
        s.id
        for s in steps
        if s.rule != "premise"
        and not _is_on_line(s, given)
        and not _restates(s, [by_id[i] for i in s.rests_on], places, halves)
    }
    last = steps[-1]
    needs_last = not told or not set(last.rests_on) & told
    return frozenset(told | ({last.id} if needs_last and last.rule != "premise" else set()))


def _is_on_line(step: Step, given: Lines) -> bool:
    """Whether it says of points that are on one line as given, or by lines that it rests on alone, that they are collinear."""
    if collinear_points(step.claim) is None:
        return False
    if step.rule == "linear" and not step.uses:
        return True
    return given.say(step.claim)


def _is_same_pair(claim: Statement, other: object) -> bool:
    """Whether two claims say the same of two triangles, their vertices in another order."""
    if not isinstance(other, Statement) or other.predicate is not claim.predicate:
        return False
    return {*zip(claim.points[:3], claim.points[3:], strict=True)} == {
        *zip(other.points[:3], other.points[3:], strict=True)
    }


def _restates(
    step: Step, rests_on: Sequence[Step], places: Mapping[str, complex], halves: Mapping[str, Midline]
) -> bool:
    """Whether its claim is among what it rests on, or that two circles of the statement are one."""
    if step.rule == "concyclic_merge":
        return len(rests_on) == 1 or all(
            isinstance(s.claim, Statement) and s.claim.predicate is CYCLIC for s in (step, *rests_on)
        )
    if isinstance(step.claim, Statement) and step.claim.predicate in _SIMILAR:
        return any(_is_same_pair(step.claim, s.claim) for s in rests_on)
    if not rests_on:
        return False
    if step.rule == "between" and all(s.rule == "premise" for s in rests_on):
        return True
    if isinstance(step.claim, Equation) and _is_twice(step.claim) and all(s.rule in _SEEN for s in rests_on):
        return True
    lines = _lines_of(step, rests_on, places)
    own = {equation_key(lines.renamed(e)) for e in _equations(step)}
    known = {equation_key(lines.renamed(e)) for s in rests_on for e in _equations(s)}
    known |= {equation_key(lines.renamed(e)) for s in rests_on if s.id in halves for e in halves[s.id].equations}
    return bool(own) and own <= _with_sums(known)


def _lines_of(step: Step, rests_on: Sequence[Step], places: Mapping[str, complex]) -> Lines:
    """The lines modulo which a step says what it says; a step that says that points are collinear says it of one."""
    if not places or collinear_points(step.claim) is not None:
        return Lines((), places)
    sets = [points for s in rests_on if s.id in step.lines and (points := collinear_points(s.claim)) is not None]
    return Lines(sets, places)


def _is_twice(e: Equation) -> bool:
    """Whether an equation says that one segment is twice another."""
    found = squared_ratio(e)
    return found is not None and found[2] in (4, Fraction(1, 4))


def restated_sources(steps: Sequence[Step], told: frozenset[str]) -> Mapping[str, str]:
    """By a step that isn't told the one that it says again, if it is just one."""
    found: dict[str, str] = {}
    for s in steps:
        if s.rule != "premise" and s.id not in told and len(s.uses) == 1:
            (use,) = s.uses
            found[s.id] = found.get(use, use)
    return found


def _equations(step: Step) -> tuple[Equation, ...]:
    """What a reader takes from a step as it is told: of a triangle that is like its own mirror image two sides or angles."""
    claim = step.claim
    if isinstance(claim, Equation):
        return (claim,) if claim.terms else ()
    if claim.predicate in _SIMILAR:
        return _of_isosceles(step, claim)
    return () if claim.predicate is CYCLIC else claim.equations()


def _of_isosceles(step: Step, claim: Statement) -> tuple[Equation, ...]:
    apex = isosceles(claim)
    if apex is None:
        return ()
    b, c = sorted(set(claim.points) - {apex})
    if step.rule == "similar_aa":
        return (Equation.of(Theory.LOG, [(segment(apex, b), 1), (segment(apex, c), -1)]),)
    terms = [(segment(b, c), 2), (segment(apex, b), -1), (segment(apex, c), -1)]
    return (Equation.of(Theory.DIRECTION, terms),)


def _with_sums(known: set[_Key]) -> set[_Key]:
    """With what follows from equal lengths: OA = OC from OA = OB and OB = OC."""
    pairs = [{q for q, _ in terms} for theory, terms, constants in known if _are_equal(theory, terms, constants)]
    groups: list[set[Quantity]] = []
    for pair in pairs:
        joined = [g for g in groups if g & pair]
        groups = [g for g in groups if g not in joined] + [pair.union(*joined)]
    more = {
        equation_key(Equation.of(Theory.LOG, [(p, 1), (q, -1)]))
        for g in groups
        for p in sorted(g)
        for q in sorted(g)
        if p < q
    }
    return known | more


def _are_equal(
    theory: Theory, terms: tuple[tuple[Quantity, int], ...], constants: tuple[tuple[int, Fraction], ...]
) -> bool:
    return theory is Theory.LOG and not constants and sorted(c for _, c in terms) == [-1, 1]


def equation_key(e: Equation) -> _Key:
    if not e.terms:
        return e.theory, (), ()
    factor, terms, _ = e.whole
    common = gcd(*[k for _, k in terms]) * (1 if terms[0][1] > 0 else -1)
    scaled = [(b, c * Fraction(factor, common)) for b, c in e.constants]
    if e.theory is Theory.DIRECTION:
        scaled = [(b, c % 1) for b, c in scaled]
    return e.theory, tuple([(q, k // common) for q, k in terms]), tuple([(b, c) for b, c in scaled if c])


def cited_for_itself(steps: Sequence[Step]) -> Theorem | None:
    """The library's theorem that a proof is nothing but an instance of: it is cited from premises, and what it says is told."""
    premises = {s.id for s in steps if s.rule == "premise"}
    citing = [
        s for s in steps if s.theorem is not None and s.theorem.kind is Kind.THEOREM and premises >= {*s.rests_on}
    ]
    if len(citing) != 1 or citing[0].theorem is None or citing[0].theorem.is_own:
        return None
    told = told_steps(steps)
    meaning = [s for s in steps if s.id in told and s.rule == "meaning"]
    return None if len(told) > 1 + len(meaning) else citing[0].theorem


def congruent_steps(steps: Sequence[Step]) -> Mapping[str, tuple[str, ...]]:
    """The steps that say that triangles are similar in which two corresponding sides are one, or said to be equal.

    With each the premise that says so, where the step itself doesn't rest on it.
    """
    claims = {s.id: s.claim for s in steps}
    given = [(s.id, pair) for s in steps if s.rule == "premise" and (pair := equal_lengths(s.claim)) is not None]
    found: dict[str, tuple[str, ...]] = {}
    for step in steps:
        claim = step.claim
        if not isinstance(claim, Statement) or claim.predicate not in _SIMILAR:
            continue
        equal = [pair for i in step.rests_on if (pair := equal_lengths(claims[i])) is not None]
        lengths, p = Lengths(equal), claim.points
        sides = [(segment(p[i], p[j]), segment(p[3 + i], p[3 + j])) for i, j in ((0, 1), (1, 2), (2, 0))]
        if any(lengths.name(a) == lengths.name(b) for a, b in sides):
            found[step.id] = ()
        elif step.rule == "similar_aa":
            source = next((i for i, pair in given if any({a, b} <= pair for a, b in sides)), None)
            if source is not None:
                found[step.id] = (source,)
    return found
