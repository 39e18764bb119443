// The auxiliary points that a node of the search may try: crossings of two loci, each place with up to a few reasons.
//
// They come in stages, so that nothing is excluded for ever but the likely comes first:
//   0  classical constructions on what the statement speaks of: its lines and circles, and triangles of its segments;
//   1  the same on all pairs and triples of points;
//   2  parallels, perpendiculars and circumcircles through points, crossed with the statement's lines and circles.
// "Salient" are pairs that a premise or the goal names, those with an auxiliary point, and lines of three known points.
//
// A place reached by several constructions is a coincidence, perhaps unproved: `reached` counts them, and up to
// kMostReasons of them are candidates of their own. A place where a point of the figure already is becomes a candidate
// only if the figure doesn't know that the point is on both loci: merging the two proves it.
#pragma once

#include <optional>

#include "search/locus.hpp"

namespace porism {

inline constexpr std::size_t kMostDiagrams = 3;
inline constexpr std::size_t kMostReasons = 3;
inline constexpr int kStages = 3;
// Places this near to each other without being one are badly conditioned (the figure has size 1).
inline constexpr double kLeastGap = 2e-3;

struct Candidate {
    Locus first, second;
    std::array<Vec, kMostDiagrams> at;  // in the figure's own coordinates
    std::uint32_t place;                // candidates of one place have the same number
    std::uint8_t stage;
};

// Whether a candidate's place does for a point: near enough, apart from the figure's points, or at one of them that isn't
// known to be on both loci.
bool is_usable(const Closure& closure, const Candidate& candidate);

struct Candidates {
    std::vector<Candidate> all;
    std::vector<std::uint32_t> reached;  // by place: how many constructions lead there
};

// Those of all stages up to `last`. `salient` are pairs of points. Only candidates with a parent ≥ fresh_from are listed
// (0: all). Nothing where the deadline passes first: a statement of 20 points has more than 100,000.
std::optional<Candidates> find_candidates(const Closure& closure, std::span<const std::array<Point, 2>> salient,
                                          int last, Point fresh_from, std::chrono::steady_clock::time_point deadline);

}  // namespace porism
