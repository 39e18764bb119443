// The order in which a theorem's points are looked for, and where the candidates for each come from.
//
// A step's candidates come from a relation that the points before it decide. Which order is best is a matter of how many
// partial instances there will be; the estimate is rough, and the greedy choice by it good enough: a step that tries
// every point stands out in `cost`, and tests/benchmarks shows it. There is a plan for every slot as the anchor: with
// that one a new point of the figure, and the anchors of the plans before it old ones, each instance with a new point is
// found once (semi-naive evaluation, as in Datalog engines: Bancilhon and Ramakrishnan, SIGMOD 1986).
//
// In a search for all instances only one of each set of symmetric ones is wanted. Along the plan, a slot's point gets
// the smallest number among the slots that the symmetries so far left free could put in its place; that is the
// lexicographically first of the images (Crawford et al., "Symmetry-breaking predicates for search problems", KR 1996).
#include <algorithm>
#include <cmath>

#include "theorems/pattern.hpp"

namespace porism {

namespace {

// About how many candidates there are in a figure of a dozen points, and which part passes a fact decided with them.
constexpr double kEvery = 12, kOnLine = 1.6, kOnLines = 6, kOnRay = 1.2, kAtDistance = 1.5, kTwins = 5, kTwinsOfOne = 2,
                 kPassed = 0.3;
constexpr double kOnCircles[] = {6, 3, 2};  // through one, two, three or more given points

struct Option {
    PlanStep step;
    double candidates;
};

class Planner {
public:
    explicit Planner(const TheoremPattern& theorem) : theorem_(theorem), bound_(theorem.slots, 0) {}

    Plan run(Slot anchor) {
        Plan plan;
        double partial = kEvery;
        plan.steps.push_back({PlanStep::kAny, anchor, 0, 0});
        plan.cost = partial;
        bound_.assign(theorem_.slots, 0);
        bound_[anchor] = 1;
        while (plan.steps.size() < theorem_.slots) {
            const Option best = cheapest();
            plan.steps.push_back(best.step);
            bound_[best.step.slot] = 1;
            partial *= best.candidates;
            plan.cost += partial;
        }
        return plan;
    }

private:
    Option cheapest() {
        Option best{{}, INFINITY};
        const auto consider = [&](PlanStep step, double candidates) {
            candidates *= std::pow(kPassed, decided(step));
            if (candidates < best.candidates) best = {step, candidates};
        };
        for (Slot slot = 0; slot < theorem_.slots; ++slot) {
            if (!bound_[slot]) consider({PlanStep::kAny, slot, 0, 0}, kEvery);
        }
        for (std::uint16_t i = 0; i < theorem_.fact_count(); ++i) {
            const FactPattern& fact = theorem_.fact(i);
            const auto given = std::count_if(fact.points.begin(), fact.points.end(), [&](Slot s) { return bound_[s]; });
            if (given == 0) continue;
            for (Slot slot : fact.points) {
                if (bound_[slot]) continue;
                if (fact.kind == FactPattern::kCollinear) {
                    consider({given > 1 ? PlanStep::kLine : PlanStep::kNeighbor, slot, i, 0},
                             given > 1 ? kOnLine : kOnLines);
                } else if (fact.kind == FactPattern::kConcyclic) {
                    consider({PlanStep::kCircle, slot, i, 0}, kOnCircles[std::min<std::ptrdiff_t>(given, 3) - 1]);
                }
                for (std::uint16_t e = 0; e < fact.equations.size(); ++e) {
                    const auto& equation = fact.equations[e];
                    TwinPattern twin;
                    if (read_twin(equation, twin) && bound_[twin.vertex]) {
                        consider({PlanStep::kTwin, slot, i, e}, given > 1 ? kTwinsOfOne : kTwins);
                    }
                    if (!decides(equation, slot)) continue;
                    if (equation.theory == Theory::kDirection) consider({PlanStep::kRay, slot, i, e}, kOnRay);
                    else consider({PlanStep::kDistance, slot, i, e}, kAtDistance);
                }
            }
        }
        return best;
    }

    // How many facts, other than its source, are decided once the step's slot is bound.
    int decided(const PlanStep& step) const {
        int count = 0;
        for (std::size_t i = 0; i < theorem_.fact_count(); ++i) {
            if (step.source != PlanStep::kAny && i == step.fact) continue;
            const auto& points = theorem_.fact(i).points;
            if (std::find(points.begin(), points.end(), step.slot) == points.end()) continue;
            count += std::all_of(points.begin(), points.end(), [&](Slot s) { return bound_[s] || s == step.slot; });
        }
        return count;
    }

    // Whether the equation tells one segment from a known point to the slot.
    bool decides(const EquationPattern& e, Slot slot) const {
        const TermPattern* unknown = nullptr;
        for (const auto& t : e.terms) {
            if (bound_[t.a] && bound_[t.b]) continue;
            if (unknown) return false;
            unknown = &t;
        }
        if (!unknown || (unknown->a != slot && unknown->b != slot)) return false;
        const Slot other = unknown->a == slot ? unknown->b : unknown->a;
        const bool unit = std::abs(unknown->numerator) == 1 && unknown->denominator == 1;
        return bound_[other] && (e.theory != Theory::kDirection || unit);
    }

    const TheoremPattern& theorem_;
    std::vector<std::uint8_t> bound_;
};

// When each slot is bound, by step.
std::vector<std::size_t> times(const TheoremPattern& theorem, const Plan& plan) {
    std::vector<std::size_t> when(theorem.slots);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) when[plan.steps[i].slot] = i;
    return when;
}

double factor(const TermPattern& t) { return static_cast<double>(t.numerator) / static_cast<double>(t.denominator); }

void add_partner_probes(std::size_t fact, const EquationPattern& e, const std::vector<std::size_t>& when, Plan& plan) {
    if (e.terms.size() != 2 || factor(e.terms[0]) != -factor(e.terms[1])) return;
    if (e.theory == Theory::kDirection && std::abs(factor(e.terms[0])) != 1) return;
    double constant = 0;
    for (const auto& c : e.constants) {
        const double unit = c.base == 1 ? 1 : std::log(static_cast<double>(c.base));
        constant += unit * static_cast<double>(c.numerator) / static_cast<double>(c.denominator);
    }
    const auto bound = [&](const TermPattern& t) { return std::max(when[t.a], when[t.b]); };
    for (int first : {0, 1}) {
        const TermPattern &term = e.terms[first], &other = e.terms[1 - first];
        if (bound(term) < bound(other)) {
            plan.checks[bound(term)].probes.push_back({fact, true, e.theory, term, other, constant / factor(term)});
        }
    }
}

// What each step decides, and what it can ask beforehand.
void add_checks(const TheoremPattern& theorem, Plan& plan) {
    const auto when = times(theorem, plan);
    plan.checks.resize(plan.steps.size());
    const auto steps_of = [&](const std::vector<Slot>& slots) {
        std::vector<std::size_t> steps;
        for (Slot s : slots) steps.push_back(when[s]);
        std::sort(steps.begin(), steps.end());
        return steps;
    };
    for (std::size_t i = 0; i < theorem.conditions.size(); ++i) {
        plan.checks[steps_of(theorem.conditions[i].points).back()].conditions.push_back(i);
    }
    for (std::size_t i = 0; i < theorem.fact_count(); ++i) {
        const FactPattern& fact = theorem.fact(i);
        const auto steps = steps_of(fact.points);
        plan.checks[steps.back()].facts.push_back(i);
        if (fact.kind != FactPattern::kEquations) {
            for (std::size_t n = 1; n + 1 < steps.size(); ++n) plan.checks[steps[n]].probes.push_back({i});
        } else {
            for (const auto& e : fact.equations) add_partner_probes(i, e, when, plan);
        }
    }
}

using Group = std::vector<const std::vector<Slot>*>;

// The symmetries that keep the conditions as well.
Group group_of(const TheoremPattern& theorem) {
    Group group;
    for (std::size_t i = 0; i < theorem.symmetries.size(); ++i) {
        if (theorem.keeps_conditions[i]) group.push_back(&theorem.symmetries[i]);
    }
    return group;
}

std::vector<Slot> orbit_of(const Group& group, Slot slot) {
    std::vector<Slot> orbit;
    for (const auto* g : group) orbit.push_back((*g)[slot]);
    std::sort(orbit.begin(), orbit.end());
    orbit.erase(std::unique(orbit.begin(), orbit.end()), orbit.end());
    return orbit;
}

void break_symmetries(const TheoremPattern& theorem, Plan& plan) {
    const auto when = times(theorem, plan);
    auto group = group_of(theorem);
    for (const PlanStep& step : plan.steps) {
        for (Slot other : orbit_of(group, step.slot)) {
            if (other != step.slot)
                plan.checks[std::max(when[other], when[step.slot])].rising.push_back({step.slot, other});
        }
        std::erase_if(group, [&](const auto* g) { return (*g)[step.slot] != step.slot; });
    }
}

}  // namespace

bool read_twin(const EquationPattern& e, TwinPattern& twin) {
    if (e.theory != Theory::kDirection || !e.constants.empty() || e.terms.size() < 3) return false;
    for (const Slot vertex : {e.terms[0].a, e.terms[0].b}) {
        std::vector<Slot> plus, minus;
        bool all = true;
        for (const auto& t : e.terms) {
            all &= (t.a == vertex || t.b == vertex) && t.denominator == 1;
            const Slot other = t.a == vertex ? t.b : t.a;
            for (std::int64_t n = 0; n < std::abs(t.numerator); ++n) (t.numerator > 0 ? plus : minus).push_back(other);
        }
        if (!all || plus.size() != 2 || minus.size() != 2) continue;
        twin = {vertex, {plus[0], plus[1]}, {minus[0], minus[1]}};
        return true;
    }
    return false;
}

void make_plans(TheoremPattern& theorem) {
    Planner planner(theorem);
    for (Slot anchor = 0; anchor < theorem.slots; ++anchor) theorem.plans.push_back(planner.run(anchor));
    std::stable_sort(theorem.plans.begin(), theorem.plans.end(),
                     [](const Plan& x, const Plan& y) { return x.cost < y.cost; });
    // One of the slots that symmetries exchange is enough as an anchor; all of them are old in the plans after it.
    std::vector<Slot> done;
    std::erase_if(theorem.plans, [&](Plan& plan) {
        const Slot anchor = plan.steps[0].slot;
        if (std::find(done.begin(), done.end(), anchor) != done.end()) return true;
        plan.old = done;
        const auto orbit = orbit_of(group_of(theorem), anchor);
        done.insert(done.end(), orbit.begin(), orbit.end());
        return false;
    });
    for (Plan& plan : theorem.plans) add_checks(theorem, plan);
    break_symmetries(theorem, theorem.plans[0]);
}

}  // namespace porism
