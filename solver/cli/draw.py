"""`porism draw`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import typer

from solver.cli.figures import drawing_for, require_places, save_figure
from solver.cli.options import Format, Goal, Name, OutputFormat, Seed, Source, Timeout
from solver.cli.output import to_json
from solver.cli.sources import read_source
from solver.diagram.build import GOAL, build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.solve import configurations
from solver.diagram.truth import error_of
from solver.errors import FalseStatement, PorismError
from solver.language.orientation import oriented
from solver.language.problem import Problem

if TYPE_CHECKING:
    from solver.cli.figures import Draw


def draw(
    source: Source,
    out: Annotated[Path, typer.Option("--out", help="a file that ends with .svg, .png or .ggb")] = Path("figure.svg"),
    name: Name = None,
    goal: Goal = None,
    seed: Seed = 0,
    timeout: Timeout = 60.0,
    count: Annotated[
        int,
        typer.Option("--configurations", min=1, max=50, help="how many different figures to draw, whatever the goal"),
    ] = 1,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Draw a problem's figure with its goal marked, even if the goal is false."""
    drawing = drawing_for(out)
    problem = read_source(source, name, goal)
    require_places(out, None)
    if count > 1:
        _draw_several(problem, drawing, out, seed, timeout, count)
        return
    note = ""
    try:
        diagram = build_diagram(problem, seed, time.monotonic() + timeout)
    except FalseStatement as false:
        note = f"; {false.message}"
        diagram = Diagram(problem.points, np.array([false.counterexample[p] for p in problem.points]), seed)
    note += "".join(f"; “{wrong}” is false here" for wrong in _false_beside(problem, diagram))
    save_figure(drawing(problem, diagram), out)
    if format is Format.JSON:
        points = {p: list(xy) for p, xy in diagram.as_dict().items()}
        sys.stdout.write(to_json({"figure": str(out), "seed": seed, "goal_holds": not note, "points": points}))
    else:
        print(f"{out} (seed {seed}){note}")


def _false_beside(problem: Problem, diagram: Diagram) -> list[str]:
    """What the goals say beside the first one's equation and the figure contradicts."""
    at = diagram.places()
    conditions = [c for goal in problem.goals for c in goal.conditions]
    goals = [goal.statement for goal in oriented(problem, at).others if not goal.statement.predicate.is_question]
    return [str(c) for c in conditions if not c.holds(at)] + [str(g) for g in goals if not error_of(g, diagram) < GOAL]


def _draw_several(problem: Problem, drawing: Draw, out: Path, seed: int, timeout: float, count: int) -> None:
    """Figures that differ in how their points lie: figure-1.svg, figure-2.svg, …"""
    if problem.clauses or problem.coordinates:
        raise PorismError(
            "a statement with constructions or coordinates says which figure it means", None,
            "only the plain language leaves it open",
        )  # fmt: skip
    for number, diagram in enumerate(configurations(problem, seed, time.monotonic() + timeout, count), start=1):
        path = out.with_stem(f"{out.stem}-{number}")
        save_figure(drawing(problem, diagram), path)
        goal = oriented(problem, diagram.places()).goal
        print(f"{path} (seed {seed}){'' if error_of(goal, diagram) < GOAL else '; the goal is false here'}")
