// The Python face of the core, as thin as it can be: points are numbers, equations are lists of terms, the journal is
// lists of numbers. solver/deduction gives them names.
#include <algorithm>
#include <unordered_map>

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/array.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/unique_ptr.h>
#include <nanobind/stl/vector.h>

#include "binding/checks.hpp"
#include "discovery/retell.hpp"
#include "search/place_sets.hpp"
#include "search/view.hpp"
#include "theories/combinations.hpp"

namespace nb = nanobind;
using namespace nb::literals;

namespace porism {

namespace {

using Coordinates = nb::ndarray<const double, nb::shape<-1, -1, 2>, nb::c_contig, nb::device::cpu>;
// (points of the quantity, numerator, denominator)
using TermList = std::vector<std::tuple<std::vector<int>, std::int64_t, std::int64_t>>;
// (base, numerator, denominator)
using ConstantList = std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t>>;

// What a closure knows, in a form that does not depend on how it was reached: in each theory the number of the first pair
// with the same value, for every pair; then the known circles as sorted sets of points.
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

std::vector<std::vector<Vec>> diagrams_of(const Coordinates& xy, std::size_t room = 0) {
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

// (theory, terms, constants)
using EquationList = std::vector<std::tuple<int, TermList, ConstantList>>;
// (kind, slots, equations)
using FactList = std::vector<std::tuple<int, std::vector<Slot>, EquationList>>;

class Theorems {
public:
    void add(std::size_t slots, const FactList& premises,
             const std::vector<std::pair<int, std::vector<Slot>>>& conditions, const FactList& conclusions) {
        TheoremPattern t{slots, facts(premises), facts(conclusions), {}, {}, {}, {}};
        checks::require(slots > 0 && slots <= 64, "a theorem has at least a point, and at most 64");
        for (const auto& [kind, points] : conditions)
            t.conditions.push_back({static_cast<ConditionPattern::Kind>(kind), points});
        for (const auto* side : {&t.premises, &t.conclusions}) {
            for (const FactPattern& f : *side) checks::fact(f, slots);
        }
        for (const ConditionPattern& c : t.conditions) checks::condition(c, slots);
        for (const auto* side : {&t.premises, &t.conclusions}) {
            for (const FactPattern& f : *side) {
                for (const EquationPattern& e : f.equations) {
                    for (const TermPattern& term : e.terms) {
                        checks::points(std::array{term.a, term.b}, slots);
                        checks::rational(term.numerator, term.denominator);
                    }
                }
            }
        }
        find_symmetries(t);
        make_plans(t);
        library_->theorems.push_back(std::move(t));
    }
    std::size_t size() const { return library_->theorems.size(); }

    // (theorem, points) of the instances with a point from first_new on.
    std::vector<std::pair<std::size_t, std::vector<Point>>> instances(Coordinates xy, Point first_new) const {
        checks::require(first_new <= xy.shape(1), "there is no point of this number");
        TheoremInstances found(library_);
        found.extend(Figure(diagrams_of(xy)), first_new);
        return found.waiting();
    }
    std::vector<std::vector<Slot>> symmetries(std::size_t theorem) const {
        checks::require(theorem < size(), "there is no theorem of this number");
        return library_->theorems[theorem].symmetries;
    }

    // For each plan, [(source, slot), …] and the estimated cost.
    std::vector<std::pair<std::vector<std::pair<int, Slot>>, double>> plans(std::size_t theorem) const {
        checks::require(theorem < size(), "there is no theorem of this number");
        std::vector<std::pair<std::vector<std::pair<int, Slot>>, double>> all;
        for (const Plan& plan : library_->theorems[theorem].plans) {
            all.push_back({{}, plan.cost});
            for (const PlanStep& step : plan.steps) all.back().first.push_back({step.source, step.slot});
        }
        return all;
    }

    std::shared_ptr<const TheoremLibrary> library() const { return library_; }

private:
    static std::vector<FactPattern> facts(const FactList& list) {
        std::vector<FactPattern> found;
        for (const auto& [kind, slots, equations] : list) {
            checks::require(kind >= 0 && kind <= FactPattern::kConcyclic, "there is no fact of this kind");
            FactPattern fact{static_cast<FactPattern::Kind>(kind), slots, {}};
            for (const auto& [theory, terms, constants] : equations) {
                checks::theory(theory);
                EquationPattern e{static_cast<Theory>(theory), {}, {}};
                for (const auto& [ends, p, q] : terms) {
                    checks::require(
                        ends.size() == 2 && std::ranges::all_of(ends, [](int s) { return s >= 0 && s < 64; }),
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

    std::shared_ptr<TheoremLibrary> library_ = std::make_shared<TheoremLibrary>();
};

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

    int assume(int theory, const TermList& terms, const ConstantList& constants, std::int64_t premise,
               std::int64_t part) {
        const Linear equation = linear(theory, terms, constants);
        const std::size_t refused = closure_.state().refused();
        if (closure_.state().assume(equation, Rule::kPremise, {premise, part})) return 1;
        return closure_.state().refused() == refused ? 0 : -1;
    }

    int assume_cyclic(const std::vector<Point>& points, std::int64_t premise) {
        check_circle(points);
        std::size_t place;
        std::vector<std::uint16_t> members;
        if (!closure_.locate_circle(points, place, members)) return -1;
        const std::array<std::int64_t, 2> says = {premise, 0};
        return closure_.state().assume_circle(place, members, kNoPoint, Rule::kPremise, says);
    }

    int assume_overlap(Point x, Point y) {
        checks::points(std::array{x, y}, size());
        const std::array<std::int64_t, 2> says = {x, y};
        return closure_.state().assume_overlap(x, y, says);
    }

    void add_goal(int theory, const TermList& terms, const ConstantList& constants) {
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

    std::string run(double seconds) {
        const auto deadline = checks::deadline_in(seconds);
        nb::gil_scoped_release release;
        if (seconds >= 0) closure_.state().set_deadline(deadline);
        switch (closure_.run()) {
            case Outcome::kProved: return "proved";
            case Outcome::kSaturated: return "saturated";
            default: return "timeout";
        }
    }

    bool is_entailed(int theory, const TermList& terms, const ConstantList& constants) {
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

    // (kind, rule, theory, circle, arguments, [(variable, numerator, denominator), …]) in order of time
    nb::list journal() const {
        nb::list entries;
        const State& s = closure_.state();
        for (const Entry& e : s.journal()) {
            nb::list terms, arguments;
            for (const auto& t : s.terms_of(e)) terms.append(nb::make_tuple(t.variable, t.numerator, t.denominator));
            for (auto a : s.arguments_of(e)) arguments.append(a);
            entries.append(nb::make_tuple(static_cast<int>(e.kind), static_cast<int>(e.rule),
                                          static_cast<int>(e.theory), e.circle, arguments, terms));
        }
        return entries;
    }

    // (kind, base or tag, points) of a variable
    std::tuple<int, std::int64_t, std::vector<int>> variable(int theory, Variable v) const {
        checks::theory(theory);
        checks::require(v < closure_.state().system(static_cast<Theory>(theory)).size(),
                        "there is no variable of this number");
        const VariableInfo& info = closure_.state().info(static_cast<Theory>(theory), v);
        const std::size_t count = std::array{2, 0, 1, 3}[info.kind];
        return {info.kind, info.base, {info.points.begin(), info.points.begin() + static_cast<std::ptrdiff_t>(count)}};
    }

    std::vector<std::vector<int>> print() const { return fingerprint(closure_); }

    // The linear hash of each pair in a theory, in the order of fingerprint(), and at the end that of the constant 1
    // (in directions; 0 elsewhere): an equation is known iff the same combination of hashes is 0 modulo 2^61 - 1.
    std::vector<std::uint64_t> hashes(int theory) const {
        checks::theory(theory);
        const State& s = closure_.state();
        std::vector<std::uint64_t> all;
        const auto pairs = static_cast<PairId>(closure_.figure().pair_count());
        for (PairId p = 0; p < pairs; ++p) all.push_back(s.hash(static_cast<Theory>(theory), p));
        all.push_back(theory == 0 ? s.hash(Theory::kDirection, s.one_variable()) : 0);
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
        d["triangles"] = f.triangles().size();
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

    Linear linear(int theory, const TermList& terms, const ConstantList& constants) {
        checks::theory(theory);
        checks::require(terms.size() + constants.size() < 16, "an equation has at most 15 terms");
        State& s = closure_.state();
        Linear equation(static_cast<Theory>(theory));
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
            equation.add(theory == 0 ? s.one_variable() : s.prime(base), numerator, denominator);
        }
        if (theory == 0) s.lift(equation);
        return equation;
    }

    Closure closure_;
};

// A list of numbers as an array of `width` columns that owns its data.
template <typename T>
nb::ndarray<nb::numpy, T> as_array(std::vector<T>&& values, std::size_t width) {
    auto* data = new std::vector<T>(std::move(values));
    const nb::capsule owner(data, [](void* p) noexcept { delete static_cast<std::vector<T>*>(p); });
    return nb::ndarray<nb::numpy, T>(data->data(), {data->size() / width, width}, owner);
}

// The candidates of a stage as rows: kind and three parents of each locus, place, stage, how often the place is reached;
// and as rows of coordinates: x and y in each diagram, in the figure's own. None where time ran out.
nb::object candidates_of_stage(const Node& node, int stage, Point fresh_from, double seconds) {
    checks::stage(stage);
    checks::require(fresh_from <= node.closure().figure().size(), "there is no point of this number");
    const auto deadline = checks::deadline_in(seconds);
    std::vector<std::int32_t> rows;
    std::vector<double> places;
    const std::size_t diagrams = node.closure().figure().diagrams();
    {
        const nb::gil_scoped_release release;
        const std::optional<Candidates> found = node.find(stage, fresh_from, deadline);
        if (!found) return nb::none();
        const auto count = static_cast<std::size_t>(std::ranges::count(found->all, stage, &Candidate::stage));
        rows.reserve(11 * count);
        places.reserve(2 * diagrams * count);
        for (const Candidate& c : found->all) {
            if (c.stage != stage) continue;
            for (const Locus* l : {&c.first, &c.second})
                rows.insert(rows.end(), {l->kind, l->parents[0], l->parents[1], l->parents[2]});
            rows.insert(rows.end(), {static_cast<std::int32_t>(c.place), c.stage,
                                     static_cast<std::int32_t>(found->reached[c.place])});
            for (std::size_t k = 0; k < diagrams; ++k) places.insert(places.end(), {c.at[k].x, c.at[k].y});
        }
    }
    return nb::make_tuple(as_array(std::move(rows), 11), as_array(std::move(places), 2 * diagrams));
}

using Rows = nb::ndarray<const std::int32_t, nb::shape<-1, -1>, nb::c_contig, nb::device::cpu>;
using Places = nb::ndarray<const double, nb::shape<-1, -1>, nb::c_contig, nb::device::cpu>;

// Candidates given by the first eight numbers of their rows and by their rows of coordinates. in_turn: they are added one
// after the other, so that a later one may have an earlier one as a parent.
std::vector<Candidate> read_candidates(const Node& node, const Rows& rows, const Places& places, bool in_turn) {
    const Figure& figure = node.closure().figure();
    const std::size_t diagrams = figure.diagrams();
    const std::size_t room = figure.capacity() - figure.size();
    checks::require(rows.shape(0) == 0 || (in_turn ? rows.shape(0) : 1) <= room,
                    "the figure has no room for another point");
    if (rows.shape(0) != places.shape(0) ||
        (rows.shape(0) > 0 && (rows.shape(1) < 8 || places.shape(1) != 2 * diagrams))) {
        throw nb::value_error("a candidate takes eight numbers and two coordinates for each diagram");
    }
    std::vector<Candidate> all(rows.shape(0));
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t side = 0; side < 2; ++side) {
            checks::locus(&rows(i, 4 * side), figure.size() + (in_turn ? i : 0));
            Locus& l = side ? all[i].second : all[i].first;
            l.kind = static_cast<Locus::Kind>(rows(i, 4 * side));
            for (std::size_t j = 0; j < 3; ++j) l.parents[j] = static_cast<Point>(rows(i, 4 * side + 1 + j));
        }
        for (std::size_t k = 0; k < diagrams; ++k) {
            all[i].at[k] = {places(i, 2 * k), places(i, 2 * k + 1)};
            checks::finite(all[i].at[k].x), checks::finite(all[i].at[k].y);
        }
    }
    return all;
}

// Rows of trials: done, proved, news in four theories, five counts of relations, facts, news about the statement alone.
nb::ndarray<nb::numpy, std::int32_t> evaluate(Node& node, const Rows& candidates, const Places& places,
                                              std::size_t threads, double seconds) {
    checks::require(threads >= 1 && threads <= checks::kMostThreads, "there is at least a thread, and at most 1024");
    std::vector<std::int32_t> rows;
    const auto tried = read_candidates(node, candidates, places, false);
    const auto deadline = checks::deadline_in(seconds);
    {
        const nb::gil_scoped_release release;
        for (const Trial& t : node.evaluate(tried, threads, deadline)) {
            rows.insert(rows.end(), {t.done, t.proved});
            rows.insert(rows.end(), t.news.begin(), t.news.end());
            rows.insert(rows.end(), t.relations.begin(), t.relations.end());
            rows.insert(rows.end(), {static_cast<std::int32_t>(t.facts), t.statement_news});
        }
    }
    return as_array(std::move(rows), 13);
}

// What a policy sees (search/view.hpp): pairs (a, b, direction, length); points of curves (number of the curve, whether it is a
// circle, is known, whether the point is its centre, point); right angles (direction, direction).
nb::tuple seen(const Node& node) {
    const View v = view(node.closure());
    std::vector<std::int32_t> pairs, curves, right_angles;
    for (const PairView& p : v.pairs) pairs.insert(pairs.end(), {p.a, p.b, p.direction, p.length});
    for (std::size_t i = 0; i < v.curves.size(); ++i) {
        const CurveView& c = v.curves[i];
        const auto row = [&](Point p, int is_centre) {
            curves.insert(curves.end(), {static_cast<std::int32_t>(i), c.is_circle, c.is_known, is_centre, p});
        };
        for (Point p : c.points) row(p, 0);
        for (Point p : c.centres) row(p, 1);
    }
    for (const auto& r : v.right_angles) right_angles.insert(right_angles.end(), r.begin(), r.end());
    return nb::make_tuple(as_array(std::move(pairs), 4), as_array(std::move(curves), 5),
                          as_array(std::move(right_angles), 2));
}

// Rows of hints (search/view.hpp) for rows of places, as candidates_of_stage gives them; None where time ran out.
nb::object hints(const Node& node, const Places& places, double seconds) {
    const auto deadline = checks::deadline_in(seconds);
    const Surroundings surroundings(node.closure());
    const std::size_t diagrams = node.closure().figure().diagrams();
    if (places.shape(1) != 2 * diagrams) throw nb::value_error("a place has two coordinates in each diagram");
    std::vector<float> rows;
    rows.reserve(places.shape(0) * kHints);
    std::vector<Vec> at(diagrams);
    for (std::size_t i = 0; i < places.shape(0); ++i) {
        if (i % 256 == 0 && std::chrono::steady_clock::now() > deadline) return nb::none();
        for (std::size_t k = 0; k < diagrams; ++k) {
            at[k] = {places(i, 2 * k), places(i, 2 * k + 1)};
            checks::finite(at[k].x), checks::finite(at[k].y);
        }
        const Hints found = surroundings.of(at);
        rows.insert(rows.end(), found.begin(), found.end());
    }
    return nb::cast(as_array(std::move(rows), kHints));
}

// Theorems that need auxiliary points: see discovery/retell.hpp. As (statement, goal, added, alternatives, places tried, places that
// prove it): the statement as [(point, rows of loci)], the goal as (kind, positions), points as (row, place).
std::pair<nb::list, nb::dict> retold(const Node& node, const Theorems* theorems, std::size_t tellings,
                                     std::size_t patience, std::size_t enough, std::size_t least, std::size_t most,
                                     std::size_t goals, int last_stage, std::size_t firsts, std::uint64_t seed) {
    checks::stage(last_stage);
    checks::require(least >= 1 && least <= most, "a telling has at least a point, and at least as many at most");
    RetellCounts counts;
    std::vector<Discovery> discoveries;
    {
        const nb::gil_scoped_release release;
        discoveries = retell(node.closure(), {tellings, patience, enough, least, most, goals, last_stage, firsts}, seed,
                             theorems ? theorems->library() : nullptr, counts);
    }
    const std::size_t diagrams = node.closure().figure().diagrams();
    const auto row = [](const Locus& l) {
        return nb::make_tuple(static_cast<int>(l.kind), l.parents[0], l.parents[1], l.parents[2]);
    };
    const auto points = [&](const std::vector<Candidate>& all) {
        nb::list list;
        for (const Candidate& c : all) {
            nb::list place;
            for (std::size_t k = 0; k < diagrams; ++k) place.append(c.at[k].x), place.append(c.at[k].y);
            list.append(nb::make_tuple(row(c.first), row(c.second), place));
        }
        return list;
    };
    nb::list found;
    for (const Discovery& d : discoveries) {
        nb::list statement;
        for (std::size_t i = 0; i < d.statement.order.size(); ++i) {
            nb::list loci;
            for (const Locus& l : d.statement.loci[i]) loci.append(row(l));
            statement.append(nb::make_tuple(d.statement.order[i], loci));
        }
        found.append(nb::make_tuple(statement, static_cast<int>(d.goal.kind), nb::cast(d.goal.points), points(d.added),
                                    points(d.alternatives), d.places, d.proving));
    }
    nb::dict sums;
    sums["tellings"] = counts.tellings, sums["closures"] = counts.closures, sums["lossy"] = counts.lossy;
    sums["goals"] = counts.goals, sums["trials"] = counts.trials;
    return {found, sums};
}

// Rows (x, y) of places, rounded.
using Spots = nb::ndarray<const std::int64_t, nb::shape<-1, 2>, nb::c_contig, nb::device::cpu>;

// Which of the places make, with those of the path, a set that isn't there yet; these sets are added.
nb::ndarray<nb::numpy, bool> add_sets(PlaceSets& sets, const Spots& path, const Spots& spots) {
    const auto read = [](const Spots& rows) {
        std::vector<Spot> all(rows.shape(0));
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = {rows(i, 0), rows(i, 1)};
        return all;
    };
    auto* data = new std::vector<std::uint8_t>(sets.add(read(path), read(spots)));
    const nb::capsule owner(data, [](void* p) noexcept { delete static_cast<std::vector<std::uint8_t>*>(p); });
    return nb::ndarray<nb::numpy, bool>(data->data(), {data->size()}, owner);
}

// The linear system alone, for differential tests against an exact model and for benchmarks.
class System {
public:
    System(std::size_t count, std::uint64_t seed)
        : system_((checks::require(count <= 10'000'000, "too many variables"), count), seed) {}
    using Sparse = std::vector<std::tuple<Variable, std::int64_t, std::int64_t>>;
    bool add(const Sparse& equation) { return system_.add(terms(equation)) == LinearSystem::Added::kNew; }
    bool is_entailed(const Sparse& equation) const { return system_.is_entailed(terms(equation)); }
    std::size_t rank() const { return system_.rank(); }
    // Asks h(a) − h(b) − h(c) + h(d) = 0 `count` times over the variables in turn; returns how often it was true.
    std::size_t query_four(std::size_t count) const {
        const std::size_t n = system_.size();
        checks::require(n > 0, "there is no variable to ask for");
        std::size_t hits = 0;
        Variable a = 0, b = 1 % n, c = 2 % n, d = 3 % n;
        for (std::size_t i = 0; i < count; ++i) {
            const std::array<Term, 4> query = {{{a, 1}, {b, field::kPrime - 1}, {c, field::kPrime - 1}, {d, 1}}};
            hits += system_.is_entailed(query);
            a = b, b = c, c = d, d = static_cast<Variable>((d + 7) % n);
        }
        return hits;
    }

private:
    std::vector<Term> terms(const Sparse& equation) const {
        std::vector<Term> all;
        for (const auto& [v, p, q] : equation) {
            checks::require(v < system_.size(), "there is no variable of this number");
            checks::rational(p, q);
            all.push_back({v, field::from_rational(p, q)});
        }
        return all;
    }
    LinearSystem system_;
};

// (place, numerator, denominator)
using CoefficientList = std::vector<std::tuple<std::uint32_t, std::int64_t, std::int64_t>>;

std::vector<Coefficient> coefficients(const CoefficientList& list, std::size_t columns) {
    std::vector<Coefficient> found;
    for (const auto& [column, numerator, denominator] : list) {
        checks::require(column < columns, "there is no column of this number");
        checks::rational(numerator, denominator);
        found.push_back({column, numerator, denominator});
    }
    return found;
}

std::unique_ptr<Combinations> combinations(const std::vector<CoefficientList>& rows, std::size_t columns) {
    checks::require(columns <= 10'000'000, "there are too many columns");
    std::vector<std::vector<Coefficient>> read;
    for (const CoefficientList& row : rows) read.push_back(coefficients(row, columns));
    return std::make_unique<Combinations>(std::move(read), columns);
}

// (factors, whether they are exact); None where there is no combination.
std::optional<std::pair<CoefficientList, bool>> least(
    const Combinations& rows, const nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>& costs,
    const CoefficientList& target) {
    checks::require(costs.size() <= rows.row_count(), "there are not so many rows");
    const std::span<const double> of_rows(costs.data(), costs.size());
    for (double cost : of_rows) checks::require(cost >= 0, "a cost is negative or no number");
    const auto found = rows.least(of_rows, coefficients(target, rows.column_count()));
    if (!found) return std::nullopt;
    CoefficientList factors;
    for (const Coefficient& c : found->factors) factors.emplace_back(c.place, c.numerator, c.denominator);
    return std::pair{factors, found->is_exact};
}

}  // namespace

}  // namespace porism

NB_MODULE(_core, m) {
    using namespace porism;
    m.doc() = "The compiled core of porism: figures, linear theories, closure.";
    nb::class_<Core>(m, "Core")
        .def(nb::init<Coordinates, std::size_t, const Theorems*>(), "xy"_a, "room"_a = 0, "theorems"_a = nb::none())
        .def("node", &Core::node, "salient"_a)
        .def("assume", &Core::assume, "theory"_a, "terms"_a, "constants"_a, "premise"_a, "part"_a)
        .def("assume_cyclic", &Core::assume_cyclic, "points"_a, "premise"_a)
        .def("assume_overlap", &Core::assume_overlap, "x"_a, "y"_a)
        .def("add_goal", &Core::add_goal, "theory"_a, "terms"_a, "constants"_a)
        .def("add_goal_cyclic", &Core::add_goal_cyclic, "points"_a)
        .def("add_goal_overlap", &Core::add_goal_overlap, "x"_a, "y"_a)
        .def("run", &Core::run, "seconds"_a)
        .def("is_entailed", &Core::is_entailed, "theory"_a, "terms"_a, "constants"_a)
        .def("are_concyclic", &Core::are_concyclic, "points"_a)
        .def("are_equal", &Core::are_equal, "x"_a, "y"_a)
        .def("journal", &Core::journal)
        .def("variable", &Core::variable, "theory"_a, "variable"_a)
        .def("circles", &Core::circles)
        .def("fingerprint", &Core::print)
        .def("hashes", &Core::hashes, "theory"_a)
        .def("statistics", &Core::statistics);
    nb::class_<Combinations>(m, "Combinations")
        .def(nb::new_(&combinations), "rows"_a, "columns"_a)
        .def("least", &least, "costs"_a, "target"_a);
    nb::class_<Node>(m, "Node")
        .def("candidates", &candidates_of_stage, "stage"_a, "fresh_from"_a, "seconds"_a)
        .def("evaluate", &evaluate, "rows"_a, "places"_a, "threads"_a, "seconds"_a)
        .def(
            "extended",
            [](const Node& n, const Rows& rows, const Places& places, double seconds) {
                const auto added = read_candidates(n, rows, places, true);
                const auto deadline = checks::deadline_in(seconds);
                const nb::gil_scoped_release release;
                return n.extended(added, deadline);
            },
            "rows"_a, "places"_a, "seconds"_a)
        .def(
            "absorb",
            [](Node& n, const Rows& rows, const Places& places, double seconds) {
                const auto added = read_candidates(n, rows, places, true);
                const auto deadline = checks::deadline_in(seconds);
                const nb::gil_scoped_release release;
                return n.absorb(added, deadline);
            },
            "rows"_a, "places"_a, "seconds"_a)
        .def(
            "given",
            [](const Node& n, std::size_t diagram, double x, double y) {
                checks::require(diagram < n.closure().figure().diagrams(), "there is no diagram of this number");
                const Vec p = n.closure().figure().given(diagram, {x, y});
                return std::pair{p.x, p.y};
            },
            "diagram"_a, "x"_a, "y"_a)
        .def("fingerprint", [](const Node& n) { return fingerprint(n.closure()); })
        .def("view", &seen)
        .def("hints", &hints, "places"_a, "seconds"_a)
        .def("rest", &Node::rest)
        .def_prop_ro("footprint", &Node::footprint)
        .def("retell", &retold, "theorems"_a, "tellings"_a, "patience"_a, "enough"_a, "least"_a, "most"_a, "goals"_a,
             "last_stage"_a, "firsts"_a, "seed"_a)
        .def_prop_ro("is_proved", [](const Node& n) { return n.closure().is_goal_entailed(); })
        .def_prop_ro("size", [](const Node& n) { return n.closure().figure().size(); });
    nb::class_<PlaceSets>(m, "PlaceSets")
        .def(nb::init<std::size_t>(), "most"_a)
        .def("add", &add_sets, "path"_a, "spots"_a)
        .def("clear", &PlaceSets::clear)
        .def_prop_ro("footprint", &PlaceSets::footprint)
        .def("__len__", &PlaceSets::size);
    nb::class_<Theorems>(m, "TheoremLibrary")
        .def(nb::init<>())
        .def("add", &Theorems::add, "slots"_a, "premises"_a, "conditions"_a, "conclusions"_a)
        .def("instances", &Theorems::instances, "xy"_a, "first_new"_a = 0)
        .def("symmetries", &Theorems::symmetries, "theorem"_a)
        .def("plans", &Theorems::plans, "theorem"_a)
        .def("__len__", &Theorems::size);
    nb::class_<System>(m, "LinearSystem")
        .def(nb::init<std::size_t, std::uint64_t>(), "count"_a, "seed"_a = 1)
        .def("add", &System::add, "equation"_a)
        .def("is_entailed", &System::is_entailed, "equation"_a)
        .def("query_four", &System::query_four, "count"_a)
        .def_prop_ro("rank", &System::rank);
}
