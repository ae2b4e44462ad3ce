#pragma once

#include "assets/model/asset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assets::ais {

/// The kind of station that an MMSI belongs to (ITU-R M.585). MMM stands for the MID, the three digits of the country.
enum class Station : std::uint8_t {
    Ship,           ///< MMMxxxxxx
    ShipGroup,      ///< 0MMMxxxxx
    Coast,          ///< 00MMMxxxx: also base stations
    SearchAircraft, ///< 111MMMxxx
    Handheld,       ///< 8MMMxxxxx
    Craft,          ///< 98MMMxxxx: a boat that belongs to a ship
    Aid,            ///< 99MMMxxxx: buoys, lights, virtual aids
    Sart,           ///< 970: search and rescue transmitter
    ManOverboard,   ///< 972
    Epirb,          ///< 974: distress beacon
    None,           ///< not a valid form of number
};

struct Identity {
    Station station = Station::None;
    std::string_view country; ///< ISO 3166-1 alpha-2; empty when the number has no MID or an unassigned one
};

/// `mmsi` as sent: 30 bits, so it may have ten digits.
[[nodiscard]] Identity identity_of(std::uint32_t mmsi) noexcept;

/// The country of a MID (200 to 799), from the ITU's table of maritime identification digits; empty for an unassigned
/// MID.
[[nodiscard]] std::string_view country_of_mid(std::uint32_t mid) noexcept;

/// Helicopter by the seventh digit; empty for any other aircraft, whose kind the number does not say.
[[nodiscard]] std::optional<AssetType> search_aircraft_type(std::uint32_t mmsi) noexcept;

/// The meaning of a ship type code (ITU-R M.1371, table 53). `type` is empty for "not available" and for reserved
/// codes.
struct ShipType {
    std::optional<AssetType> type;
    bool pleasure = false, military = false;
};
[[nodiscard]] ShipType ship_type(std::uint32_t code) noexcept;

/// The words for a code of ship and cargo type (ITU-R M.1371-5, table 53): "tug", "cargo ship, hazardous category A".
/// Empty for "not available" and for reserved codes.
[[nodiscard]] std::string ship_type_words(int code);

/// Whether the IMO number has seven digits and ends with the right check digit.
[[nodiscard]] bool has_valid_check_digit(std::uint32_t imo) noexcept;

} // namespace assets::ais
