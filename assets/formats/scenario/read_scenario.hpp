#pragma once

#include "assets/formats/reading/load_result.hpp"
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

} // namespace assets
