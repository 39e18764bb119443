#include "theorems.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace porism {

namespace {

constexpr double kTolerance = 1e-7;  // of a sum of a few terms, each accurate to `tolerance`
constexpr Point kUnbound = kNoPoint;

double cross(Vec o, Vec a, Vec b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

// The figure's relations, sorted for the join: who is in which direction from a point, and how far.
class Relations {
public:
    explicit Relations(const Figure& figure) : f(figure), rays_(f.size()), distances_(f.size()), lines_(f.size()), circles_(f.size()) {
        for (Point a = 0; a < f.size(); ++a) {
            for (Point b = 0; b < f.size(); ++b) {
                if (f.coincident(a, b)) continue;
                rays_[a].push_back({f.direction(0, f.pair(a, b)), b});
                distances_[a].push_back({f.length(0, f.pair(a, b)), b});
            }
            std::sort(rays_[a].begin(), rays_[a].end());
            std::sort(distances_[a].begin(), distances_[a].end());
        }
        for (std::uint32_t i = 0; i < f.lines().size(); ++i) {
            for (Point p : f.lines()[i]) lines_[p].push_back(i);
        }
        for (std::uint32_t i = 0; i < f.circles().size(); ++i) {
            for (Point p : f.circles()[i].points) circles_[p].push_back(i);
        }
    }

    void on_ray(Point from, double direction, std::vector<Point>& found) const {
        direction -= std::floor(direction);
        for (double shift : {0.0, -1.0, 1.0}) {
            within(rays_[from], direction + shift - kTolerance, direction + shift + kTolerance, found);
        }
    }
    void at_distance(Point from, double length, std::vector<Point>& found) const {
        within(distances_[from], length * (1 - kTolerance), length * (1 + kTolerance), found);
    }
    void on_line(Point a, Point b, std::vector<Point>& found) const {
        const int line = f.line_of(f.pair(a, b));
        if (line >= 0) found = f.lines()[line];
    }
    void neighbours(Point a, std::vector<Point>& found) const {
        for (auto line : lines_[a]) found.insert(found.end(), f.lines()[line].begin(), f.lines()[line].end());
        make_set(found);
    }
    // Points of circles that pass through all of the given ones.
    void on_circles(std::span<const Point> given, std::vector<Point>& found) const {
        for (auto circle : circles_[given[0]]) {
            const auto& on = f.circles()[circle].points;
            const auto has = [&](Point p) { return std::find(on.begin(), on.end(), p) != on.end(); };
            if (std::all_of(given.begin(), given.end(), has)) found.insert(found.end(), on.begin(), on.end());
        }
        make_set(found);
    }

    const Figure& f;

private:
    using Sorted = std::vector<std::pair<double, Point>>;

    static void within(const Sorted& all, double low, double high, std::vector<Point>& found) {
        for (auto at = std::lower_bound(all.begin(), all.end(), std::pair{low, Point{0}}); at != all.end() && at->first <= high; ++at) {
            found.push_back(at->second);
        }
    }
    static void make_set(std::vector<Point>& points) {
        std::sort(points.begin(), points.end());
        points.erase(std::unique(points.begin(), points.end()), points.end());
    }

    std::vector<Sorted> rays_, distances_;
    std::vector<std::vector<std::uint32_t>> lines_, circles_;
};

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

bool holds(const Figure& f, const EquationPattern& e, const std::vector<Point>& at) {
    for (std::size_t k = 0; k < f.diagrams(); ++k) {
        double sum = constant(e), scale = 1;
        for (const auto& t : e.terms) {
            const double part = factor(t) * quantity(f, k, e.theory, f.pair(at[t.a], at[t.b]));
            sum += part;
            scale = std::max(scale, std::abs(part));
        }
        if (e.theory == Theory::kDirection) sum = wrap(sum);
        if (std::abs(sum) > kTolerance * scale) return false;
    }
    return true;
}

bool holds(const Figure& f, const FactPattern& fact, const std::vector<Point>& at) {
    if (fact.kind == FactPattern::kConcyclic) {
        return std::any_of(f.circles().begin(), f.circles().end(), [&](const CirclePlace& c) {
            return std::all_of(fact.points.begin(), fact.points.end(), [&](Slot s) {
                return std::find(c.points.begin(), c.points.end(), at[s]) != c.points.end();
            });
        });
    }
    if (fact.kind == FactPattern::kCollinear) {
        for (std::size_t i = 2; i < fact.points.size(); ++i) {
            if (!f.collinear(at[fact.points[0]], at[fact.points[1]], at[fact.points[i]])) return false;
        }
        return true;
    }
    return std::all_of(fact.equations.begin(), fact.equations.end(), [&](const auto& e) { return holds(f, e, at); });
}

bool holds(const Figure& f, const ConditionPattern& c, const std::vector<Point>& at) {
    const auto p = [&](std::size_t i) { return at[c.points[i]]; };
    const auto place = [&](std::size_t i) { return f.at(0, p(i)); };
    const auto distance = [&](std::size_t i, std::size_t j) { return f.length(0, f.pair(p(i), p(j))); };
    const auto turn = [&](std::size_t i, std::size_t j, std::size_t k) {
        return cross(place(i), place(j), place(k)) / (distance(i, j) * distance(i, k));
    };
    const auto flat = [&](std::size_t i, std::size_t j, std::size_t k) {
        return std::min({std::abs(turn(i, j, k)), std::abs(turn(j, k, i)), std::abs(turn(k, i, j))}) < tolerance::kFlat;
    };
    switch (c.kind) {
        case ConditionPattern::kDistinct: return !f.coincident(p(0), p(1));
        case ConditionPattern::kNoncollinear: return !flat(0, 1, 2);
        case ConditionPattern::kSameOrientation: return !flat(0, 1, 2) && !flat(3, 4, 5) && turn(0, 1, 2) * turn(3, 4, 5) > 0;
        case ConditionPattern::kOppositeOrientation: return !flat(0, 1, 2) && !flat(3, 4, 5) && turn(0, 1, 2) * turn(3, 4, 5) < 0;
        case ConditionPattern::kBetween: return f.between(p(0), p(1), p(2));
        case ConditionPattern::kUnbetween: return !f.between(p(0), p(1), p(2));
        case ConditionPattern::kLonger: return distance(0, 1) > distance(2, 3) * (1 + kTolerance);
        case ConditionPattern::kOutside: return distance(0, 1) > distance(1, 2) * (1 + kTolerance);
        case ConditionPattern::kInside: return distance(1, 2) > distance(0, 1) * (1 + kTolerance);
        case ConditionPattern::kUnparallel:
            return std::abs(wrap(f.direction(0, f.pair(p(0), p(1))) - f.direction(0, f.pair(p(2), p(3))))) > tolerance::kFlat;
        default: {  // unconcyclic
            const double gap = f.direction(0, f.pair(p(0), p(2))) - f.direction(0, f.pair(p(1), p(2))) -
                               f.direction(0, f.pair(p(0), p(3))) + f.direction(0, f.pair(p(1), p(3)));
            return std::abs(wrap(gap)) > tolerance::kFlat;
        }
    }
}

// One theorem's backtracking search.
class Join {
public:
    Join(const Relations& relations, const TheoremPattern& theorem, Point first_new)
        : r_(relations), theorem_(theorem), first_new_(first_new), at_(theorem.slots, kUnbound) {}

    template <typename Found>
    void run(const Plan& plan, Found found) {
        prepare(plan);
        for (Point p = first_new_; p < r_.f.size(); ++p) bind(plan, 0, p, found);
    }

private:
    const FactPattern& fact(std::size_t i) const {
        return i < theorem_.premises.size() ? theorem_.premises[i] : theorem_.conclusions[i - theorem_.premises.size()];
    }

    // Which facts and conditions are decided by each step.
    void prepare(const Plan& plan) {
        std::vector<std::size_t> when(theorem_.slots);
        for (std::size_t i = 0; i < plan.steps.size(); ++i) when[plan.steps[i].slot] = i;
        facts_.assign(plan.steps.size(), {});
        conditions_.assign(plan.steps.size(), {});
        const auto decided = [&](const auto& slots) {
            std::size_t last = 0;
            for (Slot s : slots) last = std::max(last, when[s]);
            return last;
        };
        for (std::size_t i = 0; i < theorem_.premises.size() + theorem_.conclusions.size(); ++i) {
            facts_[decided(fact(i).points)].push_back(i);
        }
        for (const auto& c : theorem_.conditions) conditions_[decided(c.points)].push_back(&c);
        takes_old_.assign(theorem_.slots, 0);
        for (Slot s : plan.old) takes_old_[s] = 1;
    }

    template <typename Found>
    void bind(const Plan& plan, std::size_t step, Point p, Found& found) {
        const Slot slot = plan.steps[step].slot;
        if (takes_old_[slot] && p >= first_new_) return;
        for (Point q : at_) {
            if (q != kUnbound && r_.f.coincident(p, q)) return;
        }
        at_[slot] = p;
        if (fits(step)) {
            if (step + 1 == plan.steps.size()) {
                if (seen_.insert(first_image()).second) found(at_);
            } else {
                std::vector<Point> candidates;
                gather(plan.steps[step + 1], candidates);
                for (Point q : candidates) bind(plan, step + 1, q, found);
            }
        }
        at_[slot] = kUnbound;
    }

    bool fits(std::size_t step) const {
        for (const auto* c : conditions_[step]) {
            if (!holds(r_.f, *c, at_)) return false;
        }
        for (auto i : facts_[step]) {
            if (!holds(r_.f, fact(i), at_)) return false;
        }
        return true;
    }

    void gather(const PlanStep& step, std::vector<Point>& candidates) const {
        switch (step.source) {
            case PlanStep::kAny:
                for (Point p = 0; p < r_.f.size(); ++p) candidates.push_back(p);
                return;
            case PlanStep::kLine: {
                const auto given = bound(fact(step.fact).points);
                return r_.on_line(given[0], given[1], candidates);
            }
            case PlanStep::kNeighbour: return r_.neighbours(bound(fact(step.fact).points)[0], candidates);
            case PlanStep::kCircle: return r_.on_circles(bound(fact(step.fact).points), candidates);
            default: return solve(fact(step.fact).equations[step.equation], candidates);
        }
    }

    std::vector<Point> bound(const std::vector<Slot>& slots) const {
        std::vector<Point> points;
        for (Slot s : slots) {
            if (at_[s] != kUnbound) points.push_back(at_[s]);
        }
        return points;
    }

    // The other end of the only segment that isn't bound yet.
    void solve(const EquationPattern& e, std::vector<Point>& candidates) const {
        double sum = constant(e), coefficient = 1;
        Point from = kUnbound;
        for (const auto& t : e.terms) {
            const Point a = at_[t.a], b = at_[t.b];
            if (a != kUnbound && b != kUnbound) {
                sum += factor(t) * quantity(r_.f, 0, e.theory, r_.f.pair(a, b));
            } else {
                from = a == kUnbound ? b : a;
                coefficient = factor(t);
            }
        }
        const double value = -sum / coefficient;
        switch (e.theory) {
            case Theory::kDirection: return r_.on_ray(from, value, candidates);
            case Theory::kLog: return r_.at_distance(from, std::exp(value), candidates);
            case Theory::kLength: return r_.at_distance(from, value, candidates);
            default: if (value > 0) r_.at_distance(from, std::sqrt(value), candidates);
        }
    }

    // Of the assignments that say the same, the lexicographically first.
    std::vector<Point> first_image() const {
        std::vector<Point> first = at_, image(at_.size());
        for (const auto& symmetry : theorem_.symmetries) {
            for (std::size_t s = 0; s < at_.size(); ++s) image[s] = at_[symmetry[s]];
            if (image < first) first.swap(image);
        }
        return first;
    }

    const Relations& r_;
    const TheoremPattern& theorem_;
    Point first_new_;
    std::vector<Point> at_;
    std::vector<std::vector<std::size_t>> facts_;
    std::vector<std::vector<const ConditionPattern*>> conditions_;
    std::vector<std::uint8_t> takes_old_;
    std::set<std::vector<Point>> seen_;
};

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

bool locate(const Figure& f, const FactPattern& fact, std::span<const Point> at, std::size_t& place, std::vector<std::uint16_t>& members) {
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
    return std::all_of(fact.equations.begin(), fact.equations.end(), [&](const auto& e) { return s.is_entailed(linear(s, e, at)); });
}

}  // namespace

void TheoremInstances::extend(const Figure& figure, Point first_new) {
    if (!library_ || library_->theorems.empty()) return;
    const Relations relations(figure);
    for (std::uint16_t t = 0; t < library_->theorems.size(); ++t) {
        const TheoremPattern& theorem = library_->theorems[t];
        Join join(relations, theorem, first_new);
        for (const Plan& plan : theorem.plans) {
            if (first_new == 0 && !plan.old.empty()) continue;  // there are no old points
            join.run(plan, [&](const std::vector<Point>& at) {
                ++found_;
                instances_.push_back({t, 0, static_cast<std::uint32_t>(points_.size())});
                points_.insert(points_.end(), at.begin(), at.end());
            });
        }
    }
}

bool TheoremInstances::fire(State& state) {
    bool any = false;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < instances_.size(); ++i) {
        Instance instance = instances_[i];
        const TheoremPattern& theorem = library_->theorems[instance.theorem];
        const std::span<const Point> at(points_.data() + instance.points, theorem.slots);
        while (instance.known < theorem.premises.size() && is_known(state, theorem.premises[instance.known], at)) ++instance.known;
        if (instance.known < theorem.premises.size()) instances_[kept++] = instance;
        else any |= conclude(state, instance);
    }
    instances_.resize(kept);
    return any;
}

bool TheoremInstances::conclude(State& state, const Instance& instance) {
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
