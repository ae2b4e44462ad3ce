#pragma once

#include "assets/formats/scenario/read_scenario.hpp"

#include <vector>

namespace assets {

struct CheckResult {
    std::vector<Finding> findings; ///< of reading and of the checks, sorted; accepted ones are marked
    int errors = 0, warnings = 0, notes = 0, accepted = 0; ///< an accepted finding counts as accepted only
};

/// What `theatrum check` prints: the findings of loading and those of the plausibility checks. The README lists all
/// codes. Findings are sorted by file, line and code.
[[nodiscard]] CheckResult check(const LoadResult&);

} // namespace assets
