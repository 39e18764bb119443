// The metric candidates: rational ratios, proportional divisions, sines that occur more than once, equal powers.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "numeric/figure.hpp"
#include "numeric/figure_detail.hpp"

namespace porism {

using detail::same_ratio;

namespace {

struct Shift {
    double log;  // of the ratio of the lengths
    Ratio squared;
};

// Squared ratios worth looking for: p/q and (p/q)², small, not below 1; and a table from the logarithm to the shift.
struct Wanted {
    std::vector<Shift> shifts;
    std::vector<double> differences;  // of logarithms, in both directions
    std::vector<std::int8_t> at;      // by cell: number of the shift within a cell's width, or −1
    static constexpr double kCells = 8192;

    Wanted() {
        shifts.push_back({0.0, {1, 1}});
        for (std::int64_t p = 2; p <= 8; ++p) {
            for (std::int64_t q = 1; q < p; ++q) {
                if (std::gcd(p, q) != 1) continue;
                if (p <= 4) want(p, q);
                want(p * p, q * q);
            }
        }
        for (const Shift& s : shifts) {
            differences.push_back(s.log);
            if (s.log != 0) differences.push_back(-s.log);
        }
        at.assign(static_cast<std::size_t>(std::log(8.0) * kCells) + 3, -1);
        for (std::size_t i = 0; i < shifts.size(); ++i) {
            const auto cell = static_cast<std::size_t>(shifts[i].log * kCells);
            for (std::size_t c = cell > 0 ? cell - 1 : 0; c <= cell + 1; ++c) at[c] = static_cast<std::int8_t>(i);
        }
    }

    // The shift that a logarithm may be, or nullptr.
    const Shift* find(double log) const {
        const auto cell = static_cast<std::size_t>(log * kCells);
        return cell < at.size() && at[cell] >= 0 ? &shifts[static_cast<std::size_t>(at[cell])] : nullptr;
    }

private:
    void want(std::int64_t p, std::int64_t q) {
        const Ratio r{p, q};
        if (std::any_of(shifts.begin(), shifts.end(), [&](const Shift& s) { return s.squared == r; })) return;
        shifts.push_back({0.5 * std::log(static_cast<double>(p) / static_cast<double>(q)), r});
    }
};

const Wanted kWanted;

Ratio reduced(std::int64_t p, std::int64_t q) {
    const auto g = std::gcd(p, q);
    return {p / g, q / g};
}

}  // namespace

void Figure::link_ratio(PairId large, PairId small, Ratio squared) {
    const PairId a = ratios_[small].root, b = ratios_[large].root;
    if (a == b) return;
    // |large|² = squared |small|²; |large|² = l |b|²; |small|² = s |a|²; so |b|² = squared · s / l · |a|².
    const Ratio s = ratios_[small].squared, l = ratios_[large].squared;
    const Ratio r =
        reduced(squared.numerator * s.numerator * l.denominator, squared.denominator * s.denominator * l.numerator);
    if (r.numerator > 1'000'000 || r.denominator > 1'000'000) return;
    PairId last = b;
    for (PairId p = b; p != kNoPair; p = ratios_[p].next) {
        ratios_[p].root = a;
        ratios_[p].squared =
            reduced(ratios_[p].squared.numerator * r.numerator, ratios_[p].squared.denominator * r.denominator);
        last = p;
    }
    ratios_[last].next = ratios_[a].next;
    ratios_[a].next = b;
}

void Figure::extend_ratios() {
    for (PairId p = static_cast<PairId>(ratios_.size()); p < ends_.size(); ++p) ratios_.push_back({p, kNoPair, {}});
    const auto agree = [this](PairId large, PairId small, double shift) {
        for (std::size_t k = 0; k < xy_.size(); ++k) {
            if (std::abs(log_length_[k][large] - log_length_[k][small] - shift) > tolerance::kRatio) return false;
        }
        return true;
    };
    // Most differences of logarithms are none of the wanted ones: one look into a table tells.
    const auto visit = [&](const Keyed& mine, const Keyed& other) {
        const double difference = mine.key - other.key;
        const bool longer = difference >= 0;
        const Shift* shift = kWanted.find(std::abs(difference));
        if (!shift || std::abs(std::abs(difference) - shift->log) > 2 * tolerance::kRatio) return;
        const PairId large = longer ? mine.item : other.item, small = longer ? other.item : mine.item;
        if (agree(large, small, shift->log)) link_ratio(large, small, shift->squared);
    };
    const auto& old = index_->length;
    std::vector<std::vector<Keyed>::const_iterator> near;
    for (std::size_t i = 0; i < fresh_.length.size(); ++i) {
        const Keyed mine = fresh_.length[i];
        near.clear();
        for (const double shift : kWanted.differences) {
            const double key = mine.key - shift;
            if (!index_->some_length.may_have(cells::kLengths.of(key))) continue;
            auto at = std::lower_bound(old.begin(), old.end(), key - cells::kLengths.slack,
                                       [](const Keyed& k, double least) { return k.key < least; });
            for (; at != old.end() && at->key <= key + cells::kLengths.slack; ++at) near.push_back(at);
        }
        std::sort(near.begin(), near.end());
        for (const auto& other : near) visit(mine, *other);
        for (std::size_t j = 0; j < i; ++j) visit(mine, fresh_.length[j]);
    }
}

void Figure::extend_divisions(std::size_t first_triple) {
    const auto ratio = [this](std::size_t k, std::uint32_t i) {
        const auto& [a, b, c] = divisions_[i];
        return length_[k][pair(a, b)] / length_[k][pair(a, c)];
    };
    for (std::size_t i = first_triple; i < triples_.size(); ++i) {
        const auto& t = triples_[i];
        if (t.has_ratio) continue;  // ratios that are rational travel through the length theories
        const double u = length_[0][pair(t.a, t.b)] / length_[0][pair(t.a, t.c)];
        const auto id = static_cast<std::uint32_t>(divisions_.size());
        divisions_.push_back(u < 0.5 ? std::array{t.a, t.b, t.c} : std::array{t.c, t.b, t.a});
        fresh_.division.push_back({ratio(0, id), id});
    }
    std::sort(fresh_.division.begin(), fresh_.division.end());
    proportional_.resize(divisions_.size());
    for_matches(index_->division, fresh_.division, tolerance::kRatio, [&](std::uint32_t i, std::uint32_t j) {
        if (proportional_.group_of(i) != Grouping::kNone) return true;
        for (std::size_t k = 0; k < xy_.size(); ++k) {
            if (!same_ratio(ratio(k, i), ratio(k, j))) return false;
        }
        proportional_.join(i, j);
        return true;
    });
}

void Figure::share_sine(std::uint32_t angle, std::uint32_t not_with) {
    // Angles 3t, 3t + 1, 3t + 2 are those of one triangle.
    for (std::uint32_t other = angle - angle % 3; other < angle - angle % 3 + 3; ++other) {
        if (other == angle || other == not_with || equal_sines_.group_of(other) == Grouping::kNone) continue;
        const SineAngle &i = sine_angles_[angle], &j = sine_angles_[other];
        sine_triangles_.push_back({angle, other, pair(i.a, i.b), pair(j.a, j.b)});
    }
}

void Figure::extend_sines(Point x) {
    const auto turn = [this](std::size_t k, const SineAngle& a) {
        double t = direction_[k][to(a)] - direction_[k][from(a)];
        if (t < 0) t += 1;
        return a.sign < 0 ? 1 - t : t;
    };
    const PairId first = pair(0, x);
    const auto& direction = direction_[0];
    SineAngle* angle = sine_angles_.grow(3 * sides_.size());
    fresh_.sine.resize(3 * sides_.size());
    double* key = fresh_.sine.data();
    for (const auto [a, b, ab] : sides_) {
        const auto add = [&](Point from, Point v, Point to, double difference) {
            const double theta = difference < 0 ? difference + 1 : difference;
            // The acute representative of the angle between the two lines: θ or 1 − θ.
            const bool is_obtuse = theta > 0.5 + 1e-9;
            *key++ = rounded(is_obtuse ? 1 - theta : theta);
            const bool is_lifted = is_obtuse ? difference > 0 : difference < 0;
            *angle++ = {from, v, to, static_cast<std::int8_t>(is_obtuse ? -1 : 1), is_lifted};
        };
        const double d = direction[ab], da = direction[first + a], db = direction[first + b];
        add(b, a, x, da - d);
        add(x, b, a, d - db);
        add(a, x, b, db - da);
    }
    equal_sines_.resize(sine_angles_.size());
    sift(fresh_.sine, sine_angles_.size(), index_->some_sine, cells::kSines);
    sort_spread(sifted_, 0.5);
    for_matches(
        index_->sine, sifted_, tolerance::kRatio,
        [&](std::uint32_t i, std::uint32_t j) {
            if (equal_sines_.group_of(i) != Grouping::kNone) return true;
            for (std::size_t k = 0; k < xy_.size(); ++k) {
                if (!same_ratio(turn(k, sine_angles_[i]), turn(k, sine_angles_[j]))) return false;
            }
            const bool other_is_new = equal_sines_.group_of(j) == Grouping::kNone;
            equal_sines_.join(i, j);
            if (other_is_new) share_sine(j, i);
            share_sine(i, i);
            return true;
        },
        index_->sines);
}

double Figure::power(std::size_t k, const PowerItem& i) const {
    return i.is_bare() ? 2 * log_length_[k][i.length] : log_length_[k][pair(i.p, i.a)] + log_length_[k][pair(i.p, i.b)];
}

void Figure::extend_powers(Point x, std::size_t first_circle) {
    const auto add = [this](const PowerItem& item) {
        fresh_.power.push_back({power(0, item), static_cast<std::uint32_t>(powers_.size())});
        powers_.push_back(item);
    };
    for (std::size_t place = 0; place < circles_.size(); ++place) {
        const auto& circle = circles_[place];
        const bool has_x = std::find(circle.points.begin(), circle.points.end(), x) != circle.points.end();
        for (Point o : circle.centers) {
            for (Point p = 0; p < n_; ++p) {
                const bool all = place >= first_circle || o == x || p == x;
                if (!all && !has_x) continue;
                if (coincident(p, o) || std::find(circle.points.begin(), circle.points.end(), p) != circle.points.end())
                    continue;
                const bool outside = length_[0][pair(p, o)] > length_[0][pair(o, circle.points[0])];
                for (std::size_t i = 0; i < circle.points.size(); ++i) {
                    const Point a = circle.points[i];
                    if (coincident(p, a)) continue;
                    const PairId pa = pair(p, a);
                    const auto item = [&](Point b) {
                        return PowerItem{p, a, b, o, 0, static_cast<std::int8_t>(outside ? 1 : -1)};
                    };
                    const bool tangent = std::abs(std::abs(wrap(direction_[0][pa] - direction_[0][pair(o, a)])) - 0.5) <
                                         tolerance::kDirection;
                    if (tangent && (all || a == x)) add(item(a));
                    for (std::size_t j = i + 1; j < circle.points.size(); ++j) {
                        const Point b = circle.points[j];
                        if ((!all && a != x && b != x) || coincident(a, b) || coincident(p, b)) continue;
                        if (line_of_[pa] >= 0 && line_of_[pa] == line_of_[pair(p, b)]) add(item(b));
                    }
                }
            }
        }
    }
    for (const Keyed& mine : fresh_.length) add({0, 0, 0, 0, mine.item, 0});
    std::sort(fresh_.power.begin(), fresh_.power.end());
    equal_powers_.resize(powers_.size());
    for_matches(index_->power, fresh_.power, 2 * tolerance::kRatio, [&](std::uint32_t i, std::uint32_t j) {
        if (equal_powers_.group_of(i) != Grouping::kNone) return true;
        for (std::size_t k = 0; k < xy_.size(); ++k) {
            if (std::abs(power(k, powers_[i]) - power(k, powers_[j])) > tolerance::kRatio) return false;
        }
        equal_powers_.join(i, j);
        return true;
    });
}

}  // namespace porism
