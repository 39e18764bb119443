from __future__ import annotations

from functools import cache

from solver.language.read import parse_statement
from solver.search.placement import Locus
from solver.store.entry import Entry, Kind
from solver.store.figures import Figure, figure_of
from solver.store.suggest import sketch_of, suggestion
from solver.store.transfer import mappings

SMALL = "a b c = triangle a b c; o = circumcenter o a b c; m = midpoint m b c ? perp o m b c"
LARGE = "x y = segment x y; c b a = triangle c b a; o = circumcenter o a b c; m = midpoint m b c; n = midpoint n x a ? perp o m b c"


@cache
def figure(text: str) -> Figure:
    return figure_of(parse_statement(text), 20.0)


def test_a_figure_is_found_within_a_larger_one() -> None:
    small, large = figure(SMALL), figure(LARGE)
    best = mappings(sketch_of(small), sketch_of(large), frozenset({1, 2, 4}))[0]
    played = {p: large.problem.points[i] for p, i in zip(small.problem.points, best.image, strict=True) if i >= 0}
    assert (played["o"], played["m"]) == ("o", "m") and {played["b"], played["c"]} == {"b", "c"}


def test_needed_points_have_an_image_or_there_is_no_map() -> None:
    small, large = sketch_of(figure(SMALL)), sketch_of(figure(LARGE))
    assert all(-1 not in m.image for m in mappings(small, large, frozenset(range(5))))
    assert mappings(large, small, frozenset(range(8))) == []


def test_what_a_proof_constructs_is_said_with_the_points_at_hand() -> None:
    across = (((Locus(0, (1, 3)), Locus(6, (3, 1))),),)  # on the line bo, on the circle about o through b
    entry = Entry(Kind.SOLVED, "small", SMALL, constructions=across)
    large = figure(LARGE)
    found = suggestion(entry, large, sketch_of(large))
    assert found is not None and found.map["o"] == "o" and found.likeness > 0.5
    assert len(found.constructions) == 1 and "O" in found.constructions[0]
    assert suggestion(Entry(Kind.SOLVED, "plain", SMALL), large, sketch_of(large)) is None
