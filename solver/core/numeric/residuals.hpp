// How far equations between segments are from true at given places, and how that changes as points move.
//
// Figures are found by Gauss–Newton, and a verdict looks at dozens of them, each of a few dozen terms: with numpy most of
// the time went into calling it. solver/diagram/residuals.py says what residuals mean, and makes the rows.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tables.hpp"

namespace porism {

class Residuals {
public:
    // A summand of an equation: a coefficient times what a segment is in the equation's theory.
    struct Term {
        std::uint32_t equation, first, second;
        Theory theory;
        double coefficient;
    };
    struct Row {
        double constant;
        bool wraps;  // counts modulo 1
    };
    struct Pair {
        std::uint32_t first, second;
    };

    // overlaps: points that must coincide, two residuals each after those of the equations.
    Residuals(std::size_t points, std::vector<Term> terms, std::vector<Row> equations, std::vector<Pair> overlaps);
    std::size_t point_count() const { return points_; }
    std::size_t row_count() const { return equations_.size() + 2 * overlaps_.size(); }

    // xy: (points, 2); residuals: (rows,); jacobian: (rows, 2 · points) of zeros, or nothing.
    void evaluate(std::span<const double> xy, std::span<double> residuals, std::span<double> jacobian) const;

private:
    void add_overlaps(std::span<const double> xy, double size, std::span<double> residuals,
                      std::span<double> jacobian) const;
    std::span<double> row(std::size_t number, std::span<double> jacobian) const {
        return jacobian.subspan(number * 2 * points_, 2 * points_);
    }

    std::size_t points_;
    std::vector<Term> terms_;
    std::vector<Row> equations_;
    std::vector<Pair> overlaps_;
};

}  // namespace porism
