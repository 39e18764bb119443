// Traceback: from the journal of a closure to what a proof consists of.
//
// The journal says what was concluded when, not from what. To explain a claim that was entailed at time t, it is written
// as a combination of what was concluded before t (theories/combinations.cpp), or as a union of circles known before t
// (circles.cpp); the premises of each of these are explained in turn. Time strictly decreases, so the result is a
// directed acyclic graph.
//
// Arc variables of circles cancel in each combination, circle by circle: what remains of a circle's rows is one equation
// between directions, an instance of the inscribed angle theorem (solver/proof/arcs.py).
#pragma once

#include "tracing/trace.hpp"

namespace porism::tracing {

// What a traceback should prefer. used: times of entries that the proof has anyway, cheap. banned: those that it must do without.
// kept: a trace whose explanations are kept where they rest on nothing banned.
struct Guide {
    std::vector<Time> used, banned;
    const Trace* kept = nullptr;
};

// Equations that mean a goal together, and the goal in these words.
struct Meaning {
    QuestionId said;
    std::vector<QuestionId> equations;
};

// What is to be proved: a question, or one of some meanings, that which costs least.
struct Goal {
    QuestionId question;
    std::vector<Meaning> meanings;
};

// Throws Unexplained and Late.
Trace traced(std::shared_ptr<Evidence> evidence, const std::vector<Goal>& goals, const Guide& guide, Moment deadline);

}  // namespace porism::tracing
