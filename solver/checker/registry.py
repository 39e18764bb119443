"""Which function checks the steps of which rule: each registers itself by the rule's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from solver.checker.uses import Uses

#: Raises CertificateError where the step doesn't fit the rule; leaves the side conditions in `Uses.needs`.
Check = Callable[[Uses], None]

_CHECKS: dict[str, Check] = {}
#: By rule, once the modules that have them are imported: see `solver.checker.rules`.
CHECKS: Mapping[str, Check] = _CHECKS


def checks(rule: str) -> Callable[[Check], Check]:
    """Register a function as the check of a rule of `solver.statements.rules`. Raises ValueError where there is one already."""

    def registered(check: Check) -> Check:
        if rule in _CHECKS:
            raise ValueError(f"the rule {rule} has two checks")
        _CHECKS[rule] = check
        return check

    return registered
