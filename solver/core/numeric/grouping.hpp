// Items that are numerically alike, grouped as they come.
//
// Two sorted lists of keys, the old and the new, are walked together (`for_matches`); a new item joins the group of the
// first old or new one that it agrees with (`Grouping`). Groups are chains in flat arrays: a figure is copied for every
// candidate of the search, so nothing here is a vector of vectors.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace porism {

// Rounds to a multiple of 2^-34, which is far below all tolerances: what is ordered by it is ordered alike on every machine, though the last
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

// Where to begin in a sorted list of keys that are spread over [0, most]: a table of as many cells as there are keys. A new
// point has a few hundred keys to find among the many thousands of a large figure.
class Starts {
public:
    void build(const std::vector<Keyed>& sorted, double most) {
        scale_ = static_cast<double>(sorted.size()) / most;
        first_.assign(sorted.size() + 1, static_cast<std::uint32_t>(sorted.size()));
        for (std::size_t i = sorted.size(); i-- > 0;) first_[cell(sorted[i].key)] = static_cast<std::uint32_t>(i);
        for (std::size_t c = first_.size() - 1; c-- > 0;) first_[c] = std::min(first_[c], first_[c + 1]);
    }
    // No key that is at least this one comes earlier.
    std::size_t before(double key) const { return first_.empty() ? 0 : first_[cell(key)]; }

private:
    std::size_t cell(double key) const {
        return std::min(static_cast<std::size_t>(std::max(key * scale_, 0.0)), first_.size() - 1);
    }

    double scale_ = 1;
    std::vector<std::uint32_t> first_;
};

// Calls visit(new item, other item) where the keys differ by at most `slack`; `other` is old, or new and earlier in the
// list. `fresh` is sorted, `old` too; visit returns true when the new item needs no further partner.
template <typename Visit>
void for_matches(const std::vector<Keyed>& old, const std::vector<Keyed>& fresh, double slack, Visit visit,
                 const Starts& starts = {}) {
    std::size_t low = 0;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const double key = fresh[i].key;
        low = std::max(low, starts.before(key - slack));
        while (low < old.size() && old[low].key < key - slack) ++low;
        bool done = false;
        for (std::size_t j = low; j < old.size() && old[j].key <= key + slack && !done; ++j)
            done = visit(fresh[i].item, old[j].item);
        for (std::size_t j = i; j-- > 0 && fresh[j].key >= key - slack && !done;)
            done = visit(fresh[i].item, fresh[j].item);
    }
}

// Sorts keys: counting sort into as many buckets as there are keys, insertion sort within. `share` grows with the key and
// spreads them over [0, 1]. Four times as fast as std::sort on the few hundred keys that a point brings.
template <typename Share>
void sort_by_buckets(std::vector<Keyed>& keys, Share share) {
    const std::size_t n = keys.size();
    if (n < 32) return std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> start(2 * n + 1, 0);
    const std::span<std::uint32_t> bucket(start.data() + n + 1, n);
    for (std::size_t i = 0; i < n; ++i) {
        bucket[i] = static_cast<std::uint32_t>(
            std::clamp(share(keys[i].key) * static_cast<double>(n), 0.0, static_cast<double>(n - 1)));
        ++start[bucket[i] + 1];
    }
    for (std::size_t i = 0; i < n; ++i) start[i + 1] += start[i];
    std::vector<Keyed> sorted(n);
    for (std::size_t i = 0; i < n; ++i) sorted[start[bucket[i]]++] = keys[i];
    for (std::size_t i = 1; i < n; ++i) {
        const Keyed k = sorted[i];
        std::size_t j = i;
        for (; j > 0 && k < sorted[j - 1]; --j) sorted[j] = sorted[j - 1];
        sorted[j] = k;
    }
    keys = std::move(sorted);
}

// Keys that are spread over [0, most].
inline void sort_spread(std::vector<Keyed>& keys, double most) {
    sort_by_buckets(keys, [scale = 1 / most](double key) { return key * scale; });
}

inline std::vector<Keyed> merged(const std::vector<Keyed>& old, const std::vector<Keyed>& fresh) {
    std::vector<Keyed> all(old.size() + fresh.size());
    std::merge(old.begin(), old.end(), fresh.begin(), fresh.end(), all.begin());
    return all;
}

class Grouping {
public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    void resize(std::size_t items) { of_.resize(items, kNone), next_.resize(items, kNone); }
    std::size_t items() const { return of_.size(); }
    // Those that have joined a group, as they came.
    const std::vector<std::uint32_t>& joined() const { return joined_; }
    std::size_t groups() const { return head_.size(); }
    std::uint32_t group_of(std::uint32_t item) const { return of_[item]; }
    std::uint32_t first(std::uint32_t group) const { return head_[group]; }
    std::uint32_t next(std::uint32_t item) const { return next_[item]; }

    std::size_t footprint() const {
        return (of_.capacity() + next_.capacity() + head_.capacity() + tail_.capacity() + joined_.capacity()) *
               sizeof(std::uint32_t);
    }

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
        joined_.push_back(item);
    }

    // Back to `base`, to which it was equal before items were added and joined.
    void rollback(const Grouping& base) {
        const std::size_t items = base.items(), groups = base.groups();
        for (std::size_t i = base.joined_.size(); i < joined_.size(); ++i) {
            const std::uint32_t group = of_[joined_[i]];
            if (group < groups) {
                tail_[group] = base.tail_[group];
                next_[tail_[group]] = kNone;
            } else if (const std::uint32_t first = head_[group]; first < items) {
                of_[first] = next_[first] = kNone;
            }
        }
        of_.resize(items), next_.resize(items), head_.resize(groups), tail_.resize(groups);
        joined_.resize(base.joined_.size());
    }

private:
    std::vector<std::uint32_t> of_, next_, head_, tail_, joined_;
};

}  // namespace porism
