#include "discovery/fact.hpp"

#include <algorithm>
#include <unordered_map>

namespace porism {

namespace {

Linear equation_of(const Closure& closure, const Fact& fact) {
    const Figure& f = closure.figure();
    const State& s = closure.state();
    const auto& p = fact.points;
    const bool is_length = fact.kind == Fact::kCongruent;
    Linear e(is_length ? Theory::kLog : Theory::kDirection);
    switch (fact.kind) {
        case Fact::kCollinear: e.add(f.pair(p[0], p[1]), 1).add(f.pair(p[0], p[2]), -1); break;
        case Fact::kParallel:
        case Fact::kCongruent: e.add(f.pair(p[0], p[1]), 1).add(f.pair(p[2], p[3]), -1); break;
        case Fact::kPerpendicular:
            e.add(f.pair(p[0], p[1]), 1).add(f.pair(p[2], p[3]), -1).add(s.one_variable(), 1, 2);
            break;
        case Fact::kEqualAngles:
            e.add(f.pair(p[0], p[1]), 1)
                .add(f.pair(p[2], p[3]), -1)
                .add(f.pair(p[4], p[5]), -1)
                .add(f.pair(p[6], p[7]), 1);
            break;
        case Fact::kConcyclic: break;
    }
    if (!is_length) s.lift(e);
    return e;
}

// Groups by what the figure knows, and in each the classes of what the telling knows: one of each of two classes.
template <typename Item>
class Groups {
public:
    void add(field::Element known, field::Element told, const Item& item) { groups_[known].push_back({told, item}); }

    // Calls visit(a, b) for pairs of items that only the figure knows to be equal.
    template <typename Visit>
    void for_lost(Visit visit) const {
        std::vector<field::Element> keys;
        for (const auto& [key, items] : groups_) keys.push_back(key);
        std::sort(keys.begin(), keys.end());
        for (const auto key : keys) {
            const auto& items = groups_.at(key);
            for (std::size_t i = 1; i < items.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    if (items[i].first != items[j].first) visit(items[j].second, items[i].second);
                }
            }
        }
    }

private:
    std::unordered_map<field::Element, std::vector<std::pair<field::Element, Item>>> groups_;
};

class Finder {
public:
    Finder(const Closure& figure, const Closure& told, const Telling& telling, std::size_t of_a_kind, Random& random)
        : known_(figure), told_(told), telling_(telling), of_a_kind_(of_a_kind), random_(random) {}

    std::vector<Fact> find() {
        find_directions();
        find_lengths();
        find_circles();
        if (found_.empty()) find_angles();
        return std::move(found_);
    }

private:
    PairId in_figure(PairId p) const {
        const auto [a, b] = told_.figure().ends(p);
        return known_.figure().pair(telling_.order[a], telling_.order[b]);
    }

    void keep(std::vector<Fact>& facts) {
        random_.shuffle(facts);
        if (facts.size() > of_a_kind_) facts.resize(of_a_kind_);
        found_.insert(found_.end(), facts.begin(), facts.end());
    }

    void find_directions() {
        const Figure& f = told_.figure();
        Groups<PairId> equal, right;
        const field::Element half = field::multiply(field::from_rational(1, 2), known_.state().one());
        const field::Element told_half = field::multiply(field::from_rational(1, 2), told_.state().one());
        for (PairId p = 0; p < f.pair_count(); ++p) {
            const auto [a, b] = f.ends(p);
            if (f.coincident(a, b)) continue;
            const auto known = known_.state().direction(in_figure(p)), told = told_.state().direction(p);
            equal.add(known, told, p);
            // Directions are lifted to [0, 1): those from 1/2 on turn back by a right angle.
            const bool is_back = known_.figure().direction(0, in_figure(p)) >= 0.5;
            right.add(is_back ? field::subtract(known, half) : known, is_back ? field::subtract(told, told_half) : told,
                      p);
        }
        std::vector<Fact> lines, parallels, perpendiculars;
        equal.for_lost([&](PairId p, PairId q) {
            const auto [a, b] = f.ends(p);
            const auto [c, d] = f.ends(q);
            if (a == c || a == d || b == c || b == d) {
                const Point shared = a == c || a == d ? a : b;
                lines.push_back({Fact::kCollinear, {shared, shared == a ? b : a, shared == c ? d : c}});
            } else if (!f.collinear(a, b, c)) {
                parallels.push_back({Fact::kParallel, {a, b, c, d}});
            }
        });
        right.for_lost([&](PairId p, PairId q) {
            const bool is_right = (known_.figure().direction(0, in_figure(p)) >= 0.5) !=
                                  (known_.figure().direction(0, in_figure(q)) >= 0.5);
            const auto [a, b] = f.ends(p);
            const auto [c, d] = f.ends(q);
            if (is_right) perpendiculars.push_back({Fact::kPerpendicular, {a, b, c, d}});
        });
        keep(lines);
        keep(parallels);
        keep(perpendiculars);
    }

    void find_lengths() {
        const Figure& f = told_.figure();
        Groups<PairId> equal;
        for (PairId p = 0; p < f.pair_count(); ++p) {
            const auto [a, b] = f.ends(p);
            if (!f.coincident(a, b)) equal.add(known_.state().log(in_figure(p)), told_.state().log(p), p);
        }
        std::vector<Fact> lengths;
        equal.for_lost([&](PairId p, PairId q) {
            const auto [a, b] = f.ends(p);
            const auto [c, d] = f.ends(q);
            lengths.push_back({Fact::kCongruent, {a, b, c, d}});
        });
        keep(lengths);
    }

    void find_circles() {
        std::vector<Point> position(known_.figure().size(), kNoPoint);
        for (Point i = 0; i < telling_.order.size(); ++i) position[telling_.order[i]] = i;
        std::vector<Fact> circles;
        for (std::size_t place = 0; place < known_.state().places().size(); ++place) {
            for (const auto& circle : known_.state().places()[place].known) {
                std::vector<Point> on;
                for (auto m : circle.members) {
                    const Point p = position[known_.figure().circles()[place].points[m]];
                    if (p != kNoPoint) on.push_back(p);
                }
                std::sort(on.begin(), on.end());
                add_concyclic(on, circles);
            }
        }
        keep(circles);
    }

    // Each four of the points that the telling doesn't know to be concyclic.
    void add_concyclic(const std::vector<Point>& on, std::vector<Fact>& circles) const {
        for (std::size_t d = 3; d < on.size(); ++d) {
            for (std::size_t c = 2; c < d; ++c) {
                for (std::size_t b = 1; b < c; ++b) {
                    for (std::size_t a = 0; a < b; ++a) {
                        Fact fact{Fact::kConcyclic, {on[a], on[b], on[c], on[d]}};
                        if (are_apart(fact.points) && !is_known(told_, fact)) circles.push_back(std::move(fact));
                    }
                }
            }
        }
    }

    bool are_apart(std::span<const Point> points) const {
        for (std::size_t i = 1; i < points.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (told_.figure().coincident(points[i], points[j])) return false;
            }
        }
        return true;
    }

    void find_angles() {
        const Figure& f = told_.figure();
        Groups<std::array<Point, 3>> equal;
        const auto n = static_cast<Point>(f.size());
        for (Point v = 0; v < n; ++v) {
            for (Point a = 0; a < n; ++a) {
                for (Point b = 0; b < n; ++b) {
                    if (a == b || a == v || b == v || !are_apart(std::array{a, v, b})) continue;
                    const PairId va = f.pair(v, a), vb = f.pair(v, b), known_va = in_figure(va),
                                 known_vb = in_figure(vb);
                    const double angle =
                        known_.figure().direction(0, known_vb) - known_.figure().direction(0, known_va);
                    const double inside = wrap(angle);
                    if (std::abs(inside) < 1e-6 || std::abs(std::abs(inside) - 0.5) < 1e-6) continue;
                    // Modulo a half turn, in units of π: the integer that brings it into [0, 1).
                    const int turn = angle < 0 ? 1 : 0;
                    const auto lifted = [&](const State& s, PairId p, PairId q) {
                        return field::add(field::subtract(s.direction(q), s.direction(p)), s.turns(turn));
                    };
                    equal.add(lifted(known_.state(), known_va, known_vb), lifted_told(va, vb), {a, v, b});
                }
            }
        }
        std::vector<Fact> angles;
        equal.for_lost([&](const std::array<Point, 3>& p, const std::array<Point, 3>& q) {
            if (angles.size() < 5000)
                angles.push_back({Fact::kEqualAngles, {p[1], p[0], p[1], p[2], q[1], q[0], q[1], q[2]}});
        });
        keep(angles);
    }

    field::Element lifted_told(PairId va, PairId vb) const {
        const State& s = told_.state();
        const double angle = told_.figure().direction(0, vb) - told_.figure().direction(0, va);
        return field::add(field::subtract(s.direction(vb), s.direction(va)), s.turns(angle < 0 ? 1 : 0));
    }

    const Closure& known_;
    const Closure& told_;
    const Telling& telling_;
    std::size_t of_a_kind_;
    Random& random_;
    std::vector<Fact> found_;
};

}  // namespace

std::vector<std::array<Point, 2>> pairs_of(const Fact& fact) {
    std::vector<std::array<Point, 2>> pairs;
    const auto& p = fact.points;
    if (fact.kind == Fact::kCollinear) return {{p[0], p[1]}, {p[0], p[2]}};
    if (fact.kind == Fact::kConcyclic) return pairs;
    for (std::size_t i = 0; i + 1 < p.size(); i += 2) pairs.push_back({p[i], p[i + 1]});
    return pairs;
}

bool is_known(const Closure& closure, const Fact& fact) {
    if (fact.kind != Fact::kConcyclic) return closure.state().is_entailed(equation_of(closure, fact));
    std::size_t place;
    std::vector<std::uint16_t> members;
    return closure.locate_circle(fact.points, place, members) && closure.state().are_known_concyclic(place, members);
}

std::vector<Fact> lost_facts(const Closure& figure, const Closure& told, const Telling& telling, std::size_t of_a_kind,
                             Random& random) {
    return Finder(figure, told, telling, of_a_kind, random).find();
}

}  // namespace porism
