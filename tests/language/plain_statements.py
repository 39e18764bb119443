"""Statements in the plain language, typed as a new user would from docs/language.md alone; none is in an order of
construction. With each, what comes of it: "proved", or the answer to its question. And wrong ones."""

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
    "circles with names that touch": (
        """
        prove SA = SD
        D on v
        w circle (A B C)
        v touches w at A
        v circle with center S
        triangle ABC
        """,
        "proved",
    ),
    "twice an angle": (
        """
        prove ∠BOC = 2∠A
        O circumcenter
        acute triangle ABC with AB ≠ AC
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
        "120°",
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
    "the nine-point circle": (
        """
        prove D, E, F, M concyclic
        M is the midpoint of BC
        D, E, F are the feet of the altitudes from A, B, C
        triangle ABC
        """,
        "proved",
    ),
    "Miquel's point": (
        """
        Prove that M, C, D, E are concyclic.
        M is the second intersection of circle (AEF) and circle (BDF).
        D, E, F lie on lines BC, CA, AB.
        ABC is a triangle.
        """,
        "proved",
    ),
    "the angle at the center": (
        """
        find ∠BOC
        O is the circumcenter; ∠BAC = 50°
        ABC is an acute triangle
        """,
        "100°",
    ),
    "Euler's line": (
        """
        prove O, G and H are collinear
        H orthocenter, G centroid, O circumcenter
        triangle ABC
        """,
        "proved",
    ),
    "tangent and secant": (
        """
        prove PT^2 = PA * PB
        PT touches w at T
        P, A, B collinear
        A, B, T on w; P outside w
        w circle with center O
        """,
        "proved",
    ),
    "equilateral triangles on two sides": (
        """
        prove DC = BE
        D and C on opposite sides of AB; E and B on opposite sides of AC
        ABD and ACE are equilateral triangles
        triangle ABC
        """,
        "proved",
    ),
    "the excenter": (
        """
        show B, I, C, J are on one circle
        J is the A-excenter, I the incenter
        triangle ABC
        """,
        "proved",
    ),
    "the theorem of the angle bisector": (
        """
        prove BD / DC = AB / AC
        AD bisects angle BAC
        D on BC
        triangle ABC
        """,
        "proved",
    ),
    "the median to the hypotenuse": (
        """
        prove BC = 2 AM
        M is the midpoint of BC
        ∠BAC = 90°
        """,
        "proved",
    ),
    "the common chord": (
        """
        prove AB is perpendicular to OP
        v and w meet at A and B
        v is a circle with center O; w is a circle with center P
        """,
        "proved",
    ),
    "a regular pentagon": (
        """
        find ∠CAD
        AB = BC; BC = CD; CD = DE; DE = EA
        A, B, C, D, E on circle w
        convex pentagon ABCDE
        w circle with center O
        """,
        "36°",
    ),
    "circles that touch": (
        """
        prove U, T and W are collinear
        v and w touch at T
        v circle with center U; w circle with center W
        """,
        "proved",
    ),
    "a point reflected in two sides": (
        """
        prove AP = AQ
        P and Q are the reflections of D in AB and AC
        D lies on BC
        triangle ABC
        """,
        "proved",
    ),
    "a harmonic quadrilateral": (
        """
        prove AB * CD = AD * BC
        P is on line BD; PA tangent to w at A; PC tangent to w at C
        A, B, C, D on w
        w circle with center O
        """,
        "proved",
    ),
}

#: A statement, where it is wrong (line, column), what the message says, and what it says to write instead.
WRONG = {
    "small letters": ("triangle a b c\nprove AB = AC", (1, 12), "“b” is no point", "write B"),
    "a word that is misspelt": (
        "triangle ABC\nH ortocenter of ABC\nprove AH ⟂ BC",
        (2, 3),
        "“ortocenter” isn't known",
        "did you mean orthocenter",
    ),
    "a point too many": ("M midpoint of A B C\nprove AM = BM", (1, 20), "ends too early", "e.g. M midpoint of A B"),
    "an open bracket": ("triangle ABC; D on circle (A B C\nprove AD = BD", (1, 33), "ends too early", "expected )"),
    "no goal": ("triangle ABC\nAB = AC", (2, 8), "the goal is missing", "prove |A B| = |C D|"),
    "a point from nowhere": (
        "triangle ABC; AB = AC\nprove AD ⟂ BC",
        (2, 7),
        "nothing is said about point D",
        "point D",
    ),
    "a circle for a line": (
        "triangle ABC; w circle (A B C); w parallel to A B; prove AB = AC",
        (1, 33),
        "this is a circle, where a line is needed",
        "A B parallel to C D",
    ),
    "an angle compared with itself": (
        "triangle A B C; prove ∠ABC = ∠ABC",
        (1, 23),
        "both sides are the same",
        "compare two angles",
    ),
    "angles that cancel": (
        "Let ABC be a triangle. Prove that ∠ABC + 10° = ∠ABC.",
        (1, 35),
        "this is about numbers only",
        "compare two angles",
    ),
    "a triangle with a corner twice": (
        "triangle A B A; prove A B = B A",
        (1, 1),
        "point A is named twice",
        "different points",
    ),
    "a triangle with a corner twice, in prose": (
        "Let M be the midpoint of side AB of a triangle ABA. Prove that MA = MB.",
        (1, 5),
        "point A is named twice",
        "different points",
    ),
    "a symmedian from no corner": (
        "Let ABC be a triangle with circumcenter O and symmedian K. Prove that OK is perpendicular to BC.",
        (1, 5),
        "from which vertex",
        "the median from A",
    ),
    "a shape that is a number": (
        "Given rhombus $ABCD = 90^\\circ$ and point E. Prove that AB = BC.",
        (1, 16),
        "a length or an angle is needed here",
        "write AB",
    ),
    "an equation that has no words": (
        "triangle ABC; AB * BC + CA * AB = BC * CA\nprove AB = AC",
        (1, 15),
        "this sum can't be said",
        "write |A B| + |C D| = |E F|",
    ),
    "an isosceles triangle with any two sides": (
        "isosceles triangle ABC; M midpoint of BC\nprove AM ⟂ BC",
        (1, 1),
        "isn't said which sides are equal",
        "|A B| = |A C|",
    ),
    "a length by itself": ("square ABCD\nfind AC", (2, 6), "only an angle or the ratio", "find |A B| / |C D|"),
    "a circle without a name": ("A, B, C on w\nprove AB = AC", (1, 1), "“w” is no point", "w circle (A B C)"),
    "lengths and angles mixed": (
        "triangle ABC; AB = ∠BAC\nprove AB = AC",
        (1, 15),
        "angles can only be",
        "∠ A B C = ∠ D E F",
    ),
    "a comma between what has to be named together": (
        "triangle ABC; H orthocenter of A\nprove AH ⟂ BC",
        (1, 33),
        "ends too early",
        "e.g. H orthocenter of A B C",
    ),
    "lists of different lengths": (
        "triangle ABC; D, E, F midpoints of BC, CA\nprove DE = DF",
        (1, 15),
        "3 things on one side and 2 on the other",
        "as many on both sides",
    ),
    "the goal is a condition": (
        "triangle ABC; D on BC\nprove D inside ABC",
        (2, 7),
        "can't be proved",
        "prove one relation",
    ),
    "which angle": ("triangle ABC; triangle ADE\nfind ∠A", (2, 6), "angle A could be more than one", "∠ B A C"),
    "where a line touches": (
        "triangle ABC; PQ tangent to circle (ABC)\nprove PQ = AB",
        (1, 15),
        "where the line touches",
        "tangent to circle … at Q",
    ),
    "lengths compared in words": (
        "triangle ABC\nprove that AB is longer than AC",
        (2, 18),
        "“longer” isn't known",
        "write |A B| > |C D|",
    ),
    "any center": (
        "let O be the centre of triangle ABC\nprove OA = OB",
        (1, 24),
        "“triangle” is out of place",
        "O circumcenter of A B C",
    ),
    "a goal that any two sides are equal": (
        "AB = AC\nprove triangle ABC is isosceles",
        (2, 7),
        "isn't said which sides are equal",
        "prove |A B| = |A C|",
    ),
    "a circle without brackets": (
        "triangle ABC; D on circle ABC\nprove ∠ABD = ∠ACD",
        (1, 27),
        "“A” is out of place",
        "D on circle through A, B and C",
    ),
    "a right angle at a corner": (
        "triangle ABC, right-angled at C\nprove AB^2 = AC^2 + BC^2",
        (1, 28),
        "“at” is out of place",
        "right triangle A B C with right angle at A",
    ),
    "a bisector of a corner": (
        "triangle ABC; D is on the angle bisector of A\nprove AD ⟂ BC",
        (1, 27),
        "“angle” is out of place",
        "P on bisector of angle A B C",
    ),
    "a word left out": ("triangle ABC; M midpoint AB\nprove AM = BM", (1, 26), "“A” is out of place", "expected of"),
    "a center that a triangle has": (
        "triangle ABC has circumcenter O\nprove OA = OB",
        (1, 18),
        "“circumcenter” is out of place",
        "O circumcenter of A B C",
    ),
    "in for at": (
        "triangle ABC; line BC touches circle (ADE) in D\nprove AD = AE",
        (1, 44),
        "“in” is out of place",
        "expected at",
    ),
    "between a list": (
        "triangle ABC; D between B, C\nprove AD = AB",
        (1, 26),
        "“,” is out of place",
        "D between B and C",
    ),
}
