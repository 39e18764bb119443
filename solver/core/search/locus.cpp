#include "search/locus.hpp"

#include <algorithm>
#include <cmath>

namespace porism {

namespace {

Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
Vec operator*(double s, Vec a) { return {s * a.x, s * a.y}; }
Vec turned(Vec a) { return {-a.y, a.x}; }
double dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y; }
double wedge(Vec a, Vec b) { return a.x * b.y - a.y * b.x; }
double norm(Vec a) { return std::sqrt(dot(a, a)); }

// Sines of angles of crossing below this are too flat for a well-conditioned point.
constexpr double kFlattest = 1e-3;
constexpr double kShortest = 1e-4;

bool unit(Vec v, Vec& u) {
    const double length = norm(v);
    if (length < kShortest) return false;
    u = (1 / length) * v;
    return true;
}

// The equations that say that x is on the locus, but for circumcircles.
std::vector<Linear> equations(const State& s, const Locus& l, Point x) {
    const Figure& f = s.figure();
    const auto [a, b, c] = l.parents;
    const auto directions = [&](std::initializer_list<std::pair<PairId, int>> terms, int halves) {
        Linear e(Theory::kDirection);
        for (const auto& [pair, sign] : terms) e.add(pair, sign);
        e.add(s.one_variable(), halves, 2);
        s.lift(e);
        return e;
    };
    const auto equal = [&](PairId p, PairId q) {
        Linear e(Theory::kLog);
        e.add(p, 1).add(q, -1);
        return e;
    };
    switch (l.kind) {
        case Locus::kLine: return {directions({{f.pair(x, a), 1}, {f.pair(a, b), -1}}, 0)};
        case Locus::kParallel: return {directions({{f.pair(x, a), 1}, {f.pair(b, c), -1}}, 0)};
        case Locus::kPerpendicular: return {directions({{f.pair(x, a), 1}, {f.pair(b, c), -1}}, 1)};
        case Locus::kBisector: {
            std::vector<Linear> both = {equal(f.pair(x, a), f.pair(x, b))};
            if (!f.collinear(a, b, x))
                both.push_back(directions({{f.pair(a, b), 2}, {f.pair(x, a), -1}, {f.pair(x, b), -1}}, 0));
            return both;
        }
        case Locus::kAngleBisector:
        case Locus::kOuterBisector: return {directions({{f.pair(b, x), 2}, {f.pair(b, a), -1}, {f.pair(b, c), -1}}, 0)};
        case Locus::kCircle: return {equal(f.pair(a, x), f.pair(a, b))};
        case Locus::kDiameter: return {directions({{f.pair(x, a), 1}, {f.pair(x, b), -1}}, 1)};
        case Locus::kCircumcircle: break;
    }
    return {};
}

// Whether the locus goes through its parent number i by definition.
bool lies_on_own(const Locus& locus, std::size_t i) { return locus.traits().through >> i & 1; }

}  // namespace

bool trace(const Figure& f, std::size_t k, const Locus& l, Curve& curve) {
    const Vec a = f.at(k, l.parents[0]), b = f.at(k, l.parents[1]), c = f.at(k, l.parents[2]);
    Vec u, v;
    switch (l.kind) {
        case Locus::kLine: curve = {a, {}, -1}; return unit(b - a, curve.along);
        case Locus::kParallel:
        case Locus::kPerpendicular:
            if (!unit(c - b, u)) return false;
            curve = {a, l.kind == Locus::kParallel ? u : turned(u), -1};
            return true;
        case Locus::kBisector:
            if (!unit(b - a, u)) return false;
            curve = {0.5 * (a + b), turned(u), -1};
            return true;
        case Locus::kAngleBisector:
        case Locus::kOuterBisector: {
            if (!unit(a - b, u) || !unit(c - b, v)) return false;
            if (std::abs(wedge(u, v)) < kFlattest) return false;
            Vec w;
            if (!unit(u + v, w)) return false;
            curve = {b, l.kind == Locus::kAngleBisector ? w : turned(w), -1};
            return true;
        }
        case Locus::kCircle: curve = {a, {}, norm(b - a)}; return curve.radius > kShortest;
        case Locus::kDiameter: curve = {0.5 * (a + b), {}, 0.5 * norm(b - a)}; return curve.radius > kShortest;
        case Locus::kCircumcircle: {
            const Vec p = b - a, q = c - a;
            const double area = wedge(p, q), pp = dot(p, p), qq = dot(q, q);
            if (std::abs(area) < kFlattest * std::max(pp, qq)) return false;
            const Vec o = {(q.y * pp - p.y * qq) / (2 * area), (p.x * qq - q.x * pp) / (2 * area)};
            curve = {a + o, {}, norm(o)};
            return true;
        }
    }
    return false;
}

std::size_t cross(const Curve& first, const Curve& second, std::array<Vec, 2>& points) {
    if (first.is_line() && second.is_line()) {
        const double sine = wedge(first.along, second.along);
        if (std::abs(sine) < kFlattest) return 0;
        points[0] = first.at + (wedge(second.at - first.at, second.along) / sine) * first.along;
        return 1;
    }
    if (!first.is_line() && second.is_line()) return cross(second, first, points);
    Vec foot, along;
    double half;
    if (first.is_line()) {
        foot = first.at + dot(second.at - first.at, first.along) * first.along;
        along = first.along;
        const Vec off = foot - second.at;
        half = second.radius * second.radius - dot(off, off);
    } else {
        Vec u;
        const Vec apart = second.at - first.at;
        if (!unit(apart, u)) return 0;
        const double d = norm(apart), r = first.radius;
        const double to_foot = (d * d + r * r - second.radius * second.radius) / (2 * d);
        foot = first.at + to_foot * u;
        along = turned(u);
        half = r * r - to_foot * to_foot;
    }
    const double radius = first.is_line() ? second.radius : first.radius;
    if (half < kFlattest * kFlattest * radius * radius) return 0;
    half = std::sqrt(half);
    points = {foot + half * along, foot + (-half) * along};
    return 2;
}

void assume_on(Closure& closure, const Locus& locus, Point x, std::int64_t premise) {
    State& s = closure.state();
    if (locus.kind == Locus::kCircumcircle) {
        const auto [a, b, c] = locus.parents;
        const std::array<Point, 4> four = {a, b, c, x};
        std::size_t place;
        std::vector<std::uint16_t> members;
        const std::array<std::int64_t, 2> says = {premise, 0};
        if (closure.locate_circle(four, place, members))
            s.assume_circle(place, members, kNoPoint, Rule::kPremise, says);
        return;
    }
    std::int64_t part = 0;
    for (const Linear& e : equations(s, locus, x)) s.assume(e, Rule::kPremise, {premise, part++});
}

bool is_known_on(const Closure& closure, const Locus& locus, Point x) {
    const Figure& f = closure.figure();
    for (std::size_t i = 0; i < locus.parent_count(); ++i) {
        const Point p = locus.parents[i];
        if (p == x) return lies_on_own(locus, i);
        if (f.coincident(p, x)) return false;
    }
    if (locus.kind == Locus::kCircumcircle) {
        const auto [a, b, c] = locus.parents;
        const std::array<Point, 4> four = {a, b, c, x};
        std::size_t place;
        std::vector<std::uint16_t> members;
        return closure.locate_circle(four, place, members) && closure.state().are_known_concyclic(place, members);
    }
    for (const Linear& e : equations(closure.state(), locus, x)) {
        if (!closure.state().is_entailed(e)) return false;
    }
    return true;
}

}  // namespace porism
