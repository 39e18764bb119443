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

#: Opposite sides ad = bc make equal angles with the line of the other sides' midpoints: the closure alone doesn't prove
#: it, the midpoint of a diagonal does.
NEEDS_A_POINT = (
    "a b c d = eq_quadrangle a b c d; m = midpoint m a b; n = midpoint n c d; e = on_line e m n, on_line e a d; "
    "f = on_line f m n, on_line f b c ? eqangle a d m n m n b c"
)


def opened(text: str, room: int = 4) -> tuple[Problem, tuple[Diagram, Diagram], Closure]:
    """A problem, two diagrams, and its closure run to saturation whatever its goal is."""
    problem = parse_statement(text)
    diagram = build_diagram(problem, 0)
    other = fresh_diagram(problem, diagram, np.random.default_rng([0, 1]))
    return problem, (diagram, other), close(problem, (diagram, other), room=room)
