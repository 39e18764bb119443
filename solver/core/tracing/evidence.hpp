// A journal with what its entries cost in an explanation.
#pragma once

#include <chrono>
#include <functional>

#include "tracing/journal.hpp"

namespace porism::tracing {

using Moment = std::chrono::steady_clock::time_point;

// The time limit ran out.
struct Late {};

// The exact traceback can't follow the closure: a coincidence modulo the core's prime, or a defect.
struct Unexplained {
    QuestionId question;
};

class Evidence {
public:
    // Later conclusions cost more, since they rest on more. light: the times of entries that a reader hardly notices.
    Evidence(std::shared_ptr<Journal> journal, std::span<const Time> light);
    // Entries cost about as many steps as a proof of each takes, all that it rests on included. Throws Late.
    Evidence(std::shared_ptr<Journal> journal, Moment deadline);

    Journal& journal() const { return *journal_; }
    double cost(Time time) const { return costs_[time]; }
    // By number in the theory.
    const std::vector<double>& costs(Theory theory) const { return by_theory_[static_cast<std::size_t>(theory)]; }

    // The equation as a combination of small total cost of the first costs.size() entries of its theory. Throws Unexplained.
    const Answer& explained(QuestionId question, Time time, std::span<const double> costs);
    // Few and cheap circles known before a time that make up the circle asked for. Nothing if they don't.
    std::optional<std::vector<KnownCircle>> circles_of(QuestionId question, Time time,
                                                       const std::function<double(Time)>& cost);

    // How much was done so far, in explanations taken over; a linear program counts for four.
    std::size_t work = 0;

private:
    class Estimate;
    using Hash = std::array<std::uint64_t, 2>;

    void set_costs(std::vector<double> costs);

    std::shared_ptr<Journal> journal_;
    std::vector<double> costs_;
    std::array<std::vector<double>, kTheories> by_theory_;
    std::map<std::tuple<QuestionId, Time, Hash>, const Answer*> explained_;
};

}  // namespace porism::tracing
