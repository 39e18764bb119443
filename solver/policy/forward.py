"""The network in numpy, for one node: what `solver.policy.network` computes, to 1e-5 (a test compares them)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from solver.deadline import check_deadline
from solver.policy.choices import Choices, Floats
from solver.policy.graph import Graph, Ints

#: Rows at a time: they stay in the cache, and numpy finds room for them again: 3,000 candidates in one piece take twice as long.
BLOCK = 512

#: The default of `torch.nn.LayerNorm`.
_EPSILON = np.float32(1e-5)


class Forward:
    """weights: by the names of the parameters of `Network`. rounds: of messages."""

    def __init__(self, weights: Mapping[str, NDArray[np.float32]], rounds: int) -> None:
        # Linear layers are stored (out, in); here rows are multiplied from the left.
        self._weights = {name: np.ascontiguousarray(w.T if _is_matrix(name) else w) for name, w in weights.items()}
        self._rounds = rounds

    def encoded(self, graph: Graph) -> tuple[Floats, Floats]:
        """Vectors (v, d) of the vertices, and the context (d,)."""
        w = self._weights
        x = w["kind.weight"].take(graph.kinds, axis=0)
        # Messages in order of their targets, so that each sum is one slice.
        source, target, role = graph.edges[np.argsort(graph.edges[:, 1], kind="stable")].T
        degree = np.bincount(target, minlength=len(x))
        hearing = np.flatnonzero(degree)
        starts = (np.cumsum(degree) - degree)[hearing]
        scale = (1 / np.sqrt(degree[hearing, None])).astype(np.float32)
        for i in range(self._rounds):
            x = self._round(f"rounds.{i}.", x, source, role, (hearing, starts, scale))
        context = np.concatenate([x[graph.goal], x.mean(axis=0)]) @ w["context.weight"] + w["context.bias"]
        return x, np.maximum(context, 0)

    def scores(self, x: Floats, context: Floats, choices: Choices, deadline: float | None = None) -> Floats:
        """(c,), of the candidates. deadline: on time.monotonic(). Raises DeadlineExceeded."""
        w = self._weights
        x = np.concatenate([x, np.zeros((1, x.shape[1]), dtype=np.float32)])
        e = np.concatenate([self._embedded(x, choices.loci[i : i + BLOCK]) for i in range(0, len(choices.loci), BLOCK)])
        # What is linear in a locus is computed once for each.
        linear = e @ w["both.weight"]
        bias = context @ w["aim.weight"] + w["both.bias"]
        scores = np.empty(len(choices.pairs), dtype=np.float32)
        for begin in range(0, len(scores), BLOCK):
            check_deadline(deadline, "auxiliary points were ranked")
            some = slice(begin, begin + BLOCK)
            i, j = np.ascontiguousarray(choices.pairs[some].T)
            hidden = linear.take(i, axis=0)
            hidden += linear.take(j, axis=0)
            product = e.take(i, axis=0)
            product *= e.take(j, axis=0)
            hidden += product @ w["product.weight"]
            hidden += choices.hints[some] @ w["hint.weight"]
            hidden += bias
            np.maximum(hidden, 0, out=hidden)
            hidden = hidden @ w["second.weight"]
            hidden += w["second.bias"]
            np.maximum(hidden, 0, out=hidden)
            scores[some] = (hidden @ w["score.weight"])[:, 0]
        return scores

    def value(self, context: Floats) -> float:
        """Bits, log2 of the trials that are left."""
        w = self._weights
        hidden = np.maximum(context @ w["left.weight"] + w["left.bias"], 0)
        return float((hidden @ w["value.weight"] + w["value.bias"])[0])

    def _round(self, name: str, x: Floats, source: Ints, role: Ints, sums: tuple[Ints, Ints, Floats]) -> Floats:
        w = self._weights
        hearing, starts, scale = sums
        said = (x @ w[name + "say.weight"]).take(source, axis=0)
        said += w[name + "role.weight"].take(role, axis=0)
        np.maximum(said, 0, out=said)
        heard = np.zeros_like(x)
        heard[hearing] = np.add.reduceat(said, starts, axis=0) * scale
        hidden = x @ w[name + "own.weight"] + heard @ w[name + "heard.weight"] + w[name + "own.bias"]
        out = x + np.maximum(hidden, 0) @ w[name + "out.weight"] + w[name + "out.bias"]
        out -= out.mean(axis=1, keepdims=True)
        out /= np.sqrt(np.square(out).mean(axis=1, keepdims=True) + _EPSILON)
        return np.asarray(out * w[name + "norm.weight"] + w[name + "norm.bias"])

    def _embedded(self, x: Floats, loci: Ints) -> Floats:
        """x (v + 1, d): the last row is 0 and stands for none."""
        w = self._weights
        kind, apex, *alike, first, second = np.ascontiguousarray(loci.T)
        vectors = [x.take(some, axis=0) for some in alike]
        total = vectors[0] + vectors[1] + vectors[2]
        hidden = total @ w["alike.weight"]
        np.square(total, out=total)
        for vector in vectors:
            total -= np.square(vector, out=vector)
        total *= np.float32(0.5)
        hidden += total @ w["together.weight"]
        hidden += (x @ w["apex.weight"]).take(apex, axis=0)
        facts = x @ w["fact.weight"]
        hidden += facts.take(first, axis=0)
        hidden += facts.take(second, axis=0)
        hidden += w["locus_kind.weight"].take(kind, axis=0)
        np.maximum(hidden, 0, out=hidden)
        return np.asarray(hidden @ w["locus.weight"] + w["locus.bias"])


def _is_matrix(name: str) -> bool:
    """Whether it is the weight of a linear layer; those of embeddings and norms stay as they are."""
    return name.endswith(".weight") and not name.endswith(("kind.weight", "role.weight", "norm.weight"))
