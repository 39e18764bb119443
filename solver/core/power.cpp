// Power of a point. For p, a known circle about o and two of its points a, b in line with p (or a tangent pa, a = b):
// |pa|·|pb| = ±(|po|² − |oa|²). Products live in the multiplicative theory, the right-hand side in that of squares;
// whatever is known to be equal on one side is equal on the other. |cd|² takes part as the product |cd|·|cd|.
#include <algorithm>

#include "passes.hpp"

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
    const PowerItem* item;  // nullptr: a bare length
    PairId length;
    Element product, squares;
};

void add_product(Linear& e, const Figure& f, const Side& side, int factor) {
    if (side.item) e.add(f.pair(side.item->p, side.item->a), factor).add(f.pair(side.item->p, side.item->b), factor);
    else e.add(side.length, 2 * factor);
}

void add_squares(Linear& e, const Figure& f, const Side& side, int factor) {
    if (side.item) {
        e.add(f.pair(side.item->p, side.item->o), factor * side.item->sign).add(f.pair(side.item->o, side.item->a), -factor * side.item->sign);
    } else {
        e.add(side.length, factor);
    }
}

std::array<std::int64_t, 4> name(const Figure& f, const Side& side) {
    if (side.item) return {side.item->p, side.item->a, side.item->b, side.item->o};
    const auto [c, d] = f.ends(side.length);
    return {c, d, d, c};
}

}  // namespace

bool relate_powers(State& s) {
    const Figure& f = s.figure();
    bool any = false;
    std::vector<Side> sides;
    for (const PowerClass& c : f.powers()) {
        sides.clear();
        for (const PowerItem& item : c.items) {
            if (!on_known_circle(s, item)) continue;
            Element squares = field::subtract(s.square(f.pair(item.p, item.o)), s.square(f.pair(item.o, item.a)));
            if (item.sign < 0) squares = field::negate(squares);
            sides.push_back({&item, 0, field::add(s.log(f.pair(item.p, item.a)), s.log(f.pair(item.p, item.b))), squares});
        }
        if (sides.empty()) continue;
        const std::size_t items = sides.size();
        for (PairId p : c.lengths) sides.push_back({nullptr, p, field::add(s.log(p), s.log(p)), s.square(p)});
        for (std::size_t i = 0; i < sides.size(); ++i) {
            for (std::size_t j = 0; j < std::min(i, items); ++j) {
                const bool products = sides[i].product == sides[j].product, squares = sides[i].squares == sides[j].squares;
                if (products == squares) continue;
                const auto m = name(f, sides[i]), n = name(f, sides[j]);
                Linear equation(products ? Theory::kSquare : Theory::kLog);
                if (products) add_squares(equation, f, sides[i], 1), add_squares(equation, f, sides[j], -1);
                else add_product(equation, f, sides[i], 1), add_product(equation, f, sides[j], -1);
                any |= s.assume(equation, products ? Rule::kPowerToSquares : Rule::kSquaresToPower,
                                {n[0], n[1], n[2], n[3], m[0], m[1], m[2], m[3], sides[i].item ? 1 : 0});
                if (products) sides[i].squares = sides[j].squares;
                else sides[i].product = sides[j].product;
            }
        }
    }
    return any;
}

}  // namespace porism
