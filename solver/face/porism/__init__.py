"""porism: a prover for olympiad geometry.

    >>> import porism
    >>> result = porism.prove("triangle A B C; A D and B E altitudes; A D meets B E at H; prove C H perpendicular to A B")
    >>> print(result.proof.text())

A statement may be text, in any of porism's languages, or what `parse` makes of it. In a notebook a proof, and what `draw`
gives, show themselves. docs/python.md has a page of examples.

prove           a Result: its status, its proof if there is one, a counterexample if the statement is false
parse           a Problem: points, premises and goal of a statement
read_problems   the statements of a file, each with a name and `.parse()`
check           the independent checker's verdict on a Proof, or on a certificate as JSON
draw            a figure of a statement: `.svg()`, `.save(path)`, `.diagram` with the places of the points
facts           all that follows from what is given: iterate over it, or ask `.entails("A B ⟂ C D")`
lint            whether a statement is true, by its figures, and what is wrong with it if not
try_points      what follows with auxiliary points of your own
explore         what can be said of a statement without a goal: facts with their proofs
search          problems and theorems that are known, by words, conditions and likeness of figures
similar         those with figures most like that of a problem
sql             the same store, asked in SQL
collection      the problems that come with porism: `collection.find("simson-line").statement.parse()`

This package is the public face; `solver` is the implementation, and may change.
"""

# Installed as the package `porism`, also when it is installed as editable: pyproject.toml, wheel.packages.

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver import __version__, collection
    from solver.diagram.diagram import Diagram
    from solver.errors import CertificateError, ParseError, PorismError
    from solver.language.problem import Problem
    from solver.language.read import parse_statement as parse
    from solver.proof.proof import Proof
    from solver.proving import Result, Status, prove

    from .calls import check, draw, explore, facts, lint, read_problems, search, similar, sql, try_points
    from .figure import Figure

#: By name: its module, and what it is called there ("": the module itself).
_HOMES = {
    "CertificateError": ("solver.errors", "CertificateError"),
    "Diagram": ("solver.diagram.diagram", "Diagram"),
    "Figure": (".figure", "Figure"),
    "ParseError": ("solver.errors", "ParseError"),
    "PorismError": ("solver.errors", "PorismError"),
    "Problem": ("solver.language.problem", "Problem"),
    "Proof": ("solver.proof.proof", "Proof"),
    "Result": ("solver.proving", "Result"),
    "Status": ("solver.proving", "Status"),
    "__version__": ("solver", "__version__"),
    "check": (".calls", "check"),
    "collection": ("solver.collection", ""),
    "draw": (".calls", "draw"),
    "explore": (".calls", "explore"),
    "facts": (".calls", "facts"),
    "lint": (".calls", "lint"),
    "parse": ("solver.language.read", "parse_statement"),
    "prove": ("solver.proving", "prove"),
    "read_problems": (".calls", "read_problems"),
    "search": (".calls", "search"),
    "similar": (".calls", "similar"),
    "sql": (".calls", "sql"),
    "try_points": (".calls", "try_points"),
}

__all__ = [
    "CertificateError",
    "Diagram",
    "Figure",
    "ParseError",
    "PorismError",
    "Problem",
    "Proof",
    "Result",
    "Status",
    "__version__",
    "check",
    "collection",
    "draw",
    "explore",
    "facts",
    "lint",
    "parse",
    "prove",
    "read_problems",
    "search",
    "similar",
    "sql",
    "try_points",
]


def __getattr__(name: str) -> object:
    """What is asked for is loaded then, so that importing the package is cheap."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    found = import_module(module, __name__)
    return getattr(found, attribute) if attribute else found


def __dir__() -> list[str]:
    return sorted(__all__)
