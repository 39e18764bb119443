#include "tracing/circles.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace porism::tracing {

namespace {

struct Component {
    PointSet on, centers;
};

bool are_one(const PointSet& a, const PointSet& b, std::span<const std::uint32_t> places, std::vector<bool>& seen) {
    std::size_t common = 0;
    std::vector<std::uint32_t> marked;
    for (std::size_t i = 0; i < a.words().size(); ++i) {
        for (std::uint64_t rest = a.words()[i] & b.words()[i]; rest; rest &= rest - 1) {
            const std::uint32_t place = places[i * 64 + static_cast<std::size_t>(std::countr_zero(rest))];
            if (seen[place]) continue;
            seen[place] = true, ++common;
            marked.push_back(place);
        }
    }
    for (std::uint32_t place : marked) seen[place] = false;
    return common >= 3;
}

// By the number of their place in the figure, in the order in which it comes first.
std::vector<std::vector<KnownCircle>> by_place(std::span<const KnownCircle> circles) {
    std::vector<std::vector<KnownCircle>> found;
    for (const KnownCircle& c : circles) {
        auto same = std::ranges::find_if(found, [&](const auto& some) { return some[0].place == c.place; });
        if (same == found.end()) same = found.emplace(found.end());
        same->push_back(c);
    }
    return found;
}

}  // namespace

bool covers(std::span<const KnownCircle> circles, const CircleClaim& claim, std::span<const std::uint32_t> places) {
    std::vector<Component> found;
    std::vector<bool> seen(places.size());
    for (const KnownCircle& circle : circles) {
        Component whole{circle.claim->on, PointSet(places.size(), {})};
        if (circle.claim->center) whole.centers.add(*circle.claim->center);
        const auto same = [&](const Component& c) { return are_one(c.on, whole.on, places, seen); };
        for (auto other = std::ranges::find_if(found, same); other != found.end();
             other = std::ranges::find_if(found, same)) {
            whole.on.add(other->on), whole.centers.add(other->centers);
            found.erase(other);
        }
        found.push_back(std::move(whole));
    }
    return std::ranges::any_of(found, [&](const Component& c) {
        return c.on.has(claim.on) && (!claim.center || c.centers.has(*claim.center));
    });
}

std::vector<KnownCircle> possible(std::span<const KnownCircle> circles, const CircleClaim& claim,
                                  std::span<const std::uint32_t> places) {
    std::vector<KnownCircle> found;
    for (const auto& some : by_place(circles)) {
        if (covers(some, claim, places)) found.insert(found.end(), some.begin(), some.end());
    }
    return found;
}

std::optional<std::vector<KnownCircle>> covering(std::span<const KnownCircle> circles, const CircleClaim& claim,
                                                 std::span<const std::uint32_t> places) {
    std::vector<KnownCircle> usable;
    std::ranges::copy_if(circles, std::back_inserter(usable), [](const KnownCircle& c) { return !std::isinf(c.cost); });
    for (std::vector<KnownCircle>& kept : by_place(usable)) {
        if (!covers(kept, claim, places)) continue;
        std::vector<KnownCircle> dearest = kept;
        std::ranges::sort(dearest, std::greater{}, [](const KnownCircle& c) { return std::pair{c.cost, c.time}; });
        for (const KnownCircle& spare : dearest) {
            std::vector<KnownCircle> fewer;
            std::ranges::copy_if(kept, std::back_inserter(fewer),
                                 [&](const KnownCircle& c) { return c.time != spare.time; });
            if (covers(fewer, claim, places)) kept = std::move(fewer);
        }
        return kept;
    }
    return std::nullopt;
}

}  // namespace porism::tracing
