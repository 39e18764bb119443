// What is numerically true in the diagrams: the candidates for deduction.
//
// A conclusion is only worth trying where it is true in the diagram, so everything here is computed once per problem
// and each round of deduction then asks of these candidates only "is it entailed yet?". A relation must hold in every
// diagram given (two or more of the same configuration guard against an accident of one); the first one, the reference,
// fixes lifts, orders and orientations.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

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
inline constexpr double kCircle = 1e-7;      // centre and radius of a circle, relative to the radius
inline constexpr double kLargestRadius = 1e3;
}  // namespace tolerance

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

// Members with the same two side ratios: the possible similarities.
struct TriangleClass {
    std::uint32_t begin, end;  // into Figure::members
    bool rp_longer;            // |rp| > |qr| strictly
    bool pq_longer;            // |pq| > |rp| strictly
};

// A maximal set of concyclic points (four or more, or three with a centre among the points).
struct CirclePlace {
    std::vector<Point> points;
    std::vector<Point> centres;  // coincident points may be several
    std::vector<double> turn;    // t(x) = polar angle / 2π + 1/4, aligned with points: d(xy) = t(x) + t(y) mod 1
    std::vector<std::vector<std::array<std::uint16_t, 2>>> equal_chords;  // classes of index pairs, oriented below half a turn
};

// Lengths whose squares have rational ratios: members with |x|² = ratio · |first|².
struct RatioClass {
    std::vector<PairId> pairs;
    std::vector<Ratio> squared;
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

// Collinear triples a b c (b between a and c, nearer to a) that are divided in the same irrational ratio.
using ProportionClass = std::vector<std::array<Point, 3>>;

// An angle of a triangle: sign · (d(vb) − d(va)) + lift in (0, 1/2], the angle itself or its supplement.
struct SineAngle {
    Point a, v, b;
    PairId va, vb;
    std::int8_t sign, lift;
    std::uint32_t group;    // angles of one numeric sine
};

// A triangle whose angles i and j both have sines that occur elsewhere; sides opposite to them.
struct SineTriangle {
    std::uint32_t i, j;
    PairId opposite_i, opposite_j;
};

// A point p and two points a, b of a circle about o in line with p (a = b: pa is tangent): |pa|·|pb| = ±(|po|² − |oa|²).
struct PowerItem {
    Point p, a, b, o;
    std::uint32_t place;
    std::int8_t sign;  // + p outside
};

// Items and bare lengths (|cd|² = power) of one absolute power.
struct PowerClass {
    std::vector<PowerItem> items;
    std::vector<PairId> lengths;
};

class Figure {
public:
    // xy[k] is diagram k, xy[0] the reference. `size` points each.
    explicit Figure(const std::vector<std::vector<Vec>>& xy);

    std::size_t size() const { return n_; }
    std::size_t diagrams() const { return xy_.size(); }
    PairId pair(Point a, Point b) const { return pair_index_[a * n_ + b]; }
    std::size_t pair_count() const { return ends_.size(); }
    std::array<Point, 2> ends(PairId p) const { return ends_[p]; }
    bool coincident(Point a, Point b) const { return a == b || coincident_[pair(a, b)]; }
    const Vec& at(std::size_t k, Point a) const { return xy_[k][a]; }

    double direction(std::size_t k, PairId p) const { return direction_[k][p]; }  // [0, 1)
    double length(std::size_t k, PairId p) const { return length_[k][p]; }
    bool collinear(Point a, Point b, Point c) const;
    bool longer(PairId p, PairId q) const { return length_[0][p] > length_[0][q] * (1 + tolerance::kRatio); }
    // Whether b lies between a and c, given that they are collinear.
    bool between(Point a, Point b, Point c) const;
    int orientation(Point a, Point b, Point c) const;  // +1 counter-clockwise

    const std::vector<std::vector<Point>>& lines() const { return lines_; }  // three or more points, in order
    int line_of(PairId p) const { return line_of_[p]; }                      // -1: just these two points
    const std::vector<TriangleMember>& members() const { return members_; }
    const std::vector<TriangleClass>& classes() const { return classes_; }
    const std::vector<CirclePlace>& circles() const { return circles_; }
    const std::vector<RatioClass>& ratio_classes() const { return ratio_classes_; }
    const std::vector<PerpendicularPair>& perpendiculars() const { return perpendiculars_; }
    const std::vector<CollinearTriple>& triples() const { return triples_; }
    const std::vector<Transversals>& transversals() const { return transversals_; }
    const std::vector<PairId>& coincidences() const { return coincidences_; }
    const std::vector<ProportionClass>& proportions() const { return proportions_; }
    const std::vector<SineAngle>& sine_angles() const { return sine_angles_; }
    const std::vector<SineTriangle>& sine_triangles() const { return sine_triangles_; }
    std::uint32_t sine_groups() const { return sine_groups_; }
    const std::vector<PowerClass>& powers() const { return powers_; }

private:
    void measure();
    void find_lines();
    void find_triangles();
    void find_circles();
    void add_circle(std::vector<Point> points, const std::vector<Vec>& centres);
    void find_ratios();
    void find_perpendiculars();
    void find_triples();
    void find_transversals();
    void find_proportions();
    void find_sines();
    void find_powers();
    Vec circumcentre(std::size_t k, Point a, Point b, Point c) const;

    std::size_t n_;
    std::vector<std::vector<Vec>> xy_;
    std::vector<PairId> pair_index_;
    std::vector<std::array<Point, 2>> ends_;
    std::vector<std::uint8_t> coincident_;
    std::vector<std::vector<double>> direction_, length_;
    std::vector<std::vector<Point>> lines_;
    std::vector<int> line_of_;
    std::vector<TriangleMember> members_;
    std::vector<TriangleClass> classes_;
    std::vector<CirclePlace> circles_;
    std::vector<RatioClass> ratio_classes_;
    std::vector<PerpendicularPair> perpendiculars_;
    std::vector<CollinearTriple> triples_;
    std::vector<Transversals> transversals_;
    std::vector<PairId> coincidences_;
    std::vector<ProportionClass> proportions_;
    std::vector<SineAngle> sine_angles_;
    std::vector<SineTriangle> sine_triangles_;
    std::uint32_t sine_groups_ = 0;
    std::vector<PowerClass> powers_;
};

// |x| reduced to (-1/2, 1/2] modulo 1.
double wrap(double x);

// p/q with p, q ≤ limit within the relative tolerance of ratios; false if there is none.
bool recognise(double value, int limit, Ratio& ratio);

}  // namespace porism
