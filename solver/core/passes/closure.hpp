// The closure of a problem: premises in, everything that follows out. And trials: the same closure with one more point,
// undone afterwards.
#pragma once

#include <memory>

#include "passes/passes.hpp"
#include "theorems/instances.hpp"

namespace porism {

enum class Outcome { kProved, kSaturated, kTimeout };

// What a closure has beside its figure and its state.
struct ClosureData {
    TheoremInstances theorems_;
    Point joined_ = 0;  // instances of theorems have been looked for among the points below this one
    std::vector<Linear> goal_equations_{};
    std::vector<std::vector<Point>> goal_circles_{};
    std::vector<std::array<Point, 2>> goal_overlaps_{};
    int rounds_ = 0;

    auto members() { return std::tie(theorems_, joined_, goal_equations_, goal_circles_, goal_overlaps_, rounds_); }
    auto members() const {
        return std::tie(theorems_, joined_, goal_equations_, goal_circles_, goal_overlaps_, rounds_);
    }
};

class Closure : ClosureData {
public:
    // room: how many points may be added later. library: the theorems to look for; none where it is null.
    explicit Closure(const std::vector<std::vector<Vec>>& xy, std::size_t room = 0,
                     std::shared_ptr<const TheoremLibrary> library = nullptr);
    Closure(const Closure& other);
    Closure& operator=(const Closure&) = delete;

    // Adds a point to the figure; what is assumed of it comes next.
    void add_point(std::span<const Vec> at);
    // Adds several at once: what is found of one is as new as what is found of another.
    void add_points(std::span<const std::span<const Vec>> all);
    // Prepares a complete closure for trials: see Figure::refresh_index.
    void settle() { figure_->refresh_index(); }
    // No theorems of the library from here on: a search looks for none, so that a trial costs no join.
    void forget_theorems() { theorems_ = TheoremInstances(nullptr); }

    // Bytes held, but for what copies share.
    std::size_t footprint() const { return sizeof *this + figure_->footprint() + state_.footprint(); }

    State& state() { return state_; }
    const State& state() const { return state_; }
    const Figure& figure() const { return *figure_; }

    // Points of a premise or goal on one circle of the figure, as indices into its place; false if there is no such circle.
    bool locate_circle(std::span<const Point> points, std::size_t& place, std::vector<std::uint16_t>& members) const;

    void add_goal(const Linear& equation) { goal_equations_.push_back(equation); }
    void add_goal_circle(std::span<const Point> points) { goal_circles_.emplace_back(points.begin(), points.end()); }
    void add_goal_overlap(Point x, Point y) { goal_overlaps_.push_back({x, y}); }
    bool has_goal() const { return !goal_equations_.empty() || !goal_circles_.empty() || !goal_overlaps_.empty(); }
    bool is_goal_entailed() const;

    // Runs the passes to a fixed point, or until the goal is entailed or time is up.
    Outcome run();
    int rounds() const { return rounds_; }
    const TheoremInstances& theorems() const { return theorems_; }

private:
    friend class Savepoint;
    std::unique_ptr<Figure> figure_;
    State state_;
};

// A trial: until it goes, points may be added to a closure and anything assumed. Then the closure is again what `base` is, to
// which it was equal when the trial began.
class Savepoint {
public:
    Savepoint(Closure& trial, const Closure& base);
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

private:
    Closure& trial_;
    const Closure& base_;
};

}  // namespace porism
