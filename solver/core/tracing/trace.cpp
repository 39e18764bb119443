#include "tracing/trace.hpp"

#include <algorithm>

namespace porism::tracing {

Trace::Trace(std::shared_ptr<Evidence> evidence, std::vector<Node> nodes, std::vector<std::uint32_t> goals,
             const std::vector<Conclusion>& conclusions, Chosen chosen)
    : evidence_(std::move(evidence)), nodes_(std::move(nodes)), goals_(std::move(goals)), chosen_(std::move(chosen)) {
    std::vector<bool> is_needed(nodes_.size());
    for (std::uint32_t goal : goals_) is_needed[goal] = true;
    for (std::size_t i = nodes_.size(); i-- > 0;) {
        if (!is_needed[i]) continue;
        for (std::uint32_t use : nodes_[i].uses) is_needed[use] = true;
    }
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
        if (!is_needed[i]) continue;
        needed_.push_back(i);
        weight_ += weight_of(nodes_[i]);
    }
    std::ranges::copy_if(conclusions, std::back_inserter(conclusions_),
                         [&](const Conclusion& c) { return is_needed[c.node]; });
}

const Question& Trace::question(std::uint32_t node) const {
    return evidence_->journal().questions()[nodes_[node].said];
}

double Trace::weight_of(const Node& node) const {
    if (node.rule == Rules::kPremise) return 0.01;
    if (node.rule == Rules::kLine || kRestates[node.rule]) return 0.02;
    const double shown = 1 + kUse * static_cast<double>(node.uses.size());
    if (node.rule != Rules::kLinear) return shown;
    const auto facts = static_cast<std::size_t>(
        std::ranges::count_if(node.uses, [&](std::uint32_t use) { return !question(use).is_line; }));
    if (facts < 2) return 0.02;
    return shown + kLong * static_cast<double>(facts > kMany ? facts - kMany : 0);
}

std::string Trace::said() const {
    std::vector<std::vector<std::uint32_t>> all;
    for (std::uint32_t i : needed_) {
        const Node& node = nodes_[i];
        std::vector<std::uint32_t> uses;
        for (std::uint32_t use : node.uses) uses.push_back(question(use).number);
        std::ranges::sort(uses);
        uses.erase(std::ranges::unique(uses).begin(), uses.end());
        std::vector<std::uint32_t>& one = all.emplace_back();
        one = {question(i).number, node.rule, node.application, static_cast<std::uint32_t>(uses.size())};
        one.insert(one.end(), uses.begin(), uses.end());
    }
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    std::string found;
    for (const auto& one : all) found.append(reinterpret_cast<const char*>(one.data()), one.size() * sizeof one[0]);
    return found;
}

// For each needed node those that the proof has only for it, itself included; none for the goal and premises. These are the nodes
// that it dominates, seen from the goal.
const std::vector<std::vector<bool>>& Trace::alone() const {
    if (!alone_.empty()) return alone_;
    const std::size_t count = needed_.size();
    constexpr std::size_t kAbove = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> number(nodes_.size()), above(count, kAbove), depth(count);
    std::vector<std::vector<std::size_t>> users(count);
    for (std::size_t k = 0; k < count; ++k) {
        number[needed_[k]] = k;
        for (std::uint32_t use : nodes_[needed_[k]].uses) users[number[use]].push_back(k);
    }
    for (std::size_t k = count - 1; k-- > 0;) {
        std::size_t common = users[k][0];
        for (std::size_t other : users[k]) {
            while (common != other) {
                if (depth[common] >= depth[other]) common = above[common];
                else other = above[other];
            }
        }
        above[k] = common, depth[k] = depth[common] + 1;
    }
    alone_.assign(count, std::vector<bool>(count));
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t i = k; i != kAbove; i = above[i]) alone_[i][k] = true;
    }
    for (std::size_t k = 0; k < count; ++k) {
        if (k == count - 1 || nodes_[needed_[k]].rule == Rules::kPremise) alone_[k].assign(count, false);
    }
    return alone_;
}

std::vector<std::pair<Time, double>> Trace::detours() const {
    std::vector<double> weights;
    for (std::uint32_t i : needed_) weights.push_back(weight_of(nodes_[i]));
    std::vector<std::pair<Time, double>> found;
    for (const Conclusion& c : conclusions_) {
        const auto k = static_cast<std::size_t>(std::ranges::lower_bound(needed_, c.node) - needed_.begin());
        const std::vector<bool>& mine = alone()[k];
        if (!mine[k]) continue;
        double weight = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (mine[i]) weight += weights[i];
        }
        found.emplace_back(c.time, weight);
    }
    std::ranges::sort(found, std::greater{}, [](const auto& each) { return std::pair{each.second, each.first}; });
    return found;
}

std::vector<Time> Trace::without(Time spare) const {
    const auto number = [&](std::uint32_t node) {
        return static_cast<std::size_t>(std::ranges::lower_bound(needed_, node) - needed_.begin());
    };
    const auto mine = std::ranges::find(conclusions_, spare, &Conclusion::time);
    std::vector<Time> found;
    for (const Conclusion& c : conclusions_) {
        if (mine == conclusions_.end() || !alone()[number(mine->node)][number(c.node)]) found.push_back(c.time);
    }
    return found;
}

}  // namespace porism::tracing
