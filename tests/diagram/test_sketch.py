"""Walking through the combinations of choices, and sketching with them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.diagram.sketch import Branches, Unplaced, sketch
from solver.language.read import parse_statement

Tree = list["Tree"]

_trees: st.SearchStrategy[Tree] = st.recursive(
    st.just([]), lambda children: st.lists(children, min_size=2, max_size=3), max_leaves=20
)


def leaves(tree: Tree, path: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    return [path] if not tree else [leaf for i, t in enumerate(tree) for leaf in leaves(t, (*path, i))]


@settings(deadline=None)
@given(_trees, st.integers(0, 100))
def test_every_combination_comes_once(tree: Tree, seed: int) -> None:
    branches = Branches(np.random.default_rng(seed))
    seen = []
    while True:
        path, at = [], tree
        while at:
            path.append(branches.choose(len(at)))
            at = at[path[-1]]
        seen.append(tuple(path))
        if not branches.advance():
            break
    assert sorted(seen) == sorted(leaves(tree))


def test_a_combination_that_breaks_off_is_not_taken_up_again() -> None:
    branches = Branches(np.random.default_rng(0))
    first = branches.choose(2)
    branches.choose(2)  # and here the sketch fails
    branches.advance()
    assert branches.choose(2) == first
    branches.choose(2)
    branches.advance()
    assert branches.choose(2) != first


def test_a_sketch_says_which_clause_finds_no_place() -> None:
    problem = parse_statement("a b c = triangle a b c; d = midpoint d a b; x = circle x a d b ? coll a b c")
    rng = np.random.default_rng(0)
    with pytest.raises(Unplaced, match="collinear") as caught:
        sketch(problem, rng, Branches(rng), 0.01)
    assert caught.value.clause == 2


def test_free_points_stay_near_the_figure() -> None:
    text = "; ".join(["a b = segment a b", *(f"p{i} = free p{i}" for i in range(100))])
    rng = np.random.default_rng(0)
    places = sketch(parse_statement(f"{text} ? coll a b p0"), rng, Branches(rng), 0.0)
    assert max(map(abs, places)) < 20
