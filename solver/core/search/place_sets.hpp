// Which sets of places a search has tried: millions of them, in as little memory as it takes.
//
// A set is remembered by a hash of 64 bits, the sum of those of its places, so that the order in which they were added
// doesn't count. Two sets of ten million have the same hash with a probability of 3 in a million; one of them would then
// not be tried. Open addressing, at most three quarters full: 11 to 22 bytes a set.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace porism {

using Spot = std::array<std::int64_t, 2>;  // coordinates, rounded

class PlaceSets {
public:
    // Once there are `most`, none is added: what isn't remembered counts as new.
    explicit PlaceSets(std::size_t most) : most_(most) {}

    // Which groups of `each` places make, with those of the path, a set that wasn't there before the call. A group that
    // begins with a place of the path makes none. The path has each place once; of a group one that comes again doesn't count.
    std::vector<std::uint8_t> add(std::span<const Spot> path, std::span<const Spot> spots, std::size_t each);

    std::size_t size() const { return count_; }
    std::size_t footprint() const { return slots_.capacity() * sizeof(std::uint64_t); }
    void clear();

private:
    std::size_t slot_of(std::uint64_t hash) const;  // where it is, or would be
    void insert(std::uint64_t hash);

    std::size_t most_, count_ = 0;
    std::vector<std::uint64_t> slots_;  // 0: empty
};

}  // namespace porism
