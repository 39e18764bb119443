"""Nouns, by what they denote. Importing this enters each of them in the tables of nouns."""

from solver.language.prose.nouns import (
    arcs,
    axes,
    centers,
    cevians,
    circles,
    images,
    lines,
    places,
    polygons,
    sides,
    similitude,
    tangents,
)

__all__ = [
    "arcs",
    "axes",
    "centers",
    "cevians",
    "circles",
    "images",
    "lines",
    "places",
    "polygons",
    "sides",
    "similitude",
    "tangents",
]
