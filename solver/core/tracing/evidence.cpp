#include "tracing/evidence.hpp"

#include <bit>

namespace porism::tracing {

namespace {

constexpr double kLight = 0.3;  // what an entry costs that a reader hardly notices

// age: from 0, the first entry, to 1.
double base_cost(Rules::Kind rule, double age) {
    if (rule == Rules::kPremise || rule == Rules::kMeaning) return 1.0;
    if (rule == Rules::kInscribed || rule == Rules::kRadial) return 0.7 + 2 * age;
    return 1.5 + 6 * age;
}

std::array<std::uint64_t, 2> hash_of(std::span<const double> costs) {
    std::array<std::uint64_t, 2> found = {0x9e3779b97f4a7c15 + costs.size(), 0xc2b2ae3d27d4eb4f};
    for (double cost : costs) {
        const auto bits = std::bit_cast<std::uint64_t>(cost);
        found[0] = std::rotl((found[0] ^ bits) * 0x9fb21c651e98df25, 29);
        found[1] = std::rotl((found[1] + bits) * 0xd6e8feb86659fd93, 31) ^ found[1] >> 17;
    }
    return found;
}

}  // namespace

Evidence::Evidence(std::shared_ptr<Journal> journal, std::span<const Time> light) : journal_(std::move(journal)) {
    const Time end = journal_->end();
    std::vector<double> costs(end);
    for (Time t = 0; t < end; ++t) costs[t] = base_cost((*journal_)[t].rule, static_cast<double>(t) / end);
    for (Time t : light) costs[t] = kLight;
    set_costs(std::move(costs));
}

void Evidence::set_costs(std::vector<double> costs) {
    costs_ = std::move(costs);
    for (Time t = 0; t < costs_.size(); ++t) {
        const Entry& entry = (*journal_)[t];
        if (entry.kind == EntryKind::kEquation) by_theory_[static_cast<std::size_t>(entry.theory)].push_back(costs_[t]);
    }
}

const Answer& Evidence::explained(QuestionId question, Time time, std::span<const double> costs) {
    work += 3;
    const auto [found, is_new] = explained_.try_emplace({question, time, hash_of(costs)}, nullptr);
    if (is_new) {
        const auto factors = journal_->combine(question, costs);
        if (factors) found->second = journal_->answer(question, time, *factors);
    }
    if (!found->second) throw Unexplained{question};
    return *found->second;
}

std::optional<std::vector<KnownCircle>> Evidence::circles_of(QuestionId question, Time time,
                                                             const std::function<double(Time)>& cost) {
    std::vector<KnownCircle> known = journal_->circles_through(question, time);
    for (KnownCircle& circle : known) circle.cost = cost(circle.time);
    return covering(known, journal_->questions()[question].circle, journal_->questions().places());
}

}  // namespace porism::tracing
