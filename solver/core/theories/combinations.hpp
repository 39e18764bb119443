// Which rows of a linear theory add up to an equation, at the least cost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace porism {

struct Coefficient {
    std::uint32_t place;  // of a row: the column; of a combination: the row
    std::int64_t numerator, denominator;
};

struct Combination {
    std::vector<Coefficient> factors;
    bool is_exact;  // where it isn't, only the rows are right
};

class Combinations {
public:
    Combinations(std::vector<std::vector<Coefficient>> rows, std::size_t columns);
    std::size_t row_count() const { return rows_.size(); }
    std::size_t column_count() const { return columns_; }

    // Uses the first costs.size() rows, except those of infinite cost. Returns nothing if no combination of them is the target.
    std::optional<Combination> least(std::span<const double> costs, const std::vector<Coefficient>& target) const;

    // How many of the first rows it takes until a combination of them is the target; nothing if all of them don't make it.
    std::optional<std::size_t> first_entailing(const std::vector<Coefficient>& target) const;

private:
    using Sparse = std::vector<std::pair<std::uint32_t, double>>;

    std::optional<std::vector<double>> made_by(const std::vector<Coefficient>& target, double scale,
                                               std::size_t known) const;
    bool reduced(std::vector<double>& rest, std::vector<double>& made_of, std::size_t known) const;
    Combination in_fractions(const Sparse& factors, const std::vector<Coefficient>& target) const;

    std::vector<std::vector<Coefficient>> rows_;
    std::size_t columns_;
    std::vector<std::uint32_t> basis_;     // rows that no earlier ones make
    std::vector<std::uint32_t> spare_;     // the others
    std::vector<std::uint32_t> pivots_;    // by number in the basis: a column
    std::vector<Sparse> echelon_;          // by number in the basis: what is left of the row, 1 at its pivot
    std::vector<Sparse> made_of_;          // by number in the basis: that row, from rows of the basis
    std::vector<Sparse> spare_made_of_;    // by number among the others: the row, from rows of the basis
    std::vector<Sparse> spare_made_with_;  // by number in the basis: the others that it takes part in, by their numbers
};

}  // namespace porism
