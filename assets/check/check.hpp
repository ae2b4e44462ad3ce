#pragma once

#include "assets/formats/scenario/read_scenario.hpp"

#include <vector>

namespace assets {

struct CheckResult {
    std::vector<Finding> findings; ///< from reading and from the checks, sorted; accepted ones are marked
    int errors = 0, warnings = 0, notes = 0, accepted = 0; ///< an accepted finding counts as accepted only
};

/// What `theatrum check` prints: the findings of loading and those of the plausibility checks, sorted by file, line and
/// code. app/manual/findings.md lists all codes.
[[nodiscard]] CheckResult check(const LoadResult&);

} // namespace assets
