// Explaining that points are concyclic: known circles that share three points are one circle.
//
// Three points are three places: two names of one place count once, here as for the checker. Circles may be merged in any
// shape, two unions as well as a circle and a union.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace porism::tracing {

class PointSet {
public:
    PointSet() = default;
    PointSet(std::size_t points, std::span<const std::uint32_t> members) : words_((points + 63) / 64) {
        for (std::uint32_t p : members) add(p);
    }
    void add(std::uint32_t p) { words_[p / 64] |= std::uint64_t{1} << p % 64; }
    void add(const PointSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    }
    bool has(std::uint32_t p) const { return words_[p / 64] >> p % 64 & 1; }
    bool has(const PointSet& other) const {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (other.words_[i] & ~words_[i]) return false;
        }
        return true;
    }
    std::span<const std::uint64_t> words() const { return words_; }

private:
    std::vector<std::uint64_t> words_;
};

// That points are on one circle, about a point if there is one.
struct CircleClaim {
    PointSet on;
    std::optional<std::uint32_t> center;
};

// A circle that is known: its claim, the number of the circle in the figure, what it costs.
struct KnownCircle {
    const CircleClaim* claim;
    std::uint32_t place;
    std::uint32_t time;
    double cost;
};

// places: by point the number of its place. Whether merging circles that share three places gives one that the claim is about.
bool covers(std::span<const KnownCircle> circles, const CircleClaim& claim, std::span<const std::uint32_t> places);

// Those among which there may be some that make up the claim's circle.
std::vector<KnownCircle> possible(std::span<const KnownCircle> circles, const CircleClaim& claim,
                                  std::span<const std::uint32_t> places);

// Few and cheap ones that make it up; nothing if they don't. One of infinite cost isn't used.
std::optional<std::vector<KnownCircle>> covering(std::span<const KnownCircle> circles, const CircleClaim& claim,
                                                 std::span<const std::uint32_t> places);

}  // namespace porism::tracing
