// Libraries of theorems from Python (solver/knowledge/compile.py).
#include <algorithm>

#include <nanobind/stl/pair.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include "binding/binding.hpp"
#include "theorems/instances.hpp"

namespace porism::binding {

using namespace nb::literals;

void Theorems::add(TheoremPattern theorem) {
    checks::require(theorem.slots > 0 && theorem.slots <= 64, "a theorem has at least a point, and at most 64");
    for (const auto* side : {&theorem.premises, &theorem.conclusions}) {
        for (const FactPattern& f : *side) checks::fact(f, theorem.slots);
    }
    for (const ConditionPattern& c : theorem.conditions) checks::condition(c, theorem.slots);
    find_symmetries(theorem);
    make_plans(theorem);
    library_->theorems.push_back(std::move(theorem));
}

namespace {

// (points of the quantity, numerator, denominator)
using TermList = std::vector<std::tuple<std::vector<int>, std::int64_t, std::int64_t>>;
// (base, numerator, denominator)
using ConstantList = std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t>>;
using EquationList = std::vector<std::tuple<Theory, TermList, ConstantList>>;
using FactList = std::vector<std::tuple<FactPattern::Kind, std::vector<Slot>, EquationList>>;
using ConditionList = std::vector<std::pair<ConditionPattern::Kind, std::vector<Slot>>>;

std::vector<FactPattern> facts(const FactList& list) {
    std::vector<FactPattern> found;
    for (const auto& [kind, slots, equations] : list) {
        FactPattern fact{kind, slots, {}};
        for (const auto& [theory, terms, constants] : equations) {
            EquationPattern e{theory, {}, {}};
            for (const auto& [ends, p, q] : terms) {
                checks::require(ends.size() == 2 && std::ranges::all_of(ends, [](int s) { return s >= 0 && s < 64; }),
                                "a term takes two points");
                e.terms.push_back({static_cast<Slot>(ends[0]), static_cast<Slot>(ends[1]), p, q});
            }
            for (const auto& [base, p, q] : constants) e.constants.push_back({base, p, q});
            fact.equations.push_back(std::move(e));
        }
        found.push_back(std::move(fact));
    }
    return found;
}

void add(Theorems& library, std::size_t slots, const FactList& premises, const ConditionList& conditions,
         const FactList& conclusions) {
    TheoremPattern t{slots, facts(premises), facts(conclusions), {}, {}, {}, {}};
    for (const auto& [kind, points] : conditions) t.conditions.push_back({kind, points});
    library.add(std::move(t));
}

// (theorem, points) of the instances with a point from first_new on.
std::vector<std::pair<std::size_t, std::vector<Point>>> instances(const Theorems& library, Coordinates xy,
                                                                  Point first_new) {
    checks::require(first_new <= xy.shape(1), "there is no point of this number");
    TheoremInstances found(library.library());
    found.extend(Figure(diagrams_of(xy)), first_new);
    return found.waiting();
}

using PlanOfTheorem = std::pair<std::vector<std::pair<PlanStep::Source, Slot>>, double>;

// The plans of a theorem: the steps of each, as (source, slot), and its estimated cost.
std::vector<PlanOfTheorem> plans(const Theorems& library, std::size_t theorem) {
    std::vector<PlanOfTheorem> all;
    for (const Plan& plan : library.at(theorem).plans) {
        all.push_back({{}, plan.cost});
        for (const PlanStep& step : plan.steps) all.back().first.push_back({step.source, step.slot});
    }
    return all;
}

}  // namespace

void add_theorems(nb::module_& m) {
    add_enumeration<FactPattern::Kind>(m, "FactKind", std::array{"EQUATIONS", "COLLINEAR", "CONCYCLIC"});
    add_enumeration<SideConditions::Kind>(m, "SideCondition", kSideConditionsNames);
    add_enumeration<PlanStep::Source>(m, "PlanSource",
                                      std::array{"ANY", "LINE", "NEIGHBOR", "CIRCLE", "RAY", "DISTANCE", "TWIN"});
    nb::class_<Theorems>(m, "TheoremLibrary")
        .def(nb::init<>())
        .def("add", &add, "slots"_a, "premises"_a, "conditions"_a, "conclusions"_a)
        .def("instances", &instances, "xy"_a, "first_new"_a = 0)
        .def(
            "symmetries", [](const Theorems& all, std::size_t theorem) { return all.at(theorem).symmetries; },
            "theorem"_a)
        .def("plans", &plans, "theorem"_a)
        .def("__len__", &Theorems::size);
}

}  // namespace porism::binding
