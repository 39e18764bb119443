#include "search/image.hpp"

#include "numeric/figure_detail.hpp"

namespace porism {

namespace {

// Places as accurate as the crossing of two loci.
constexpr double kSame = 1e-6;

Locus image_of(const Symmetry& symmetry, const Locus& locus) {
    Locus image = locus;
    for (std::size_t i = 0; i < locus.parent_count(); ++i) image.parents[i] = symmetry.image[locus.parents[i]];
    return image;
}

double gap(Vec a, Vec b) { return detail::norm(a.x - b.x, a.y - b.y); }

// Whether the two places where these loci cross come in the other order under a symmetry that turns triangles over.
bool is_turned(const Locus& first, const Locus& second) {
    if (!first.is_line() && !second.is_line()) return true;
    const auto kind = first.is_line() ? first.kind : second.kind;
    return kind == Locus::kPerpendicular || kind == Locus::kBisector || kind == Locus::kOuterBisector;
}

// Where the loci cross in a diagram: how often, and which of the places is the given one.
struct Crossing {
    std::array<Vec, 2> at;
    std::size_t count = 0;

    Crossing(const Figure& figure, std::size_t diagram, const Locus& first, const Locus& second) {
        Curve u, v;
        if (trace(figure, diagram, first, u) && trace(figure, diagram, second, v)) count = cross(u, v, at);
    }
    std::size_t nearest(Vec place) const { return count == 2 && gap(at[1], place) < gap(at[0], place) ? 1 : 0; }
};

// A point of the figure at this place.
Point point_at(const Figure& figure, std::size_t diagram, Vec place) {
    for (Point p = 0; p < figure.size(); ++p) {
        if (gap(figure.at(diagram, p), place) < kSame) return p;
    }
    return kNoPoint;
}

// Which of the image's places is that of place number `which`: told by a point of the figure at one of them, or by the order.
std::size_t corresponding(const Figure& figure, std::size_t diagram, const Symmetry& symmetry, const Crossing& own,
                          const Crossing& images, std::size_t which, bool turned) {
    if (own.count < 2) return 0;
    for (const std::size_t i : {which, 1 - which}) {
        const Point p = point_at(figure, diagram, own.at[i]);
        if (p == kNoPoint) continue;
        const std::size_t there = images.nearest(figure.at(diagram, symmetry.image[p]));
        return i == which ? there : 1 - there;
    }
    return symmetry.reverses && turned ? 1 - which : which;
}

bool is_apart(const Candidate& one, const Candidate& other, std::size_t diagrams) {
    for (std::size_t k = 0; k < diagrams; ++k) {
        if (gap(one.at[k], other.at[k]) < kLeastGap) return false;
    }
    return true;
}

// The next image; kNone where the loci of the image don't cross as often.
ImageKind image_of(const Closure& closure, const Symmetry& symmetry, const Candidate& candidate, Candidate& image) {
    const Figure& figure = closure.figure();
    image = candidate;
    image.first = image_of(symmetry, candidate.first);
    image.second = image_of(symmetry, candidate.second);
    bool is_itself = true;
    for (std::size_t k = 0; k < figure.diagrams(); ++k) {
        const Crossing own(figure, k, candidate.first, candidate.second);
        const Crossing images(figure, k, image.first, image.second);
        if (own.count == 0 || images.count != own.count) return ImageKind::kNone;
        const std::size_t which = own.nearest(candidate.at[k]);
        image.at[k] = images.at[corresponding(figure, k, symmetry, own, images, which,
                                              is_turned(candidate.first, candidate.second))];
        is_itself &= gap(image.at[k], candidate.at[k]) < kSame;
    }
    if (is_itself) return ImageKind::kItself;
    return is_usable(closure, image) ? ImageKind::kOthers : ImageKind::kNone;
}

}  // namespace

ImageKind images_of(const Closure& closure, const Symmetry& symmetry, const Candidate& candidate, Step& images) {
    const std::size_t diagrams = closure.figure().diagrams();
    images.assign(symmetry.order - 1, candidate);
    for (std::size_t i = 0; i < images.size(); ++i) {
        const ImageKind kind = image_of(closure, symmetry, i == 0 ? candidate : images[i - 1], images[i]);
        // The order is prime: all are where the candidate is, or none.
        if (kind != ImageKind::kOthers) return i == 0 ? kind : ImageKind::kNone;
        if (!is_apart(images[i], candidate, diagrams) || (i > 0 && !is_apart(images[i], images[0], diagrams)))
            return ImageKind::kNone;
    }
    return ImageKind::kOthers;
}

}  // namespace porism
