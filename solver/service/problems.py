"""Problems that are known: those that come with porism, and those of the user's memory."""

from __future__ import annotations

from collections.abc import Sequence

from solver.collection import Entry, entries, search
from solver.errors import ParseError
from solver.language.read import parse_statement
from solver.service.answers import ProblemFound, ProblemsFound
from solver.statements.predicates import EXPLORE


def search_problems(words: Sequence[str], suite: str, count: int) -> ProblemsFound:
    """Problems of the collection that have all of the words in their name, title, source, year, tags or text.

    suite: only this one, such as imo; "": all. Raises ParseError where there is no such suite.
    """
    suites = sorted({entry.suite for entry in entries()})
    if suite and suite not in suites:
        raise ParseError(f"there is no suite {suite!r:.60}", None, f"there are: {', '.join(suites)}")
    found = [_found(entry) for entry in search(words) if suite in ("", entry.suite)]
    return ProblemsFound(tuple(found[:count]), len(found))


def _found(entry: Entry) -> ProblemFound:
    file = entry.file
    return ProblemFound(entry.name, file.title, file.statement.strip(), file.source, file.year, file.tags, file.english)


def similar_problems(text: str, name: str, seconds: float, seed: int, count: int) -> ProblemsFound:
    """The nearest configurations of the user's memory, by the figure and what is known of it.

    Raises ParseError, MemoryFileError where there is no memory, and ConstructionError where there is no figure.
    """
    from solver.memory.learn import drawn
    from solver.memory.store import Store, default_path

    problem = parse_statement(text, name)
    if problem.goal.predicate is EXPLORE or problem.others:
        raise ParseError("the memory compares figures with one goal", None, "end the statement with one thing to prove")
    with Store.for_reading(default_path()) as store:
        configuration = drawn(problem, seconds * 0.9, seed).configuration()
        neighbors = store.nearest(configuration.vector, count)
        total = store.statistics().count
    return ProblemsFound(
        tuple(
            ProblemFound(
                n.configuration.name, n.configuration.name, n.configuration.statement, distance=round(n.distance, 6)
            )
            for n in neighbors
        ),
        total,
    )
