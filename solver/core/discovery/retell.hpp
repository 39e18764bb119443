// Discovers theorems that need auxiliary points: a figure told from other ends.
//
// In a random construction nearly all that is true follows at once: whoever constructs a figure knows it. Problems are
// hard where the figure is told from another end. So: of a closed figure, all loci on which each point is known to lie;
// an order of the points in which each lies on two such loci of earlier ones, where there are two (a telling); and the
// closure of a telling's first points alone. What the figure's closure knows about these and the telling's doesn't is a
// goal, and where an auxiliary point proves it, a theorem that needs one. Where none does, a point that brings news is added
// and a second one looked for that builds on it. (The points of the figure that a statement leaves out hardly ever prove what
// no single candidate does: 0 of some 2,000 cases.)
//
// A telling that leaves as much freedom as the figure had describes the same family of figures, since its loci cross
// transversally; one that leaves more is dropped: its goals would be false elsewhere.
#pragma once

#include "discovery/fact.hpp"
#include "search/trial.hpp"

namespace porism {

struct Discovery {
    Telling statement;
    Fact goal;
    std::vector<Candidate> added;         // one or two, in the coordinates of the statement's own figure
    std::vector<Candidate> alternatives;  // other points that do as well as the one
    std::size_t places = 0, proving = 0;  // one-point candidates tried, by place, and those that prove the goal
};

struct RetellOptions {
    std::size_t tellings;     // how many are tried
    std::size_t patience;     // of these, before a figure that loses nothing is given up
    std::size_t enough;       // theorems after which the figure is left
    std::size_t least, most;  // points of a statement
    std::size_t goals;        // most goals of one telling, of each kind
    int last_stage;           // of candidates
    std::size_t
        firsts;  // points of a telling on which a second one is tried, those with most news; 0: no theorem takes two
};

struct RetellCounts {
    std::size_t tellings = 0, closures = 0, lossy = 0, goals = 0, trials = 0;
};

std::vector<Discovery> retell(const Closure& figure, const RetellOptions& options, std::uint64_t seed,
                              std::shared_ptr<const TheoremLibrary> library, RetellCounts& counts);

}  // namespace porism
