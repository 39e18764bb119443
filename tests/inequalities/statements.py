"""Inequalities that don't hold, each wrong in a way of its own."""

FALSE = {
    "a side and half of another": "triangle ABC; prove AB > AC/2",
    "an angle below 60": "triangle ABC; prove ∠A < 60",
    "no obtuse angle": "triangle ABC; prove ∠A <= 90",
    "two sides and twice the third": "triangle ABC; prove AB + AC > 2*BC",
    "Euler with 3": "triangle ABC; prove R >= 3r",
    "Euler, strictly": "triangle ABC; prove R > 2r",
    "Weitzenböck with 7": "triangle ABC; prove a^2 + b^2 + c^2 >= 7S",
    "Weitzenböck the other way": "triangle ABC; prove a^2 + b^2 + c^2 <= 4√3 S",
    "sines above 2": "triangle ABC; prove sin A + sin B + sin C >= 2",
    "cosines below 7/5": "triangle ABC; prove cos A + cos B + cos C <= 7/5",
    "a median and the mean of two sides": "triangle ABC; M midpoint of BC; prove AM > (AB + AC)/3",
    "a median and half the side": "triangle ABC; M midpoint of BC; prove AM >= BC/2",
    "altitude and bisector": "triangle ABC; prove h_a >= w_a",
    "area and sides": "triangle ABC; prove [ABC] <= AB*AC/3",
    "perimeter and area": "triangle ABC; prove (AB + BC + CA)^2 >= 21*[ABC]",
    "Ptolemy the other way": "convex quadrilateral ABCD; prove AB*CD + BC*DA <= AC*BD",
    "diagonals and perimeter": "convex quadrilateral ABCD; prove AC + BD > (AB + BC + CD + DA)*3/4",
    "a point inside and the sides": "triangle ABC; P inside triangle ABC; prove PA + PB + PC > AB + AC",
    "a right triangle": "triangle ABC; AC ⟂ BC; prove AC + BC >= 5/4*AB",
    "the greater side is opposite to the smaller angle": "triangle ABC; AB > AC; prove ∠C < ∠B",
}
