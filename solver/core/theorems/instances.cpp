#include "theorems/instances.hpp"

#include <algorithm>

#include "theorems/join.hpp"

namespace porism {

namespace {

// The equation for these points, lifted by the reference diagram.
Linear linear(State& s, const EquationPattern& e, std::span<const Point> at) {
    Linear equation(e.theory);
    for (const auto& t : e.terms) equation.add(s.figure().pair(at[t.a], at[t.b]), t.numerator, t.denominator);
    for (const auto& c : e.constants) {
        equation.add(e.theory == Theory::kDirection ? s.one_variable() : s.prime(c.base), c.numerator, c.denominator);
    }
    if (e.theory == Theory::kDirection) s.lift(equation);
    return equation;
}

// The figure's circle through the points of a concyclic fact, and which of its points they are.
bool locate(const Figure& f, const FactPattern& fact, std::span<const Point> at, std::size_t& place,
            std::vector<std::uint16_t>& members) {
    for (place = 0; place < f.circles().size(); ++place) {
        const auto& on = f.circles()[place].points;
        members.clear();
        for (Slot slot : fact.points) {
            const auto found = std::find(on.begin(), on.end(), at[slot]);
            if (found == on.end()) break;
            members.push_back(static_cast<std::uint16_t>(found - on.begin()));
        }
        if (members.size() == fact.points.size()) return true;
    }
    return false;
}

bool is_known(State& s, const FactPattern& fact, std::span<const Point> at) {
    if (fact.kind == FactPattern::kConcyclic) {
        std::size_t place;
        std::vector<std::uint16_t> members;
        return locate(s.figure(), fact, at, place, members) && s.are_known_concyclic(place, members);
    }
    return std::all_of(fact.equations.begin(), fact.equations.end(),
                       [&](const auto& e) { return s.is_entailed(linear(s, e, at)); });
}

}  // namespace

void TheoremInstances::extend(const Figure& figure, Point first_new) {
    if (!library_ || library_->theorems.empty()) return;
    Relations relations(figure);
    tried_.resize(library_->theorems.size(), 0);
    for (std::uint16_t t = 0; t < library_->theorems.size(); ++t) {
        const TheoremPattern& theorem = library_->theorems[t];
        Join join(relations, theorem, first_new);
        const std::vector<Point> found = join.run();
        tried_[t] += join.tried();
        for (std::size_t i = 0; i < found.size(); i += theorem.slots) {
            waiting_.push_back({t, 0, static_cast<std::uint32_t>(points_.size() + i)});
            ++found_;
        }
        points_.insert(points_.end(), found.begin(), found.end());
    }
}

std::vector<std::pair<std::size_t, std::vector<Point>>> TheoremInstances::waiting() const {
    std::vector<std::pair<std::size_t, std::vector<Point>>> all;
    for (const Instance& i : waiting_) {
        const auto begin = points_.begin() + i.points;
        all.push_back({i.theorem, {begin, begin + static_cast<std::ptrdiff_t>(library_->theorems[i.theorem].slots)}});
    }
    return all;
}

bool TheoremInstances::fire(State& state) {
    bool any = false;
    std::size_t kept = 0;
    for (Instance instance : waiting_) {
        const TheoremPattern& theorem = library_->theorems[instance.theorem];
        const std::span<const Point> at(points_.data() + instance.points, theorem.slots);
        while (instance.known < theorem.premises.size() && is_known(state, theorem.premises[instance.known], at))
            ++instance.known;
        if (instance.known < theorem.premises.size()) waiting_[kept++] = instance;
        else any |= conclude(state, instance);
    }
    waiting_.resize(kept);
    return any;
}

bool TheoremInstances::conclude(State& state, const Instance& instance) const {
    const TheoremPattern& theorem = library_->theorems[instance.theorem];
    const std::span<const Point> at(points_.data() + instance.points, theorem.slots);
    bool any = false;
    std::vector<std::int64_t> says = {instance.theorem};
    says.insert(says.end(), at.begin(), at.end());
    for (const FactPattern& fact : theorem.conclusions) {
        if (fact.kind == FactPattern::kConcyclic) {
            std::size_t place;
            std::vector<std::uint16_t> members;
            if (!locate(state.figure(), fact, at, place, members)) continue;
            std::vector<std::int64_t> on = says;
            for (Slot s : fact.points) on.push_back(at[s]);
            any |= state.assume_circle(place, members, kNoPoint, Rule::kTheorem, on);
            continue;
        }
        for (const EquationPattern& e : fact.equations) any |= state.assume(linear(state, e, at), Rule::kTheorem, says);
    }
    return any;
}

}  // namespace porism
