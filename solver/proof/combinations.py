"""A combination of facts in words: a chain of equal expressions, named angles, or what is left once something is eliminated."""

from __future__ import annotations

from cmath import phase
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, permutations
from math import lcm, pi

from solver.proof.angles import theorems_on_circle
from solver.proof.chain import chain
from solver.proof.context import Context
from solver.proof.midlines import told_by_midlines
from solver.proof.named_angles import Fact, Named, with_names
from solver.proof.phrases.phrases import Voice
from solver.proof.steps import Step
from solver.proof.words import angle, claim_in_words, equation_in_words, primitive, quantity_in_words, sides_in_words
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.predicates import CIRCLE, CYCLIC, Statement, equations_of

#: Facts that are told as of two lines and a third, at most.
MOST_COMPARED = 6


def combination(step: Step, claim: str, context: Context) -> str:
    """The claim of a linear step and why it follows, without a stop."""
    links = _links(step, context)
    if links is None or any("+ ∡" in words for words, _ in links):
        both = _over_a_third_line(step, claim, context)
        if both is not None:
            return both
    if links is None:
        return _sum(step, claim, context)
    shown = _shown(links, context)
    if _is_said_by(links, step.claim, claim, context.voice):
        return shown
    phrases = context.voice.phrases
    return (phrases.halved if _is_turned(step) else phrases.chained).format(claim=claim, chain=shown)


def _over_a_third_line(step: Step, claim_words: str, context: Context) -> str | None:
    """`since HX ⟂ AW (6, 14) and HY ⟂ AW (8, 20)`: two lines compared with a third, where the facts are of both kinds."""
    claim, voice = equation_of(step.claim), context.voice
    facts = _facts(step, context)
    if claim.theory is not Theory.DIRECTION or len(claim.terms) != 2 or not 2 < len(facts) <= MOST_COMPARED:
        return None
    rename, scale = _renaming(step, claim.theory, context), _scale(claim)
    facts = [replace(f, factor=f.factor * scale) for f in facts]
    if any(f.factor.denominator > 1 for f in facts):
        return None
    for size in range(1, len(facts)):
        for some in combinations(facts, size):
            rest = [f for f in facts if f not in some]
            both = [_compared(part, rename) for part in (some, rest)]
            if all(both):
                shown = [
                    context.with_refs(equation_in_words(e, voice), [f.use for f in part])
                    for e, part in zip(both, (some, rest), strict=True)
                    if e is not None
                ]
                return voice.because(claim_words, "", voice.enumerated(shown))
    return None


def _compared(facts: Sequence[_Fact], rename: Callable[[Quantity], Quantity]) -> Equation | None:
    """What some facts say of two lines, that they are parallel or perpendicular; None where they say anything else."""
    shown: dict[Quantity, Quantity] = {}
    total: dict[Quantity, Fraction] = {}
    turn = Fraction(0)
    for fact in facts:
        for q, c in fact.equation.terms:
            shown.setdefault(rename(q), q)
            total[rename(q)] = total.get(rename(q), Fraction(0)) + fact.factor * c
        turn += fact.factor * sum((c for _, c in fact.equation.constants), Fraction(0))
    terms = [(shown[key], c) for key, c in total.items() if c]
    if sorted(c for _, c in terms) != [-1, 1] or turn.denominator > 2:
        return None
    return Equation.of(Theory.DIRECTION, terms, {1: turn})


def _is_said_by(
    links: Sequence[tuple[str, tuple[str, ...]]], said: Equation | Statement, claim: str, voice: Voice
) -> bool:
    """Whether a chain's ends are the claim's sides, in either order."""
    ends = links[0][0], links[-1][0]
    if claim == " = ".join(ends):
        return True
    e = equation_of(said)
    return e.theory is not Theory.DIRECTION and equation_in_words(e, voice) == claim == " = ".join(ends[::-1])


def _shown(links: list[tuple[str, tuple[str, ...]]], context: Context) -> str:
    return " = ".join([links[0][0], *(context.with_refs(words, uses) for words, uses in links[1:])])


def equal_angles_over_a_chord(step: Step, points: frozenset[str], context: Context) -> str | None:
    """The chain alone, where its ends are the angles under which two of four points see the others."""
    links = _links(step, context)
    if links is None or len(links) < 2:
        return None
    voice = context.voice
    angles = {angle((v, a), (v, b), voice): angle((w, a), (w, b), voice) for a, v, b, w in permutations(points)}
    first, last = links[0][0], links[-1][0]
    if angles.get(first) == last:
        return _shown(links, context)
    first, last = first.removeprefix("2"), last.removeprefix("2")
    if angles.get(first) != last or f"2{first}" != links[0][0] or f"2{last}" != links[-1][0]:
        return None
    return voice.phrases.chained.format(claim=f"{first} = {last}", chain=_shown(links, context))


def chain_in_words(step: Step, context: Context) -> str | None:
    """The combination as a chain that says the claim, if it is one."""
    links = _links(step, context)
    if links is None or len(links) < 2:
        return None
    said = claim_in_words(step.claim, context.voice)
    return _shown(links, context) if _is_said_by(links, step.claim, said, context.voice) else None


def _is_turned(step: Step) -> bool:
    """Whether the double of what is claimed doesn't say it: that two lines are at right angles, say, rather than parallel."""
    claim = equation_of(step.claim)
    whole = lcm(*((c * _scale(claim)).denominator for c in step.coefficients))
    fraction = any((c * _scale(claim)).denominator != 1 for _, c in claim.constants)
    return claim.theory is Theory.DIRECTION and whole > 1 and fraction


def _links(step: Step, context: Context) -> list[tuple[str, tuple[str, ...]]] | None:
    """The expressions of a chain with the uses that lead to them, if the combination is one."""
    claim = equation_of(step.claim)
    facts = _facts(step, context)
    if _are_between_lines(claim, facts):
        return None  # better listed
    scale = _scale(claim)
    whole = lcm(*((f.factor * scale).denominator for f in facts))
    weighted = [(f.factor * scale * whole, f.equation) for f in facts]
    links = chain(claim.scaled(scale * whole), weighted, _renaming(step, claim.theory, context), context.voice)
    if links is None:
        return None
    told = [(words, tuple(facts[i].use for i in some)) for words, some in links]
    shorter = _without_right_angles(told)
    return told if len(shorter) == 2 and _is_seen_by_its_link(facts, context) else shorter


def _is_seen_by_its_link(facts: Sequence[_Fact], context: Context) -> bool:
    """Whether equal angles aren't seen from two right angles, or from a tangent's, but only with the link between."""
    claims = [context.steps[f.use].claim for f in facts if len(f.equation.terms) > 2]
    centers = {s.points[0] for s in claims if isinstance(s, Statement) and s.predicate is CIRCLE}
    right = [f.equation.points() for f in facts if len(f.equation.terms) == 2]
    return bool(claims) and not any(centers & points for points in right)


def _without_right_angles(links: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    """A link that only differs by a right angle from what follows is told with that: `∡RAQ = ∡RIQ (6, 7)`."""
    found: list[tuple[str, tuple[str, ...]]] = []
    waiting: tuple[str, ...] = ()
    for number, (words, uses) in enumerate(links):
        is_inside = 0 < number < len(links) - 1
        if is_inside and "+ 90°" in words and "+ 90°" not in links[number + 1][0] and "+" not in links[number - 1][0]:
            waiting = (*waiting, *uses)
        else:
            found.append((words, (*waiting, *uses)))
            waiting = ()
    return found


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
        e = form or equation_of(said)
        scale = _scale(e)
        parts = [e.scaled(scale)]
        if form and isinstance(said, Statement) and said.predicate in (CYCLIC, CIRCLE) and e.theory is Theory.DIRECTION:
            parts = theorems_on_circle(parts[0], said.points[0] if said.predicate is CIRCLE else None)
        facts += [_Fact(c / scale, part, use) for part in parts]
    told = [(f.factor, f.equation, f.use) for f in facts]
    rename = _renaming(step, equation_of(step.claim).theory, context)
    facts = [_Fact(*part) for part in told_by_midlines(told, context.midlines, rename)]
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
    return context.lines(step).name if theory is Theory.DIRECTION else context.lengths(step).name


def _scale(e: Equation) -> Fraction:
    """What makes the terms' coefficients coprime integers."""
    return primitive(e).terms[0][1] / e.terms[0][1]


def equation_of(claim: Equation | Statement) -> Equation:
    """A claim as the one equation that it means."""
    return equations_of(claim)[0]


def _fact(fact: _Fact, context: Context) -> str:
    return context.with_refs(equation_in_words(fact.equation, context.voice), [fact.use])


def _only_fact(fact: _Fact, step: Step, context: Context) -> str:
    """The fact, or its source where the fact reads like the claim."""
    if context.is_own([fact.use]):
        return ""
    words = equation_in_words(fact.equation, context.voice)
    return context.said(fact.use) if words == claim_in_words(step.claim, context.voice) else _fact(fact, context)


def _sum(step: Step, claim_words: str, context: Context) -> str:
    """The facts, and what they come to: angles by their names, lengths once those that aren't asked for are eliminated."""
    voice = context.voice
    claim = equation_of(step.claim)
    facts = [replace(f, factor=f.factor * _scale(claim)) for f in _facts(step, context)]
    if len(facts) == 1:
        return voice.because(claim_words, "", _only_fact(facts[0], step, context))
    if _are_between_lines(claim, facts):
        return voice.because(claim_words, "", voice.enumerated([_fact(f, context) for f in facts]))
    if claim.theory is Theory.DIRECTION:
        return _angles(step, claim, claim_words, facts, context)
    said = [context.with_refs(" = ".join(_turned(fact, voice)), [fact.use]) for fact in facts]
    gone = [] if claim.theory is Theory.LOG else _eliminated(claim, facts)
    template = voice.phrases.product if claim.theory is Theory.LOG else voice.phrases.sum
    spare = voice.phrases.eliminating.format(
        what=voice.enumerated([quantity_in_words(q, claim.theory, voice) for q in gone])
    )
    return template.format(claim=claim_words, facts=voice.enumerated(said), spare=spare if gone else "")


def _turned(fact: _Fact, voice: Voice) -> tuple[str, str]:
    """Its sides, so that it is to be added, or multiplied."""
    return sides_in_words(fact.equation if fact.factor > 0 else fact.equation.scaled(-1), voice)


def _eliminated(claim: Equation, facts: Sequence[_Fact]) -> list[Quantity]:
    """What stands in the facts, but not in what they come to."""
    kept = {q for q, _ in claim.terms}
    return list(dict.fromkeys(q for f in facts for q, _ in f.equation.terms if q not in kept))


def _angles(step: Step, claim: Equation, claim_words: str, facts: Sequence[_Fact], context: Context) -> str:
    voice, phrases = context.voice, context.voice.phrases
    rename = _renaming(step, Theory.DIRECTION, context)
    named = with_names(claim.scaled(_scale(claim)), [Fact(f.equation, f.use) for f in facts], rename, context)
    if named is None:
        return phrases.sum.format(
            claim=claim_words, facts=voice.enumerated([_fact(f, context) for f in facts]), spare=""
        )
    known = [phrases.named_before.format(names=voice.enumerated(n), line=f"({i})") for i, n in named.known.items()]
    lets = [phrases.let_known.format(names=voice.enumerated(known))] if known else []
    lets += [phrases.let.format(names=voice.enumerated(named.lets))] if named.lets else []
    said = (
        phrases.let_more.format(known=lets[0], names=voice.enumerated(named.lets)) if len(lets) > 1 else "".join(lets)
    )
    if named.then:
        template = phrases.then if named.lets else phrases.then_known
        said = template.format(first=said, then=voice.enumerated(named.then))
    if named.is_chain and claim_words == _ends(named.values[0]):
        return _granting(phrases.by_chain.format(first=said, values=named.values[0]), named, voice)
    said = phrases.by_names[bool(named.values), bool(named.relations)].format(
        first=said,
        values=voice.enumerated(named.values),
        relation=voice.enumerated(named.relations),
        claim=claim_words,
    )
    return _granting(said, named, voice)


def _ends(equal: str) -> str:
    """`x = z` of `x = y = z`."""
    first, *_, last = equal.split(" = ")
    return f"{first} = {last}"


def _granting(said: str, named: Named, voice: Voice) -> str:
    if not named.silent:
        return said
    return voice.phrases.granted.format(sentence=said, granted=voice.enumerated(named.silent))


def right_angles(steps: Sequence[Step], context: Context) -> list[tuple[str, Quantity, Quantity]] | None:
    """`IQ ⟂ AC (6)` and its lines for each fact that some steps combine; None where there is another one among them."""
    found: list[tuple[str, Quantity, Quantity]] = []
    for step in steps:
        facts = [_Fact(Fraction(1), e, step.id) for e in equations_of(step.claim)] if step.rule == "premise" else []
        facts = _facts(step, context) if step.rule == "linear" else facts
        if not facts:
            return None
        for fact in facts:
            e = fact.equation
            turn = -180 * sum((c for _, c in e.constants), Fraction(0)) % 180
            if e.theory is not Theory.DIRECTION or len(e.terms) != 2 or turn != 90:
                return None
            found.append((_fact(fact, context), e.terms[0][0], e.terms[1][0]))
    return found
