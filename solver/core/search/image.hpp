// The images of an auxiliary point under a symmetry of the statement: what B is told of and C as well.
//
// A symmetry is a permutation of the figure's points that leaves what is known of them, and the goal, as it is. It is one
// of the statement and not of its diagrams, whose triangles aren't isosceles: the image of a point is where the images of
// its loci cross. Of two places where they do, it is the one that is as this one among its own: loci are followed in the
// direction that their parents give (search/locus.hpp), which is reversed where the symmetry turns triangles over and the
// locus is at a right angle to it.
#pragma once

#include "search/trial.hpp"

namespace porism {

// image: of each point of the figure. order: how often it is done until each point is where it was, a prime. reverses: triangles
// are turned over.
struct Symmetry {
    std::vector<Point> image;
    std::size_t order;
    bool reverses;
};

// kItself: the point is its own image. kNone: there is no such place, or it is of no use.
enum class ImageKind : std::uint8_t { kItself, kOthers, kNone };

// The candidate's images, in turn, where they are others: one less than the symmetry's order.
ImageKind images_of(const Closure& closure, const Symmetry& symmetry, const Candidate& candidate, Step& images);

}  // namespace porism
