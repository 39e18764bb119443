#include "linear_system.hpp"

#include <algorithm>

namespace porism {

using field::Element;

namespace {

// splitmix64 (Steele, Lea, Flood 2014), reduced to a non-zero field element.
Element next_weight(std::uint64_t& state) {
    for (;;) {
        std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        z = (z ^ (z >> 31)) & field::kPrime;
        if (z != 0 && z != field::kPrime) return z;
    }
}

}  // namespace

LinearSystem::LinearSystem(std::size_t count, std::uint64_t seed)
    : rows_(count), hash_(count), kind_(count, kFree), holders_(count), weight_state_(seed), scratch_(count, 0) {
    for (auto& weight : hash_) weight = next_weight(weight_state_);
}

Variable LinearSystem::add_variable(bool fixed) {
    rows_.emplace_back();
    hash_.push_back(next_weight(weight_state_));
    kind_.push_back(fixed ? kFixed : kFree);
    holders_.emplace_back();
    scratch_.push_back(0);
    return static_cast<Variable>(hash_.size() - 1);
}

Element LinearSystem::evaluate(std::span<const Term> equation) const {
    Element sum = 0;
    for (const Term& t : equation) sum = field::add(sum, field::multiply(t.coefficient, hash_[t.variable]));
    return sum;
}

void LinearSystem::reduce(std::span<const Term> equation) {
    touched_.clear();
    const auto accumulate = [this](Variable v, Element c) {
        if (scratch_[v] == 0) touched_.push_back(v);
        scratch_[v] = field::add(scratch_[v], c);
    };
    for (const Term& t : equation) {
        if (kind_[t.variable] != kEliminated) {
            accumulate(t.variable, t.coefficient);
        } else {
            for (const Term& r : rows_[t.variable]) accumulate(r.variable, field::multiply(t.coefficient, r.coefficient));
        }
    }
    // A sum that returned to zero may have been listed more than once.
    std::sort(touched_.begin(), touched_.end());
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
}

LinearSystem::Added LinearSystem::add(std::span<const Term> equation) {
    if (is_entailed(equation)) return Added::kEntailed;
    reduce(equation);

    Variable pivot = 0;
    std::size_t fewest = SIZE_MAX;
    for (Variable v : touched_) {
        if (scratch_[v] != 0 && kind_[v] == kFree && holders_[v].size() < fewest) {
            fewest = holders_[v].size();
            pivot = v;
        }
    }
    std::vector<Term> row;
    if (fewest != SIZE_MAX) {
        const Element factor = field::negate(field::inverse(scratch_[pivot]));
        row.reserve(touched_.size());
        for (Variable v : touched_) {
            if (v != pivot && scratch_[v] != 0) row.push_back({v, field::multiply(factor, scratch_[v])});
        }
    }
    for (Variable v : touched_) scratch_[v] = 0;
    if (fewest == SIZE_MAX) return Added::kContradiction;

    const Element row_hash = evaluate(row);
    std::vector<Variable> holders = std::move(holders_[pivot]);
    holders_[pivot].clear();
    for (Variable holder : holders) substitute(holder, pivot, row, row_hash);
    for (const Term& t : row) holders_[t.variable].push_back(pivot);
    rows_[pivot] = std::move(row);
    hash_[pivot] = row_hash;
    kind_[pivot] = kEliminated;
    ++rank_;
    return Added::kNew;
}

void LinearSystem::substitute(Variable holder, Variable pivot, std::span<const Term> row, Element row_hash) {
    auto& old = rows_[holder];
    const auto at = std::lower_bound(old.begin(), old.end(), pivot, [](const Term& t, Variable v) { return t.variable < v; });
    if (at == old.end() || at->variable != pivot) return;  // stale
    const Element factor = at->coefficient;
    hash_[holder] = field::add(hash_[holder], field::multiply(factor, field::subtract(row_hash, hash_[pivot])));
    merged_.clear();
    auto a = old.begin();
    auto b = row.begin();
    while (a != old.end() || b != row.end()) {
        if (a != old.end() && a->variable == pivot) {
            ++a;
        } else if (b == row.end() || (a != old.end() && a->variable < b->variable)) {
            merged_.push_back(*a++);
        } else if (a == old.end() || b->variable < a->variable) {
            merged_.push_back({b->variable, field::multiply(factor, b->coefficient)});
            holders_[b->variable].push_back(holder);
            ++b;
        } else {
            const Element sum = field::add(a->coefficient, field::multiply(factor, b->coefficient));
            if (sum != 0) merged_.push_back({a->variable, sum});
            ++a;
            ++b;
        }
    }
    old.assign(merged_.begin(), merged_.end());
}

std::vector<Term> LinearSystem::normal_form(Variable v) const {
    if (kind_[v] != kEliminated) return {{v, 1}};
    return rows_[v];
}

}  // namespace porism
