"""What README's first screen shows, made anew: python -m tests.readme writes the proof and its figure."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from solver.cli.figures import draw_scene
from solver.diagram.scene import Scene
from solver.diagram.svg import to_svg
from solver.language.read import read_problems
from solver.proof.proof import Proof
from solver.proving import prove

ROOT = Path(__file__).parent.parent
README, STATEMENT, FIGURE = ROOT / "README.md", ROOT / "docs" / "first-proof.txt", ROOT / "docs" / "first-proof.svg"
#: The block that holds the proof.
_PROOF = re.compile(r"```text\n(.*?)```", re.DOTALL)


@cache
def first_proof() -> Proof:
    """`porism prove docs/first-proof.txt`."""
    (named,) = read_problems(STATEMENT.read_text(encoding="utf-8"), STATEMENT.stem)
    result = prove(named.parse())
    assert result.proof is not None
    return result.proof


def figure() -> str:
    """`--figure docs/first-proof.svg`."""
    scene = draw_scene(first_proof().problem, first_proof().diagram)
    assert isinstance(scene, Scene)
    return to_svg(scene)


def shown(readme: str) -> str:
    """The proof that a README shows."""
    found = _PROOF.search(readme)
    assert found is not None
    return found[1]


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    README.write_text(text.replace(shown(text), first_proof().text()), encoding="utf-8")
    FIGURE.write_text(figure(), encoding="utf-8")
