"""Sets of auxiliary points: put together from several branches, and reduced to those that are needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from solver.search.placement import Locus, Placement
from solver.smaller import ever_smaller

Points = tuple[Placement, ...]


def merged(paths: Sequence[Sequence[Placement]], size: int) -> Points:
    """One set of all the paths' points, each construction once. size: how many points the statement has."""
    found: list[Placement] = []
    for path in paths:
        number = {i: i for i in range(size)}
        for i, placement in enumerate(path):
            moved = renumbered(placement, number)
            same = next(
                (
                    j
                    for j, p in enumerate(found)
                    if (p.first, p.second, p.spot) == (moved.first, moved.second, moved.spot)
                ),
                None,
            )
            if same is None:
                found.append(moved)
            number[size + i] = size + (len(found) - 1 if same is None else same)
    return tuple(found)


def without(points: Sequence[Placement], dropped: Collection[int], size: int) -> Points:
    """The points without some of them (numbered from 0), nor those constructed from these."""
    number = {i: i for i in range(size)}
    kept: list[Placement] = []
    for i, placement in enumerate(points):
        if i in dropped or not placement.parents <= number.keys():
            continue
        number[size + i] = size + len(kept)
        kept.append(renumbered(placement, number))
    return tuple(kept)


def smallest(points: Points, size: int, proves: Callable[[Points], bool]) -> Points:
    """A subset that still proves the goal and has no point to spare."""
    *_, least = ever_smaller(
        points, lambda some: proves(tuple(some)), lambda some, numbers: without(some, numbers, size)
    )
    return tuple(least)


def needed(path: Points, lemmas: Sequence[Points], size: int, proves: Callable[[Points], bool]) -> Points | None:
    """The fewest of the points that a search found, those of its lemmas too where the path's own don't do; None where all
    of them don't prove the goal."""
    for points in (path, merged((*lemmas, path), size)):
        if proves(points):
            return smallest(points, size, proves)
    return None


def renumbered(placement: Placement, number: Mapping[int, int]) -> Placement:
    """The placement with its parents' numbers replaced."""
    first, second = (
        Locus(locus.kind, tuple(number[p] for p in locus.parents)) for locus in (placement.first, placement.second)
    )
    return replace(placement, first=first, second=second)
