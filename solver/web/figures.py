"""Figures drawn in GeoGebra, as statements that can be edited."""

from __future__ import annotations

from dataclasses import dataclass

from solver.geogebra.read import read_geogebra


@dataclass(frozen=True)
class FigureRead:
    """statement: with the places of its points. notes: what of the figure was left out."""

    statement: str
    notes: tuple[str, ...]


def read_figure(data: bytes) -> FigureRead:
    """Raises ParseError."""
    problem = read_geogebra(data)
    return FigureRead(problem.text, problem.notes)
