// Which rows of a linear theory add up to an equation, at the least cost.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
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

// Numbers by place, those that aren't 0 in order.
using Sparse = std::vector<std::pair<std::uint32_t, double>>;

// Numbers by place, most of which are 0, while they are added up.
class Scattered {
public:
    explicit Scattered(std::size_t places) : values_(places), touched_((places + 63) / 64) {}
    double operator[](std::uint32_t place) const { return values_[place]; }
    void add(std::uint32_t place, double x) {
        values_[place] += x;
        touched_[place / 64] |= std::uint64_t{1} << place % 64;
    }
    // Calls a function with each place at which something was added, in order.
    template <typename Function>
    void each(Function&& function) const {
        for (std::size_t word = 0; word < touched_.size(); ++word) {
            for (std::uint64_t rest = touched_[word]; rest; rest &= rest - 1)
                function(static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
        }
    }
    // Those that are greater than a bound; nothing is left.
    Sparse taken(double bound);

private:
    std::vector<double> values_;
    std::vector<std::uint64_t> touched_;
};

// An equation, and what the rows of a basis make of it once its largest coefficient is made 1, if they do.
struct Target {
    std::vector<Coefficient> terms;
    double scale;
    Sparse made_of;
    bool is_made;
};

class Combinations {
public:
    Combinations(std::vector<std::vector<Coefficient>> rows, std::size_t columns);
    std::size_t row_count() const { return rows_.size(); }
    std::size_t column_count() const { return columns_; }

    // What is asked for; good for many questions.
    Target target(std::vector<Coefficient> terms) const;

    // Uses the first costs.size() rows, except those of infinite cost. Returns nothing if no combination of them is the target.
    std::optional<Combination> least(std::span<const double> costs, const Target& target) const;

    // How many of the first rows it takes until a combination of them is the target; nothing if all of them don't make it.
    std::optional<std::size_t> first_entailing(const Target& target) const;

private:
    static constexpr std::uint32_t kNoRow = std::numeric_limits<std::uint32_t>::max();

    bool reduced(Scattered& rest, Scattered& made_of) const;
    Combination in_fractions(const Sparse& factors, const std::vector<Coefficient>& target) const;

    std::vector<std::vector<Coefficient>> rows_;
    std::size_t columns_;
    std::vector<std::uint32_t> basis_;           // rows that no earlier ones make
    std::vector<std::uint32_t> spare_;           // the others
    std::vector<std::uint32_t> pivots_;          // by number in the basis: a column
    std::vector<std::uint32_t> basis_of_pivot_;  // by column: the number in the basis of which it is the pivot
    std::vector<Sparse> echelon_;                // by number in the basis: what is left of the row, 1 at its pivot
    std::vector<Sparse> made_of_;                // by number in the basis: that row, from rows of the basis
    std::vector<Sparse> spare_made_of_;          // by number among the others: the row, from rows of the basis
    std::vector<double> spare_sizes_;            // by number among the others: see `Rows`
    std::vector<Sparse> spare_made_with_;  // by number in the basis: the others that it takes part in, by their numbers
};

}  // namespace porism
