"""The nodes of a search at hand: closed states, made anew from the root where they were given up."""

from __future__ import annotations

import time

from solver._core import Node as CoreNode
from solver.search.node import Node
from solver.search.symmetry import Path

#: Nodes that are kept at hand, if there is memory for them.
MOST_NODES = 64


class Nodes:
    """Those last used. most: bytes that they may hold; the one in use is kept in any case. deadline: on time.monotonic()."""

    def __init__(self, root: CoreNode, deadline: float, most: int) -> None:
        self.root = root
        self.deadline = deadline
        self.most = most
        self._kept: dict[Path, tuple[Node, int]] = {}  # with what they hold, the latest at the end
        self._held = 0

    def at(self, path: Path) -> Node:
        """The node with these points added to the root."""
        if self._kept and path != (last := next(reversed(self._kept))):
            self._kept[last][0].core.rest()
        node, held = self._kept.pop(path, (None, 0))
        self._held -= held
        if node is None:
            node = Node(self.root, path, self.deadline - time.monotonic())
            held = node.core.footprint
        while self._kept and (self._held + held > self.most or len(self._kept) >= MOST_NODES):
            self._held -= self._kept.pop(next(iter(self._kept)))[1]
        self._kept[path] = node, held
        self._held += held
        return node

    def clear(self) -> None:
        """After the root has changed."""
        self._kept.clear()
        self._held = 0
