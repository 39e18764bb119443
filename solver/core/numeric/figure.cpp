// Points, lines and right angles of a figure; numeric/figure_triangles.cpp, numeric/figure_circles.cpp and
// numeric/figure_metric.cpp have the rest.
#include "numeric/figure.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <utility>

#include "numeric/figure_detail.hpp"

namespace porism {

using detail::norm;
using detail::same_ratio;

bool recognise(double value, int limit, Ratio& ratio) {
    for (int q = 1; q <= limit; ++q) {
        const double p = std::round(value * q);
        if (p < 1 || p > limit) continue;
        if (std::abs(p / q - value) < tolerance::kRatio * value) {
            ratio = {static_cast<std::int64_t>(p), q};
            return true;
        }
    }
    return false;
}

Figure::Figure(const std::vector<std::vector<Vec>>& xy, std::size_t room)
    : capacity_((xy.empty() ? 0 : xy[0].size()) + room), origin_(xy.size()), unit_(xy.size(), 1) {
    xy_.resize(xy.size());
    for (auto* values : {&direction_, &length_, &log_length_}) values->resize(xy.size());
    index_ = std::make_shared<FigureIndex>();
    const std::size_t n = xy.empty() ? 0 : xy[0].size();
    for (std::size_t k = 0; k < xy.size(); ++k) {
        for (const Vec& p : xy[k])
            origin_[k].x += p.x / static_cast<double>(n), origin_[k].y += p.y / static_cast<double>(n);
        double spread = 0;
        for (const Vec& p : xy[k]) spread += norm(p.x - origin_[k].x, p.y - origin_[k].y) / static_cast<double>(n);
        if (spread > 0) unit_[k] = spread;
    }
    pair_index_.assign(capacity_ * capacity_, 0);
    PairId next = 0;
    for (std::size_t b = 0; b < capacity_; ++b) {
        for (std::size_t a = 0; a < b; ++a) pair_index_[a * capacity_ + b] = pair_index_[b * capacity_ + a] = next++;
    }
    std::vector<Vec> at(xy.size());
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < xy.size(); ++k)
            at[k] = {(xy[k][i].x - origin_[k].x) / unit_[k], (xy[k][i].y - origin_[k].y) / unit_[k]};
        add_point(at);
    }
    refresh_index();
}

void Figure::add_point(std::span<const Vec> at) {
    if (n_ == capacity_) throw std::length_error("the figure has no room for another point");
    refresh_index();
    for (std::size_t k = 0; k < xy_.size(); ++k) xy_[k].push_back(at[k]);
    const Point x = static_cast<Point>(n_++);
    const std::size_t first_triple = triples_.size(), first_circle = circles_.size();
    measure(x);
    extend_lines(x);
    extend_triples(x);
    find_sides(x);
    extend_triangles(x);
    extend_circles(x);
    extend_ratios();
    extend_perpendiculars();
    extend_transversals(x);
    extend_divisions(first_triple);
    extend_sines(x);
    extend_powers(x, first_circle);
}

void Figure::refresh_index() {
    if (fresh_.direction.empty() && fresh_.length.empty()) return;
    const auto sorted = [](const std::vector<double>& keys, std::size_t items, double most) {
        std::vector<Keyed> fresh;
        fresh.reserve(keys.size());
        for (const double key : keys)
            fresh.push_back({key, static_cast<std::uint32_t>(items - keys.size() + fresh.size())});
        sort_spread(fresh, most);
        return fresh;
    };
    const auto shapes = sorted(fresh_.shape, triangles_.size(), 1);
    const auto sines = sorted(fresh_.sine, sine_angles_.size(), 0.5);
    const auto next = std::make_shared<FigureIndex>();
    next->direction = merged(index_->direction, fresh_.direction);
    next->length = merged(index_->length, fresh_.length);
    next->division = merged(index_->division, fresh_.division);
    next->power = merged(index_->power, fresh_.power);
    next->shape = merged(index_->shape, shapes);
    next->sine = merged(index_->sine, sines);
    next->shapes.build(next->shape, 1);
    next->sines.build(next->sine, 0.5);
    // New keys are marked, or all where there get to be too many.
    const bool is_shared = index_.use_count() > 1;
    const auto renew = [&](Sieve FigureIndex::* which, std::size_t count, const auto& all, const auto& fresh,
                           const Cells& cells) {
        Sieve& sieve = (*next).*which;
        if (is_shared) sieve = (*index_).*which;
        else sieve = std::move((*index_).*which);
        const bool has_room = sieve.has_room(count);
        if (!has_room) sieve.clear(count);
        for (const Keyed& k : has_room ? fresh : all) sieve.mark(k.key, cells);
    };
    renew(&FigureIndex::some_direction, 8 * next->direction.size(), next->direction, fresh_.direction,
          cells::kDirections);
    renew(&FigureIndex::some_length, 8 * next->length.size(), next->length, fresh_.length, cells::kLengths);
    renew(&FigureIndex::some_shape, next->shape.size(), next->shape, shapes, cells::kShapes);
    renew(&FigureIndex::some_sine, next->sine.size(), next->sine, sines, cells::kSines);
    index_ = next;
    fresh_ = {};
}

// Counts only a part of the index, since copies share it.
std::size_t Figure::footprint() const {
    return sizeof *this + detail::bytes_of(pair_index_) + bytes_of_members<FigureData>(*this) +
           index_->footprint() / static_cast<std::size_t>(index_.use_count());
}

void Figure::measure(Point x) {
    for (Point a = 0; a < x; ++a) {
        const PairId p = static_cast<PairId>(ends_.size());
        ends_.push_back({a, x});
        line_of_.push_back(-1);
        std::size_t near = 0;
        for (std::size_t k = 0; k < xy_.size(); ++k) {
            const Vec from = xy_[k][a], to = xy_[k][x];
            const double length = norm(to.x - from.x, to.y - from.y);
            double d = std::atan2(to.y - from.y, to.x - from.x) / std::numbers::pi;
            if (d < 0) d += 1;
            // Nearly a half turn is none: which of them a horizontal line is told to have would be a matter of rounding errors.
            if (d >= 1 - 1e-12) d = 0;
            direction_[k].push_back(d);
            length_[k].push_back(length);
            log_length_[k].push_back(std::log(length));
            near += length <= tolerance::kCoincident;
        }
        // A pair that coincides in one diagram only can't be used in any.
        coincident_.push_back(near == 0 ? 0 : near == xy_.size() ? 1 : 2);
        if (near == xy_.size()) coincidences_.push_back(p);
        if (near == 0) {
            fresh_.direction.push_back({direction_[0][p], p});
            fresh_.length.push_back({log_length_[0][p], p});
        }
    }
    std::sort(fresh_.direction.begin(), fresh_.direction.end());
    std::sort(fresh_.length.begin(), fresh_.length.end());
}

bool Figure::collinear(Point a, Point b, Point c) const {
    const PairId ab = pair(a, b), ac = pair(a, c), bc = pair(b, c);
    for (std::size_t k = 0; k < xy_.size(); ++k) {
        // Compare the directions at the vertex between the two longer sides: the most accurate ones.
        const auto& l = length_[k];
        PairId p = ab, q = ac;
        if (l[ab] < l[ac] && l[ab] < l[bc]) p = ac, q = bc;
        else if (l[ac] < l[ab] && l[ac] < l[bc]) p = ab, q = bc;
        if (std::abs(wrap(direction_[k][p] - direction_[k][q])) > tolerance::kDirection) return false;
    }
    return true;
}

bool Figure::between(Point a, Point b, Point c) const {
    const Vec p = xy_[0][a], q = xy_[0][b], r = xy_[0][c];
    return (q.x - p.x) * (r.x - q.x) + (q.y - p.y) * (r.y - q.y) > 0;
}

int Figure::orientation(Point a, Point b, Point c) const {
    const Vec p = xy_[0][a], q = xy_[0][b], r = xy_[0][c];
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0 ? 1 : -1;
}

bool Figure::are_parallel(PairId p, PairId q) const {
    for (std::size_t k = 0; k < xy_.size(); ++k) {
        if (std::abs(wrap(direction_[k][p] - direction_[k][q])) > tolerance::kDirection) return false;
    }
    return true;
}

void Figure::insert_in_line(std::size_t index, Point x) {
    auto& line = lines_.change(index);
    for (Point p : line) line_of_[pair(p, x)] = static_cast<int>(index);
    // In order along the line; points at one place in order of their numbers.
    const Vec from = xy_[0][line.front()], to = xy_[0][line.back()];
    const auto along = [&](Point c) {
        return (xy_[0][c].x - from.x) * (to.x - from.x) + (xy_[0][c].y - from.y) * (to.y - from.y);
    };
    const double at = along(x);
    line.insert(std::upper_bound(line.begin(), line.end(), at, [&](double v, Point c) { return v < along(c); }), x);
}

void Figure::extend_lines(Point x) {
    // Known lines through x; a point at the same place has all its lines in common with x.
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const auto& line = lines_[i];
        const Point a = line.front(), b = line.back();
        bool on = false;
        if (coincident(a, x) || coincident(b, x)) on = coincident_[pair(coincident(a, x) ? a : b, x)] == 1;
        else on = collinear(a, b, x);
        if (on) insert_in_line(i, x);
    }
    // New ones: two points in the same direction from x, not on a line with it so far.
    std::vector<Keyed> towards = fresh_.direction;
    std::vector<Point> on;
    for (std::size_t i = 0; i < towards.size(); ++i) {
        const Point a = ends_[towards[i].item][0];
        if (line_of_[towards[i].item] >= 0) continue;
        on = {a};
        bool two = false;
        for (std::size_t step = 1; step < towards.size(); ++step) {
            const std::size_t j = (i + step) % towards.size();
            if (std::abs(wrap(towards[j].key - towards[i].key)) > 4 * tolerance::kDirection) break;
            const Point b = ends_[towards[j].item][0];
            if (line_of_[towards[j].item] >= 0) continue;
            if (coincident(a, b)) {
                if (coincident_[pair(a, b)] == 1) on.push_back(b);
            } else if (collinear(a, b, x)) {
                on.push_back(b);
                two = true;
            }
        }
        if (!two) continue;
        // The points of a line known without x belong to it already, unless tolerances disagree: then x is left out.
        bool old = false;
        for (std::size_t u = 0; u < on.size(); ++u) {
            for (std::size_t v = 0; v < u; ++v) old |= !coincident(on[u], on[v]) && line_of_[pair(on[u], on[v])] >= 0;
        }
        if (old) continue;
        on.push_back(x);
        const Vec from = xy_[0][x], to = xy_[0][a];
        const auto along = [&](Point c) {
            return (xy_[0][c].x - from.x) * (to.x - from.x) + (xy_[0][c].y - from.y) * (to.y - from.y);
        };
        std::sort(on.begin(), on.end(),
                  [&](Point c, Point d) { return along(c) < along(d) || (along(c) == along(d) && c < d); });
        for (std::size_t u = 0; u < on.size(); ++u) {
            for (std::size_t v = u + 1; v < on.size(); ++v)
                line_of_[pair(on[u], on[v])] = static_cast<int>(lines_.size());
        }
        lines_.push_back(on);
    }
}

void Figure::extend_triples(Point x) {
    for (const auto& line : lines_) {
        const auto at = std::find(line.begin(), line.end(), x);
        if (at == line.end()) continue;
        const auto own = static_cast<std::size_t>(at - line.begin());
        for (std::size_t i = 0; i < line.size(); ++i) {
            for (std::size_t j = i + 1; j < line.size(); ++j) {
                if (i == own || j == own) continue;
                std::array<std::size_t, 3> order = {i, j, own};
                std::sort(order.begin(), order.end());
                CollinearTriple t{line[order[0]], line[order[1]], line[order[2]], {0, 0}, false};
                if (coincident(t.a, t.b) || coincident(t.b, t.c) || coincident(t.a, t.c)) continue;
                const PairId ab = pair(t.a, t.b), ac = pair(t.a, t.c);
                t.has_ratio = recognise(length_[0][ab] / length_[0][ac], 12, t.along);
                for (std::size_t d = 1; d < xy_.size() && t.has_ratio; ++d) {
                    t.has_ratio = same_ratio(length_[d][ab] / length_[d][ac], length_[0][ab] / length_[0][ac]);
                }
                triples_.push_back(t);
            }
        }
    }
}

void Figure::extend_perpendiculars() {
    std::vector<Keyed> turned = fresh_.direction;
    for (Keyed& k : turned) k.key += k.key < 0.5 ? 0.5 : -0.5;
    std::sort(turned.begin(), turned.end());
    const auto visit = [this](std::uint32_t p, std::uint32_t q) {
        for (std::size_t k = 0; k < xy_.size(); ++k) {
            if (std::abs(std::abs(wrap(direction_[k][p] - direction_[k][q])) - 0.5) > tolerance::kDirection) return;
        }
        if (direction_[0][p] < direction_[0][q]) perpendiculars_.push_back({p, q});
        else perpendiculars_.push_back({q, p});
    };
    for (const Keyed& k : turned) {
        const auto scan = [&](const std::vector<Keyed>& list, bool own) {
            auto at = std::lower_bound(list.begin(), list.end(), Keyed{k.key - 2 * tolerance::kDirection, 0});
            for (; at != list.end() && at->key <= k.key + 2 * tolerance::kDirection; ++at) {
                if (!own || at->item < k.item) visit(k.item, at->item);
            }
        };
        if (index_->some_direction.may_have(cells::kDirections.of(k.key))) scan(index_->direction, false);
        scan(fresh_.direction, true);
    }
}

void Figure::add_transversals(std::size_t i, std::size_t j, Point x) {
    const auto rung = [&](Point a, Point d) {
        if (a == d || coincident(a, d)) return false;
        const int line = line_of_[pair(a, d)];
        return line != static_cast<int>(i) && line != static_cast<int>(j);
    };
    const auto apart = [this](Point a, Point b) { return a != b && !coincident(a, b); };
    Point apex = 0xffff;
    for (Point a : lines_[i]) {
        if (std::find(lines_[j].begin(), lines_[j].end(), a) != lines_[j].end()) apex = a;
    }
    std::vector<std::array<Point, 2>> parallel;
    if (apex == x) {  // all parallel pairs of rungs
        for (Point a : lines_[i]) {
            for (Point d : lines_[j]) {
                if (!apart(a, x) || !apart(d, x) || !rung(a, d)) continue;
                for (const auto& [b, e] : parallel) {
                    if (apart(a, b) && apart(d, e) && are_parallel(pair(a, d), pair(b, e)))
                        transversals_.push_back({{x, b, a, x, e, d}});
                }
                parallel.push_back({a, d});
            }
        }
        return;
    }
    for (Point d : lines_[j]) {
        if (!may_be_parallel_[d] || !rung(x, d)) continue;
        parallel.clear();
        for (Point a : lines_[i]) {
            for (Point e : lines_[j]) {
                if (!apart(a, x) || !apart(e, d) || !rung(a, e) || !are_parallel(pair(x, d), pair(a, e))) continue;
                if (apex != 0xffff && apart(apex, a) && apart(apex, e) && apart(apex, x) && apart(apex, d)) {
                    transversals_.push_back({{apex, x, a, apex, d, e}});
                }
                for (const auto& [b, g] : parallel) {
                    if (apart(a, b) && apart(e, g)) transversals_.push_back({{x, b, a, d, g, e}});
                }
                parallel.push_back({a, e});
            }
        }
    }
}

void Figure::extend_transversals(Point x) {
    may_be_parallel_.assign(n_, 1);
    for (const Keyed& k : fresh_.direction) {
        const bool is_near_turn = k.key < 2 * tolerance::kDirection || k.key > 1 - 2 * tolerance::kDirection;
        may_be_parallel_[ends_[k.item][0]] =
            is_near_turn || index_->some_direction.may_have(cells::kDirections.of(k.key));
    }
    const auto has = [&](std::size_t i) { return std::find(lines_[i].begin(), lines_[i].end(), x) != lines_[i].end(); };
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!has(i)) continue;
        for (std::size_t j = 0; j < lines_.size(); ++j) {
            if (i != j && (i < j || !has(j))) add_transversals(i, j, x);
        }
    }
}

}  // namespace porism
