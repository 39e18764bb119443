"""The table of side conditions: what a theorem or a step needs of the figure beyond its premises.

The core's enumeration is made from it (solver/core/tables.py, which CMake runs: so this module needs the standard library
only), and so are the words of the `where` of theorems, of certificates (docs/certificate.md) and of English proofs. How each is
tested, `solver.checker.conditions` says, and the core for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class SideCondition:
    """One kind.

    points: how many (None: two or more). names: of these points, as in docs/certificate.md. meaning: for that page.
    sentence: in English proofs; {0}, {1}, … stand for the points, {all} for a list of them.
    is_of_step: only the step that needs it says what it means. in_core: whether theorems that the core runs may need it.
    """

    name: str
    points: int | None
    names: str
    meaning: str
    sentence: str
    is_of_step: bool = False
    in_core: bool = True


#: In the order in which a proof lists them.
SIDE_CONDITIONS: tuple[SideCondition, ...] = (
    SideCondition("distinct", 2, "a b", "two different points", "{0} ≠ {1}"),
    SideCondition("apart", None, "a b c …", "pairwise different points", "{all} are different points", in_core=False),
    SideCondition("noncollinear", 3, "a b c", "a proper triangle", "{0}, {1}, {2} are not collinear"),
    SideCondition("in_order", 3, "a b c", "b between a and c (which are collinear)", "{1} lies between {0} and {2}"),
    SideCondition(
        "same_orientation", 6, "a b c x y z", "of two proper triangles; of a premise or the goal, too: see 7 above",
        "△{0}{1}{2} and △{3}{4}{5} have the same orientation",
    ),
    SideCondition(
        "opposite_orientation", 6, "a b c x y z", "of two proper triangles; of a premise or the goal, too: see 7 above",
        "△{0}{1}{2} and △{3}{4}{5} have opposite orientations",
    ),
    SideCondition("out_of_order", 3, "a b c", "b beyond a or c (which are collinear)", "{1} doesn't lie between {0} and {2}"),
    SideCondition("longer", 4, "a b c d", "|ab| > |cd|", "{0}{1} > {2}{3}"),
    SideCondition("out_of_disk", 3, "p o a", "of the circle about o through a", "{0} lies outside the circle about {1} through {2}"),
    SideCondition("in_disk", 3, "p o a", "of the circle about o through a", "{0} lies inside the circle about {1} through {2}"),
    SideCondition("unparallel", 4, "a b c d", "ab and cd cross", "{0}{1} and {2}{3} are not parallel"),
    SideCondition(
        "unconcyclic", 4, "a b c d", "neither on one circle nor on one line", "{all} are neither concyclic nor collinear"
    ),
    SideCondition(
        "transversal", None, "the point, or the angle",
        "the step's two loci cross there; the angle isn't a right one; the chord isn't a diameter",
        "the two lines or circles that meet in {0} cross there", is_of_step=True, in_core=False,
    ),
    SideCondition(
        "branch", None, "–",
        "the step's premises leave finitely many cases (they say twice the claim modulo 1, say), and the figure is in that of the claim, as the diagram is",
        "of the values that an angle may have once it is halved, or known by its sine, the figure shows which",
        is_of_step=True, in_core=False,
    ),
)  # fmt: skip

BY_NAME: Mapping[str, SideCondition] = {c.name: c for c in SIDE_CONDITIONS}
