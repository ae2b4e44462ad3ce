#pragma once

#include <algorithm>
#include <vector>

namespace assets {

/// Ascending, and each value once.
template <class T>
void sort_once(std::vector<T>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace assets
