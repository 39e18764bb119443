"""Statements in the plain language, typed as a new user would from docs/language.md alone; none is in an order of
construction. With each, what comes of it: "proved", or the answer to its question."""

from __future__ import annotations

TYPED: dict[str, tuple[str, str]] = {
    "the orthocenter reflected in a side": (
        """
        D on circle (A B C), D on line A H, D != A
        H orthocenter of A B C
        triangle A B C
        prove |B H| = |B D|
        """,
        "proved",
    ),
    "the radius to a vertex and the orthic triangle": (
        """
        Prove that AO ⟂ EF.
        E and F are the feet of the altitudes from B and C.
        O is the circumcenter of the acute triangle ABC.
        """,
        "proved",
    ),
    "the angle at the incenter": (
        """
        find ∠BIC
        I incenter
        ∠A = 60°
        triangle ABC
        """,
        "120",
    ),
    "Simson's line": (
        """
        prove D, E, F collinear
        D, E, F feet of perpendiculars from P to BC, CA, AB
        P on circumcircle of ABC
        triangle ABC
        """,
        "proved",
    ),
    "the altitudes meet": (
        """
        AD, BE, CF altitudes of triangle ABC; triangle ABC
        show that AD, BE, CF are concurrent
        """,
        "proved",
    ),
    "tangents from a point": (
        """
        M = PO ∩ AB
        PA, PB tangent to w
        A, B on w
        P outside w
        w circle with center O
        prove M midpoint of AB
        """,
        "proved",
    ),
    "two chords": (
        """
        prove PA * PB = PC * PD
        AB and CD meet at P
        A, B, C, D on circle w
        circle w with center O
        """,
        "proved",
    ),
    "the trillium theorem": (
        """
        prove M equidistant from B, C and I
        M on AI and M on circle (ABC), M ≠ A
        I is the incentre of triangle ABC
        """,
        "proved",
    ),
    "the trapezoid's midpoints": (
        """
        prove M, P, N collinear
        M, N midpoints of AB, CD
        AC meets BD at P
        trapezoid ABCD with AB ∥ CD
        """,
        "proved",
    ),
    "a point on the circumcircle of an equilateral triangle": (
        """
        prove PA = PB + PC
        P and A on opposite sides of BC
        P on circle (ABC)
        ABC is an equilateral triangle
        """,
        "proved",
    ),
    "a tangent and a bisector": (
        """
        prove DE = DA
        D on tangent to circle (ABC) at A; D on BC
        AE bisects ∠BAC, E on BC
        triangle ABC
        """,
        "proved",
    ),
    "equal angles on both sides": (
        """
        find |A M| / |B M|
        ∠ A M B = 90
        ∠ M A B = 45
        """,
        "1",
    ),
}
