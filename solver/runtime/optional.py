"""Libraries that a plain installation lacks, and the extras that bring them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from solver.errors import PorismError

#: The extra of porism that brings each of them.
_EXTRAS = {
    "igraph": "data",
    "pyarrow": "data",
    "pyarrow.parquet": "data",
    "matplotlib.figure": "figures",
    "ray": "cluster",
}


def needed(library: str) -> Any:
    """The module. Raises PorismError that says what to install where it is absent."""
    try:
        return import_module(library)
    except ModuleNotFoundError as error:
        name = library.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != name:
            raise
        raise PorismError(
            f"this needs {name}, which isn't installed", None, f"pip install 'porism[{_EXTRAS[library]}]'"
        ) from None
