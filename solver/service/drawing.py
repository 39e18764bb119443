"""Pictures of statements."""

from __future__ import annotations

import time

import numpy as np

from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.display import displayed
from solver.diagram.scene import scene_of
from solver.diagram.svg import to_svg
from solver.errors import FalseStatement
from solver.language.read import parse_statement
from solver.service.answers import FigureDrawn


def draw_statement(text: str, name: str, seconds: float, seed: int) -> FigureDrawn:
    """A figure: where the goal is false, a counterexample. Raises ParseError; ConstructionError where there is none."""
    problem = parse_statement(text, name)
    message = ""
    try:
        diagram = build_diagram(problem, seed, time.monotonic() + seconds)
    except FalseStatement as false:
        message = false.message
        diagram = Diagram(problem.points, np.array([false.counterexample[p] for p in problem.points]), seed)
    svg = to_svg(scene_of(problem, displayed(problem, diagram), problem.goal))
    return FigureDrawn(diagram.as_dict(), not message, message, svg)
