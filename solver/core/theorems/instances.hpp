// Theorems of the library at work: their instances in a figure, each of which fires once its premises are known.
//
// Instances are found numerically, once, by a join (theorems/join.hpp). Then a premise is asked for by hash, each round
// the first one that wasn't known before ("watched", as in SAT solvers: Moskewicz et al., "Chaff", DAC 2001).
#pragma once

#include <memory>

#include "theorems/pattern.hpp"

namespace porism {

class TheoremInstances {
public:
    explicit TheoremInstances(std::shared_ptr<const TheoremLibrary> library = nullptr) : library_(std::move(library)) {}

    // Finds the instances with a point from `first_new` on; 0: all.
    void extend(const Figure& figure, Point first_new);

    // Fires the instances whose premises have become known. Returns whether anything was news.
    bool fire(State& state);

    // Those that have not fired: the theorem and its points.
    std::vector<std::pair<std::size_t, std::vector<Point>>> waiting() const;

    // How many instances were found so far, and how many partial ones were tried for each theorem.
    std::size_t found() const { return found_; }
    const std::vector<std::size_t>& tried() const { return tried_; }

private:
    struct Instance {
        std::uint16_t theorem;
        std::uint16_t known;   // this many premises
        std::uint32_t points;  // into points_
    };

    bool conclude(State& state, const Instance& instance) const;

    std::shared_ptr<const TheoremLibrary> library_;
    std::vector<Instance> waiting_;
    std::vector<Point> points_;
    std::size_t found_ = 0;
    std::vector<std::size_t> tried_;
};

}  // namespace porism
