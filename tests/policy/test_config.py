"""Configurations: unknown and impossible values are told, with what may stand there."""

from __future__ import annotations

from pathlib import Path

import pytest

from solver.errors import PolicyError
from solver.policy.config import Config, read_config


def test_values_left_out_are_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text("width = 32\nrate = 1\n")
    assert read_config(file) == Config(width=32, rate=1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("epoch = 3", "unknown key 'epoch' (did you mean epochs?)"),
        ("epochs = 2.5", "epochs is 2.5 (a whole number, 1 or more, like 6)"),
        ("batch = 0", "batch is 0 (a whole number, 1 or more"),
        ("rate = 'high'", "rate is 'high' (a number"),
        ("dropout = 1.0", "dropout is 1.0 (a number, from 0 to 0.9, like 0.1)"),
        ("epochs = true", "epochs is True"),
        ("epochs =", "no TOML file"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(text)
    with pytest.raises(PolicyError) as error:
        read_config(file)
    assert said in str(error.value)
