"""What a short run loads: counted, since its time is mostly that of loading."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

#: Libraries that a plain proof has no use for, each of which takes long to load.
HEAVY = {
    "duckdb", "flint", "matplotlib", "mcp", "mpmath", "networkx", "pyarrow", "pydantic", "ray", "rich", "safetensors", "scipy", "sympy",
    "torch",
}  # fmt: skip
#: Rooms of porism that it has no use for.
ROOMS = {"answers", "bench", "coordinates", "explore", "generate", "inequalities", "soundness", "store"}
ALTITUDES = "triangle A B C; A D and B E altitudes; A D meets B E at H; prove C H perpendicular to A B"
#: A few more modules than there are today.
MOST_MODULES = {"prove": 530, "--version": 170}


def loaded(*arguments: str) -> list[str]:
    """The modules that a command loads, in its process and in those that it starts."""
    program = "from solver.cli import main; main()"
    process = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return re.findall(r"^import time:\s+\d+ \|\s+\d+ \|\s+(\S+)", process.stderr, re.MULTILINE)


@pytest.mark.parametrize("arguments", [["prove", ALTITUDES], ["--version"]])
def test_a_command_loads_what_it_uses(arguments: list[str]) -> None:
    modules = loaded(*arguments)
    assert "solver.cli" in modules
    assert not HEAVY & {name.partition(".")[0] for name in modules}
    assert not {f"solver.{room}" for room in ROOMS} & set(modules)
    assert len(modules) <= MOST_MODULES[arguments[0]], f"{len(modules)} modules"


def test_a_command_that_leaves_objects_of_the_core_behind_ends_without_a_word() -> None:
    program = "from solver.cli import main; main()"
    arguments = ["problems", "search", "--like", "simson-line", "-k", "1"]
    process = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    assert process.stderr == ""
