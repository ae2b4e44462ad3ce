#pragma once

#include "app/session/session.hpp"

#include <optional>
#include <string>
#include <vector>

/// The contents of the asset panel, as data.
namespace app {

struct AssetRow {
    assets::AssetIndex asset = assets::no_index;
    std::string id, name;
    std::string detail; ///< "Frigate FFH 331"
    std::string words;  ///< the state at the instant shown: "Incheon (reported, within 5 km)"
    assets::How how = assets::How::Absent;
    int depth = 0; ///< 1: at the instant shown, a member of the group above it
    bool shown = true;
    bool selected = false;
    std::optional<geo::LonLat> at = std::nullopt; ///< where to centre the map; none without a position
    double width_km = 0;                          ///< the ground width to show there
};

struct AssetCountry {
    std::string code;           ///< ISO 3166-1 alpha-2; empty: none given
    std::string name;           ///< "Canada"; "No country"
    std::vector<AssetRow> rows; ///< in the order of the file; members follow their group
    int shown = 0, known = 0;   ///< number of rows that are not hidden; number of rows that have a position now
};

/// The declared assets by country; countries are in the order in which the file first names them. `filter`: only assets
/// whose folded name, short name, hull, id, alias, type or country contains it, and the groups of such assets.
[[nodiscard]] std::vector<AssetCountry> asset_list(const Session&, const std::string& filter);

/// The type in words: "maritime patrol aircraft".
[[nodiscard]] std::string type_words(assets::AssetType);
/// The name of the country: "Canada"; the code itself if the country is unknown; "No country" for an empty code.
[[nodiscard]] std::string country_words(const assets::Scenario&, const std::string& code);
/// The ground width in km at which a circle of this radius is well visible, at least 120 km.
[[nodiscard]] double view_width_km(double radius_km) noexcept;

} // namespace app
