"""`--policy` and `--memory`: what the search is to listen to."""

from __future__ import annotations

import pytest

from solver.policy import default
from solver.policy.inference import policies
from solver.search.strategy import STANDARD
from tests.cli.command import run
from tests.search.statements import NEEDS_A_POINT


@pytest.mark.parametrize("policy", ["none", *policies()])
def test_the_search_does_with_each_policy_and_without(policy: str, capsys: pytest.CaptureFixture[str]) -> None:
    proved = run(capsys, "prove", NEEDS_A_POINT, "--policy", policy)
    assert proved.code == 0 and "checked" in proved.out


def test_a_policy_that_there_is_not_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    refused = run(capsys, "prove", NEEDS_A_POINT, "--policy", "frist")
    assert refused.code == 2
    assert "there is no policy 'frist' in models/" in refused.err.replace("“", "'").replace("”", "'")


def test_without_its_weights_the_search_goes_on_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(default, "BEST", "absent")
    default.default_strategy.cache_clear()
    with pytest.warns(UserWarning, match="goes on without a policy"):
        assert default.default_strategy() == STANDARD
    default.default_strategy.cache_clear()
