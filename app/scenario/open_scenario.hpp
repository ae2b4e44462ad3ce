#pragma once

#include "app/base/data_folders.hpp"
#include "assets/formats/read_scenario.hpp"

#include <string>

namespace app {

/// What lies on the disk: a scenario folder, its scenario.toml, a lone positions file, or a recording of a feed.
[[nodiscard]] assets::LoadResult read_scenario_or_recording(const std::filesystem::path&,
                                                            const std::shared_ptr<const geo::Atlas>&);

/// `builtin:NAME`, or what read_scenario_or_recording() takes. Throws UsageError for an unknown
/// built-in name (naming the nearest) and FileError when there is nothing to read.
[[nodiscard]] assets::LoadResult open_scenario(const std::string& name, const DataFolders&);

/// The same for commands that need a scenario without errors: throws UsageError that lists every error.
[[nodiscard]] std::shared_ptr<const assets::Scenario> open_sound_scenario(const std::string& name, const DataFolders&);

/// `theatrum: FILE:LINE: FIELD: message`, one line, without the end of line.
[[nodiscard]] std::string issue_line(const assets::Issue&);

} // namespace app
