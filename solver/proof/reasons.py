"""Why a step follows, in words: one phrase for each rule of docs/certificate.md.

A theorem's phrase says what it needs in the form in which the theorem asks for it (the two equal angles of similar
triangles, say) and where that was shown; a combination is a chain, or the list of the facts that it adds up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from solver.proof.centers import as_radii, base_angles_in_words, diameter_of
from solver.proof.context import Context, equal_sides, points_of
from solver.proof.steps import Step
from solver.proof.style import Style
from solver.proof.theorem_words import (
    SAY_LENGTHS,
    THEOREMS,
    all_said,
    by_name,
    criterion,
    of_lengths,
)
from solver.proof.words import claim_in_words, isosceles
from solver.statements.equation import Theory, segment
from solver.statements.lengths import equal_lengths
from solver.statements.lines import collinear_points
from solver.statements.predicates import CIRCLE, Statement

#: Theorems on two triangles, of which each equal angle and side is a reason.
_OF_TRIANGLES = ("similar_aa", "similar_sas", "similar_ssa")
#: A word, which a chain of equal expressions hasn't.
_WORDS = re.compile(r"\b(?!sin∠)[a-z]{3,}|[\u4e00-\u9fff]")
#: Facts that are said again at most where a theorem with a name is cited.
MOST_SAID = 3


def sentence(step: Step, context: Context, first: Sequence[Step] = ()) -> str:
    """The claim and why it follows; a chain that begins and ends as the claim does is both at once.

    first: the steps that are told before it in the same line, `∡ECD = ∡EPD (2, 3)` before `so C, P, D, E are concyclic`.
    """
    phrases = context.voice.phrases
    if (joined := _among_reasons(step, first, context)) is not None:
        return f"{joined}{phrases.stop}"
    said = clause(step, context)
    if first and step.id not in context.midlines and circle_on_diameter(step, context) is None:
        before = phrases.semicolon.join(_before(inner, step, context) for inner in first)
        claim = as_radii(step, context) or context.claimed(step)
        said = (phrases.so if said.startswith(claim) else phrases.so_also).format(first=before, then=said)
    return f"{said}{phrases.stop}"


def _among_reasons(step: Step, first: Sequence[Step], context: Context) -> str | None:
    """`△SOP ≅ △TOP (HL), since ∡OSP = 90° (2) = ∡PTO (3) and SO = TO (1)`: chains that are reasons beside others."""
    is_plain = step.id not in context.midlines and isosceles(step.claim) is None
    if not first or step.rule not in _OF_TRIANGLES or not is_plain:
        return None
    how, rest = THEOREMS[step.rule](step, context)
    chains = [_before(inner, step, context) for inner in first]
    if how or not rest or any(_WORDS.search(chain) for chain in chains):
        return None
    voice = context.voice
    claim = f"{context.claimed(step)}{criterion(step, context)}"
    return _granting(step, voice.because(claim, "", voice.enumerated([*chains, rest])), context)


def _before(step: Step, user: Step, context: Context) -> str:
    """A step told in its user's line; of points on a circle equal angles are shown, whichever they are."""
    if step.rule == "linear" and user.rule == "concyclic_angle":
        from solver.proof.combinations import equal_angles_over_a_chord

        shown = equal_angles_over_a_chord(step, frozenset(user.points), context)
        if shown is not None:
            return shown
    if step.rule == "linear" and user.rule == "centre":
        shown = base_angles_in_words(step, user, context)
        if shown is not None:
            return shown
    return clause(step, context)


def clause(step: Step, context: Context) -> str:
    """The sentence without its stop, as a part of another."""
    voice = context.voice
    claim = as_radii(step, context) or context.claimed(step)
    if (diameter := _diameter(step, context)) is not None:
        return voice.phrases.semicircle.format(claim=claim, said=diameter)
    if (circle := circle_on_diameter(step, context)) is not None:
        return circle
    if (midline := context.midlines.get(step.id)) is not None:
        triangle = voice.joined((midline.apex, *midline.base))
        how = voice.phrases.midline.format(line=voice.joined(midline.line), triangle=triangle)
        return voice.because(claim, context.with_refs(how, midline.rests))
    if _is_of_congruent_triangles(step, context):
        return voice.because(claim, "", context.said(step.uses[0]))
    if step.rule == "identity":
        from solver.proof.computed import by_frame

        if (computed := by_frame(step, claim, context)) is not None:
            return computed
    if step.rule == "linear":
        from solver.proof.combinations import combination

        said = combination(step, claim, context)
    elif step.theorem is not None:
        how = voice.theorem(step.theorem.name, step.theorem.chinese)
        said = voice.because(claim, *_cited(step, how, context))
    elif (apex := isosceles(step.claim)) is not None:
        said = _of_isosceles(step, apex, claim, context)
    else:
        make = THEOREMS.get(step.rule, by_name)
        said = voice.because(f"{claim}{criterion(step, context)}", *make(step, context))
    return _granting(step, said, context)


def _granting(step: Step, said: str, context: Context) -> str:
    """The sentence with what it takes for granted: lines and equal lengths that it doesn't say itself."""
    voice = context.voice
    says_lengths = step.rule in SAY_LENGTHS and (bool(step.uses) or step.rule != "meaning")
    granted = [
        words for words in (_on_lines(step, context), "" if says_lengths else of_lengths(step, context)) if words
    ]
    return voice.phrases.granted.format(sentence=said, granted=voice.enumerated(granted)) if granted else said


def _is_of_congruent_triangles(step: Step, context: Context) -> bool:
    """Whether it says that two sides are equal, which congruent triangles have in common."""
    if step.rule not in ("linear", "meaning") or len(step.uses) != 1 or step.uses[0] not in context.congruent:
        return False
    pair, triangles = equal_lengths(step.claim), points_of(context.steps[step.uses[0]])
    sides = [
        (segment(*(triangles[i] for i in s)), segment(*(triangles[3 + i] for i in s))) for s in ((0, 1), (1, 2), (0, 2))
    ]
    return pair is not None and any(pair == {a, b} for a, b in sides)


def _of_isosceles(step: Step, apex: str, claim: str, context: Context) -> str:
    """Equal sides have equal angles opposite to them, or the other way round."""
    voice = context.voice
    triangle = voice.joined((apex, *sorted(set(points_of(step)) - {apex})))
    if step.rule == "similar_aa":
        angles = "" if context.is_own(step.uses) else context.with_refs(claim_in_words(step.claim, voice), step.uses)
        return voice.because(claim, voice.phrases.equal_sides.format(triangle=triangle), angles)
    ids = (*step.uses, *step.lengths)
    sides = "" if context.is_own(ids) else context.with_refs(equal_sides(step, apex, voice), ids)
    return voice.because(claim, voice.phrases.base_angles.format(triangle=triangle), sides)


def _cited(step: Step, how: str, context: Context) -> tuple[str, str]:
    """A few facts are said again; of many that a theorem takes only the numbers."""
    if len(step.uses) <= MOST_SAID:
        return how, all_said(step, context)
    return context.with_refs(how, step.uses), ""


def _on_lines(step: Step, context: Context) -> str:
    """`A, B, M (2) and C, D, N (5) are collinear`: what was proved so; what is given so a reader sees in the figure, and is told in the directed style only."""
    is_full = context.style is Style.DIRECTED
    proved = [i for i in step.lines if is_full or not (context.steps[i].rule == "premise" or _is_given(i, context))]
    if not proved:
        return ""
    voice = context.voice
    points = [sorted(collinear_points(context.steps[i].claim) or ()) for i in proved]
    sets = [context.with_refs(voice.listed(p), [i]) for p, i in zip(points, proved, strict=True)]
    template = voice.phrases.collinear if len(sets) == 1 else voice.phrases.each_collinear
    return template.format(sets=voice.enumerated(sets))


def _is_given(step: str, context: Context) -> bool:
    """Whether a step that isn't told only restates premises."""
    found = context.steps[step]
    return step in context.sources and all(
        context.steps[i].rule == "premise" or _is_given(i, context) for i in found.rests_on
    )


def _diameter(step: Step, context: Context) -> str | None:
    """`AB is a diameter (1, 2)` for a right angle over it."""
    if step.rule != "linear" or len(step.uses) != 1 or len(step.lines) != 1:
        return None
    from solver.proof.combinations import equation_of

    circle, e = context.steps[step.uses[0]].claim, equation_of(step.claim)
    on_line = set(collinear_points(context.steps[step.lines[0]].claim) or ())
    if not isinstance(circle, Statement) or circle.predicate is not CIRCLE or e.theory is not Theory.DIRECTION:
        return None
    ends = on_line & set(circle.points[1:])
    arms = [set(q) for q, _ in e.terms]
    if len(arms) != 2 or circle.points[0] not in on_line or len(arms[0] & arms[1]) != 1 or arms[0] ^ arms[1] != ends:
        return None
    diameter = context.voice.joined(sorted(ends))
    return f"{context.voice.phrases.diameter.format(ends=diameter)} {context.refs((*step.uses, *step.lines))}"


def circle_on_diameter(step: Step, context: Context) -> str | None:
    """`A, I, Q, R lie on the circle with diameter AI, since IQ ⟂ AC (6) and IR ⟂ AB (7)`."""
    found, voice = diameter_of(step, context), context.voice
    if found is None:
        return None
    points, ends = voice.listed(sorted(step.points)), voice.joined(found.ends)
    return voice.because(
        voice.phrases.on_diameter.format(points=points, ends=ends), "", voice.enumerated(list(found.angles))
    )
