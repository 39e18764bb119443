"""Rules without the net: random instances of every rule of the checker, right ones and wrong ones.

The checker tests each claim numerically, too; that hides a rule that takes what doesn't follow. Here it is the rule alone
that judges. In random figures full of coincidences (regular polygons, parallels and ratios, circles and tangents, similar
triangles, points at one place), premises of a rule's shape are taken that are true there, and a step is made of them whose
points, factors and constants are often wrong. Whenever `check_step` accepts it, and the side conditions hold that it asks
for, its claim must be true: as an equation between real numbers, directions in [0, 1).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np

from solver.checker.conditions import holds
from solver.checker.figures import Figure
from solver.checker.rules import RULES, check_step
from solver.checker.schema import Step
from solver.errors import CertificateError
from solver.soundness.bounds import bounded_step, inequality
from solver.soundness.rule_claims import Figures, claimed, made_true
from solver.soundness.rule_figures import FIGURES, OWN
from solver.soundness.rule_shapes import MIDLINE, named, shape_of
from solver.statements.equation import Equation, Theory, linear_combination
from solver.statements.predicates import (
    ANGEQ,
    DISTMEQ,
    DISTSEQ,
    SQDISTSEQ,
    Claim,
    Statement,
    unmeant,
)

#: A claim is false where it is off by more.
FALSE = 1e-6
#: How often an equation is said by a predicate.
WORDS = 0.1
#: How often another rule than `bound` claims an inequality.
INEQUALITIES = 0.02
#: Steps at one choice of points: finding out what is true there takes longer than a step.
WAYS = 4
#: Rules whose steps take long to judge.
SLOW = ("identity",)


class _Clear(Figure):
    """Here what is positive is so by more than rounding."""

    clear = 1e-15


@dataclass(frozen=True)
class WrongStep:
    """A step that was taken though its claim is false in its figure."""

    rule: str
    step: Step
    claims: Mapping[str, Claim]
    at: Figures
    error: Fraction | float | None

    def __str__(self) -> str:
        """All that it takes to call `check_step` again."""
        places = ", ".join(f"{p}: {z!r}" for p, z in self.at.items())
        cited = f" ({self.step.theorem.id})" if self.step.theorem is not None else ""
        lines = [f"rule {self.rule}{cited} at {' '.join(self.step.points)}, places {{{places}}}"]
        coefficients = self.step.coefficients or (None,) * len(self.step.uses)
        for used, c in zip(self.step.uses, coefficients, strict=True):
            lines.append(f"  uses {'' if c is None else f'{c} times '}{self.claims[used]}")
        lines.append(f"  claims {self.step.claim}, false by {self.error}")
        return "\n".join(lines)


@dataclass
class RulesReport:
    """How many instances of each rule were made and taken, and those that shouldn't have been."""

    made: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    wrong: list[WrongStep] = field(default_factory=list)

    def update(self, other: RulesReport) -> None:
        self.made.update(other.made)
        self.taken.update(other.taken)
        self.wrong.extend(other.wrong)

    def add(self, name: str, step: Step, claims: Mapping[str, Claim], at: Figures) -> None:
        """Judge an instance; name: under which it is counted."""
        self.made[name] += 1
        is_taken, is_wrong = judged(step, claims, at)
        self.taken[name] += is_taken
        if is_wrong:
            error = Figure(at).lifted_error(step.claim)
            self.wrong.append(shrunk(WrongStep(name, step, claims, at, error)))


def examine_rules(count: int, seed: int | Sequence[int] = 0, rules: Sequence[str] = ()) -> RulesReport:
    """Random instances of all rules but the slow ones, or of those named, in turn; count: how many are tried."""
    rng = np.random.default_rng(seed)
    report = RulesReport()
    names = rules or [name for name in RULES if name not in SLOW]
    for number in range(-(-count // WAYS)):
        name = names[number % len(names)]
        builders = OWN.get(name, FIGURES) if rng.random() < 0.8 else FIGURES
        at = builders[int(rng.integers(len(builders)))](rng)
        pattern = pattern_of(name, at, rng)
        if pattern is None:
            continue
        for _ in range(min(WAYS, count - number * WAYS)):
            made = instance(pattern, rng)
            if made is not None:
                report.add(name, *made, at)
    return report


def judged(step: Step, claims: Mapping[str, Claim], at: Figures) -> tuple[bool, bool]:
    """Whether a step is taken in a figure where its premises are true, and whether that is wrong."""
    try:
        needs = check_step(step, claims, at)
    except CertificateError:
        return False, False
    if not all(holds(need, at) for need in needs):
        return False, False
    error = _Clear(at).lifted_error(step.claim)
    if error is None and isinstance(step.claim, Statement):
        return True, False  # it names one place twice, and says nothing
    return True, error is None or not error < FALSE


def shrunk(wrong: WrongStep) -> WrongStep:
    """The same with as few premises as do."""
    step, used = wrong.step, list(wrong.step.uses)
    if step.rule == "linear":
        return wrong  # each use has its coefficient
    for spare in wrong.step.uses:
        fewer = replace(step, uses=tuple(u for u in used if u != spare))
        if judged(fewer, wrong.claims, wrong.at)[1]:
            step, used = fewer, list(fewer.uses)
    return replace(wrong, step=step, claims={u: wrong.claims[u] for u in used})


@dataclass(frozen=True)
class Pattern:
    """What a rule is about at points of a figure: premises that are true there, and what may be claimed."""

    rule: str
    at: Figures
    points: Sequence[str]
    true: Sequence[Claim] = ()
    claims: Sequence[Claim] = ()


def pattern_of(rule: str, at: Figures, rng: np.random.Generator) -> Pattern | None:
    """A rule at random points of a figure. None where the random choice has none."""
    p = list(at)
    if rule == "bound":
        return Pattern(rule, at, p)
    for _ in range(int(rng.choice([0, 0, 1, 2, 8]))):
        i, j = map(int, rng.integers(len(p), size=2))
        p[i], p[j] = p[j], p[i]
    if rng.random() < 0.1:
        p[int(rng.integers(6))] = p[int(rng.integers(6))]
    try:
        premises, claims = shape_of(rule, p, at, rng)
        true = [made for s in premises if (made := made_true(s, at, rng)) is not None]
    except ValueError:  # a quantity with the same point twice
        return None
    return Pattern(rule, at, p, true, claims) if claims else None


def instance(pattern: Pattern, rng: np.random.Generator) -> tuple[Step, dict[str, Claim]] | None:
    """A step with true premises; its claim may be false. None where the random choice has none."""
    rule, at, names = pattern.rule, pattern.at, list(pattern.at)
    if rule == "bound":
        return bounded_step(names, rng), {}
    uses = [s for s in pattern.true if rng.random() < 0.9]
    said = claimed(pattern.claims[int(rng.integers(len(pattern.claims)))], at, rng)
    if said is None:
        return None
    points = list(named(rule, pattern.points))
    if len(points) > 1 and rng.random() < 0.1:
        points[int(rng.integers(len(points)))] = names[int(rng.integers(len(names)))]
    ids = tuple(f"u{i}" for i in range(len(uses)))
    coefficients: tuple[Fraction, ...] = ()
    if rule == "linear":
        coefficients = tuple(Fraction(int(rng.choice([-2, -1, 1, 2])), int(rng.choice([1, 1, 2]))) for _ in uses)
        found = _combined(coefficients, uses, at)
        if found is not None and rng.random() < 0.9:
            said = found
    uses = [_in_words(s) if rng.random() < WORDS else s for s in uses]
    said = _in_words(said) if rng.random() < WORDS else said
    said = inequality(names, rng) if rng.random() < INEQUALITIES else said
    theorem = MIDLINE if rule == "theorem" else None
    step = Step("s", rule, tuple(points), ids, coefficients, said, theorem=theorem)
    return step, dict(zip(ids, uses, strict=True))


def _in_words(said: Claim) -> Claim:
    """An equation as the predicate that says it, where there is one."""
    if isinstance(said, Statement) or not said.terms or any(len(q) != 2 for q, _ in said.terms):
        return said
    points = tuple(p for q, _ in said.terms for p in q)
    factors = tuple(c for _, c in said.terms)
    constants = dict(said.constants)
    if said.theory is Theory.DIRECTION:
        made = Statement(ANGEQ, points, (*factors, -180 * constants.get(1, Fraction(0))))
    elif said.theory is Theory.LOG:
        if any(k.denominator != 1 for k in constants.values()):
            return said
        value = math.prod((Fraction(base) ** -int(k) for base, k in constants.items()), start=Fraction(1))
        made = Statement(DISTMEQ, points, (*factors, value))
    else:
        made = Statement(DISTSEQ if said.theory is Theory.LENGTH else SQDISTSEQ, points, factors)
    return said if unmeant(made) is not None else made


def _combined(coefficients: Sequence[Fraction], uses: Sequence[Claim], at: Figures) -> Equation | None:
    equations = [e for e in uses if isinstance(e, Equation)]
    if len(equations) != len(uses) or not uses:
        return None
    found = linear_combination(zip(coefficients, equations, strict=True), equations[0].theory)
    return found if found.terms else None
