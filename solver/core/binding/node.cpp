// Nodes of the search from Python: candidates, trials, what a policy sees, and theorems told from other ends.
#include <algorithm>

#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/unique_ptr.h>
#include <nanobind/stl/vector.h>

#include "binding/binding.hpp"
#include "binding/rows.hpp"
#include "discovery/retell.hpp"
#include "search/image.hpp"
#include "search/place_sets.hpp"
#include "search/view.hpp"

namespace porism::binding {

using namespace nb::literals;
using rows::CandidateRow;
using rows::LocusRow;

namespace {

LocusRow row_of(const Locus& l) { return {l.kind, {l.parents[0], l.parents[1], l.parents[2]}}; }

// The candidates of a stage, and where they are: x and y in each diagram, in the figure's own coordinates. None where
// time ran out.
nb::object candidates_of_stage(const Node& node, int stage, Point fresh_from, double seconds) {
    checks::stage(stage);
    checks::require(fresh_from <= node.closure().figure().size(), "there is no point of this number");
    const auto deadline = checks::deadline_in(seconds);
    std::vector<CandidateRow> candidates;
    std::vector<double> places;
    const std::size_t diagrams = node.closure().figure().diagrams();
    {
        const nb::gil_scoped_release release;
        const std::optional<Candidates> found = node.find(stage, fresh_from, deadline);
        if (!found) return nb::none();
        const auto count = static_cast<std::size_t>(std::ranges::count(found->all, stage, &Candidate::stage));
        candidates.reserve(count);
        places.reserve(2 * diagrams * count);
        for (const Candidate& c : found->all) {
            if (c.stage != stage) continue;
            candidates.push_back({row_of(c.first), row_of(c.second), static_cast<std::int32_t>(c.place), c.stage,
                                  static_cast<std::int32_t>(found->reached[c.place])});
            for (std::size_t k = 0; k < diagrams; ++k) places.insert(places.end(), {c.at[k].x, c.at[k].y});
        }
    }
    return nb::make_tuple(rows::as_rows(std::move(candidates)), rows::as_array(std::move(places), 2 * diagrams));
}

using Places = nb::ndarray<const double, nb::shape<-1, -1>, nb::c_contig, nb::device::cpu>;

// in_turn: the candidates are added one after the other, so that a later one may have an earlier one as a parent.
std::vector<Candidate> read_candidates(const Node& node, nb::handle array, const Places& places, bool in_turn) {
    const rows::Rows<CandidateRow> given(array);
    const Figure& figure = node.closure().figure();
    const std::size_t diagrams = figure.diagrams();
    const std::size_t room = figure.capacity() - figure.size();
    checks::require(given.size() == 0 || (in_turn ? given.size() : 1) <= room,
                    "the figure has no room for another point");
    checks::require(given.size() == places.shape(0) && (given.size() == 0 || places.shape(1) == 2 * diagrams),
                    "a candidate has two coordinates in each diagram");
    std::vector<Candidate> all(given.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const CandidateRow row = given[i];
        for (const auto& [from, to] : {std::pair{&row.first, &all[i].first}, std::pair{&row.second, &all[i].second}}) {
            checks::locus(from->kind, from->parents, figure.size() + (in_turn ? i : 0));
            to->kind = static_cast<Locus::Kind>(from->kind);
            std::ranges::copy(from->parents, to->parents.begin());
        }
        for (std::size_t k = 0; k < diagrams; ++k) {
            all[i].at[k] = {places(i, 2 * k), places(i, 2 * k + 1)};
            checks::finite(all[i].at[k].x), checks::finite(all[i].at[k].y);
        }
    }
    return all;
}

using Kinds = nb::ndarray<const std::uint8_t, nb::shape<-1>, nb::c_contig, nb::device::cpu>;

bool is_with_images(std::uint8_t kind) { return kind == static_cast<std::uint8_t>(ImageKind::kOthers); }

nb::object tried(Node& node, std::span<const Step> steps, std::size_t threads, double seconds) {
    checks::require(threads >= 1 && threads <= checks::kMostThreads, "there is at least a thread, and at most 1024");
    std::vector<rows::TrialRow> trials;
    const auto deadline = checks::deadline_in(seconds);
    {
        const nb::gil_scoped_release release;
        for (const Trial& t : node.evaluate(steps, threads, deadline)) {
            rows::TrialRow& row = trials.emplace_back();
            row.done = t.done, row.proved = t.proved;
            std::ranges::copy(t.news, row.news.begin());
            std::ranges::copy(t.relations, row.relations.begin());
            row.facts = static_cast<std::int32_t>(t.facts), row.statement_news = t.statement_news;
        }
    }
    return rows::as_rows(std::move(trials));
}

nb::object evaluate(Node& node, nb::handle candidates, const Places& places, std::size_t threads, double seconds) {
    std::vector<Step> steps;
    for (const Candidate& c : read_candidates(node, candidates, places, false)) steps.push_back({c});
    return tried(node, steps, threads, seconds);
}

// Candidates, each with its images, as many for each, where it has others.
nb::object evaluate_with_images(Node& node, nb::handle candidates, const Places& places, nb::handle images,
                                const Places& image_places, const Kinds& kinds, std::size_t threads, double seconds) {
    const auto all = read_candidates(node, candidates, places, false);
    const auto theirs = read_candidates(node, images, image_places, false);
    checks::require(all.size() == kinds.shape(0) && (all.empty() ? theirs.empty() : theirs.size() % all.size() == 0),
                    "each candidate has as many images, and is told of which kind they are");
    const Figure& figure = node.closure().figure();
    const std::size_t each = all.empty() ? 0 : theirs.size() / all.size();
    std::vector<Step> steps;
    for (std::size_t i = 0; i < all.size(); ++i) {
        Step& step = steps.emplace_back(1, all[i]);
        if (!is_with_images(kinds(i))) continue;
        checks::require(1 + each <= figure.capacity() - figure.size(),
                        "the figure has no room for a point and its images");
        step.insert(step.end(), theirs.begin() + static_cast<std::ptrdiff_t>(i * each),
                    theirs.begin() + static_cast<std::ptrdiff_t>((i + 1) * each));
    }
    return tried(node, steps, threads, seconds);
}

// The images of candidates under a symmetry (search/image.hpp), of each as many as there are beside it: rows, places, and of
// which kind they are. Where there are no others they are the candidate itself.
nb::tuple images(const Node& node, nb::handle candidates, const Places& places, const std::vector<Point>& image,
                 std::size_t order, bool reverses) {
    const auto all = read_candidates(node, candidates, places, false);
    const Figure& figure = node.closure().figure();
    checks::require(order == 2 || order == 3, "a symmetry is of order 2 or 3");
    checks::require(image.size() == figure.size(), "a symmetry has an image for each point");
    for (Point p : image) checks::require(p < figure.size(), "there is no point of this number");
    std::vector<CandidateRow> found;
    std::vector<double> at;
    std::vector<std::uint8_t> kinds;
    {
        const nb::gil_scoped_release release;
        const Symmetry symmetry{image, order, reverses};
        for (const Candidate& c : all) {
            Step others;
            kinds.push_back(static_cast<std::uint8_t>(images_of(node.closure(), symmetry, c, others)));
            if (!is_with_images(kinds.back())) others.assign(order - 1, c);
            for (const Candidate& other : others) {
                found.push_back({row_of(other.first), row_of(other.second), 0, other.stage, 0});
                for (std::size_t k = 0; k < figure.diagrams(); ++k) at.insert(at.end(), {other.at[k].x, other.at[k].y});
            }
        }
    }
    return nb::make_tuple(rows::as_rows(std::move(found)), rows::as_array(std::move(at), 2 * figure.diagrams()),
                          rows::as_array(std::move(kinds), 1));
}

std::unique_ptr<Node> extended(const Node& node, nb::handle candidates, const Places& places, double seconds) {
    const auto added = read_candidates(node, candidates, places, true);
    const auto deadline = checks::deadline_in(seconds);
    const nb::gil_scoped_release release;
    return node.extended(added, deadline);
}

std::size_t absorb(Node& node, nb::handle candidates, const Places& places, double seconds) {
    const auto added = read_candidates(node, candidates, places, true);
    const auto deadline = checks::deadline_in(seconds);
    const nb::gil_scoped_release release;
    return node.absorb(added, deadline);
}

// A place of the figure's own coordinates in those that the figure was given in.
std::pair<double, double> given(const Node& node, std::size_t diagram, double x, double y) {
    checks::require(diagram < node.closure().figure().diagrams(), "there is no diagram of this number");
    const Vec p = node.closure().figure().given(diagram, {x, y});
    return {p.x, p.y};
}

// What a policy sees (search/view.hpp): pairs, points of curves, right angles.
nb::tuple seen(const Node& node) {
    const View v = view(node.closure());
    std::vector<rows::PairRow> pairs;
    std::vector<rows::CurveRow> curves;
    std::vector<rows::RightAngleRow> right_angles;
    for (const PairView& p : v.pairs) pairs.push_back({p.a, p.b, p.direction, p.length});
    for (std::size_t i = 0; i < v.curves.size(); ++i) {
        const CurveView& c = v.curves[i];
        const auto number = static_cast<std::int32_t>(i);
        for (Point p : c.points) curves.push_back({number, c.is_circle, c.is_known, 0, p});
        for (Point p : c.centers) curves.push_back({number, c.is_circle, c.is_known, 1, p});
    }
    for (const auto& [first, second] : v.right_angles) right_angles.push_back({first, second});
    return nb::make_tuple(rows::as_rows(std::move(pairs)), rows::as_rows(std::move(curves)),
                          rows::as_rows(std::move(right_angles)));
}

// Rows of hints (search/view.hpp) for rows of places, as candidates_of_stage gives them; None where time ran out.
nb::object hints(const Node& node, const Places& places, double seconds) {
    const auto deadline = checks::deadline_in(seconds);
    const Surroundings surroundings(node.closure());
    const std::size_t diagrams = node.closure().figure().diagrams();
    checks::require(places.shape(1) == 2 * diagrams, "a place has two coordinates in each diagram");
    std::vector<float> all;
    all.reserve(places.shape(0) * kHints);
    std::vector<Vec> at(diagrams);
    for (std::size_t i = 0; i < places.shape(0); ++i) {
        if (i % 256 == 0 && std::chrono::steady_clock::now() > deadline) return nb::none();
        for (std::size_t k = 0; k < diagrams; ++k) {
            at[k] = {places(i, 2 * k), places(i, 2 * k + 1)};
            checks::finite(at[k].x), checks::finite(at[k].y);
        }
        const Hints found = surroundings.of(at);
        all.insert(all.end(), found.begin(), found.end());
    }
    return nb::cast(rows::as_array(std::move(all), kHints));
}

// Points with their places, as candidates_of_stage gives them.
nb::tuple points_of(const std::vector<Candidate>& all, std::size_t diagrams) {
    std::vector<CandidateRow> candidates;
    std::vector<double> places;
    for (const Candidate& c : all) {
        candidates.push_back({row_of(c.first), row_of(c.second), static_cast<std::int32_t>(c.place), c.stage, 0});
        for (std::size_t k = 0; k < diagrams; ++k) places.insert(places.end(), {c.at[k].x, c.at[k].y});
    }
    return nb::make_tuple(rows::as_rows(std::move(candidates)), rows::as_array(std::move(places), 2 * diagrams));
}

// A theorem that needs auxiliary points (discovery/retell.hpp). statement: each point with its loci.
nb::dict as_dict(const Discovery& d, std::size_t diagrams) {
    nb::list statement;
    for (std::size_t i = 0; i < d.statement.order.size(); ++i) {
        std::vector<LocusRow> loci;
        for (const Locus& l : d.statement.loci[i]) loci.push_back(row_of(l));
        statement.append(nb::make_tuple(d.statement.order[i], rows::as_rows(std::move(loci))));
    }
    nb::dict found;
    found["statement"] = statement;
    found["goal"] = nb::cast(d.goal.kind);
    found["goal_points"] = nb::cast(d.goal.points);
    found["added"] = points_of(d.added, diagrams);
    found["alternatives"] = points_of(d.alternatives, diagrams);
    found["places"] = d.places;
    found["proving"] = d.proving;
    return found;
}

std::pair<nb::list, nb::dict> retold(const Node& node, const Theorems* theorems, const RetellOptions& options,
                                     std::uint64_t seed) {
    checks::stage(options.last_stage);
    checks::require(options.least >= 1 && options.least <= options.most,
                    "a telling has at least a point, and at least as many at most");
    RetellCounts counts;
    std::vector<Discovery> discoveries;
    {
        const nb::gil_scoped_release release;
        discoveries = retell(node.closure(), options, seed, theorems ? theorems->library() : nullptr, counts);
    }
    nb::list found;
    for (const Discovery& d : discoveries) found.append(as_dict(d, node.closure().figure().diagrams()));
    nb::dict sums;
    sums["tellings"] = counts.tellings, sums["closures"] = counts.closures, sums["lossy"] = counts.lossy;
    sums["goals"] = counts.goals, sums["trials"] = counts.trials;
    return {found, sums};
}

// Rows (x, y) of places, rounded.
using Spots = nb::ndarray<const std::int64_t, nb::shape<-1, 2>, nb::c_contig, nb::device::cpu>;

// Which groups of `each` places make with those of the path a set that isn't there yet; these sets are added.
nb::ndarray<nb::numpy, bool> add_sets(PlaceSets& sets, const Spots& path, const Spots& spots, std::size_t each) {
    checks::require(each >= 1 && spots.shape(0) % each == 0, "each group has as many places");
    const auto read = [](const Spots& given) {
        std::vector<Spot> all(given.shape(0));
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = {given(i, 0), given(i, 1)};
        return all;
    };
    auto* data = new std::vector<std::uint8_t>(sets.add(read(path), read(spots), each));
    const nb::capsule owner(data, [](void* p) noexcept { delete static_cast<std::vector<std::uint8_t>*>(p); });
    return nb::ndarray<nb::numpy, bool>(data->data(), {data->size()}, owner);
}

}  // namespace

void add_node(nb::module_& m) {
    add_enumeration<LocusKinds::Kind>(m, "LocusKind", kLocusKindsNames);
    add_enumeration<Fact::Kind>(m, "GoalKind", kFactNames);
    m.attr("LOCUS") = rows::dtype<LocusRow>();
    m.attr("CANDIDATE") = rows::dtype<CandidateRow>();
    m.attr("TRIAL") = rows::dtype<rows::TrialRow>();
    m.attr("PAIR") = rows::dtype<rows::PairRow>();
    m.attr("CURVE") = rows::dtype<rows::CurveRow>();
    m.attr("RIGHT_ANGLE") = rows::dtype<rows::RightAngleRow>();
    m.attr("STAGES") = kStages;
    nb::list names;
    for (const char* name : kHintNames) names.append(name);
    m.attr("HINTS") = nb::tuple(names);
    nb::class_<RetellOptions>(m, "RetellOptions")
        .def(
            "__init__",
            [](RetellOptions* made, std::size_t tellings, std::size_t patience, std::size_t enough, std::size_t least,
               std::size_t most, std::size_t goals, int last_stage, std::size_t firsts) {
                new (made) RetellOptions{tellings, patience, enough, least, most, goals, last_stage, firsts};
            },
            nb::kw_only(), "tellings"_a, "patience"_a, "enough"_a, "least"_a, "most"_a, "goals"_a, "last_stage"_a,
            "firsts"_a);
    nb::class_<Node>(m, "Node")
        .def("candidates", &candidates_of_stage, "stage"_a, "fresh_from"_a, "seconds"_a)
        .def("evaluate", &evaluate, "candidates"_a, "places"_a, "threads"_a, "seconds"_a)
        .def("evaluate_with_images", &evaluate_with_images, "candidates"_a, "places"_a, "images"_a, "image_places"_a,
             "kinds"_a, "threads"_a, "seconds"_a)
        .def("images", &images, "candidates"_a, "places"_a, "image"_a, "order"_a, "reverses"_a)
        .def("extended", &extended, "candidates"_a, "places"_a, "seconds"_a)
        .def("absorb", &absorb, "candidates"_a, "places"_a, "seconds"_a)
        .def("given", &given, "diagram"_a, "x"_a, "y"_a)
        .def("fingerprint", [](const Node& n) { return fingerprint(n.closure()); })
        .def("view", &seen)
        .def("hints", &hints, "places"_a, "seconds"_a)
        .def("rest", &Node::rest)
        .def_prop_ro("footprint", &Node::footprint)
        .def("retell", &retold, "theorems"_a.none(), "options"_a, "seed"_a)
        .def_prop_ro("is_proved", [](const Node& n) { return n.closure().is_goal_entailed(); })
        .def_prop_ro("size", [](const Node& n) { return n.closure().figure().size(); });
    nb::class_<PlaceSets>(m, "PlaceSets")
        .def(nb::init<std::size_t>(), "most"_a)
        .def("add", &add_sets, "path"_a, "spots"_a, "each"_a)
        .def("clear", &PlaceSets::clear)
        .def_prop_ro("footprint", &PlaceSets::footprint)
        .def("__len__", &PlaceSets::size);
}

}  // namespace porism::binding
