#include "theories/state.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace porism {

using field::Element;

State::State(const Figure& figure) : figure_(&figure) {
    const std::size_t pairs = figure.pair_capacity();
    for (std::size_t t = 0; t < kTheories; ++t) {
        systems_[t] = LinearSystem(pairs, 0x706f7269736dULL + t);
        infos_[t].reserve(pairs + 8);
        values_[t].assign(figure.diagrams(), Grown<double>(pairs));
        for (Point b = 0; b < figure.capacity(); ++b) {
            for (Point a = 0; a < b; ++a) infos_[t].push_back({VariableInfo::kPair, 0, {a, b, 0}});
        }
    }
    const std::vector<double> unit(figure.diagrams(), 1.0);
    one_ = add_variable(Theory::kDirection, {VariableInfo::kConstant, 1, {}}, unit, true);
    one_hash_ = systems_[0].hash(one_);
    for (std::int64_t p : {2, 3, 5, 7, 11, 13}) prime(p);
    grow();
}

void State::grow() {
    const Figure& figure = *figure_;
    if (now_.pairs > 0) {
        for (auto& system : systems_) system.begin_generation();
    }
    for (std::size_t t = 0; t < kTheories; ++t) {
        for (std::size_t k = 0; k < figure.diagrams(); ++k) {
            for (auto p = static_cast<PairId>(now_.pairs); p < figure.pair_count(); ++p) {
                const double length = figure.length(k, p);
                const std::array<double, kTheories> all = {figure.direction(k, p), figure.log_length(k, p), length,
                                                           length * length};
                values_[t][k].fill(p, all[t]);
            }
        }
        for (auto p = static_cast<PairId>(now_.pairs); p < figure.pair_count(); ++p) systems_[t].touch(p);
    }
    before_ = std::exchange(
        now_,
        {figure.size(), figure.pair_count(), figure.triples().size(), figure.perpendiculars().size(),
         figure.transversals().size(), figure.similar().joined().size(), figure.proportional().joined().size(),
         figure.equal_sines().joined().size(), figure.equal_powers().joined().size(), figure.equal_sines().groups()});
    before_.sine_classes = group_of_sine.size();
    before_.circle_clock = circle_clock_++;
    while (places_.size() < figure.circles().size()) places_.push_back({{}, circle_clock_});
    while (representative_.size() < figure.size())
        representative_.push_back(static_cast<Point>(representative_.size()));
    perpendicular_done.resize(figure.perpendiculars().size(), 0);
    stewart_done.resize(figure.triples().size(), 0);
    transversals_done.resize(figure.transversals().size(), 0);
}

std::size_t State::footprint() const { return sizeof *this + bytes_of_members<StateData>(*this); }

std::size_t State::absorb(const State& other) {
    std::size_t count = 0;
    for (std::size_t t = 0; t < kTheories; ++t) count += systems_[t].absorb(other.systems_[t]);
    return count;
}

bool State::is_older_fresh(unsigned theories) const {
    bool any = false;
    for (std::size_t t = 0; t < kTheories; ++t)
        any |= (theories >> t & 1) && systems_[t].older_changed() > seen_.theory[t];
    return any;
}

bool State::has_new(std::span<const Point> points) const { return !points.empty() && points.back() >= before_.points; }

bool State::begin_pass(std::size_t pass, unsigned theories) {
    PassMemory& memory = memory_[pass];
    seen_ = memory;
    bool changed = (theories & kCircleBit) && circle_clock_ != memory.circles;
    for (std::size_t t = 0; t < kTheories; ++t) {
        changed |= (theories >> t & 1) && systems_[t].now() != memory.theory[t];
        memory.theory[t] = systems_[t].now();
    }
    memory.circles = circle_clock_;
    return changed;
}

Variable State::add_variable(Theory t, VariableInfo info, std::span<const double> values, bool fixed) {
    const auto i = static_cast<std::size_t>(t);
    infos_[i].push_back(info);
    for (std::size_t k = 0; k < values.size(); ++k) values_[i][k].push_back(values[k]);
    return systems_[i].add_variable(fixed);
}

Variable State::prime(std::int64_t p) {
    for (const auto& [prime, variable] : primes_) {
        if (prime == p) return variable;
    }
    const std::vector<double> values(figure_->diagrams(), std::log(static_cast<double>(p)));
    const Variable v = add_variable(Theory::kLog, {VariableInfo::kConstant, p, {}}, values, true);
    primes_.push_back({p, v});
    return v;
}

Element State::log_of(Ratio r) {
    Element sum = 0;
    for (int side = 0; side < 2; ++side) {
        std::int64_t rest = side ? r.denominator : r.numerator;
        for (std::int64_t p = 2; rest > 1; ++p) {
            if (p * p > rest) p = rest;
            for (; rest % p == 0; rest /= p) {
                const Element h = system(Theory::kLog).hash(prime(p));
                sum = side ? field::subtract(sum, h) : field::add(sum, h);
            }
        }
    }
    return sum;
}

bool State::is_entailed(const Linear& equation) const {
    const LinearSystem& s = system(equation.theory());
    Element sum = 0;
    for (const auto& t : equation.terms()) {
        sum = field::add(sum, field::multiply(field::from_rational(t.numerator, t.denominator), s.hash(t.variable)));
    }
    return sum == 0;
}

void State::lift(Linear& equation) const {
    double sum = 0;
    for (const auto& t : equation.terms()) {
        sum += value(0, Theory::kDirection, t.variable) * static_cast<double>(t.numerator) /
               static_cast<double>(t.denominator);
    }
    equation.add(one_, -static_cast<std::int64_t>(std::llround(sum)));
}

bool State::holds(const Linear& equation) const {
    for (std::size_t k = 0; k < figure_->diagrams(); ++k) {
        const std::span<const double> values = values_[static_cast<std::size_t>(equation.theory())][k];
        double sum = 0, scale = 0;
        for (const auto& t : equation.terms()) {
            double part = values[t.variable] * static_cast<double>(t.numerator);
            if (t.denominator != 1) part /= static_cast<double>(t.denominator);
            if (!std::isfinite(part)) return false;
            sum += part;
            scale = std::max(scale, std::abs(part));
        }
        // Lifts belong to the reference diagram; elsewhere a direction equation is checked modulo 1.
        if (equation.theory() == Theory::kDirection && k > 0) sum = wrap(sum);
        if (std::abs(sum) > 1e-6 * std::max(1.0, scale)) return false;
    }
    return true;
}

void State::write(EntryKind kind, Rule rule, Theory theory, std::int32_t circle, std::span<const JournalTerm> terms,
                  std::span<const std::int64_t> arguments) {
    journal_.push_back({kind, rule, theory, circle, static_cast<std::uint32_t>(journal_terms_.size()),
                        static_cast<std::uint32_t>(terms.size()), static_cast<std::uint32_t>(journal_arguments_.size()),
                        static_cast<std::uint32_t>(arguments.size())});
    journal_terms_.append(terms);
    journal_arguments_.append(arguments);
}

bool State::assume(const Linear& equation, Rule rule, std::span<const std::int64_t> arguments, std::int32_t circle) {
    equation_.clear();
    for (const auto& t : equation.terms())
        equation_.push_back({t.variable, field::from_rational(t.numerator, t.denominator)});
    if (!holds(equation)) {
        ++refused_;
        return false;
    }
    const auto added = system(equation.theory()).add(equation_);
    if (added == LinearSystem::Added::kContradiction) {
        ++refused_;
        return false;
    }
    write(EntryKind::kEquation, rule, equation.theory(), circle, equation.terms(), arguments);
    return added == LinearSystem::Added::kNew;
}

Variable State::add_sine(Point a, Point v, Point b) {
    std::vector<double>& values = sine_values_;
    values.clear();
    for (std::size_t k = 0; k < figure_->diagrams(); ++k) {
        const Vec o = figure_->at(k, v), p = figure_->at(k, a), q = figure_->at(k, b);
        const double cross = (p.x - o.x) * (q.y - o.y) - (p.y - o.y) * (q.x - o.x);
        values.push_back(std::log(std::abs(cross) /
                                  (figure_->length(k, figure_->pair(a, v)) * figure_->length(k, figure_->pair(b, v)))));
    }
    return add_variable(Theory::kLog, {VariableInfo::kSine, 0, {a, v, b}}, values, false);
}

Variable State::add_arc(std::size_t place, std::uint16_t index, std::int32_t tag) {
    const CirclePlace& circle = figure_->circles()[place];
    std::vector<double> values;
    for (std::size_t k = 0; k < figure_->diagrams(); ++k) {
        // In other diagrams t(x) is found from d(xy) + d(xz) − d(yz) = 2t(x); the half turn is chosen as in the reference.
        double t = circle.turn[index];
        if (k > 0) {
            Point x = circle.points[index], y = kNoPoint, z = kNoPoint;
            for (Point p : circle.points) {
                if (figure_->coincident(p, x)) continue;
                if (y == kNoPoint) y = p;
                else if (!figure_->coincident(p, y)) {
                    z = p;
                    break;
                }
            }
            const double twice = figure_->direction(k, figure_->pair(x, y)) +
                                 figure_->direction(k, figure_->pair(x, z)) -
                                 figure_->direction(k, figure_->pair(y, z));
            const double half = wrap(twice / 2 - t);
            t += std::abs(half) <= 0.25 ? half : wrap(half + 0.5);
        }
        values.push_back(t);
    }
    return add_variable(Theory::kDirection, {VariableInfo::kArc, tag, {circle.points[index], 0, 0}}, values, false);
}

bool State::share_three(std::size_t place, std::span<const std::uint16_t> a, std::span<const std::uint16_t> b) const {
    const auto& points = figure_->circles()[place].points;
    std::array<Point, 3> shared{};
    std::size_t count = 0;
    for (auto x : a) {
        if (std::find(b.begin(), b.end(), x) == b.end()) continue;
        bool fresh = true;
        for (std::size_t i = 0; i < count; ++i) fresh &= !figure_->coincident(shared[i], points[x]);
        if (fresh) shared[count++] = points[x];
        if (count == 3) return true;
    }
    return false;
}

bool State::are_known_concyclic(std::size_t place, std::span<const std::uint16_t> points) const {
    for (const auto& known : places_[place].known) {
        bool all = true;
        for (auto x : points) all &= std::find(known.members.begin(), known.members.end(), x) != known.members.end();
        if (all) return true;
    }
    return false;
}

bool State::is_known_center(std::size_t, const KnownCircle& circle, Point center) const {
    return std::find(circle.centers.begin(), circle.centers.end(), center) != circle.centers.end();
}

bool State::assume_circle(std::size_t place, std::span<const std::uint16_t> points, Point center, Rule rule,
                          std::span<const std::int64_t> arguments) {
    for (const auto& circle : places_[place].known) {
        bool all = true;
        for (auto x : points) all &= std::find(circle.members.begin(), circle.members.end(), x) != circle.members.end();
        if (all && (center == kNoPoint || is_known_center(place, circle, center))) return false;
    }
    Place& here = places_.change(place);
    std::vector<KnownCircle>& known = here.known;
    write(EntryKind::kCircle, rule, Theory::kDirection, static_cast<std::int32_t>(place), {}, arguments);

    // Merge into the largest known circle that shares three points; others that then do follow.
    KnownCircle merged{next_tag_, {}, {}, {}};
    std::vector<std::uint16_t> fresh(points.begin(), points.end());
    std::vector<Point> centers;
    if (center != kNoPoint) centers.push_back(center);
    std::vector<std::size_t> absorbed;
    for (bool grown = true; grown;) {
        grown = false;
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (std::find(absorbed.begin(), absorbed.end(), i) != absorbed.end()) continue;
            if (!share_three(place, fresh, known[i].members)) continue;
            absorbed.push_back(i);
            for (auto x : known[i].members) {
                if (std::find(fresh.begin(), fresh.end(), x) == fresh.end()) fresh.push_back(x);
            }
            for (Point o : known[i].centers) {
                if (std::find(centers.begin(), centers.end(), o) == centers.end()) centers.push_back(o);
            }
            grown = true;
        }
    }
    std::size_t largest = SIZE_MAX;
    for (std::size_t i : absorbed) {
        if (largest == SIZE_MAX || known[i].members.size() > known[largest].members.size()) largest = i;
    }
    if (largest != SIZE_MAX) merged = known[largest];
    else ++next_tag_;
    std::sort(absorbed.rbegin(), absorbed.rend());
    for (std::size_t i : absorbed) known.erase(known.begin() + static_cast<std::ptrdiff_t>(i));

    const std::size_t first_new = merged.members.size();
    for (auto x : fresh) {
        if (std::find(merged.members.begin(), merged.members.end(), x) != merged.members.end()) continue;
        merged.members.push_back(x);
        merged.arc.push_back(add_arc(place, x, merged.tag));
    }
    connect(place, merged, first_new);
    const std::vector<Point> old_centers = std::exchange(merged.centers, centers);
    for (Point o : merged.centers) {
        const bool was = std::find(old_centers.begin(), old_centers.end(), o) != old_centers.end();
        center_known(place, merged, o, was ? first_new : 0);
    }
    known.push_back(std::move(merged));
    here.stamp = ++circle_clock_;
    return true;
}

void State::connect(std::size_t place, KnownCircle& circle, std::size_t first_new) {
    const auto& points = figure_->circles()[place].points;
    for (std::size_t j = first_new; j < circle.members.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) {
            const Point x = points[circle.members[i]], y = points[circle.members[j]];
            if (figure_->coincident(x, y)) continue;
            Linear equation(Theory::kDirection);
            equation.add(figure_->pair(x, y), 1).add(circle.arc[i], -1).add(circle.arc[j], -1);
            lift(equation);
            assume(equation, Rule::kInscribed, {x, y}, circle.tag);
        }
    }
}

void State::center_known(std::size_t place, KnownCircle& circle, Point o, std::size_t first_new) {
    const auto& points = figure_->circles()[place].points;
    for (std::size_t j = first_new; j < circle.members.size(); ++j) {
        const Point x = points[circle.members[j]];
        const std::size_t m = circle.members.size();
        const Point y = points[circle.members[(j + 1) % m]], z = points[circle.members[(j + 2) % m]];
        Linear radial(Theory::kDirection);
        radial.add(figure_->pair(o, x), 1).add(circle.arc[j], -2).add(one_, -1, 2);
        lift(radial);
        assume(radial, Rule::kRadial, {o, x, y, z}, circle.tag);
        if (j > 0) {
            const Point first = points[circle.members[0]];
            Linear radii(Theory::kLog);
            radii.add(figure_->pair(o, first), 1).add(figure_->pair(o, x), -1);
            const Point third = points[circle.members[j == 1 ? 2 : 1]];
            assume(radii, Rule::kRadii, {o, first, x, third});
        }
    }
}

bool State::assume_overlap(Point x, Point y, Rule rule, std::span<const std::int64_t> arguments) {
    if (are_known_equal(x, y)) return false;
    write(EntryKind::kOverlap, rule, Theory::kDirection, -1, {}, arguments);
    const Point old = representative_[y], now = representative_[x];
    for (Point& r : representative_) {
        if (r == old) r = now;
    }
    for (Point z = 0; z < figure_->size(); ++z) {
        if (figure_->coincident(x, z) || figure_->coincident(y, z)) continue;
        for (std::size_t t = 0; t < kTheories; ++t) {
            Linear equation(static_cast<Theory>(t));
            equation.add(figure_->pair(x, z), 1).add(figure_->pair(y, z), -1);
            if (t == 0) lift(equation);
            assume(equation, Rule::kSubstitute, {x, y, z});
        }
    }
    // Each known circle through one of them goes through the other.
    for (std::size_t place = 0; place < places_.size(); ++place) {
        const auto& points = figure_->circles()[place].points;
        const auto index = [&](Point p) {
            const auto at = std::find(points.begin(), points.end(), p);
            return at == points.end() ? -1 : static_cast<int>(at - points.begin());
        };
        const int ix = index(x), iy = index(y);
        if (ix < 0 || iy < 0) continue;
        for (const auto& [have, lack] : {std::pair{ix, iy}, std::pair{iy, ix}}) {
            const auto copy = places_[place].known;
            for (const auto& circle : copy) {
                const auto has = [&](int i) {
                    return std::find(circle.members.begin(), circle.members.end(), i) != circle.members.end();
                };
                if (!has(have) || has(lack)) continue;
                std::vector<std::uint16_t> members = {static_cast<std::uint16_t>(lack)};
                std::vector<std::int64_t> says = {points[have], points[lack]};
                for (auto m : circle.members) {
                    if (m != have && !figure_->coincident(points[m], x)) members.push_back(m);
                }
                for (auto m : members) says.push_back(points[m]);
                if (members.size() >= 4) assume_circle(place, members, kNoPoint, Rule::kSubstituteCircle, says);
            }
        }
    }
    return true;
}

}  // namespace porism
