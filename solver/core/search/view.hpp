// What a policy sees of a closure: what is known, as relations between points, and how a place lies among them.
//
// Both are the same however the figure is turned, scaled or mirrored, and whatever its points are called; a relation
// counts only where it holds in every diagram. What is true and not yet known is told apart from what is known: it is
// what remains to be proved.
#pragma once

#include <array>
#include <bitset>

#include "search/candidates.hpp"

namespace porism {

// direction, length: the number of the first pair with the same value, as far as is known; a pair of one place has no
// direction (-1).
struct PairView {
    Point a, b;
    std::int32_t direction, length;
};

// A line of three or more points, or a circle; not known: its points are on it, and it isn't known that all of them are.
struct CurveView {
    bool is_circle, is_known;
    std::vector<Point> points, centers;
};

struct View {
    std::vector<PairView> pairs;
    std::vector<CurveView> curves;
    std::vector<std::array<std::int32_t, 2>> right_angles;  // directions (as in PairView) that differ by a right angle
};

View view(const Closure& closure);

// How a place that may become a point lies in the figure, in numbers. First counts: whether a point is there already; known
// lines and circles through it; pairs of points in line with it, circles of the figure through it; pairs of points at one
// distance; its segments that are parallel, and perpendicular, to others. Then logarithms, in the mean of the diagrams:
// of the distance from the nearest point, and from the centroid (the unit: the points' mean distance from it).
inline constexpr std::array kHintNames = {"is a point",      "known lines", "known circles", "in line", "circles",
                                          "at one distance", "parallel",    "perpendicular", "nearest", "outward"};
inline constexpr std::size_t kHints = kHintNames.size();
enum Hint : std::size_t {
    kIsPoint,
    kKnownLines,
    kKnownCircles,
    kInLine,
    kCircles,
    kAtOneDistance,
    kParallel,
    kPerpendicular,
    kNearest,
    kOutward
};
using Hints = std::array<float, kHints>;

class Surroundings {
public:
    explicit Surroundings(const Closure& closure);
    // at: the place in each diagram, in the figure's own coordinates.
    Hints of(std::span<const Vec> at) const;

private:
    struct Direction {
        double slope;
        Point a, b;
    };
    struct Ray {
        double slope;
        Point to;
    };
    // Rays from the place to the first points of the figure in the reference diagram, with the squares of their lengths.
    static constexpr std::size_t kMostRays = 64;
    struct Rays {
        std::array<Ray, kMostRays> all;
        std::array<double, kMostRays> slopes, squares;
        std::size_t count = 0;
    };
    // A known line or a circle of the figure: through `at` along a unit vector; or about `at`, with bounds for squares of
    // distances of points on it.
    struct Curve {
        bool is_known;
        std::array<Vec, kMostDiagrams> at, along;
        std::array<double, kMostDiagrams> least, most;
    };
    static std::size_t slice(double slope);
    template <typename Holds>
    bool in_all(Holds holds) const;
    void count_curves(std::span<const Vec> at, Hints& found) const;
    void count_pairs(const Rays& rays, std::span<const Vec> at, Hints& found) const;
    bool has_direction(const Ray& ray, std::span<const Vec> at, double turn) const;

    const Figure& figure_;
    std::vector<Curve> lines_, circles_;
    std::vector<Direction> directions_;  // of the pairs, in the reference diagram, sorted
    // Whether a direction is in a slice of the half turn, or nearly: most rays need no more.
    static constexpr std::size_t kSlices = 4096;
    std::bitset<kSlices> has_slice_;
};

}  // namespace porism
