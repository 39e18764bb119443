// The symmetries of a theorem: renumberings of its slots under which premises and conclusions say the same. Found by
// backtracking: a slot goes to one of which the same can be said (how many facts of which form name it), and every fact
// that is renumbered whole must be one of the theorem's.
#include <algorithm>
#include <numeric>
#include <string>

#include "theorems/pattern.hpp"

namespace porism {

namespace {

// Theorems that have more are treated as having none: to try them would cost more than the instances that it spares.
constexpr std::size_t kMostSymmetries = 1000;

using Key = std::vector<std::int64_t>;
using Renumbering = std::vector<Slot>;
constexpr Slot kFree = 0xff;

// A key that is equal for equations that say the same, up to a factor (and an integer in directions).
Key key_of(const EquationPattern& e, const Renumbering& to) {
    struct Term {
        Slot a, b;
        std::int64_t p, q;
    };
    std::vector<Term> terms;
    for (const auto& t : e.terms)
        terms.push_back({std::min(to[t.a], to[t.b]), std::max(to[t.a], to[t.b]), t.numerator, t.denominator});
    std::sort(terms.begin(), terms.end(),
              [](const Term& x, const Term& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    const std::int64_t p = terms[0].p, q = terms[0].q;
    Key key = {1000 + static_cast<std::int64_t>(e.theory)};
    const auto scaled = [&](std::int64_t numerator, std::int64_t denominator) {
        std::int64_t n = numerator * q, d = denominator * p;
        const auto g = std::gcd(n, d) * (d < 0 ? -1 : 1);
        key.push_back(n / g), key.push_back(d / g);
    };
    for (const auto& t : terms) key.push_back(t.a), key.push_back(t.b), scaled(t.p, t.q);
    for (const auto& c : e.constants) {
        key.push_back(c.base), scaled(c.numerator, c.denominator);
        if (e.theory == Theory::kDirection) {
            auto& n = key[key.size() - 2];
            const auto d = key.back();
            n = ((n % d) + d) % d;
        }
    }
    return key;
}

Key key_of(const FactPattern& fact, const Renumbering& to, bool concluded) {
    std::vector<Key> parts;
    if (fact.kind == FactPattern::kEquations) {
        for (const auto& e : fact.equations) parts.push_back(key_of(e, to));
    } else {
        Key points;
        for (Slot s : fact.points) points.push_back(to[s]);
        std::sort(points.begin(), points.end());
        parts.push_back(std::move(points));
    }
    std::sort(parts.begin(), parts.end());
    Key key = {concluded, fact.kind};
    for (const auto& part : parts) key.push_back(-1), key.insert(key.end(), part.begin(), part.end());
    return key;
}

bool is_odd(const Key& triple) {
    return ((triple[0] > triple[1]) + (triple[0] > triple[2]) + (triple[1] > triple[2])) % 2;
}

Key key_of(const ConditionPattern& c, const Renumbering& to) {
    Key p;
    for (Slot s : c.points) p.push_back(to[s]);
    std::int64_t kind = c.kind;
    switch (c.kind) {
        case ConditionPattern::kDistinct:
        case ConditionPattern::kNoncollinear:
        case ConditionPattern::kUnconcyclic: std::sort(p.begin(), p.end()); break;
        case ConditionPattern::kInOrder:
        case ConditionPattern::kOutOfOrder:
            if (p[0] > p[2]) std::swap(p[0], p[2]);
            break;
        case ConditionPattern::kSameOrientation:
        case ConditionPattern::kOppositeOrientation: {
            Key first(p.begin(), p.begin() + 3), second(p.begin() + 3, p.end());
            const bool same = (c.kind == ConditionPattern::kSameOrientation) != (is_odd(first) != is_odd(second));
            std::sort(first.begin(), first.end()), std::sort(second.begin(), second.end());
            if (second < first) first.swap(second);
            p = first;
            p.insert(p.end(), second.begin(), second.end());
            kind = same ? ConditionPattern::kSameOrientation : ConditionPattern::kOppositeOrientation;
            break;
        }
        case ConditionPattern::kLonger:
        case ConditionPattern::kUnparallel:
            if (p[0] > p[1]) std::swap(p[0], p[1]);
            if (p[2] > p[3]) std::swap(p[2], p[3]);
            if (c.kind == ConditionPattern::kUnparallel && std::pair(p[2], p[3]) < std::pair(p[0], p[1])) {
                std::swap(p[0], p[2]), std::swap(p[1], p[3]);
            }
            break;
        default: break;
    }
    p.insert(p.begin(), kind);
    return p;
}

class Search {
public:
    explicit Search(TheoremPattern& theorem) : theorem_(theorem), image_(theorem.slots, kFree) {
        Renumbering identity(theorem.slots);
        std::iota(identity.begin(), identity.end(), Slot{0});
        facts_of_.resize(theorem.slots);
        colours_.resize(theorem.slots);
        for (std::size_t i = 0; i < theorem.fact_count(); ++i) {
            const auto& fact = theorem.fact(i);
            keys_.push_back(key_of(fact, identity, i >= theorem.premises.size()));
            for (Slot s : fact.points) {
                facts_of_[s].push_back(i);
                std::int64_t form =
                    fact.equations.empty() ? 0 : 1 + static_cast<std::int64_t>(fact.equations[0].theory);
                colours_[s].push_back(
                    {i >= theorem.premises.size(), fact.kind, form, static_cast<std::int64_t>(fact.points.size())});
            }
        }
        std::sort(keys_.begin(), keys_.end());
        for (auto& c : colours_) std::sort(c.begin(), c.end());
        for (const auto& c : theorem.conditions) conditions_.push_back(key_of(c, identity));
        std::sort(conditions_.begin(), conditions_.end());
        found_ = {identity};
        extend(0);
        if (found_.size() > kMostSymmetries) found_ = {identity};
        theorem_.symmetries = found_;
        for (const auto& s : found_) theorem_.keeps_conditions.push_back(keeps_conditions(s));
    }

private:
    void extend(std::size_t slot) {
        if (found_.size() > kMostSymmetries) return;
        if (slot == theorem_.slots) {
            if (image_ != found_.front()) found_.push_back(image_);
            return;
        }
        for (Slot target = 0; target < theorem_.slots; ++target) {
            if (colours_[target] != colours_[slot] || std::find(image_.begin(), image_.end(), target) != image_.end())
                continue;
            image_[slot] = target;
            if (keeps_facts_of(slot)) extend(slot + 1);
            image_[slot] = kFree;
        }
    }

    bool keeps_facts_of(std::size_t slot) const {
        for (auto i : facts_of_[slot]) {
            const auto& fact = theorem_.fact(i);
            if (std::any_of(fact.points.begin(), fact.points.end(), [&](Slot s) { return image_[s] == kFree; }))
                continue;
            if (!std::binary_search(keys_.begin(), keys_.end(), key_of(fact, image_, i >= theorem_.premises.size())))
                return false;
        }
        return true;
    }

    bool keeps_conditions(const Renumbering& to) const {
        return std::all_of(theorem_.conditions.begin(), theorem_.conditions.end(), [&](const auto& c) {
            return std::binary_search(conditions_.begin(), conditions_.end(), key_of(c, to));
        });
    }

    TheoremPattern& theorem_;
    Renumbering image_;
    std::vector<Renumbering> found_;
    std::vector<Key> keys_, conditions_;
    std::vector<std::vector<Key>> colours_;
    std::vector<std::vector<std::size_t>> facts_of_;
};

}  // namespace

void find_symmetries(TheoremPattern& theorem) { Search search(theorem); }

}  // namespace porism
