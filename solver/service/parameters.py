"""What callers may ask for, with its limits, as types that pydantic reads: the same for agents and over HTTP."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from solver.language.syntax import LONGEST_STATEMENT

Statement = Annotated[
    str, Field(min_length=1, max_length=LONGEST_STATEMENT, description="the statement: what is given and what to prove")
]
Seconds = Annotated[float, Field(ge=0.1, le=600, allow_inf_nan=False, description="time limit of the call in seconds")]
Seed = Annotated[
    int, Field(ge=0, le=2**31, description="chooses the figure and the search; the same seed, the same answer")
]
Count = Annotated[int, Field(ge=1, le=100, description="how many at most")]
HasSearch = Annotated[bool, Field(description="whether to search for auxiliary points")]
Points = Annotated[
    str, Field(min_length=1, max_length=10_000, description="constructions of new points, such as M midpoint of A B")
]
Words = Annotated[
    list[Annotated[str, Field(max_length=100)]],
    Field(max_length=20, description="words that the problem's name, title, source, tags or text have, all of them"),
]
Suite = Annotated[str, Field(max_length=60, description="only this suite, such as imo; empty: all")]
Conditions = Annotated[
    tuple[Annotated[str, Field(max_length=200)], ...],
    Field(
        max_length=20,
        description="conditions that all must hold, a column, a sign and a value each, such as auxiliary=1, circles=0, "
        "difficulty>6, year>=2000, goal=cyclic, theorems=pappus, kind=generated; what isn't known meets none",
    ),
]
Like = Annotated[
    str, Field(max_length=LONGEST_STATEMENT, description="a statement: problems with figures like its own come first")
]
Order = Annotated[
    str, Field(max_length=60, description="a column, such as year, or -difficulty for the greatest first")
]

#: Seconds for what takes no search.
QUICK = 15.0
