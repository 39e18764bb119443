"""`porism language` and `porism constructions`: how to write a statement."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from solver.cli.options import Format, OutFile, OutputFormat
from solver.cli.output import to_json
from solver.cli.sources import write
from solver.content import content_folder
from solver.diagram.build import build_diagram
from solver.diagram.scene import scene_of
from solver.diagram.svg import to_svg
from solver.errors import ParseError
from solver.language.constructions import CONSTRUCTIONS
from solver.language.constructions.construction import Construction
from solver.language.constructions.reference import reference_page
from solver.language.read import parse_statement
from solver.language.syntax import nearest, shown
from solver.plane.loci import Circle


def language(out: OutFile = None) -> None:
    """Print how to say what is given and what to prove: the plain language, on one page (Markdown)."""
    write((content_folder("docs") / "language.md").read_text(encoding="utf-8"), out)


def constructions(
    name: Annotated[str | None, typer.Argument(help="one construction [default: all]")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="a folder for a figure of each (SVG), or the reference page as .md")
    ] = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """List the constructions: how each is written, what it asserts, an example and, with --out, a figure."""
    if name is not None and name not in CONSTRUCTIONS:
        raise ParseError(
            f"there is no construction {shown(name)}", None, nearest(name, CONSTRUCTIONS, "see porism constructions")
        )
    if out is not None and out.suffix == ".md":
        write(reference_page(), out)
        print(out)
        return
    chosen = [CONSTRUCTIONS[name]] if name else list(CONSTRUCTIONS.values())
    if format is Format.JSON:
        sys.stdout.write(to_json([construction_as_object(c) for c in chosen]))
    else:
        sys.stdout.write("".join(construction_as_text(c) for c in chosen))
    if out is not None:
        for construction in chosen:
            write(_figure_of(construction), out / f"{construction.name}.svg")


def construction_as_text(construction: Construction) -> str:
    asserts = "".join(f"    asserts {template}\n" for template in construction.asserts)
    return f"{construction.syntax}\n    {construction.description}\n{asserts}    example {construction.example}\n"


def construction_as_object(construction: Construction) -> dict[str, object]:
    return {
        "name": construction.name,
        "syntax": construction.syntax,
        "description": construction.description,
        "asserts": list(construction.asserts),
        "example": construction.example,
    }


def _figure_of(construction: Construction) -> str:
    """Its example, with the circle that it puts its point on, if it does."""
    problem = parse_statement(construction.example, construction.name)
    diagram = build_diagram(problem)
    (call,) = next(c.calls for c in problem.clauses if c.calls[0].construction is construction)
    places = (complex(*diagram[a]) for a in call.arguments)
    locus = construction.sketch(np.random.default_rng(0), *places, *map(float, call.constants))
    return to_svg(scene_of(problem, diagram, circles=[locus] if isinstance(locus, Circle) else []))
