#pragma once

#include "app/session/session.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the asset panel lists, as data.
namespace app {

struct AssetRow {
    assets::AssetIndex asset = assets::no_index;
    std::string id, name;
    std::string detail; ///< "Frigate FFH 331"
    std::string words;  ///< how it is known now: "Incheon (reported, within 5 km)"
    assets::How how = assets::How::Absent;
    int depth = 0; ///< 1: a member of the group above it, now
    bool shown = true;
    bool selected = false;
    std::optional<geo::LonLat> at = std::nullopt; ///< where to go; none when it is nowhere
    double width_km = 0;
};

struct AssetCountry {
    std::string code;           ///< ISO 3166-1 alpha-2; empty: none given
    std::string name;           ///< "Canada"; "No country"
    std::vector<AssetRow> rows; ///< as in the file; members of a group under it
    int shown = 0, known = 0;   ///< of the rows: not hidden; somewhere on the map now
};

/// By country, in the order in which countries first stand in the file. `filter`: only assets whose name, short name,
/// hull, id, alias, type or country holds it, folded; a group stays above a member that is found.
[[nodiscard]] std::vector<AssetCountry> asset_list(const Session&, const std::string& filter);

/// "maritime patrol aircraft"
[[nodiscard]] std::string type_words(assets::AssetType);
/// "Canada"; the code itself when the country is not known.
[[nodiscard]] std::string country_words(const assets::Scenario&, const std::string& code);
/// A width of ground in km that shows a circle of this radius well.
[[nodiscard]] double width_around(double radius_km) noexcept;

} // namespace app
