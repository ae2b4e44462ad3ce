#pragma once

#include "assets/formats/reading/load_result.hpp"
#include "assets/schema/schema.hpp"

#include <filesystem>

namespace assets {

/// Reads a scenario folder or its scenario.toml; assets/schema lists the files, columns and keys. Throws
/// UnreadableError when the folder or file is not there or the folder holds no scenario; everything wrong *in* the
/// files is an finding.
[[nodiscard]] LoadResult read_scenario(const std::filesystem::path&, std::shared_ptr<const geo::Atlas>,
                                       const Schema& = schema());

/// Reads a lone positions file: its assets are made from its rows. Throws UnreadableError when it is not there.
[[nodiscard]] LoadResult read_positions_file(const std::filesystem::path&, std::shared_ptr<const geo::Atlas>,
                                             const Schema& = schema());

} // namespace assets
