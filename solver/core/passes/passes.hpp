// The passes of the closure: each is one kind of inference, named after what it looks for, and returns whether it
// concluded anything. This is the table of them; the loop in passes/closure.cpp runs them to a fixed point.
#pragma once

#include <algorithm>
#include <vector>

#include "theories/state.hpp"

namespace porism {

bool complete_lines(State&);
bool find_circles_by_radii(State&);
bool find_circles_by_angles(State&);
bool find_centers(State&);
bool find_similar_triangles(State&);
bool relate_arcs_and_chords(State&);
bool transfer_ratios(State&);
bool merge_coincident_points(State&);
bool add_collinear_lengths(State&);
bool relate_perpendiculars_and_squares(State&);
bool apply_stewart(State&);
bool cut_by_parallels(State&);
bool complete_proportions(State&);
bool relate_powers(State&);
bool apply_sine_laws(State&);

// Groups of items that have joined after the first `known`.
std::vector<std::uint32_t> joined_groups(const Grouping& groups, std::size_t known);

// Calls visit(i) for some numbers below `count`, in order: all, once something older than the newest points may have changed in
// these theories, as visiting may do; else `some`.
template <typename Visit>
void for_some(const State& s, unsigned theories, std::vector<std::uint32_t> some, std::size_t count, Visit visit) {
    std::sort(some.begin(), some.end());
    some.erase(std::unique(some.begin(), some.end()), some.end());
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < some.size() && !s.is_older_fresh(theories); ++i) {
        next = some[i] + 1;
        visit(some[i]);
    }
    if (!s.is_older_fresh(theories)) return;
    for (; next < count; ++next) visit(next);
}

// A pass and what it reads: it needn't run while nothing there has changed.
struct Pass {
    bool (*run)(State&);
    unsigned reads;
};

namespace reads {
inline constexpr unsigned kDirections = 1, kLogs = 2, kLengths = 4, kSquares = 8, kCircles = State::kCircleBit;
}

// Cheap and productive passes first, to a fixed point; the others only run where these have nothing more to say.
inline constexpr Pass kPasses[] = {
    {complete_lines, reads::kDirections},
    {find_circles_by_radii, reads::kLogs},
    {find_circles_by_angles, reads::kDirections},
    {find_centers, reads::kDirections | reads::kLogs | reads::kCircles},
    {find_similar_triangles, reads::kDirections | reads::kLogs},
    {relate_arcs_and_chords, reads::kDirections | reads::kLogs | reads::kCircles},
    {transfer_ratios, reads::kLogs | reads::kLengths | reads::kSquares},
    {merge_coincident_points, reads::kDirections | reads::kLogs | reads::kCircles},
    {add_collinear_lengths, reads::kDirections},
    {relate_perpendiculars_and_squares, reads::kDirections | reads::kSquares},
    {apply_stewart, reads::kDirections | reads::kLogs | reads::kLengths | reads::kSquares},
    {cut_by_parallels, reads::kDirections | reads::kLogs},
    {complete_proportions, reads::kDirections | reads::kLogs},
    {relate_powers, reads::kDirections | reads::kLogs | reads::kSquares},
    {apply_sine_laws, reads::kDirections | reads::kLogs},
};
inline constexpr std::size_t kCheap = 7;
static_assert(std::size(kPasses) <= kMostPasses);

}  // namespace porism
