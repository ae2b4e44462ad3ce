#pragma once

#include "geo/earth/lonlat.hpp"

#include <string>
#include <string_view>

namespace geo {

/// A position as read from a text, or why the text gives none.
struct PositionText {
    std::optional<LonLat> position{};
    bool assumed_order = false; ///< neither letters nor sizes say which number is the latitude; the first was taken
    bool is_wrapped = false;    ///< the longitude was beyond 180 degrees
    std::string problem{};      ///< completes "'TEXT' ..." if there is no position
};

/// Reads a position in one of these writings:
/// - two angles in degrees; degrees and minutes; or degrees, minutes and seconds: `35.28 N 139.67 E`, `35°17'30"N
///   139°40'12"E`, `35-17-30N 139-40-12E`, `N35 17.5 E139 40.2`, `lat 35.28, lon 139.67`, `351730N 1394012E`,
///   `+35.28+139.67/`, `북위 35도 17분 동경 139도 40분`. Without letters the latitude stands first unless only the
///   second number can be one;
/// - UTM with an MGRS band or a hemisphere in full: `54S 378000 3905000`, `54 north 378000 3905000`;
/// - MGRS with at least two digits: `54SUE 78 05`; the position is the middle of the square.
[[nodiscard]] PositionText read_position(std::string_view);

/// An angle as read from a text, or why the text gives none.
struct AngleText {
    std::optional<double> degrees{};
    std::string problem{};   ///< completes "'TEXT' ..." if there is no angle
    bool other_axis = false; ///< its letter belongs to the other axis
};
enum class Axis { Longitude, Latitude };

/// Reads one angle in the writings of read_position().
[[nodiscard]] AngleText read_angle(std::string_view, Axis);

} // namespace geo
