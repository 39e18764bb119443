#include "discovery/telling.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace porism {

namespace {

// Tangents that differ by less (units of π) don't count as crossing.
constexpr double kTransversal = 1e-2;
constexpr double kSame = 1e-7;
// How often a locus of each kind is used beside the others that there are, as in statements of problems.
constexpr std::array<double, kLocusTraits.size()> kLikely = {
    4,    // line
    1,    // parallel
    2,    // perpendicular
    1,    // bisector
    1,    // angle bisector
    0,    // outer bisector
    2,    // circle
    3,    // circumcircle
    0.5,  // diameter
};
// How often the next point lies on one locus where none lies on two; else it is free.
constexpr double kHalfFree = 0.8;

}  // namespace

std::uint64_t Random::next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

Locus renumbered(const Locus& locus, std::span<const Point> number) {
    Locus moved{locus.kind, {}};
    for (std::size_t i = 0; i < locus.parent_count(); ++i) moved.parents[i] = number[locus.parents[i]];
    return moved;
}

int Telling::freedom() const {
    int freedom = 0;
    for (const auto& where : loci) freedom += 2 - static_cast<int>(where.size());
    return freedom;
}

Telling Telling::restricted(std::span<const std::uint8_t> kept) const {
    Telling rest;
    std::vector<Point> number(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!kept[i]) continue;
        number[i] = static_cast<Point>(rest.order.size());
        rest.order.push_back(order[i]);
        auto& where = rest.loci.emplace_back();
        for (const Locus& l : loci[i]) where.push_back(renumbered(l, number));
    }
    return rest;
}

Teller::Teller(const Closure& known) : known_(known), through_(known.figure().size()) {
    const Figure& f = known.figure();
    const auto n = static_cast<Point>(f.size());
    for (Point x = 0; x < n; ++x) {
        const auto differ = [&](Point a, Point b) { return a != x && b != x && !f.coincident(a, b); };
        for (Point a = 0; a < n; ++a) {
            for (Point b = 0; b < n; ++b) {
                if (a == b || !differ(a, b)) continue;
                collect(x, {Locus::kCircle, {a, b}});
                if (a < b) {
                    for (const auto kind : {Locus::kLine, Locus::kBisector, Locus::kDiameter})
                        collect(x, {kind, {a, b}});
                }
                for (Point c = 0; c < n; ++c) {
                    if (c == a || c == b || c == x || f.coincident(b, c)) continue;
                    if (b < c) {
                        collect(x, {Locus::kParallel, {a, b, c}});
                        collect(x, {Locus::kPerpendicular, {a, b, c}});
                    }
                    if (f.coincident(a, c)) continue;
                    // No outer bisectors: the constructive language would draw the inner one.
                    if (a < c) collect(x, {Locus::kAngleBisector, {a, b, c}});
                    if (a < b && b < c) collect(x, {Locus::kCircumcircle, {a, b, c}});
                }
                // The perpendicular to ab at its own end: a tangent.
                collect(x, {Locus::kPerpendicular, {a, a, b}});
            }
        }
    }
}

void Teller::collect(Point x, const Locus& locus) {
    const Figure& f = known_.figure();
    struct porism::Curve curve;
    if (!trace(f, 0, locus, curve)) return;
    const Vec at = f.at(0, x);
    const double dx = at.x - curve.at.x, dy = at.y - curve.at.y, distance = std::sqrt(dx * dx + dy * dy);
    const double off = curve.is_line() ? dx * curve.along.y - dy * curve.along.x : distance - curve.radius;
    if (std::abs(off) > kSame || !is_known_on(known_, locus, x)) return;
    const double angle = curve.is_line() ? std::atan2(curve.along.y, curve.along.x) : std::atan2(dx, -dy);
    const double direction = angle / std::numbers::pi;
    std::uint64_t parents = 0;
    for (std::size_t i = 0; i < locus.parent_count(); ++i) parents |= std::uint64_t{1} << locus.parents[i];
    for (auto& known : through_[x]) {
        const bool is_same = curve.is_line() ? known.radius < 0 && std::abs(wrap(known.direction - direction)) < kSame
                                             : std::abs(known.radius - curve.radius) < kSame &&
                                                   std::abs(known.center.x - curve.at.x) < kSame &&
                                                   std::abs(known.center.y - curve.at.y) < kSame;
        if (!is_same) continue;
        known.reasons.push_back({locus, parents});
        return;
    }
    through_[x].push_back({direction, curve.radius, curve.at, {{locus, parents}}});
}

// Two loci of told points that cross at x; one, if they don't; none.
std::vector<Locus> Teller::loci_for(Point x, std::uint64_t told, Random& random) const {
    // One reason of each curve; the curves in a random order, by weight (Efraimidis and Spirakis 2006).
    struct Choice {
        double key, direction;
        Locus locus;
    };
    std::vector<Choice> choices;
    for (const auto& curve : through_[x]) {
        std::array<std::uint32_t, kLikely.size()> count{};
        double sum = 0;
        for (const auto& [locus, parents] : curve.reasons) {
            if (parents & ~told) continue;
            if (count[locus.kind]++ == 0) sum += kLikely[locus.kind];
        }
        if (sum == 0) continue;
        double at = random.uniform() * sum;
        std::size_t kind = 0;
        while (count[kind] == 0 || (at -= kLikely[kind]) > 0) ++kind;
        std::size_t left = random.below(count[kind]);
        for (const auto& [locus, parents] : curve.reasons) {
            if (locus.kind != kind || (parents & ~told)) continue;
            if (left-- == 0) choices.push_back({-std::log(random.uniform()) / kLikely[kind], curve.direction, locus});
        }
    }
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.key < b.key; });
    std::vector<Locus> loci;
    for (std::size_t i = 1; i < choices.size() && loci.empty(); ++i) {
        for (std::size_t j = 0; j < i && loci.empty(); ++j) {
            if (std::abs(wrap(choices[i].direction - choices[j].direction)) > kTransversal)
                loci = {choices[i].locus, choices[j].locus};
        }
    }
    if (loci.empty() && !choices.empty()) loci = {choices[0].locus};
    return loci;
}

Telling Teller::tell(Random& random) const {
    Telling telling;
    std::vector<Point> left(through_.size()), number(through_.size());
    for (Point x = 0; x < left.size(); ++x) left[x] = x;
    std::uint64_t told = 0;
    while (!left.empty()) {
        random.shuffle(left);
        std::size_t best = 0;
        std::vector<Locus> loci;
        if (telling.order.size() > 1) {
            for (std::size_t i = 0; i < left.size() && loci.size() < 2; ++i) {
                auto found = loci_for(left[i], told, random);
                if (found.size() > loci.size()) best = i, loci = std::move(found);
            }
            if (loci.size() == 1 && !random.chance(kHalfFree)) loci.clear();
        }
        const Point x = left[best];
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
        number[x] = static_cast<Point>(telling.order.size());
        for (Locus& l : loci) l = renumbered(l, number);
        telling.order.push_back(x);
        telling.loci.push_back(std::move(loci));
        told |= std::uint64_t{1} << x;
    }
    return telling;
}

}  // namespace porism
