// A set of linear equations, kept so that "does it entail this equation?" costs a few additions.
//
// Each variable has a reduced normal form: a sparse row over the free variables. Beside it stands its hash, the row
// applied to fixed random weights of the free variables. The hash is linear, so an equation is entailed iff the same
// combination of hashes is zero, wrongly with probability 2^-61 (the idea is that of polynomial identity testing:
// Schwartz, "Fast probabilistic algorithms for verification of polynomial identities", JACM 1980). Adding an equation
// eliminates one free variable and touches only the rows that hold it; `holders_` lists them (stale entries are
// dropped when met). The pivot is the variable with the fewest holders: measured against "smallest index", it halves
// the row operations on the olympiad suites.
//
// For the search, a system can be marked and rolled back: what has changed since the mark is kept in a trail. Variables
// belong to generations: the statement's are of generation 0, each auxiliary point begins another. The youngest variable
// of an equation is eliminated, so that an older one goes exactly when the equations say something new of the older ones
// alone: `news` of generation 0 are facts about the statement's own points. Every variable bears a stamp of its hash's
// last change, so that passes skip what they have seen.
#pragma once

#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include "numeric/number_set.hpp"
#include "numeric/rollback.hpp"
#include "theories/field.hpp"

namespace porism {

using Variable = std::uint32_t;

struct Term {
    Variable variable;
    field::Element coefficient;
};

namespace detail {

// What a system keeps of each variable and puts back after a trial.
struct LinearColumns {
    std::vector<std::vector<Term>> rows_;  // sorted by variable; empty and free, or the expression of an eliminated one
    std::vector<field::Element> hash_;
    std::vector<std::uint8_t> kind_;  // Kind
    std::vector<std::uint32_t> stamp_;
    std::vector<std::uint16_t> generation_of_;

    auto members() { return std::tie(rows_, hash_, kind_, stamp_, generation_of_); }
    auto members() const { return std::tie(rows_, hash_, kind_, stamp_, generation_of_); }
    using Values = std::tuple<std::vector<Term>, field::Element, std::uint8_t, std::uint32_t, std::uint16_t>;
};
static_assert(covers_all<LinearColumns>());

// What it counts.
struct LinearCounts {
    std::size_t rank_ = 0;
    std::uint64_t weight_state_ = 0;
    std::uint32_t clock_ = 1;
    std::uint32_t changed_ = 0, older_changed_ = 0;  // the clock at the last change of a variable's hash
    std::uint16_t generation_ = 0;
};

}  // namespace detail

class LinearSystem : detail::LinearColumns, detail::LinearCounts {
public:
    enum class Added { kNew, kEntailed, kContradiction };

    // `count` free variables; weights follow from the seed alone.
    explicit LinearSystem(std::size_t count = 0, std::uint64_t seed = 1);

    // A new free variable; a fixed one (a constant) is never eliminated.
    Variable add_variable(bool fixed = false);

    std::size_t size() const { return hash_.size(); }
    std::size_t rank() const { return rank_; }

    using Stamp = std::uint32_t;
    Stamp now() const { return clock_; }
    Stamp stamp(Variable v) const { return stamp_[v]; }
    // The last stamp of a variable that is older than the present generation.
    Stamp older_changed() const { return older_changed_; }
    void touch(Variable v);  // begins to be used: of the present generation, and changed

    // An equation: the variable equals the row.
    struct News {
        Variable variable;
        std::vector<Term> row;
        std::size_t footprint() const { return detail::bytes_of(row); }
    };
    void begin_generation() { ++generation_, older_changed_ = changed_; }
    // Equations between variables of generation 0 found in later ones.
    const std::vector<News>& news() const { return news_; }

    // Begins a trial, which rollback() undoes.
    void mark();
    void rollback();
    // Variables older than the present generation eliminated since the mark.
    std::size_t old_news() const { return old_news_; }

    field::Element hash(Variable v) const { return hash_[v]; }
    const field::Element* hashes() const { return hash_.data(); }

    // Σ coefficient · hash: zero iff the equation is entailed.
    field::Element evaluate(std::span<const Term> equation) const;
    bool is_entailed(std::span<const Term> equation) const { return evaluate(equation) == 0; }

    // Takes over the news of another system that has the same variables and more. Returns how many of them were new here.
    std::size_t absorb(const LinearSystem& other);

    // Adds Σ coefficient · variable = 0. kContradiction: it would make a combination of constants zero; nothing is added.
    Added add(std::span<const Term> equation);

    // Bytes held.
    std::size_t footprint() const;

    // The reduced row of a variable (a free variable is its own row); for tests.
    std::vector<Term> normal_form(Variable v) const;

private:
    // What a variable was before its first change since the mark.
    struct Saved {
        Variable variable;
        Values values;
        std::size_t footprint() const { return detail::bytes_of(std::get<0>(values)); }
    };
    // A change of the holders: one appended, or all taken away.
    struct HolderChange {
        Variable variable;
        bool is_append;
    };
    // Buffers of lists that have gone with a trial: the next one needs as many.
    template <typename T>
    class Spare {
    public:
        std::vector<T> take() {
            if (all_.empty()) return {};
            std::vector<T> one = std::move(all_.back());
            all_.pop_back();
            return one;
        }
        void give(std::vector<T>&& one) {
            if (one.capacity() == 0) return;
            one.clear();
            all_.push_back(std::move(one));
        }
        std::size_t footprint() const { return detail::bytes_of(all_); }

    private:
        std::vector<std::vector<T>> all_;
    };
    auto columns() { return LinearColumns::members(); }
    void save(Variable v);
    void append_holder(Variable of, Variable holder);
    void reduce(std::span<const Term> equation);
    void substitute(Variable holder, Variable pivot, std::span<const Term> row, field::Element row_hash);

    std::vector<std::vector<Variable>> holders_;  // by variable: the rows that may have it
    std::vector<News> news_;

    bool marked_ = false;
    LinearCounts counts_at_mark_;
    std::size_t marked_size_ = 0, marked_news_ = 0, old_news_ = 0;
    std::vector<Saved> saved_;
    std::vector<HolderChange> holder_changes_;
    std::vector<std::vector<Variable>> taken_holders_;  // of the changes that took all
    std::vector<std::uint8_t> is_saved_;
    Spare<Term> spare_rows_;
    Spare<Variable> spare_holders_;

    std::vector<field::Element> scratch_;  // dense sum, zero between calls
    NumberSet touching_;
    std::vector<Variable> touched_;  // in order
    std::vector<Term> merged_;

    enum Kind : std::uint8_t { kFree, kFixed, kEliminated };
};

}  // namespace porism
