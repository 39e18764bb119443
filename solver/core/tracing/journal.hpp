// A journal made ready for many tracebacks: what doesn't change from one to the next is found out once.
//
// A traceback chooses how each question (a claim, entailed before some time) is answered: by entries of a theory that add
// up to it, or by circles that are one. What such an answer consists of depends on nothing else, so it is kept: the
// conclusions that it takes and, circle by circle, the equations that its arcs come to (`Piece`).
#pragma once

#include <array>
#include <limits>
#include <memory>
#include <unordered_map>

#include "theories/state.hpp"
#include "tracing/questions.hpp"

namespace porism::tracing {

// The place of an entry in its journal.
using Time = std::uint32_t;
inline constexpr Time kNever = std::numeric_limits<Time>::max();

// A conclusion. application: number of the points to which a step applies the rule. number: of an equation, among its theory's.
struct Entry {
    EntryKind kind;
    Rules::Kind rule;
    std::uint32_t application;
    Theory theory{};
    std::uint32_t number = 0;
    std::uint32_t row = 0;
    std::uint32_t place = 0;  // of a circle: its number in the figure
    CircleClaim circle{};
};

struct Asked {
    QuestionId question;
    Time time;  // before which it is entailed
};

// What a combination takes from one circle: the equation of one step by a rule from other claims. number: by which its source knows it.
struct Piece {
    QuestionId said;
    Rules::Kind rule;
    std::uint32_t application;
    std::uint32_t number;
    std::vector<Asked> rests_on;
};

using Factors = std::vector<Coefficient>;  // by the number of the entry in its theory

// An equation as a combination. used: the times of its entries.
struct Answer {
    Factors factors;
    std::vector<Time> used;
    std::vector<Piece> pieces;
};

// Who knows the claims in words. Times are those of entries.
class Source {
public:
    virtual ~Source() = default;
    // What an entry was concluded from, without what says nothing.
    virtual std::vector<QuestionId> premises(Time time) = 0;
    // What an entry without arcs says.
    virtual QuestionId claim(Time time) = 0;
    // The similarity from which an entry's equation follows.
    virtual QuestionId similar(Time time) = 0;
    // The rows of circles in a combination of directions, whose arcs cancel, as equations; nothing if one can't be explained.
    virtual std::optional<std::vector<Piece>> pieces(Time time, const Factors& factors) = 0;
    // The exact combination of some rows of a theory that is the question, if there is one.
    virtual std::optional<Factors> exact(QuestionId question, const std::vector<std::uint32_t>& rows) = 0;
};

class Journal {
public:
    Journal(std::shared_ptr<const Questions> questions, Source& source)
        : questions_(std::move(questions)), source_(source) {}

    // The entries, in order of time.
    void add_equation(Rules::Kind rule, std::uint32_t application, Theory theory, std::uint32_t row);
    void add_circle(Rules::Kind rule, std::uint32_t application, std::uint32_t place, CircleClaim circle);
    void add_overlap(Rules::Kind rule, std::uint32_t application, std::uint32_t x, std::uint32_t y);

    const Questions& questions() const { return *questions_; }
    Time end() const { return static_cast<Time>(entries_.size()); }
    const Entry& operator[](Time time) const { return entries_[time]; }
    // The times of a theory's equations, of circles.
    const std::vector<Time>& equations(Theory theory) const { return equations_[index(theory)]; }
    const std::vector<Time>& circles() const { return circles_; }
    std::optional<Time> overlap(const std::array<std::uint32_t, 2>& pair) const;
    // How many equations of a theory are concluded before a time.
    std::size_t before(Theory theory, Time time) const;

    // What is asked of the source once.
    const std::vector<QuestionId>& premises(Time time);
    QuestionId claim(Time time);
    QuestionId similar(Time time);

    // Coefficients of the first costs.size() entries of a theory with small total cost; those of infinite cost don't take part.
    std::optional<Factors> combine(QuestionId question, std::span<const double> costs);
    // How many of a theory's entries it takes until they make an equation; nothing if all of them don't.
    std::optional<std::size_t> first_entailing(Theory theory, const Terms& target);
    // What a combination consists of; nothing where it can't be explained.
    const Answer* answer(QuestionId question, Time time, const Factors& factors);
    // The circles known before a time that may make up the one asked for; their costs aren't set.
    const std::vector<KnownCircle>& circles_through(QuestionId question, Time time);

private:
    static std::size_t index(Theory theory) { return static_cast<std::size_t>(theory); }
    const Combinations& combinations(Theory theory);

    std::shared_ptr<const Questions> questions_;
    Source& source_;
    std::vector<Entry> entries_;
    std::array<std::vector<Time>, kTheories> equations_;
    std::vector<Time> circles_;
    std::map<std::array<std::uint32_t, 2>, Time> overlaps_;
    std::array<std::unique_ptr<Combinations>, kTheories> combinations_;
    std::unordered_map<QuestionId, Target> targets_;
    std::unordered_map<Time, std::vector<QuestionId>> premises_;
    std::unordered_map<Time, QuestionId> claims_, similar_;
    std::map<std::vector<std::int64_t>, std::unique_ptr<const Answer>> answers_;
    std::map<std::pair<QuestionId, Time>, std::vector<KnownCircle>> circles_through_;
};

}  // namespace porism::tracing
