// A set of linear equations, kept so that "does it entail this equation?" costs a few additions.
//
// Each variable has a reduced normal form: a sparse row over the free variables. Beside it stands its hash, the row
// applied to fixed random weights of the free variables. The hash is linear, so an equation is entailed iff the same
// combination of hashes is zero, wrongly with probability 2^-61 (the idea is that of polynomial identity testing:
// Schwartz, "Fast probabilistic algorithms for verification of polynomial identities", JACM 1980). Adding an equation
// eliminates one free variable and touches only the rows that hold it; `holders_` lists them (stale entries are
// dropped when met). The pivot is the variable with the fewest holders: measured against "smallest index", it halves
// the row operations on the olympiad suites.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "field.hpp"

namespace porism {

using Variable = std::uint32_t;

struct Term {
    Variable variable;
    field::Element coefficient;
};

class LinearSystem {
public:
    enum class Added { kNew, kEntailed, kContradiction };

    // `count` free variables; weights follow from the seed alone.
    explicit LinearSystem(std::size_t count = 0, std::uint64_t seed = 1);

    // A new free variable; a fixed one (a constant) is never eliminated.
    Variable add_variable(bool fixed = false);

    std::size_t size() const { return hash_.size(); }
    std::size_t rank() const { return rank_; }

    field::Element hash(Variable v) const { return hash_[v]; }
    const field::Element* hashes() const { return hash_.data(); }

    // Σ coefficient · hash: zero iff the equation is entailed.
    field::Element evaluate(std::span<const Term> equation) const;
    bool is_entailed(std::span<const Term> equation) const { return evaluate(equation) == 0; }

    // Adds Σ coefficient · variable = 0. kContradiction: it would make a combination of constants zero; nothing is added.
    Added add(std::span<const Term> equation);

    // The reduced row of a variable (a free variable is its own row); for tests.
    std::vector<Term> normal_form(Variable v) const;

private:
    void reduce(std::span<const Term> equation);
    void substitute(Variable holder, Variable pivot, std::span<const Term> row, field::Element row_hash);

    std::vector<std::vector<Term>> rows_;  // sorted by variable; empty and free, or the expression of an eliminated one
    std::vector<field::Element> hash_;
    std::vector<std::uint8_t> kind_;  // Kind
    std::vector<std::vector<Variable>> holders_;
    std::size_t rank_ = 0;
    std::uint64_t weight_state_;

    std::vector<field::Element> scratch_;  // dense sum, zero between calls
    std::vector<Variable> touched_;
    std::vector<Term> merged_;

    enum Kind : std::uint8_t { kFree, kFixed, kEliminated };
};

}  // namespace porism
