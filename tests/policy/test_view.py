"""What the core shows of a closure, and how a place lies among what is known."""

from __future__ import annotations

import numpy as np

from tests.policy.figures import FIGURES, root_of


def test_known_lines_circles_and_right_angles_are_seen() -> None:
    problem, _, node = root_of(FIGURES[0])
    pairs, curves, right_angles = node.core.view()
    number = {p: i for i, p in enumerate(problem.points)}
    sets = {
        (
            bool(is_circle),
            bool(known),
            frozenset(curves["point"][(curves["curve"] == i) & (curves["is_center"] == 0)].tolist()),
        )
        for i, is_circle, known, _, _ in curves.tolist()
    }
    assert (False, True, frozenset(number[p] for p in "bcdm")) in sets
    assert (True, True, frozenset(number[p] for p in "abde")) in sets
    at = {frozenset((a, b)): direction for a, b, direction, _ in pairs.tolist()}
    perpendicular = {at[frozenset((number["a"], number["d"]))], at[frozenset((number["b"], number["c"]))]}
    assert tuple(sorted(perpendicular)) in right_angles.tolist()


def test_hints_count_what_passes_through_a_place() -> None:
    problem, diagrams, node = root_of(FIGURES[2])
    b, n, a = (problem.points.index(p) for p in "bna")
    at = node.candidates(0)  # the core's own frame, by the points that it was made with
    origin = [d.xy.mean(axis=0) for d in diagrams]
    unit = [np.linalg.norm(d.xy - o, axis=1).mean() for d, o in zip(diagrams, origin, strict=True)]
    middle = [((d.xy[b] + d.xy[n]) / 2 - o) / u for d, o, u in zip(diagrams, origin, unit, strict=True)]
    (hints,) = node.hints(np.array([middle]).reshape(1, -1))
    assert len(at) and hints[0] == 0 and hints[1] == 1  # on the known line bpn
    assert hints[5] >= 1  # as far from b as from n
    (there,) = node.hints(
        np.array([[(d.xy[a] - o) / u for d, o, u in zip(diagrams, origin, unit, strict=True)]]).reshape(1, -1)
    )
    assert there[0] == 1
