"""`porism convert`."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from solver.cli.figures import require_places, save_figure
from solver.cli.options import Goal, Name, OutFile, Seed, Source, Target, Timeout
from solver.cli.sources import read_source, write
from solver.diagram.build import build_diagram
from solver.errors import FalseStatement, PorismError
from solver.geogebra.write import geogebra_file
from solver.language.convert import Language, converted


def convert(
    source: Source,
    to: Annotated[Target, typer.Option("--to", help="the language to write it in, or a GeoGebra file")],
    name: Name = None,
    goal: Goal = None,
    seed: Seed = 0,
    timeout: Timeout = 60.0,
    out: OutFile = None,
) -> None:
    """Write a problem in another language: plain, constructive or coordinates; or as a GeoGebra file (with --out)."""
    if to is Target.GEOGEBRA and out is None:
        raise PorismError("a GeoGebra file can't be written to the terminal", None, "add --out figure.ggb")
    problem = read_source(source, name, goal)
    require_places(None, out)
    try:
        at = build_diagram(problem, seed, time.monotonic() + timeout).places()
    except FalseStatement as false:
        at = {p: complex(*xy) for p, xy in false.counterexample.items()}
    if to is Target.GEOGEBRA and out is not None:
        save_figure(geogebra_file(problem, at), out)
    else:
        write(converted(problem, Language(to.value), at).rstrip("\n") + "\n", out)
