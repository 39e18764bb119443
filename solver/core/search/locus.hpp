// Where an auxiliary point may lie: lines and circles given by known points.
//
// Every auxiliary point that the search tries is where two loci cross; midpoints, feet, reflections and centres are too.
// Each kind is a construction of the constructive language (solver/language/constructions/loci.py) and says of a point
// just what that one asserts; tests/search/test_loci.py holds the two tables together.
#pragma once

#include "passes/closure.hpp"

namespace porism {

struct Locus {
    enum Kind : std::uint8_t {
        kLine,           // a b: on_line
        kParallel,       // a b c: on_pline, through a, parallel to bc
        kPerpendicular,  // a b c: on_tline, through a, perpendicular to bc
        kBisector,       // a b: on_bline
        kAngleBisector,  // a b c: angle_bisector, of the angle at b, the inner one
        kOuterBisector,  // a b c: angle_bisector, the outer one
        kCircle,         // o a: on_circle
        kCircumcircle,   // a b c: on_circum
        kDiameter,       // a b: on_dia
    } kind;
    std::array<Point, 3> parents{};

    std::size_t parent_count() const;
    bool is_line() const { return kind < kCircle; }
    bool operator==(const Locus&) const = default;
};

// A locus in one diagram: a line through `at` along the unit vector `along`, or a circle about `at`.
struct Curve {
    Vec at, along;
    double radius;  // < 0: a line
    bool is_line() const { return radius < 0; }
};

// False where the parents are degenerate (two at one place, three in line).
bool trace(const Figure& figure, std::size_t diagram, const Locus& locus, Curve& curve);

// Common points, in an order that depends on the orientation of the curves only, so that it is the same in all diagrams
// of a configuration. Near tangency there are none.
std::size_t cross(const Curve& first, const Curve& second, std::array<Vec, 2>& points);

// Assumes that x lies on the locus, as premises of the given number.
void assume_on(Closure& closure, const Locus& locus, Point x, std::int64_t premise);

// Whether it is known that x, a point of the figure, lies on the locus.
bool is_known_on(const Closure& closure, const Locus& locus, Point x);

}  // namespace porism
