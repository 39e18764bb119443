"""A trained network as the search's policy, by numpy alone."""

from __future__ import annotations

import json
import struct
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from solver.content import content_folder
from solver.errors import PolicyError
from solver.language.problem import Problem
from solver.language.syntax import nearest, shown
from solver.policy.choices import HINTS, choices_of
from solver.policy.forward import Forward
from solver.policy.graph import KINDS, ROLES, Stated, graph_of
from solver.search.node import Candidates, Node
from solver.search.placement import LOCI
from solver.search.scores import Scores
from solver.statements.predicates import Statement

#: What the weights are tied to: another version of porism may see other things, or in another order.
SEEN: dict[str, list[str]] = {
    "kinds": list(KINDS),
    "roles": list(ROLES),
    "hints": list(HINTS),
    "loci": [c.name for c in LOCI],
}


@cache
def _libraries() -> ThreadpoolController:
    """The loaded libraries of linear algebra, whose threads only get in the way: the matrices are small, and other cores have
    searches of their own. On two busy cores a node takes two to three times as long with them."""
    return ThreadpoolController()


@dataclass(frozen=True)
class NetworkPrior:
    """The prior of one problem (`solver.search.prior.Prior`)."""

    network: Forward
    stated: Stated

    def scores(self, node: Node, candidates: Candidates) -> Scores:
        """(n,), aligned with the candidates; up to a constant, logarithms of how likely each is needed.

        Raises DeadlineExceeded where that takes longer than the node has time.
        """
        if len(candidates) == 0:
            return np.zeros(0)
        graph = graph_of(node.core, self.stated, len(node.added))
        choices = choices_of(node, graph, candidates)
        with _libraries().limit(limits=1, user_api="blas"):
            vectors, context = self.network.encoded(graph)
            return self.network.scores(vectors, context, choices, node.deadline).astype(np.float64)

    def value(self, node: Node) -> float:
        """Bits that are left to the proof: log2 of the trials, by order of chance."""
        graph = graph_of(node.core, self.stated, len(node.added))
        with _libraries().limit(limits=1, user_api="blas"):
            _, context = self.network.encoded(graph)
            return self.network.value(context)


@dataclass(frozen=True)
class NetworkPolicy:
    """A policy (`solver.search.prior.Policy`) with the weights of a file, PATH.safetensors and PATH.json."""

    name: str
    network: Forward = field(repr=False)

    @staticmethod
    def read(path: Path) -> NetworkPolicy:
        """path: of the weights, or without .safetensors. Raises PolicyError."""
        weights, shape = read_weights(path.with_suffix(".safetensors") if path.suffix != ".safetensors" else path)
        return NetworkPolicy(path.stem, Forward(weights, shape["rounds"]))

    def prior(self, problem: Problem, goal: Statement) -> NetworkPrior:
        return NetworkPrior(self.network, Stated.of(problem, goal))


def policies() -> dict[str, Path]:
    """The policies that there are, by name: the weights in models/ of the checkout or the installation."""
    try:
        return {path.stem: path for path in sorted(content_folder("models").glob("*.safetensors"))}
    except FileNotFoundError:
        return {}


def load_policy(name: str) -> NetworkPolicy:
    """The policy of that name in models/, or of a file. Raises PolicyError, which names those there are."""
    known = policies()
    if name in known:
        return NetworkPolicy.read(known[name])
    if name.endswith(".safetensors") and Path(name).is_file():
        return NetworkPolicy.read(Path(name))
    there = f"models/ has {', '.join(known)}" if known else "models/ has none: porism train makes one"
    raise PolicyError(f"there is no policy {shown(name)} in models/", hint=nearest(name, known, there))


def policy_if_there(name: str) -> NetworkPolicy | None:
    """The policy of that name, or None with a warning where it is absent: the search goes on without."""
    try:
        return load_policy(name)
    except PolicyError as error:
        warnings.warn(f"{error.message}: the search goes on without a policy", stacklevel=2)
        return None


def read_weights(path: Path) -> tuple[dict[str, NDArray[np.float32]], dict[str, int]]:
    """The weights and the shape of the network. Raises PolicyError."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    about = path.with_suffix(".json")
    try:
        described = json.loads(about.read_text(encoding="utf-8"))
        shape = {key: int(described["shape"][key]) for key in ("width", "rounds")}
        seen = described["seen"]
    except FileNotFoundError:
        raise PolicyError(f"there is no {about}, which says what {path.name} is", hint="train it anew") from None
    except (ValueError, KeyError, TypeError) as error:
        raise PolicyError(f"{about} doesn't describe a policy: {error!r:.100}", hint="train it anew") from None
    if seen != SEEN:
        other = ", ".join(key for key in SEEN if not isinstance(seen, Mapping) or seen.get(key) != SEEN[key])
        raise PolicyError(f"{path} was trained to see other {other} than this version", hint="train it anew")
    try:
        weights = {name: np.asarray(w, dtype=np.float32) for name, w in load_file(path).items()}
    except (SafetensorError, struct.error, ValueError) as error:
        raise PolicyError(f"{path} holds no weights: {str(error)[:100]}", hint="train it anew") from None
    width = shape["width"]
    if weights.get("locus.weight", np.empty(0)).shape != (width, width) or (
        f"rounds.{shape['rounds'] - 1}.say.weight" not in weights
    ):
        raise PolicyError(f"{path} and {about.name} are of different networks", hint="train it anew")
    return weights, shape
