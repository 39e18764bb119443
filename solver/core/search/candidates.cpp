#include "search/candidates.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "numeric/figure_detail.hpp"

namespace porism {

namespace {

// Places further away than this (the figure has size 1) are badly conditioned.
constexpr double kFarthest = 25;

// Thrown out of the nested loops; goes no farther than find_candidates.
struct OutOfTime {};

class Finder {
public:
    Finder(const Closure& closure, std::span<const std::array<Point, 2>> salient, Point fresh_from,
           std::chrono::steady_clock::time_point deadline)
        : closure_(closure), f_(closure.figure()), s_(closure.state()), fresh_from_(fresh_from), deadline_(deadline) {
        n_ = static_cast<Point>(f_.size());
        is_salient_.assign(f_.pair_count(), 0);
        for (const auto& [a, b] : salient) mark(a, b);
        for (const auto& line : f_.lines()) mark_known_line(line);
        find_lines();
        find_circles();
    }

    Candidates find(int last) {
        for (stage_ = 0; stage_ <= last; ++stage_) {
            if (stage_ < 2) {
                cross_lines();
                add_midpoints();
                add_feet_and_reflections();
                add_triangle_centers();
                add_parallelograms();
            }
            if (stage_ == 0) {
                cross_circles();
                add_arc_midpoints();
                add_tangents();
            }
            if (stage_ == 1) cross_lines_and_circles();
            if (stage_ == 2) {
                cross_parallels_and_perpendiculars();
                cross_circumcircles();
            }
        }
        return std::move(found_);
    }

private:
    struct Line {
        Locus locus;
        std::vector<Point> points;  // known to be on it
        bool salient;
    };
    struct Circle {
        Locus locus;
        std::vector<Point> points;
        Point center;  // kNoPoint if it isn't known
    };

    void mark(Point a, Point b) {
        if (a != b && !f_.coincident(a, b)) is_salient_[f_.pair(a, b)] = 1;
    }

    bool salient(Point a, Point b) const { return is_salient_[f_.pair(a, b)] != 0; }

    void mark_known_line(const std::vector<Point>& line) {
        for (Point a : line) {
            for (Point b : line) {
                if (a >= b || f_.coincident(a, b)) continue;
                for (Point c : line) {
                    if (c == a || c == b || f_.coincident(a, c) || f_.coincident(b, c)) continue;
                    if (s_.direction(f_.pair(a, b)) == s_.direction(f_.pair(a, c))) mark(a, b);
                }
            }
        }
    }

    // Lines through two points, one for each class of pairs known to be on one line.
    void find_lines() {
        std::vector<std::uint8_t> taken(f_.pair_count(), 0);
        for (int wanted = 1; wanted >= 0; --wanted) {
            for (PairId p = 0; p < f_.pair_count(); ++p) {
                const auto [a, b] = f_.ends(p);
                if (taken[p] || is_salient_[p] != wanted || f_.coincident(a, b)) continue;
                Line line{{Locus::kLine, {a, b}}, {a, b}, wanted == 1};
                for (Point c = 0; c < n_; ++c) {
                    if (c == a || c == b || f_.coincident(a, c) || f_.coincident(b, c)) continue;
                    if (s_.direction(f_.pair(a, c)) == s_.direction(p) && f_.collinear(a, b, c))
                        line.points.push_back(c);
                }
                for (Point c : line.points) {
                    for (Point d : line.points) {
                        if (c < d) taken[f_.pair(c, d)] = 1;
                    }
                }
                lines_.push_back(std::move(line));
            }
        }
    }

    // Known circles: of four points or more, or with a known center; and circles of a salient radius.
    void find_circles() {
        for (std::size_t place = 0; place < s_.places().size(); ++place) {
            const auto& points = f_.circles()[place].points;
            for (const auto& known : s_.places()[place].known) {
                Circle circle{{}, {}, known.centers.empty() ? kNoPoint : known.centers[0]};
                for (auto m : known.members) {
                    bool apart = true;
                    for (Point p : circle.points) apart &= !f_.coincident(p, points[m]);
                    if (apart) circle.points.push_back(points[m]);
                }
                if (circle.points.size() < 3) continue;
                if (circle.center != kNoPoint) circle.locus = {Locus::kCircle, {circle.center, circle.points[0]}};
                else circle.locus = {Locus::kCircumcircle, {circle.points[0], circle.points[1], circle.points[2]}};
                circles_.push_back(std::move(circle));
            }
        }
        for (Point o = 0; o < n_; ++o) {
            for (Point a = 0; a < n_; ++a) {
                if (a == o || f_.coincident(a, o) || !salient(a, o)) continue;
                bool known = false;
                for (const Circle& c : circles_)
                    known |= c.center == o && std::find(c.points.begin(), c.points.end(), a) != c.points.end();
                if (known) continue;
                // A radius that the statement equates with another one.
                Circle circle{{Locus::kCircle, {o, a}}, {a}, o};
                for (Point b = 0; b < n_; ++b) {
                    if (b == o || b == a || f_.coincident(b, o) || f_.coincident(a, b)) continue;
                    if (s_.log(f_.pair(o, a)) == s_.log(f_.pair(o, b))) circle.points.push_back(b);
                }
                if (circle.points.size() > 1) circles_.push_back(std::move(circle));
            }
        }
    }

    bool is_wanted(const Line& line) const { return stage_ > 0 || line.salient; }
    bool is_wanted(Point a, Point b) const { return stage_ > 0 || salient(a, b); }

    // Where two loci cross; at a known common point, if there is one, they don't count as crossing.
    void add(const Locus& first, const Locus& second, Point common = kNoPoint) {
        keep_time();
        if (fresh_from_ > 0 && !is_fresh(first) && !is_fresh(second)) return;
        std::array<std::array<Vec, 2>, kMostDiagrams> points;
        std::size_t count = 0;
        for (std::size_t k = 0; k < f_.diagrams(); ++k) {
            Curve u, v;
            if (!trace(f_, k, first, u) || !trace(f_, k, second, v)) return;
            const std::size_t found = cross(u, v, points[k]);
            if (found == 0 || (k > 0 && found != count)) return;
            count = found;
            if (common == kNoPoint || count < 2) continue;
            // The other one of the two: the farther from the common point.
            const Vec c = f_.at(k, common);
            const auto distance = [&](Vec p) { return detail::norm(p.x - c.x, p.y - c.y); };
            if (distance(points[k][0]) < distance(points[k][1])) std::swap(points[k][0], points[k][1]);
        }
        if (common != kNoPoint) {
            if (count < 2) return;
            count = 1;
        }
        for (std::size_t i = 0; i < count; ++i) {
            Candidate candidate{first, second, {}, 0, static_cast<std::uint8_t>(stage_)};
            for (std::size_t k = 0; k < f_.diagrams(); ++k) candidate.at[k] = points[k][i];
            take(candidate);
        }
    }

    // Looks at the clock now and then.
    void keep_time() {
        if (steps_++ % 1024 == 0 && std::chrono::steady_clock::now() > deadline_) throw OutOfTime{};
    }

    bool is_fresh(const Locus& l) const {
        for (std::size_t i = 0; i < l.parent_count(); ++i) {
            if (l.parents[i] >= fresh_from_) return true;
        }
        return false;
    }

    void take(Candidate& candidate) {
        if (!is_usable(closure_, candidate)) return;
        const Vec at = candidate.at[0];
        // Places on a grid; a place near a cell's edge may be listed twice, which costs little.
        constexpr double kCell = 1e-6;
        const auto key = static_cast<std::uint64_t>(std::llround(at.x / kCell) + (1LL << 31)) << 32 |
                         static_cast<std::uint64_t>(std::llround(at.y / kCell) + (1LL << 31));
        const auto [entry, is_new] = place_.try_emplace(key, static_cast<std::uint32_t>(found_.reached.size()));
        candidate.place = entry->second;
        if (is_new) found_.reached.push_back(0);
        if (found_.reached[candidate.place]++ < kMostReasons) found_.all.push_back(candidate);
    }

    Point common_point(const std::vector<Point>& a, const std::vector<Point>& b) const {
        for (Point p : a) {
            if (std::find(b.begin(), b.end(), p) != b.end()) return p;
        }
        return kNoPoint;
    }

    void cross_lines() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const bool both = lines_[i].salient && lines_[j].salient;
                if (both != (stage_ == 0) || common_point(lines_[i].points, lines_[j].points) != kNoPoint) continue;
                add(lines_[i].locus, lines_[j].locus);
            }
        }
    }

    void add_midpoints() {
        if (stage_ > 0) return;
        for (PairId p = 0; p < f_.pair_count(); ++p) {
            const auto [a, b] = f_.ends(p);
            if (!f_.coincident(a, b)) add({Locus::kLine, {a, b}}, {Locus::kBisector, {a, b}});
        }
    }

    void add_feet_and_reflections() {
        for (const Line& line : lines_) {
            if (line.salient != (stage_ == 0)) continue;
            const auto [b, c, _] = line.locus.parents;
            for (Point a = 0; a < n_; ++a) {
                if (std::find(line.points.begin(), line.points.end(), a) != line.points.end()) continue;
                add({Locus::kPerpendicular, {a, b, c}}, line.locus);
                add({Locus::kCircle, {b, a}}, {Locus::kCircle, {c, a}}, a);
            }
        }
        for (Point a = 0; a < n_; ++a) {
            for (Point b = 0; b < n_; ++b) {
                if (a == b || f_.coincident(a, b) || salient(a, b) != (stage_ == 0)) continue;
                add({Locus::kLine, {a, b}}, {Locus::kCircle, {b, a}}, a);
            }
        }
    }

    template <typename Visit>
    void for_triangles(Visit visit) {
        for (Point a = 0; a < n_; ++a) {
            for (Point b = a + 1; b < n_; ++b) {
                if (f_.coincident(a, b)) continue;
                for (Point c = b + 1; c < n_; ++c) {
                    if (f_.coincident(a, c) || f_.coincident(b, c)) continue;
                    const bool all = salient(a, b) && salient(b, c) && salient(a, c);
                    if (all == (stage_ == 0)) visit(a, b, c);
                }
            }
        }
    }

    void add_triangle_centers() {
        for_triangles([this](Point a, Point b, Point c) {
            add({Locus::kBisector, {a, b}}, {Locus::kBisector, {a, c}});
            add({Locus::kPerpendicular, {a, b, c}}, {Locus::kPerpendicular, {b, a, c}});
            if (stage_ > 0) return;
            for (const auto first : {Locus::kAngleBisector, Locus::kOuterBisector}) {
                for (const auto second : {Locus::kAngleBisector, Locus::kOuterBisector})
                    add({first, {b, a, c}}, {second, {a, b, c}});
            }
            for (const auto& [p, q, r] : {std::array{a, b, c}, std::array{b, c, a}, std::array{c, a, b}}) {
                for (const auto kind : {Locus::kAngleBisector, Locus::kOuterBisector})
                    add({kind, {q, p, r}}, {Locus::kLine, {q, r}});
            }
        });
    }

    void add_parallelograms() {
        for_triangles([this](Point a, Point b, Point c) {
            for (const auto& [p, q, r] : {std::array{a, b, c}, std::array{b, c, a}, std::array{c, a, b}}) {
                add({Locus::kParallel, {q, p, r}}, {Locus::kParallel, {r, p, q}});
            }
        });
    }

    // Second points: of a line through a point of a circle, and of two circles through a point.
    void cross_circles() {
        for (const Circle& circle : circles_) {
            for (Point a : circle.points) {
                for (Point b = 0; b < n_; ++b) {
                    if (a == b || f_.coincident(a, b) ||
                        std::find(circle.points.begin(), circle.points.end(), b) != circle.points.end())
                        continue;
                    add({Locus::kLine, {a, b}}, circle.locus, a);
                }
                for (const Line& line : lines_) {
                    if (!line.salient) continue;
                    const auto [b, c, _] = line.locus.parents;
                    if (std::find(line.points.begin(), line.points.end(), a) == line.points.end())
                        add({Locus::kParallel, {a, b, c}}, circle.locus, a);
                    add({Locus::kPerpendicular, {a, b, c}}, circle.locus, a);
                }
            }
        }
        for (std::size_t i = 0; i < circles_.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const Point common = common_point(circles_[i].points, circles_[j].points);
                std::size_t shared = 0;
                for (Point p : circles_[i].points)
                    shared +=
                        static_cast<std::size_t>(std::count(circles_[j].points.begin(), circles_[j].points.end(), p));
                if (shared < 2) add(circles_[i].locus, circles_[j].locus, common);
            }
        }
    }

    void add_arc_midpoints() {
        for (const Circle& circle : circles_) {
            for (Point a : circle.points) {
                for (Point b : circle.points) {
                    if (a < b) add({Locus::kBisector, {a, b}}, circle.locus);
                }
            }
        }
    }

    void add_tangents() {
        for (const Circle& circle : circles_) {
            if (circle.center == kNoPoint) continue;
            for (Point p = 0; p < n_; ++p) {
                if (p == circle.center || f_.coincident(p, circle.center)) continue;
                if (std::find(circle.points.begin(), circle.points.end(), p) == circle.points.end()) {
                    add({Locus::kDiameter, {p, circle.center}}, circle.locus);
                    continue;
                }
                const Locus tangent = {Locus::kPerpendicular, {p, p, circle.center}};
                for (const Line& line : lines_) {
                    if (line.salient && std::find(line.points.begin(), line.points.end(), p) == line.points.end())
                        add(tangent, line.locus);
                }
                for (Point q : circle.points) {
                    if (q < p) add(tangent, {Locus::kPerpendicular, {q, q, circle.center}});
                }
            }
        }
    }

    void cross_lines_and_circles() {
        for (const Circle& circle : circles_) {
            for (const Line& line : lines_) {
                if (line.salient && common_point(line.points, circle.points) == kNoPoint) add(line.locus, circle.locus);
            }
        }
        // Equal lengths laid off on a line from one of its points.
        for (const Line& line : lines_) {
            if (!line.salient) continue;
            for (Point o : line.points) {
                for (Point a = 0; a < n_; ++a) {
                    if (a == o || f_.coincident(a, o) || !salient(o, a)) continue;
                    if (std::find(line.points.begin(), line.points.end(), a) == line.points.end())
                        add(line.locus, {Locus::kCircle, {o, a}});
                }
            }
        }
    }

    void cross_parallels_and_perpendiculars() {
        for (const Line& line : lines_) {
            if (!line.salient) continue;
            const auto [b, c, _] = line.locus.parents;
            for (Point a = 0; a < n_; ++a) {
                const bool on = std::find(line.points.begin(), line.points.end(), a) != line.points.end();
                for (const Line& other : lines_) {
                    if (!other.salient || &other == &line ||
                        std::find(other.points.begin(), other.points.end(), a) != other.points.end())
                        continue;
                    if (!on) add({Locus::kParallel, {a, b, c}}, other.locus);
                    add({Locus::kPerpendicular, {a, b, c}}, other.locus);
                }
            }
        }
    }

    // Circles through salient triples, and where they cross lines and circles again.
    void cross_circumcircles() {
        std::vector<Locus> triples;
        for (Point a = 0; a < n_; ++a) {
            for (Point b = a + 1; b < n_; ++b) {
                for (Point c = b + 1; c < n_; ++c) {
                    if (f_.coincident(a, b) || f_.coincident(a, c) || f_.coincident(b, c)) continue;
                    if (salient(a, b) + salient(b, c) + salient(a, c) < 2) continue;
                    const Locus l = {Locus::kCircumcircle, {a, b, c}};
                    bool known = false;
                    for (const Circle& circle : circles_) {
                        const auto on = [&](Point p) {
                            return std::find(circle.points.begin(), circle.points.end(), p) != circle.points.end();
                        };
                        known |= on(a) && on(b) && on(c);
                    }
                    if (!known) triples.push_back(l);
                }
            }
        }
        for (const Locus& circle : triples) {
            for (Point p : circle.parents) {
                for (const Line& line : lines_) {
                    if (!line.salient || std::find(line.points.begin(), line.points.end(), p) == line.points.end())
                        continue;
                    std::size_t shared = 0;
                    for (Point q : circle.parents)
                        shared += static_cast<std::size_t>(std::count(line.points.begin(), line.points.end(), q));
                    if (shared == 1) add(line.locus, circle, p);
                }
                for (const Circle& other : circles_) {
                    std::size_t shared = 0;
                    for (Point q : circle.parents)
                        shared += static_cast<std::size_t>(std::count(other.points.begin(), other.points.end(), q));
                    if (shared == 1 && std::find(other.points.begin(), other.points.end(), p) != other.points.end())
                        add(other.locus, circle, p);
                }
            }
        }
        for (std::size_t i = 0; i < triples.size(); ++i) {
            keep_time();
            for (std::size_t j = 0; j < i; ++j) {
                Point common = kNoPoint;
                std::size_t shared = 0;
                for (Point p : triples[i].parents) {
                    for (Point q : triples[j].parents) {
                        if (p == q) common = p, ++shared;
                    }
                }
                if (shared == 1) add(triples[i], triples[j], common);
            }
        }
    }

    const Closure& closure_;
    const Figure& f_;
    const State& s_;
    Point n_ = 0, fresh_from_;
    std::chrono::steady_clock::time_point deadline_;
    std::size_t steps_ = 0;
    int stage_ = 0;
    std::vector<std::uint8_t> is_salient_;
    std::vector<Line> lines_;
    std::vector<Circle> circles_;
    std::unordered_map<std::uint64_t, std::uint32_t> place_;
    Candidates found_;
};

}  // namespace

bool is_usable(const Closure& closure, const Candidate& candidate) {
    const Figure& f = closure.figure();
    const Vec at = candidate.at[0];
    if (!(std::abs(at.x) < kFarthest && std::abs(at.y) < kFarthest)) return false;
    for (Point p = 0; p < f.size(); ++p) {
        std::size_t same = 0;
        for (std::size_t k = 0; k < f.diagrams(); ++k) {
            const double gap = detail::norm(candidate.at[k].x - f.at(k, p).x, candidate.at[k].y - f.at(k, p).y);
            if (gap < tolerance::kCoincident) ++same;
            else if (gap < kLeastGap) return false;
        }
        if (same == 0) continue;
        if (same < f.diagrams()) return false;
        if (is_known_on(closure, candidate.first, p) && is_known_on(closure, candidate.second, p)) return false;
    }
    return true;
}

std::optional<Candidates> find_candidates(const Closure& closure, std::span<const std::array<Point, 2>> salient,
                                          int last, Point fresh_from, std::chrono::steady_clock::time_point deadline) {
    try {
        return Finder(closure, salient, fresh_from, deadline).find(last);
    } catch (const OutOfTime&) {
        return std::nullopt;
    }
}

}  // namespace porism
