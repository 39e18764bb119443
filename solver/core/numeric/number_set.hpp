// A set of small numbers, which come out in order: a bit for each, since the few dozen that a pass collects cost less so than
// to be sorted.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "numeric/footprint.hpp"

namespace porism {

class NumberSet {
public:
    explicit NumberSet(std::size_t count = 0) : words_(count / 64 + 1, 0) {}
    // Numbers below `count` may come. What is in the set stays.
    void reserve(std::size_t count) { words_.resize(std::max(words_.size(), count / 64 + 1), 0); }
    void add(std::uint32_t number) {
        const std::size_t word = number / 64;
        words_[word] |= std::uint64_t{1} << (number % 64);
        low_ = std::min(low_, word), high_ = std::max(high_, word + 1);
    }
    // Appends the numbers, in order, and is empty.
    void take(std::vector<std::uint32_t>& numbers) {
        for (std::size_t word = low_; word < high_; ++word) {
            for (std::uint64_t rest = words_[word]; rest; rest &= rest - 1)
                numbers.push_back(static_cast<std::uint32_t>(64 * word) +
                                  static_cast<std::uint32_t>(std::countr_zero(rest)));
            words_[word] = 0;
        }
        low_ = SIZE_MAX, high_ = 0;
    }
    std::size_t footprint() const { return detail::bytes_of(words_); }

private:
    std::vector<std::uint64_t> words_;
    std::size_t low_ = SIZE_MAX, high_ = 0;
};

}  // namespace porism
