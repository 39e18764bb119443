// Theorems of the library at work: their instances in a figure, and firing those whose premises are known.
//
// An instance is found once, numerically: a join over the figure's relations binds the theorem's points one after the
// other so that premises, conclusions and conditions hold. The join follows a plan made when the library was compiled
// (solver/knowledge/plan.py); each step takes the candidates for one point from a relation that the points before it
// decide (the rest of a line, of a circle, of a ray, of the places at a distance), so that a theorem costs no more than
// its partial instances. Then a premise is asked for by hash, each round the first one that wasn't known before
// ("watched", as in SAT solvers: Moskewicz et al., "Chaff", DAC 2001), and an instance fires once.
//
// The library knows points only by their numbers (slots). A plan for every slot makes the search for instances
// incremental: with the plan of slot v, v is a new point and the slots ranked before it are old ones.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "state.hpp"

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
    // In the order of solver/knowledge/plan.py.
    enum Kind : std::uint8_t {
        kDistinct, kNoncollinear, kSameOrientation, kOppositeOrientation, kBetween, kLonger, kOutside, kInside,
        kUnparallel, kUnconcyclic, kUnbetween
    } kind;
    std::vector<Slot> points;
};

// How the candidates for a slot are found.
struct PlanStep {
    enum Source : std::uint8_t {
        kAny,        // every point
        kLine,       // points of a line, given two (fact)
        kNeighbour,  // points of lines of three or more, given one (fact)
        kCircle,     // points of circles, given one or more (fact)
        kRay,        // points in a known direction (fact, equation)
        kDistance    // points at a known distance (fact, equation)
    } source;
    Slot slot;
    std::uint16_t fact = 0, equation = 0;  // facts: premises, then conclusions
};

struct Plan {
    std::vector<PlanStep> steps;  // the first is the anchor: a new point
    std::vector<Slot> old;        // slots that take old points only
};

struct TheoremPattern {
    std::size_t slots;
    std::vector<FactPattern> premises, conclusions;
    std::vector<ConditionPattern> conditions;
    std::vector<std::vector<Slot>> symmetries;  // renumberings that keep premises and conclusions, the identity left out
    std::vector<Plan> plans;
};

// Immutable; shared by all closures of a run.
struct TheoremLibrary {
    std::vector<TheoremPattern> theorems;
};

class TheoremInstances {
public:
    explicit TheoremInstances(std::shared_ptr<const TheoremLibrary> library = nullptr) : library_(std::move(library)) {}

    // Finds the instances with a point from `first_new` on; 0: all.
    void extend(const Figure& figure, Point first_new);

    // Fires the instances whose premises have become known. Returns whether anything was news.
    bool fire(State& state);

    // How many instances were found so far.
    std::size_t found() const { return found_; }

private:
    struct Instance {
        std::uint16_t theorem;
        std::uint16_t known = 0;  // this many premises
        std::uint32_t points;     // into points_
    };

    bool conclude(State& state, const Instance& instance);

    std::shared_ptr<const TheoremLibrary> library_;
    std::vector<Instance> instances_;  // those that have not fired
    std::vector<Point> points_;
    std::size_t found_ = 0;
};

}  // namespace porism
