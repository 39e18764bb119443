#include "tracing/journal.hpp"

#include <algorithm>
#include <cmath>

namespace porism::tracing {

namespace {

bool fits(const Terms& target, const Combinations& rows) {
    return std::ranges::all_of(target, [&](const Coefficient& c) { return c.place < rows.column_count(); });
}

}  // namespace

void Journal::add_equation(Rules::Kind rule, std::uint32_t application, Theory theory, std::uint32_t row) {
    std::vector<Time>& same = equations_[index(theory)];
    entries_.push_back({.kind = EntryKind::kEquation,
                        .rule = rule,
                        .application = application,
                        .theory = theory,
                        .number = static_cast<std::uint32_t>(same.size()),
                        .row = row});
    same.push_back(end() - 1);
}

void Journal::add_circle(Rules::Kind rule, std::uint32_t application, std::uint32_t place, CircleClaim circle) {
    entries_.push_back({.kind = EntryKind::kCircle,
                        .rule = rule,
                        .application = application,
                        .place = place,
                        .circle = std::move(circle)});
    circles_.push_back(end() - 1);
}

void Journal::add_overlap(Rules::Kind rule, std::uint32_t application, std::uint32_t x, std::uint32_t y) {
    entries_.push_back({.kind = EntryKind::kOverlap, .rule = rule, .application = application});
    overlaps_[{std::min(x, y), std::max(x, y)}] = end() - 1;
}

std::optional<Time> Journal::overlap(const std::array<std::uint32_t, 2>& pair) const {
    const auto found = overlaps_.find(pair);
    return found == overlaps_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t Journal::before(Theory theory, Time time) const {
    const std::vector<Time>& times = equations(theory);
    return static_cast<std::size_t>(std::ranges::lower_bound(times, time) - times.begin());
}

const std::vector<QuestionId>& Journal::premises(Time time) {
    const auto found = premises_.find(time);
    return found != premises_.end() ? found->second : premises_.emplace(time, source_.premises(time)).first->second;
}

QuestionId Journal::claim(Time time) {
    const auto found = claims_.find(time);
    return found != claims_.end() ? found->second : claims_.emplace(time, source_.claim(time)).first->second;
}

QuestionId Journal::similar(Time time) {
    const auto found = similar_.find(time);
    return found != similar_.end() ? found->second : similar_.emplace(time, source_.similar(time)).first->second;
}

const Combinations& Journal::combinations(Theory theory) {
    std::unique_ptr<Combinations>& found = combinations_[index(theory)];
    if (!found) {
        std::vector<Terms> rows;
        std::size_t columns = 0;
        for (Time time : equations(theory)) {
            rows.push_back(questions_->row(entries_[time].row));
            for (const Coefficient& c : rows.back()) columns = std::max<std::size_t>(columns, c.place + 1);
        }
        found = std::make_unique<Combinations>(std::move(rows), columns);
    }
    return *found;
}

std::optional<Factors> Journal::combine(QuestionId question, std::span<const double> costs) {
    const Question& asked = questions()[question];
    const Combinations& rows = combinations(asked.theory);
    if (asked.target.empty()) return Factors{};
    if (!fits(asked.target, rows)) return std::nullopt;
    const auto [target, is_new] = targets_.try_emplace(question);
    if (is_new) target->second = rows.target(asked.target);
    auto found = rows.least(costs, target->second);
    if (!found) return std::nullopt;
    if (found->is_exact) {
        std::erase_if(found->factors, [](const Coefficient& c) { return c.numerator == 0; });
        return std::move(found->factors);
    }
    std::vector<std::uint32_t> support;
    for (const Coefficient& c : found->factors) support.push_back(c.place);
    auto exact = source_.exact(question, support);
    if (!exact) {
        support.clear();
        for (std::uint32_t i = 0; i < costs.size(); ++i) {
            if (!std::isinf(costs[i])) support.push_back(i);
        }
        exact = source_.exact(question, support);
    }
    return exact;
}

std::optional<std::size_t> Journal::first_entailing(Theory theory, const Terms& target) {
    const Combinations& rows = combinations(theory);
    return fits(target, rows) ? rows.first_entailing(rows.target(target)) : std::nullopt;
}

const Answer* Journal::answer(QuestionId question, Time time, const Factors& factors) {
    std::vector<std::int64_t> key{question, time};
    for (const Coefficient& c : factors) key.insert(key.end(), {c.place, c.numerator, c.denominator});
    const auto known = answers_.find(key);
    if (known != answers_.end()) return known->second.get();
    auto answer = std::make_unique<Answer>();
    answer->factors = factors;
    for (const Coefficient& c : factors) answer->used.push_back(equations(questions()[question].theory)[c.place]);
    if (std::ranges::any_of(answer->used, [&](Time used) { return kHasArcs[entries_[used].rule]; })) {
        auto pieces = source_.pieces(time, factors);
        if (pieces) answer->pieces = std::move(*pieces);
        else answer.reset();
    }
    return answers_.emplace(std::move(key), std::move(answer)).first->second.get();
}

const std::vector<KnownCircle>& Journal::circles_through(QuestionId question, Time time) {
    const auto [found, is_new] = circles_through_.try_emplace({question, time});
    if (is_new) {
        std::vector<KnownCircle> before;
        for (Time t : circles_) {
            if (t < time) before.push_back({&entries_[t].circle, entries_[t].place, t, 0.0});
        }
        found->second = possible(before, questions()[question].circle, questions().places());
    }
    return found->second;
}

}  // namespace porism::tracing
