"""A statement's figure, to be looked at and saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from solver.cli.figures import draw_scene, drawing_for, save_figure
from solver.diagram.diagram import Diagram
from solver.diagram.scene import Scene
from solver.diagram.svg import to_svg
from solver.language.problem import Problem


@dataclass(frozen=True)
class Figure:
    """diagram: the places of the points. holds: whether the goal is true in it."""

    problem: Problem
    diagram: Diagram
    holds: bool = True

    def __repr__(self) -> str:
        return f"<Figure of {self.problem.name}{'' if self.holds else ', in which the goal is false'}>"

    def svg(self) -> str:
        scene = draw_scene(self.problem, self.diagram)
        assert isinstance(scene, Scene)
        return to_svg(scene)

    def save(self, path: str | Path) -> None:
        """As .svg, .png or .ggb (GeoGebra). Raises PorismError for anything else."""
        path = Path(path)
        save_figure(drawing_for(path)(self.problem, self.diagram), path)

    def _repr_svg_(self) -> str:
        return self.svg()
