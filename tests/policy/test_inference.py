"""Policies by name, and files that are none."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from solver.errors import PolicyError
from solver.policy.inference import SEEN, load_policy, policy_if_there


def written(folder: Path, **changes: object) -> str:
    """A policy's files with nearly no weights."""
    about = {"shape": {"width": 4, "rounds": 1}, "seen": SEEN} | changes
    (folder / "small.json").write_text(json.dumps(about))
    save_file(
        {"locus.weight": np.zeros((4, 4), np.float32), "rounds.0.say.weight": np.zeros((4, 4), np.float32)},
        folder / "small.safetensors",
    )
    return str(folder / "small.safetensors")


def test_a_file_of_weights_is_read(tmp_path: Path) -> None:
    assert load_policy(written(tmp_path)).name == "small"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seen": SEEN | {"hints": ["nothing"]}}, "other hints"),
        ({"seen": 3}, "other kinds, roles, hints, loci"),
        ({"shape": {"width": 4}}, "doesn't describe a policy"),
        ({"shape": {"width": 8, "rounds": 1}}, "different networks"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, changes: dict[str, object], said: str) -> None:
    with pytest.raises(PolicyError) as error:
        load_policy(written(tmp_path, **changes))
    assert said in error.value.message


def test_files_that_hold_no_weights_are_refused(tmp_path: Path) -> None:
    name = written(tmp_path)
    Path(name).write_bytes(b"no weights")
    with pytest.raises(PolicyError, match="holds no weights"):
        load_policy(name)
    (tmp_path / "small.json").unlink()
    with pytest.raises(PolicyError, match=r"small\.json"):
        load_policy(name)


def test_a_policy_that_is_absent_is_told_and_the_search_goes_on() -> None:
    with pytest.raises(PolicyError, match="there is no policy"):
        load_policy("nobody")
    with pytest.warns(UserWarning, match="goes on without"):
        assert policy_if_there("nobody") is None
