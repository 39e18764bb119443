// Claims of the kinds that goals have: what one closure knows and another doesn't.
#pragma once

#include "discovery/telling.hpp"

namespace porism {

// Points are positions in a telling.
struct Fact {
    enum Kind : std::uint8_t { kCollinear, kParallel, kPerpendicular, kCongruent, kConcyclic, kEqualAngles } kind;
    std::vector<Point> points;  // as of the predicates coll, para, perp, cong, cyclic (4), eqangle (8)
};

// The names of the kinds in Python.
inline constexpr std::array kFactNames = {"COLLINEAR", "PARALLEL",  "PERPENDICULAR",
                                          "CONGRUENT", "CONCYCLIC", "EQUAL_ANGLES"};

// Pairs of points that the fact names.
std::vector<std::array<Point, 2>> pairs_of(const Fact& fact);

bool is_known(const Closure& closure, const Fact& fact);

// Facts about the points of a telling that the figure's closure knows and the telling's own closure doesn't: at most
// `of_a_kind` of each kind, chosen at random.
std::vector<Fact> lost_facts(const Closure& figure, const Closure& told, const Telling& telling, std::size_t of_a_kind,
                             Random& random);

}  // namespace porism
