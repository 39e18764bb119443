"""What was constructed in a figure, laid onto another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from solver.errors import PorismError
from solver.language.problem import Problem
from solver.proof.constructed import constructed_in_words
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Voice
from solver.search.extend import extended_problem
from solver.search.placement import Placement
from solver.statements.names import Names
from solver.store.entry import Construction, Entry
from solver.store.figures import Figure, figure_of, problem_of
from solver.store.layout import layout_of
from solver.store.transfer import Mapping, Sketch, mappings

#: Seconds for the figure of an entry.
SECONDS = 10.0


@dataclass(frozen=True)
class Suggestion:
    """What an entry's proof constructs, with the points of another figure. likeness: 1 where all is as it was there.

    map: the entry's points to those of the figure. constructions: in words; empty where its points have no images.
    """

    likeness: float
    map: dict[str, str]
    constructions: tuple[str, ...]


def sketch_of(figure: Figure) -> Sketch:
    return Sketch(layout_of(figure.problem, figure.goal, figure.closure.root(figure.goal)), figure.likeness)


def suggestion(entry: Entry, figure: Figure, sketch: Sketch) -> Suggestion | None:
    """What the entry's proof constructs, laid onto the figure; None where it constructs nothing, or doesn't fit.

    sketch: of the figure.
    """
    if not entry.constructions:
        return None
    try:
        stored = figure_of(problem_of(entry), SECONDS)
    except PorismError:  # what could be drawn once may take longer now; the entry is as like as it was
        return None
    added = entry.constructions[0]
    size = len(stored.problem.points)
    needed = frozenset(p for loci in added for locus in loci for p in locus.parents if p < size)
    found = next(iter(mappings(sketch_of(stored), sketch, needed)), None)
    if found is None:
        return None
    names = figure.problem.points
    images = {stored.problem.points[p]: names[q] for p, q in enumerate(found.image) if q >= 0}
    return Suggestion(round(found.score, 6), images, tuple(_in_words(added, found, figure.problem)))


def _in_words(construction: Iterable[Construction], mapping: Mapping, problem: Problem) -> list[str]:
    """Each point as `X, the midpoint of AB`, as far as the points that it needs have images."""
    added: list[Placement] = []
    for first, second in construction:
        try:
            added.append(Placement(mapping.locus(first), mapping.locus(second), ()))
        except KeyError:
            break
        mapping = mapping.with_point(len(problem.points) + len(added) - 1)
    extended = extended_problem(problem, added)
    voice = Voice(Names.of(extended.points), ENGLISH)
    return [constructed_in_words(clause, voice) for clause in extended.auxiliary]
