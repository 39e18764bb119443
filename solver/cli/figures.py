"""The figure of one construction, for its reference."""

from __future__ import annotations

import numpy as np

from solver.diagram.build import build_diagram
from solver.diagram.draw import scene_of, to_svg
from solver.diagram.loci import Circle
from solver.language.constructions import Construction
from solver.language.read import parse_statement


def construction_svg(construction: Construction) -> str:
    """Its example, with the circle that it puts its point on, if it does."""
    problem = parse_statement(construction.example, construction.name)
    diagram = build_diagram(problem)
    (call,) = next(c.calls for c in problem.clauses if c.calls[0].construction is construction)
    places = (complex(*diagram[a]) for a in call.arguments)
    locus = construction.sketch(np.random.default_rng(0), *places, *map(float, call.constants))
    return to_svg(scene_of(problem, diagram, circles=[locus] if isinstance(locus, Circle) else []))
