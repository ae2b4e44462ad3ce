#pragma once

#include "assets/formats/reading/load_result.hpp"

#include <filesystem>

/// Private to this folder.
namespace assets {

/// Reads a spreadsheet: its cells in the helper process, then as the tables of a scenario. A file that the helper
/// cannot read is an error among the findings. Throws UnreadableError if the helper cannot be started or was stopped.
[[nodiscard]] LoadResult read_spreadsheet(const std::filesystem::path&, const ReadOptions&);

} // namespace assets
