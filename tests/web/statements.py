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
#: Morley's theorem: the search for it goes on as long as it may.
LONG = (
    "triangle A B C; P inside triangle A B C; Q inside triangle A B C; R inside triangle A B C; 3 ∠PBC = ∠ABC; "
    "3 ∠PCB = ∠ACB; 3 ∠QCA = ∠ACB; 3 ∠QAC = ∠BAC; 3 ∠RAB = ∠BAC; 3 ∠RBA = ∠ABC; prove |P Q| = |Q R|"
)
UNREAD = "Let ABC be a triangle. The frobnitz of ABC is F. Let K be glorp of it. Prove that AF = AK."
