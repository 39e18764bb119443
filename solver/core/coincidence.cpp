// Points that coincide in the diagram but aren't yet known to be equal. They are the same point once two loci that
// cross there are known to pass through both: lines through a third point, circles about a third point, known circles.
#include <algorithm>
#include <cmath>

#include "passes.hpp"

namespace porism {

namespace {

struct Locus {
    double tangent;  // direction at the point, units of π
    std::vector<std::int64_t> says;
};

double direction_between(const Figure& f, Point from, Point to) { return f.direction(0, f.pair(from, to)); }

void find_loci(const State& s, Point x, Point y, std::vector<Locus>& loci) {
    const Figure& f = s.figure();
    for (Point a = 0; a < f.size(); ++a) {
        if (f.coincident(a, x) || f.coincident(a, y)) continue;
        const PairId ax = f.pair(a, x), ay = f.pair(a, y);
        if (s.direction(ax) == s.direction(ay)) loci.push_back({direction_between(f, a, x), {0, a}});
        if (s.log(ax) == s.log(ay)) loci.push_back({direction_between(f, a, x) + 0.5, {1, a}});
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
            loci.push_back({tangent, {2, others[0], others[1], others[2]}});
        }
    }
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
            for (std::size_t j = i + 1; j < loci.size(); ++j) {
                if (std::abs(wrap(loci[i].tangent - loci[j].tangent)) < 1e-3) continue;
                std::vector<std::int64_t> says = {x, y};
                says.insert(says.end(), loci[i].says.begin(), loci[i].says.end());
                says.insert(says.end(), loci[j].says.begin(), loci[j].says.end());
                any |= s.assume_overlap(x, y, says);
                break;
            }
        }
    }
    return any;
}

}  // namespace porism
