"""The network: nothing depends on names, order or pose; numpy computes what PyTorch does."""

from __future__ import annotations

import numpy as np
import pytest

from solver.policy.choices import choices_of
from solver.policy.forward import Forward
from solver.policy.graph import Stated, graph_of
from solver.policy.inference import NetworkPrior
from solver.search.node import Candidates, Node
from solver.search.placement import Placement
from tests.policy.figures import FIGURES, SECONDS, Xy, node_of, reordered, root_of

torch = pytest.importorskip("torch", reason="PyTorch is of the training extra: pip install 'porism[train]'")

from solver.policy.batches import collated  # noqa: E402
from solver.policy.examples import Example  # noqa: E402
from solver.policy.network import Network, Shape  # noqa: E402


def network() -> Network:
    torch.manual_seed(1)
    torch.set_num_threads(1)
    made = Network(Shape(32, 3))
    with torch.no_grad():  # far from symmetric, so that differences would show
        for parameter in made.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.1)
    return made


def in_numpy(made: Network) -> Forward:
    return Forward({name: w.detach().numpy() for name, w in made.state_dict().items()}, made.shape.rounds)


def mirrored(xy: Xy) -> Xy:
    turn = np.array([[np.cos(0.7), np.sin(0.7)], [-np.sin(0.7), np.cos(0.7)]])
    moved: Xy = (xy * [-2.5, 2.5]) @ turn + [3.0, -1.0]
    return moved


def by_construction(points: tuple[str, ...], candidates: Candidates, scores: np.ndarray) -> dict[object, float]:
    """Scores by the loci in names, those that are alike in no order."""
    alike = {0: (0, 1), 1: (1, 2), 2: (1, 2), 3: (0, 1), 4: (0, 2), 5: (0, 2), 6: (), 7: (0, 1, 2), 8: (0, 1)}

    def named(placement: Placement) -> object:
        loci = []
        for locus in (placement.first, placement.second):
            names = [points[i] for i in locus.parents]
            same = frozenset(names[i] for i in alike[locus.kind])
            loci.append((locus.kind, same, tuple(n for i, n in enumerate(names) if i not in alike[locus.kind])))
        return frozenset(loci)

    found: dict[object, list[float]] = {}
    for i, score in enumerate(scores):
        found.setdefault(named(candidates.placement(i)), []).append(float(score))
    return {key: min(values) for key, values in found.items() if len(values) == 1}


@pytest.mark.parametrize("text", FIGURES)
def test_scores_do_not_depend_on_the_order_of_points_nor_on_the_pose(text: str) -> None:
    problem, diagrams, node = root_of(text)
    order = np.random.default_rng(3).permutation(len(problem.points)).tolist()
    other, moved = reordered(problem, diagrams, order, mirrored)
    prior = NetworkPrior(in_numpy(network()), Stated.of(problem, problem.goal))
    again = NetworkPrior(prior.network, Stated.of(other, other.goal))
    there = node_of(other, moved)
    assert again.value(there) == pytest.approx(prior.value(node), abs=1e-4)
    candidates, theirs = node.candidates(0), there.candidates(0)
    scores = by_construction(problem.points, candidates, prior.scores(node, candidates))
    others = by_construction(other.points, theirs, again.scores(there, theirs))
    both = scores.keys() & others.keys()
    assert len(both) > len(scores) / 3
    assert [others[key] for key in both] == pytest.approx([scores[key] for key in both], abs=2e-4)


@pytest.mark.parametrize("text", FIGURES)
@pytest.mark.parametrize("depth", [0, 1])
def test_numpy_computes_what_pytorch_does(text: str, depth: int) -> None:
    problem, _, node = root_of(text)
    if depth:
        node = Node(node.core, (node.candidates(0).placement(3),), SECONDS)
    made = network()
    prior = NetworkPrior(in_numpy(made), Stated.of(problem, problem.goal))
    candidates = node.candidates(1)
    graph = graph_of(node.core, prior.stated, depth)
    choices = choices_of(node, graph, candidates)
    example = Example(
        graph.kinds, graph.edges, graph.goal, choices.loci, choices.pairs, choices.hints,
        candidates.place, np.ones(len(candidates), dtype=bool), 0.0, 0.0,
    )  # fmt: skip
    with torch.no_grad():
        scores, values = made(collated([example])[0])
    assert np.abs(prior.scores(node, candidates) - scores.numpy()).max() < 1e-5
    assert prior.value(node) == pytest.approx(float(values), abs=1e-5)


def test_a_batch_gives_what_each_node_gives_alone() -> None:
    made, alone, examples = network(), [], []
    for text in FIGURES:
        problem, _, node = root_of(text)
        candidates = node.candidates(0)
        graph = graph_of(node.core, Stated.of(problem, problem.goal), 0)
        choices = choices_of(node, graph, candidates)
        examples.append(
            Example(
                graph.kinds,
                graph.edges,
                graph.goal,
                choices.loci,
                choices.pairs,
                choices.hints,
                candidates.place,
                np.ones(len(candidates), dtype=bool),
                0.0,
                0.0,
            )
        )
        with torch.no_grad():
            alone.append(made(collated(examples[-1:])[0])[0])
    with torch.no_grad():
        together, _ = made(collated(examples)[0])
    assert torch.allclose(torch.cat(alone), together, atol=1e-5)
