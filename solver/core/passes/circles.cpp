// Circles. Points at the same known distance from a point are on a circle about it; points that see a chord under the
// same known angle are on a circle with it. A circle's center is known once two of its loci through the candidate are:
// the diameter through a point of the circle, or the perpendicular bisector of a chord.
#include <algorithm>
#include <cmath>

#include "passes/passes.hpp"

namespace porism {

using field::Element;

namespace {

bool has_fresh_chord(const State& s, const CirclePlace& circle, Theory theory) {
    for (std::size_t i = 0; i < circle.points.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (s.is_fresh(theory, s.figure().pair(circle.points[i], circle.points[j]))) return true;
        }
    }
    return false;
}

bool has_fresh_arc(const State& s, const KnownCircle& known) {
    return std::any_of(known.arc.begin(), known.arc.end(),
                       [&](Variable v) { return s.is_fresh(Theory::kDirection, v); });
}

bool has_fresh_radius(const State& s, const CirclePlace& circle) {
    for (Point o : circle.centers) {
        for (Point p : circle.points) {
            if (s.is_fresh_in_shape(s.figure().pair(o, p))) return true;
        }
    }
    return false;
}

}  // namespace

bool find_circles_by_radii(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    std::vector<std::uint8_t> used;
    for (std::size_t place = 0; place < f.circles().size(); ++place) {
        const CirclePlace& circle = f.circles()[place];
        if (!s.has_new(circle.points) && !s.has_new(circle.centers) && !s.is_older_fresh(reads::kLogs)) continue;
        for (Point o : circle.centers) {
            const auto fresh = [&](Point p) { return s.is_fresh(Theory::kLog, f.pair(o, p)); };
            if (std::none_of(circle.points.begin(), circle.points.end(), fresh)) continue;
            used.assign(circle.points.size(), 0);
            for (std::size_t i = 0; i < circle.points.size(); ++i) {
                if (used[i]) continue;
                // Three different places on the circle are needed before anything follows.
                std::vector<std::uint16_t> equal = {static_cast<std::uint16_t>(i)};
                const Element radius = s.log(f.pair(o, circle.points[i]));
                for (std::size_t j = i + 1; j < circle.points.size(); ++j) {
                    if (used[j] || s.log(f.pair(o, circle.points[j])) != radius) continue;
                    used[j] = 1;
                    bool fresh = true;
                    for (auto e : equal) fresh &= !f.coincident(circle.points[e], circle.points[j]);
                    if (fresh) equal.push_back(static_cast<std::uint16_t>(j));
                }
                if (equal.size() < 3) continue;
                std::vector<std::int64_t> says = {o, circle.points[equal[0]], circle.points[equal[1]],
                                                  circle.points[equal[2]]};
                any |= s.assume_circle(place, std::span(equal).first(3), o, Rule::kConcyclicRadii, says);
                for (std::size_t k = 3; k < equal.size(); ++k) {
                    const std::array<std::uint16_t, 4> four = {equal[0], equal[1], equal[2], equal[k]};
                    says.resize(4);
                    says.push_back(circle.points[equal[k]]);
                    any |= s.assume_circle(place, four, o, Rule::kConcyclicRadii, says);
                }
            }
        }
    }
    return any;
}

bool find_circles_by_angles(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    struct View {
        Element angle;
        std::uint16_t from;
    };
    std::vector<View> views;
    for (std::size_t place = 0; place < f.circles().size(); ++place) {
        const CirclePlace& circle = f.circles()[place];
        const std::size_t m = circle.points.size();
        if (m < 4 || (!s.has_new(circle.points) && !s.is_older_fresh(reads::kDirections))) continue;
        const auto& known = s.places()[place].known;
        if (known.size() == 1 && known[0].members.size() == m) continue;
        if (!has_fresh_chord(s, circle, Theory::kDirection)) continue;
        for (std::uint16_t i = 0; i < m; ++i) {
            for (std::uint16_t j = i + 1; j < m; ++j) {
                const Point a = circle.points[i], b = circle.points[j];
                if (f.coincident(a, b)) continue;
                views.clear();
                for (std::uint16_t k = 0; k < m; ++k) {
                    const Point c = circle.points[k];
                    if (f.coincident(a, c) || f.coincident(b, c)) continue;
                    const PairId ac = f.pair(a, c), bc = f.pair(b, c);
                    Element angle = field::subtract(s.direction(ac), s.direction(bc));
                    if (f.direction(0, ac) < f.direction(0, bc)) angle = field::add(angle, s.one());
                    for (const View& v : views) {
                        const Point d = circle.points[v.from];
                        if (v.angle != angle || f.coincident(c, d)) continue;
                        const std::array<std::uint16_t, 4> four = {i, j, v.from, k};
                        const std::array<std::int64_t, 4> says = {a, b, d, c};
                        any |= s.assume_circle(place, four, kNoPoint, Rule::kConcyclicAngle, says);
                        break;
                    }
                    views.push_back({angle, k});
                }
            }
        }
    }
    return any;
}

namespace {

// A line through the center candidate: the diameter through a, or the perpendicular bisector of ab.
struct Locus {
    bool diameter;
    Point a, b, c;
    double direction;
};

// Loci of o as a center of the circle through `on`; arcs give 2t(x) where known, else triples of points do.
void find_loci(const State& s, Point o, const std::vector<Point>& on, const std::vector<Element>& twice_turn,
               const std::vector<std::array<Point, 2>>& turn_points, std::vector<Locus>& loci) {
    const Figure& f = s.figure();
    for (std::size_t i = 0; i < on.size(); ++i) {
        const PairId ox = f.pair(o, on[i]);
        // D(ox) = 2t(x) + 1/2 + k: the difference is a half plus an integer that the diagram knows.
        const double twice = f.direction(0, f.pair(on[i], turn_points[i][0])) +
                             f.direction(0, f.pair(on[i], turn_points[i][1])) -
                             f.direction(0, f.pair(turn_points[i][0], turn_points[i][1]));
        const std::int64_t halves = std::llround(2 * (f.direction(0, ox) - twice));
        const Element half = field::multiply(field::from_rational(halves, 2), s.one());
        if (field::subtract(s.direction(ox), twice_turn[i]) == half) {
            loci.push_back({true, on[i], turn_points[i][0], turn_points[i][1], f.direction(0, ox)});
        }
        for (std::size_t j = i + 1; j < on.size(); ++j) {
            if (f.coincident(on[i], on[j])) continue;
            if (s.log(f.pair(o, on[j])) == s.log(ox)) {
                double across = f.direction(0, f.pair(on[i], on[j])) + 0.5;
                loci.push_back({false, on[i], on[j], on[i], across - std::floor(across)});
            }
        }
    }
}

// Points of the circle that may be said to have a known center: each known circle's; where there is none, each three, for the
// circle of three points is known without proof.
std::vector<std::vector<std::uint16_t>> sets_of(const State& s, std::size_t place) {
    std::vector<std::vector<std::uint16_t>> sets;
    for (const auto& known : s.places()[place].known) sets.push_back(known.members);
    const std::size_t m = s.figure().circles()[place].points.size();
    if (!sets.empty() || m > 6) return sets;
    for (std::uint16_t i = 0; i < m; ++i) {
        for (std::uint16_t j = i + 1; j < m; ++j) {
            for (std::uint16_t k = j + 1; k < m; ++k) sets.push_back({i, j, k});
        }
    }
    return sets;
}

bool is_center_of(const State& s, std::size_t place, Point o, const std::vector<std::uint16_t>& set) {
    for (const auto& k : s.places()[place].known) {
        bool all = s.is_known_center(place, k, o);
        for (auto x : set) all &= std::find(k.members.begin(), k.members.end(), x) != k.members.end();
        if (all) return true;
    }
    return false;
}

// Those of the circle's points that are apart.
std::vector<Point> apart_of(const Figure& f, const CirclePlace& circle, const std::vector<std::uint16_t>& set) {
    std::vector<Point> on;
    for (auto x : set) {
        bool fresh = true;
        for (Point p : on) fresh &= !f.coincident(p, circle.points[x]);
        if (fresh) on.push_back(circle.points[x]);
    }
    return on;
}

// o is the center, since two loci that cross there are its own.
bool conclude_center(State& s, std::size_t place, Point o, const std::vector<Point>& on,
                     const std::array<Locus, 2>& loci) {
    const CirclePlace& circle = s.figure().circles()[place];
    std::vector<std::int64_t> says = {o};
    // Three points of the set that the loci speak of, and more to make up the known circle.
    std::vector<std::uint16_t> points;
    const auto take = [&](Point p) {
        const auto at = std::find(circle.points.begin(), circle.points.end(), p) - circle.points.begin();
        if (std::find(points.begin(), points.end(), at) == points.end())
            points.push_back(static_cast<std::uint16_t>(at));
    };
    for (const Locus& l : loci) {
        const auto kind = l.diameter ? CenterLocus::kDiameter : CenterLocus::kBisector;
        says.insert(says.end(), {static_cast<std::int64_t>(kind), l.a, l.b});
        take(l.a), take(l.b);
        if (l.diameter) says.push_back(l.c), take(l.c);
    }
    for (Point p : on) {
        if (points.size() < 3) take(p);
    }
    says.push_back(-1);
    for (auto p : points) says.push_back(circle.points[p]);
    return s.assume_circle(place, points, o, Rule::kCentre, says);
}

bool find_center(State& s, std::size_t place, Point o, const std::vector<std::uint16_t>& set) {
    const Figure& f = s.figure();
    const std::vector<Point> on = apart_of(f, f.circles()[place], set);
    if (on.size() < 3) return false;
    std::vector<Element> twice;
    std::vector<std::array<Point, 2>> turn_points;
    for (std::size_t i = 0; i < on.size(); ++i) {
        const Point y = on[(i + 1) % on.size()], z = on[(i + 2) % on.size()];
        twice.push_back(field::subtract(field::add(s.direction(f.pair(on[i], y)), s.direction(f.pair(on[i], z))),
                                        s.direction(f.pair(y, z))));
        turn_points.push_back({y, z});
    }
    std::vector<Locus> loci;
    find_loci(s, o, on, twice, turn_points, loci);
    for (std::size_t i = 0; i < loci.size(); ++i) {
        for (std::size_t j = i + 1; j < loci.size(); ++j) {
            if (std::abs(wrap(loci[i].direction - loci[j].direction)) < 1e-4) continue;
            return conclude_center(s, place, o, on, {loci[i], loci[j]});
        }
    }
    return false;
}

// A chord of a known circle, its ends as places among the known points.
struct Chord {
    std::uint16_t x, y;
    Element arc, length;
    std::int64_t lift;
};

// The chords of one numeric length that are chords of the known circle.
void find_chords(const State& s, const CirclePlace& circle, const KnownCircle& known,
                 const std::vector<std::array<std::uint16_t, 2>>& equal, std::vector<Chord>& chords) {
    chords.clear();
    for (const auto& [i, j] : equal) {
        const auto a = std::find(known.members.begin(), known.members.end(), i) - known.members.begin();
        const auto b = std::find(known.members.begin(), known.members.end(), j) - known.members.begin();
        const auto count = static_cast<std::ptrdiff_t>(known.members.size());
        if (a == count || b == count) continue;
        Chord chord{static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b), 0,
                    s.log(s.figure().pair(circle.points[i], circle.points[j])),
                    circle.turn[i] < circle.turn[j] ? 1 : 0};
        chord.arc = field::add(field::subtract(s.hash(Theory::kDirection, known.arc[chord.x]),
                                               s.hash(Theory::kDirection, known.arc[chord.y])),
                               s.turns(chord.lift));
        chords.push_back(chord);
    }
}

// Equal chords have equal arcs, and the other way round.
bool relate(State& s, std::size_t place, const KnownCircle& known, const Chord& one, const Chord& other) {
    const Figure& f = s.figure();
    const auto point = [&](std::uint16_t i) { return f.circles()[place].points[known.members[i]]; };
    const Point x = point(one.x), y = point(one.y), z = point(other.x), w = point(other.y);
    if (one.length == other.length) {
        Linear equation(Theory::kDirection);
        equation.add(known.arc[one.x], 1).add(known.arc[one.y], -1);
        equation.add(known.arc[other.x], -1).add(known.arc[other.y], 1);
        s.lift(equation);
        return s.assume(equation, Rule::kEqualArcs, {x, y, z, w}, known.tag);
    }
    // The arcs are seen from p and q. Of a triangle's sides it takes another point to say on which circle they are; without one,
    // that they are equal is known by the triangle's similarity to itself.
    const bool is_triangle = f.coincident(x, z) || f.coincident(x, w) || f.coincident(y, z) || f.coincident(y, w);
    Point p = kNoPoint, q = kNoPoint;
    for (std::uint16_t m = 0; m < known.members.size(); ++m) {
        const Point v = point(m);
        const bool is_on_one = !f.coincident(v, x) && !f.coincident(v, y);
        const bool is_on_other = !f.coincident(v, z) && !f.coincident(v, w);
        if (p == kNoPoint && is_on_one && (is_on_other || !is_triangle)) p = v;
        if (q == kNoPoint && is_on_other && (is_on_one || !is_triangle)) q = v;
    }
    if (p == kNoPoint || q == kNoPoint) return false;
    Linear equation(Theory::kLog);
    equation.add(f.pair(x, y), 1).add(f.pair(z, w), -1);
    return s.assume(equation, Rule::kEqualChords, {x, y, z, w, p, q}, static_cast<std::int32_t>(place));
}

bool relate_all(State& s, std::size_t place, const KnownCircle& known, std::vector<Chord>& chords) {
    bool any = false;
    for (std::size_t i = 0; i < chords.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if ((chords[i].arc == chords[j].arc) == (chords[i].length == chords[j].length)) continue;
            any |= relate(s, place, known, chords[i], chords[j]);
            chords[i].arc = chords[j].arc;
            chords[i].length = chords[j].length;
            break;
        }
    }
    return any;
}

}  // namespace

bool find_centers(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    for (std::size_t place = 0; place < f.circles().size(); ++place) {
        const CirclePlace& circle = f.circles()[place];
        if (circle.centers.empty()) continue;
        if (!s.is_fresh_place(place) && !s.has_new(circle.points) && !s.has_new(circle.centers) &&
            !s.is_older_fresh(reads::kDirections | reads::kLogs))
            continue;
        if (!s.is_fresh_place(place) && !has_fresh_radius(s, circle) && !has_fresh_chord(s, circle, Theory::kDirection))
            continue;
        for (const auto& set : sets_of(s, place)) {
            for (Point o : circle.centers) {
                if (!is_center_of(s, place, o, set)) any |= find_center(s, place, o, set);
            }
        }
    }
    return any;
}

bool relate_arcs_and_chords(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    std::vector<Chord> chords;
    for (std::size_t place = 0; place < f.circles().size(); ++place) {
        const CirclePlace& circle = f.circles()[place];
        if (circle.equal_chords.empty()) continue;
        // What is known of a circle of older points may have come with the newest, and have arcs of their age.
        if (s.places()[place].stamp <= s.before().circle_clock && !s.has_new(circle.points) &&
            !s.is_older_fresh(reads::kDirections | reads::kLogs))
            continue;
        for (std::size_t c = 0; c < s.places()[place].known.size(); ++c) {
            const KnownCircle& known = s.places()[place].known[c];
            if (!s.is_fresh_place(place) && !has_fresh_chord(s, circle, Theory::kLog) && !has_fresh_arc(s, known))
                continue;
            for (const auto& equal : circle.equal_chords) {
                find_chords(s, circle, known, equal, chords);
                any |= relate_all(s, place, known, chords);
            }
        }
    }
    return any;
}

}  // namespace porism
