"""Examples side by side as tensors, and the loss of what the network says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from solver.policy.examples import Example
from solver.policy.network import Batch


@dataclass(frozen=True)
class Targets:
    """positive (c,), spare (c,): added to the scores of negative candidates, which stand for others, too. bits (b,)."""

    positive: Tensor
    spare: Tensor
    bits: Tensor

    def to(self, device: str) -> Targets:
        return Targets(*(t.to(device, non_blocking=True) for t in (self.positive, self.spare, self.bits)))


def order(count: int, size: int, seed: int, epoch: int) -> list[NDArray[np.int64]]:
    """The batches of an epoch, as numbers of examples: the same for the same seed, however a run was interrupted."""
    shuffled = np.random.default_rng([seed, epoch]).permutation(count)
    return [shuffled[i : i + size] for i in range(0, count, size)]


def batches(examples: Sequence[Example], numbers: Sequence[NDArray[np.int64]]) -> Iterator[tuple[Batch, Targets]]:
    for some in numbers:
        yield collated([examples[int(i)] for i in some])


def collated(examples: Sequence[Example]) -> tuple[Batch, Targets]:
    """The examples, their vertices, loci and candidates numbered on."""
    vertices, loci, candidates = (
        np.array([len(getattr(e, name)) for e in examples]) for name in ("kinds", "loci", "pairs")
    )
    first_vertex, first_locus = np.cumsum(vertices) - vertices, np.cumsum(loci) - loci
    edges, described, pairs = [], [], []
    for e, v, m in zip(examples, first_vertex, first_locus, strict=True):
        edges.append(e.edges.astype(np.int64) + np.array([v, v, 0]))
        locus = e.loci.astype(np.int64)
        locus[:, 1:][locus[:, 1:] >= 0] += v
        described.append(locus)
        pairs.append(e.pairs.astype(np.int64) + m)
    of_candidate = np.repeat(np.arange(len(examples)), candidates)
    positive = np.concatenate([e.positive for e in examples]).astype(bool)
    spare = np.array([e.spare for e in examples], dtype=np.float32)[of_candidate]
    batch = Batch(
        kinds=_tensor(np.concatenate([e.kinds for e in examples]).astype(np.int64)),
        of_vertex=_tensor(np.repeat(np.arange(len(examples)), vertices)),
        edges=_tensor(np.concatenate(edges)),
        goals=_tensor(first_vertex + np.array([e.goal for e in examples])),
        loci=_tensor(np.concatenate(described)),
        pairs=_tensor(np.concatenate(pairs)),
        hints=_tensor(np.concatenate([e.hints for e in examples]).astype(np.float32)),
        of_candidate=_tensor(of_candidate),
    )
    bits = np.array([e.bits for e in examples], dtype=np.float32)
    return batch, Targets(_tensor(positive), _tensor(np.where(positive, np.float32(0), spare)), _tensor(bits))


def losses(scores: Tensor, values: Tensor, batch: Batch, targets: Targets) -> tuple[Tensor, Tensor]:
    """Means over the nodes: −log of the probability of a needed candidate, and Huber's loss of the value, in bits."""
    nodes = len(batch.goals)
    logits = scores.float() + targets.spare
    everything = _logsumexp(logits, batch.of_candidate, nodes)
    needed = targets.positive
    good = _logsumexp(logits[needed], batch.of_candidate[needed], nodes)
    return (everything - good).mean(), torch.nn.functional.huber_loss(values.float(), targets.bits)


def _logsumexp(x: Tensor, of: Tensor, count: int) -> Tensor:
    """(count,), over the x of each number; each has some."""
    with torch.no_grad():
        top = x.new_full((count,), -torch.inf).scatter_reduce(0, of, x, "amax")
    return top + x.new_zeros(count).index_add(0, of, torch.exp(x - top[of])).log()


def _tensor(array: NDArray[np.generic]) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(array))
