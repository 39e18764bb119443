// Circles of a figure: maximal concyclic sets with their centers and equal chords.
#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <utility>

#include "numeric/figure.hpp"
#include "numeric/figure_detail.hpp"

namespace porism {

using detail::norm;
using detail::same_ratio;

Vec Figure::circumcenter(std::size_t k, Point a, Point b, Point c) const {
    const Vec o = xy_[k][a];
    const double bx = xy_[k][b].x - o.x, by = xy_[k][b].y - o.y, cx = xy_[k][c].x - o.x, cy = xy_[k][c].y - o.y;
    const double twice_area = bx * cy - by * cx, bb = bx * bx + by * by, cc = cx * cx + cy * cy;
    return {o.x + (cy * bb - by * cc) / (2 * twice_area), o.y + (bx * cc - cx * bb) / (2 * twice_area)};
}

bool Figure::is_on(const CirclePlace& place, Point x) const {
    for (std::size_t k = 0; k < xy_.size(); ++k) {
        const double distance = norm(place.center[k].x - xy_[k][x].x, place.center[k].y - xy_[k][x].y);
        if (std::abs(distance - place.radius[k]) > tolerance::kCircle * place.radius[k]) return false;
    }
    return true;
}

bool Figure::is_center(const CirclePlace& place, Point x) const {
    for (std::size_t k = 0; k < xy_.size(); ++k) {
        if (norm(place.center[k].x - xy_[k][x].x, place.center[k].y - xy_[k][x].y) >
            tolerance::kCircle * place.radius[k])
            return false;
    }
    return true;
}

void Figure::find_equal_chords(CirclePlace& place) const {
    struct Chord {
        double length;
        std::array<std::uint16_t, 2> ends;
    };
    const auto& on = place.points;
    std::vector<Chord> chords;
    for (std::uint16_t x = 0; x < on.size(); ++x) {
        for (std::uint16_t y = x + 1; y < on.size(); ++y) {
            if (coincident(on[x], on[y])) continue;
            double arc = place.turn[x] - place.turn[y];
            arc -= std::floor(arc);
            if (std::abs(arc - 0.5) < 1e-6) continue;  // a diameter has no short side
            const std::array<std::uint16_t, 2> ends = arc < 0.5 ? std::array{x, y} : std::array{y, x};
            chords.push_back({length_[0][pair(on[x], on[y])], ends});
        }
    }
    std::sort(chords.begin(), chords.end(), [](const Chord& a, const Chord& b) {
        return std::pair{rounded(a.length), a.ends} < std::pair{rounded(b.length), b.ends};
    });
    const auto length = [&](std::size_t k, const Chord& chord) {
        return length_[k][pair(on[chord.ends[0]], on[chord.ends[1]])];
    };
    place.equal_chords.clear();
    for (std::size_t u = 0; u < chords.size();) {
        std::size_t v = u + 1;
        while (v < chords.size() && same_ratio(chords[u].length, chords[v].length)) ++v;
        std::vector<std::array<std::uint16_t, 2>> equal = {chords[u].ends};
        for (std::size_t w = u + 1; w < v; ++w) {
            bool same = true;
            for (std::size_t k = 1; k < xy_.size(); ++k) same &= same_ratio(length(k, chords[u]), length(k, chords[w]));
            if (same) equal.push_back(chords[w].ends);
        }
        if (equal.size() > 1) place.equal_chords.push_back(std::move(equal));
        u = v;
    }
}

void Figure::add_to_circle(CirclePlace& place, Point x) const {
    place.points.push_back(x);
    const double angle = std::atan2(xy_[0][x].y - place.center[0].y, xy_[0][x].x - place.center[0].x);
    const double t = angle / (2 * std::numbers::pi) + 0.25;
    place.turn.push_back(t - std::floor(t));
}

void Figure::add_circle(std::vector<Point> points) {
    std::sort(points.begin(), points.end());
    // The first three places, far from flat because they were found as a triangle.
    std::array<Point, 3> corner{};
    std::size_t count = 0;
    for (Point p : points) {
        bool apart = true;
        for (std::size_t i = 0; i < count; ++i) apart &= !coincident(corner[i], p);
        if (apart && count < 3) corner[count++] = p;
    }
    CirclePlace place;
    for (std::size_t k = 0; k < xy_.size(); ++k) {
        const Vec center = circumcenter(k, corner[0], corner[1], corner[2]);
        place.center.push_back(center);
        place.radius.push_back(norm(center.x - xy_[k][corner[0]].x, center.y - xy_[k][corner[0]].y));
    }
    for (Point p : points) add_to_circle(place, p);
    for (Point o = 0; o < n_; ++o) {
        if (is_center(place, o)) place.centers.push_back(o);
    }
    find_equal_chords(place);
    circles_.push_back(std::move(place));
}

void Figure::extend_circles(Point x) {
    std::vector<std::uint8_t> together(ends_.size(), 0);  // pairs that lie on a circle with x
    extend_known_circles(x, together);
    find_circles_through(x, together);
    find_circles_about(x);
}

// Those through x or about it.
void Figure::extend_known_circles(Point x, std::vector<std::uint8_t>& together) {
    const std::size_t known = circles_.size();
    for (std::size_t i = 0; i < known; ++i) {
        if (is_on(circles_[i], x)) {
            CirclePlace& place = circles_.change(i);
            for (std::size_t u = 0; u < place.points.size(); ++u) {
                for (std::size_t v = 0; v < u; ++v) together[pair(place.points[u], place.points[v])] = 1;
            }
            add_to_circle(place, x);
            find_equal_chords(place);
        } else if (is_center(circles_[i], x)) {
            circles_.change(i).centers.push_back(x);
        }
    }
}

namespace {

// Cells of one share of the radius.
Cell cell_of_radius(double radius) {
    constexpr std::uint64_t kSlack = std::uint64_t{1} << 31;  // in units of the last bit, more than 2 kCircle
    const auto bits = std::bit_cast<std::uint64_t>(radius);
    const auto low = static_cast<Cell>((bits - kSlack) >> 38), high = static_cast<Cell>((bits + kSlack) >> 38);
    return low == high ? low : kBorder;
}

// A circle's center is sought in two of them at most.
constexpr Cells kAcross{0x1p9, 0};
static_assert(4 * tolerance::kCircle * tolerance::kLargestRadius * kAcross.per_unit < 1);

}  // namespace

// Circumcircles of triangles abx that are on no known circle, by radius, and of equal ones as they come; but for those whose
// radius no other has and at whose center no point may be.
std::vector<Figure::Circumcircle> Figure::circumcircles(Point x, const std::vector<std::uint8_t>& together) {
    std::vector<Circumcircle> found;
    found.reserve(sides_.size());
    cells_.clear();
    for (const auto [a, b, ab] : sides_) {
        if (together[ab]) continue;
        const Vec center = circumcenter(0, a, b, x);
        const double radius = norm(center.x - xy_[0][x].x, center.y - xy_[0][x].y);
        if (!(radius < tolerance::kLargestRadius)) continue;
        cells_.push_back(cell_of_radius(radius));
        found.push_back({radius, center, a, b, false, false});
    }
    Sieve places;  // of the points, by how far right they are
    places.clear(x);
    for (Point o = 0; o < x; ++o) places.mark(xy_[0][o].x, kAcross);
    std::vector<Keyed> order;
    const auto repeated = sifter_.sift(cells_);
    auto next = repeated.begin();
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        const bool is_repeated = next != repeated.end() && *next == i;
        next += is_repeated;
        const double middle = found[i].center.x, near = 2 * tolerance::kCircle * found[i].radius;
        found[i].may_be_centered =
            places.may_have(kAcross.of(middle - near)) || places.may_have(kAcross.of(middle + near));
        if (is_repeated || found[i].may_be_centered) order.push_back({found[i].radius, i});
    }
    sort_by_buckets(order, [](double radius) { return radius / (1 + radius); });
    std::vector<Circumcircle> sorted;
    sorted.reserve(order.size());
    for (const Keyed& k : order) sorted.push_back(found[k.item]);
    return sorted;
}

// Whether r lies on the circle in all diagrams.
bool Figure::is_on(const Circumcircle& c, Point x, Point r) const {
    for (std::size_t k = 0; k < xy_.size(); ++k) {
        const Vec center = k ? circumcenter(k, c.a, c.b, x) : c.center;
        const double radius = norm(center.x - xy_[k][x].x, center.y - xy_[k][x].y);
        if (std::abs(norm(center.x - xy_[k][r].x, center.y - xy_[k][r].y) - radius) > tolerance::kCircle * radius)
            return false;
    }
    return true;
}

// Whether o is its center in the diagrams after the first.
bool Figure::is_center(const Circumcircle& c, Point x, Point o) const {
    for (std::size_t k = 1; k < xy_.size(); ++k) {
        const Vec center = circumcenter(k, c.a, c.b, x);
        const double radius = norm(center.x - xy_[k][x].x, center.y - xy_[k][x].y);
        if (!(norm(center.x - xy_[k][o].x, center.y - xy_[k][o].y) <= tolerance::kCircle * radius)) return false;
    }
    return true;
}

// New circles through x: triangles with a common circumcircle, or with a point at its center.
void Figure::find_circles_through(Point x, const std::vector<std::uint8_t>& together) {
    std::vector<Circumcircle> candidates = circumcircles(x, together);
    std::vector<Point> on;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Circumcircle& c = candidates[i];
        if (c.taken) continue;
        const double near = 2 * tolerance::kCircle * c.radius;
        on = {c.a, c.b, x};
        bool repeated = false;
        for (std::size_t j = i + 1;
             j < candidates.size() && candidates[j].radius <= c.radius * (1 + 2 * tolerance::kCircle); ++j) {
            Circumcircle& d = candidates[j];
            if (d.taken || norm(c.center.x - d.center.x, c.center.y - d.center.y) > near) continue;
            if (!is_on(c, x, d.a) || !is_on(c, x, d.b)) continue;
            d.taken = repeated = true;
            for (Point p : {d.a, d.b}) {
                if (std::find(on.begin(), on.end(), p) == on.end()) on.push_back(p);
            }
        }
        bool is_centered = false;
        for (Point o = 0; o < x && c.may_be_centered && !is_centered; ++o)
            is_centered = norm(c.center.x - xy_[0][o].x, c.center.y - xy_[0][o].y) <= near && is_center(c, x, o);
        if (repeated || is_centered) add_circle(on);
    }
}

// Circles about x through three known points; more than three are a known circle already.
void Figure::find_circles_about(Point x) {
    std::vector<std::uint8_t> used(fresh_.length.size(), 0);
    for (std::size_t i = 0; i < fresh_.length.size(); ++i) {
        if (used[i]) continue;
        const PairId first = fresh_.length[i].item;
        std::vector<Point> on = {ends_[first][0]};
        std::size_t places = 1;
        for (std::size_t j = i + 1;
             j < fresh_.length.size() && fresh_.length[j].key <= fresh_.length[i].key + tolerance::kRatio; ++j) {
            const PairId other = fresh_.length[j].item;
            bool equal = !used[j];
            for (std::size_t k = 0; k < xy_.size() && equal; ++k)
                equal = same_ratio(length_[k][first], length_[k][other]);
            if (!equal) continue;
            used[j] = 1;
            bool apart = true;
            for (Point p : on) apart &= !coincident(p, ends_[other][0]);
            places += apart;
            on.push_back(ends_[other][0]);
        }
        if (places < 3) continue;
        bool known_already = false;
        for (const auto& place : circles_) {
            known_already |= std::find(place.centers.begin(), place.centers.end(), x) != place.centers.end() &&
                             std::find(place.points.begin(), place.points.end(), on[0]) != place.points.end();
        }
        if (!known_already) add_circle(on);
    }
}

}  // namespace porism
