// Tracebacks from Python, which knows the claims in words (solver/proof/evidence.py).
#include <algorithm>
#include <deque>

#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include "binding/binding.hpp"
#include "tracing/tracer.hpp"

namespace porism::binding {

using namespace nb::literals;
using namespace porism::tracing;

namespace {

// (place, numerator, denominator)
using TermList = std::vector<std::tuple<std::uint32_t, std::int64_t, std::int64_t>>;

Terms terms(const TermList& list) {
    Terms found;
    for (const auto& [place, numerator, denominator] : list) {
        checks::require(place < 10'000'000, "there are too many columns");
        checks::rational(numerator, denominator);
        found.push_back({place, numerator, denominator});
    }
    return found;
}

TermList listed(const Terms& terms) {
    TermList found;
    for (const Coefficient& c : terms) found.emplace_back(c.place, c.numerator, c.denominator);
    return found;
}

Rules::Kind rule(std::size_t number) {
    checks::require(number < kRulesNames.size(), "there is no rule of this number");
    return static_cast<Rules::Kind>(number);
}

void question(std::size_t id, const Questions& all) { checks::require(id < all.size(), "there is no such question"); }

void point(std::uint32_t p, const Questions& all) { checks::point(p, all.points()); }

Moment deadline(std::optional<double> seconds) { return seconds ? checks::deadline_in(*seconds) : Moment::max(); }

// The methods of a Python object.
class PythonSource : public Source {
public:
    PythonSource(std::shared_ptr<const Questions> questions, nb::object source)
        : questions_(std::move(questions)), source_(std::move(source)) {}

    std::vector<QuestionId> premises(Time time) override {
        auto found = nb::cast<std::vector<QuestionId>>(source_.attr("premises")(time));
        for (QuestionId id : found) question(id, *questions_);
        return found;
    }
    QuestionId claim(Time time) override { return asked(source_.attr("claim")(time)); }
    QuestionId similar(Time time) override { return asked(source_.attr("similar")(time)); }

    std::optional<std::vector<Piece>> pieces(Time time, const Factors& factors) override {
        using RestsOn = std::vector<std::pair<QuestionId, Time>>;
        using List = std::vector<std::tuple<QuestionId, std::size_t, std::uint32_t, std::uint32_t, RestsOn>>;
        const auto list = nb::cast<std::optional<List>>(source_.attr("pieces")(time, listed(factors)));
        if (!list) return std::nullopt;
        std::vector<Piece> found;
        for (const auto& [said, by, application, number, rests_on] : *list) {
            question(said, *questions_);
            Piece& piece = found.emplace_back(Piece{said, rule(by), application, number, {}});
            for (const auto& [id, before] : rests_on) {
                question(id, *questions_);
                checks::require(before <= time, "a piece rests on what comes later");
                piece.rests_on.push_back({id, before});
            }
        }
        return found;
    }

    std::optional<Factors> exact(QuestionId id, const std::vector<std::uint32_t>& rows) override {
        const auto found = nb::cast<std::optional<TermList>>(source_.attr("exact")(id, rows));
        if (!found) return std::nullopt;
        Factors factors = terms(*found);
        for (const Coefficient& c : factors)
            checks::require(std::ranges::count(rows, c.place) == 1, "a combination takes rows that weren't asked for");
        return factors;
    }

private:
    QuestionId asked(const nb::object& found) const {
        const auto id = nb::cast<QuestionId>(found);
        question(id, *questions_);
        return id;
    }

    std::shared_ptr<const Questions> questions_;
    nb::object source_;
};

// A journal and who knows its claims.
class SourcedJournal {
public:
    SourcedJournal(std::shared_ptr<Questions> questions, nb::object source)
        : questions_(std::move(questions)),
          source_(std::make_shared<PythonSource>(questions_, std::move(source))),
          journal_(std::make_shared<Journal>(questions_, *source_)) {}

    // The journal, which keeps its source.
    std::shared_ptr<Journal> shared() const {
        return {journal_.get(), [journal = journal_, source = source_](Journal*) {}};
    }

    void add_equation(std::size_t by, std::uint32_t application, Theory theory, std::uint32_t row) {
        checks::require(row < questions_->rows(), "there is no row of this number");
        journal_->add_equation(rule(by), application, theory, row);
    }
    void add_circle(std::size_t by, std::uint32_t application, std::uint32_t place,
                    const std::vector<std::uint32_t>& on, std::optional<std::uint32_t> center) {
        for (std::uint32_t p : on) point(p, *questions_);
        if (center) point(*center, *questions_);
        journal_->add_circle(rule(by), application, place, {PointSet(questions_->points(), on), center});
    }
    void add_overlap(std::size_t by, std::uint32_t application, std::uint32_t x, std::uint32_t y) {
        point(x, *questions_), point(y, *questions_);
        journal_->add_overlap(rule(by), application, x, y);
    }
    std::optional<std::size_t> first_entailing(Theory theory, const TermList& target) {
        return journal_->first_entailing(theory, terms(target));
    }

private:
    std::shared_ptr<Questions> questions_;
    std::shared_ptr<PythonSource> source_;
    std::shared_ptr<Journal> journal_;
};

using GoalList = std::vector<std::pair<QuestionId, std::vector<std::pair<QuestionId, std::vector<QuestionId>>>>>;

// A trace; or the question that can't be explained; or None where time ran out.
nb::object trace_of(std::shared_ptr<Evidence> evidence, const GoalList& goals, std::vector<Time> used,
                    std::vector<Time> banned, const Trace* kept, std::optional<double> seconds) {
    const Questions& all = evidence->journal().questions();
    const Time end = evidence->journal().end();
    std::vector<Goal> read;
    for (const auto& [id, meanings] : goals) {
        question(id, all);
        Goal& goal = read.emplace_back(Goal{id, {}});
        for (const auto& [said, equations] : meanings) {
            question(said, all);
            for (QuestionId q : equations) question(q, all);
            goal.meanings.push_back({said, equations});
        }
    }
    checks::require(!kept || kept->is_of(*evidence), "a trace is kept that isn't of this journal");
    for (const auto* times : {&used, &banned}) {
        for (Time t : *times) checks::require(t < end, "there is no entry of this time");
    }
    try {
        return nb::cast(traced(evidence, read, {std::move(used), std::move(banned), kept}, deadline(seconds)));
    } catch (const Unexplained& why) {
        return nb::int_(why.question);
    } catch (const Late&) {
        return nb::none();
    }
}

nb::object estimated(const SourcedJournal& journal, std::optional<double> seconds) {
    try {
        return nb::cast(std::make_shared<Evidence>(journal.shared(), deadline(seconds)));
    } catch (const Late&) {
        return nb::none();
    }
}

std::shared_ptr<Evidence> evidence_of(const SourcedJournal& journal, const std::vector<Time>& light) {
    const auto shared = journal.shared();
    for (Time t : light) checks::require(t < shared->end(), "there is no entry of this time");
    return std::make_shared<Evidence>(shared, std::span<const Time>(light));
}

const Node& node_at(const Trace& trace, std::size_t i) {
    checks::require(i < trace.nodes().size(), "there is no node of this number");
    return trace.nodes()[i];
}

auto node(const Trace& trace, std::size_t i) {
    const Node& n = node_at(trace, i);
    const std::optional<Time> entry = n.entry == kNever ? std::nullopt : std::optional(n.entry);
    return std::tuple{n.said, static_cast<std::size_t>(n.rule), n.application, entry, n.uses};
}

auto parts(const Trace& trace, std::size_t i) {
    std::vector<std::tuple<bool, std::uint32_t, std::int64_t, std::int64_t, std::uint32_t>> found;
    for (const Part& p : node_at(trace, i).parts)
        found.emplace_back(p.is_piece, p.which, p.numerator, p.denominator, p.node);
    return found;
}

std::vector<Time> times(const Trace& trace) {
    std::vector<Time> found;
    for (const Trace::Conclusion& c : trace.conclusions()) found.push_back(c.time);
    return found;
}

nb::bytes said(const Trace& trace) {
    const std::string found = trace.said();
    return nb::bytes(found.data(), found.size());
}

std::shared_ptr<Questions> questions_of(std::vector<std::uint32_t> places) {
    for (std::uint32_t place : places) checks::point(place, places.size());
    return std::make_shared<Questions>(std::move(places));
}

void add_questions(nb::module_& m) {
    nb::class_<Questions>(m, "Questions")
        .def(nb::new_(&questions_of), "places"_a)
        .def(
            "add_equation",
            [](Questions& all, Theory theory, const TermList& target, bool is_line) {
                return all.add_equation(theory, terms(target), is_line);
            },
            "theory"_a, "target"_a, "is_line"_a)
        .def(
            "add_meant",
            [](Questions& all, Theory theory, const TermList& target, bool is_line) {
                return all.add_meant(theory, terms(target), is_line);
            },
            "theory"_a, "target"_a, "is_line"_a)
        .def(
            "add_circle",
            [](Questions& all, const std::vector<std::uint32_t>& on, std::optional<std::uint32_t> center) {
                for (std::uint32_t p : on) point(p, all);
                if (center) point(*center, all);
                return all.add_circle(on, center);
            },
            "on"_a, "center"_a.none())
        .def(
            "add_overlap",
            [](Questions& all, std::uint32_t x, std::uint32_t y) {
                point(x, all), point(y, all);
                return all.add_overlap(x, y);
            },
            "x"_a, "y"_a)
        .def("add_other", &Questions::add_other, "is_line"_a)
        .def("add_row", [](Questions& all, const TermList& row) { return all.add_row(terms(row)); }, "row"_a);
}

using CircleList =
    std::vector<std::tuple<std::vector<std::uint32_t>, std::optional<std::uint32_t>, std::uint32_t, double>>;

// Which circles (points, center, place, cost) make up one, for tests: their numbers.
std::optional<std::vector<std::uint32_t>> covering_circles(const CircleList& circles,
                                                           const std::vector<std::uint32_t>& on,
                                                           std::optional<std::uint32_t> center,
                                                           const std::vector<std::uint32_t>& places) {
    const auto claim = [&](const std::vector<std::uint32_t>& some, std::optional<std::uint32_t> about) {
        for (std::uint32_t p : some) checks::point(p, places.size());
        if (about) checks::point(*about, places.size());
        return CircleClaim{PointSet(places.size(), some), about};
    };
    for (std::uint32_t place : places) checks::point(place, places.size());
    std::deque<CircleClaim> claims;
    std::vector<tracing::KnownCircle> known;
    for (const auto& [some, about, place, cost] : circles) {
        claims.push_back(claim(some, about));
        known.push_back({&claims.back(), place, static_cast<std::uint32_t>(known.size()), cost});
    }
    const auto found = covering(known, claim(on, center), places);
    if (!found) return std::nullopt;
    std::vector<std::uint32_t> numbers;
    for (const tracing::KnownCircle& circle : *found) numbers.push_back(circle.time);
    return numbers;
}

}  // namespace

void add_tracing(nb::module_& m) {
    m.attr("MANY") = kMany, m.attr("LONG") = kLong, m.attr("USE") = kUse;
    m.def("covering_circles", &covering_circles, "circles"_a, "on"_a, "center"_a.none(), "places"_a);
    add_questions(m);
    nb::class_<SourcedJournal>(m, "TracedJournal")
        .def(nb::init<std::shared_ptr<Questions>, nb::object>(), "questions"_a, "source"_a)
        .def("add_equation", &SourcedJournal::add_equation, "rule"_a, "application"_a, "theory"_a, "row"_a)
        .def("add_circle", &SourcedJournal::add_circle, "rule"_a, "application"_a, "place"_a, "on"_a, "center"_a.none())
        .def("add_overlap", &SourcedJournal::add_overlap, "rule"_a, "application"_a, "x"_a, "y"_a)
        .def("first_entailing", &SourcedJournal::first_entailing, "theory"_a, "target"_a);
    nb::class_<Evidence>(m, "Evidence")
        .def(nb::new_(&evidence_of), "journal"_a, "light"_a)
        .def_static("estimated", &estimated, "journal"_a, "seconds"_a.none())
        .def_ro("work", &Evidence::work)
        .def("trace", &trace_of, "goals"_a, "used"_a, "banned"_a, "kept"_a.none(), "seconds"_a.none());
    nb::class_<Trace>(m, "Trace")
        .def_prop_ro("weight", &Trace::weight)
        .def_prop_ro("goals", &Trace::goals)
        .def_prop_ro("times", &times)
        .def_prop_ro("said", &said)
        .def("node", &node, "number"_a)
        .def("parts", &parts, "number"_a)
        .def("detours", &Trace::detours)
        .def("without", &Trace::without, "spare"_a);
}

}  // namespace porism::binding
