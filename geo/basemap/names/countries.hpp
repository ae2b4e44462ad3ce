#pragma once

#include "geo/earth/lonlat.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo {

/// A country or territory, to be named on maps. How an edition names disputed ones is decided by its policy. Large and
/// scattered ones have several rows, with further points for maps that show only a part.
struct Country {
    std::string iso; ///< ISO 3166-1 alpha-2
    std::string name;
    std::string short_name; ///< "N. Korea", where there is less room; empty when none
    LonLat label;           ///< about where the name stands
    int rank;               ///< 1 (named from 1:70M on) .. 3 (from 1:10M on)
    std::string name_ko, name_ja, name_zh;
};

/// Reads countries.csv. Throws ReadError naming file and line.
[[nodiscard]] std::vector<Country> read_countries(const std::filesystem::path& csv);

} // namespace geo
