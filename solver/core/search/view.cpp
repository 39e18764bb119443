#include "search/view.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "numeric/figure_detail.hpp"

namespace porism {

namespace {

using detail::norm;

// Places are as accurate as the crossing of two loci, which is less than the figure's points are.
constexpr double kNear = 1e-6;

// Points of a figure that are looked at from a place; the rest of a larger one counts for nothing.

// A line's direction as a number in [0, 4) that grows with its angle: cheaper than an arc tangent. Period 2 is a half
// turn, so that lines are compared modulo 2 and perpendicular ones differ by 1.
double slope(double x, double y) {
    if (y < 0 || (y == 0 && x < 0)) x = -x, y = -y;
    const double s = y / (std::abs(x) + y);
    return x >= 0 ? s : 2 - s;
}

double gap(double a, double b) {
    const double d = std::abs(a - b);
    return std::min(d, std::abs(2 - d));
}

std::vector<PairView> pairs_of(const Closure& closure) {
    const Figure& f = closure.figure();
    const State& s = closure.state();
    std::vector<PairView> pairs;
    std::unordered_map<field::Element, std::int32_t> direction, length;
    for (PairId p = 0; p < f.pair_count(); ++p) {
        const auto [a, b] = f.ends(p);
        const auto number = static_cast<std::int32_t>(p);
        if (f.coincident(a, b)) pairs.push_back({a, b, -1, -1});
        else
            pairs.push_back({a, b, direction.try_emplace(s.direction(p), number).first->second,
                             length.try_emplace(s.log(p), number).first->second});
    }
    return pairs;
}

// A numeric line falls into known ones, in each of which all pairs have one direction.
void add_lines(const Closure& closure, const std::vector<PairView>& pairs, std::vector<CurveView>& curves) {
    const Figure& f = closure.figure();
    std::vector<std::uint8_t> taken(pairs.size(), 0);
    for (const auto& line : f.lines()) {
        bool is_whole = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const PairId first = f.pair(line[i], line[j]);
                const std::int32_t direction = pairs[first].direction;
                if (direction < 0 || taken[first]) continue;
                std::vector<Point> points;
                for (Point c : line) {
                    const auto joins = [&](Point d) { return c == d || pairs[f.pair(c, d)].direction == direction; };
                    if (joins(line[i]) && joins(line[j])) points.push_back(c);
                }
                for (Point c : points) {
                    for (Point d : points) {
                        if (c < d) taken[f.pair(c, d)] = 1;
                    }
                }
                if (points.size() < 3) continue;
                is_whole |= points.size() == line.size();
                curves.push_back({false, true, std::move(points), {}});
            }
        }
        if (!is_whole) curves.push_back({false, false, line, {}});
    }
}

void add_circles(const Closure& closure, std::vector<CurveView>& curves) {
    const auto& circles = closure.figure().circles();
    const auto& places = closure.state().places();
    for (std::size_t i = 0; i < circles.size(); ++i) {
        const auto& points = circles[i].points;
        bool is_whole = false;
        if (i < places.size()) {
            for (const auto& known : places[i].known) {
                if (known.members.size() < 3) continue;
                CurveView curve{true, true, {}, known.centers};
                for (auto m : known.members) curve.points.push_back(points[m]);
                is_whole |= curve.points.size() == points.size() && known.centers.size() == circles[i].centers.size();
                curves.push_back(std::move(curve));
            }
        }
        if (!is_whole) curves.push_back({true, false, points, circles[i].centers});
    }
}

std::vector<std::array<std::int32_t, 2>> right_angles_of(const Closure& closure, const std::vector<PairView>& pairs) {
    const State& s = closure.state();
    const field::Element half = field::multiply(field::from_rational(1, 2), s.one());
    std::unordered_map<field::Element, std::int32_t> first;
    for (const PairView& p : pairs) {
        if (p.direction >= 0) first.try_emplace(s.direction(static_cast<PairId>(p.direction)), p.direction);
    }
    std::vector<std::array<std::int32_t, 2>> found;
    for (const auto& [hash, direction] : first) {
        const auto other = first.find(field::add(hash, half));
        if (other != first.end())
            found.push_back({std::min(direction, other->second), std::max(direction, other->second)});
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

View view(const Closure& closure) {
    View found{pairs_of(closure), {}, {}};
    add_lines(closure, found.pairs, found.curves);
    add_circles(closure, found.curves);
    found.right_angles = right_angles_of(closure, found.pairs);
    return found;
}

Surroundings::Surroundings(const Closure& closure) : figure_(closure.figure()) {
    const std::size_t diagrams = figure_.diagrams();
    std::vector<CurveView> lines;
    add_lines(closure, pairs_of(closure), lines);
    for (const CurveView& line : lines) {
        if (!line.is_known) continue;
        // The first and the last point of a line are farthest apart.
        Curve& curve = lines_.emplace_back(Curve{true, {}, {}, {}, {}});
        for (std::size_t k = 0; k < diagrams; ++k) {
            const Vec a = figure_.at(k, line.points.front()), b = figure_.at(k, line.points.back());
            const double length = norm(b.x - a.x, b.y - a.y);
            curve.at[k] = a;
            curve.along[k] = {(b.x - a.x) / length, (b.y - a.y) / length};
        }
    }
    const auto& places = closure.state().places();
    for (std::size_t i = 0; i < figure_.circles().size(); ++i) {
        const CirclePlace& circle = figure_.circles()[i];
        Curve& curve = circles_.emplace_back(Curve{i < places.size() && !places[i].known.empty(), {}, {}, {}, {}});
        for (std::size_t k = 0; k < diagrams; ++k) {
            const double radius = circle.radius[k], width = kNear * std::max(1.0, radius);
            curve.at[k] = circle.center[k];
            curve.least[k] = std::pow(std::max(radius - width, 0.0), 2);
            curve.most[k] = std::pow(radius + width, 2);
        }
    }
    for (PairId p = 0; p < figure_.pair_count(); ++p) {
        const auto [a, b] = figure_.ends(p);
        if (figure_.coincident(a, b)) continue;
        const Vec u = figure_.at(0, a), v = figure_.at(0, b);
        const double direction = slope(v.x - u.x, v.y - u.y);
        directions_.push_back({direction, a, b});
        for (const double near : {direction - kNear, direction + kNear}) has_slice_.set(slice(near));
    }
    std::sort(directions_.begin(), directions_.end(),
              [](const Direction& a, const Direction& b) { return a.slope < b.slope; });
}

template <typename Holds>
bool Surroundings::in_all(Holds holds) const {
    for (std::size_t k = 0; k < figure_.diagrams(); ++k) {
        if (!holds(k)) return false;
    }
    return true;
}

std::size_t Surroundings::slice(double slope) {
    return static_cast<std::size_t>(std::clamp(slope, 0.0, 2.0) * (kSlices / 2)) % kSlices;
}

// Whether the ray, turned by so much, has the direction of a pair that its end doesn't belong to.
bool Surroundings::has_direction(const Ray& ray, std::span<const Vec> at, double turn) const {
    const double wanted = ray.slope + turn >= 2 ? ray.slope + turn - 2 : ray.slope + turn;
    if (!has_slice_.test(slice(wanted))) return false;
    auto d = std::lower_bound(directions_.begin(), directions_.end(), wanted - kNear,
                              [](const Direction& e, double v) { return e.slope < v; });
    for (; d != directions_.end() && d->slope < wanted + kNear; ++d) {
        if (d->a == ray.to || d->b == ray.to) continue;
        if (in_all([&](std::size_t k) {
                const Vec p = figure_.at(k, ray.to), a = figure_.at(k, d->a), b = figure_.at(k, d->b);
                const double x = p.x - at[k].x, y = p.y - at[k].y, u = b.x - a.x, v = b.y - a.y;
                const double off = turn == 0 ? x * v - y * u : x * u + y * v;
                return std::abs(off) < kNear * norm(x, y) * norm(u, v);
            }))
            return true;
    }
    return false;
}

Hints Surroundings::of(std::span<const Vec> at) const {
    const std::size_t diagrams = figure_.diagrams();
    Hints found{};
    count_curves(at, found);
    // What agrees in the reference diagram is tried in the others.
    Rays rays;
    double nearest = 1, outward = 1;
    for (std::size_t k = 0; k < diagrams; ++k) {
        double least = 1e18;
        for (Point p = 0; p < figure_.size(); ++p) {
            const double x = figure_.at(k, p).x - at[k].x, y = figure_.at(k, p).y - at[k].y, square = x * x + y * y;
            if (square < kNear * kNear) {
                found[kIsPoint] = 1;
                continue;
            }
            least = std::min(least, square);
            if (k > 0 || rays.count == kMostRays) continue;
            rays.slopes[rays.count] = slope(x, y);
            rays.squares[rays.count] = square;
            rays.all[rays.count] = {rays.slopes[rays.count], p};
            ++rays.count;
        }
        nearest *= least;
        outward *= norm(at[k].x, at[k].y) + 0.05;  // the centroid itself is a place, too
    }
    found[kNearest] = static_cast<float>(0.5 * std::log(nearest) / static_cast<double>(diagrams));
    found[kOutward] = static_cast<float>(std::log(outward) / static_cast<double>(diagrams));
    for (std::size_t i = 0; i < rays.count; ++i) {
        found[kParallel] += has_direction(rays.all[i], at, 0);
        found[kPerpendicular] += has_direction(rays.all[i], at, 1);
    }
    count_pairs(rays, at, found);
    return found;
}

// Known lines, and circles, through the place.
void Surroundings::count_curves(std::span<const Vec> at, Hints& found) const {
    for (const Curve& line : lines_) {
        found[kKnownLines] += in_all([&](std::size_t k) {
            return std::abs((at[k].x - line.at[k].x) * line.along[k].y - (at[k].y - line.at[k].y) * line.along[k].x) <
                   kNear;
        });
    }
    for (const Curve& circle : circles_) {
        const bool is_on = in_all([&](std::size_t k) {
            const double x = at[k].x - circle.at[k].x, y = at[k].y - circle.at[k].y, square = x * x + y * y;
            return square > circle.least[k] && square < circle.most[k];
        });
        found[kCircles] += is_on;
        found[kKnownCircles] += is_on && circle.is_known;
    }
}

// Pairs of points in line with the place, and at one distance from it.
void Surroundings::count_pairs(const Rays& rays, std::span<const Vec> at, Hints& found) const {
    const auto ray_in = [&](std::size_t k, Point p) {
        return Vec{figure_.at(k, p).x - at[k].x, figure_.at(k, p).y - at[k].y};
    };
    const auto& [all, slopes, squares, count] = rays;
    for (std::size_t i = 1; i < count; ++i) {
        // Few agree: counted without a branch first.
        std::size_t in_line = 0, at_one_distance = 0;
        for (std::size_t j = 0; j < i; ++j) {
            const double turn = std::abs(slopes[i] - slopes[j]);
            in_line += turn < kNear || turn > 2 - kNear;
            at_one_distance += std::abs(squares[i] - squares[j]) < kNear * squares[i];
        }
        for (std::size_t j = 0; in_line && j < i; ++j) {
            if (gap(slopes[i], slopes[j]) > kNear) continue;
            found[kInLine] += in_all([&, first = all[i].to, second = all[j].to](std::size_t k) {
                const Vec u = ray_in(k, first), v = ray_in(k, second);
                return std::abs(u.x * v.y - u.y * v.x) < kNear * norm(u.x, u.y) * norm(v.x, v.y);
            });
        }
        for (std::size_t j = 0; at_one_distance && j < i; ++j) {
            if (std::abs(squares[i] - squares[j]) > kNear * squares[i]) continue;
            found[kAtOneDistance] += in_all([&, first = all[i].to, second = all[j].to](std::size_t k) {
                const Vec u = ray_in(k, first), v = ray_in(k, second);
                const double r = u.x * u.x + u.y * u.y, s = v.x * v.x + v.y * v.y;
                return std::abs(r - s) < 2 * kNear * std::max(r, s);
            });
        }
    }
}

}  // namespace porism
