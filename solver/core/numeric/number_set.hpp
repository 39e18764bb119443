// A set of small numbers, which come out in order: a bit for each, since the few dozen that a pass collects cost less so than
// to be sorted.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "numeric/footprint.hpp"

namespace porism {

class NumberSet {
public:
    explicit NumberSet(std::size_t count = 0) { reserve(count); }
    // Numbers below `count` may come. What is in the set stays.
    void reserve(std::size_t count) {
        words_.resize(std::max(words_.size(), count / 64 + 1), 0);
        some_.resize(words_.size() / 64 + 1, 0);
    }
    void add(std::uint32_t number) {
        words_[number / 64] |= std::uint64_t{1} << number % 64;
        some_[number / 4096] |= std::uint64_t{1} << number / 64 % 64;
    }
    // Appends the numbers, in order, and is empty.
    void take(std::vector<std::uint32_t>& numbers) {
        for_bits(some_, [&](std::uint32_t word) {
            for_bits(std::span(words_).subspan(word, 1), [&](std::uint32_t n) { numbers.push_back(64 * word + n); });
        });
    }
    std::size_t footprint() const { return detail::bytes_of(words_) + detail::bytes_of(some_); }

private:
    // Those that are set, which are then set no more.
    template <typename Visit>
    static void for_bits(std::span<std::uint64_t> words, Visit visit) {
        std::uint32_t begin = 0;
        for (std::uint64_t& word : words) {
            for (std::uint64_t rest = std::exchange(word, 0); rest; rest &= rest - 1)
                visit(begin + static_cast<std::uint32_t>(std::countr_zero(rest)));
            begin += 64;
        }
    }

    std::vector<std::uint64_t> words_, some_;  // bits of the numbers, and of the words that have any
};

}  // namespace porism
