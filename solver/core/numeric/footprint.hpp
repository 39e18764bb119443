// How many bytes a container holds beside itself: what a search may keep at hand is counted, not guessed from the system.
#pragma once

#include <cstddef>
#include <vector>

namespace porism::detail {

template <typename T>
std::size_t bytes_of(const std::vector<T>& v) {
    return v.capacity() * sizeof(T);
}

template <typename T>
std::size_t bytes_of(const std::vector<std::vector<T>>& v) {
    std::size_t bytes = v.capacity() * sizeof(std::vector<T>);
    for (const auto& inner : v) bytes += bytes_of(inner);
    return bytes;
}

}  // namespace porism::detail
