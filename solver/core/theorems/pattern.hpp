// Theorems of the library as the core knows them: patterns over numbered points (slots), ready to be looked for.
//
// The library is made once (solver/knowledge/compile.py hands over the facts; `complete` adds symmetries and plans) and
// shared, immutable, by all closures.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "theories/state.hpp"

namespace porism {

using Slot = std::uint8_t;

struct TermPattern {
    Slot a, b;
    std::int64_t numerator, denominator;
};

struct ConstantPattern {
    std::int64_t base, numerator, denominator;  // base 1 in directions, a prime in logarithms
};

struct EquationPattern {
    Theory theory;
    std::vector<TermPattern> terms;
    std::vector<ConstantPattern> constants;
};

// Collinear and concyclic points have a relation of the figure each; every fact but a concyclic one has equations.
struct FactPattern {
    enum Kind : std::uint8_t { kEquations, kCollinear, kConcyclic } kind;
    std::vector<Slot> points;
    std::vector<EquationPattern> equations;
};

struct ConditionPattern {
    using Kind = SideConditions::Kind;
    using enum SideConditions::Kind;
    Kind kind;
    std::vector<Slot> points;
};

// How the candidates for a slot are found.
struct PlanStep {
    enum Source : std::uint8_t {
        kAny,       // every point
        kLine,      // points of a line, given two (fact)
        kNeighbor,  // points of lines of three or more, given one (fact)
        kCircle,    // points of circles, given one or more (fact)
        kRay,       // points in a known direction (fact, equation)
        kDistance,  // points at a known distance (fact, equation)
        kTwin       // points of lines through a known point that are placed alike (fact, equation): see TwinPattern
    } source;
    Slot slot;
    std::uint16_t fact = 0, equation = 0;  // facts: premises, then conclusions
};

// An equation d(vp) + d(vq) = d(vx) + d(vy): the pairs of lines p, q and x, y through v have the same bisectors. p = q
// where vp bisects x and y itself.
struct TwinPattern {
    Slot vertex;
    std::array<Slot, 2> left, right;
};

// Whether an equation is of this form.
bool read_twin(const EquationPattern& e, TwinPattern& twin);

// A fact that a step doesn't decide, but of which the points bound so far may be on no line or circle, or one of whose
// two segments may have no partner: term + constant = other.
struct Probe {
    std::size_t fact;
    bool has_terms = false;
    Theory theory = Theory::kDirection;
    TermPattern term{}, other{};
    double constant = 0;
};

// What can be asked once a step's point is bound.
struct StepChecks {
    std::vector<std::size_t> facts, conditions;
    std::vector<Probe> probes;
    std::vector<std::array<Slot, 2>>
        rising;  // in a search for all instances: the second one's point has the larger number
};

struct Plan {
    std::vector<PlanStep> steps;     // the first is the anchor: a new point
    std::vector<StepChecks> checks;  // aligned with steps
    std::vector<Slot> old;           // slots that take old points only
    double cost = 0;                 // estimated partial instances
};

struct TheoremPattern {
    std::size_t slots;
    std::vector<FactPattern> premises, conclusions;
    std::vector<ConditionPattern> conditions;
    // Renumberings that keep premises and conclusions, the identity first; and whether each keeps the conditions, too.
    std::vector<std::vector<Slot>> symmetries;
    std::vector<std::uint8_t> keeps_conditions;
    std::vector<Plan>
        plans;  // with each slot as the anchor, or one that symmetries exchange with it; the cheapest first

    const FactPattern& fact(std::size_t i) const {
        return i < premises.size() ? premises[i] : conclusions[i - premises.size()];
    }
    std::size_t fact_count() const { return premises.size() + conclusions.size(); }
};

struct TheoremLibrary {
    std::vector<TheoremPattern> theorems;
};

// Finds the symmetries, then the plans, of a theorem whose facts and conditions are given.
void find_symmetries(TheoremPattern& theorem);
void make_plans(TheoremPattern& theorem);

}  // namespace porism
