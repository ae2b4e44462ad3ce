#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/text/local_names.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo {

/// A country or territory whose name is drawn on maps. The policy decides how disputed ones are named. Large or
/// scattered countries have several rows, with further label points for maps that show only a part.
struct Country {
    std::string iso; ///< ISO 3166-1 alpha-2
    std::string name;
    std::string short_name; ///< for little room, such as "N. Korea"; empty when none
    LonLat label;           ///< approximate place of the name
    int rank;               ///< 1 (named at 1:70M and larger scales) .. 3 (at 1:10M and larger)
    LocalNames names;       ///< in other languages
};

/// Reads countries.csv. Throws ReadError with the file and the line.
[[nodiscard]] std::vector<Country> read_countries(const std::filesystem::path& csv);

} // namespace geo
