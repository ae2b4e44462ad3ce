#pragma once

#include <filesystem>

namespace app {

/// Writes a small scenario to start from: every file with its columns and an example. Throws UsageError unless the
/// folder is new or empty, and FileError when it cannot be written.
void write_new_scenario(const std::filesystem::path& folder);

/// As above, as one spreadsheet in the folder. Returns its path.
[[nodiscard]] std::filesystem::path write_new_spreadsheet(const std::filesystem::path& folder);

} // namespace app
