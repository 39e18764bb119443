// Points that coincide in the diagram but aren't yet known to be equal. They are the same point once two loci that
// cross there are known to pass through both: lines through a third point, circles about a third point, known circles,
// circles of equal angles or of equal ratios over two points. Circles that touch have one point in common, too.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "passes/passes.hpp"

namespace porism {

namespace {

struct Locus {
    double tangent;  // direction at the point, units of π
    CommonLocus kind;
    std::vector<std::int64_t> points;
};

double direction_between(const Figure& f, Point from, Point to) { return f.direction(0, f.pair(from, to)); }

void find_loci(const State& s, Point x, Point y, std::vector<Locus>& loci) {
    const Figure& f = s.figure();
    for (Point a = 0; a < f.size(); ++a) {
        if (f.coincident(a, x) || f.coincident(a, y)) continue;
        const PairId ax = f.pair(a, x), ay = f.pair(a, y);
        if (s.direction(ax) == s.direction(ay)) loci.push_back({direction_between(f, a, x), CommonLocus::kLine, {a}});
        if (s.log(ax) == s.log(ay)) loci.push_back({direction_between(f, a, x) + 0.5, CommonLocus::kCircle, {a}});
    }
    // Circles on which both see pq under the same angle, or have distances to p and q in the same ratio (Apollonius).
    for (PairId pq = 0; pq < f.pair_count(); ++pq) {
        const auto [p, q] = f.ends(pq);
        if (f.coincident(p, q) || f.coincident(p, x) || f.coincident(p, y) || f.coincident(q, x) || f.coincident(q, y))
            continue;
        const PairId px = f.pair(p, x), py = f.pair(p, y), qx = f.pair(q, x), qy = f.pair(q, y);
        if (s.direction(px) != s.direction(py) && !f.collinear(p, q, x)) {
            Linear angle(Theory::kDirection);
            angle.add(px, 1).add(qx, -1).add(py, -1).add(qy, 1);
            s.lift(angle);
            const double tangent = direction_between(f, x, p) + direction_between(f, x, q) - direction_between(f, p, q);
            if (s.is_entailed(angle)) loci.push_back({tangent, CommonLocus::kEqualAngles, {p, q}});
        }
        if (s.log(px) != s.log(py) && field::subtract(s.log(px), s.log(qx)) == field::subtract(s.log(py), s.log(qy))) {
            const Vec a = f.at(0, p), b = f.at(0, q), c = f.at(0, x);
            const double u = 1 / (f.length(0, px) * f.length(0, px)), v = 1 / (f.length(0, qx) * f.length(0, qx));
            const Vec normal{(c.x - a.x) * u - (c.x - b.x) * v, (c.y - a.y) * u - (c.y - b.y) * v};
            loci.push_back(
                {std::atan2(normal.y, normal.x) / std::numbers::pi + 0.5, CommonLocus::kEqualRatios, {p, q}});
        }
    }
    for (std::size_t place = 0; place < s.places().size(); ++place) {
        const auto& points = f.circles()[place].points;
        for (const auto& known : s.places()[place].known) {
            const auto has = [&](Point p) {
                return std::any_of(known.members.begin(), known.members.end(), [&](auto m) { return points[m] == p; });
            };
            if (!has(x) || !has(y)) continue;
            std::vector<Point> others;
            for (auto m : known.members) {
                bool fresh = !f.coincident(points[m], x);
                for (Point o : others) fresh &= !f.coincident(o, points[m]);
                if (fresh) others.push_back(points[m]);
            }
            if (others.size() < 3) continue;
            // The tangent at x: 2t(x) = d(xp) + d(xq) − d(pq).
            const double tangent = direction_between(f, x, others[0]) + direction_between(f, x, others[1]) -
                                   direction_between(f, others[0], others[1]);
            loci.push_back({tangent, CommonLocus::kCircumcircle, {others[0], others[1], others[2]}});
        }
    }
}

// Circles about a and b that touch meet once: both points are on both, and one of them is in line with a and b.
bool meet_where_circles_touch(State& s, Point x, Point y, const Locus& one, const Locus& other) {
    if (one.kind != CommonLocus::kCircle || other.kind != CommonLocus::kCircle) return false;
    const auto a = static_cast<Point>(one.points[0]), b = static_cast<Point>(other.points[0]);
    const Figure& f = s.figure();
    if (f.coincident(a, b)) return false;
    for (const auto& [in_line, further] : {std::pair{x, y}, std::pair{y, x}}) {
        if (s.direction(f.pair(a, in_line)) != s.direction(f.pair(b, in_line))) continue;
        const std::array<std::int64_t, 4> says = {in_line, further, a, b};
        return s.assume_overlap(x, y, Rule::kTouch, says);
    }
    return false;
}

}  // namespace

bool merge_coincident_points(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    std::vector<Locus> loci;
    for (PairId p : f.coincidences()) {
        const auto [x, y] = f.ends(p);
        if (s.are_known_equal(x, y)) continue;
        loci.clear();
        find_loci(s, x, y, loci);
        for (std::size_t i = 0; i < loci.size() && !s.are_known_equal(x, y); ++i) {
            for (std::size_t j = i + 1; j < loci.size() && !s.are_known_equal(x, y); ++j) {
                if (std::abs(wrap(loci[i].tangent - loci[j].tangent)) < 1e-3) {
                    any |= meet_where_circles_touch(s, x, y, loci[i], loci[j]);
                    continue;
                }
                std::vector<std::int64_t> says = {x, y};
                for (const Locus* l : {&loci[i], &loci[j]}) {
                    says.push_back(static_cast<std::int64_t>(l->kind));
                    says.insert(says.end(), l->points.begin(), l->points.end());
                }
                any |= s.assume_overlap(x, y, Rule::kCoincide, says);
                break;
            }
        }
    }
    return any;
}

}  // namespace porism
