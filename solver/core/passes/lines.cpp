// Lines: two of d(ab), d(ac), d(bc) known to be equal make all three equal. And parallels (the intercept theorem):
// parallels ad, be, cf that cut lines abc and def cut them in the same proportion; conversely, equal proportions and
// two parallel rungs make the third parallel. Without the converse the midline theorem's converse is missed.
#include <algorithm>

#include "passes/passes.hpp"

namespace porism {

using field::Element;

namespace {

// D(ab) = D(ac) gives D(bc) = D(ab).
bool complete(State& state, Point a, Point b, Point c) {
    const Figure& f = state.figure();
    const PairId ab = f.pair(a, b), ac = f.pair(a, c), bc = f.pair(b, c);
    if (state.direction(ab) != state.direction(ac) || state.direction(ab) == state.direction(bc)) return false;
    // Said of the longer of the two: mostly the whole of which the others are parts.
    const bool is_ab_longer = rounded(f.length(0, ab)) >= rounded(f.length(0, ac));
    Linear equation(Theory::kDirection);
    equation.add(is_ab_longer ? ab : ac, 1).add(bc, -1);
    state.lift(equation);
    return state.assume(equation, Rule::kLine, {a, is_ab_longer ? b : c, is_ab_longer ? c : b});
}

bool is_fresh(const State& state, Point a, Point b, Point c) {
    const Figure& f = state.figure();
    const auto fresh = [&](Point p, Point q) { return p != q && state.is_fresh(Theory::kDirection, f.pair(p, q)); };
    return fresh(a, b) || fresh(a, c) || fresh(b, c);
}

}  // namespace

bool complete_lines(State& state) {
    const Figure& f = state.figure();
    bool any = false;
    for (const auto& line : f.lines()) {
        const bool is_new = std::any_of(line.begin(), line.end(), [&](Point p) { return p >= state.before().points; });
        if (!is_new && !state.is_older_fresh(reads::kDirections)) continue;
        for (bool grown = true; grown;) {
            grown = false;
            for (std::size_t i = 0; i < line.size(); ++i) {
                for (std::size_t j = i + 1; j < line.size(); ++j) {
                    if (f.coincident(line[i], line[j])) continue;
                    for (std::size_t k = j + 1; k < line.size(); ++k) {
                        const Point a = line[i], b = line[j], c = line[k];
                        if (!is_fresh(state, a, b, c)) continue;
                        if (f.coincident(a, c) || f.coincident(b, c)) continue;
                        const bool grew =
                            complete(state, a, b, c) || complete(state, b, a, c) || complete(state, c, a, b);
                        grown |= grew;
                        any |= grew;
                    }
                }
            }
        }
    }
    return any;
}

bool cut_by_parallels(State& state) {
    const Figure& f = state.figure();
    const auto& all = f.transversals();
    bool any = false;
    const bool older = state.is_older_fresh(reads::kDirections | reads::kLogs);
    for (std::size_t i = older ? 0 : state.before().transversals; i < all.size(); ++i) {
        if (state.transversals_done[i]) continue;
        const auto [a, b, c, d, e, g] = all[i].points;
        const PairId ab = f.pair(a, b), ac = f.pair(a, c), bc = f.pair(b, c), de = f.pair(d, e), dg = f.pair(d, g),
                     eg = f.pair(e, g);
        if (state.direction(ab) != state.direction(ac) || state.direction(de) != state.direction(dg)) continue;
        // Where the lines meet (a = d) the rung is a point, parallel to whatever one likes.
        const bool apex = a == d;
        const auto be = state.direction(f.pair(b, e)), cg = state.direction(f.pair(c, g));
        const auto ad = apex ? be : state.direction(f.pair(a, d));
        const int parallel = (ad == be) + (ad == cg) + (be == cg);
        if (parallel == 3) {
            for (const auto& [p, q] : {std::pair{bc, eg}, std::pair{ac, dg}}) {
                Linear ratio(Theory::kLog);
                ratio.add(ab, 1).add(de, -1).add(p, -1).add(q, 1);
                any |= state.assume(ratio, Rule::kThales, {a, b, c, d, e, g});
            }
            state.transversals_done[i] = 1;
        } else if (parallel == 1) {
            // Name the rungs so that the third is the new one.
            std::array<Point, 6> p = {a, b, c, d, e, g};
            if (!apex && ad == cg) p = {a, c, b, d, g, e};
            else if (!apex && be == cg) p = {b, c, a, e, g, d};
            const auto log = [&](int x, int y) {
                return field::subtract(state.log(f.pair(p[x], p[y])), state.log(f.pair(p[x + 3], p[y + 3])));
            };
            const std::array<Element, 3> scale = {log(0, 1), log(1, 2), log(0, 2)};
            Division known;  // which pair of the scales agrees
            if (scale[0] == scale[1]) known = Division::kFirstToSecond;
            else if (scale[0] == scale[2]) known = Division::kFirstToWhole;
            else if (scale[1] == scale[2]) known = Division::kSecondToWhole;
            else continue;
            Linear third(Theory::kDirection);
            third.add(apex ? f.pair(p[1], p[4]) : f.pair(p[0], p[3]), 1).add(f.pair(p[2], p[5]), -1);
            state.lift(third);
            any |= state.assume(third, Rule::kThalesConverse,
                                {p[0], p[1], p[2], p[3], p[4], p[5], static_cast<std::int64_t>(known)});
            state.transversals_done[i] = 1;
        }
    }
    return any;
}

}  // namespace porism
