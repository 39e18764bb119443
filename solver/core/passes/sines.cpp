// Sines. In the multiplicative theory the law of sines is linear: log|bc| − log|ca| = log sin a − log sin b. Angles that
// are known to be equal or supplementary share one sine variable; a triangle enters when both sines occur elsewhere in
// the figure (numerically), so that each equation can cancel. This subsumes the bisector theorem, trigonometric Ceva
// and Menelaus chains. Angles of 30°, 45°, 60° and 90° (and supplements) have known sines; and an angle whose sine is
// known to equal another's is equal to it, or supplementary, as the diagram shows.
#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>

#include "numeric/number_set.hpp"
#include "passes/passes.hpp"

namespace porism {

using field::Element;

namespace {

Element angle_of(const State& s, const SineAngle& a) {
    const Figure& f = s.figure();
    Element h = field::subtract(s.direction(f.to(a)), s.direction(f.from(a)));
    if (a.sign < 0) h = field::negate(h);
    return a.lift ? field::add(h, s.turns(a.lift)) : h;
}

double value_of(const Figure& f, const SineAngle& a) {
    return a.sign * (f.direction(0, f.to(a)) - f.direction(0, f.from(a))) + a.lift;
}

void add_angle(Linear& equation, const Figure& f, const SineAngle& a, int factor) {
    equation.add(f.to(a), factor * a.sign).add(f.from(a), -factor * a.sign);
}

struct Special {
    double angle;
    std::int64_t numerator, denominator;             // of π
    std::array<std::array<std::int64_t, 3>, 2> log;  // {prime, numerator, denominator} of log sin
};

constexpr std::array<Special, 4> kSpecial = {{
    {1.0 / 6, 1, 6, {{{2, -1, 1}, {0, 0, 1}}}},
    {1.0 / 4, 1, 4, {{{2, -1, 2}, {0, 0, 1}}}},
    {1.0 / 3, 1, 3, {{{3, 1, 2}, {2, -1, 1}}}},
    {1.0 / 2, 1, 2, {{{0, 0, 1}, {0, 0, 1}}}},
}};

// The groups in which something has changed, in order: an angle is new, has a side whose direction has changed, or shares a
// sine that has. `known_angles`, `known_groups`: those that had been looked at before.
std::vector<std::uint32_t> changed_groups(const State& s, std::size_t known_angles, std::size_t known_groups) {
    const Figure& f = s.figure();
    const auto& angles = f.sine_angles();
    const Grouping& groups = f.equal_sines();
    NumberSet changed(groups.groups());
    for (auto g = static_cast<std::uint32_t>(known_groups); g < groups.groups(); ++g) changed.add(g);
    const auto look_at = [&](std::uint32_t angle) {
        const bool is_new = angle >= known_angles;
        if (is_new || s.is_fresh(Theory::kDirection, f.from(angles[angle])) ||
            s.is_fresh(Theory::kDirection, f.to(angles[angle])))
            changed.add(groups.group_of(angle));
    };
    const bool all = s.is_older_fresh(reads::kDirections);
    const auto begun = static_cast<std::uint32_t>(all ? 0 : s.before().sine_groups);
    for (auto g = begun; g < known_groups; ++g) look_at(groups.first(g));
    for (std::size_t i = all ? 0 : s.before().sines; i < groups.joined().size(); ++i) look_at(groups.joined()[i]);
    const std::size_t first = s.is_older_fresh(reads::kLogs) ? 0 : s.before().sine_classes;
    for (const auto& [sine, g] : s.group_of_sine.items() | std::views::drop(first)) {
        if (s.is_fresh(Theory::kLog, sine)) changed.add(g);
    }
    std::vector<std::uint32_t> in_order;
    changed.take(in_order);
    return in_order;
}

// Numbers by hash; few, so they are searched in order.
class Numbers {
public:
    // The number that the hash has, or now gets; and whether it is new.
    std::pair<std::uint32_t, bool> find_or_add(Element hash, std::uint32_t number) {
        for (const auto& [h, n] : all_) {
            if (h == hash) return {n, false};
        }
        all_.push_back({hash, number});
        return {number, true};
    }
    void clear() { all_.clear(); }

private:
    std::vector<std::pair<Element, std::uint32_t>> all_;
};

// Classes of known equality within each numeric group; those that have become equal merge.
bool merge_classes(State& s, const std::vector<std::uint32_t>& fresh) {
    const auto& angles = s.figure().sine_angles();
    const Grouping& groups = s.figure().equal_sines();
    bool any = false;
    Numbers numbers;
    std::vector<std::uint32_t> now;  // for each class the one that it has become part of, or itself
    for (auto g : fresh) {
        auto& [of_group, last] = s.sine_groups.change(g);
        numbers.clear();
        now.clear();
        bool any_merged = false;
        for (std::uint32_t c = 0; c < of_group.size(); ++c) {
            const SineAngle& mine = angles[of_group[c].angle];
            const auto [at, is_new] = numbers.find_or_add(angle_of(s, mine), c);
            now.push_back(at);
            if (is_new) continue;
            any_merged = true;
            const SineAngle& other = angles[of_group[at].angle];
            Linear equal(Theory::kLog);
            equal.add(of_group[c].sine, 1).add(of_group[at].sine, -1);
            if (!s.is_entailed(equal))
                any |= s.assume(equal, Rule::kSineEqual, {mine.a, mine.v, mine.b, other.a, other.v, other.b});
        }
        // An angle stays equal to those of its class.
        for (auto i = groups.first(g); any_merged && i != Grouping::kNone; i = groups.next(i)) {
            if (s.sine_of[i] != Grouping::kNone) s.sine_of.change(i) = now[s.sine_of[i]];
        }
        for (auto i = last == Grouping::kNone ? groups.first(g) : groups.next(last); i != Grouping::kNone;
             i = groups.next(i)) {
            const auto size = static_cast<std::uint32_t>(of_group.size());
            const auto [at, is_new] = numbers.find_or_add(angle_of(s, angles[i]), size);
            if (is_new) {
                of_group.push_back({i, s.add_sine(angles[i].a, angles[i].v, angles[i].b)});
                s.group_of_sine.push_back({of_group.back().sine, g});
            }
            s.sine_of.change(i) = at;
            last = i;
        }
    }
    return any;
}

// Angles whose sines are known numbers, both ways.
bool use_special_sines(State& s, const std::vector<std::uint32_t>& fresh) {
    const Figure& f = s.figure();
    const auto& angles = f.sine_angles();
    bool any = false;
    for (auto g : fresh) {
        const double value = value_of(f, angles[f.equal_sines().first(g)]);
        for (const Special& special : kSpecial) {
            if (std::abs(value - special.angle) > tolerance::kDirection) continue;
            for (const auto& c : s.sine_groups[g].classes) {
                const SineAngle& angle = angles[c.angle];
                Linear is(Theory::kLog);
                is.add(c.sine, 1);
                for (const auto& [prime, p, q] : special.log) {
                    if (p) is.add(s.prime(prime), -p, q);
                }
                Linear known(Theory::kDirection);
                add_angle(known, f, angle, 1);
                known.add(s.one_variable(), -special.numerator, special.denominator);
                s.lift(known);
                const bool angle_known = s.is_entailed(known), sine_known = s.is_entailed(is);
                if (angle_known == sine_known) continue;
                if (angle_known) any |= s.assume(is, Rule::kSineValue, {angle.a, angle.v, angle.b});
                else any |= s.assume(known, Rule::kSineToAngle, {angle.a, angle.v, angle.b});
            }
        }
    }
    return any;
}

bool state_laws(State& s) {
    const Figure& f = s.figure();
    const auto& angles = f.sine_angles();
    const Grouping& groups = f.equal_sines();
    bool any = false;
    for (; s.sine_laws_done < f.sine_triangles().size(); ++s.sine_laws_done) {
        const SineTriangle& t = f.sine_triangles()[s.sine_laws_done];
        const SineAngle &first = angles[t.i], &second = angles[t.j];
        const auto& one = s.sine_groups[groups.group_of(t.i)].classes[s.sine_of[t.i]];
        const auto& two = s.sine_groups[groups.group_of(t.j)].classes[s.sine_of[t.j]];
        const SineAngle &u = angles[one.angle], &w = angles[two.angle];
        Linear law(Theory::kLog);
        law.add(t.opposite_i, 1).add(t.opposite_j, -1).add(one.sine, -1).add(two.sine, 1);
        any |= s.assume(law, Rule::kSineLaw,
                        {first.a, first.v, first.b, second.a, second.v, second.b, u.a, u.v, u.b, w.a, w.v, w.b});
    }
    return any;
}

// Equal sines, not yet equal angles; a right angle in the diagram isn't transversal.
bool conclude_angles(State& s, const std::vector<std::uint32_t>& fresh) {
    const Figure& f = s.figure();
    const auto& angles = f.sine_angles();
    bool any = false;
    Numbers numbers;
    for (auto g : fresh) {
        if (std::abs(value_of(f, angles[f.equal_sines().first(g)]) - 0.5) < 1e-3) continue;
        numbers.clear();
        const auto& classes = s.sine_groups[g].classes;
        for (std::uint32_t c = 0; c < classes.size(); ++c) {
            const auto [at, is_new] = numbers.find_or_add(s.hash(Theory::kLog, classes[c].sine), c);
            if (is_new) continue;
            const SineAngle &mine = angles[classes[c].angle], &other = angles[classes[at].angle];
            if (angle_of(s, mine) == angle_of(s, other)) continue;
            Linear equal(Theory::kDirection);
            add_angle(equal, f, mine, 1);
            add_angle(equal, f, other, -1);
            s.lift(equal);
            any |= s.assume(equal, Rule::kSineToAngles, {mine.a, mine.v, mine.b, other.a, other.v, other.b});
        }
    }
    return any;
}

}  // namespace

bool apply_sine_laws(State& s) {
    const Figure& f = s.figure();
    const std::vector<std::uint32_t> fresh = changed_groups(s, s.sine_of.size(), s.sine_groups.size());
    s.sine_groups.resize(f.equal_sines().groups());
    s.sine_of.resize(f.sine_angles().size(), Grouping::kNone);
    bool any = merge_classes(s, fresh);
    any |= use_special_sines(s, fresh);
    any |= state_laws(s);
    any |= conclude_angles(s, fresh);
    return any;
}

}  // namespace porism
