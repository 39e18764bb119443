// Items that are numerically alike, grouped as they come.
//
// Two sorted lists of keys, the old and the new, are walked together (`for_matches`); a new item joins the group of the
// first old or new one that it agrees with (`Grouping`). Groups are chains in flat arrays: a figure is copied for every
// candidate of the search, so nothing here is a vector of vectors.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace porism {

// To a multiple of 2^-34, far below all tolerances: what is ordered by it is ordered alike on every machine, though the last
// digits of numbers that are truly equal differ between processors. (Adding such a large number leaves no finer digits.)
inline double rounded(double value) {
    constexpr double kLarge = 0x1.8p18;
    return (value + kLarge) - kLarge;
}

struct Keyed {
    double key;
    std::uint32_t item;
    Keyed(double value, std::uint32_t number) : key(rounded(value)), item(number) {}
    Keyed() = default;
    bool operator<(const Keyed& other) const { return key < other.key || (key == other.key && item < other.item); }
};

// Calls visit(new item, other item) where the keys differ by at most `slack`; `other` is old, or new and earlier in the
// list. `fresh` is sorted, `old` too; visit returns true when the new item needs no further partner.
template <typename Visit>
void for_matches(const std::vector<Keyed>& old, const std::vector<Keyed>& fresh, double slack, Visit visit) {
    std::size_t low = 0;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const double key = fresh[i].key;
        while (low < old.size() && old[low].key < key - slack) ++low;
        bool done = false;
        for (std::size_t j = low; j < old.size() && old[j].key <= key + slack && !done; ++j) done = visit(fresh[i].item, old[j].item);
        for (std::size_t j = i; j-- > 0 && fresh[j].key >= key - slack && !done;) done = visit(fresh[i].item, fresh[j].item);
    }
}

// Sorts keys that are spread over [0, most]: counting sort into as many buckets as there are keys, insertion sort within.
// Four times as fast as std::sort on the few hundred keys that a point brings.
inline void sort_spread(std::vector<Keyed>& keys, double most) {
    const std::size_t n = keys.size();
    if (n < 32) return std::sort(keys.begin(), keys.end());
    const double scale = static_cast<double>(n) / most;
    const auto bucket = [&](const Keyed& k) { return std::min(static_cast<std::size_t>(std::max(k.key * scale, 0.0)), n - 1); };
    std::vector<std::uint32_t> start(n + 1, 0);
    for (const Keyed& k : keys) ++start[bucket(k) + 1];
    for (std::size_t i = 0; i < n; ++i) start[i + 1] += start[i];
    std::vector<Keyed> sorted(n);
    for (const Keyed& k : keys) sorted[start[bucket(k)]++] = k;
    for (std::size_t i = 1; i < n; ++i) {
        const Keyed k = sorted[i];
        std::size_t j = i;
        for (; j > 0 && k < sorted[j - 1]; --j) sorted[j] = sorted[j - 1];
        sorted[j] = k;
    }
    keys = std::move(sorted);
}

inline void merge_sorted(std::vector<Keyed>& old, const std::vector<Keyed>& fresh) {
    const auto middle = static_cast<std::ptrdiff_t>(old.size());
    old.insert(old.end(), fresh.begin(), fresh.end());
    std::inplace_merge(old.begin(), old.begin() + middle, old.end());
}

class Grouping {
public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    void resize(std::size_t items) { of_.resize(items, kNone), next_.resize(items, kNone); }
    std::size_t items() const { return of_.size(); }
    std::size_t groups() const { return head_.size(); }
    std::uint32_t group_of(std::uint32_t item) const { return of_[item]; }
    std::uint32_t first(std::uint32_t group) const { return head_[group]; }
    std::uint32_t next(std::uint32_t item) const { return next_[item]; }

    std::size_t footprint() const { return (of_.capacity() + next_.capacity() + head_.capacity() + tail_.capacity()) * sizeof(std::uint32_t); }

    // `item`, of no group yet, joins the group of `other`, which may be a new one.
    void join(std::uint32_t item, std::uint32_t other) {
        if (of_[other] == kNone) {
            of_[other] = static_cast<std::uint32_t>(head_.size());
            head_.push_back(other);
            tail_.push_back(other);
        }
        const std::uint32_t group = of_[other];
        of_[item] = group;
        next_[tail_[group]] = item;
        tail_[group] = item;
    }

private:
    std::vector<std::uint32_t> of_, next_, head_, tail_;
};

}  // namespace porism
