#pragma once

#include "assets/formats/scenario/read_scenario.hpp"

#include <vector>

namespace assets {

struct CheckResult {
    std::vector<Finding> findings; ///< the reader's and the plausibility findings, accepted ones marked; sorted
    int errors = 0, warnings = 0, notes = 0, accepted = 0; ///< accepted ones are not counted as warnings or errors
};

/// What `theatrum check` says: the findings of loading plus plausibility (see the codes in the README).
[[nodiscard]] CheckResult check(const LoadResult&);

} // namespace assets
