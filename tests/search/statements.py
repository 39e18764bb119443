"""Small statements for tests of the search, written for them."""

from __future__ import annotations

import numpy as np

from solver.deduction.closure import Closure, close
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.fresh import fresh_diagram
from solver.language.problem import Problem
from solver.language.read import parse_statement

#: Saturated statements with circles, right angles, midpoints and bisectors.
FIGURES = {
    "altitudes": "a b c = triangle a b c; d = foot d a b c; e = foot e b a c; h = on_line h a d, on_line h b e ? cong a b a b",
    "circle": "a b c = triangle a b c; o = circumcenter o a b c; d = on_circle d o a; e = on_line e a b, on_line e c d ? cong a b a b",
    "bisectors": "a b c = triangle a b c; i = incenter i a b c; d = on_line d a i, on_line d b c; m = midpoint m b c ? cong a b a b",
    "parallels": "a b c = triangle a b c; m = midpoint m a b; n = on_pline n m b c, on_line n a c; p = on_line p b n, on_line p c m ? cong a b a b",
}

#: Langley's adventitious angles (Mathematical Gazette, 1922): the closure alone doesn't prove it, a point does.
NEEDS_A_POINT = (
    "b c = segment b c; a = s_angle c b a 80, s_angle b c a -80; d = on_line d a c, s_angle c b d 60; "
    "e = on_line e a b, s_angle b c e -50 ? aconst d b d e 150"
)


def opened(text: str, room: int = 4) -> tuple[Problem, tuple[Diagram, Diagram], Closure]:
    """A problem, two diagrams, and its closure run to saturation whatever its goal is."""
    problem = parse_statement(text)
    diagram = build_diagram(problem, 0)
    other = fresh_diagram(problem, diagram, np.random.default_rng([0, 1]))
    return problem, (diagram, other), close(problem, (diagram, other), room=room)
