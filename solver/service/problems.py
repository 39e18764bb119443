"""Problems and theorems that are known: those that come with porism, and those of the user's store."""

from __future__ import annotations

from collections.abc import Sequence

from solver import collection
from solver.errors import ParseError
from solver.language.read import parse_statement
from solver.service.answers import ProblemFound, ProblemsFound
from solver.store.figures import Figure, figure_of
from solver.store.known import search
from solver.store.query import Condition, Found, Order, Query
from solver.store.suggest import sketch_of, suggestion


def search_problems(
    words: Sequence[str], suite: str, count: int, where: Sequence[str] = (), like: str = "", order: str = "",
    seconds: float = 10.0,
) -> ProblemsFound:  # fmt: skip
    """Problems that have all of the words in their name, title, source, year, tags or texts, and meet all conditions.

    suite: only this one, such as imo; "": all. where: conditions such as `auxiliary=1`. like: a statement; those with figures like
    its own come first. order: a column, with a minus for the greatest first. seconds: for the figure. Raises ParseError,
    StoreError, and ConstructionError where there is no figure.
    """
    conditions = [Condition.parse(text) for text in where]
    if suite:
        suites = sorted({entry.suite for entry in collection.entries()})
        if suite not in suites:
            raise ParseError(f"there is no suite {suite!r:.60}", None, f"there are: {', '.join(suites)}")
        conditions.append(Condition.parse(f"suite={suite}"))
    by = Order.parse(order) if order else None
    vector = _figure(like, "statement", seconds, 0).likeness.vector() if like else None
    answer = search(Query(tuple(words), tuple(conditions), vector, order=by, count=count))
    return ProblemsFound(tuple(map(_found, answer.found)), answer.total)


def similar_problems(
    text: str, name: str, seconds: float, seed: int, count: int, where: Sequence[str] = ()
) -> ProblemsFound:
    """The problems whose figures are most like that of a statement, and what their proofs construct, laid onto its points.

    Raises ParseError, StoreError, and ConstructionError where there is no figure.
    """
    conditions = tuple(map(Condition.parse, where))
    figure = _figure(text, name, seconds * 0.7, seed)
    answer = search(Query((), conditions, figure.likeness.vector(), count=count))
    sketch = sketch_of(figure)
    found = []
    for one in answer.found:
        laid = suggestion(one.entry, figure, sketch)
        found.append(_found(one, laid.constructions if laid is not None else ()))
    return ProblemsFound(tuple(found), answer.total)


def _figure(text: str, name: str, seconds: float, seed: int) -> Figure:
    return figure_of(parse_statement(text, name), seconds, seed)


def _found(found: Found, constructions: tuple[str, ...] = ()) -> ProblemFound:
    e = found.entry
    return ProblemFound(
        e.name, e.title or e.name, e.statement, e.source, e.year, e.tags, e.english, e.chinese, e.kind.value, e.suite, e.goal,
        e.points, e.auxiliary, e.points_added, e.proof_length, e.theorems or (), e.difficulty,
        None if found.distance is None else round(found.distance, 6), constructions,
    )  # fmt: skip
