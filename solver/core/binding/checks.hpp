// What Python may hand to the core: numbers out of range are refused with ValueError before anything looks them up. Inside,
// the core trusts its callers; a build with assertions (CMakeLists.txt: PORISM_SANITIZE) checks it.
#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>

#include <nanobind/nanobind.h>

#include "search/trial.hpp"
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

inline void theory(std::int64_t t) {
    require(t >= 0 && t < static_cast<std::int64_t>(kTheories), "there is no theory of this number");
}

inline void stage(std::int64_t s) { require(s >= 0 && s < kStages, "there is no stage of this number"); }

// Coefficients are numbers modulo a prime, too.
inline void rational(std::int64_t numerator, std::int64_t denominator) {
    constexpr auto kLargest = static_cast<std::int64_t>(field::kPrime) - 1;
    require(std::abs(static_cast<double>(numerator)) <= static_cast<double>(kLargest), "a coefficient is too large");
    require(denominator != 0 && denominator >= -kLargest && denominator <= kLargest,
            "a coefficient has no such denominator");
}

// Of a constant: 1 in directions; elsewhere the logarithm of an integer.
inline void base(std::int64_t theory, std::int64_t number) {
    require(theory == 0 || number > 1, "only of numbers above 1 is there a logarithm to take");
}

inline void finite(double x) { require(std::isfinite(x), "a coordinate is no number"); }

// A locus of points below `points`, its parents different where they must be.
inline void locus(const std::int32_t* row, std::size_t count) {
    require(row[0] >= Locus::kLine && row[0] <= Locus::kDiameter, "there is no locus of this kind");
    for (int i = 1; i < 4; ++i) point(row[i], count);
    const auto kind = static_cast<Locus::Kind>(row[0]);
    const auto a = row[1], b = row[2], c = row[3];
    const bool of_two =
        kind == Locus::kLine || kind == Locus::kBisector || kind == Locus::kCircle || kind == Locus::kDiameter;
    const bool differs = of_two                                                           ? a != b
                         : kind == Locus::kParallel || kind == Locus::kPerpendicular      ? b != c
                         : kind == Locus::kAngleBisector || kind == Locus::kOuterBisector ? a != b && b != c
                                                                                          : a != b && b != c && a != c;
    require(differs, "a locus has the same point twice");
}

// A moment so many seconds from now; as good as none where that is many years.
inline std::chrono::steady_clock::time_point deadline_in(double seconds) {
    using Clock = std::chrono::steady_clock;
    require(!std::isnan(seconds), "a time limit is no number");
    constexpr double kLongest = 1e8;
    return Clock::now() + std::chrono::duration_cast<Clock::duration>(
                              std::chrono::duration<double>(std::clamp(seconds, -kLongest, kLongest)));
}

// A theorem's facts and conditions: slots, kinds and coefficients.
inline void fact(const FactPattern& f, std::size_t slots) {
    require(f.kind <= FactPattern::kConcyclic, "there is no fact of this kind");
    points(f.points, slots);
    require(f.kind == FactPattern::kEquations || f.points.size() >= 3, "points on a line or circle are three or more");
    for (const EquationPattern& e : f.equations) {
        theory(static_cast<std::int64_t>(e.theory));
        for (const auto& [base_number, p, q] : e.constants) {
            base(static_cast<std::int64_t>(e.theory), base_number);
            rational(p, q);
        }
    }
}

inline void condition(const ConditionPattern& c, std::size_t slots) {
    constexpr std::size_t kPoints[] = {2, 3, 6, 6, 3, 3, 4, 3, 3, 4, 4};
    require(c.kind < std::size(kPoints), "there is no condition of this kind");
    require(c.points.size() >= kPoints[c.kind], "a condition has too few points");
    points(c.points, slots);
}

}  // namespace porism::checks
