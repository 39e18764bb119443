#include "tracing/tracer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace porism::tracing {

namespace {

constexpr double kAtHand = 0.3;  // the cost in an explanation of what the proof has anyway
constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr std::size_t kDeepest = 2000;  // conclusions that rest on each other: the stack has room for more
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

bool is_similarity(Rules::Kind rule) {
    return rule == Rules::kSimilarAa || rule == Rules::kSimilarSas || rule == Rules::kSimilarSss ||
           rule == Rules::kSimilarSsa;
}

std::vector<std::uint32_t> each_once(std::vector<std::uint32_t> nodes) {
    auto end = nodes.begin();
    for (std::uint32_t node : nodes) {
        if (std::find(nodes.begin(), end, node) == end) *end++ = node;
    }
    nodes.erase(end, nodes.end());
    return nodes;
}

// The nodes found so far and what they claim; one for each traceback.
class Tracer {
public:
    Tracer(Evidence& evidence, const Guide& guide, Moment deadline)
        : evidence_(evidence), journal_(evidence.journal()), kept_(guide.kept), deadline_(deadline) {
        of_entry_.assign(journal_.end(), kNone);
        is_used_.assign(journal_.end(), false);
        is_banned_.assign(journal_.end(), false);
        for (Time t : guide.used) is_used_[t] = true;
        for (Time t : guide.banned) is_banned_[t] = true;
    }

    std::uint32_t explain_goal(const Goal& goal) {
        const Time end = journal_.end();
        if (goal.meanings.empty()) {
            const bool is_circle = journal_.questions()[goal.question].kind == Question::kCircle;
            return is_circle ? explain_circle(goal.question, end, true) : explain(goal.question, end);
        }
        const Meaning& meaning = explained_best(goal.meanings);
        std::vector<std::uint32_t> parts;
        for (QuestionId q : meaning.equations) parts.push_back(explain(q, end));
        if (parts.size() == 1 && nodes_[parts[0]].said == meaning.said) return parts[0];
        // Not `add`: what is known may say the same in other words, and the last step says exactly the goal.
        return append({.said = meaning.said, .rule = Rules::kMeaning, .uses = each_once(std::move(parts))});
    }

    Trace found(std::shared_ptr<Evidence> evidence, std::vector<std::uint32_t> goals) {
        return {std::move(evidence), std::move(nodes_), std::move(goals), conclusions_, std::move(chosen_)};
    }

private:
    // -- nodes ----------------------------------------------------------------------------------------------------

    std::uint32_t& of_claim(QuestionId said) {
        const std::uint32_t number = journal_.questions()[said].number;
        if (number >= of_claim_.size())
            of_claim_.resize(std::max<std::size_t>(number + 1, journal_.questions().numbers()), kNone);
        return of_claim_[number];
    }

    // A new node, unless the claim was proved before.
    std::uint32_t add(Node node) {
        const std::uint32_t known = of_claim(node.said);
        return known == kNone ? append(std::move(node)) : known;
    }

    std::uint32_t append(Node node) {
        nodes_.push_back(std::move(node));
        return of_claim(nodes_.back().said) = static_cast<std::uint32_t>(nodes_.size() - 1);
    }

    // That one of collinear points comes first from which the others are seen in one direction at the least cost.
    const Meaning& explained_best(const std::vector<Meaning>& meanings) {
        const Meaning* best = &meanings[0];
        if (meanings.size() == 1) return *best;
        double least = kInfinite;
        for (const Meaning& meaning : meanings) {
            const double cost = cost_of(meaning);
            if (cost < least) least = cost, best = &meaning;
        }
        return *best;
    }

    double cost_of(const Meaning& meaning) {
        double all = 0;
        try {
            std::vector<const Answer*> answers;
            for (QuestionId q : meaning.equations) answers.push_back(&combination(q, journal_.end()));
            for (const Answer* answer : answers) {
                for (std::size_t i = 0; i < answer->used.size(); ++i) {
                    const Coefficient& c = answer->factors[i];
                    all += cost(answer->used[i]) *
                           std::abs(static_cast<double>(c.numerator) / static_cast<double>(c.denominator));
                }
            }
        } catch (const Unexplained&) {
            return kInfinite;
        }
        return all;
    }

    // The node that proves a claim which was entailed before a time.
    std::uint32_t explain(QuestionId asked, Time time) {
        const std::uint32_t known = of_claim(asked);
        if (known != kNone) return known;
        const Question& question = journal_.questions()[asked];
        switch (question.kind) {
            case Question::kEquation: return explain_equation(asked, time);
            case Question::kCircle: return explain_circle(asked, time, false);
            case Question::kOverlap: {
                const auto entry = journal_.overlap(question.pair);
                if (!entry || *entry >= time) throw Unexplained{asked};
                return explain_entry(*entry);
            }
            case Question::kGiven: break;
        }
        return add({.said = asked, .rule = Rules::kPremise});
    }

    // -- entries --------------------------------------------------------------------------------------------------

    std::uint32_t explain_entry(Time time) {
        if (of_entry_[time] != kNone) return of_entry_[time];
        if (depth_ == kDeepest) throw Unexplained{journal_.claim(time)};
        ++depth_;
        const std::uint32_t node = node_of_entry(time);
        --depth_;
        of_entry_[time] = node;
        conclusions_.push_back({time, node});
        const Entry& entry = journal_[time];
        if (entry.kind == EntryKind::kEquation) {
            Costs& costs = costs_[static_cast<std::size_t>(entry.theory)];
            costs.at_hand.push_back(entry.number);
            if (costs.are_set) costs.all[entry.number] = kAtHand;
        }
        return node;
    }

    std::uint32_t node_of_entry(Time time) {
        const Entry& entry = journal_[time];
        const QuestionId claim = journal_.claim(time);
        if (entry.rule == Rules::kPremise) return add({.said = claim, .rule = Rules::kPremise});
        const std::vector<QuestionId>& premises = journal_.premises(time);
        if (entry.rule == Rules::kMeaning) {
            const std::uint32_t premise = add({.said = premises.at(0), .rule = Rules::kPremise});
            return add({.said = claim, .rule = Rules::kMeaning, .uses = {premise}});
        }
        std::vector<std::uint32_t> uses;
        for (QuestionId premise : premises) uses.push_back(explain(premise, time));
        Node node{.said = claim,
                  .rule = entry.rule,
                  .application = entry.application,
                  .entry = time,
                  .uses = each_once(std::move(uses))};
        if (!is_similarity(entry.rule)) return add(std::move(node));
        node.said = journal_.similar(time);
        const std::uint32_t triangles = add(std::move(node));
        return add({.said = claim, .rule = Rules::kMeaning, .uses = {triangles}});
    }

    // -- circles --------------------------------------------------------------------------------------------------

    // A circle through the claim's points; for those alone if exact.
    std::uint32_t explain_circle(QuestionId asked, Time time, bool is_exact) {
        const auto joined = evidence_.circles_of(asked, time, [this](Time t) { return cost(t); });
        if (!joined) throw Unexplained{asked};
        std::vector<std::uint32_t> parts;
        for (const KnownCircle& circle : *joined) parts.push_back(explain_entry(circle.time));
        const Questions& all = journal_.questions();
        if (parts.size() == 1 && (!is_exact || all[nodes_[parts[0]].said].number == all[asked].number)) return parts[0];
        return add({.said = asked, .rule = Rules::kConcyclicMerge, .uses = std::move(parts)});
    }

    // -- equations ------------------------------------------------------------------------------------------------

    std::uint32_t explain_equation(QuestionId asked, Time time) {
        if (std::chrono::steady_clock::now() > deadline_) throw Late{};
        std::vector<Part> parts = parts_of(combination(asked, time));
        const Questions& all = journal_.questions();
        if (parts.size() == 1 && all[nodes_[parts[0].node].said].number == all[asked].number) return parts[0].node;
        std::vector<std::uint32_t> uses;
        for (const Part& part : parts) uses.push_back(part.node);
        return add(
            {.said = asked, .rule = Rules::kLinear, .uses = each_once(std::move(uses)), .parts = std::move(parts)});
    }

    std::vector<Part> parts_of(const Answer& answer) {
        std::vector<Part> parts;
        for (std::size_t i = 0; i < answer.used.size(); ++i) {
            const Time time = answer.used[i];
            if (kHasArcs[journal_[time].rule]) continue;
            const Coefficient& c = answer.factors[i];
            parts.push_back({false, time, c.numerator, c.denominator, explain_entry(time)});
        }
        for (const Piece& piece : answer.pieces) {
            std::vector<std::uint32_t> uses;
            for (const Asked& some : piece.rests_on) uses.push_back(explain(some.question, some.time));
            const std::uint32_t node = add({.said = piece.said,
                                            .rule = piece.rule,
                                            .application = piece.application,
                                            .uses = each_once(std::move(uses))});
            parts.push_back({true, piece.number, 1, 1, node});
        }
        return parts;
    }

    // How an equation is explained.
    const Answer& combination(QuestionId asked, Time time) {
        const Answer* answer = nullptr;
        if (kept_) {
            const auto found = kept_->chosen().find({asked, time});
            if (found != kept_->chosen().end()) answer = found->second;
        }
        if (!answer || !std::ranges::all_of(answer->used, [&](Time t) { return may_use(t, time); })) {
            answer = &evidence_.explained(asked, time, costs_before(journal_.questions()[asked].theory, time));
        }
        evidence_.work += 1;
        chosen_[{asked, time}] = answer;
        return *answer;
    }

    // Whether an entry stands before a time, or among the nodes; unless it is to be avoided.
    bool may_use(Time entry, Time time) const {
        return of_entry_[entry] != kNone || (entry < time && !is_banned_[entry]);
    }

    double cost(Time entry) const {
        if (of_entry_[entry] != kNone) return kAtHand;
        if (is_banned_[entry]) return kInfinite;
        return is_used_[entry] ? kAtHand : evidence_.cost(entry);
    }

    // The costs of a theory's entries before a time and of later ones that the proof has by now; infinite for the rest.
    std::span<const double> costs_before(Theory theory, Time time) {
        Costs& costs = costs_[static_cast<std::size_t>(theory)];
        if (!costs.are_set) {
            for (Time t : journal_.equations(theory)) costs.all.push_back(cost(t));
            costs.are_set = true;
        }
        const std::size_t count = journal_.before(theory, time);
        std::size_t end = count;
        for (std::uint32_t number : costs.at_hand) end = std::max<std::size_t>(end, number + 1);
        if (end == count) return std::span(costs.all).first(count);
        costs.with_later.assign(costs.all.begin(), costs.all.begin() + static_cast<std::ptrdiff_t>(count));
        costs.with_later.resize(end, kInfinite);
        for (std::uint32_t number : costs.at_hand) {
            if (number >= count) costs.with_later[number] = kAtHand;
        }
        return costs.with_later;
    }

    struct Costs {
        bool are_set = false;
        std::vector<double> all;             // by number in the theory
        std::vector<std::uint32_t> at_hand;  // numbers of what is among the nodes
        std::vector<double> with_later;
    };

    Evidence& evidence_;
    Journal& journal_;
    const Trace* kept_;
    Moment deadline_;
    std::vector<bool> is_used_, is_banned_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> of_entry_;  // by time: the node
    std::vector<Trace::Conclusion> conclusions_;
    std::vector<std::uint32_t> of_claim_;  // by number of the claim: the node
    Chosen chosen_;
    std::array<Costs, kTheories> costs_;
    std::size_t depth_ = 0;  // of entries that are being explained
};

}  // namespace

Trace traced(std::shared_ptr<Evidence> evidence, const std::vector<Goal>& goals, const Guide& guide, Moment deadline) {
    Tracer tracer(*evidence, guide, deadline);
    std::vector<std::uint32_t> found;
    for (const Goal& goal : goals) found.push_back(tracer.explain_goal(goal));
    return tracer.found(std::move(evidence), std::move(found));
}

}  // namespace porism::tracing
