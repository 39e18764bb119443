// Instances of a theorem in a figure: a join over the figure's relations, along a plan.
//
// Points are bound one after the other so that premises, conclusions and conditions hold numerically. Each step takes
// its candidates from a relation that the points before it decide (the rest of a line or a circle, the points in a
// direction or at a distance), so that a theorem costs no more than its partial instances.
#pragma once

#include <set>
#include <span>
#include <vector>

#include "theorems/pattern.hpp"

namespace porism {

// The figure's relations, sorted for the join: who is in which direction from a point, and how far.
class Relations {
public:
    explicit Relations(const Figure& figure);

    void on_ray(Point from, double direction, std::vector<Point>& found) const;
    void at_distance(Point from, double length, std::vector<Point>& found) const;
    void on_line(Point a, Point b, std::vector<Point>& found) const;
    void on_lines_through(Point a, std::vector<Point>& found) const;
    // Points of circles that pass through all of the given ones.
    void on_circles(std::span<const Point> given, std::vector<Point>& found) const;
    // Pairs of lines through a point (or one line, twice) that have the same bisectors as another such pair, in classes.
    using Pairs = std::vector<std::array<Point, 2>>;
    const std::vector<Pairs>& twins(Point vertex);
    bool are_concyclic(std::span<const Point> points) const;
    // Whether a segment that isn't on that line has this direction; whether another one has this length.
    bool has_direction(double direction, PairId other_than) const;
    bool has_length(double length, PairId other_than) const;

    std::size_t most_concyclic() const { return most_concyclic_; }
    bool has_lines() const { return !f.lines().empty(); }
    // Points of one place have one number.
    Point place(Point p) const { return place_[p]; }

    const Figure& f;

private:
    using Sorted = std::vector<std::pair<double, Point>>;

    std::vector<Sorted> rays_, distances_;
    std::vector<std::vector<std::uint32_t>> lines_, circles_;
    std::vector<std::uint8_t> on_circle_;  // [circle][point]
    std::vector<Point> place_;
    std::vector<std::pair<double, PairId>> directions_, lengths_;  // of all pairs
    std::size_t most_concyclic_ = 0;
    std::vector<std::vector<Pairs>> twins_;  // by vertex; made when asked for
    std::vector<std::uint8_t> twins_made_;
};

// A theorem is given up in this figure once this many partial instances of it were tried: about 20 ms. The library's need a
// third of that in dense figures; a user's theorem whose points hardly depend on each other would take hours.
inline constexpr std::size_t kMostTried = 300'000;

class Join {
public:
    // Only instances with a point from `first_new` on.
    Join(Relations& relations, const TheoremPattern& theorem, Point first_new);

    // The points of each instance, one after the other.
    std::vector<Point> run();

    // How many partial instances were tried: what the join costs.
    std::size_t tried() const { return tried_; }

private:
    bool is_possible() const;
    void bind(const Plan& plan, std::size_t step, Point p);
    bool fits(const StepChecks& checks) const;
    bool may_hold(const Probe& probe) const;
    bool holds(const EquationPattern& e) const;
    bool holds(const FactPattern& fact) const;
    bool holds(const ConditionPattern& condition) const;
    void gather(const PlanStep& step, std::vector<Point>& candidates);
    void gather_twins(const TwinPattern& twin, Slot slot, std::vector<Point>& candidates);
    void solve(const EquationPattern& e, std::vector<Point>& candidates) const;
    std::vector<Point> first_image() const;

    Relations& r_;
    const TheoremPattern& theorem_;
    Point first_new_;
    std::vector<Point> at_;                       // by slot
    std::vector<std::uint8_t> used_;              // by place
    std::vector<std::uint8_t> takes_old_;         // by slot
    std::vector<std::vector<Point>> candidates_;  // by step
    std::set<std::vector<Point>> seen_;
    std::vector<Point> found_;
    std::size_t tried_ = 0;
};

}  // namespace porism
