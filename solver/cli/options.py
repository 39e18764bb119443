"""The options that commands share, each declared once."""

from __future__ import annotations

import math
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from solver.proof.phrases.phrases import Tongue
from solver.proof.style import Style
from solver.proof.write.form import SUFFIXES, Form


class Format(str, Enum):
    """How results are written."""

    TEXT = "text"
    JSON = "json"


class Assume(str, Enum):
    """What `porism prove` takes for granted where the goal depends on the figure."""

    FIGURE = "figure"


class Target(str, Enum):
    """What `porism convert` writes: a language (`solver.language.convert`), or a GeoGebra file."""

    PLAIN = "plain"
    CONSTRUCTIVE = "constructive"
    COORDINATES = "coordinates"
    GEOGEBRA = "geogebra"


def _number(value: float) -> float:
    """The value; a range lets pass what is no number."""
    if math.isnan(value):
        raise typer.BadParameter("nan is no number")
    return value


Source = Annotated[str, typer.Argument(help="a file (also .ggb), a statement in quotes, or - for standard input")]
Goal = Annotated[
    str | None,
    typer.Option(
        "--goal", help='what to prove of a GeoGebra file: "B H = B D", "cong B H B D", or the name of a boolean'
    ),
]
Name = Annotated[str | None, typer.Option("--name", help="which problem of the file")]
Timeout = Annotated[
    float, typer.Option("--timeout", min=0.001, max=1e6, callback=_number, help="seconds for a problem")
]
Seed = Annotated[int, typer.Option("--seed", min=0, help="seed of all randomness: the same seed gives the same result")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, max=1024, help="processes side by side (one problem needs one)")]
Ray = Annotated[
    str | None,
    typer.Option("--ray", metavar="ADDRESS", help="a Ray cluster: HOST:PORT, auto, or local to start one here"),
]
OutFile = Annotated[Path | None, typer.Option("--out", help="write to this file, not to the terminal")]
ProblemFiles = Annotated[list[Path], typer.Argument(help="files or folders of problems")]
Only = Annotated[str, typer.Option("--only", help="names that match this pattern, like imo_*")]
Resume = Annotated[bool, typer.Option("--resume", help="go on with the results in --out")]
OwnTheorems = Annotated[
    list[Path] | None, typer.Option("--theorems", help="a file of your own theorems, tested before use (repeatable)")
]
Theorems = Annotated[
    list[Path] | None,
    typer.Option(
        "--theorems",
        help="which theorems of the library may be cited: none, school or all; or a file of your own (repeatable)",
    ),
]
Without = Annotated[
    list[str] | None, typer.Option("--without", help="a theorem of the library that may not be cited (repeatable)")
]
Trust = Annotated[bool, typer.Option("--trust", help="use your own theorems without testing them")]
NoSearch = Annotated[bool, typer.Option("--no-search", help="no auxiliary points: the closure alone")]
OutputFormat = Annotated[Format, typer.Option("--format", help="how the result is written")]
ProofForm = Annotated[
    Form | None,
    typer.Option(
        "--format",
        help=f"form of the proof [default: by the suffix of --out ({', '.join(filter(None, SUFFIXES))}), else text]",
    ),
]
ProofLanguage = Annotated[
    Tongue | None, typer.Option("--language", help="the language of the proof [default: that of the statement]")
]
ProofStyle = Annotated[
    Style,
    typer.Option(
        "--style", help="school: undirected angles where the statement allows; directed: every line that a step uses"
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="don't show the statement as it was understood")]
Threads = Annotated[int, typer.Option("--threads", min=1, max=1024, help="threads of the search of one problem")]
SearchBudget = Annotated[
    int | None,
    typer.Option(
        "--search-budget", min=1, help="the largest number of trials of auxiliary points, within the time limit"
    ),
]


MemoryLimit = Annotated[
    int,
    typer.Option(
        "--memory-limit", min=200, max=10**6, help="megabytes that a search may take; it drops what it can recompute"
    ),
]


PolicyName = Annotated[
    str,
    typer.Option(
        "--policy", help="the network that ranks auxiliary points: a name in models/, a .safetensors file, none"
    ),
]
