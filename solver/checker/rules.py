"""What a step may be: of each rule how many points its steps take, and the function that checks them.

This is all that a proof may do. A rule is sound if its claim holds in every diagram in which its premises and the side
conditions that it asks for hold; its row in `solver.statements.rules` says which claims it makes (docs/certificate.md).

A rule's function sees its step and the claims that the step uses (`Uses`). It raises if they don't fit its pattern, and leaves in
`uses.needs` the side conditions under which the claim follows. Each docstring says why it follows where that isn't plain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from solver.checker import rules_circle, rules_coincidence, rules_direction, rules_metric, rules_theorem
from solver.checker.conditions import Places
from solver.checker.inequality import bounds
from solver.checker.schema import Step
from solver.checker.uses import CHECKS, Uses
from solver.errors import CertificateError
from solver.statements import rules as rule_table
from solver.statements.predicates import Claim, is_inequality
from solver.statements.theorem import Need

#: The modules whose functions are the checks of rules.
RULE_MODULES = (bounds, rules_circle, rules_coincidence, rules_direction, rules_metric, rules_theorem)


#: How certificates write the steps of each, in the order of the table; the checks are in `solver.checker.uses`.
RULES: Mapping[str, rule_table.Step] = {row.name: row.step for row in rule_table.RULES if row.step is not None}


def check_step(step: Step, claims: Mapping[str, Claim], at: Places) -> tuple[Need, ...]:
    """The side conditions of a step that is an instance of its rule; `claims` are those that stand before it, by id.

    Raises CertificateError if it isn't one, or if it could do without one of its lines or lengths.
    """
    needs = matched(step, claims, at).finish()
    for spare, fewer in _with_one_less(step):
        try:
            matched(fewer, claims, at).finish()
        except CertificateError:
            continue
        raise CertificateError(f"it uses {spare} for nothing", step.id)
    return needs


def _with_one_less(step: Step) -> Iterator[tuple[str, Step]]:
    for spare in step.lines:
        yield spare, replace(step, lines=tuple(i for i in step.lines if i != spare))
    for spare in step.lengths:
        yield spare, replace(step, lengths=tuple(i for i in step.lengths if i != spare))


def matched(step: Step, claims: Mapping[str, Claim], at: Places) -> Uses:
    """The step after its rule has looked at it: an instance, if it `finish`es, though lines and lengths may not be needed.

    Raises CertificateError if its rule doesn't take it.
    """
    row = RULES.get(step.rule)
    if row is None:
        raise CertificateError(f"there is no rule {step.rule!r:.80}", step.id)
    if is_inequality(step.claim) != (step.rule == "bound"):
        raise CertificateError("inequalities are claimed by the rule bound, and nothing else is", step.id)
    least, most = row.count
    if len(step.points) < least or (most is not None and len(step.points) > most):
        raise CertificateError(f"the rule {step.rule} can't take {len(step.points)} points", step.id)
    uses = Uses(step, claims, at)
    try:
        CHECKS[step.rule](uses, *step.points)
    except ValueError as error:  # a quantity with the same point twice, or what has no polynomial
        raise CertificateError(str(error), step.id) from error
    return uses
