// What is numerically true in the diagrams: the candidates for deduction.
//
// A conclusion is only worth trying where it is true in the diagram, so everything here is computed once per problem
// and each round of deduction then asks of these candidates only "is it entailed yet?". A relation must hold in every
// diagram given (two or more of the same configuration guard against an accident of one); the first one, the reference,
// fixes lifts, orders and orientations.
//
// A figure grows a point at a time (`add_point`), and only relations through the new point are looked for: one code
// for a problem's own points and for the auxiliary point of a search candidate. What is sorted to find partners for new
// items lies in an index that copies share (`Index`): a candidate's figure looks things up in its parent's index, and
// gets one of its own only when it grows again.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "numeric/grouping.hpp"
#include "numeric/rollback.hpp"
#include "numeric/sieve.hpp"

namespace porism {

using Point = std::uint16_t;
using PairId = std::uint32_t;

struct Vec {
    double x = 0, y = 0;
};

// Tolerances, all in one place. Coordinates are scaled to a mean distance of 1 from the centroid and accurate to 1e-13.
namespace tolerance {
inline constexpr double kCoincident = 1e-7;  // distance of points that are the same place
inline constexpr double kDirection = 1e-8;   // units of π
inline constexpr double kRatio = 1e-8;       // relative, of lengths
inline constexpr double kFlat = 1e-6;        // sine of an angle below which three points count as collinear
inline constexpr double kCircle = 1e-7;      // center and radius of a circle, relative to the radius
inline constexpr double kLargestRadius = 1e3;
}  // namespace tolerance

// Cells of keys that are looked for among many others: for each a few times as many as there are keys in a large figure.
namespace cells {
inline constexpr Cells kDirections{0x1p16, 2 * tolerance::kDirection};
inline constexpr Cells kLengths{0x1p13, 3 * tolerance::kRatio};  // of logarithms
inline constexpr Cells kShapes{0x1p18, tolerance::kRatio};
inline constexpr Cells kSines{0x1p19, tolerance::kRatio};
}  // namespace cells

// A positive rational of small height.
struct Ratio {
    std::int64_t numerator = 1, denominator = 1;
    bool operator==(const Ratio&) const = default;
};

// A triangle with its vertices in canonical order |qr| ≤ |rp| ≤ |pq| (each order where sides tie).
// Interior angle at v = sign · (d(next) − d(previous)) + lift, in units of π, e.g. at p: sign·(d(pr) − d(pq)) + lift[0].
struct TriangleMember {
    std::array<Point, 3> vertex;
    PairId pq, qr, rp;
    std::int8_t sign;
    std::array<std::int8_t, 3> lift;
};

// A maximal set of concyclic points (four or more, or three with a center among the points).
struct CirclePlace {
    std::vector<Point> points;
    std::vector<Point> centers;  // coincident points may be several
    std::vector<double> turn;    // t(x) = polar angle / 2π + 1/4, aligned with points: d(xy) = t(x) + t(y) mod 1
    std::vector<std::vector<std::array<std::uint16_t, 2>>>
        equal_chords;         // classes of index pairs, oriented below half a turn
    std::vector<Vec> center;  // of each diagram
    std::vector<double> radius;

    std::size_t footprint() const {
        using detail::bytes_of;
        return bytes_of(points) + bytes_of(centers) + bytes_of(turn) + bytes_of(equal_chords) + bytes_of(center) +
               bytes_of(radius);
    }
};

// Lengths whose squares have rational ratios: |x|² = ratio · |root|², in chains.
struct RatioLink {
    PairId root, next;
    Ratio squared;
};

struct PerpendicularPair {
    PairId first, second;
};

// b between a and c, with ab : ac = u rational (denominator 0 if not).
struct CollinearTriple {
    Point a, b, c;
    Ratio along;
    bool has_ratio;
};

// Three parallels ad, be, cf cut lines abc and def; a may be d, the point where the lines meet.
struct Transversals {
    std::array<Point, 6> points;  // a b c d e f
};

// An angle of a triangle: sign · (d(vb) − d(va)) + lift in (0, 1/2], the angle itself or its supplement.
struct SineAngle {
    Point a, v, b;
    std::int8_t sign, lift;
};

// A triangle of which two angles, i and j, both have sines that occur elsewhere; sides opposite to them.
struct SineTriangle {
    std::uint32_t i, j;
    PairId opposite_i, opposite_j;
};

// A point p and two points a, b of a circle about o in line with p (a = b: pa is tangent): |pa|·|pb| = ±(|po|² − |oa|²).
// Or a bare length |cd|² = power: sign 0, length cd.
struct PowerItem {
    Point p, a, b, o;
    PairId length;
    std::int8_t sign;  // + p outside, − inside
    bool is_bare() const { return sign == 0; }
};

// Sorted keys of everything that a new item may agree with, in the reference diagram.
struct FigureIndex {
    std::vector<Keyed> direction;  // pairs
    std::vector<Keyed> length;     // pairs, log
    std::vector<Keyed> shape;      // triangles, |qr| / |pq|
    std::vector<Keyed> division;   // divisions, ab : ac
    std::vector<Keyed> sine;       // sine angles, acute representative
    std::vector<Keyed> power;      // powers, log
    Starts shapes, sines;
    Sieve some_direction, some_length, some_shape, some_sine;

    std::size_t footprint() const {
        std::size_t bytes = 0;
        for (const auto* keys : {&direction, &length, &shape, &division, &sine, &power})
            bytes += detail::bytes_of(*keys);
        for (const auto* some : {&some_direction, &some_length, &some_shape, &some_sine}) bytes += some->footprint();
        return bytes;
    }
};

// Keys of what the last point brought, which aren't in the index yet.
struct FreshKeys {
    std::vector<Keyed> direction, length, division, power;  // sorted
    std::vector<double> shape, sine;                        // of the last triangles and angles, in their order

    std::size_t footprint() const {
        using detail::bytes_of;
        return bytes_of(direction) + bytes_of(length) + bytes_of(division) + bytes_of(power) + bytes_of(shape) +
               bytes_of(sine);
    }
};

// What a figure has, and what a trial takes back.
struct FigureData {
    std::size_t n_ = 0;
    std::vector<Grown<Vec>> xy_;  // [diagram][point]
    Grown<std::array<Point, 2>> ends_;
    Grown<std::uint8_t> coincident_;
    std::vector<Grown<double>> direction_, length_, log_length_;  // [diagram][pair]
    Noted<std::vector<Point>> lines_;
    std::vector<int> line_of_;
    Grown<std::array<Point, 3>> triangles_;
    Grouping similar_;
    Noted<CirclePlace> circles_;
    std::vector<RatioLink> ratios_;
    Grown<PerpendicularPair> perpendiculars_;
    Grown<CollinearTriple> triples_;
    Grown<Transversals> transversals_;
    Grown<PairId> coincidences_;
    Grown<std::array<Point, 3>> divisions_;
    Grouping proportional_;
    Grown<SineAngle> sine_angles_;
    Grouping equal_sines_;
    Grown<SineTriangle> sine_triangles_;
    Grown<PowerItem> powers_;
    Grouping equal_powers_;
    std::shared_ptr<FigureIndex> index_;  // copies share it
    FreshKeys fresh_;

    template <typename Data>
    static auto list(Data& d) {
        return std::tie(d.n_, d.xy_, d.ends_, d.coincident_, d.direction_, d.length_, d.log_length_, d.lines_,
                        d.line_of_, d.triangles_, d.similar_, d.circles_, d.ratios_, d.perpendiculars_, d.triples_,
                        d.transversals_, d.coincidences_, d.divisions_, d.proportional_, d.sine_angles_, d.equal_sines_,
                        d.sine_triangles_, d.powers_, d.equal_powers_, d.index_, d.fresh_);
    }

    auto members() { return list(*this); }
    auto members() const { return list(*this); }
};

class Figure : FigureData {
public:
    // xy[k] is diagram k, xy[0] the reference. `room`: how many points may be added later.
    explicit Figure(const std::vector<std::vector<Vec>>& xy, std::size_t room = 0);

    // Adds a point, at[k] in diagram k, in the figure's own coordinates. At most `capacity()` points.
    void add_point(std::span<const Vec> at);

    // Begins a trial, which rollback(base) takes back, where `base` is a figure equal to this one now. See `Savepoint`. Most of
    // what a point brings is at the ends of lists; of the rest the figure notes what it changes. Copying all of `base` took a
    // tenth of a trial, and more in larger figures.
    void mark() { porism::mark<FigureData>(*this); }
    void rollback(const Figure& base) { take_back<FigureData>(*this, base); }
    // Puts the last point's keys into the index. A figure from which trials are made should have done so: else each of its
    // copies does, for itself.
    void refresh_index();

    // Converts the figure's own coordinates to those that it was made with.
    Vec given(std::size_t k, Vec own) const {
        return {own.x * unit_[k] + origin_[k].x, own.y * unit_[k] + origin_[k].y};
    }
    // Converts them back.
    Vec own(std::size_t k, Vec given) const {
        return {(given.x - origin_[k].x) / unit_[k], (given.y - origin_[k].y) / unit_[k]};
    }

    // Bytes held; of the index, which copies share, its part.
    std::size_t footprint() const;

    std::size_t size() const { return n_; }
    std::size_t capacity() const { return capacity_; }
    std::size_t diagrams() const { return xy_.size(); }
    PairId pair(Point a, Point b) const { return pair_index_[a * capacity_ + b]; }
    std::size_t pair_count() const { return ends_.size(); }
    std::size_t pair_capacity() const { return capacity_ * (capacity_ - 1) / 2; }
    std::array<Point, 2> ends(PairId p) const { return ends_[p]; }
    bool coincident(Point a, Point b) const { return a == b || coincident_[pair(a, b)]; }
    const Vec& at(std::size_t k, Point a) const { return xy_[k][a]; }

    double direction(std::size_t k, PairId p) const { return direction_[k][p]; }  // [0, 1)
    double length(std::size_t k, PairId p) const { return length_[k][p]; }
    double log_length(std::size_t k, PairId p) const { return log_length_[k][p]; }
    bool collinear(Point a, Point b, Point c) const;
    bool longer(PairId p, PairId q) const { return length_[0][p] > length_[0][q] * (1 + tolerance::kRatio); }
    // Whether b lies between a and c, given that they are collinear.
    bool between(Point a, Point b, Point c) const;
    int orientation(Point a, Point b, Point c) const;  // +1 counter-clockwise

    const std::vector<std::vector<Point>>& lines() const { return lines_.items(); }  // three or more points, in order
    int line_of(PairId p) const { return line_of_[p]; }                              // -1: just these two points

    // Triangles with the same side ratios, the possible similarities, are groups of `similar`.
    std::size_t triangles() const { return triangles_.size(); }
    TriangleMember triangle(std::uint32_t i) const;
    const std::array<Point, 3>& corners(std::uint32_t i) const { return triangles_[i]; }
    const Grouping& similar() const { return similar_; }

    const std::vector<CirclePlace>& circles() const { return circles_.items(); }

    // Every pair is in a chain: root, then next until it is kNoPair.
    const std::vector<RatioLink>& ratios() const { return ratios_; }
    static constexpr PairId kNoPair = UINT32_MAX;

    const std::vector<PerpendicularPair>& perpendiculars() const { return perpendiculars_.items(); }
    const std::vector<CollinearTriple>& triples() const { return triples_.items(); }
    const std::vector<Transversals>& transversals() const { return transversals_.items(); }
    const std::vector<PairId>& coincidences() const { return coincidences_.items(); }

    // Collinear triples a b c (b between a and c, nearer to a) that are divided in the same irrational ratio.
    const std::vector<std::array<Point, 3>>& divisions() const { return divisions_.items(); }
    const Grouping& proportional() const { return proportional_; }

    // Angles; those of one numeric sine are groups.
    const std::vector<SineAngle>& sine_angles() const { return sine_angles_.items(); }
    const Grouping& equal_sines() const { return equal_sines_; }
    PairId from(const SineAngle& angle) const { return pair(angle.v, angle.a); }
    PairId to(const SineAngle& angle) const { return pair(angle.v, angle.b); }
    const std::vector<SineTriangle>& sine_triangles() const { return sine_triangles_.items(); }

    // Powers of points and bare squares of one absolute value are groups.
    const std::vector<PowerItem>& powers() const { return powers_.items(); }
    const Grouping& equal_powers() const { return equal_powers_; }

private:
    void measure(Point x);
    void extend_lines(Point x);
    void insert_in_line(std::size_t line, Point x);
    void extend_triples(Point x);
    void find_sides(Point x);
    void extend_triangles(Point x);
    bool are_alike(std::uint32_t i, std::uint32_t j) const;
    void sift(std::span<const double> keys, std::size_t items, const Sieve& old, const Cells& cells);
    void extend_circles(Point x);
    // The circle of a, b and a new point, in the reference diagram. taken: an earlier one is the same. may_be_centered: a point
    // may be at its center.
    struct Circumcircle {
        double radius;
        Vec center;
        Point a, b;
        bool taken, may_be_centered;
    };
    void extend_known_circles(Point x, std::vector<std::uint8_t>& together);
    std::vector<Circumcircle> circumcircles(Point x, const std::vector<std::uint8_t>& together);
    bool is_on(const Circumcircle& circle, Point x, Point r) const;
    bool is_center(const Circumcircle& circle, Point x, Point o) const;
    void find_circles_through(Point x, const std::vector<std::uint8_t>& together);
    void find_circles_about(Point x);
    void add_to_circle(CirclePlace& place, Point x) const;
    void add_circle(std::vector<Point> points);
    void find_equal_chords(CirclePlace& place) const;
    bool is_on(const CirclePlace& place, Point x) const;
    bool is_center(const CirclePlace& place, Point x) const;
    void extend_ratios();
    void link_ratio(PairId large, PairId small, Ratio squared);
    void extend_perpendiculars();
    void extend_transversals(Point x);
    void add_transversals(std::size_t i, std::size_t j, Point x);
    bool are_parallel(PairId p, PairId q) const;
    void extend_divisions(std::size_t first_triple);
    void extend_sines(Point x);
    void share_sine(std::uint32_t angle, std::uint32_t not_with);
    void extend_powers(Point x, std::size_t first_circle);
    double power(std::size_t k, const PowerItem& item) const;
    Vec circumcenter(std::size_t k, Point a, Point b, Point c) const;

    std::size_t capacity_;
    std::vector<Vec> origin_;  // of each diagram: coordinates are (given − origin) / unit
    std::vector<double> unit_;
    std::vector<PairId> pair_index_;

    // What follows is only used while a point is added.
    struct Side {
        Point a, b;
        PairId ab;
    };
    std::vector<Side> sides_;  // those that make a triangle with the new point
    Sifter sifter_;
    std::vector<Cell> cells_;
    std::vector<Keyed> sifted_;
    std::vector<std::uint8_t>
        may_be_parallel_;  // by point: whether its line with the new one may be parallel to an old pair
};

// x reduced to [-1/2, 1/2] modulo 1. Mostly it is the difference of two directions: no call is needed then.
inline double wrap(double x) {
    if (std::abs(x) >= 1.5) return x - std::round(x);
    return x >= 0.5 ? x - 1 : x <= -0.5 ? x + 1 : x;
}

// p/q with p, q ≤ limit within the relative tolerance of ratios; false if there is none.
bool recognise(double value, int limit, Ratio& ratio);

}  // namespace porism
