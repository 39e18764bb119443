from __future__ import annotations

import numpy as np

from solver.memory.loci import LocusKeys
from solver.memory.transfer import Sketch, mappings
from solver.search.placement import Locus
from tests.memory.figures import ONE, figure, permuted, solved


def test_a_figure_is_found_again_under_other_names() -> None:
    c = solved(ONE)
    for seed in range(3):
        to = np.random.default_rng(seed).permutation(c.known.size).tolist()
        other = permuted(c, to)
        best = mappings(Sketch(c.known, c.graph), Sketch(other.known, other.graph), frozenset())[0]
        assert best.score > 0.99
        image = tuple(tuple(best.locus(locus) for locus in loci) for loci in c.added)
        keys = LocusKeys(other.known)
        for mine, theirs in zip(image, other.added, strict=True):
            assert sorted(keys.of_loci(mine)) == sorted(keys.of_loci(theirs))


def test_a_figure_is_found_within_a_larger_one() -> None:
    told = "a b c = triangle a b c; o = circumcenter o a b c; m = midpoint m b c{} ? perp o m b c"
    small = figure(told.format("")).configuration()
    large = figure("x y = segment x y; " + told.format("; n = midpoint n x a")).configuration()
    best = mappings(Sketch(small.known, small.graph), Sketch(large.known, large.graph), frozenset({1, 2, 4}))[0]
    played = {p: large.points[i] for p, i in zip(small.points, best.image, strict=True)}
    assert (played["o"], played["m"]) == ("o", "m")
    assert {played["b"], played["c"]} == {"b", "c"}


def test_needed_points_have_an_image_or_there_is_no_map() -> None:
    small = figure("a b c = triangle a b c; m = midpoint m b c ? cong m b m c").configuration()
    large = solved(ONE)
    one, other = Sketch(small.known, small.graph), Sketch(large.known, large.graph)
    assert all(-1 not in m.image for m in mappings(one, other, frozenset(range(4))))
    assert mappings(other, one, frozenset(range(large.known.size))) == []


def test_a_locus_has_one_key_by_whichever_points_it_is_given() -> None:
    f = figure(
        "a b c = triangle a b c; o = circumcenter o a b c; d = on_line d b c; h = foot h a b c; e = on_circle e o a ? perp a h b c"
    )
    keys = LocusKeys(f.configuration().known)
    a, b, c, o, d, h, e = range(7)

    def same(*loci: Locus) -> bool:
        return len(set(keys.of_loci(loci).tolist())) == 1

    assert same(Locus(0, (b, c)), Locus(0, (d, b)), Locus(1, (d, b, h)))
    assert same(Locus(2, (a, b, c)), Locus(0, (h, a)), Locus(2, (h, d, b)))
    assert same(Locus(6, (o, b)), Locus(7, (a, b, c)), Locus(7, (e, c, a)))
    assert same(Locus(8, (a, b)), Locus(8, (b, a))) and same(Locus(3, (a, b)), Locus(3, (b, a)))
    assert not same(Locus(4, (a, b, c)), Locus(5, (a, b, c)))
    assert not same(Locus(0, (b, c)), Locus(0, (a, b)))
