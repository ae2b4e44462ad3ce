#pragma once

#include "assets/model/scenario.hpp"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <vector>

namespace assets {

/// A scenario that could be read, perhaps with doubts: everything found is in `issues`, all in one go. With any Error
/// among them `scenario` is null.
struct LoadResult {
    std::shared_ptr<const Scenario> scenario;
    std::vector<Issue> issues; ///< sorted by file, line, code
    std::size_t records = 0;   ///< rows, tables and features found
    std::size_t rejected = 0;  ///< those among them with an error; the rest was read
};

/// The folder or file itself is missing or cannot be opened (exit code 3 of the program).
struct UnreadableError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Reads a scenario folder, its scenario.toml, or a lone positions file (.csv). Format: DESIGN section 4. Throws
/// UnreadableError; everything wrong *in* the files is an issue.
[[nodiscard]] LoadResult read_scenario(const std::filesystem::path&, std::shared_ptr<const geo::Atlas>);

} // namespace assets
