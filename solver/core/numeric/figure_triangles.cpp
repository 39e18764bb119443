// Triangles of a figure, those of one shape together.
#include <algorithm>
#include <cmath>

#include "numeric/figure.hpp"
#include "numeric/figure_detail.hpp"

namespace porism {

using detail::same_ratio;

TriangleMember Figure::triangle(std::uint32_t i) const {
    const auto [p, q, r] = triangles_[i];
    TriangleMember m;
    m.vertex = {p, q, r};
    m.pq = pair(p, q), m.qr = pair(q, r), m.rp = pair(r, p);
    m.sign = static_cast<std::int8_t>(orientation(p, q, r));
    const double pq = direction_[0][m.pq], qr = direction_[0][m.qr], rp = direction_[0][m.rp];
    const std::array<double, 3> angle = {m.sign * (rp - pq), m.sign * (pq - qr), m.sign * (qr - rp)};
    for (int v = 0; v < 3; ++v) m.lift[v] = angle[v] < 0;  // they are above −1
    return m;
}

bool Figure::are_alike(std::uint32_t i, std::uint32_t j) const {
    const auto [p, q, r] = triangles_[i];
    const auto [s, t, u] = triangles_[j];
    const PairId pq = pair(p, q), qr = pair(q, r), rp = pair(r, p), st = pair(s, t), tu = pair(t, u), us = pair(u, s);
    for (std::size_t k = 0; k < xy_.size(); ++k) {
        const auto& l = length_[k];
        if (!same_ratio(l[qr] / l[pq], l[tu] / l[st]) || !same_ratio(l[rp] / l[pq], l[us] / l[st])) return false;
    }
    return true;
}

// Pairs of older points that aren't in line with x.
void Figure::find_sides(Point x) {
    sides_.clear();
    const PairId first = pair(0, x);  // those of x follow each other
    for (Point a = 0; a < x; ++a) {
        if (coincident_[first + a]) continue;
        for (Point b = a + 1; b < x; ++b) {
            const PairId ab = pair(a, b);
            if (coincident_[ab] || coincident_[first + b]) continue;
            if (line_of_[ab] < 0 || line_of_[ab] != line_of_[first + b]) sides_.push_back({a, b, ab});
        }
    }
}

void Figure::extend_triangles(Point x) {
    const auto& length = length_[0];
    const PairId first = pair(0, x);
    const Vec at = xy_[0][x];
    const auto add = [this](Point p, Point q, Point r, double shape) {
        triangles_.push_back({p, q, r});
        fresh_.shape.push_back(rounded(shape));
    };
    for (const auto [a, b, ab] : sides_) {
        const Vec u{xy_[0][b].x - xy_[0][a].x, xy_[0][b].y - xy_[0][a].y};
        const Vec v{at.x - xy_[0][a].x, at.y - xy_[0][a].y};
        // Side opposite to each vertex: a–bx, b–ax, x–ab; canonical: opposite(p) ≤ opposite(q) ≤ opposite(r). Ranks are
        // counted, since no branch would be foreseen.
        const std::array<double, 3> side = {length[first + b], length[first + a], length[ab]};
        const double longest = std::max({side[0], side[1], side[2]});
        if (std::abs(u.x * v.y - u.y * v.x) < tolerance::kFlat * longest * longest) continue;
        const std::array<double, 3> size = {rounded(side[0]), rounded(side[1]), rounded(side[2])};
        const int a_after_b = size[0] > size[1], a_after_x = size[0] > size[2], b_after_x = size[1] > size[2];
        std::array<Point, 3> t;
        std::array<double, 3> opposite;
        const auto put = [&](int rank, Point point, double length) { t[rank] = point, opposite[rank] = length; };
        put(a_after_b + a_after_x, a, side[0]);
        put(1 - a_after_b + b_after_x, b, side[1]);
        put(2 - a_after_x - b_after_x, x, side[2]);
        add(t[0], t[1], t[2], opposite[0] / opposite[2]);
        const bool low_tie = same_ratio(opposite[0], opposite[1]);
        const bool high_tie = same_ratio(opposite[1], opposite[2]);
        if (!low_tie && !high_tie) continue;
        if (low_tie) add(t[1], t[0], t[2], opposite[1] / opposite[2]);
        if (high_tie) add(t[0], t[2], t[1], opposite[0] / opposite[1]);
        if (low_tie && high_tie) {
            add(t[1], t[2], t[0], opposite[1] / opposite[0]);
            add(t[2], t[0], t[1], opposite[2] / opposite[1]);
            add(t[2], t[1], t[0], opposite[2] / opposite[0]);
        }
    }
    similar_.resize(triangles_.size());
    sift(fresh_.shape, triangles_.size(), index_->some_shape, cells::kShapes);
    sort_spread(sifted_, 1);
    for_matches(
        index_->shape, sifted_, tolerance::kRatio,
        [&](std::uint32_t i, std::uint32_t j) {
            if (similar_.group_of(i) != Grouping::kNone) return true;
            if (!are_alike(i, j)) return false;
            similar_.join(i, j);
            return true;
        },
        index_->shapes);
}

// Those of the last items' keys that may agree with an old one or with each other.
void Figure::sift(std::span<const double> keys, std::size_t items, const Sieve& old, const Cells& cells) {
    cells_.resize(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) cells_[i] = cells.of(keys[i]);
    sifted_.clear();
    for (const std::uint32_t i : sifter_.sift(cells_, old))
        sifted_.push_back({keys[i], static_cast<std::uint32_t>(items - keys.size() + i)});
}

}  // namespace porism
