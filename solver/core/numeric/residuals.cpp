#include "numeric/residuals.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace porism {

namespace {

// Segments shorter than this, relative to the figure, have no direction.
constexpr double kPointlike = 1e-9;

// The mean square of the points' distances from their center; 1 where they are all at one place.
double scale_of(std::span<const double> xy) {
    const std::size_t n = xy.size() / 2;
    double x = 0, y = 0;
    for (std::size_t i = 0; i < n; ++i) x += xy[2 * i], y += xy[2 * i + 1];
    x /= static_cast<double>(n), y /= static_cast<double>(n);
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double u = xy[2 * i] - x, v = xy[2 * i + 1] - y;
        sum += u * u + v * v;
    }
    sum /= static_cast<double>(n);
    return sum == 0 ? 1 : sum;
}

// What a segment is in a theory, and how that changes as its end moves.
struct Measured {
    double value, along_x, along_y;
};

Measured measured(Theory theory, double x, double y, double square, double scale) {
    switch (theory) {
        case Theory::kDirection: {
            const double turn = std::numbers::pi * square;
            return {std::atan2(y, x) / std::numbers::pi, -y / turn, x / turn};
        }
        case Theory::kLog: return {0.5 * std::log(square), x / square, y / square};
        case Theory::kLength: {
            const double length = std::sqrt(square) * std::sqrt(scale);
            return {std::sqrt(square / scale), x / length, y / length};
        }
        case Theory::kSquare: return {square / scale, 2 * x / scale, 2 * y / scale};
    }
    return {};
}

}  // namespace

Residuals::Residuals(std::size_t points, std::vector<Term> terms, std::vector<Row> equations,
                     std::vector<Pair> overlaps)
    : points_(points), terms_(std::move(terms)), equations_(std::move(equations)), overlaps_(std::move(overlaps)) {}

void Residuals::evaluate(std::span<const double> xy, std::span<double> residuals, std::span<double> jacobian) const {
    const double scale = scale_of(xy);
    std::fill(residuals.begin(), residuals.end(), 0.0);
    std::vector<char> is_silent(equations_.size(), 0);
    for (const Term& t : terms_) {
        const double x = xy[2 * t.second] - xy[2 * t.first], y = xy[2 * t.second + 1] - xy[2 * t.first + 1];
        const double square = x * x + y * y;
        const Measured segment = measured(t.theory, x, y, square, scale);
        residuals[t.equation] += t.coefficient * segment.value;
        if (square < kPointlike * kPointlike * scale) {
            is_silent[t.equation] |= t.theory == Theory::kDirection || t.theory == Theory::kLog;
            continue;
        }
        if (!jacobian.empty()) {
            const auto slopes = row(t.equation, jacobian);
            slopes[2 * t.second] += t.coefficient * segment.along_x;
            slopes[2 * t.second + 1] += t.coefficient * segment.along_y;
            slopes[2 * t.first] -= t.coefficient * segment.along_x;
            slopes[2 * t.first + 1] -= t.coefficient * segment.along_y;
        }
    }
    for (std::size_t k = 0; k < equations_.size(); ++k) {
        residuals[k] += equations_[k].constant;
        if (equations_[k].wraps) residuals[k] -= std::nearbyint(residuals[k]);
        if (is_silent[k]) {
            residuals[k] = 0;
            if (!jacobian.empty()) std::ranges::fill(row(k, jacobian), 0.0);
        }
    }
    add_overlaps(xy, std::sqrt(scale), residuals, jacobian);
}

void Residuals::add_overlaps(std::span<const double> xy, double size, std::span<double> residuals,
                             std::span<double> jacobian) const {
    std::size_t number = equations_.size();
    for (const Pair& pair : overlaps_) {
        for (std::size_t axis = 0; axis < 2; ++axis, ++number) {
            const std::size_t first = 2 * pair.first + axis, second = 2 * pair.second + axis;
            residuals[number] = (xy[first] - xy[second]) / size;
            if (jacobian.empty()) continue;
            row(number, jacobian)[first] += 1 / size;
            row(number, jacobian)[second] -= 1 / size;
        }
    }
}

}  // namespace porism
