#pragma once

#include "assets/model/fix.hpp"

namespace assets {

/// Rule: the way between two fixes counts as reported where both have clock times, at most three hours apart.
[[nodiscard]] inline bool is_reported_way(const Fix& earlier, const Fix& later) {
    constexpr std::chrono::hours most{3};
    return earlier.precision() == Precision::Time && later.precision() == Precision::Time &&
           later.from - earlier.measured_end() <= most;
}

} // namespace assets
