// Small numeric helpers of figure*.cpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "numeric/figure.hpp"

namespace porism::detail {

// Coordinates are of size 1: the guards of std::hypot against overflow would cost 7 % of a closure.
inline double norm(double x, double y) { return std::sqrt(x * x + y * y); }

inline bool same_ratio(double a, double b) {
    return std::abs(a - b) <= tolerance::kRatio * std::max(std::abs(a), std::abs(b));
}

}  // namespace porism::detail
