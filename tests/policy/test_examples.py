"""Records as examples: the needed points are told among the candidates, by their places."""

from __future__ import annotations

import numpy as np

from solver.policy.examples import Examples, examples_of, opened
from tests.policy.figures import FIGURES, record_of, records


def test_each_node_on_the_way_has_what_leads_on() -> None:
    record = record_of(FIGURES[0], (7, 3), points=2)
    nodes = list(opened(record))
    assert len(nodes) == 2
    for depth, node in enumerate(nodes):
        spots = np.array(node.candidates.spots())[node.positive].tolist()
        assert list(record.added[depth].spot) in spots
        assert node.positive.sum() < len(node.positive) / 3


def test_alternatives_of_a_single_point_are_needed_places_too() -> None:
    record = record_of(FIGURES[1], (4, 11, 25))
    (node,) = opened(record)
    spots = {tuple(s) for s in np.array(node.candidates.spots())[node.positive].tolist()}
    assert {p.spot for p in (*record.added, *record.alternatives)} <= spots


def test_negatives_are_sampled_and_say_for_how_many_they_stand() -> None:
    record = record_of(FIGURES[0], (7, 3))
    (every,), (some,) = examples_of(record, 10_000), examples_of(record, 20)
    assert every.spare == 0.0 and every.bits == some.bits > 0
    assert (~some.positive).sum() == 20 and some.positive.sum() == every.positive.sum()
    assert np.isclose(np.exp(some.spare), (~every.positive).sum() / 20)


def test_examples_survive_a_file() -> None:
    made = [e for r in records()[:3] for e in examples_of(r, 20)]
    packed = Examples.from_arrays(Examples.of(made).as_arrays())
    assert len(packed) == len(made)
    for i, example in enumerate(made):
        for name, value in vars(example).items():
            assert np.array_equal(getattr(packed[i], name), value), name
