"""The network: which candidate to try first, and how much is left to find. Trained here, run by `inference` without PyTorch.

Messages pass along the graph of a node (`solver.policy.graph`) for a few rounds; a locus is embedded from its parents
and from what is known of them, the same whatever the order of parents that are alike; a candidate is scored from its
two loci, whichever comes first, the goal and its hints. So nothing depends on how points are called. (Message passing
with a vector for each role: Hu et al., "Strategies for pre-training graph neural networks", ICLR 2020, after Xu et al.,
"How powerful are graph neural networks?", ICLR 2019.)

Each locus is embedded once, so that thousands of candidates cost a few products of small matrices.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn

from solver.policy.choices import HINTS
from solver.policy.graph import KINDS, ROLES
from solver.search.placement import LOCI


@dataclass(frozen=True)
class Shape:
    """width: of all vectors. rounds: of messages."""

    width: int = 64
    rounds: int = 4

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


@dataclass(frozen=True)
class Batch:
    """Nodes side by side, vertices, loci and candidates numbered on; -1 where there is none.

    kinds (v,), of_vertex (v,): the node of each. edges (e, 3). goals (b,): their vertices. loci (m, 7), pairs (c, 2),
    hints (c, 14), of_candidate (c,): the node of each.
    """

    kinds: Tensor
    of_vertex: Tensor
    edges: Tensor
    goals: Tensor
    loci: Tensor
    pairs: Tensor
    hints: Tensor
    of_candidate: Tensor

    def to(self, device: str) -> Batch:
        return Batch(**{name: tensor.to(device, non_blocking=True) for name, tensor in vars(self).items()})


class Round(nn.Module):
    """Each vertex hears its neighbors, each through the vector of the edge's role."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.drop = nn.Dropout(dropout)
        self.say = nn.Linear(width, width, bias=False)
        self.role = nn.Embedding(2 * len(ROLES), width)
        self.own = nn.Linear(width, width)
        self.heard = nn.Linear(width, width, bias=False)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)

    def forward(self, x: Tensor, edges: Tensor, scale: Tensor) -> Tensor:
        """x (v, d), scale (v, 1): 1/√degree. Returns (v, d)."""
        source, target, role = edges.unbind(1)
        said = torch.relu(self.say(x)[source] + self.role(role))
        heard = torch.zeros_like(x).index_add(0, target, said.to(x.dtype)) * scale
        norm: Tensor = self.norm(x + self.out(self.drop(torch.relu(self.own(x) + self.heard(heard)))))
        return norm


class Network(nn.Module):
    """Returns scores (c,) of candidates and values (b,) of nodes: bits, log2 of the trials that are left.

    dropout: share of each hidden vector that is left out in training.
    """

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.drop = nn.Dropout(dropout)
        d = shape.width
        self.kind = nn.Embedding(len(KINDS), d)
        self.rounds = nn.ModuleList(Round(d, dropout) for _ in range(shape.rounds))
        self.context = nn.Linear(2 * d, d)
        self.locus_kind = nn.Embedding(len(LOCI), d)
        self.apex = nn.Linear(d, d, bias=False)
        self.alike = nn.Linear(d, d, bias=False)
        self.together = nn.Linear(d, d, bias=False)
        self.fact = nn.Linear(d, d, bias=False)
        self.locus = nn.Linear(d, d)
        self.both = nn.Linear(d, d)
        self.product = nn.Linear(d, d, bias=False)
        self.hint = nn.Linear(len(HINTS), d, bias=False)
        self.aim = nn.Linear(d, d, bias=False)
        self.second = nn.Linear(d, d // 2)
        self.score = nn.Linear(d // 2, 1, bias=False)
        self.left = nn.Linear(d, d)
        self.value = nn.Linear(d, 1)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        x = self._encoded(batch)
        context = self._context(x, batch)
        e = self._embedded(x, batch.loci)
        first, second = e[batch.pairs[:, 0]], e[batch.pairs[:, 1]]
        hidden = self.both(first + second) + self.product(first * second) + self.hint(batch.hints)
        hidden = self.drop(torch.relu(hidden + self.aim(context)[batch.of_candidate]))
        scores = self.score(torch.relu(self.second(hidden))).squeeze(1)
        values = self.value(torch.relu(self.left(context))).squeeze(1)
        return scores, values

    def _encoded(self, batch: Batch) -> Tensor:
        x: Tensor = self.kind(batch.kinds)
        degree = torch.bincount(batch.edges[:, 1], minlength=len(batch.kinds)).clamp(min=1)
        scale = degree.rsqrt().unsqueeze(1).to(x.dtype)
        for round_ in self.rounds:
            x = round_(x, batch.edges, scale)
        return x

    def _context(self, x: Tensor, batch: Batch) -> Tensor:
        """(b, d), of the goal and of the mean vertex."""
        nodes = len(batch.goals)
        count = torch.bincount(batch.of_vertex, minlength=nodes).unsqueeze(1)
        mean = x.new_zeros(nodes, x.shape[1]).index_add(0, batch.of_vertex, x) / count
        return torch.relu(self.context(torch.cat([x[batch.goals], mean], dim=1)))

    def _embedded(self, x: Tensor, loci: Tensor) -> Tensor:
        """(m, d). Of the parents that are alike: their sum and the sum of their products, two by two."""
        x = torch.cat([x, x.new_zeros(1, x.shape[1])])  # the last row, -1, stands for none
        alike = x[loci[:, 2:5]]
        total = alike.sum(1)
        products = (total.square() - alike.square().sum(1)) / 2
        hidden = self.locus_kind(loci[:, 0]) + self.apex(x)[loci[:, 1]] + self.alike(total) + self.together(products)
        hidden = hidden + self.fact(x[loci[:, 5]] + x[loci[:, 6]])
        return torch.as_tensor(self.locus(self.drop(torch.relu(hidden))))
