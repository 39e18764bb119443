// A node of the search: a closed state, its candidates, and what each of them would bring.
//
// A trial adds a candidate's point to a copy of the closure (its images, too, where the statement is symmetric:
// see search/image.hpp), runs to a fixed point, notes what came of it and rolls
// back. Trials are independent: they are shared out among threads, each with its own copy, and the results do not
// depend on how many there are.
#pragma once

#include "search/candidates.hpp"

namespace porism {

struct Trial {
    bool done = false;  // false: time ran out first
    bool proved = false;
    // Independent new facts about the old points, in each theory; and how many are about the statement's points alone.
    std::array<std::uint16_t, kTheories> news{};
    std::uint16_t statement_news = 0;
    // Numeric relations through the new point: lines, circles, right angles, similar triangles, equal lengths.
    std::array<std::uint16_t, 5> relations{};
    std::uint32_t facts = 0;  // journal entries
};

// Candidates that are tried together.
using Step = std::vector<Candidate>;

// Adds the candidate's point and what is said of it.
void add_point(Closure& closure, const Candidate& candidate);

class Node {
public:
    // Takes over a closure that has been run. salient: see search/candidates.hpp.
    Node(std::unique_ptr<Closure> closure, std::vector<std::array<Point, 2>> salient);

    using Deadline = std::chrono::steady_clock::time_point;

    // Candidates of the stages up to `last`, all of them or those with a parent of number ≥ fresh_from. Nothing where the
    // deadline passes first.
    std::optional<Candidates> find(int last, Point fresh_from, Deadline deadline) const {
        return find_candidates(*closure_, salient_, last, fresh_from, deadline);
    }
    const Closure& closure() const { return *closure_; }

    // Tries these steps, each a candidate, or one with its images, with this number of threads, until the deadline.
    std::vector<Trial> evaluate(std::span<const Step> steps, std::size_t threads, Deadline deadline);
    // Gives back the copies on which the threads tried: with several threads they are most of a node's memory.
    void rest() { copies_.clear(); }
    // Bytes that the node holds.
    std::size_t footprint() const;

    // Takes over what the node with these candidates' points knows about this one's points, and closes under it: facts
    // proved with auxiliary points hold without them. Returns how many were news. (For the root of a search.)
    std::size_t absorb(std::span<const Candidate> added, Deadline deadline);

    // The node with these candidates' points added for good, one after the other.
    std::unique_ptr<Node> extended(std::span<const Candidate> added, Deadline deadline) const;

private:
    std::unique_ptr<Closure> closure_;
    std::vector<std::array<Point, 2>> salient_;
    std::vector<std::unique_ptr<Closure>> copies_;  // of the closure, one for each thread of trials
};

}  // namespace porism
