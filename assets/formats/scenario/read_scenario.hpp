#pragma once

#include "assets/formats/reading/load_result.hpp"
#include "assets/formats/sheets/sheet.hpp"
#include "assets/schema/schema.hpp"

#include <filesystem>

namespace assets {

/// Reads a scenario folder or its scenario.toml; assets/schema lists the files, columns and keys. Throws
/// UnreadableError if the folder or file does not exist or the folder holds no scenario. Errors in the files become
/// findings, also characters of printed texts that MissingCharacters finds; an empty one checks none.
[[nodiscard]] LoadResult read_scenario(const std::filesystem::path&, std::shared_ptr<const geo::Atlas>,
                                       const Schema& = schema(), MissingCharacters = {});

/// Reads a positions file alone and makes the assets from its rows. NAME.toml beside NAME.csv may hold any table of
/// scenario.toml. Throws UnreadableError if the file does not exist.
[[nodiscard]] LoadResult read_positions_file(const std::filesystem::path&, std::shared_ptr<const geo::Atlas>,
                                             const Schema& = schema(), MissingCharacters = {});

/// As read_scenario(), for the sheets of a spreadsheet: sheets that have the names of the tables and a sheet `scenario`
/// of keys and values, or sheets of positions only. NAME.toml beside the file may hold what the sheet `scenario` can.
[[nodiscard]] LoadResult read_workbook(const std::filesystem::path&, const Workbook&, std::shared_ptr<const geo::Atlas>,
                                       const Schema& = schema(), MissingCharacters = {});

} // namespace assets
