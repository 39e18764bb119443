// Closures from Python: premises and goals go in as numbers of points, the journal comes out as rows. solver/deduction
// gives them names.
#include <algorithm>
#include <unordered_map>

#include <nanobind/stl/array.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/unique_ptr.h>
#include <nanobind/stl/vector.h>

#include "binding/binding.hpp"
#include "binding/rows.hpp"
#include "search/trial.hpp"

namespace porism::binding {

using namespace nb::literals;

std::vector<std::vector<int>> fingerprint(const Closure& closure) {
    std::vector<std::vector<int>> print;
    const State& s = closure.state();
    const auto pairs = static_cast<PairId>(closure.figure().pair_count());
    for (std::size_t t = 0; t < kTheories; ++t) {
        std::unordered_map<field::Element, int> first;
        std::vector<int>& classes = print.emplace_back();
        for (PairId p = 0; p < pairs; ++p) {
            classes.push_back(first.try_emplace(s.hash(static_cast<Theory>(t), p), static_cast<int>(p)).first->second);
        }
    }
    std::vector<std::vector<int>> circles;
    for (std::size_t place = 0; place < s.places().size(); ++place) {
        for (const auto& known : s.places()[place].known) {
            std::vector<int>& circle = circles.emplace_back();
            for (auto m : known.members) circle.push_back(closure.figure().circles()[place].points[m]);
            std::sort(circle.begin(), circle.end());
        }
    }
    std::sort(circles.begin(), circles.end());
    print.insert(print.end(), circles.begin(), circles.end());
    return print;
}

std::vector<std::vector<Vec>> diagrams_of(const Coordinates& xy, std::size_t room) {
    checks::require(xy.shape(0) > 0 && xy.shape(1) > 0, "a figure has at least a diagram and a point");
    checks::require(xy.shape(1) <= checks::kMostPoints && room <= checks::kMostPoints,
                    "a figure has at most 2000 points, and room for as many");
    std::vector<std::vector<Vec>> all(xy.shape(0), std::vector<Vec>(xy.shape(1)));
    for (std::size_t k = 0; k < xy.shape(0); ++k) {
        for (std::size_t i = 0; i < xy.shape(1); ++i) {
            all[k][i] = {xy(k, i, 0), xy(k, i, 1)};
            checks::finite(all[k][i].x), checks::finite(all[k][i].y);
        }
    }
    return all;
}

namespace {

// (points of the quantity, numerator, denominator)
using TermList = std::vector<std::tuple<std::vector<int>, std::int64_t, std::int64_t>>;
// (base, numerator, denominator)
using ConstantList = std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t>>;

// What became of an assumption.
enum class Assumed : std::uint8_t { kRefused, kKnown, kNew };

class Core {
public:
    Core(Coordinates xy, std::size_t room, const Theorems* theorems)
        : closure_(diagrams_of(xy, room), room, theorems ? theorems->library() : nullptr) {}

    // The root of a search over this closure.
    std::unique_ptr<Node> node(const std::vector<std::array<Point, 2>>& salient) const {
        checks::require(closure_.figure().diagrams() <= kMostDiagrams, "a search takes at most three diagrams");
        for (const auto& pair : salient) checks::points(pair, size());
        auto root = std::make_unique<Closure>(closure_);
        root->forget_theorems();
        return std::make_unique<Node>(std::move(root), salient);
    }

    Assumed assume(Theory theory, const TermList& terms, const ConstantList& constants, std::int64_t premise,
                   std::int64_t part) {
        const Linear equation = linear(theory, terms, constants);
        const std::size_t refused = closure_.state().refused();
        if (closure_.state().assume(equation, Rule::kPremise, {premise, part})) return Assumed::kNew;
        return closure_.state().refused() == refused ? Assumed::kKnown : Assumed::kRefused;
    }

    Assumed assume_cyclic(const std::vector<Point>& points, std::int64_t premise) {
        check_circle(points);
        std::size_t place;
        std::vector<std::uint16_t> members;
        if (!closure_.locate_circle(points, place, members)) return Assumed::kRefused;
        const std::array<std::int64_t, 2> says = {premise, 0};
        const bool is_new = closure_.state().assume_circle(place, members, kNoPoint, Rule::kPremise, says);
        return is_new ? Assumed::kNew : Assumed::kKnown;
    }

    Assumed assume_overlap(Point x, Point y, std::int64_t premise) {
        checks::points(std::array{x, y}, size());
        const std::array<std::int64_t, 2> says = {premise, 0};
        return closure_.state().assume_overlap(x, y, Rule::kPremise, says) ? Assumed::kNew : Assumed::kKnown;
    }

    void add_goal(Theory theory, const TermList& terms, const ConstantList& constants) {
        closure_.add_goal(linear(theory, terms, constants));
    }
    void add_goal_cyclic(const std::vector<Point>& points) {
        check_circle(points);
        closure_.add_goal_circle(points);
    }
    void add_goal_overlap(Point x, Point y) {
        checks::points(std::array{x, y}, size());
        closure_.add_goal_overlap(x, y);
    }

    Outcome run(double seconds) {
        const auto deadline = checks::deadline_in(seconds);
        nb::gil_scoped_release release;
        if (seconds >= 0) closure_.state().set_deadline(deadline);
        return closure_.run();
    }

    bool is_entailed(Theory theory, const TermList& terms, const ConstantList& constants) {
        return closure_.state().is_entailed(linear(theory, terms, constants));
    }

    bool are_concyclic(const std::vector<Point>& points) const {
        check_circle(points);
        std::size_t place;
        std::vector<std::uint16_t> members;
        return closure_.locate_circle(points, place, members) && closure_.state().are_known_concyclic(place, members);
    }

    bool are_equal(Point x, Point y) const {
        checks::points(std::array{x, y}, size());
        return closure_.state().are_known_equal(x, y);
    }

    // (entries in order of time, their terms, their arguments)
    nb::tuple journal() const {
        const State& s = closure_.state();
        std::vector<rows::EntryRow> entries;
        std::vector<JournalTerm> terms;
        std::vector<std::int64_t> arguments;
        for (const Entry& e : s.journal()) {
            entries.push_back({static_cast<std::uint8_t>(e.kind), static_cast<std::uint8_t>(e.rule),
                               static_cast<std::uint8_t>(e.theory), e.circle, e.terms, e.term_count, e.arguments,
                               e.argument_count});
            const auto own_terms = s.terms_of(e);
            terms.insert(terms.end(), own_terms.begin(), own_terms.end());
            const auto own_arguments = s.arguments_of(e);
            arguments.insert(arguments.end(), own_arguments.begin(), own_arguments.end());
        }
        return nb::make_tuple(rows::as_rows(std::move(entries)), rows::as_rows(std::move(terms)),
                              rows::as_array(std::move(arguments), 1));
    }

    const VariableInfo& variable(Theory theory, Variable v) const {
        checks::require(v < closure_.state().system(theory).size(), "there is no variable of this number");
        return closure_.state().info(theory, v);
    }

    std::vector<std::vector<int>> print() const { return fingerprint(closure_); }

    // The linear hash of each pair in a theory, in the order of fingerprint(), and at the end that of the constant 1
    // (in directions; 0 elsewhere): an equation is known iff the same combination of hashes is 0 modulo 2^61 - 1.
    std::vector<std::uint64_t> hashes(Theory theory) const {
        const State& s = closure_.state();
        std::vector<std::uint64_t> all;
        const auto pairs = static_cast<PairId>(closure_.figure().pair_count());
        for (PairId p = 0; p < pairs; ++p) all.push_back(s.hash(theory, p));
        all.push_back(theory == Theory::kDirection ? s.hash(Theory::kDirection, s.one_variable()) : 0);
        return all;
    }

    std::vector<std::vector<int>> circles() const {
        std::vector<std::vector<int>> all;
        for (const auto& c : closure_.figure().circles()) all.emplace_back(c.points.begin(), c.points.end());
        return all;
    }

    // What the closure knows or could know: sizes, for statistics and tests.
    nb::dict statistics() const {
        nb::dict d;
        const State& s = closure_.state();
        const Figure& f = closure_.figure();
        d["rounds"] = closure_.rounds();
        d["journal"] = s.journal().size();
        d["refused"] = s.refused();
        d["triangle_classes"] = f.similar().groups();
        d["triangles"] = f.triangles();
        d["circles"] = f.circles().size();
        d["lines"] = f.lines().size();
        d["perpendiculars"] = f.perpendiculars().size();
        d["transversals"] = f.transversals().size();
        d["theorem_instances"] = closure_.theorems().found();
        d["theorem_partial_instances"] = nb::cast(closure_.theorems().tried());
        nb::list rank;
        for (std::size_t t = 0; t < kTheories; ++t) rank.append(s.system(static_cast<Theory>(t)).rank());
        d["rank"] = rank;
        return d;
    }

private:
    std::size_t size() const { return closure_.figure().size(); }

    void check_circle(const std::vector<Point>& points) const {
        checks::require(points.size() >= 3, "points on a circle are three or more");
        checks::points(points, size());
    }

    Linear linear(Theory theory, const TermList& terms, const ConstantList& constants) {
        checks::require(terms.size() + constants.size() < 16, "an equation has at most 15 terms");
        State& s = closure_.state();
        Linear equation(theory);
        for (const auto& [points, numerator, denominator] : terms) {
            checks::require(points.size() == 2 && points[0] != points[1], "a term of the core takes two points");
            checks::points(points, size());
            checks::rational(numerator, denominator);
            equation.add(closure_.figure().pair(static_cast<Point>(points[0]), static_cast<Point>(points[1])),
                         numerator, denominator);
        }
        for (const auto& [base, numerator, denominator] : constants) {
            checks::base(theory, base);
            checks::rational(numerator, denominator);
            equation.add(theory == Theory::kDirection ? s.one_variable() : s.prime(base), numerator, denominator);
        }
        if (theory == Theory::kDirection) s.lift(equation);
        return equation;
    }

    Closure closure_;
};

// The points that a variable is about.
std::vector<int> points_of(const VariableInfo& info) {
    constexpr std::array<std::ptrdiff_t, 4> kPoints = {2, 0, 1, 3};  // of a pair, a constant, an arc, a sine
    return {info.points.begin(), info.points.begin() + kPoints[info.kind]};
}

}  // namespace

void add_closure(nb::module_& m) {
    add_enumeration<Theory>(m, "Theory", kTheoryNames);
    add_enumeration<Rule>(m, "Rule", kRuleNames);
    add_enumeration<EntryKind>(m, "EntryKind", std::array{"EQUATION", "CIRCLE", "OVERLAP"});
    add_enumeration<Assumed>(m, "Assumed", std::array{"REFUSED", "KNOWN", "NEW"});
    add_enumeration<Outcome>(m, "Outcome", std::array{"PROVED", "SATURATED", "TIMEOUT"});
    add_enumeration<VariableInfo::Kind>(m, "VariableKind", std::array{"PAIR", "CONSTANT", "ARC", "SINE"});
    m.attr("ENTRY") = rows::dtype<rows::EntryRow>();
    m.attr("TERM") = rows::dtype<JournalTerm>();
    nb::class_<VariableInfo>(m, "Variable")
        .def_ro("kind", &VariableInfo::kind)
        .def_ro("base", &VariableInfo::base)
        .def_prop_ro("points", &points_of);
    nb::class_<Core>(m, "Core")
        .def(nb::init<Coordinates, std::size_t, const Theorems*>(), "xy"_a, "room"_a = 0, "theorems"_a = nb::none())
        .def("node", &Core::node, "salient"_a)
        .def("assume", &Core::assume, "theory"_a, "terms"_a, "constants"_a, nb::kw_only(), "premise"_a, "part"_a)
        .def("assume_cyclic", &Core::assume_cyclic, "points"_a, nb::kw_only(), "premise"_a)
        .def("assume_overlap", &Core::assume_overlap, "x"_a, "y"_a, nb::kw_only(), "premise"_a)
        .def("add_goal", &Core::add_goal, "theory"_a, "terms"_a, "constants"_a)
        .def("add_goal_cyclic", &Core::add_goal_cyclic, "points"_a)
        .def("add_goal_overlap", &Core::add_goal_overlap, "x"_a, "y"_a)
        .def("run", &Core::run, "seconds"_a)
        .def("is_entailed", &Core::is_entailed, "theory"_a, "terms"_a, "constants"_a)
        .def("are_concyclic", &Core::are_concyclic, "points"_a)
        .def("are_equal", &Core::are_equal, "x"_a, "y"_a)
        .def("journal", &Core::journal)
        .def("variable", &Core::variable, "theory"_a, "variable"_a, nb::rv_policy::copy)
        .def("circles", &Core::circles)
        .def("fingerprint", &Core::print)
        .def("hashes", &Core::hashes, "theory"_a)
        .def("statistics", &Core::statistics);
}

}  // namespace porism::binding
