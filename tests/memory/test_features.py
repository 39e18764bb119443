from __future__ import annotations

import numpy as np
import pytest

from solver.memory.known import known_from_json
from tests.memory.figures import figure, permuted

ORTHOCENTRE = (
    "a b c = triangle a b c; h = orthocenter h a b c; o = circumcenter o a b c; m = midpoint m b c ? para a h o m"
)


def distance(one: str, other: str) -> float:
    return float(np.linalg.norm(figure(one).configuration().vector - figure(other).configuration().vector))


@pytest.mark.parametrize("name", ["imo-2009-p4-d", "imo-2012-p5", "imo-2023-p2"])
def test_other_names_and_another_order_change_nothing(name: str) -> None:
    c = figure(name).configuration()
    for seed in range(5):
        same = permuted(c, np.random.default_rng(seed).permutation(c.known.size).tolist())
        assert same.form == c.form
        assert np.array_equal(same.vector, c.vector)


def test_the_same_figure_told_otherwise_is_the_same() -> None:
    told = "a b c = triangle a b c; o = on_bline o a b, on_bline o a c; h = on_tline h a b c, on_tline h b a c; n = midpoint n c b ? para n o h a"
    one, other = figure(ORTHOCENTRE).configuration(), figure(told).configuration()
    assert one.form == other.form
    assert distance(ORTHOCENTRE, told) == 0


def test_another_goal_is_another_problem() -> None:
    other = ORTHOCENTRE.replace("para a h o m", "perp a h b c")
    assert figure(ORTHOCENTRE).configuration().form != figure(other).configuration().form
    assert 0 < distance(ORTHOCENTRE, other) < 2


def test_like_figures_are_nearer_than_others() -> None:
    more = ORTHOCENTRE.replace(" ?", "; n = midpoint n a c ?")
    assert distance(ORTHOCENTRE, more) < distance(ORTHOCENTRE, "imo-2023-p2")
    assert distance("imo-2009-p4-c", "imo-2009-p4-d") < distance("imo-2009-p4-d", "imo-2012-p5")


def test_a_vector_has_length_one() -> None:
    assert np.linalg.norm(figure(ORTHOCENTRE).configuration().vector) == pytest.approx(1, abs=1e-6)


def test_what_is_known_is_read_back_from_json() -> None:
    known = figure("imo-2012-p5").configuration().known
    assert known_from_json(known.to_json()) == known
