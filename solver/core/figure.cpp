#include "figure.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace porism {

double wrap(double x) { return x - std::round(x); }

bool recognise(double value, int limit, Ratio& ratio) {
    for (int q = 1; q <= limit; ++q) {
        const double p = std::round(value * q);
        if (p < 1 || p > limit) continue;
        if (std::abs(p / q - value) < tolerance::kRatio * value) {
            ratio = {static_cast<std::int64_t>(p), q};
            return true;
        }
    }
    return false;
}

namespace {

// Coordinates are of size 1: the guards of std::hypot against overflow would cost 7 % of a closure.
double norm(double x, double y) { return std::sqrt(x * x + y * y); }

bool same_ratio(double a, double b) { return std::abs(a - b) <= tolerance::kRatio * std::max(std::abs(a), std::abs(b)); }

}  // namespace

Figure::Figure(const std::vector<std::vector<Vec>>& xy) : n_(xy.empty() ? 0 : xy[0].size()), xy_(xy) {
    for (auto& diagram : xy_) {
        Vec centre;
        for (const Vec& p : diagram) centre.x += p.x / n_, centre.y += p.y / n_;
        double spread = 0;
        for (const Vec& p : diagram) spread += norm(p.x - centre.x, p.y - centre.y) / n_;
        if (spread == 0) spread = 1;
        for (Vec& p : diagram) p = {(p.x - centre.x) / spread, (p.y - centre.y) / spread};
    }
    measure();
    find_lines();
    find_triangles();
    find_circles();
    find_ratios();
    find_perpendiculars();
    find_triples();
    find_transversals();
    find_proportions();
    find_sines();
    find_powers();
}

void Figure::measure() {
    pair_index_.assign(n_ * n_, 0);
    for (Point a = 0; a < n_; ++a) {
        for (Point b = a + 1; b < n_; ++b) {
            pair_index_[a * n_ + b] = pair_index_[b * n_ + a] = static_cast<PairId>(ends_.size());
            ends_.push_back({a, b});
        }
    }
    coincident_.assign(ends_.size(), 1);
    direction_.assign(xy_.size(), std::vector<double>(ends_.size()));
    length_.assign(xy_.size(), std::vector<double>(ends_.size()));
    for (std::size_t k = 0; k < xy_.size(); ++k) {
        for (PairId p = 0; p < ends_.size(); ++p) {
            const Vec a = xy_[k][ends_[p][0]], b = xy_[k][ends_[p][1]];
            length_[k][p] = norm(b.x - a.x, b.y - a.y);
            double d = std::atan2(b.y - a.y, b.x - a.x) / std::numbers::pi;
            if (d < 0) d += 1;
            if (d >= 1) d -= 1;
            direction_[k][p] = d;
            if (length_[k][p] > tolerance::kCoincident) coincident_[p] = 0;
        }
    }
    for (PairId p = 0; p < ends_.size(); ++p) {
        // A pair that coincides in one diagram only can't be used in any.
        bool somewhere = false;
        for (std::size_t k = 0; k < xy_.size(); ++k) somewhere |= length_[k][p] <= tolerance::kCoincident;
        if (somewhere && !coincident_[p]) coincident_[p] = 2;
        if (coincident_[p] == 1) coincidences_.push_back(p);
    }
}

bool Figure::collinear(Point a, Point b, Point c) const {
    const PairId ab = pair(a, b), ac = pair(a, c), bc = pair(b, c);
    for (std::size_t k = 0; k < xy_.size(); ++k) {
        // Compare the directions at the vertex between the two longer sides: the most accurate ones.
        const auto& l = length_[k];
        PairId p = ab, q = ac;
        if (l[ab] < l[ac] && l[ab] < l[bc]) p = ac, q = bc;
        else if (l[ac] < l[ab] && l[ac] < l[bc]) p = ab, q = bc;
        if (std::abs(wrap(direction_[k][p] - direction_[k][q])) > tolerance::kDirection) return false;
    }
    return true;
}

bool Figure::between(Point a, Point b, Point c) const {
    const Vec p = xy_[0][a], q = xy_[0][b], r = xy_[0][c];
    return (q.x - p.x) * (r.x - q.x) + (q.y - p.y) * (r.y - q.y) > 0;
}

int Figure::orientation(Point a, Point b, Point c) const {
    const Vec p = xy_[0][a], q = xy_[0][b], r = xy_[0][c];
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0 ? 1 : -1;
}

void Figure::find_lines() {
    line_of_.assign(ends_.size(), -1);
    std::vector<Point> on;
    for (PairId p = 0; p < ends_.size(); ++p) {
        if (line_of_[p] >= 0 || coincident_[p]) continue;
        const auto [a, b] = ends_[p];
        on = {a, b};
        for (Point c = 0; c < n_; ++c) {
            if (c == a || c == b || coincident(a, c) || coincident(b, c)) continue;
            if (collinear(a, b, c)) on.push_back(c);
        }
        // Points that coincide with a or b, and not yet seen, belong to the line as well.
        for (Point c = 0; c < n_; ++c) {
            if (c != a && c != b && (coincident(a, c) || coincident(b, c))) {
                if (coincident_[pair(a, c)] == 1 || coincident_[pair(b, c)] == 1) on.push_back(c);
            }
        }
        if (on.size() < 3) continue;
        const Vec origin = xy_[0][a], towards = xy_[0][b];
        const auto along = [&](Point c) {
            return (xy_[0][c].x - origin.x) * (towards.x - origin.x) + (xy_[0][c].y - origin.y) * (towards.y - origin.y);
        };
        std::sort(on.begin(), on.end(), [&](Point c, Point d) { return along(c) < along(d) || (along(c) == along(d) && c < d); });
        for (std::size_t i = 0; i < on.size(); ++i) {
            for (std::size_t j = i + 1; j < on.size(); ++j) line_of_[pair(on[i], on[j])] = static_cast<int>(lines_.size());
        }
        lines_.push_back(on);
    }
}

void Figure::find_triangles() {
    struct Candidate {
        TriangleMember member;
        double first, second;  // |qr| / |pq|, |rp| / |pq| in the reference
    };
    std::vector<Candidate> candidates;
    const auto add = [&](Point p, Point q, Point r) {
        Candidate c{};
        auto& m = c.member;
        m.vertex = {p, q, r};
        m.pq = pair(p, q), m.qr = pair(q, r), m.rp = pair(r, p);
        m.sign = static_cast<std::int8_t>(orientation(p, q, r));
        const double pq = direction_[0][m.pq], qr = direction_[0][m.qr], rp = direction_[0][m.rp];
        const std::array<double, 3> angle = {m.sign * (rp - pq), m.sign * (pq - qr), m.sign * (qr - rp)};
        for (int v = 0; v < 3; ++v) m.lift[v] = static_cast<std::int8_t>(-std::floor(angle[v]));
        c.first = length_[0][m.qr] / length_[0][m.pq];
        c.second = length_[0][m.rp] / length_[0][m.pq];
        candidates.push_back(c);
    };
    for (Point a = 0; a < n_; ++a) {
        for (Point b = a + 1; b < n_; ++b) {
            const PairId ab = pair(a, b);
            if (coincident_[ab]) continue;
            for (Point c = b + 1; c < n_; ++c) {
                const PairId bc = pair(b, c), ca = pair(c, a);
                if (coincident_[bc] || coincident_[ca]) continue;
                if (line_of_[ab] >= 0 && line_of_[ab] == line_of_[bc]) continue;
                const Vec u{xy_[0][b].x - xy_[0][a].x, xy_[0][b].y - xy_[0][a].y};
                const Vec v{xy_[0][c].x - xy_[0][a].x, xy_[0][c].y - xy_[0][a].y};
                const double longest = std::max({length_[0][ab], length_[0][bc], length_[0][ca]});
                if (std::abs(u.x * v.y - u.y * v.x) < tolerance::kFlat * longest * longest) continue;
                // side opposite to each vertex: a–bc, b–ca, c–ab; canonical: opposite(p) ≤ opposite(q) ≤ opposite(r)
                std::array<Point, 3> t = {a, b, c};
                std::array<double, 3> opposite = {length_[0][bc], length_[0][ca], length_[0][ab]};
                for (int i = 0; i < 2; ++i) {
                    for (int j = 0; j + 1 < 3 - i; ++j) {
                        if (opposite[j] > opposite[j + 1]) std::swap(opposite[j], opposite[j + 1]), std::swap(t[j], t[j + 1]);
                    }
                }
                const bool low_tie = same_ratio(opposite[0], opposite[1]);
                const bool high_tie = same_ratio(opposite[1], opposite[2]);
                add(t[0], t[1], t[2]);
                if (low_tie) add(t[1], t[0], t[2]);
                if (high_tie) add(t[0], t[2], t[1]);
                if (low_tie && high_tie) add(t[1], t[2], t[0]), add(t[2], t[0], t[1]), add(t[2], t[1], t[0]);
            }
        }
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.first < b.first; });

    const auto alike = [this](const Candidate& a, const Candidate& b) {
        if (!same_ratio(a.second, b.second) || !same_ratio(a.first, b.first)) return false;
        for (std::size_t k = 1; k < xy_.size(); ++k) {
            const auto& l = length_[k];
            if (!same_ratio(l[a.member.qr] / l[a.member.pq], l[b.member.qr] / l[b.member.pq])) return false;
            if (!same_ratio(l[a.member.rp] / l[a.member.pq], l[b.member.rp] / l[b.member.pq])) return false;
        }
        return true;
    };
    std::vector<std::uint8_t> taken(candidates.size(), 0);
    std::vector<std::size_t> group;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (taken[i]) continue;
        group = {i};
        for (std::size_t j = i + 1; j < candidates.size() && same_ratio(candidates[i].first, candidates[j].first); ++j) {
            if (!taken[j] && alike(candidates[i], candidates[j])) taken[j] = 1, group.push_back(j);
        }
        if (group.size() < 2) continue;
        const auto begin = static_cast<std::uint32_t>(members_.size());
        for (std::size_t j : group) members_.push_back(candidates[j].member);
        const auto& c = candidates[i];
        classes_.push_back({begin, static_cast<std::uint32_t>(members_.size()),
                            c.second > c.first * (1 + tolerance::kRatio), 1 > c.second * (1 + tolerance::kRatio)});
    }
}

Vec Figure::circumcentre(std::size_t k, Point a, Point b, Point c) const {
    const Vec o = xy_[k][a];
    const double bx = xy_[k][b].x - o.x, by = xy_[k][b].y - o.y, cx = xy_[k][c].x - o.x, cy = xy_[k][c].y - o.y;
    const double twice_area = bx * cy - by * cx, bb = bx * bx + by * by, cc = cx * cx + cy * cy;
    return {o.x + (cy * bb - by * cc) / (2 * twice_area), o.y + (bx * cc - cx * bb) / (2 * twice_area)};
}

void Figure::find_circles() {
    struct Candidate {
        Vec centre;
        double radius;
        std::array<Point, 3> points;
    };
    std::vector<Candidate> candidates;
    for (Point a = 0; a < n_; ++a) {
        for (Point b = a + 1; b < n_; ++b) {
            const PairId ab = pair(a, b);
            if (coincident_[ab]) continue;
            for (Point c = b + 1; c < n_; ++c) {
                const PairId bc = pair(b, c), ca = pair(c, a);
                if (coincident_[bc] || coincident_[ca] || (line_of_[ab] >= 0 && line_of_[ab] == line_of_[bc])) continue;
                const Vec centre = circumcentre(0, a, b, c);
                const double radius = norm(centre.x - xy_[0][a].x, centre.y - xy_[0][a].y);
                if (radius < tolerance::kLargestRadius) candidates.push_back({centre, radius, {a, b, c}});
            }
        }
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.radius < b.radius; });

    const auto on_circle = [this](const Candidate& c, Point x) {
        for (std::size_t k = 0; k < xy_.size(); ++k) {
            const Vec centre = k ? circumcentre(k, c.points[0], c.points[1], c.points[2]) : c.centre;
            const double radius = norm(centre.x - xy_[k][c.points[0]].x, centre.y - xy_[k][c.points[0]].y);
            const double distance = norm(centre.x - xy_[k][x].x, centre.y - xy_[k][x].y);
            if (std::abs(distance - radius) > tolerance::kCircle * radius) return false;
        }
        return true;
    };
    const auto is_centre = [this](const Candidate& c, Point o) {
        for (std::size_t k = 0; k < xy_.size(); ++k) {
            const Vec centre = k ? circumcentre(k, c.points[0], c.points[1], c.points[2]) : c.centre;
            const double radius = norm(centre.x - xy_[k][c.points[0]].x, centre.y - xy_[k][c.points[0]].y);
            if (norm(centre.x - xy_[k][o].x, centre.y - xy_[k][o].y) > tolerance::kCircle * radius) return false;
        }
        return true;
    };
    std::vector<std::uint8_t> taken(candidates.size(), 0);
    std::vector<Point> on, centres;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (taken[i]) continue;
        const Candidate& c = candidates[i];
        bool repeated = false;
        on.assign(c.points.begin(), c.points.end());
        for (std::size_t j = i + 1; j < candidates.size(); ++j) {
            const Candidate& d = candidates[j];
            if (d.radius > c.radius * (1 + 2 * tolerance::kCircle)) break;
            if (taken[j] || norm(c.centre.x - d.centre.x, c.centre.y - d.centre.y) > 2 * tolerance::kCircle * c.radius) continue;
            if (!on_circle(c, d.points[0]) || !on_circle(c, d.points[1]) || !on_circle(c, d.points[2])) continue;
            taken[j] = 1;
            repeated = true;
            on.insert(on.end(), d.points.begin(), d.points.end());
        }
        centres.clear();
        for (Point o = 0; o < n_; ++o) {
            const double near = norm(c.centre.x - xy_[0][o].x, c.centre.y - xy_[0][o].y);
            if (near < 2 * tolerance::kCircle * c.radius && is_centre(c, o)) centres.push_back(o);
        }
        if (!repeated && centres.empty()) continue;
        std::sort(on.begin(), on.end());
        on.erase(std::unique(on.begin(), on.end()), on.end());

        CirclePlace place;
        place.points = on;
        place.centres = centres;
        for (Point x : on) {
            const double angle = std::atan2(xy_[0][x].y - c.centre.y, xy_[0][x].x - c.centre.x);
            double t = angle / (2 * std::numbers::pi) + 0.25;
            place.turn.push_back(t - std::floor(t));
        }
        struct Chord {
            double length;
            std::array<std::uint16_t, 2> ends;
        };
        std::vector<Chord> chords;
        for (std::uint16_t x = 0; x < on.size(); ++x) {
            for (std::uint16_t y = x + 1; y < on.size(); ++y) {
                if (coincident(on[x], on[y])) continue;
                double arc = place.turn[x] - place.turn[y];
                arc -= std::floor(arc);
                if (std::abs(arc - 0.5) < 1e-6) continue;  // a diameter has no short side
                const std::array<std::uint16_t, 2> ends = arc < 0.5 ? std::array{x, y} : std::array{y, x};
                chords.push_back({length_[0][pair(on[x], on[y])], ends});
            }
        }
        std::sort(chords.begin(), chords.end(), [](const Chord& a, const Chord& b) { return a.length < b.length; });
        const auto chord_length = [&](std::size_t k, const Chord& chord) { return length_[k][pair(on[chord.ends[0]], on[chord.ends[1]])]; };
        for (std::size_t u = 0; u < chords.size();) {
            std::size_t v = u + 1;
            while (v < chords.size() && same_ratio(chords[u].length, chords[v].length)) ++v;
            std::vector<std::array<std::uint16_t, 2>> equal = {chords[u].ends};
            for (std::size_t w = u + 1; w < v; ++w) {
                bool same = true;
                for (std::size_t k = 1; k < xy_.size(); ++k) same &= same_ratio(chord_length(k, chords[u]), chord_length(k, chords[w]));
                if (same) equal.push_back(chords[w].ends);
            }
            if (equal.size() > 1) place.equal_chords.push_back(std::move(equal));
            u = v;
        }
        circles_.push_back(std::move(place));
    }
}

void Figure::find_ratios() {
    // Squared ratios worth looking for: p/q and (p/q)², small; found by a merge over sorted lengths for each.
    std::vector<std::pair<double, Ratio>> wanted = {{0.0, {1, 1}}};
    const auto want = [&](std::int64_t p, std::int64_t q) {
        const Ratio r{p, q};
        for (const auto& w : wanted) {
            if (w.second == r) return;
        }
        wanted.push_back({0.5 * std::log(static_cast<double>(p) / static_cast<double>(q)), r});
    };
    for (std::int64_t p = 2; p <= 8; ++p) {
        for (std::int64_t q = 1; q < p; ++q) {
            if (std::gcd(p, q) != 1) continue;
            if (p <= 4) want(p, q);
            want(p * p, q * q);
        }
    }
    std::vector<std::pair<double, PairId>> sorted;
    for (PairId p = 0; p < ends_.size(); ++p) {
        if (!coincident_[p]) sorted.push_back({std::log(length_[0][p]), p});
    }
    std::sort(sorted.begin(), sorted.end());

    std::vector<PairId> parent(ends_.size());
    std::iota(parent.begin(), parent.end(), 0);
    std::vector<Ratio> to_parent(ends_.size());  // |x|² = to_parent · |parent|²
    const auto find = [&](PairId x) {
        Ratio r;
        while (parent[x] != x) {
            r.numerator *= to_parent[x].numerator, r.denominator *= to_parent[x].denominator;
            const auto g = std::gcd(r.numerator, r.denominator);
            r.numerator /= g, r.denominator /= g;
            x = parent[x];
        }
        return std::pair{x, r};
    };
    for (const auto& [shift, ratio] : wanted) {
        std::size_t j = 0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            while (j < sorted.size() && sorted[j].first < sorted[i].first + shift - tolerance::kRatio) ++j;
            for (std::size_t m = j; m < sorted.size() && sorted[m].first < sorted[i].first + shift + tolerance::kRatio; ++m) {
                const PairId small = sorted[i].second, large = sorted[m].second;
                if (small == large) continue;
                bool same = true;
                for (std::size_t k = 1; k < xy_.size(); ++k) {
                    same &= std::abs(std::log(length_[k][large] / length_[k][small]) - shift) < tolerance::kRatio;
                }
                if (!same) continue;
                auto [ra, a] = find(small);
                auto [rb, b] = find(large);
                if (ra == rb) continue;
                // |large|² = ratio |small|²; |large|² = b |rb|²; |small|² = a |ra|²
                Ratio r{ratio.numerator * a.numerator * b.denominator, ratio.denominator * a.denominator * b.numerator};
                const auto g = std::gcd(r.numerator, r.denominator);
                r.numerator /= g, r.denominator /= g;
                if (r.numerator > 1'000'000 || r.denominator > 1'000'000) continue;
                parent[rb] = ra;
                to_parent[rb] = r;
            }
        }
    }
    std::vector<int> class_of(ends_.size(), -1);
    for (const auto& [_, p] : sorted) {
        const auto [root, ratio] = find(p);
        if (class_of[root] < 0) {
            class_of[root] = static_cast<int>(ratio_classes_.size());
            ratio_classes_.emplace_back();
        }
        auto& c = ratio_classes_[class_of[root]];
        c.pairs.push_back(p);
        c.squared.push_back(ratio);
    }
    std::erase_if(ratio_classes_, [](const RatioClass& c) { return c.pairs.size() < 2; });
}

void Figure::find_perpendiculars() {
    std::vector<std::pair<double, PairId>> sorted;
    for (PairId p = 0; p < ends_.size(); ++p) {
        if (!coincident_[p]) sorted.push_back({direction_[0][p], p});
    }
    std::sort(sorted.begin(), sorted.end());
    const auto perpendicular = [this](PairId p, PairId q) {
        for (std::size_t k = 0; k < xy_.size(); ++k) {
            if (std::abs(std::abs(wrap(direction_[k][p] - direction_[k][q])) - 0.5) > tolerance::kDirection) return false;
        }
        return true;
    };
    std::size_t j = 0;
    for (const auto& [d, p] : sorted) {
        if (d >= 0.5 + tolerance::kDirection) break;
        while (j < sorted.size() && sorted[j].first < d + 0.5 - tolerance::kDirection) ++j;
        for (std::size_t m = j; m < sorted.size() && sorted[m].first < d + 0.5 + tolerance::kDirection; ++m) {
            if (perpendicular(p, sorted[m].second)) perpendiculars_.push_back({p, sorted[m].second});
        }
    }
}

void Figure::find_triples() {
    for (const auto& line : lines_) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            for (std::size_t j = i + 1; j < line.size(); ++j) {
                for (std::size_t k = j + 1; k < line.size(); ++k) {
                    CollinearTriple t{line[i], line[j], line[k], {0, 0}, false};
                    if (coincident(t.a, t.b) || coincident(t.b, t.c) || coincident(t.a, t.c)) continue;
                    const PairId ab = pair(t.a, t.b), ac = pair(t.a, t.c);
                    t.has_ratio = recognise(length_[0][ab] / length_[0][ac], 12, t.along);
                    for (std::size_t d = 1; d < xy_.size() && t.has_ratio; ++d) {
                        t.has_ratio = same_ratio(length_[d][ab] / length_[d][ac], length_[0][ab] / length_[0][ac]);
                    }
                    triples_.push_back(t);
                }
            }
        }
    }
}

void Figure::find_transversals() {
    struct Rung {
        double direction;
        Point first, second;
    };
    std::vector<Rung> rungs;
    const auto parallel = [this](const Rung& r, const Rung& s) {
        for (std::size_t k = 0; k < xy_.size(); ++k) {
            const double gap = direction_[k][pair(r.first, r.second)] - direction_[k][pair(s.first, s.second)];
            if (std::abs(wrap(gap)) > tolerance::kDirection) return false;
        }
        return true;
    };
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        for (std::size_t j = i + 1; j < lines_.size(); ++j) {
            rungs.clear();
            for (Point a : lines_[i]) {
                for (Point d : lines_[j]) {
                    if (a == d || coincident(a, d)) continue;
                    const int line = line_of_[pair(a, d)];
                    if (line == static_cast<int>(i) || line == static_cast<int>(j)) continue;
                    rungs.push_back({direction_[0][pair(a, d)], a, d});
                }
            }
            std::sort(rungs.begin(), rungs.end(), [](const Rung& r, const Rung& s) { return r.direction < s.direction; });
            Point apex = 0xffff;
            for (Point a : lines_[i]) {
                if (std::find(lines_[j].begin(), lines_[j].end(), a) != lines_[j].end()) apex = a;
            }
            for (std::size_t u = 0; u < rungs.size(); ++u) {
                for (std::size_t v = u + 1; v < rungs.size() && rungs[v].direction - rungs[u].direction < tolerance::kDirection; ++v) {
                    if (coincident(rungs[u].first, rungs[v].first) || coincident(rungs[u].second, rungs[v].second)) continue;
                    if (apex != 0xffff && parallel(rungs[u], rungs[v]) && !coincident(apex, rungs[u].first) && !coincident(apex, rungs[u].second) &&
                        !coincident(apex, rungs[v].first) && !coincident(apex, rungs[v].second)) {
                        transversals_.push_back({{apex, rungs[u].first, rungs[v].first, apex, rungs[u].second, rungs[v].second}});
                    }
                    for (std::size_t w = v + 1; w < rungs.size() && rungs[w].direction - rungs[u].direction < tolerance::kDirection; ++w) {
                        if (coincident(rungs[u].first, rungs[w].first) || coincident(rungs[v].first, rungs[w].first)) continue;
                        if (coincident(rungs[u].second, rungs[w].second) || coincident(rungs[v].second, rungs[w].second)) continue;
                        if (!parallel(rungs[u], rungs[v]) || !parallel(rungs[u], rungs[w])) continue;
                        transversals_.push_back({{rungs[u].first, rungs[v].first, rungs[w].first, rungs[u].second,
                                                  rungs[v].second, rungs[w].second}});
                    }
                }
            }
        }
    }
}

}  // namespace porism
