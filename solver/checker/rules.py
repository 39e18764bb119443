"""The table of rules: name, how many points a step of it takes, and the function that checks it.

This is all that a proof may do. A rule is sound if its claim holds in every diagram in which its premises and the side
conditions that it asks for hold; docs/certificate.md states each.

A rule sees its step and the claims that the step uses (`Uses`). It raises if they don't fit its pattern, and leaves in
`uses.needs` the side conditions under which the claim follows. Each docstring says why it follows where that isn't plain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from solver.checker import rules_circle as circle
from solver.checker import rules_coincidence as coincidence
from solver.checker import rules_direction as direction
from solver.checker import rules_metric as metric
from solver.checker.bounds import bound
from solver.checker.conditions import Places
from solver.checker.rules_theorem import identity, theorem
from solver.checker.schema import Step
from solver.checker.uses import Uses
from solver.errors import CertificateError
from solver.statements.predicates import Claim
from solver.statements.theorem import Need


@dataclass(frozen=True)
class Rule:
    """points: how many, least and most (None: any number)."""

    check: Callable[[Uses], None]
    points: tuple[int, int | None] = (0, 0)


RULES: dict[str, Rule] = {
    "meaning": Rule(direction.meaning),
    "linear": Rule(direction.linear),
    "line": Rule(direction.line, (3, 3)),
    "similar_aa": Rule(direction.similar_aa, (6, 6)),
    "similar_sas": Rule(direction.similar_sas, (6, 6)),
    "similar_sss": Rule(direction.similar_sss, (6, 6)),
    "similar_ssa": Rule(direction.similar_ssa, (6, 6)),
    "concyclic_angle": Rule(circle.concyclic_angle, (4, 4)),
    "concyclic_radii": Rule(circle.concyclic_radii, (4, None)),
    "concyclic_merge": Rule(circle.concyclic_merge),
    "inscribed": Rule(circle.inscribed),
    "centre": Rule(circle.center, (1, None)),
    "radii": Rule(circle.radii, (3, 3)),
    "equal_arcs": Rule(circle.equal_arcs, (4, 4)),
    "equal_chords": Rule(circle.equal_chords, (4, 4)),
    "between": Rule(metric.between, (3, 3)),
    "transfer": Rule(metric.transfer),
    "perp_to_squares": Rule(metric.perp_to_squares, (4, 4)),
    "squares_to_perp": Rule(metric.squares_to_perp, (4, 4)),
    "stewart": Rule(metric.stewart, (4, 4)),
    "thales": Rule(metric.thales, (6, 6)),
    "thales_converse": Rule(metric.thales_converse, (6, 6)),
    "proportion": Rule(metric.proportion, (6, 6)),
    "sine_law": Rule(metric.sine_law, (9, 9)),
    "sine_equal": Rule(metric.sine_equal, (6, 6)),
    "sine_value": Rule(metric.sine_value, (3, 3)),
    "sine_to_angle": Rule(metric.sine_to_angle, (3, 3)),
    "sine_to_angles": Rule(metric.sine_to_angles, (6, 6)),
    "power_to_squares": Rule(metric.power_to_squares, (8, 8)),
    "squares_to_power": Rule(metric.squares_to_power, (8, 8)),
    "coincide": Rule(coincidence.coincide, (2, 2)),
    "touch": Rule(coincidence.touch, (4, 4)),
    "substitute": Rule(coincidence.substitute, (2, 2)),
    "theorem": Rule(theorem, (1, None)),
    "identity": Rule(identity, (2, None)),
    "bound": Rule(bound),
}


def check_step(step: Step, claims: Mapping[str, Claim], at: Places) -> tuple[Need, ...]:
    """The side conditions of a step that is an instance of its rule; `claims` are those that stand before it, by id.

    Raises CertificateError if it isn't one, or if it could do without one of its lines or lengths.
    """
    needs = needs_of_instance(step, claims, at)
    for spare, fewer in _with_one_less(step):
        try:
            needs_of_instance(fewer, claims, at)
        except CertificateError:
            continue
        raise CertificateError(f"it uses {spare} for nothing", step.id)
    return needs


def _with_one_less(step: Step) -> Iterator[tuple[str, Step]]:
    for spare in step.lines:
        yield spare, replace(step, lines=tuple(i for i in step.lines if i != spare))
    for spare in step.lengths:
        yield spare, replace(step, lengths=tuple(i for i in step.lengths if i != spare))


def needs_of_instance(step: Step, claims: Mapping[str, Claim], at: Places) -> tuple[Need, ...]:
    """As check_step, but lines and lengths that aren't needed may be there."""
    return matched(step, claims, at).finish()


def matched(step: Step, claims: Mapping[str, Claim], at: Places) -> Uses:
    """As needs_of_instance, but uses that aren't needed may be there, too: the step after its rule has looked at it."""
    rule = RULES.get(step.rule)
    if rule is None:
        raise CertificateError(f"there is no rule {step.rule!r:.80}", step.id)
    least, most = rule.points
    if len(step.points) < least or (most is not None and len(step.points) > most):
        raise CertificateError(f"the rule {step.rule} can't take {len(step.points)} points", step.id)
    along, equal = [claims[i] for i in step.lines], [claims[i] for i in step.lengths]
    uses = Uses(step, [claims[i] for i in step.uses], at, along, equal)
    try:
        rule.check(uses)
    except ValueError as error:  # a quantity with the same point twice
        raise CertificateError(str(error), step.id) from error
    return uses
