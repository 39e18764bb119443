#include "theories/linear_system.hpp"

#include <algorithm>
#include <utility>

#include "numeric/footprint.hpp"

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
    : LinearColumns{std::vector<std::vector<Term>>(count), std::vector<Element>(count),
                    std::vector<std::uint8_t>(count, kFree), std::vector<Stamp>(count, 1),
                    std::vector<std::uint16_t>(count, 0)},
      LinearCounts{.weight_state_ = seed},
      holders_(count),
      is_saved_(count, 0),
      scratch_(count, 0),
      touching_(count) {
    for (auto& weight : hash_) weight = next_weight(weight_state_);
}

Variable LinearSystem::add_variable(bool fixed) {
    rows_.emplace_back();
    hash_.push_back(next_weight(weight_state_));
    kind_.push_back(fixed ? kFixed : kFree);
    stamp_.push_back(++clock_);
    generation_of_.push_back(generation_);
    holders_.emplace_back();
    is_saved_.push_back(0);
    scratch_.push_back(0);
    touching_.reserve(hash_.size());
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
        touching_.add(v);
        scratch_[v] = field::add(scratch_[v], c);
    };
    for (const Term& t : equation) {
        if (kind_[t.variable] != kEliminated) {
            accumulate(t.variable, t.coefficient);
        } else {
            for (const Term& r : rows_[t.variable])
                accumulate(r.variable, field::multiply(t.coefficient, r.coefficient));
        }
    }
    touching_.take(touched_);
}

LinearSystem::Added LinearSystem::add(std::span<const Term> equation) {
    if (is_entailed(equation)) return Added::kEntailed;
    reduce(equation);

    Variable pivot = 0;
    std::size_t fewest = SIZE_MAX;
    std::uint16_t youngest = 0;
    for (Variable v : touched_) {
        if (scratch_[v] == 0 || kind_[v] != kFree) continue;
        const std::uint16_t generation = generation_of_[v];
        const bool is_better = generation != youngest ? generation > youngest : holders_[v].size() < fewest;
        if (fewest != SIZE_MAX && !is_better) continue;
        fewest = holders_[v].size();
        pivot = v;
        youngest = generation;
    }
    std::vector<Term> row = spare_rows_.take();
    if (fewest != SIZE_MAX) {
        const Element factor = field::negate(field::inverse(scratch_[pivot]));
        row.reserve(touched_.size());
        for (Variable v : touched_) {
            if (v != pivot && scratch_[v] != 0) row.push_back({v, field::multiply(factor, scratch_[v])});
        }
    }
    for (Variable v : touched_) scratch_[v] = 0;
    if (fewest == SIZE_MAX) {
        spare_rows_.give(std::move(row));
        return Added::kContradiction;
    }

    changed_ = ++clock_;
    if (youngest < generation_) older_changed_ = clock_;
    const Element row_hash = evaluate(row);
    std::vector<Variable> holders = std::exchange(holders_[pivot], {});
    for (Variable holder : holders) substitute(holder, pivot, row, row_hash);
    for (const Term& t : row) append_holder(t.variable, pivot);
    save(pivot);
    if (generation_ > 0 && youngest == 0) news_.push_back({pivot, row});
    rows_[pivot] = std::move(row);
    hash_[pivot] = row_hash;
    kind_[pivot] = kEliminated;
    stamp_[pivot] = clock_;
    if (marked_) {
        if (youngest < generation_) ++old_news_;
        holder_changes_.push_back({pivot, false});
        taken_holders_.push_back(std::move(holders));
    }
    ++rank_;
    return Added::kNew;
}

void LinearSystem::substitute(Variable holder, Variable pivot, std::span<const Term> row, Element row_hash) {
    auto& old = rows_[holder];
    const auto at =
        std::lower_bound(old.begin(), old.end(), pivot, [](const Term& t, Variable v) { return t.variable < v; });
    if (at == old.end() || at->variable != pivot) return;  // stale
    const Element factor = at->coefficient;
    save(holder);
    stamp_[holder] = clock_;
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
            append_holder(b->variable, holder);
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

void LinearSystem::touch(Variable v) {
    save(v);
    generation_of_[v] = generation_;
    stamp_[v] = changed_ = ++clock_;
}

void LinearSystem::save(Variable v) {
    if (!marked_ || is_saved_[v] || v >= marked_size_) return;
    is_saved_[v] = 1;
    saved_.push_back({v, std::apply([v](const auto&... column) { return Values(column[v]...); }, columns())});
}

void LinearSystem::append_holder(Variable of, Variable holder) {
    if (holders_[of].capacity() == 0) holders_[of] = spare_holders_.take();
    holders_[of].push_back(holder);
    if (marked_) holder_changes_.push_back({of, true});
}

void LinearSystem::mark() {
    marked_ = true;
    marked_size_ = hash_.size();
    marked_news_ = news_.size();
    counts_at_mark_ = *this;
    old_news_ = 0;
}

void LinearSystem::rollback() {
    // The holders in reverse order; those of variables that go altogether included.
    for (auto change = holder_changes_.rbegin(); change != holder_changes_.rend(); ++change) {
        auto& holders = holders_[change->variable];
        if (change->is_append) {
            holders.pop_back();
            if (holders.empty()) spare_holders_.give(std::move(holders));
        } else {
            holders = std::move(taken_holders_.back());
            taken_holders_.pop_back();
        }
    }
    for (std::size_t v = marked_size_; v < hash_.size(); ++v) spare_rows_.give(std::move(rows_[v]));
    for (Saved& old : saved_) {
        spare_rows_.give(std::move(rows_[old.variable]));
        const auto put_back = [&](auto&... column) {
            std::apply([&](auto&... value) { ((column[old.variable] = std::move(value)), ...); }, old.values);
        };
        std::apply(put_back, columns());
        is_saved_[old.variable] = 0;
    }
    std::apply([this](auto&... column) { (column.resize(marked_size_), ...); }, columns());
    holders_.resize(marked_size_);
    is_saved_.resize(marked_size_);
    scratch_.resize(marked_size_);
    static_cast<LinearCounts&>(*this) = counts_at_mark_;
    saved_.clear();
    holder_changes_.clear();
    marked_ = false;
    news_.resize(marked_news_);
}

std::size_t LinearSystem::absorb(const LinearSystem& other) {
    std::size_t count = 0;
    for (const News& news : other.news_) {
        std::vector<Term> equation = news.row;
        equation.push_back({news.variable, field::kPrime - 1});
        count += add(equation) == Added::kNew;
    }
    return count;
}

std::size_t LinearSystem::footprint() const {
    using detail::bytes_of;
    const LinearColumns& columns = *this;
    std::size_t bytes = bytes_of_members(columns) + bytes_of(holders_) + bytes_of(news_) + bytes_of(saved_) +
                        bytes_of(holder_changes_) + bytes_of(taken_holders_) + bytes_of(is_saved_) +
                        bytes_of(spare_rows_) + bytes_of(spare_holders_) + bytes_of(scratch_) + bytes_of(touching_);
    return bytes;
}

std::vector<Term> LinearSystem::normal_form(Variable v) const {
    if (kind_[v] != kEliminated) return {{v, 1}};
    return rows_[v];
}

}  // namespace porism
