// Similar triangles. The figure's classes hold the triangles that look similar, each in canonical vertex order with its
// interior angles as ordinary numbers (sign and lift from the diagram), so that a mirrored member differs by its sign
// alone and an isosceles triangle is a member twice. Two members are similar once two independent parts of their shape
// agree: two angles; two ratios; an angle and the ratio of its sides; or an angle and the ratio of two sides of which
// the one opposite the angle is the longer. The numeric class rules out the wrong branch of the last.
//
// Members with equal hashes are one shape; only groups with a member that has changed are looked at.
#include "passes/passes.hpp"

namespace porism {

using field::Element;

namespace {

struct Shape {
    std::uint32_t member;
    std::array<Element, 3> angle;  // at p, q, r
    std::array<Element, 3> ratio;  // pq : rp (at p), pq : qr (at q), rp : qr (at r)
};

Shape shape_of(const State& s, std::uint32_t index) {
    const TriangleMember m = s.figure().triangle(index);
    const Element pq = s.direction(m.pq), qr = s.direction(m.qr), rp = s.direction(m.rp);
    std::array<Element, 3> angle = {field::subtract(rp, pq), field::subtract(pq, qr), field::subtract(qr, rp)};
    for (int v = 0; v < 3; ++v) {
        if (m.sign < 0) angle[v] = field::negate(angle[v]);
        if (m.lift[v]) angle[v] = field::add(angle[v], s.turns(m.lift[v]));
    }
    const Element lpq = s.log(m.pq), lqr = s.log(m.qr), lrp = s.log(m.rp);
    return {index, angle, {field::subtract(lpq, lrp), field::subtract(lpq, lqr), field::subtract(lrp, lqr)}};
}

// The reason for the similarity, with the vertices in the order that its rule names; false if there is none.
struct Reason {
    Rule rule;
    std::array<int, 3> order;
};

bool find_reason(const Shape& x, const Shape& y, bool rp_longer, bool pq_longer, Reason& reason) {
    const bool p = x.angle[0] == y.angle[0], q = x.angle[1] == y.angle[1], r = x.angle[2] == y.angle[2];
    if (p && q) return reason = {Rule::kSimilarAa, {0, 1, 2}}, true;
    if (p && r) return reason = {Rule::kSimilarAa, {0, 2, 1}}, true;
    if (q && r) return reason = {Rule::kSimilarAa, {1, 2, 0}}, true;
    const bool at_p = x.ratio[0] == y.ratio[0], at_q = x.ratio[1] == y.ratio[1], at_r = x.ratio[2] == y.ratio[2];
    if (at_p + at_q + at_r >= 2) return reason = {Rule::kSimilarSss, {0, 1, 2}}, true;
    if (p && at_p) return reason = {Rule::kSimilarSas, {0, 1, 2}}, true;
    if (q && at_q) return reason = {Rule::kSimilarSas, {1, 2, 0}}, true;
    if (r && at_r) return reason = {Rule::kSimilarSas, {2, 0, 1}}, true;
    // Side-side-angle a b c: the angle at a, sides ab and bc with bc the longer.
    if (r && at_p && pq_longer) return reason = {Rule::kSimilarSsa, {2, 0, 1}}, true;  // rp, then pq
    if (r && at_q && pq_longer) return reason = {Rule::kSimilarSsa, {2, 1, 0}}, true;  // rq, then qp
    if (q && at_r && rp_longer) return reason = {Rule::kSimilarSsa, {1, 2, 0}}, true;  // qr, then rp
    return false;
}

bool conclude(State& s, const TriangleMember& x, const TriangleMember& y, const Reason& reason) {
    const auto& [i, j, k] = reason.order;
    const std::int64_t a = x.vertex[i], b = x.vertex[j], c = x.vertex[k], d = y.vertex[i], e = y.vertex[j],
                       f = y.vertex[k];
    bool any = false;
    const auto angle = [&](PairId to, PairId from, PairId other_to, PairId other_from) {
        Linear equation(Theory::kDirection);
        equation.add(to, x.sign).add(from, -x.sign).add(other_to, -y.sign).add(other_from, y.sign);
        s.lift(equation);
        any |= s.assume(equation, reason.rule, {a, b, c, d, e, f});
    };
    const auto ratio = [&](PairId first, PairId second, PairId other_first, PairId other_second) {
        Linear equation(Theory::kLog);
        equation.add(first, 1).add(second, -1).add(other_first, -1).add(other_second, 1);
        any |= s.assume(equation, reason.rule, {a, b, c, d, e, f});
    };
    angle(x.rp, x.pq, y.rp, y.pq);
    angle(x.pq, x.qr, y.pq, y.qr);
    ratio(x.pq, x.qr, y.pq, y.qr);
    ratio(x.pq, x.rp, y.pq, y.rp);
    return any;
}

}  // namespace

bool find_similar_triangles(State& s) {
    const Figure& f = s.figure();
    const Grouping& similar = f.similar();
    std::vector<Shape> shapes;
    bool any = false;
    const auto visit = [&](std::uint32_t g) {
        bool fresh = false;
        for (std::uint32_t i = similar.first(g); i != Grouping::kNone && !fresh; i = similar.next(i)) {
            const auto [p, q, r] = f.corners(i);
            fresh = s.is_fresh_in_shape(f.pair(p, q)) || s.is_fresh_in_shape(f.pair(q, r)) ||
                    s.is_fresh_in_shape(f.pair(r, p));
        }
        if (!fresh) return;
        shapes.clear();
        for (std::uint32_t i = similar.first(g); i != Grouping::kNone; i = similar.next(i)) {
            const Shape shape = shape_of(s, i);
            bool known = false;
            for (const Shape& other : shapes) known |= shape.angle == other.angle && shape.ratio == other.ratio;
            if (!known) shapes.push_back(shape);
        }
        const TriangleMember head = f.triangle(similar.first(g));
        const bool rp_longer = f.longer(head.rp, head.qr), pq_longer = f.longer(head.pq, head.rp);
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            for (std::size_t j = i + 1; j < shapes.size(); ++j) {
                Reason reason;
                if (!find_reason(shapes[i], shapes[j], rp_longer, pq_longer, reason)) continue;
                if (conclude(s, f.triangle(shapes[i].member), f.triangle(shapes[j].member), reason)) any = true;
                shapes[j] = shapes.back();
                shapes.pop_back();
                --j;
            }
        }
    };
    for_some(s, reads::kDirections | reads::kLogs, joined_groups(similar, s.before().similar), similar.groups(), visit);
    return any;
}

}  // namespace porism
