// Costs of about as many steps as a proof of each entry takes, all that it rests on included.
//
// A traceback chooses among combinations of conclusions, and how late one was drawn says little about how much it rests on. Here,
// in order of time, each costs one step and what its premises do, each explained as cheaply as what comes before allows. What
// several premises rest on together is counted for each, so only a part of it is (kShared). On 45 problems of the collection the
// shortest of both kinds of proofs has 6 % fewer lines, on some half as many.
#include <limits>

#include "tracing/evidence.hpp"

namespace porism::tracing {

namespace {

// What a premise costs, and a row of a circle beside its share of what shows the circle: a quarter, four rows being an angle.
constexpr double kGiven = 0.4, kRow = 0.2, kQuarter = 0.25;
// The part of what an entry rests on that is counted.
constexpr double kShared = 0.7;
// For so many entries what a premise costs is taken to be the same: those of a pair of similar triangles ask for the same premises.
// (On the longest third of imo_ag_30 and imo_sl_dev, to ask each time took a sixth longer for no shorter proofs.)
constexpr std::int64_t kLately = 30;
// What an entry costs if what it rests on isn't found.
constexpr double kUnknown = 3.0;

constexpr double kInfinite = std::numeric_limits<double>::infinity();

}  // namespace

class Evidence::Estimate {
public:
    explicit Estimate(Evidence& evidence) : evidence_(evidence), journal_(evidence.journal()) {
        steps_.assign(journal_.end(), kInfinite);
    }

    std::vector<double> costs(Moment deadline) {
        for (Time t = 0; t < journal_.end(); ++t) {
            if (std::chrono::steady_clock::now() > deadline) throw Late{};
            const Entry& entry = journal_[t];
            steps_[t] = estimated(t, entry.rule);
            if (entry.kind == EntryKind::kEquation)
                before_[static_cast<std::size_t>(entry.theory)].push_back(steps_[t]);
        }
        return std::move(steps_);
    }

private:
    struct Lately {
        std::int64_t since = -kLately;
        double cost = 0;
    };

    double estimated(Time time, Rules::Kind rule) {
        if (rule == Rules::kPremise || rule == Rules::kMeaning || rule == Rules::kLine) return kGiven;
        double all = 0;
        for (QuestionId q : journal_.premises(time)) all += lately_asked(q, time);
        const double rests_on = kShared * all;
        return rule == Rules::kInscribed || rule == Rules::kRadial ? kRow + kQuarter * rests_on : 1 + rests_on;
    }

    // What it cost to explain a premise when it was asked for just before, if it was.
    double lately_asked(QuestionId asked, Time time) {
        const std::uint32_t number = journal_.questions()[asked].number;
        if (number >= asked_.size()) asked_.resize(number + 1);
        if (time - asked_[number].since >= kLately) asked_[number] = {time, to_explain(asked, time)};
        return asked_[number].cost;
    }

    // What it costs to explain a premise by entries before a time.
    double to_explain(QuestionId asked, Time time) {
        const Question& question = journal_.questions()[asked];
        double all = 0;
        if (question.kind == Question::kEquation) {
            const std::vector<double>& costs = before_[static_cast<std::size_t>(question.theory)];
            const auto factors = journal_.combine(asked, costs);
            if (!factors) return kUnknown;
            for (const Coefficient& c : *factors) all += costs[c.place];
            return all;
        }
        if (question.kind == Question::kCircle) {
            const auto found = evidence_.circles_of(asked, time, [this](Time t) { return steps_[t]; });
            if (!found) return kUnknown;
            for (const KnownCircle& circle : *found) all += circle.cost;
            return all;
        }
        if (question.kind == Question::kGiven) return kGiven;
        const auto entry = journal_.overlap(question.pair);
        return entry && *entry < time ? steps_[*entry] : kUnknown;
    }

    Evidence& evidence_;
    Journal& journal_;
    std::vector<double> steps_;
    std::array<std::vector<double>, kTheories> before_;
    std::vector<Lately> asked_;
};

Evidence::Evidence(std::shared_ptr<Journal> journal, Moment deadline) : journal_(std::move(journal)) {
    set_costs(Estimate(*this).costs(deadline));
}

}  // namespace porism::tracing
