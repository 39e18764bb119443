// What Python may hand to the core: numbers out of range are refused with ValueError before anything looks them up. Inside,
// the core trusts its callers; a build with assertions (CMakeLists.txt: PORISM_SANITIZE) checks it.
#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>

#include <nanobind/nanobind.h>

#include "search/candidates.hpp"
#include "theorems/pattern.hpp"
#include "theories/field.hpp"

namespace porism::checks {

inline constexpr std::size_t kMostPoints = 2000, kMostThreads = 1024;

inline void require(bool holds, const char* message) {
    if (!holds) throw nanobind::value_error(message);
}

inline void point(std::int64_t p, std::size_t points) {
    require(p >= 0 && p < static_cast<std::int64_t>(points), "there is no point of this number");
}

template <typename Points>
void points(const Points& all, std::size_t count) {
    for (auto p : all) point(p, count);
}

inline void stage(std::int64_t s) { require(s >= 0 && s < kStages, "there is no stage of this number"); }

// A coefficient must be smaller than the prime modulo which the theories compute.
inline void rational(std::int64_t numerator, std::int64_t denominator) {
    constexpr auto kLargest = static_cast<std::int64_t>(field::kPrime) - 1;
    require(std::abs(static_cast<double>(numerator)) <= static_cast<double>(kLargest), "a coefficient is too large");
    require(denominator != 0 && denominator >= -kLargest && denominator <= kLargest,
            "a coefficient has no such denominator");
}

// The base of a constant: 1 in directions; elsewhere the integer whose logarithm it is.
inline void base(Theory theory, std::int64_t number) {
    require(theory == Theory::kDirection || number > 1, "only of numbers above 1 is there a logarithm to take");
}

inline void finite(double x) { require(std::isfinite(x), "a coordinate is no number"); }

// A locus of points below `count`, its parents different where they must be.
inline void locus(std::int64_t kind, const std::array<std::int32_t, 3>& parents, std::size_t count) {
    require(kind >= 0 && kind < static_cast<std::int64_t>(kLocusTraits.size()), "there is no locus of this kind");
    points(parents, count);
    constexpr std::size_t kPairs[][2] = {{0, 1}, {1, 2}, {0, 2}};  // as `LocusTraits` numbers them
    for (std::size_t pair = 0; pair < 3; ++pair) {
        const auto [i, j] = kPairs[pair];
        const bool must = kLocusTraits[static_cast<std::size_t>(kind)].apart >> pair & 1;
        require(!must || parents[i] != parents[j], "a locus has the same point twice");
    }
}

// The moment that is this many seconds away; more than three years count as three.
inline std::chrono::steady_clock::time_point deadline_in(double seconds) {
    using Clock = std::chrono::steady_clock;
    require(!std::isnan(seconds), "a time limit is no number");
    constexpr double kLongest = 1e8;
    return Clock::now() + std::chrono::duration_cast<Clock::duration>(
                              std::chrono::duration<double>(std::clamp(seconds, -kLongest, kLongest)));
}

// A theorem's facts and conditions: slots and coefficients.
inline void fact(const FactPattern& f, std::size_t slots) {
    points(f.points, slots);
    require(f.kind == FactPattern::kEquations || f.points.size() >= 3, "points on a line or circle are three or more");
    for (const EquationPattern& e : f.equations) {
        for (const auto& [number, p, q] : e.constants) base(e.theory, number), rational(p, q);
        for (const TermPattern& term : e.terms) {
            points(std::array{term.a, term.b}, slots);
            rational(term.numerator, term.denominator);
        }
    }
}

inline void condition(const ConditionPattern& c, std::size_t slots) {
    require(c.points.size() >= kSideConditionsPoints[c.kind], "a condition has too few points");
    points(c.points, slots);
}

}  // namespace porism::checks
