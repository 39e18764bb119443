// A figure told from another end: an order of its points, and for each the loci of earlier points on which it lies.
#pragma once

#include "search/locus.hpp"

namespace porism {

// Pseudo-random numbers that are the same on every machine (splitmix64; Steele, Lea, Flood 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    double uniform() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1p-53; }  // in (0, 1)
    bool chance(double p) { return uniform() < p; }
    template <typename T>
    void shuffle(std::vector<T>& values) {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::uint64_t state_;
};

// Points by their numbers in the figure; loci are aligned, their parents positions in the order.
struct Telling {
    std::vector<Point> order;
    std::vector<std::vector<Locus>> loci;

    int freedom() const;  // 2 for each point, less 1 for each locus
    // The points at the positions that are kept; their parents must be, too.
    Telling restricted(std::span<const std::uint8_t> kept) const;
};

// The same locus with other numbers for its parents.
Locus renumbered(const Locus& locus, std::span<const Point> number);

// Tells a figure from random ends.
class Teller {
public:
    // Collects all loci of the figure's points on which others are known to lie.
    explicit Teller(const Closure& known);

    // A random order of at most 64 points, in which points that lie on two loci of earlier ones come first. The loci of
    // each point cross transversally.
    Telling tell(Random& random) const;

private:
    // Loci through a point that are one curve, each with the set of its parents as bits.
    struct Curve {
        double direction;  // of its tangent at the point, units of π
        double radius;     // < 0: a line
        Vec center;
        std::vector<std::pair<Locus, std::uint64_t>> reasons;
    };
    void collect(Point x, const Locus& locus);
    std::vector<Locus> loci_for(Point x, std::uint64_t told, Random& random) const;

    const Closure& known_;
    std::vector<std::vector<Curve>> through_;
};

}  // namespace porism
