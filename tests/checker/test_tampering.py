"""A certificate with any field changed is refused, with the step that fails; or it is the same proof in other words.

What may change: the problem's name and the seed; the order of what has none; and the exceptions listed here, each of which
is another valid proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from solver.checking import check_certificate
from solver.errors import CertificateError
from tests.checker.examples import EXAMPLES, RESTATED
from tests.checker.tampering import Json, Path, tampered
from tests.proof.proofs import proof_of

#: Positions of a step's points that its rule takes in either order.
EITHER_ORDER = {
    "line": {(1, 2)},
    "radii": {(1, 2)},
    "concyclic_radii": {(1, 2), (2, 3), (3, 4)},
    "equal_arcs": {(2, 3)},
    "equal_chords": {(0, 1), (2, 3)},
    "perp_to_squares": {(0, 1), (2, 3)},
    "squares_to_perp": {(0, 1), (2, 3)},
    "substitute": {(0, 1)},
    "identity": set(combinations(range(12), 2)),  # many orders of construction lead to a figure
}
#: A step that is an instance of another rule, too; a ratio of lengths that is as true in another theory.
OTHER_WORDS = {
    ("rule", "meaning becomes transfer"),
    ("rule", "transfer becomes meaning"),
    ("rule", "inscribed becomes meaning"),
    ("equation", "log becomes length"),
    ("equation", "log becomes square"),
}
#: A premise that says what the step says (the example comes back to where it began); places that are free.
OTHER_PROOFS = {
    "meaning": {("steps", 1, "uses", 0)},
    "sine_equal": {("goal", "by")},
    "sine_value": {("goal", "by")},
    "coincide": {("coordinates", p, k) for p in "ab" for k in (0, 1)},
    "substitute": {("coordinates", "z"), ("coordinates", "z", 0), ("coordinates", "z", 1)},
}

REAL = {
    "altitudes": "a b c = triangle a b c; h = orthocenter h a b c; o = circle o a b c; m = midpoint m b c;"
    " d = mirror d a o ? midp m h d",
    "angles": "a b c = triangle a b c; i = incenter i a b c; o = circle o a b c;"
    " d = on_line d a i, on_circle d o a ? cong d b d i",
    "squares": "a b c = r_triangle a b c; d = foot d a b c; e = midpoint e b c ? eqratio b a b d b c b a",
}


def canonical(certificate: Json) -> Any:
    """Equal for certificates that are the same proof, the order of what has none aside. Raises where it isn't one."""
    steps = {}
    for step in certificate["steps"]:
        uses = [*zip(step["uses"], step.get("coefficients", step["uses"]), map(_claim, step.get("forms", step["uses"])), strict=True)]  # fmt: skip
        rest = {k: v for k, v in step.items() if k not in ("uses", "coefficients", "forms", "claim", "points")}
        rest |= {name: sorted(step.get(name, [])) for name in ("lines", "lengths")}
        steps[step["id"]] = (rest, step.get("points", []), sorted(map(repr, uses)), _claim(step["claim"]))
    return (
        certificate["format"],
        certificate["problem"]["statement"],
        {p: tuple(map(float, xy)) for p, xy in certificate["coordinates"].items()},
        sorted((p["id"], repr(_claim(p["claim"]))) for p in certificate["premises"]),
        steps,
        (_claim(certificate["goal"]["claim"]), certificate["goal"]["by"]),
        sorted((c["kind"], c["points"], c["step"]) for c in certificate["side_conditions"]),
    )


def _claim(claim: Any) -> Any:
    if not isinstance(claim, dict):
        return claim
    if "equation" in claim:
        return claim["equation"], sorted((c, *sorted(q)) for c, *q in claim["terms"]), claim.get("constants", {})
    head = 1 if claim["predicate"] == "circle" else 0
    as_set = claim["predicate"] in ("coll", "cyclic", "circle", "overlap")
    points = [*claim["points"][:head], *sorted(claim["points"][head:])] if as_set else claim["points"]
    return claim["predicate"], points, claim.get("constants", [])


def is_harmless(name: str, path: Path, what: str, before: Json, after: Json) -> bool:
    """Whether an accepted change is one of those that may be."""
    if path in (("seed",), ("problem", "name")) or path in OTHER_PROOFS.get(name, set()):
        return True
    if path[:1] == ("steps",) and len(path) == 3 and path[2] == "points" and "swapped" in what:
        first, second = (int(w) for w in what.split() if w.isdigit())
        return (first, second) in EITHER_ORDER.get(before["steps"][path[1]]["rule"], set())
    if (path and (path[-1], what) in OTHER_WORDS) or what == "without forms":  # forms that the uses have anyway
        return True
    return bool(canonical(before) == canonical(after))


def may_be_blamed(certificate: Json, path: Path) -> set[str]:
    """The step or condition that was changed, those that rest on it, and the goal."""
    steps = {s["id"]: {*s["uses"], *s.get("lines", []), *s.get("lengths", [])} for s in certificate["steps"]}
    if path[0] in ("premises", "steps"):
        changed = {certificate[path[0]][path[1]]["id"]}
    else:
        changed = {certificate["side_conditions"][path[1]]["step"]} if path[0] == "side_conditions" else set()
    for step, uses in steps.items():
        if uses & changed:
            changed.add(step)
    return changed | {"goal"}


def check(name: str, certificate: Json, changes: Iterator[tuple[Path, str, Json]]) -> int:
    """How many changes were refused; fails at one that wasn't and isn't harmless, or that blames another step."""
    refused = 0
    for path, what, changed in changes:
        try:
            check_certificate(changed, diagrams=1, digits=20)
        except CertificateError as error:
            refused += 1
            if len(path) > 2 and path[0] in ("premises", "steps") and path[2] != "id":
                assert error.step in may_be_blamed(certificate, path), (path, what, str(error))
        else:
            assert is_harmless(name, path, what, certificate, changed), f"accepted: {path} {what}"
    return refused


@pytest.mark.parametrize("name", [*EXAMPLES, *RESTATED])
def test_every_field_of_an_example_counts(name: str) -> None:
    certificate = {**EXAMPLES, **RESTATED}[name].as_json()
    assert check(name, certificate, tampered(certificate)) > 100


@pytest.mark.parametrize("name", REAL)
def test_every_field_of_a_found_proof_counts(name: str) -> None:
    certificate = proof_of(REAL[name]).certificate
    changes = list(tampered(certificate))
    some = changes[:: len(changes) // 150]
    assert check(name, certificate, iter(some)) > 100


def test_fields_of_every_part_are_changed() -> None:
    """The tampering itself: it reaches each part, and more than once."""
    changes = list(tampered(EXAMPLES["similar_ssa"].as_json()))
    for part in ("format", "version", "problem", "seed", "coordinates", "premises", "steps", "goal", "side_conditions"):
        assert sum(path[:1] == (part,) for path, _, _ in changes) > (1 if part in ("version", "seed", "format") else 5)
