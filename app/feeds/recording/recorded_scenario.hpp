#pragma once

#include "assets/formats/read_scenario.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace app {

/// A log of AIS, Cursor on Target or BaseStation messages (what `listen --record` wrote, or anyone else) as a scenario:
/// every sender an asset, every place it gave a fix. Empty when the file's beginning is nothing of the sort, or it is
/// a .csv or .toml. What was left out is in the notes. Throws assets::UnreadableError when reading fails midway or the
/// file is larger than 2 GB.
[[nodiscard]] std::optional<assets::LoadResult> read_recording(const std::filesystem::path&,
                                                               std::shared_ptr<const geo::Atlas>);

} // namespace app
