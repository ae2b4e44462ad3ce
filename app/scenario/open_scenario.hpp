#pragma once

#include "app/base/data_folders.hpp"
#include "assets/formats/reading/load_result.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace app {

/// The folder or file that a scenario's name stands for: `builtin:NAME` or a path. Throws UsageError for an unknown
/// built-in one, naming the nearest.
[[nodiscard]] std::filesystem::path scenario_path(const std::string& name, const DataFolders&);

/// The word is `builtin:NAME` or a path that can be opened; false when there is nothing at the path. Throws
/// assets::UnreadableError for a file that is there and of no known format.
[[nodiscard]] bool names_a_scenario(const std::string& word);

/// Reads a file or folder with the format that knows it (assets::FormatRegistry). A log without times is dated by when
/// it was last written to. Throws assets::UnreadableError.
[[nodiscard]] assets::LoadResult read_path(const std::filesystem::path&, std::shared_ptr<const geo::Atlas>);

/// What scenario_path() and read_path() give for a name. Throws what they throw.
[[nodiscard]] assets::LoadResult open_scenario(const std::string& name, const DataFolders&);

/// The same for commands that need a scenario without errors: throws UsageError that lists every error.
[[nodiscard]] std::shared_ptr<const assets::Scenario> open_sound_scenario(const std::string& name, const DataFolders&);

/// `theatrum: FILE:LINE: FIELD: message`, one line, without the end of line.
[[nodiscard]] std::string finding_line(const assets::Finding&);

} // namespace app
