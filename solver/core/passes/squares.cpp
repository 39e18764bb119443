// Squares of lengths. AB ⟂ CD iff AC² − AD² = BC² − BD², both ways, for every numerically perpendicular pair; and
// Stewart's theorem for a known collinear triple with a known small rational ratio against every other point.
#include <cmath>
#include <utility>

#include "passes/passes.hpp"

namespace porism {

using field::Element;

bool relate_perpendiculars_and_squares(State& s) {
    const Figure& f = s.figure();
    const Element half = field::multiply(field::inverse(2), s.one());
    bool any = false;
    const auto& pairs = f.perpendiculars();
    const bool older = s.is_older_fresh(reads::kDirections | reads::kSquares);
    for (std::size_t i = older ? 0 : s.before().perpendiculars; i < pairs.size(); ++i) {
        if (s.perpendicular_done[i]) continue;
        const auto [p, q] = pairs[i];  // d(q) − d(p) = 1/2 by construction
        const auto [a, b] = f.ends(p);
        const auto [c, d] = f.ends(q);
        const auto fresh = [&](Point x, Point y) { return x != y && s.is_fresh(Theory::kSquare, f.pair(x, y)); };
        if (!s.is_fresh(Theory::kDirection, p) && !s.is_fresh(Theory::kDirection, q) && !fresh(a, c) && !fresh(b, d) &&
            !fresh(a, d) && !fresh(b, c))
            continue;
        const bool perpendicular = field::subtract(s.direction(q), s.direction(p)) == half;
        const auto square = [&](Point x, Point y) { return x == y ? Element{0} : s.square(f.pair(x, y)); };
        if ((a != c && f.coincident(a, c)) || (a != d && f.coincident(a, d)) || (b != c && f.coincident(b, c)) ||
            (b != d && f.coincident(b, d))) {
            s.perpendicular_done[i] = 1;
            continue;
        }
        const bool balanced = field::add(square(a, c), square(b, d)) == field::add(square(a, d), square(b, c));
        if (!perpendicular && !balanced) continue;
        s.perpendicular_done[i] = 1;
        if (!balanced) {
            Linear equation(Theory::kSquare);
            const auto add = [&](Point x, Point y, int sign) {
                if (x != y) equation.add(f.pair(x, y), sign);
            };
            add(a, c, 1), add(a, d, -1), add(b, c, -1), add(b, d, 1);
            any |= s.assume(equation, Rule::kPerpToSquares, {a, b, c, d});
        } else if (!perpendicular) {
            Linear equation(Theory::kDirection);
            equation.add(q, 1).add(p, -1).add(s.one_variable(), -1, 2);
            s.lift(equation);
            any |= s.assume(equation, Rule::kSquaresToPerp, {a, b, c, d});
        }
    }
    return any;
}

bool apply_stewart(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    const auto& triples = f.triples();
    for (std::size_t i = 0; i < triples.size(); ++i) {
        const auto& t = triples[i];
        if (s.stewart_done[i] == f.size() || !t.has_ratio) continue;
        const PairId ab = f.pair(t.a, t.b), ac = f.pair(t.a, t.c);
        const auto fresh = [&](PairId p) {
            return s.is_fresh_in_shape(p) || s.is_fresh(Theory::kLength, p) || s.is_fresh(Theory::kSquare, p);
        };
        if ((s.stewart_done[i] == 0 && !fresh(ab) && !fresh(ac)) || s.direction(ab) != s.direction(ac)) continue;
        const auto [u, v] = t.along;  // ab : ac = u : v
        Theory source;
        if (field::subtract(s.log(ab), s.log(ac)) == s.log_of(t.along)) {
            source = Theory::kLog;
        } else if (field::multiply(s.length(ab), field::from_integer(v)) ==
                   field::multiply(s.length(ac), field::from_integer(u))) {
            source = Theory::kLength;
        } else if (field::multiply(s.square(ab), field::from_integer(v * v)) ==
                   field::multiply(s.square(ac), field::from_integer(u * u))) {
            source = Theory::kSquare;
        } else {
            continue;
        }
        const Point first = std::exchange(s.stewart_done[i], static_cast<Point>(f.size()));
        for (Point p = first; p < f.size(); ++p) {
            if (f.coincident(p, t.a) || f.coincident(p, t.b) || f.coincident(p, t.c)) continue;
            // v²·PB² = v(v−u)·PA² + uv·PC² − u(v−u)·AC²
            Linear equation(Theory::kSquare);
            equation.add(f.pair(p, t.b), v * v)
                .add(f.pair(p, t.a), -v * (v - u))
                .add(f.pair(p, t.c), -u * v)
                .add(ac, u * (v - u));
            any |= s.assume(equation, Rule::kStewart, {t.a, t.b, t.c, p, static_cast<std::int64_t>(source)});
        }
    }
    return any;
}

}  // namespace porism
