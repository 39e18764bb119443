// What a traceback has found: which claim by which rule from which others. Coefficients are worked out when it is written as steps.
#pragma once

#include <string>

#include "tracing/evidence.hpp"

namespace porism::tracing {

// Facts that a reader combines at once, how long each further one looks, over a step, and how long each use.
inline constexpr std::size_t kMany = 3;
inline constexpr double kLong = 0.3, kUse = 0.02;

// A summand of a combination, an entry or a piece of a circle: factor times what a node claims, up to a factor.
struct Part {
    bool is_piece;
    std::uint32_t which;  // time of the entry, number of the piece
    std::int64_t numerator, denominator;
    std::uint32_t node;
};

// A step before it is written. application: number of its points. entry: whose conclusion it is, or kNever. uses: numbers of nodes.
struct Node {
    QuestionId said;
    Rules::Kind rule;
    std::uint32_t application = 0;
    Time entry = kNever;
    std::vector<std::uint32_t> uses{};
    std::vector<Part> parts{};
};

// How each equation was explained, by question and time.
using Chosen = std::map<std::pair<QuestionId, Time>, const Answer*>;

// Nodes in order, each after those that it uses; the goal is the last one.
class Trace {
public:
    struct Conclusion {
        Time time;
        std::uint32_t node;
    };

    Trace(std::shared_ptr<Evidence> evidence, std::vector<Node> nodes, std::vector<std::uint32_t> goals,
          const std::vector<Conclusion>& conclusions, Chosen chosen);

    bool is_of(const Evidence& evidence) const { return evidence_.get() == &evidence; }
    const std::vector<Node>& nodes() const { return nodes_; }
    const std::vector<std::uint32_t>& goals() const { return goals_; }
    const Chosen& chosen() const { return chosen_; }
    // The conclusions that the goals rest on.
    const std::vector<Conclusion>& conclusions() const { return conclusions_; }
    // How long it will look: 1 for each visible step, and a little for every use.
    double weight() const { return weight_; }
    // What it says, by which rules and from what: equal for traces whose proofs are the same but for their order.
    std::string said() const;
    // The conclusions that it can be tried without, and how long what it has only for them looks, the longest first.
    std::vector<std::pair<Time, double>> detours() const;
    // The times of the conclusions that it doesn't have only for one of them.
    std::vector<Time> without(Time spare) const;

private:
    double weight_of(const Node& node) const;
    const Question& question(std::uint32_t node) const;
    const std::vector<std::vector<bool>>& alone() const;

    std::shared_ptr<Evidence> evidence_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> goals_, needed_;
    std::vector<Conclusion> conclusions_;
    Chosen chosen_;
    double weight_ = 0;
    mutable std::vector<std::vector<bool>> alone_;  // by number among the needed nodes
};

}  // namespace porism::tracing
