"""The notebooks of docs/notebooks run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_three() -> None:
    assert len(NOTEBOOKS) == 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: str(path.stem))
def test_every_cell_runs(path: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    client = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    notebook = nbformat.read(path, as_version=4)
    places = [str(FOLDER.parents[1]), str(FOLDER.parents[1] / "solver" / "face"), os.environ.get("PYTHONPATH", "")]
    client.NotebookClient(notebook, timeout=300, kernel_name="python3").execute(
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in places if p)}
    )
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("text/html" in output.get("data", {}) or output.output_type == "stream" for output in shown) or shown
