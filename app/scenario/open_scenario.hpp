#pragma once

#include "app/base/data_folders.hpp"
#include "assets/formats/reading/load_result.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace app {

/// The folder or file of a scenario that is given as `builtin:NAME` or as a path. Throws UsageError for an unknown
/// built-in scenario and suggests a similar name.
[[nodiscard]] std::filesystem::path scenario_path(const std::string& name, const DataFolders&);

/// Whether the word is `builtin:NAME` or an existing path. Throws assets::UnreadableError if the path exists but has no
/// known format.
[[nodiscard]] bool names_a_scenario(const std::string& word);

/// Reads a file or folder in the format that recognises it (assets::FormatRegistry). A log without times is dated by
/// the time of its last change. `control` stops the reading of a spreadsheet; it may be null. Throws
/// assets::UnreadableError.
[[nodiscard]] assets::LoadResult read_path(const std::filesystem::path&, std::shared_ptr<const geo::Atlas>,
                                           std::shared_ptr<geo::ReadControl> control = nullptr);

/// Applies scenario_path() and read_path() to a name. Throws what they throw.
[[nodiscard]] assets::LoadResult open_scenario(const std::string& name, const DataFolders&);

/// As open_scenario(), for commands that need a scenario without errors. Throws a UsageError that lists every error.
[[nodiscard]] std::shared_ptr<const assets::Scenario> open_scenario_without_errors(const std::string& name,
                                                                                   const DataFolders&);

/// `FILE:LINE: FIELD: message` without a newline. LINE and FIELD are left out where the finding has none.
[[nodiscard]] std::string finding_line(const assets::Finding&);

} // namespace app
