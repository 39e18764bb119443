// What a proof may have to show, by number, and the equations of it as rows: for all journals of one diagram.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "tables.hpp"
#include "theories/combinations.hpp"
#include "tracing/circles.hpp"

namespace porism::tracing {

using QuestionId = std::uint32_t;
using Terms = std::vector<Coefficient>;  // of an equation: columns of its theory, those of constants among them

struct Question {
    enum Kind : std::uint8_t { kEquation, kCircle, kOverlap, kGiven } kind;
    std::uint32_t number;  // equal for claims that say the same
    bool is_line;          // whether it says that points are collinear
    Theory theory{};
    Terms target{};                       // of an equation
    CircleClaim circle{};                 // of a circle
    std::array<std::uint32_t, 2> pair{};  // of an overlap: the smaller one first
};

class Questions {
public:
    // places: by point the number of its place, one number for points that are at one place.
    explicit Questions(std::vector<std::uint32_t> places) : places_(std::move(places)) {}

    QuestionId add_equation(Theory theory, Terms target, bool is_line);
    // A predicate that is one equation, and is given: it says the same as that equation.
    QuestionId add_meant(Theory theory, const Terms& target, bool is_line);
    QuestionId add_circle(const std::vector<std::uint32_t>& on, std::optional<std::uint32_t> center);
    QuestionId add_overlap(std::uint32_t x, std::uint32_t y);
    // Any other predicate: it says the same as no other claim.
    QuestionId add_other(bool is_line);

    std::size_t size() const { return all_.size(); }
    std::size_t numbers() const { return numbers_; }
    std::size_t points() const { return places_.size(); }
    const Question& operator[](QuestionId id) const { return all_[id]; }
    std::span<const std::uint32_t> places() const { return places_; }

    // Rows that journals share.
    std::uint32_t add_row(Terms row);
    const Terms& row(std::uint32_t number) const { return rows_[number]; }
    std::size_t rows() const { return rows_.size(); }

private:
    using Key = std::vector<std::int64_t>;

    QuestionId add(Question question);
    std::uint32_t number_of(const Key& key);
    std::uint32_t number_of(Theory theory, const Terms& target);

    std::vector<std::uint32_t> places_;
    std::deque<Question> all_;  // where they are they stay: asking may add others
    std::vector<Terms> rows_;
    std::map<Key, std::uint32_t> known_;
    std::uint32_t numbers_ = 0;
};

}  // namespace porism::tracing
