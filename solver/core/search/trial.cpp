#include "search/trial.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

#include "numeric/footprint.hpp"

namespace porism {

void add_point(Closure& closure, const Candidate& candidate) {
    const auto x = static_cast<Point>(closure.figure().size());
    closure.add_point({candidate.at.data(), closure.figure().diagrams()});
    assume_on(closure, candidate.first, x, -1);
    assume_on(closure, candidate.second, x, -1);
}

namespace {

// Adds the points of all together.
void add_points(Closure& closure, const Step& step) {
    std::vector<std::span<const Vec>> places;
    for (const Candidate& c : step) places.push_back({c.at.data(), closure.figure().diagrams()});
    auto x = static_cast<Point>(closure.figure().size());
    closure.add_points(places);
    for (const Candidate& c : step) {
        assume_on(closure, c.first, x, -1);
        assume_on(closure, c.second, x++, -1);
    }
}

Trial try_out(Closure& own, const Closure& base, const Step& step) {
    Trial trial;
    const Figure& f = own.figure();
    const std::size_t facts = own.state().journal().size();
    const Savepoint savepoint(own, base);
    add_points(own, step);
    const Outcome outcome = own.run();
    trial.done = outcome != Outcome::kTimeout;
    trial.proved = outcome == Outcome::kProved;
    for (std::size_t t = 0; t < kTheories; ++t)
        trial.news[t] = static_cast<std::uint16_t>(own.state().system(static_cast<Theory>(t)).old_news());
    for (std::size_t t = 0; t < kTheories; ++t) {
        const auto theory = static_cast<Theory>(t);
        trial.statement_news += static_cast<std::uint16_t>(own.state().system(theory).news().size() -
                                                           base.state().system(theory).news().size());
    }
    const Figure& old = base.figure();
    trial.relations = {
        static_cast<std::uint16_t>(f.triples().size() - old.triples().size()),
        static_cast<std::uint16_t>(f.circles().size() - old.circles().size()),
        static_cast<std::uint16_t>(f.perpendiculars().size() - old.perpendiculars().size()),
        static_cast<std::uint16_t>(f.similar().groups() - old.similar().groups()),
        static_cast<std::uint16_t>(f.equal_sines().groups() - old.equal_sines().groups()),
    };
    trial.facts = static_cast<std::uint32_t>(own.state().journal().size() - facts);
    return trial;
}

}  // namespace

Node::Node(std::unique_ptr<Closure> closure, std::vector<std::array<Point, 2>> salient)
    : closure_(std::move(closure)), salient_(std::move(salient)) {
    closure_->settle();
}

std::size_t Node::footprint() const {
    std::size_t bytes = sizeof *this + detail::bytes_of(salient_) + closure_->footprint();
    for (const auto& copy : copies_) bytes += copy->footprint();
    return bytes;
}

std::vector<Trial> Node::evaluate(std::span<const Step> steps, std::size_t threads, Deadline deadline) {
    constexpr std::size_t kBatch = 16;
    std::vector<Trial> trials(steps.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&](Closure& own) {
        own.state().set_deadline(deadline);
        for (;;) {
            const std::size_t begin = next.fetch_add(kBatch);
            if (begin >= steps.size() || own.state().out_of_time()) return;
            for (std::size_t i = begin; i < std::min(begin + kBatch, steps.size()); ++i)
                trials[i] = try_out(own, *closure_, steps[i]);
        }
    };
    const std::size_t wanted = std::clamp<std::size_t>((steps.size() + kBatch - 1) / kBatch, 1, threads);
    while (copies_.size() < wanted) copies_.push_back(std::make_unique<Closure>(*closure_));
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(work, std::ref(*copies_[i]));
    work(*copies_[0]);
    for (auto& t : others) t.join();
    return trials;
}

std::size_t Node::absorb(std::span<const Candidate> added, Deadline deadline) {
    const auto other = extended(added, deadline);
    const std::size_t count = closure_->state().absorb(other->closure().state());
    if (count > 0) {
        closure_->state().set_deadline(deadline);
        closure_->run();
        copies_.clear();
    }
    return count;
}

std::unique_ptr<Node> Node::extended(std::span<const Candidate> added, Deadline deadline) const {
    auto closure = std::make_unique<Closure>(*closure_);
    closure->state().set_deadline(deadline);
    auto salient = salient_;
    for (const Candidate& candidate : added) {
        const auto x = static_cast<Point>(closure->figure().size());
        add_point(*closure, candidate);
        for (Point a = 0; a < x; ++a) salient.push_back({a, x});
    }
    closure->run();
    return std::make_unique<Node>(std::move(closure), std::move(salient));
}

}  // namespace porism
