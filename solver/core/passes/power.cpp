// Power of a point. For p, a known circle about o and two of its points a, b in line with p (or a tangent pa, a = b):
// |pa|·|pb| = ±(|po|² − |oa|²). Products live in the multiplicative theory, the right-hand side in that of squares;
// whatever is known to be equal on one side is equal on the other. |cd|² takes part as the product |cd|·|cd|.
#include <algorithm>

#include "passes/passes.hpp"

namespace porism {

using field::Element;

namespace {

bool on_known_circle(const State& s, const PowerItem& item) {
    // Only |oa| = |ob| matters; and p, a, b in line or pa ⟂ oa.
    const Figure& f = s.figure();
    if (item.a == item.b) {
        const PairId pa = f.pair(item.p, item.a), oa = f.pair(item.o, item.a);
        Linear tangent(Theory::kDirection);
        tangent.add(pa, 1).add(oa, -1).add(s.one_variable(), 1, 2);
        s.lift(tangent);
        return s.is_entailed(tangent);
    }
    return s.log(f.pair(item.o, item.a)) == s.log(f.pair(item.o, item.b)) &&
           s.direction(f.pair(item.p, item.a)) == s.direction(f.pair(item.p, item.b));
}

struct Side {
    const PowerItem* item;
    Element product, squares;
};

void add_product(Linear& e, const Figure& f, const Side& side, int factor) {
    if (side.item->is_bare()) e.add(side.item->length, 2 * factor);
    else e.add(f.pair(side.item->p, side.item->a), factor).add(f.pair(side.item->p, side.item->b), factor);
}

void add_squares(Linear& e, const Figure& f, const Side& side, int factor) {
    if (side.item->is_bare()) e.add(side.item->length, factor);
    else
        e.add(f.pair(side.item->p, side.item->o), factor * side.item->sign)
            .add(f.pair(side.item->o, side.item->a), -factor * side.item->sign);
}

std::array<std::int64_t, 4> name(const Figure& f, const Side& side) {
    if (!side.item->is_bare()) return {side.item->p, side.item->a, side.item->b, side.item->o};
    const auto [c, d] = f.ends(side.item->length);
    return {c, d, d, c};
}

}  // namespace

bool relate_powers(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    const auto& all = f.powers();
    const Grouping& groups = f.equal_powers();
    const auto fresh = [&](const PowerItem& i) {
        if (i.is_bare()) return s.is_fresh(Theory::kLog, i.length) || s.is_fresh(Theory::kSquare, i.length);
        const PairId pa = f.pair(i.p, i.a), pb = f.pair(i.p, i.b), oa = f.pair(i.o, i.a), ob = f.pair(i.o, i.b),
                     po = f.pair(i.p, i.o);
        return s.is_fresh_in_shape(pa) || s.is_fresh_in_shape(pb) || s.is_fresh_in_shape(oa) ||
               s.is_fresh_in_shape(ob) || s.is_fresh(Theory::kSquare, po) || s.is_fresh(Theory::kSquare, oa);
    };
    std::vector<Side> sides;
    const auto visit = [&](std::uint32_t g) {
        bool changed = false, bare = true;
        for (auto i = groups.first(g); i != Grouping::kNone && (bare || !changed); i = groups.next(i)) {
            bare &= all[i].is_bare();
            changed |= fresh(all[i]);
        }
        if (bare || !changed) return;
        sides.clear();
        for (auto i = groups.first(g); i != Grouping::kNone; i = groups.next(i)) {
            const PowerItem& item = all[i];
            if (item.is_bare() || !on_known_circle(s, item)) continue;
            Element squares = field::subtract(s.square(f.pair(item.p, item.o)), s.square(f.pair(item.o, item.a)));
            if (item.sign < 0) squares = field::negate(squares);
            sides.push_back({&item, field::add(s.log(f.pair(item.p, item.a)), s.log(f.pair(item.p, item.b))), squares});
        }
        if (sides.empty()) return;
        const std::size_t items = sides.size();
        for (auto i = groups.first(g); i != Grouping::kNone; i = groups.next(i)) {
            const PairId length = all[i].length;
            if (all[i].is_bare())
                sides.push_back({&all[i], field::add(s.log(length), s.log(length)), s.square(length)});
        }
        for (std::size_t i = 0; i < sides.size(); ++i) {
            for (std::size_t j = 0; j < std::min(i, items); ++j) {
                const bool products = sides[i].product == sides[j].product,
                           squares = sides[i].squares == sides[j].squares;
                if (products == squares) continue;
                const auto m = name(f, sides[i]), n = name(f, sides[j]);
                Linear equation(products ? Theory::kSquare : Theory::kLog);
                if (products) add_squares(equation, f, sides[i], 1), add_squares(equation, f, sides[j], -1);
                else add_product(equation, f, sides[i], 1), add_product(equation, f, sides[j], -1);
                any |= s.assume(equation, products ? Rule::kPowerToSquares : Rule::kSquaresToPower,
                                {n[0], n[1], n[2], n[3], m[0], m[1], m[2], m[3], sides[i].item->is_bare() ? 0 : 1});
                if (products) sides[i].squares = sides[j].squares;
                else sides[i].product = sides[j].product;
            }
        }
    };
    const unsigned theories = reads::kDirections | reads::kLogs | reads::kSquares;
    for_some(s, theories, joined_groups(groups, s.before().powers), groups.groups(), visit);
    return any;
}

}  // namespace porism
