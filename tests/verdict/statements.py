"""Statements by the verdict that they deserve: the attacks of a hostile user, and variants of each kind."""

from __future__ import annotations

ABC = "triangle A B C; "

#: Goals that hold in some figures only, by kind.
DEPENDS = {
    "a central angle": ABC + "O circumcenter of A B C; prove ∠BOC = 2 ∠BAC",
    "a central angle at another corner": ABC + "O circumcenter of A B C; prove ∠AOC = 2 ∠ABC",
    "a foot beyond a corner": ABC + "D foot from A to B C; prove ∠ABC = ∠ABD",
    "a foot beyond the other corner": ABC + "E foot from B to A C; prove ∠BCA = ∠BCE",
    "an inscribed angle": ABC + "D on circle (A B C); prove ∠BAC = ∠BDC",
    "a supplementary inscribed angle": ABC + "D on circle (A B C); prove ∠BAC + ∠BDC = 180°",
    "an inscribed angle elsewhere": ABC + "P on circle (A B C); prove ∠ABC = ∠APC",
    "an angle at the orthocenter": ABC + "H orthocenter of A B C; prove ∠BHC + ∠BAC = 180°",
    "an isosceles triangle on a line": ABC + "D on line B C; A D = A B; prove ∠ADC = ∠ABC",
    "a ratio of lengths": ABC + "D on line B C; B D = 2 D C; prove B C = 3 D C",
    "the other ratio": ABC + "D on line B C; B D = 2 D C; prove B C = D C",
    "another ratio": "triangle P Q R; S on line P Q; P S = 3 S Q; prove P Q = 4 S Q",
    "triangles outward or inward": ABC + "A P = A B; B P = A B; A Q = A C; C Q = A C; prove C P = B Q",
    "two sides and an angle": "triangle A B C; triangle D E F; A B = D E; A C = D F; ∠ABC = ∠DEF; prove B C = E F",
    "two sides and an angle that isn't between them": "triangle A B C; triangle D E F; A B = D E; B C = E F; ∠BAC = ∠EDF; "
    + "prove A B C congruent to D E F",
    "the same of other corners": "triangle A B C; triangle D E F; A C = D F; C B = F E; ∠ABC = ∠DEF; prove A B C congruent to D E F",
    "one of two points": ABC + "D on circle (A B C); D on line A B; prove D = B",
    "one of two points on another line": ABC + "D on circle (A B C); D on line B C; prove D = C",
    "tangent circles": "circle w with center O; circle v with center P; T on w; circle w touches v at T; prove O P = O T + P T",
}
#: Values that are different ones in different figures.
VALUES = {
    "a triangle on a square's side": ("square A B C D; equilateral triangle A B E; find ∠DEC", {30, 150}),
    "a ray": (ABC + "D on ray B C; C A = C D; ∠ACB = 40; find ∠ADB", {20, 110}),
    "five points on a circle": ("A, B, C, D, E concyclic; AB = BC; BC = CD; CD = DE; DE = EA; find ∠ABC", {36, 108}),
    "a midpoint or not": ("points A, B; C on line A B; A C = 2 B C; find A C / A B", {2}),
}
TRUE = {
    "without the isosceles triangle": ABC
    + "P on bisector of angle B A C; P on perpendicular bisector of B C; prove A, B, C, P concyclic",
    "without another isosceles triangle": "triangle P Q R; S on bisector of angle P Q R; S on perpendicular bisector of P R; "
    + "prove P, Q, R, S concyclic",
    "the other of two points": ABC + "D on circle (A B C); D on line A B; D != A; prove D = B",
    "a triangle that the premises restrict": ABC
    + "D foot from B to A C; E foot from C to A B; B D = C E; prove A B = A C",
    "a hexagon in any order": "A, B, C, D, E, F concyclic; A B meets D E at X; B C meets E F at Y; C D meets F A at Z; "
    + "prove X, Y, Z collinear",
    "a theorem": ABC + "H orthocenter of A B C; D on circle (A B C), D on line A H, D != A; prove |B H| = |B D|",
    "a choice of intersections": "a b c = triangle a b c; x = angle_bisector x b a c, on_bline x b c ? cyclic a b c x",
    "outputs among the arguments": "a b c = triangle a b c; d = parallelogram d a b c d ? para a b c d",
    "two outputs among the arguments": "a b c = triangle a b c; l k = square l k a c l k ? perp a c c l",
    "its circumcircle": ABC + "let Γ be its circumcircle; D on Γ; prove A, B, C, D concyclic",
    "a kite": "kite A B C D; prove A C ⟂ B D",
    "another kite": "points P, Q, R, S; P Q = P S; R Q = R S; prove P R ⟂ Q S",
    "a perpendicular that needs two points": ABC
    + "M midpoint of B C; P on line A M; A P perpendicular to B C; prove |A B| = |A C|",
    "two points that are different": ABC
    + "M midpoint of B C; P on line A M; A P perpendicular to B C; P != A; prove |A B| = |A C|",
    "a parallel that needs two points": ABC
    + "M midpoint of A B; N on line A C; M N perpendicular to A C; "
    + "N M parallel to C B; prove ∠ACB = 90",
    "six points on a circle": "D, E, A, F concyclic; A, B, C, D concyclic; A, B, C, E concyclic; prove B, C, D, F concyclic",
    "six points on a circle in another order": "A, B, C, E concyclic; D, E, A, F concyclic; A, B, C, D concyclic; "
    + "prove B, C, E, F concyclic",
    "a chain of circles": "C, D, E, F concyclic; A, B, C, D concyclic; B, C, D, E concyclic; prove A, B, E, F concyclic",
    "five points on a circle and one more": "A, B, C, D, E concyclic; A, B, D, F concyclic; prove B, C, E, F concyclic",
    "five points on a line": "A, C, E collinear; A, B, D collinear; A, B, C collinear; prove C, D, E collinear",
    "a circle with a center": "circle w with center O; A, B, C on w; D, A, B, E concyclic; C, D, A, B concyclic; "
    + "prove |O E| = |O A|",
    "two names of one point": ABC
    + "X on bisector of angle B A C; X on perpendicular bisector of B C; Y on circle (A B C); "
    + "|Y B| = |Y C|; A and Y on opposite sides of B C; prove X = Y",
    "oppositely similar triangles": "a b c = triangle a b c; d = foot d b a c; e = foot e c a b ? simtri a d e a b c",
    "triangles that are mirror images": "a b c = iso_triangle a b c; d = foot d a b c ? contri a b d a c d",
    "similar triangles of one orientation": "a b c = triangle a b c; m = midpoint m b c; n = midpoint n a c; "
    + "p = midpoint p a b ? simtri m n p a b c",
    "half an angle": ABC + "∠B = 1/2 ∠C; D on segment AB; CD bisects angle ACB; prove CD = BD",
    "two names of an incenter": ABC + "J incenter of A B C; K incenter of A B C; M foot from K to B C; prove J M ⟂ B C",
    "two names of an excenter": ABC
    + "J A-excenter of A B C; K A-excenter of A B C; M foot from K to A B; prove J M ⟂ A B",
    "an excenter and its circle": "J A-excenter of A B C; A-excircle of A B C touches B C at M; prove J M ⟂ B C",
}
FALSE = {
    "only in a degenerate triangle": ABC
    + "P on bisector of angle B A C; P on perpendicular bisector of B C; prove A B = A C",
    "only in another one": "triangle P Q R; S on bisector of angle P Q R; S on perpendicular bisector of P R; prove P Q = Q R",
    "by constructions": "a b c = triangle a b c; x = angle_bisector x b a c, on_bline x b c ? cong a b a c",
    "triangles said to be opposite": "a b c = triangle a b c; m = midpoint m b c; n = midpoint n a c; p = midpoint p a b "
    + "? simtrir m n p a b c",
    "triangles that are not similar": "a b c = triangle a b c; d = on_tline d a b c ? simtri a b d a c d",
    "at all": ABC + "A B = 2 A C; prove A B = A C",
    "two names of two intersections": "points A, B; circle w with center O; R, X, Y on w; X, Y on line A B; prove X = Y",
    "two names of two intersections by constructions": "a b = segment a b; o r = segment o r; x = on_line x a b, on_circle x o r; "
    + "y = on_line y a b, on_circle y o r ? overlap x y",
    "two names of where circles meet": "points O, P, S, T; circle v with center O; circle w with center P; S, X, Y on v; T, X, Y on w; "
    + "prove X = Y",
    "a point on the incircle": ABC + "D on incircle; prove A D = B D",
    "only where a line's two points are one": ABC
    + "H orthocenter of A B C; P on B C; Q on C P; P, Q, H collinear; K reflection of H in B C; L reflection of H in C A; "
    + "P K meets Q L at X; prove A, B, C, P concyclic",
    "lengths, where a line's two points are one": ABC
    + "H orthocenter of A B C; P on C A; Q on A P; P, Q, H collinear; K reflection of H in C A; L reflection of H in A B; "
    + "P K meets Q L at X; prove H P = H A",
    "where a line's two points are one, seen from an incenter": ABC
    + "I incenter of A B C; P on B C; Q on C P; P, Q, I collinear; P A meets Q I at X; prove A, B, C, P concyclic",
    "a point on the nine-point circle": ABC + "D on nine-point circle; M midpoint of B C; prove D M = A M",
}

#: Goals beside goals, and goals that say more than an equation: false as a whole.
FALSE_AS_A_WHOLE = {
    "two goals": ABC + "D midpoint of B C; prove A B = A C and A D ⟂ B C",
    "two other goals": ABC + "D foot from A to B C; prove B D = D C and A B = A C",
    "a quadrilateral": "quadrilateral A B C D; A B = C D; prove A B parallel to C D and B C parallel to A D",
    "one goal twice": ABC + "prove A B = A C and A C = A B",
    "three goals": ABC + "prove A B = B C and B C = C A and C A = A B",
    "the last of two goals": ABC + "M midpoint of B C; prove M B = M C and A M = B C",
    "a goal under a condition": ABC + "prove A B = A C such that ∠ABC = ∠ACB",
    "another goal under a condition": ABC + "prove B C = C A such that ∠CAB = ∠ABC",
    "a goal with a goal": ABC + "H orthocenter of A B C; prove B H perpendicular to A C with A B = A C",
    "another goal with a goal": ABC + "H orthocenter of A B C; prove C H perpendicular to A B with C A = C B",
    "a center and a list": ABC + "O circumcenter of A B C; I incenter of A B C; prove O = I and A B = A C, B C = A B",
    "two goals that would follow from each other": ABC + "prove A B = B C and B C = C A",
    "a segment after an extension": ABC + "D on extension of B C; prove D on segment B C",
    "between after an extension": ABC + "D on extension of A B; prove D between A and B",
    "the internal bisector after the external": ABC
    + "D on external bisector of angle B A C; prove A D bisects angle B A C",
}
#: The same, true in some figures.
DEPENDS_AS_A_WHOLE = {
    "a ray of a line": ABC + "D on line B C; prove D on ray B C",
    "a segment of a ray": ABC + "D on ray B C; prove D on segment B C",
    "a segment of another line": "triangle P Q R; S on line Q R; prove S on segment Q R",
}
#: Proofs that were found, and refused or lost: circles in any order, points at one place.
PROVED_AS_A_WHOLE = {
    "two names of a center": "J A-excenter of A B C; A-excircle of A B C touches B C, A B, A C at M, K, L; L M meets B J at F; "
    + "K M meets C J at G; A F meets B C at S; A G meets B C at T; prove M midpoint of S T",
    "parallels at an excenter": ABC
    + "J A-excenter of A B C; A-excircle of A B C touches B C, A B, A C at M, K, L; "
    + "L M meets B J at F; K M meets C J at G; prove F G parallel B C",
    "a nine-point circle": "a b c = triangle a b c; m = midpoint m b c; n = midpoint n a c; p = midpoint p a b; d = foot d a b c; "
    + "h = orthocenter h a b c; i = midpoint i a h; f = foot f c a b; q = midpoint q b h ? cyclic i m n d",
    "intersections for parallels": "a b c = triangle a b c; d = on_line d a b, on_circle d a c; e = on_line e a c, on_circle e a b "
    + "? para d c b e",
    "intersections for perpendiculars": "a b c = triangle a b c; d = on_line d a b, on_circle d a c; "
    + "e = on_line e a c, on_circle e a b ? perp d c b e",
    "arc midpoints and incenters": "a b c = triangle a b c; d = on_circum d a b c; p = on_line p a c, on_line p b d; "
    + "m = on_bline m a b, on_circum m a b c; n = on_bline n b c, on_circum n a b c; o = on_bline o c d, on_circum o a b c; "
    + "i = incenter i a b p; j = incenter j b c p; k = incenter k c d p; x = on_line x m i, on_line x n j ? coll x o k",
    "a ray of a side": ABC + "D on side B C; prove D on ray B C",
    "a ray of another side": ABC + "E on side C A; prove E on ray C A",
    "both sides of a goal": ABC + "M midpoint of B C; N midpoint of A C; prove M N parallel to A B and A B = 2 M N",
}
