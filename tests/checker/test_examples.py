"""Each rule proves its example, and the table of rules, their documentation and their examples agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from solver.checker.conditions import POINT_KINDS, STEP_KINDS
from solver.checker.rules import RULES
from solver.checking import check_certificate
from tests.checker.examples import EXAMPLES, RESTATED, WITH

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", [*EXAMPLES, *RESTATED])
def test_the_example_is_accepted(name: str) -> None:
    example = {**EXAMPLES, **RESTATED}[name]
    assert check_certificate(example.as_json()).steps == len(example.steps)


def test_every_rule_has_an_example_that_uses_it() -> None:
    for rule in RULES.keys() - {"bound"}:  # of which tests/checker/test_bounds.py has some
        assert rule in {step[1] for step in EXAMPLES[WITH.get(rule, rule)].steps}


def test_every_rule_is_documented_and_no_other() -> None:
    section = (DOCS / "certificate.md").read_text(encoding="utf-8").split("## Side conditions")[0]
    documented = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert sorted(documented) == sorted(RULES)


def test_every_kind_of_side_condition_is_documented_and_no_other() -> None:
    section = (DOCS / "certificate.md").read_text(encoding="utf-8").split("## Side conditions")[1]
    kinds = [
        k for row in re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", section, re.MULTILINE) for k in re.findall(r"\w+", row)
    ]
    assert sorted(kinds) == sorted((*POINT_KINDS, *STEP_KINDS))
