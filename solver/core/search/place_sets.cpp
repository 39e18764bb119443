#include "search/place_sets.hpp"

#include <algorithm>

namespace porism {

namespace {

// The finalizer of splitmix64 (Steele, Lea, Flood 2014), over both coordinates.
std::uint64_t mixed(std::uint64_t z) {
    z += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

std::uint64_t hash_of(const Spot& s) {
    return mixed(mixed(static_cast<std::uint64_t>(s[0])) ^ static_cast<std::uint64_t>(s[1]));
}

}  // namespace

std::size_t PlaceSets::slot_of(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = hash & mask;
    while (slots_[i] != 0 && slots_[i] != hash) i = (i + 1) & mask;
    return i;
}

void PlaceSets::insert(std::uint64_t hash) {
    if (count_ == most_) return;
    if (4 * (count_ + 1) > 3 * slots_.size()) {
        std::vector<std::uint64_t> old(std::max<std::size_t>(64, 2 * slots_.size()), 0);
        old.swap(slots_);
        for (std::uint64_t h : old) {
            if (h != 0) slots_[slot_of(h)] = h;
        }
    }
    std::uint64_t& slot = slots_[slot_of(hash)];
    if (slot == hash) return;
    slot = hash;
    ++count_;
}

std::vector<std::uint8_t> PlaceSets::add(std::span<const Spot> path, std::span<const Spot> spots, std::size_t each) {
    std::uint64_t before = 0;
    for (const Spot& s : path) before += hash_of(s);
    std::vector<std::uint64_t> hashes(spots.size() / each, before);
    std::vector<std::uint8_t> is_new(hashes.size());
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const auto group = spots.subspan(i * each, each);
        for (auto s = group.begin(); s != group.end(); ++s) {
            if (std::find(group.begin(), s, *s) == s) hashes[i] += hash_of(*s);
        }
        hashes[i] = std::max<std::uint64_t>(hashes[i], 1);
        const bool is_there = !slots_.empty() && slots_[slot_of(hashes[i])] != 0;
        is_new[i] = !is_there && std::ranges::find(path, group[0]) == path.end();
    }
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (is_new[i]) insert(hashes[i]);
    }
    return is_new;
}

void PlaceSets::clear() {
    std::vector<std::uint64_t>().swap(slots_);
    count_ = 0;
}

}  // namespace porism
