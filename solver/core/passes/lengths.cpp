// Lengths. Known collinear triples give |ab| + |bc| = |ac| in diagram order. A rational ratio of two squared lengths
// that one theory (logarithms, lengths or squares) knows passes to the others: equality sharing, as in the combination
// of theories by Nelson and Oppen (TOPLAS 1979). And two divisions abc, def of which ab : bc = de : ef also have
// ab : ac = de : df, and conversely (componendo): a similarity of flat triangles.
#include <cmath>
#include <numeric>
#include <span>

#include "passes/passes.hpp"

namespace porism {

using field::Element;

bool add_collinear_lengths(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    const std::size_t first = s.is_older_fresh(reads::kDirections) ? 0 : s.before().triples;
    for (const auto& t : std::span(f.triples()).subspan(first)) {
        const PairId ab = f.pair(t.a, t.b), bc = f.pair(t.b, t.c), ac = f.pair(t.a, t.c);
        if (!s.is_fresh(Theory::kDirection, ab) && !s.is_fresh(Theory::kDirection, ac)) continue;
        if (s.direction(ab) != s.direction(ac)) continue;
        if (field::add(s.length(ab), s.length(bc)) == s.length(ac)) continue;
        Linear sum(Theory::kLength);
        sum.add(ab, 1).add(bc, 1).add(ac, -1);
        any |= s.assume(sum, Rule::kBetween, {t.a, t.b, t.c});
    }
    return any;
}

namespace {

constexpr std::array kMetric = {Theory::kLog, Theory::kLength, Theory::kSquare};

bool square_root(std::int64_t value, std::int64_t& root) {
    root = static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(value))));
    return root * root == value;
}

// The equation |x|² = (numerator/denominator)·|y|² in a theory; false where it isn't linear there (√ in lengths).
bool ratio_equation(State& s, PairId x, PairId y, Ratio squared, Linear& equation) {
    switch (equation.theory()) {
        case Theory::kSquare: equation.add(x, squared.denominator).add(y, -squared.numerator); return true;
        case Theory::kLength: {
            std::int64_t p, q;
            if (!square_root(squared.numerator, p) || !square_root(squared.denominator, q)) return false;
            equation.add(x, q).add(y, -p);
            return true;
        }
        default: {
            equation.add(x, 2).add(y, -2);
            for (int side = 0; side < 2; ++side) {
                std::int64_t rest = side ? squared.denominator : squared.numerator;
                for (std::int64_t p = 2; rest > 1; ++p) {
                    if (p * p > rest) p = rest;
                    std::int64_t exponent = 0;
                    for (; rest % p == 0; rest /= p) ++exponent;
                    if (exponent) equation.add(s.prime(p), side ? exponent : -exponent);
                }
            }
            return true;
        }
    }
}

Ratio quotient(Ratio a, Ratio b) {
    Ratio r{a.numerator * b.denominator, a.denominator * b.numerator};
    const auto g = std::gcd(r.numerator, r.denominator);
    return {r.numerator / g, r.denominator / g};
}

// First pairs of the chains that have one of the newest pairs.
std::vector<PairId> roots_of_new(const State& s) {
    const auto& links = s.figure().ratios();
    std::vector<PairId> roots;
    for (auto p = s.before().pairs; p < links.size(); ++p) roots.push_back(links[p].root);
    return roots;
}

}  // namespace

bool transfer_ratios(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    std::array<std::vector<Element>, 3> scaled;
    const auto& links = f.ratios();
    std::vector<PairId> pairs;
    const auto visit = [&](PairId root) {
        if (links[root].root != root || links[root].next == Figure::kNoPair) return;
        pairs.clear();
        bool fresh = false;
        for (PairId p = root; p != Figure::kNoPair; p = links[p].next) {
            pairs.push_back(p);
            fresh |= s.is_fresh(Theory::kLog, p) || s.is_fresh(Theory::kLength, p) || s.is_fresh(Theory::kSquare, p);
        }
        if (!fresh) return;
        const std::size_t m = pairs.size();
        for (auto& v : scaled) v.assign(m, 0);
        for (std::size_t i = 0; i < m; ++i) {
            const Ratio r = links[pairs[i]].squared;
            std::int64_t p, q;
            const bool rational = square_root(r.numerator, p) && square_root(r.denominator, q);
            scaled[0][i] = field::add(s.log(pairs[i]), s.log(pairs[i]));
            if (!(r == Ratio{1, 1})) scaled[0][i] = field::subtract(scaled[0][i], s.log_of(r));
            // |x| / √r is comparable only among members with the same irrational part; 0 marks "not comparable".
            scaled[1][i] = rational ? field::multiply(s.length(pairs[i]), field::from_rational(q, p)) : 0;
            scaled[2][i] = field::multiply(s.square(pairs[i]), field::from_rational(r.denominator, r.numerator));
        }
        for (std::size_t i = 1; i < m; ++i) {
            for (std::size_t from = 0; from < 3; ++from) {
                if (scaled[from][i] == 0) continue;
                for (std::size_t j = 0; j < i; ++j) {
                    if (scaled[from][i] != scaled[from][j]) continue;
                    for (std::size_t to = 0; to < 3; ++to) {
                        if (to == from || scaled[to][i] == scaled[to][j] || scaled[to][i] == 0 || scaled[to][j] == 0)
                            continue;
                        const Ratio r = quotient(links[pairs[i]].squared, links[pairs[j]].squared);
                        Linear equation(kMetric[to]);
                        if (!ratio_equation(s, pairs[i], pairs[j], r, equation)) continue;
                        const auto [a, b] = f.ends(pairs[i]);
                        const auto [p, q] = f.ends(pairs[j]);
                        any |= s.assume(
                            equation, Rule::kTransfer,
                            {a, b, p, q, static_cast<std::int64_t>(kMetric[from]), r.numerator, r.denominator});
                        scaled[to][i] = scaled[to][j];
                    }
                    break;  // one partner in this theory is enough: the rest follow from it
                }
            }
        }
    };
    for_some(s, reads::kLogs | reads::kLengths | reads::kSquares, roots_of_new(s), links.size(), visit);
    return any;
}

bool complete_proportions(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    struct Divided {
        std::uint32_t index;
        std::array<Element, 3> ratio;  // logarithms of ab : bc, ab : ac and bc : ac: as `Division` numbers them
    };
    std::vector<Divided> divisions;
    const Grouping& groups = f.proportional();
    const auto& all = f.divisions();
    const auto fresh = [&](const std::array<Point, 3>& t) {
        return s.is_fresh_in_shape(f.pair(t[0], t[1])) || s.is_fresh_in_shape(f.pair(t[0], t[2])) ||
               s.is_fresh_in_shape(f.pair(t[1], t[2]));
    };
    const auto visit = [&](std::uint32_t g) {
        bool changed = false;
        for (auto i = groups.first(g); i != Grouping::kNone && !changed; i = groups.next(i)) changed = fresh(all[i]);
        if (!changed) return;
        divisions.clear();
        for (auto i = groups.first(g); i != Grouping::kNone; i = groups.next(i)) {
            const auto [a, b, d] = all[i];
            if (s.direction(f.pair(a, b)) != s.direction(f.pair(a, d))) continue;
            const Element ab = s.log(f.pair(a, b)), bd = s.log(f.pair(b, d)), ad = s.log(f.pair(a, d));
            Divided mine{i, {field::subtract(ab, bd), field::subtract(ab, ad), field::subtract(bd, ad)}};
            for (const Divided& other : divisions) {
                // One of the three ratios known to agree makes the others agree; two of them are the third anyway.
                std::int64_t known = 0;
                while (known < 3 && mine.ratio[known] != other.ratio[known]) ++known;
                if (known == 3 || mine.ratio == other.ratio) continue;
                const auto [p, q, r] = all[other.index];
                Linear ratio(Theory::kLog);
                ratio.add(f.pair(a, b), 1).add(f.pair(p, q), -1);
                if (known == static_cast<std::int64_t>(Division::kFirstToSecond))
                    ratio.add(f.pair(a, d), -1).add(f.pair(p, r), 1);
                else ratio.add(f.pair(b, d), -1).add(f.pair(q, r), 1);
                any |= s.assume(ratio, Rule::kProportion, {a, b, d, p, q, r, known});
                mine.ratio = other.ratio;
                break;
            }
            divisions.push_back(mine);
        }
    };
    const auto joined = joined_groups(groups, s.before().proportional);
    for_some(s, reads::kDirections | reads::kLogs, joined, groups.groups(), visit);
    return any;
}

}  // namespace porism
