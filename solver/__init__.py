"""porism's implementation. What is meant for users is `import porism`, whose names are in docs/python.md.

    >>> from solver import parse, prove
    >>> result = prove(parse("triangle A B C; A D and B E altitudes; A D meets B E at H; prove C H perpendicular to A B"))
    >>> print(result.proof.text())

The names below are loaded when first used, so that importing the package is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.checking import check_certificate
    from solver.diagram.build import build_diagram
    from solver.diagram.diagram import Diagram
    from solver.errors import PorismError
    from solver.language.problem import Problem
    from solver.language.read import parse_statement as parse
    from solver.language.read import read_problems
    from solver.proof.proof import Proof
    from solver.proving import Result, Status, prove
    from solver.version import NUMBER as __version__

_HOMES = {
    "__version__": ("solver.version", "NUMBER"),
    "Diagram": ("solver.diagram.diagram", "Diagram"),
    "PorismError": ("solver.errors", "PorismError"),
    "Problem": ("solver.language.problem", "Problem"),
    "Proof": ("solver.proof.proof", "Proof"),
    "Result": ("solver.proving", "Result"),
    "Status": ("solver.proving", "Status"),
    "build_diagram": ("solver.diagram.build", "build_diagram"),
    "check_certificate": ("solver.checking", "check_certificate"),
    "parse": ("solver.language.read", "parse_statement"),
    "prove": ("solver.proving", "prove"),
    "read_problems": ("solver.language.read", "read_problems"),
}

__all__ = [
    "Diagram",
    "PorismError",
    "Problem",
    "Proof",
    "Result",
    "Status",
    "__version__",
    "build_diagram",
    "check_certificate",
    "parse",
    "prove",
    "read_problems",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'solver' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
