#pragma once

#include <algorithm>
#include <vector>

namespace assets {

/// Sorts in ascending order and removes duplicates.
template <class T>
void sort_unique(std::vector<T>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace assets
