// The metric candidates: proportional divisions, sines that occur more than once, equal powers of a point.
#include <algorithm>
#include <cmath>

#include "figure.hpp"

namespace porism {

namespace {

bool same_ratio(double a, double b) { return std::abs(a - b) <= tolerance::kRatio * std::max(std::abs(a), std::abs(b)); }

// Groups items whose keys agree in every diagram; item i has `width` keys from keys[i·width]. Groups of one are left out.
std::vector<std::vector<std::uint32_t>> group_equal(const std::vector<double>& keys, std::size_t width) {
    std::vector<std::pair<double, std::uint32_t>> order(keys.size() / width);
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = {keys[i * width], i};
    std::sort(order.begin(), order.end());
    std::vector<std::uint8_t> taken(order.size(), 0);
    std::vector<std::vector<std::uint32_t>> groups;
    std::vector<std::uint32_t> group;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto [first, index] = order[i];
        if (taken[index]) continue;
        group = {index};
        for (std::size_t j = i + 1; j < order.size() && same_ratio(first, order[j].first); ++j) {
            const auto other = order[j].second;
            if (taken[other] || !std::equal(&keys[index * width], &keys[index * width] + width, &keys[other * width], same_ratio)) continue;
            taken[other] = 1;
            group.push_back(other);
        }
        if (group.size() > 1) groups.push_back(group);
    }
    return groups;
}

}  // namespace

void Figure::find_proportions() {
    std::vector<std::array<Point, 3>> triples;
    std::vector<double> keys;
    for (const auto& t : triples_) {
        if (t.has_ratio) continue;  // ratios that are rational travel through the length theories
        const double u = length_[0][pair(t.a, t.b)] / length_[0][pair(t.a, t.c)];
        triples.push_back(u < 0.5 ? std::array{t.a, t.b, t.c} : std::array{t.c, t.b, t.a});
        const auto [a, b, c] = triples.back();
        for (std::size_t k = 0; k < xy_.size(); ++k) keys.push_back(length_[k][pair(a, b)] / length_[k][pair(a, c)]);
    }
    for (const auto& group : group_equal(keys, xy_.size())) {
        ProportionClass c;
        for (auto i : group) c.push_back(triples[i]);
        proportions_.push_back(std::move(c));
    }
}

void Figure::find_sines() {
    const std::size_t most = n_ * n_ * n_ / 6;
    struct Triangle {
        std::array<std::uint32_t, 3> angle;
        std::array<PairId, 3> opposite;
    };
    std::vector<Triangle> triangles;
    std::vector<SineAngle> angles;
    triangles.reserve(most), angles.reserve(3 * most);
    std::vector<double> keys;
    keys.reserve(3 * most * xy_.size());
    const auto turn = [this](std::size_t k, PairId from, PairId to) {
        double t = direction_[k][to] - direction_[k][from];
        return t - std::floor(t);
    };
    for (Point a = 0; a < n_; ++a) {
        for (Point b = a + 1; b < n_; ++b) {
            if (coincident_[pair(a, b)]) continue;
            for (Point c = b + 1; c < n_; ++c) {
                const PairId ab = pair(a, b), bc = pair(b, c), ca = pair(c, a);
                if (coincident_[bc] || coincident_[ca] || (line_of_[ab] >= 0 && line_of_[ab] == line_of_[bc])) continue;
                Triangle triangle{{}, {bc, ca, ab}};
                const std::array<Point, 3> t = {a, b, c};
                for (int v = 0; v < 3; ++v) {
                    SineAngle angle{t[(v + 1) % 3], t[v], t[(v + 2) % 3], pair(t[v], t[(v + 1) % 3]), pair(t[v], t[(v + 2) % 3]), 1, 0, 0};
                    // The acute representative of the angle between the two lines: θ or 1 − θ.
                    const double theta = turn(0, angle.va, angle.vb);
                    const bool flip = theta > 0.5 + 1e-9;
                    angle.sign = flip ? -1 : 1;
                    const double raw = angle.sign * (direction_[0][angle.vb] - direction_[0][angle.va]);
                    angle.lift = static_cast<std::int8_t>(-std::floor(raw));
                    for (std::size_t k = 0; k < xy_.size(); ++k) keys.push_back(flip ? 1 - turn(k, angle.va, angle.vb) : turn(k, angle.va, angle.vb));
                    triangle.angle[v] = static_cast<std::uint32_t>(angles.size());
                    angles.push_back(angle);
                }
                triangles.push_back(triangle);
            }
        }
    }
    std::vector<std::uint8_t> shared(angles.size(), 0);
    for (const auto& group : group_equal(keys, xy_.size())) {
        for (auto i : group) shared[i] = 1, angles[i].group = sine_groups_;
        ++sine_groups_;
    }
    std::vector<std::uint32_t> index(angles.size(), UINT32_MAX);
    const auto keep = [&](std::uint32_t i) {
        if (index[i] == UINT32_MAX) index[i] = static_cast<std::uint32_t>(sine_angles_.size()), sine_angles_.push_back(angles[i]);
        return index[i];
    };
    for (const auto& t : triangles) {
        for (int v = 0; v < 3; ++v) {
            const int w = (v + 1) % 3;
            if (shared[t.angle[v]] && shared[t.angle[w]]) {
                const auto i = keep(t.angle[v]), j = keep(t.angle[w]);
                sine_triangles_.push_back({i, j, t.opposite[v], t.opposite[w]});
            }
        }
    }
}

void Figure::find_powers() {
    std::vector<PowerItem> items;
    std::vector<double> keys;
    std::vector<PairId> lengths;
    const auto power = [this](std::size_t k, const PowerItem& i) { return length_[k][pair(i.p, i.a)] * length_[k][pair(i.p, i.b)]; };
    for (std::uint32_t place = 0; place < circles_.size(); ++place) {
        const auto& circle = circles_[place];
        for (Point o : circle.centres) {
            for (Point p = 0; p < n_; ++p) {
                if (coincident(p, o) || std::find(circle.points.begin(), circle.points.end(), p) != circle.points.end()) continue;
                const double outside = length_[0][pair(p, o)] - length_[0][pair(o, circle.points[0])];
                for (std::size_t i = 0; i < circle.points.size(); ++i) {
                    const Point a = circle.points[i];
                    if (coincident(p, a)) continue;
                    const auto add = [&](Point b) {
                        items.push_back({p, a, b, o, place, static_cast<std::int8_t>(outside > 0 ? 1 : -1)});
                        for (std::size_t k = 0; k < xy_.size(); ++k) keys.push_back(power(k, items.back()));
                    };
                    if (std::abs(std::abs(wrap(direction_[0][pair(p, a)] - direction_[0][pair(o, a)])) - 0.5) < tolerance::kDirection) add(a);
                    for (std::size_t j = i + 1; j < circle.points.size(); ++j) {
                        const Point b = circle.points[j];
                        if (coincident(a, b) || coincident(p, b)) continue;
                        const int line = line_of_[pair(p, a)];
                        if (line >= 0 && line == line_of_[pair(p, b)]) add(b);
                    }
                }
            }
        }
    }
    const std::size_t count = items.size();
    if (count == 0) return;
    for (PairId p = 0; p < ends_.size(); ++p) {
        if (coincident_[p]) continue;
        lengths.push_back(p);
        for (std::size_t k = 0; k < xy_.size(); ++k) keys.push_back(length_[k][p] * length_[k][p]);
    }
    for (const auto& group : group_equal(keys, xy_.size())) {
        PowerClass c;
        for (auto i : group) {
            if (i < count) c.items.push_back(items[i]);
            else c.lengths.push_back(lengths[i - count]);
        }
        if (!c.items.empty()) powers_.push_back(std::move(c));
    }
}

}  // namespace porism
