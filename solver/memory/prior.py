"""The memory as a policy: what helped in figures like this one is tried first.

At the root the nearest configurations are looked up and laid onto the figure (`solver.memory.transfer`); candidates that
are the image of what was constructed there get a bonus. Where a stored proof needs a second point, it is suggested at the
nodes that have the first one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from solver.language.problem import Problem
from solver.memory.configuration import LARGEST, Configuration, Construction
from solver.memory.features import form_of, vector_of
from solver.memory.graph import graph_of
from solver.memory.known import known
from solver.memory.loci import LocusKeys
from solver.memory.store import Neighbor, Store
from solver.memory.transfer import Mapping, Sketch, mappings
from solver.search.node import Candidates, Node
from solver.search.placement import Placement
from solver.search.prior import Policy, Prior
from solver.search.scores import Scores
from solver.statements.predicates import Statement

#: At this distance a configuration counts e times less than the same figure.
REACH = 0.25
#: A map whose score is less by this than that of its configuration's best map counts e times less.
SHARPNESS = 0.04
#: Maps that count less than the best by this exponent aren't looked at, nor more constructions than MOST.
LEAST, MOST = 4.0, 12
#: How much likelier than others a candidate is that the same figure suggests.
STRENGTH = 300.0

#: The spots of the points added, in order: their numbers are in the suggestions.
_Spots = tuple[tuple[int, int], ...]


@dataclass
class Suggestion:
    """What a stored proof constructs, laid onto the figure.

    next: which of its points is to be constructed. spots: where, as far as candidates have shown it.
    """

    construction: tuple[Construction, ...]
    mapping: Mapping
    weight: float
    source: Neighbor
    next: int = 0
    spots: set[tuple[int, int]] = field(default_factory=set)

    def loci(self) -> Construction | None:
        """The next point's, in the figure; None where a point that they need has no image, or nothing is left."""
        if self.next == len(self.construction):
            return None
        first, second = self.construction[self.next]
        try:
            return self.mapping.locus(first), self.mapping.locus(second)
        except KeyError:
            return None

    def continued(self, number: int) -> Suggestion:
        """Once its next point is there, as the point of this number."""
        return replace(self, mapping=self.mapping.with_point(number), next=self.next + 1, spots=set())


@dataclass(frozen=True)
class MemoryPolicy:
    """base: gives the scores that a bonus is added to; None: zeros. k: how many of the nearest configurations are asked.

    exclude_same: whether configurations of the problem's own form are left out, as an evaluation must have it.
    """

    store: Store
    base: Policy | None = None
    k: int = 8
    exclude_same: bool = True

    def prior(self, problem: Problem, goal: Statement) -> Prior:
        base = None if self.base is None else self.base.prior(problem, goal)
        return MemoryPrior(self, base, problem, goal)


class MemoryPrior:
    """The memory's prior of one problem, which remembers what it has suggested at each node."""

    def __init__(self, policy: MemoryPolicy, base: Prior | None, problem: Problem, goal: Statement) -> None:
        self.policy = policy
        self.base = base
        self.problem = problem
        self.goal = goal
        self._suggestions: dict[_Spots, list[Suggestion]] = {}

    def scores(self, node: Node, candidates: Candidates) -> Scores:
        """(n,): the base's, and the logarithm of how much likelier the memory makes each candidate."""
        found = np.zeros(len(candidates)) if self.base is None else self.base.scores(node, candidates)
        suggestions = self._at(node)
        if not suggestions or len(candidates) == 0:
            return found
        keys = LocusKeys(known(self.problem, self.goal, node.core))
        return np.asarray(found + np.log1p(STRENGTH * weights(suggestions, keys, candidates)))

    def _at(self, node: Node) -> list[Suggestion]:
        here = _spots(node.added)
        if here not in self._suggestions:
            if not node.added:
                self._suggestions[here] = self._recalled(node)
            else:
                last = node.added[-1]
                before = self._suggestions.get(_spots(node.added[:-1]), [])
                continued = (s.continued(node.size - 1) for s in before if last.spot in s.spots)
                self._suggestions[here] = [s for s in continued if s.loci() is not None]
        return self._suggestions[here]

    def _recalled(self, root: Node) -> list[Suggestion]:
        if root.size > LARGEST:
            return []
        now = known(self.problem, self.goal, root.core)
        graph = graph_of(now)
        left_out = form_of(graph) if self.policy.exclude_same else ""
        neighbors = self.policy.store.nearest(vector_of(graph), self.policy.k, left_out)
        return suggested(neighbors, Sketch(now, graph))


def suggested(neighbors: Sequence[Neighbor], current: Sketch) -> list[Suggestion]:
    """What the neighbors constructed, laid onto the figure, the likeliest first."""
    found: list[Suggestion] = []
    for neighbor in neighbors:
        stored = neighbor.configuration
        maps = mappings(Sketch(stored.known, stored.graph), current, _parents(stored, stored.added))
        likely = [m for m in maps if m.score > maps[0].score - LEAST * SHARPNESS]
        for construction in stored.constructions[:MOST]:
            parents = sorted(_parents(stored, construction))
            seen: set[tuple[int, ...]] = set()
            for mapping in likely:
                image = tuple(mapping.image[p] for p in parents)
                if -1 not in image and image not in seen:
                    seen.add(image)
                    found.append(Suggestion(construction, mapping, _weight(neighbor, mapping, maps[0]), neighbor))
    return sorted(found, key=lambda s: -s.weight)


def _parents(stored: Configuration, construction: Iterable[Construction]) -> frozenset[int]:
    """The points of the statement that auxiliary points are constructed from."""
    size = stored.known.size
    return frozenset(p for loci in construction for locus in loci for p in locus.parents if p < size)


def _weight(neighbor: Neighbor, mapping: Mapping, best: Mapping) -> float:
    nearness = math.exp(-neighbor.distance / REACH)
    likeness = math.exp((mapping.score - best.score) / SHARPNESS)
    several = math.sqrt(len(neighbor.configuration.constructions))
    return nearness * likeness * mapping.score / several


def weights(suggestions: Sequence[Suggestion], keys: LocusKeys, candidates: Candidates) -> Scores:
    """(n,): the weights of the suggestions that mean each candidate's place; the places are noted in the suggestions.

    A place is meant where both suggested loci are among those that lead there.
    """
    found = np.zeros(len(candidates))
    meant = [(s, loci) for s in suggestions if (loci := s.loci()) is not None]
    if not meant:
        return found
    wanted = keys.of_loci([locus for _, loci in meant for locus in loci])
    places = candidates.place
    through: dict[int, set[int]] = {}
    for rows in candidates.loci():
        leading = keys.of(rows)
        for i in np.nonzero(np.isin(leading, wanted))[0].tolist():
            through.setdefault(int(leading[i]), set()).add(int(places[i]))
    nowhere: set[int] = set()
    weight: dict[int, float] = {}
    led: list[tuple[Suggestion, set[int]]] = []
    for (s, _), one, other in zip(meant, wanted[::2].tolist(), wanted[1::2].tolist(), strict=True):
        led.append((s, through.get(one, nowhere) & through.get(other, nowhere)))
        for place in led[-1][1]:
            weight[place] = weight.get(place, 0.0) + s.weight
    spot: dict[int, tuple[int, int]] = {}
    which = np.nonzero(np.isin(places, list(weight)))[0]
    for i, at in zip(which.tolist(), candidates.chosen(which).spots(), strict=True):
        place = int(places[i])
        found[i] = weight[place]
        spot[place] = at
    for s, there in led:
        s.spots.update(spot[place] for place in there)
    return found


def _spots(added: Sequence[Placement]) -> _Spots:
    return tuple(p.spot for p in added)
