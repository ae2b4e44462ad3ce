#pragma once

#include "assets/formats/scenario/read_scenario.hpp"

#include <vector>

namespace assets {

struct CheckReport {
    std::vector<Issue> issues; ///< the reader's and the plausibility findings, accepted ones marked; sorted
    int errors = 0, warnings = 0, notes = 0, accepted = 0; ///< accepted ones are not counted as warnings or errors
};

/// What `theatrum check` says: the issues of loading plus plausibility (see the codes in the README).
[[nodiscard]] CheckReport check(const LoadResult&);

} // namespace assets
