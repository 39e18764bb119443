#include "theorems/join.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace porism {

namespace {

constexpr double kTolerance = 1e-7;  // of a sum of a few terms, each accurate to `tolerance`

using Sorted = std::vector<std::pair<double, Point>>;

void within(const Sorted& all, double low, double high, std::vector<Point>& found) {
    for (auto at = std::lower_bound(all.begin(), all.end(), std::pair{low, Point{0}});
         at != all.end() && at->first <= high; ++at) {
        found.push_back(at->second);
    }
}

void make_set(std::vector<Point>& points) {
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
}

double quantity(const Figure& f, std::size_t k, Theory theory, PairId p) {
    switch (theory) {
        case Theory::kDirection: return f.direction(k, p);
        case Theory::kLog: return std::log(f.length(k, p));
        case Theory::kLength: return f.length(k, p);
        default: return f.length(k, p) * f.length(k, p);
    }
}

double constant(const EquationPattern& e) {
    double sum = 0;
    for (const auto& c : e.constants) {
        const double unit = c.base == 1 ? 1 : std::log(static_cast<double>(c.base));
        sum += unit * static_cast<double>(c.numerator) / static_cast<double>(c.denominator);
    }
    return sum;
}

double factor(const TermPattern& t) { return static_cast<double>(t.numerator) / static_cast<double>(t.denominator); }

}  // namespace

Relations::Relations(const Figure& figure)
    : f(figure),
      rays_(f.size()),
      distances_(f.size()),
      lines_(f.size()),
      circles_(f.size()),
      on_circle_(f.circles().size() * f.size(), 0),
      place_(f.size()),
      twins_(f.size()),
      twins_made_(f.size(), 0) {
    for (Point a = 0; a < f.size(); ++a) {
        place_[a] = a;
        for (Point b = 0; b < f.size(); ++b) {
            if (f.coincident(a, b)) {
                place_[a] = std::min(place_[a], b);
                continue;
            }
            rays_[a].push_back({f.direction(0, f.pair(a, b)), b});
            distances_[a].push_back({f.length(0, f.pair(a, b)), b});
        }
        std::sort(rays_[a].begin(), rays_[a].end());
        std::sort(distances_[a].begin(), distances_[a].end());
    }
    for (PairId p = 0; p < f.pair_count(); ++p) {
        const auto [a, b] = f.ends(p);
        if (f.coincident(a, b)) continue;
        directions_.push_back({f.direction(0, p), p});
        lengths_.push_back({f.length(0, p), p});
    }
    std::sort(directions_.begin(), directions_.end());
    std::sort(lengths_.begin(), lengths_.end());
    for (std::uint32_t i = 0; i < f.lines().size(); ++i) {
        for (Point p : f.lines()[i]) lines_[p].push_back(i);
    }
    for (std::uint32_t i = 0; i < f.circles().size(); ++i) {
        const auto& on = f.circles()[i].points;
        for (Point p : on) circles_[p].push_back(i), on_circle_[i * f.size() + p] = 1;
        most_concyclic_ = std::max(most_concyclic_, on.size());
    }
}

void Relations::on_ray(Point from, double direction, std::vector<Point>& found) const {
    direction -= std::floor(direction);
    within(rays_[from], direction - kTolerance, direction + kTolerance, found);
    if (direction < kTolerance) within(rays_[from], direction + 1 - kTolerance, 1, found);
    if (direction > 1 - kTolerance) within(rays_[from], 0, direction - 1 + kTolerance, found);
}

void Relations::at_distance(Point from, double length, std::vector<Point>& found) const {
    within(distances_[from], length * (1 - kTolerance), length * (1 + kTolerance), found);
}

void Relations::on_line(Point a, Point b, std::vector<Point>& found) const {
    const int line = f.line_of(f.pair(a, b));
    if (line >= 0) found = f.lines()[static_cast<std::size_t>(line)];
}

void Relations::on_lines_through(Point a, std::vector<Point>& found) const {
    for (auto line : lines_[a]) found.insert(found.end(), f.lines()[line].begin(), f.lines()[line].end());
    make_set(found);
}

void Relations::on_circles(std::span<const Point> given, std::vector<Point>& found) const {
    for (auto circle : circles_[given[0]]) {
        if (!std::all_of(given.begin(), given.end(), [&](Point p) { return on_circle_[circle * f.size() + p]; }))
            continue;
        const auto& on = f.circles()[circle].points;
        found.insert(found.end(), on.begin(), on.end());
    }
    make_set(found);
}

const std::vector<Relations::Pairs>& Relations::twins(Point vertex) {
    auto& classes = twins_[vertex];
    if (std::exchange(twins_made_[vertex], 1)) return classes;
    struct Sum {
        double value;
        std::array<Point, 2> pair;
    };
    std::vector<Sum> sums;
    const Sorted& lines = rays_[vertex];
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = i; j < lines.size(); ++j) {
            const double sum = lines[i].first + lines[j].first;
            sums.push_back({sum - std::floor(sum), {lines[i].second, lines[j].second}});
        }
    }
    std::sort(sums.begin(), sums.end(), [](const Sum& x, const Sum& y) { return x.value < y.value; });
    // A class may lie on both sides of 0; its first part is then put behind its last.
    std::size_t wrapped = 0;
    while (wrapped < sums.size() && sums[wrapped].value < kTolerance) ++wrapped;
    for (std::size_t i = 0; i < wrapped; ++i) sums.push_back({sums[i].value + 1, sums[i].pair});
    for (std::size_t i = 0; i < sums.size();) {
        std::size_t end = i + 1;
        while (end < sums.size() && sums[end].value - sums[end - 1].value < kTolerance) ++end;
        if (end - i > 1) {
            Pairs pairs;
            bool same_lines = true;  // other points of the same two lines say nothing
            for (std::size_t j = i; j < end; ++j) {
                pairs.push_back(sums[j].pair);
                for (int side : {0, 1}) {
                    const double gap = f.direction(0, f.pair(vertex, pairs[0][side])) -
                                       f.direction(0, f.pair(vertex, pairs.back()[side]));
                    same_lines &= std::abs(gap) < kTolerance;
                }
            }
            if (!same_lines) classes.push_back(std::move(pairs));
        }
        i = end;
    }
    return classes;
}

bool Relations::are_concyclic(std::span<const Point> points) const {
    return std::any_of(circles_[points[0]].begin(), circles_[points[0]].end(), [&](auto circle) {
        return std::all_of(points.begin(), points.end(), [&](Point p) { return on_circle_[circle * f.size() + p]; });
    });
}

bool Relations::has_direction(double direction, PairId other_than) const {
    direction -= std::floor(direction);
    const int line = f.line_of(other_than);
    const auto is_there = [&](double low, double high) {
        for (auto at = std::lower_bound(directions_.begin(), directions_.end(), std::pair{low, PairId{0}});
             at != directions_.end() && at->first <= high; ++at) {
            if (at->second != other_than && (line < 0 || f.line_of(at->second) != line)) return true;
        }
        return false;
    };
    return is_there(direction - kTolerance, direction + kTolerance) ||
           (direction < kTolerance && is_there(1 - kTolerance, 1)) ||
           (direction > 1 - kTolerance && is_there(0, kTolerance));
}

bool Relations::has_length(double length, PairId other_than) const {
    auto at = std::lower_bound(lengths_.begin(), lengths_.end(), std::pair{length * (1 - kTolerance), PairId{0}});
    for (; at != lengths_.end() && at->first <= length * (1 + kTolerance); ++at) {
        if (at->second != other_than) return true;
    }
    return false;
}

Join::Join(Relations& relations, const TheoremPattern& theorem, Point first_new)
    : r_(relations),
      theorem_(theorem),
      first_new_(first_new),
      at_(theorem.slots, kNoPoint),
      used_(relations.f.size(), 0),
      takes_old_(theorem.slots, 0),
      candidates_(theorem.slots) {}

std::vector<Point> Join::run() {
    if (!is_possible()) return {};
    for (const Plan& plan : theorem_.plans) {
        if (first_new_ == 0 && !plan.old.empty()) break;  // there are no old points
        for (Slot s : plan.old) takes_old_[s] = 1;        // they grow from plan to plan
        for (Point p = first_new_; p < r_.f.size(); ++p) bind(plan, 0, p);
    }
    return std::move(found_);
}

bool Join::is_possible() const {
    if (r_.f.size() < theorem_.slots) return false;
    for (std::size_t i = 0; i < theorem_.fact_count(); ++i) {
        const FactPattern& fact = theorem_.fact(i);
        if (fact.kind == FactPattern::kCollinear && !r_.has_lines()) return false;
        if (fact.kind == FactPattern::kConcyclic && r_.most_concyclic() < fact.points.size()) return false;
    }
    return true;
}

bool Join::may_hold(const Probe& probe) const {
    const FactPattern& fact = theorem_.fact(probe.fact);
    if (probe.has_terms) {
        const PairId p = r_.f.pair(at_[probe.term.a], at_[probe.term.b]);
        if (probe.theory == Theory::kDirection) return r_.has_direction(r_.f.direction(0, p) + probe.constant, p);
        if (probe.constant != 0 && probe.theory != Theory::kLog) return true;
        return r_.has_length(r_.f.length(0, p) * std::exp(probe.constant), p);
    }
    std::array<Point, 16> points;
    std::size_t count = 0;
    for (Slot s : fact.points) {
        if (at_[s] != kNoPoint && count < points.size()) points[count++] = at_[s];
    }
    if (fact.kind == FactPattern::kConcyclic) return r_.are_concyclic({points.data(), count});
    const int line = r_.f.line_of(r_.f.pair(points[0], points[1]));
    return line >= 0 && (count < 3 || r_.f.line_of(r_.f.pair(points[0], points[2])) == line);
}

void Join::bind(const Plan& plan, std::size_t step, Point p) {
    const Slot slot = plan.steps[step].slot;
    if (tried_ == kMostTried) return;
    ++tried_;
    if (used_[r_.place(p)] || (takes_old_[slot] && p >= first_new_)) return;
    at_[slot] = p;
    if (fits(plan.checks[step])) {
        if (step + 1 == plan.steps.size()) {
            if (seen_.insert(first_image()).second) found_.insert(found_.end(), at_.begin(), at_.end());
        } else {
            used_[r_.place(p)] = 1;
            auto& candidates = candidates_[step + 1];
            candidates.clear();
            gather(plan.steps[step + 1], candidates);
            for (std::size_t i = 0; i < candidates.size(); ++i) bind(plan, step + 1, candidates[i]);
            used_[r_.place(p)] = 0;
        }
    }
    at_[slot] = kNoPoint;
}

bool Join::fits(const StepChecks& checks) const {
    for (const auto& [smaller, larger] : checks.rising) {
        if (first_new_ == 0 && at_[smaller] > at_[larger]) return false;
    }
    for (const Probe& probe : checks.probes) {
        if (!may_hold(probe)) return false;
    }
    for (auto i : checks.facts) {
        if (!holds(theorem_.fact(i))) return false;
    }
    return std::all_of(checks.conditions.begin(), checks.conditions.end(),
                       [&](auto i) { return holds(theorem_.conditions[i]); });
}

bool Join::holds(const EquationPattern& e) const {
    const Figure& f = r_.f;
    for (std::size_t k = 0; k < f.diagrams(); ++k) {
        double sum = constant(e), scale = 1;
        for (const auto& t : e.terms) {
            const double part = factor(t) * quantity(f, k, e.theory, f.pair(at_[t.a], at_[t.b]));
            sum += part;
            scale = std::max(scale, std::abs(part));
        }
        if (e.theory == Theory::kDirection) sum = wrap(sum);
        if (std::abs(sum) > kTolerance * scale) return false;
    }
    return true;
}

bool Join::holds(const FactPattern& fact) const {
    if (fact.kind == FactPattern::kEquations) {
        return std::all_of(fact.equations.begin(), fact.equations.end(), [&](const auto& e) { return holds(e); });
    }
    std::array<Point, 16> points;
    const std::size_t count = std::min(fact.points.size(), points.size());
    for (std::size_t i = 0; i < count; ++i) points[i] = at_[fact.points[i]];
    if (fact.kind == FactPattern::kConcyclic) return r_.are_concyclic({points.data(), count});
    const int line = r_.f.line_of(r_.f.pair(points[0], points[1]));
    for (std::size_t i = 2; i < count; ++i) {
        if (line < 0 || r_.f.line_of(r_.f.pair(points[0], points[i])) != line) return false;
    }
    return true;
}

bool Join::holds(const ConditionPattern& c) const {
    const Figure& f = r_.f;
    const auto p = [&](std::size_t i) { return at_[c.points[i]]; };
    const auto distance = [&](std::size_t i, std::size_t j) { return f.length(0, f.pair(p(i), p(j))); };
    const auto turn = [&](std::size_t i, std::size_t j, std::size_t k) {  // sine of the angle at i, with its sign
        const Vec o = f.at(0, p(i)), a = f.at(0, p(j)), b = f.at(0, p(k));
        return ((a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)) / (distance(i, j) * distance(i, k));
    };
    const auto flat = [&](std::size_t i, std::size_t j, std::size_t k) {
        return std::min({std::abs(turn(i, j, k)), std::abs(turn(j, k, i)), std::abs(turn(k, i, j))}) < tolerance::kFlat;
    };
    const auto angle = [&](std::size_t i, std::size_t j, std::size_t k, std::size_t l) {
        return wrap(f.direction(0, f.pair(p(i), p(j))) - f.direction(0, f.pair(p(k), p(l))));
    };
    switch (c.kind) {
        case ConditionPattern::kDistinct: return true;
        case ConditionPattern::kNoncollinear: return !flat(0, 1, 2);
        case ConditionPattern::kSameOrientation:
            return !flat(0, 1, 2) && !flat(3, 4, 5) && turn(0, 1, 2) * turn(3, 4, 5) > 0;
        case ConditionPattern::kOppositeOrientation:
            return !flat(0, 1, 2) && !flat(3, 4, 5) && turn(0, 1, 2) * turn(3, 4, 5) < 0;
        case ConditionPattern::kInOrder: return f.between(p(0), p(1), p(2));
        case ConditionPattern::kOutOfOrder: return !f.between(p(0), p(1), p(2));
        case ConditionPattern::kLonger: return distance(0, 1) > distance(2, 3) * (1 + kTolerance);
        case ConditionPattern::kOutOfDisk: return distance(0, 1) > distance(1, 2) * (1 + kTolerance);
        case ConditionPattern::kInDisk: return distance(1, 2) > distance(0, 1) * (1 + kTolerance);
        case ConditionPattern::kUnparallel: return std::abs(angle(0, 1, 2, 3)) > tolerance::kFlat;
        case ConditionPattern::kUnconcyclic:
            return std::abs(wrap(angle(0, 2, 1, 2) - angle(0, 3, 1, 3))) > tolerance::kFlat;
    }
    return false;  // a kind that has no case yet
}

void Join::gather(const PlanStep& step, std::vector<Point>& candidates) {
    if (step.source == PlanStep::kAny) {
        for (Point p = 0; p < r_.f.size(); ++p) candidates.push_back(p);
        return;
    }
    const FactPattern& fact = theorem_.fact(step.fact);
    if (step.source == PlanStep::kRay || step.source == PlanStep::kDistance)
        return solve(fact.equations[step.equation], candidates);
    TwinPattern twin;
    if (step.source == PlanStep::kTwin && read_twin(fact.equations[step.equation], twin))
        return gather_twins(twin, step.slot, candidates);
    std::array<Point, 16> given;
    std::size_t count = 0;
    for (Slot s : fact.points) {
        if (at_[s] != kNoPoint && count < given.size()) given[count++] = at_[s];
    }
    if (step.source == PlanStep::kLine) r_.on_line(given[0], given[1], candidates);
    else if (step.source == PlanStep::kNeighbor) r_.on_lines_through(given[0], candidates);
    else r_.on_circles({given.data(), count}, candidates);
}

void Join::gather_twins(const TwinPattern& twin, Slot slot, std::vector<Point>& candidates) {
    const bool is_left = twin.left[0] == slot || twin.left[1] == slot;
    const auto& mine = is_left ? twin.left : twin.right;
    const auto& other = is_left ? twin.right : twin.left;
    const auto fits = [&](Slot s, Point p) { return at_[s] == kNoPoint || at_[s] == p; };
    const auto allows = [&](const std::array<Slot, 2>& slots, Point p, Point q) {
        return (slots[0] == slots[1]) == (p == q) && fits(slots[0], p) && fits(slots[1], q);
    };
    for (const auto& pairs : r_.twins(at_[twin.vertex])) {
        const bool has_other = std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
            return allows(other, pair[0], pair[1]) || allows(other, pair[1], pair[0]);
        });
        if (!has_other) continue;
        for (const auto& [p, q] : pairs) {
            if (allows(mine, p, q)) candidates.push_back(mine[0] == slot ? p : q);
            if (allows(mine, q, p)) candidates.push_back(mine[0] == slot ? q : p);
        }
    }
    make_set(candidates);
}

// The other end of the only segment that isn't bound yet.
void Join::solve(const EquationPattern& e, std::vector<Point>& candidates) const {
    double sum = constant(e), coefficient = 1;
    Point from = kNoPoint;
    for (const auto& t : e.terms) {
        const Point a = at_[t.a], b = at_[t.b];
        if (a != kNoPoint && b != kNoPoint) {
            sum += factor(t) * quantity(r_.f, 0, e.theory, r_.f.pair(a, b));
        } else {
            from = a == kNoPoint ? b : a;
            coefficient = factor(t);
        }
    }
    const double value = -sum / coefficient;
    switch (e.theory) {
        case Theory::kDirection: return r_.on_ray(from, value, candidates);
        case Theory::kLog: return r_.at_distance(from, std::exp(value), candidates);
        case Theory::kLength: return r_.at_distance(from, value, candidates);
        default:
            if (value > 0) r_.at_distance(from, std::sqrt(value), candidates);
    }
}

// The lexicographically first of the assignments that say the same.
std::vector<Point> Join::first_image() const {
    std::vector<Point> first = at_, image(at_.size());
    for (const auto& symmetry : theorem_.symmetries) {
        for (std::size_t s = 0; s < at_.size(); ++s) image[s] = at_[symmetry[s]];
        if (image < first) first.swap(image);
    }
    return first;
}

}  // namespace porism
