"""Centers of circles in words: diameters under right angles, midpoints of hypotenuses, circles that are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from solver.proof.context import SAME_PLACE, Context, points_of
from solver.proof.steps import Step
from solver.proof.words import angle
from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.lengths import equal_lengths
from solver.statements.lines import Lines, collinear_points
from solver.statements.predicates import CIRCLE, Statement, equations_of


@dataclass(frozen=True)
class Diameter:
    """A circle on a diameter: its ends, and the right angles over it in words, each where it is known."""

    ends: tuple[str, str]
    angles: tuple[str, ...]


def diameter_of(step: Step, context: Context) -> Diameter | None:
    """`A, I, Q, R lie on the circle with diameter AI, since IQ ⟂ AC (6) and IR ⟂ AB (7)`: two right angles over one segment."""
    if step.rule != "concyclic_angle" or len(step.uses) not in (1, 2):
        return None
    from solver.proof.combinations import right_angles

    facts = right_angles([context.steps[use] for use in step.uses], context)
    if facts is None or len(facts) != 2:
        return None
    for ends in combinations(step.points, 2):
        others = [x for x in step.points if x not in ends]
        if all(any(_are_arms(lines, x, ends, context.places) for _, *lines in facts) for x in others):
            return Diameter(ends, tuple(words for words, *_ in facts))
    return None


def _are_arms(lines: Sequence[Quantity], x: str, ends: Sequence[str], at: Mapping[str, complex]) -> bool:
    """Whether two lines are those from a point to two others."""
    return any(
        all(_is_on(at[p], at[x], at[end]) for line, end in zip(lines, order, strict=True) for p in line)
        for order in (ends, ends[::-1])
    )


def _is_on(p: complex, a: complex, b: complex) -> bool:
    return abs(((p - a).conjugate() * (b - a)).imag) < SAME_PLACE * abs(b - a) ** 2


def _is_middle(o: str, a: str, b: str, at: Mapping[str, complex]) -> bool:
    return abs(at[a] + at[b] - 2 * at[o]) < SAME_PLACE * abs(at[a] - at[b])


# -- a center by what it rests on -----------------------------------------------------------------------------------


def hypotenuse(step: Step, context: Context) -> str | None:
    """`as M is the midpoint of the hypotenuse of the right triangle ABC`, where that is said."""
    at, (o, *on) = context.places, points_of(step)
    for a, b in combinations(on, 2):
        if _is_middle(o, a, b, at) and _are_said_equal(segment(o, a), segment(o, b), step, context):
            third = next(p for p in on if p not in (a, b))
            triangle = context.voice.joined((a, third, b))
            how = context.voice.phrases.hypotenuse.format(middle=context.voice[o], triangle=triangle)
            return context.with_refs(how, (*step.uses, *step.lengths))
    return None


def _are_said_equal(one: Quantity, other: Quantity, step: Step, context: Context) -> bool:
    """Whether a step rests on two lengths being equal; else it is what it shows."""
    said = (equal_lengths(context.steps[i].claim) for i in (*step.uses, *step.lengths))
    return any(pair is not None and {one, other} <= pair for pair in said)


@dataclass(frozen=True)
class _BaseAngles:
    """A point o on the hypotenuse ab of a triangle that is right at v, and the equal angles of triangle ovb.

    said: the step that says them, in some form; right: that which says that the triangle is right.
    """

    triangle: tuple[str, str, str]
    equal: Equation
    arms: tuple[tuple[Quantity, Quantity], tuple[Quantity, Quantity]]
    said: str
    right: str


def _base_angles(step: Step, context: Context) -> _BaseAngles | None:
    """How a center that is where two diameters meet is the midpoint of a hypotenuse."""
    uses = [use for use in step.uses if _is_direction(context.steps[use])]
    if step.rule != "centre" or len(points_of(step)) != 4 or len(uses) != 2:
        return None
    from solver.proof.combinations import equation_of

    at, (o, *on), lines = context.places, points_of(step), _given_lines(step, context)
    for v in on:
        a, b = (p for p in on if p != v)
        if not _is_middle(o, a, b, at):
            continue
        right = Equation.of(Theory.DIRECTION, [(segment(v, a), 1), (segment(v, b), -1)], {1: Fraction(1, 2)})
        for said, other in (uses, uses[::-1]):
            if not _is_multiple(lines.renamed(equation_of(context.steps[other].claim)), lines.renamed(right)):
                continue
            for end in (a, b):
                arms = (segment(o, v), segment(v, end)), (segment(v, end), segment(o, end))
                terms = [(q, c) for x, y in (arms[0], arms[1][::-1]) for q, c in ((y, 1), (x, -1))]
                equal = Equation.of(Theory.DIRECTION, terms)
                if _chain(said, other, equal, step, context) is not None:
                    return _BaseAngles((a, v, b), equal, arms, said, other)
    return None


def _given_lines(step: Step, context: Context) -> Lines:
    """The lines that a step takes as one, and those that are given."""
    some = [context.steps[i] for i in step.lines]
    some += [s for s in context.steps.values() if s.rule == "premise"]
    return Lines([row for s in some if (row := collinear_points(s.claim)) is not None], context.places)


def _is_direction(step: Step) -> bool:
    claim = step.claim
    equations = equations_of(claim)
    return len(equations) == 1 and equations[0].theory is Theory.DIRECTION


def _is_multiple(one: Equation, other: Equation) -> bool:
    """Whether two equations of directions have the same terms, up to a sign."""
    return any({q: sign * c for q, c in one.terms} == dict(other.terms) for sign in (1, -1))


def _chain(said: str, right: str, equal: Equation, step: Step, context: Context) -> str | None:
    """The equal angles as a chain of what says them."""
    from solver.proof.combinations import chain_in_words

    shown = context.steps[said]
    is_linear = shown.rule == "linear" and context.is_own([said])
    uses = (*shown.uses, right) if is_linear else (said, right)
    forms = (*(shown.forms or (None,) * len(shown.uses)), None) if is_linear else (None, None)
    given = (s.id for s in context.steps.values() if s.rule == "premise" and collinear_points(s.claim) is not None)
    lines = tuple(dict.fromkeys((*shown.lines, *step.lines, *given)))
    for one in (1, -1):
        for other in (1, -1):
            mine = [one * c for c in shown.coefficients] if is_linear else [Fraction(one)]
            made = replace(
                shown, claim=equal, rule="linear", points=(), uses=uses, coefficients=(*mine, Fraction(other)),
                forms=forms, lines=lines, lengths=(),
            )  # fmt: skip
            words = chain_in_words(made, context)
            if words is not None:
                return words
    return None


def base_angles_in_words(step: Step, user: Step, context: Context) -> str | None:
    """`∡MPD = ∡CBD + 90° (4) = ∡PDM (1, 2)`, told before `so MA = MD = MP in the right triangle APD`."""
    found = _base_angles(user, context)
    if found is None or found.said != step.id:
        return None
    return _chain(found.said, found.right, found.equal, user, context)


def right_triangle(step: Step, context: Context) -> str | None:
    """`as ∡MPD = ∡PDM (6) in the right triangle APD (2)`."""
    found = _base_angles(step, context)
    if found is None:
        return None
    phrases, voice = context.voice.phrases, context.voice
    triangle = voice.joined(found.triangle)
    if context.is_own([found.said]):
        how = phrases.in_right_triangle.format(triangle=triangle, vertex=voice[found.triangle[1]])
        return context.with_refs(how, [found.right])
    triangle = context.with_refs(triangle, [found.right])
    angles = " = ".join(angle(x, y, voice) for x, y in found.arms)
    return phrases.as_in_right_triangle.format(angles=context.with_refs(angles, [found.said]), triangle=triangle)


def as_radii(step: Step, context: Context) -> str | None:
    """`EA = EC = EH` for the midpoint of a hypotenuse, of which nobody says that it is the center of a circle."""
    if step.rule != "centre" or (hypotenuse(step, context) is None and _base_angles(step, context) is None):
        return None
    o, *on = points_of(step)
    return " = ".join(context.voice.joined((o, p)) for p in on)


def merged(step: Step, context: Context) -> str:
    """`as O is the midpoint of the diameter BC (10, 11)`; else that circles have three points in common."""
    phrases, voice = context.voice.phrases, context.voice
    ids = (*step.uses, *step.lengths)
    claim = step.claim
    if isinstance(claim, Statement) and claim.predicate is CIRCLE:
        for use in step.uses:
            circle = diameter_of(context.steps[use], context)
            if circle is not None and _is_middle(claim.points[0], *circle.ends, context.places):
                how = phrases.middle_of_diameter
                return how.format(
                    middle=voice[claim.points[0]], ends=voice.joined(circle.ends), where=context.refs(ids)
                )
    return context.with_refs(phrases.hows[step.rule], ids)
