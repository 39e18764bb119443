"""Statements that the tests of the page type."""

from __future__ import annotations

ALTITUDES = "triangle A B C; A D and B E altitudes; A D meets B E at H; prove C H perpendicular to A B"
PRINTED = (
    r"Let $H$ be the orthocenter of an acute triangle $ABC$ with circumcircle $\omega$. "
    r"The line $AH$ meets $\omega$ again at $D$. Prove that $BH = BD$."
)
#: It is true where the angle at A is acute.
DEPENDS = "triangle A B C; O circumcenter of A B C; prove ∠BOC = 2 ∠BAC"
FALSE = "triangle A B C; M midpoint of A B; prove |C M| = |A M|"
#: Urquhart's theorem: the search for it goes on as long as it may.
LONG = (
    "triangle A C E; B on segment A C; D on segment A E; C D meets B E at F; |A B| + |B F| = |A D| + |D F|; "
    "prove |A C| + |C F| = |A E| + |E F|"
)
UNREAD = "Let ABC be a triangle. The frobnitz of ABC is F. Let K be glorp of it. Prove that AF = AK."
