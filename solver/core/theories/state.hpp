// The state of a closure: what is known so far, in four linear theories and a set of known circles, and the journal.
//
// Passes (passes/lines.cpp, passes/similarity.cpp, …) read candidates from the figure, ask the theories by hash and conclude through
// `assume` and `assume_circle`; nothing else changes the state. Every conclusion is checked against all diagrams before
// it is taken: a conclusion that is numerically false is refused and counted (`refused`), never journaled.
//
// Each pass remembers when it last ran (`begin_pass`) and asks of its candidates only those of which something has
// changed since (`is_fresh`); so a point that is added to a saturated state (`grow`) costs what it brings. What a
// trial of an auxiliary point may change is in `StateData`, which lists its members: numeric/rollback.hpp.
#pragma once

#include <array>
#include <chrono>
#include <initializer_list>
#include <span>
#include <stdexcept>
#include <vector>

#include "numeric/figure.hpp"
#include "tables.hpp"
#include "theories/linear_system.hpp"

namespace porism {

enum class EntryKind : std::uint8_t { kEquation, kCircle, kOverlap };

struct JournalTerm {
    Variable variable;
    std::int64_t numerator, denominator;
};

struct Entry {
    EntryKind kind;
    Rule rule;
    Theory theory;        // of an equation
    std::int32_t circle;  // tag of a known circle (rules with arcs), place of a circle entry
    std::uint32_t terms, term_count;
    std::uint32_t arguments, argument_count;
};

// What a variable stands for: a pair of points, a constant, an arc of a known circle, or the sine of an angle.
struct VariableInfo {
    enum Kind : std::uint8_t { kPair, kConstant, kArc, kSine } kind;
    std::int64_t base;              // constant: 1, or a prime; arc: tag of the circle
    std::array<Point, 3> points{};  // pair: 2; arc: 1; sine: a v b
};

// A linear equation under construction: at most 16 terms with small rational coefficients.
class Linear {
public:
    explicit Linear(Theory theory) : theory_(theory) {}
    Linear& add(Variable v, std::int64_t numerator, std::int64_t denominator = 1) {
        if (count_ == terms_.size()) throw std::length_error("equation of more than 16 terms");
        if (numerator) terms_[count_++] = {v, numerator, denominator};
        return *this;
    }
    Theory theory() const { return theory_; }
    std::span<const JournalTerm> terms() const { return {terms_.data(), count_}; }

private:
    Theory theory_;
    std::array<JournalTerm, 16> terms_;
    std::size_t count_ = 0;
};

// A circle through points that are known to be concyclic. Points are indices into the place's points.
struct KnownCircle {
    std::int32_t tag;
    std::vector<std::uint16_t> members;
    std::vector<Variable> arc;   // aligned with members: t(x)
    std::vector<Point> centers;  // known ones
    std::size_t footprint() const {
        return detail::bytes_of(members) + detail::bytes_of(arc) + detail::bytes_of(centers);
    }
};

struct Place {
    std::vector<KnownCircle> known;
    std::uint32_t stamp = 0;  // when `known` last changed
    std::size_t footprint() const { return detail::bytes_of(known); }
};

// What a pass had seen when it last began: clocks of the four theories and of the circles.
struct PassMemory {
    std::array<LinearSystem::Stamp, kTheories> theory{};
    std::uint32_t circles = 0;
};

inline constexpr std::size_t kMostPasses = 24;

inline constexpr Point kNoPoint = 0xffff;

// The variable of log p, for a prime p.
struct PrimeVariable {
    std::int64_t prime;
    Variable variable;
};

// Sines: in each numeric group of angles the classes of those known to be equal, with one angle for all, and the last angle
// that is in one.
struct SineClass {
    std::uint32_t angle;
    Variable sine;
};
struct SineGroup {
    std::vector<SineClass> classes;
    std::uint32_t last = Grouping::kNone;
    std::size_t footprint() const { return detail::bytes_of(classes); }
};
struct SineVariable {
    Variable sine;
    std::uint32_t group;
};

// How much of a figure a state has taken in.
struct Extent {
    std::size_t points = 0, pairs = 0, triples = 0, perpendiculars = 0, transversals = 0;
    // How many items have joined a group, and groups of sines.
    std::size_t similar = 0, proportional = 0, sines = 0, powers = 0, sine_groups = 0;
    // What is of the state itself: classes of sines, and the clock of the circles.
    std::size_t sine_classes = 0;
    std::uint32_t circle_clock = 0;
};

// What a state knows, and what a trial takes back.
struct StateData {
    std::array<LinearSystem, kTheories> systems_;
    std::array<Grown<VariableInfo>, kTheories> infos_;
    std::array<std::vector<Grown<double>>, kTheories> values_;  // [theory][diagram][variable]
    Noted<Place> places_;
    std::vector<Point> representative_;
    std::vector<PrimeVariable> primes_;
    std::int32_t next_tag_ = 0;
    std::size_t refused_ = 0;
    Extent before_, now_;  // without the newest points, and with them
    std::uint32_t circle_clock_ = 0;
    std::array<PassMemory, kMostPasses> memory_{};
    Grown<Entry> journal_;
    Grown<JournalTerm> journal_terms_;
    Grown<std::int64_t> journal_arguments_;

    // Marks for passes whose candidates conclude at most once; by how many points each triple has been gone through for
    // Stewart's theorem; how many sine laws are done.
    std::vector<std::uint8_t> perpendicular_done, transversals_done;
    std::vector<Point> stewart_done;
    std::size_t sine_laws_done = 0;

    Noted<SineGroup> sine_groups;
    Noted<std::uint32_t> sine_of;       // by angle: its class in its group
    Grown<SineVariable> group_of_sine;  // as they came

    template <typename Data>
    static auto list(Data& d) {
        return std::tie(d.systems_, d.infos_, d.values_, d.places_, d.representative_, d.primes_, d.next_tag_,
                        d.refused_, d.before_, d.now_, d.circle_clock_, d.memory_, d.journal_, d.journal_terms_,
                        d.journal_arguments_, d.perpendicular_done, d.transversals_done, d.stewart_done,
                        d.sine_laws_done, d.sine_groups, d.sine_of, d.group_of_sine);
    }

    auto members() { return list(*this); }
    auto members() const { return list(*this); }
};

using Arguments = std::initializer_list<std::int64_t>;

class State : StateData {
public:
    using StateData::group_of_sine;
    using StateData::perpendicular_done;
    using StateData::sine_groups;
    using StateData::sine_laws_done;
    using StateData::sine_of;
    using StateData::stewart_done;
    using StateData::transversals_done;

    explicit State(const Figure& figure);
    // The same state over a copy of its figure.
    State(const State& other, const Figure& figure) : State(other) { figure_ = &figure; }
    State& operator=(const State&) = delete;

    const Figure& figure() const { return *figure_; }
    // Bytes held, but for the figure.
    std::size_t footprint() const;

    // Takes in the points that the figure has gained.
    void grow();
    // Begins a trial, which rollback(base) takes back, where `base` is a state equal to this one now. See `Savepoint`.
    void mark() { porism::mark<StateData>(*this); }
    void rollback(const State& base) { take_back<StateData>(*this, base); }
    // Adds what other states over the same points have found (`LinearSystem::news`), without a journal entry: what is
    // proved in the end is closed again from scratch. Returns how many of the equations were new here.
    std::size_t absorb(const State& other);

    // Whether anything has changed in these theories (bits; bit kCircleBit: known circles) since the pass last began.
    static constexpr unsigned kCircleBit = 1u << kTheories;
    bool begin_pass(std::size_t pass, unsigned theories);
    bool is_fresh(Theory t, Variable v) const {
        return systems_[static_cast<std::size_t>(t)].stamp(v) > seen_.theory[static_cast<std::size_t>(t)];
    }
    bool is_fresh_in_shape(PairId p) const { return is_fresh(Theory::kDirection, p) || is_fresh(Theory::kLog, p); }
    // Whether something older than the newest points may have changed in one of these theories since the running pass last
    // began. Mostly nothing has, and the pass needn't look at what was there `before` the newest points.
    bool is_older_fresh(unsigned theories) const;
    const Extent& before() const { return before_; }
    bool has_new(std::span<const Point> points) const;  // one of the newest points; they are in order
    bool is_fresh_place(std::size_t place) const { return places_[place].stamp > seen_.circles; }
    LinearSystem& system(Theory t) { return systems_[static_cast<std::size_t>(t)]; }
    const LinearSystem& system(Theory t) const { return systems_[static_cast<std::size_t>(t)]; }
    field::Element hash(Theory t, Variable v) const { return system(t).hash(v); }
    field::Element direction(PairId p) const { return systems_[0].hash(p); }
    field::Element log(PairId p) const { return systems_[1].hash(p); }
    field::Element length(PairId p) const { return systems_[2].hash(p); }
    field::Element square(PairId p) const { return systems_[3].hash(p); }
    field::Element one() const { return one_hash_; }  // of the number 1 in DIRECTION
    field::Element turns(std::int64_t count) const { return field::multiply(field::from_integer(count), one_hash_); }
    Variable one_variable() const { return one_; }
    Variable prime(std::int64_t p);  // log p
    // log(numerator/denominator) as an element; both must factor into small primes
    field::Element log_of(Ratio r);

    bool is_entailed(const Linear& equation) const;
    // Completes a DIRECTION equation with the integer that the reference diagram gives.
    void lift(Linear& equation) const;
    // Adds the equation and journals it, known or not: a fact that is no news to the theory may still give the shortest
    // explanation of another. Passes therefore conclude each thing once. Returns whether it was news.
    bool assume(const Linear& equation, Rule rule, std::span<const std::int64_t> arguments, std::int32_t circle = -1);
    bool assume(const Linear& equation, Rule rule, Arguments arguments, std::int32_t circle = -1) {
        return assume(equation, rule, std::span(arguments.begin(), arguments.size()), circle);
    }

    const std::vector<Place>& places() const { return places_.items(); }
    // Points (indices into the place) are concyclic, with the center if it isn't kNoPoint; merges with what is known.
    bool assume_circle(std::size_t place, std::span<const std::uint16_t> points, Point center, Rule rule,
                       std::span<const std::int64_t> arguments);
    bool are_known_concyclic(std::size_t place, std::span<const std::uint16_t> points) const;
    bool is_known_center(std::size_t place, const KnownCircle& circle, Point center) const;

    bool are_known_equal(Point x, Point y) const { return representative_[x] == representative_[y]; }
    bool assume_overlap(Point x, Point y, Rule rule, std::span<const std::int64_t> arguments);

    Variable add_sine(Point a, Point v, Point b);

    double value(std::size_t k, Theory t, Variable v) const { return values_[static_cast<std::size_t>(t)][k][v]; }
    const std::vector<Entry>& journal() const { return journal_.items(); }
    std::span<const JournalTerm> terms_of(const Entry& e) const {
        return {journal_terms_.data() + e.terms, e.term_count};
    }
    std::span<const std::int64_t> arguments_of(const Entry& e) const {
        return {journal_arguments_.data() + e.arguments, e.argument_count};
    }
    const VariableInfo& info(Theory t, Variable v) const { return infos_[static_cast<std::size_t>(t)][v]; }
    std::size_t refused() const { return refused_; }

    void set_deadline(std::chrono::steady_clock::time_point t) { deadline_ = t; }
    bool out_of_time() const { return std::chrono::steady_clock::now() > deadline_; }

private:
    State(const State&) = default;
    Variable add_variable(Theory t, VariableInfo info, std::span<const double> values, bool fixed);
    Variable add_arc(std::size_t place, std::uint16_t index, std::int32_t tag);
    bool holds(const Linear& equation) const;
    void write(EntryKind kind, Rule rule, Theory theory, std::int32_t circle, std::span<const JournalTerm> terms,
               std::span<const std::int64_t> arguments);
    void connect(std::size_t place, KnownCircle& circle, std::size_t first_new);
    bool share_three(std::size_t place, std::span<const std::uint16_t> a, std::span<const std::uint16_t> b) const;
    void center_known(std::size_t place, KnownCircle& circle, Point center, std::size_t first_new);

    const Figure* figure_;
    Variable one_;
    field::Element one_hash_;
    PassMemory seen_{};                // of the running pass
    std::vector<Term> equation_;       // scratch
    std::vector<double> sine_values_;  // scratch
    std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::time_point::max();
};

}  // namespace porism
