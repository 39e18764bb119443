// What a trial changes and takes back, by construction.
//
// A class that trials change keeps its data in a struct of its own, all of whose members are listed once (`members`). The
// list is as long as the struct has members, or the core doesn't compile (`covers_all`); taking back and counting bytes go
// through it, so that neither can forget one. How a member is taken back its type says: `Grown` shrinks to what it was,
// `Noted` puts back what was changed, what has a rollback of its own uses that, and anything else is copied.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "numeric/footprint.hpp"

namespace porism {

// A list that a trial only makes longer. `fill` sets an item that was there without a meaning.
template <typename T>
class Grown {
public:
    Grown() = default;
    explicit Grown(std::size_t count) : items_(count) {}
    const std::vector<T>& items() const { return items_; }
    operator std::span<const T>() const { return items_; }
    const T& operator[](std::size_t i) const { return items_[i]; }
    std::size_t size() const { return items_.size(); }
    bool empty() const { return items_.empty(); }
    const T& back() const { return items_.back(); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    const T* data() const { return items_.data(); }
    void reserve(std::size_t count) { items_.reserve(count); }
    void push_back(T item) { items_.push_back(std::move(item)); }
    void append(std::span<const T> items) { items_.insert(items_.end(), items.begin(), items.end()); }
    // Makes it longer; the new items are to be filled in.
    T* grow(std::size_t count) {
        items_.resize(items_.size() + count);
        return items_.data() + items_.size() - count;
    }
    void fill(std::size_t i, T item) { items_[i] = std::move(item); }
    // Shrinks to the size of `base`, to which it was equal when the trial began.
    void rollback(const Grown& base) { items_.resize(base.size()); }
    std::size_t footprint() const { return detail::bytes_of(items_); }

private:
    std::vector<T> items_;
};

// A list that a trial makes longer, and of which it changes some items; those it notes.
template <typename T>
class Noted {
public:
    const std::vector<T>& items() const { return items_; }
    const T& operator[](std::size_t i) const { return items_[i]; }
    std::size_t size() const { return items_.size(); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    void push_back(T item) { items_.push_back(std::move(item)); }
    void resize(std::size_t count, const T& item = {}) { items_.resize(count, item); }
    // The item, to be changed.
    T& change(std::size_t i) {
        if (i < marked_) changed_.push_back(static_cast<std::uint32_t>(i));
        return items_[i];
    }
    void mark() { changed_.clear(), marked_ = items_.size(); }
    void rollback(const Noted& base) {
        items_.resize(base.size());
        for (std::uint32_t i : changed_) items_[i] = base.items_[i];
        changed_.clear();
    }
    std::size_t footprint() const { return detail::bytes_of(items_) + detail::bytes_of(changed_); }

private:
    std::vector<T> items_;
    std::vector<std::uint32_t> changed_;  // since the mark, with repetitions
    std::size_t marked_ = 0;
};

namespace detail {

template <typename T>
struct is_sequence : std::false_type {};
template <typename T, std::size_t N>
struct is_sequence<std::array<T, N>> : std::true_type {};
template <typename T>
struct is_sequence<std::vector<Grown<T>>> : std::true_type {};

// Converts to whatever a member may be.
struct Anything {
    template <typename T>
    operator T() const;
};

// How many members an aggregate has.
template <typename Data, typename... Members>
consteval std::size_t member_count() {
    if constexpr (requires { Data{Members{}..., Anything{}}; }) return member_count<Data, Members..., Anything>();
    else return sizeof...(Members);
}

}  // namespace detail

// Whether a struct's list of members has all of them.
template <typename Data>
consteval bool covers_all() {
    using Listed = decltype(std::declval<Data&>().members());
    return std::tuple_size_v<Listed> == detail::member_count<Data>();
}

// Notes that a trial begins.
template <typename T>
void mark(T& own) {
    if constexpr (detail::is_sequence<T>::value) {
        for (auto& one : own) mark(one);
    } else if constexpr (requires { own.members(); }) {
        static_assert(covers_all<T>());
        std::apply([](auto&... one) { (mark(one), ...); }, own.members());
    } else if constexpr (requires { own.mark(); }) {
        own.mark();
    }
}

// Makes it equal again to `base`, as it was when the trial began.
template <typename T>
void take_back(T& own, const T& base) {
    if constexpr (detail::is_sequence<T>::value) {
        for (std::size_t i = 0; i < own.size(); ++i) take_back(own[i], base[i]);
    } else if constexpr (requires { own.members(); }) {
        static_assert(covers_all<T>());
        const auto theirs = base.members();
        std::apply(
            [&](auto&... one) { std::apply([&](const auto&... other) { (take_back(one, other), ...); }, theirs); },
            own.members());
    } else if constexpr (requires { own.rollback(base); }) {
        own.rollback(base);
    } else if constexpr (requires { own.rollback(); }) {
        own.rollback();
    } else {
        own = base;
    }
}

// The bytes that all members of a struct hold beside themselves.
template <typename Data>
std::size_t bytes_of_members(const Data& data) {
    static_assert(covers_all<Data>());
    return std::apply([](const auto&... one) { return (detail::bytes_of(one) + ... + std::size_t{0}); },
                      data.members());
}

}  // namespace porism
