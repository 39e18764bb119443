"""Sixty statements of ours with the verdict that each deserves: 20 true, 20 false, 20 that say too little, too much or nothing."""

from __future__ import annotations

from statistics import median

from solver.language.read import NamedStatement
from solver.service.answers import Verdict
from solver.service.lint import check_statement

T, F, D = Verdict.TRUE, Verdict.FALSE, Verdict.DEPENDS
N, G, V, U = Verdict.NO_FIGURE, Verdict.DEGENERATE, Verdict.TRIVIAL, Verdict.UNREAD

TRUE: dict[str, Verdict] = {
    "triangle A B C; A D and B E altitudes; A D meets B E at H; prove C H perpendicular to A B": T,
    "triangle A B C; D midpoint of B C; E midpoint of C A; prove D E parallel to A B": T,
    "triangle A B C; D midpoint of B C; E midpoint of C A; prove |A B| = 2 |D E|": T,
    "triangle A B C; |A B| = |A C|; prove angle A B C = angle A C B": T,
    "triangle A B C; O circumcenter of A B C; M midpoint of B C; prove O M perpendicular to B C": T,
    "triangle A B C; H orthocenter of A B C; D on circle (A B C), D on line A H, D != A; prove |B H| = |B D|": T,
    "triangle A B C with right angle at C; M midpoint of A B; prove |M A| = |M C|": T,
    "parallelogram A B C D; A C meets B D at P; prove P midpoint of A C": T,
    "triangle A B C; I incenter of A B C; D on circle (A B C), D on line A I, D != A; prove |D B| = |D I|": T,
    "square A B C D; M midpoint of A B; N midpoint of B C; prove A N perpendicular to D M": T,
    "rhombus A B C D; prove A C perpendicular to B D": T,
    "quadrilateral A B C D; K, L, M, N midpoints of A B, B C, C D, D A; prove K L parallel to N M": T,
    "triangle A B C; |A B| = |B C|; |B C| = |C A|; find angle A B C": T,
    "Let $ABC$ be a triangle with $AB = AC$, and let $M$ be the midpoint of $BC$. Prove that $AM \\perp BC$.": T,
    "Let $ABCD$ be a cyclic quadrilateral. Prove that $\\angle BAC = \\angle BDC$.": T,
    "Let $H$ be the orthocenter of an acute triangle $ABC$. Prove that $\\angle ABH = \\angle ACH$.": T,
    "a b c = triangle a b c; h = on_tline h b a c, on_tline h c a b ? perp a h b c": T,
    "a b c = triangle a b c; o = circle o a b c; m = midpoint m b c ? perp o m b c": T,
    "a b c = triangle a b c; d = midpoint d b c; e = midpoint e a c; g = on_line g a d, on_line g b e; f = midpoint f a b"
    " ? coll c g f": T,
    "a b c = r_triangle a b c; d = foot d a b c ? eqangle a b a d c a c b": T,
}

FALSE: dict[str, Verdict] = {
    "triangle A B C; D midpoint of B C; prove A D perpendicular to B C": F,
    "triangle A B C; prove |A B| = |A C|": F,
    "triangle A B C; D midpoint of B C; E midpoint of C A; prove |A B| = 3 |D E|": F,
    "triangle A B C; H orthocenter of A B C; O circumcenter of A B C; prove A, H, O collinear": F,
    "parallelogram A B C D; prove A C perpendicular to B D": F,
    "parallelogram A B C D; prove |A C| = |B D|": F,
    "rectangle A B C D; prove A C perpendicular to B D": F,
    "quadrilateral A B C D; prove A, B, C, D concyclic": F,
    "triangle A B C; I incenter of A B C; M midpoint of B C; prove A, I, M collinear": F,
    "triangle A B C with right angle at C; M midpoint of A B; prove |M A| = |A C|": F,
    "square A B C D; M midpoint of A B; prove D M perpendicular to A C": F,
    "triangle A B C; D foot of perpendicular from A to B C; prove |A D| = |B D|": F,
    "circle k with center O; A, B, C on k; prove |A B| = |B C|": F,
    "triangle A B C; |A B| = |A C|; D on line B C; prove A D perpendicular to B C": F,
    "Let $ABC$ be a triangle and $M$ the midpoint of $BC$. Prove that $\\angle BAM = \\angle CAM$.": F,
    "Let $ABCD$ be a cyclic quadrilateral. Prove that $AB \\parallel CD$.": F,
    "a b c = triangle a b c ? perp a b a c": F,
    "a b c = triangle a b c; h = orthocenter h a b c; o = circle o a b c ? cong a h a o": F,
    "a b c = triangle a b c; d = midpoint d b c; e = foot e a b c ? cong a d a e": F,
    "a b c = iso_triangle a b c; d = midpoint d a b ? perp c d a b": F,
}

OTHER: dict[str, Verdict] = {
    # The goal depends on the configuration.
    "triangle A B C; P on bisector of angle B A C; P on perpendicular bisector of B C; prove A, B, C, P concyclic": T,
    "points A, B, C; M on line A B; |M A| = |M B|; |A C| = 2 |A M|; prove |C B| = |C M|": F,
    "A, B, C, D concyclic; prove angle A C B = angle A D B": D,
    "A, B, C collinear; prove |A B| + |B C| = |A C|": D,
    "triangle A B C; D on line B C; |D B| = 2 |D C|; prove |B C| = 3 |C D|": D,
    "triangle A B C; D on circle (A B C); |D B| = |D C|; prove angle B A D = angle D A C": D,
    # The value that is asked for isn't said.
    "triangle A B C; find angle A B C": D,
    "triangle A B C; |A B| = |A C|; find angle A B C": D,
    # Points fall together.
    "triangle A B C; D foot of perpendicular from A to B C; E foot of perpendicular from A to B C;"
    " prove D E perpendicular to A B": G,
    "triangle A B C; M midpoint of B C; N midpoint of C B; prove A M parallel to A N": G,
    "parallelogram A B C D; M midpoint of A C; N midpoint of B D; prove A, M, N collinear": G,
    "triangle A B C; |A B| = |A C|; D foot of perpendicular from A to B C; M midpoint of B C; prove |A D| = |A M|": G,
    # There is no figure.
    "triangle A B C; A B perpendicular to B C; A B perpendicular to A C; prove |A B| = |A C|": N,
    "triangle A B C; |A B| = |B C|; |A B| = 2 |B C|; prove A B perpendicular to B C": N,
    # There is nothing to prove.
    "triangle A B C; M midpoint of B C; prove |M B| = |M C|": V,
    "triangle A B C; A D perpendicular to B C; prove B C perpendicular to A D": V,
    "triangle A B C; prove |A B| = |B A|": V,
    "points A, B, C, D; A B parallel to C D; prove C D parallel to A B": V,
    # It isn't understood.
    "triangle A B C; D blorb of B C; prove |A D| = |A B|": U,
    "triangle A B C; D midpoint of B C": U,
}

STATEMENTS: dict[str, Verdict] = TRUE | FALSE | OTHER


def main() -> None:
    """Print what is got wrong, and the median time: `python -m tests.service.lint_statements`."""
    times = []
    for text, wanted in STATEMENTS.items():
        checked = check_statement(NamedStatement("statement", text))
        times.append(checked.seconds)
        if checked.verdict is not wanted:
            print(f"{wanted.value}, and porism says {checked.verdict.value} ({checked.message}): {text}")
    print(f"{len(STATEMENTS)} statements, seconds: median {median(times):.3f}, longest {max(times):.3f}")


if __name__ == "__main__":
    main()
