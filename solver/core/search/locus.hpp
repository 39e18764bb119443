// Where an auxiliary point may lie: lines and circles given by known points.
//
// Every auxiliary point that the search tries is where two loci cross; midpoints, feet, reflections and centers are too.
// The kinds are rows of solver/statements/locus_kinds.py. Each is a construction of the constructive language and says of a
// point just what that one asserts (tests/search/test_loci.py).
#pragma once

#include "passes/closure.hpp"

namespace porism {

struct Locus {
    using Kind = LocusKinds::Kind;
    using enum LocusKinds::Kind;
    Kind kind;
    std::array<Point, 3> parents{};

    const LocusTraits& traits() const { return kLocusTraits[kind]; }
    std::size_t parent_count() const { return traits().parents; }
    bool is_line() const { return traits().is_line; }
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
