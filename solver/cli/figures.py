"""Figures as files, by their suffix."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from solver.cli.sources import write
from solver.diagram.diagram import Diagram
from solver.errors import PorismError
from solver.language.problem import Problem
from solver.runtime.files import naming, require_writable, write_whole

if TYPE_CHECKING:
    from solver.diagram.scene import Scene

    #: What is drawn of a problem: a scene, to be written as a picture, or the bytes of a file.
    Drawn = Scene | bytes
    Draw = Callable[[Problem, Diagram], Drawn]


def draw_scene(problem: Problem, diagram: Diagram) -> Drawn:
    """The same configuration where it can be read best."""
    from solver.diagram.display import displayed
    from solver.diagram.scene import scene_of

    return scene_of(problem, displayed(problem, diagram), problem.goal)


def draw_construction(problem: Problem, diagram: Diagram) -> Drawn:
    """For GeoGebra."""
    from solver.geogebra.write import geogebra_file

    return geogebra_file(problem, diagram.places())


#: By the suffix of the file.
_DRAW: dict[str, Draw] = {".svg": draw_scene, ".png": draw_scene, ".ggb": draw_construction}


def drawing_for(path: Path) -> Draw:
    """How to draw what goes into the file. Raises PorismError where its suffix isn't known."""
    if path.suffix not in _DRAW:
        raise PorismError(f"{path} is neither .svg nor .png nor .ggb (GeoGebra)", None, "choose one of the three")
    return _DRAW[path.suffix]


def numbered(path: Path, count: int) -> list[Path]:
    """Names of files for `count` figures: figure.svg, figure-2.svg, …"""
    return [path, *(path.with_stem(f"{path.stem}-{k}") for k in range(2, count + 1))]


def require_places(figure: Path | None, out: Path | None) -> None:
    """Looks, before the work begins, whether its results can be written there, and with what is installed.

    Raises PorismError and OSError where they can't.
    """
    for path in filter(None, (figure, out)):
        require_writable(path)
    if figure is not None and drawing_for(figure) is draw_scene and figure.suffix == ".png":
        if find_spec("matplotlib") is None:
            raise PorismError("PNG needs matplotlib", None, 'pip install "porism[figures]", or write an .svg')


def save_figure(drawn: Drawn, path: Path) -> None:
    """Raises PorismError where matplotlib is needed and isn't there."""
    if isinstance(drawn, bytes):
        write_whole(path, lambda place: place.write_bytes(drawn))
    elif path.suffix == ".png":
        from solver.diagram.png import save_png

        with naming(path):
            save_png(drawn, path)
    else:
        from solver.diagram.svg import to_svg

        write(to_svg(drawn), path)
