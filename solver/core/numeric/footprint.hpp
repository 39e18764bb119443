// How many bytes a value holds beside itself: what a search may keep at hand is counted, not guessed from the system.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

namespace porism::detail {

template <typename T>
std::size_t bytes_of(const T& value);
template <typename T, std::size_t N>
std::size_t bytes_of(const std::array<T, N>& all);

template <typename T>
std::size_t bytes_of(const std::vector<T>& v) {
    std::size_t bytes = v.capacity() * sizeof(T);
    if constexpr (!std::is_trivially_copyable_v<T>) {
        for (const T& inner : v) bytes += bytes_of(inner);
    }
    return bytes;
}

template <typename T, std::size_t N>
std::size_t bytes_of(const std::array<T, N>& all) {
    std::size_t bytes = 0;
    for (const T& one : all) bytes += bytes_of(one);
    return bytes;
}

// Copies share it: whoever owns it counts its part.
template <typename T>
std::size_t bytes_of(const std::shared_ptr<T>&) {
    return 0;
}

// A plain value holds nothing; a class says itself what it does, or lists its members.
template <typename T>
std::size_t bytes_of(const T& value) {
    if constexpr (std::is_trivially_copyable_v<T>) return 0;
    else return value.footprint();
}

}  // namespace porism::detail
