// Which of many keys agree with another, mostly told without looking anything up.
//
// A point brings a thousand keys and more to a large figure, of which two thirds agree with none. The range of keys is cut into
// cells, and a bit says of each whether a key is there (Bloom, "Space/time trade-offs in hash coding with allowable errors",
// CACM 1970, with cells in place of hashes): a key that is alone in its cell is neither sorted nor looked up.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "numeric/footprint.hpp"

namespace porism {

using Cell = std::uint32_t;
// The cell of a key so near a border that what agrees with it may be in the next one.
inline constexpr Cell kBorder = UINT32_MAX;

// Cells of one width. slack: how far keys that agree are apart at most.
struct Cells {
    double per_unit, slack;

    Cell low(double key) const { return trunc(key * per_unit - slack * per_unit); }
    Cell high(double key) const { return trunc(key * per_unit + slack * per_unit); }
    Cell of(double key) const { return low(key) == high(key) ? low(key) : kBorder; }

private:
    static Cell trunc(double value) { return static_cast<Cell>(static_cast<std::int32_t>(value)); }
};

// Says of a cell whether old keys may agree with one there.
class Sieve {
public:
    // Empty, and made for this number of keys.
    void clear(std::size_t keys) { words_.assign(std::bit_ceil(keys / 4 + 32), 0); }
    bool has_room(std::size_t keys) const { return words_.size() >= keys / 4 + 32; }
    void mark(double key, const Cells& cells) { set(cells.low(key)), set(cells.high(key)); }
    bool may_have(Cell cell) const { return cell == kBorder || has(cell); }
    std::size_t footprint() const { return detail::bytes_of(words_); }

private:
    std::size_t word(Cell cell) const { return cell / 64 & (words_.size() - 1); }
    bool has(Cell cell) const { return !words_.empty() && words_[word(cell)] >> (cell % 64) & 1; }
    void set(Cell cell) { words_[word(cell)] |= std::uint64_t{1} << (cell % 64); }

    std::vector<std::uint64_t> words_;  // a power of two
};

// Finds those of new keys that may agree with an old one or with each other.
class Sifter {
public:
    // Their numbers, in order.
    std::span<const std::uint32_t> sift(std::span<const Cell> cells, const Sieve& old = {}) {
        const std::size_t words = std::bit_ceil(cells.size() / 4 + 1), mask = words - 1;
        seen_.assign(words, {});
        for (const Cell c : cells) {
            if (c == kBorder) continue;
            Seen& seen = seen_[c / 64 & mask];
            const std::uint64_t bit = std::uint64_t{1} << (c % 64);
            seen.twice |= seen.once & bit;
            seen.once |= bit;
        }
        left_.resize(cells.size());
        std::size_t count = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Cell c = cells[i];
            left_[count] = static_cast<std::uint32_t>(i);
            count += old.may_have(c) || (seen_[c / 64 & mask].twice >> (c % 64) & 1);
        }
        return std::span(left_).first(count);
    }
    std::size_t footprint() const { return detail::bytes_of(seen_) + detail::bytes_of(left_); }

private:
    struct Seen {
        std::uint64_t once = 0, twice = 0;
    };
    std::vector<Seen> seen_;
    std::vector<std::uint32_t> left_;
};

}  // namespace porism
