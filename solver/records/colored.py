"""Colored graphs, told apart up to isomorphism.

bliss finds the canonical labeling (Junttila and Kaski, "Engineering an efficient canonical labeling tool for large and
sparse graphs", ALENEX 2007), by way of igraph. Its labeling is the same for isomorphic graphs, in one version of bliss:
digests of different versions can't be compared, so that what is stored says by which it was made (`labelling`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence, Set

from solver.runtime.optional import needed

#: The version of what a digest is made of: to be raised whenever forms change.
VERSION = 1


def labelling() -> str:
    """By what digests are made, such as `1, igraph 1.0.0`: only those of one labeling can be compared."""
    return f"{VERSION}, igraph {needed('igraph').__version__}"


class ColoredGraph:
    """Vertices with colors, which mean something beyond the graph, and edges."""

    def __init__(self) -> None:
        self._colors: list[str] = []
        self._edges: set[tuple[int, int]] = set()

    def vertex(self, color: str, neighbors: Iterable[int] = ()) -> int:
        """A new vertex, by number."""
        number = len(self._colors)
        self._colors.append(color)
        for other in neighbors:
            self.join(other, number)
        return number

    def join(self, v: int, w: int) -> None:
        self._edges.add((min(v, w), max(v, w)))

    @property
    def colors(self) -> Sequence[str]:
        """The colors of the vertices, by number."""
        return self._colors

    @property
    def edges(self) -> Set[tuple[int, int]]:
        """Pairs of vertices, the lesser number first."""
        return self._edges

    def digest(self) -> str:
        """32 hexadecimal digits, the same for isomorphic graphs and, but for one in 2¹²⁸, no others."""
        palette = sorted(set(self._colors))
        number = {color: i for i, color in enumerate(palette)}
        colors = [number[color] for color in self._colors]
        graph = needed("igraph").Graph(len(colors), sorted(self._edges), vertex_attrs={"colour": colors})
        # By igraph's own method: which way round a permutation is meant has changed between its versions.
        canonical = graph.permute_vertices(graph.canonical_permutation(color=colors))
        edges = sorted((min(v, w), max(v, w)) for v, w in canonical.get_edgelist())
        text = repr((palette, canonical.vs["colour"], edges))
        return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
