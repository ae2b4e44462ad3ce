#pragma once

#include "geo/earth/lonlat.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace assets {

/// What a ship is to somebody who watches traffic.
enum class VesselClass : std::uint8_t { Naval, CoastGuard, Government, Fishing, Cargo, Tanker, Other };
inline constexpr std::array<std::string_view, 7> vessel_classes{"naval", "coast guard", "government", "fishing",
                                                                "cargo", "tanker",      "other"}; ///< in words

/// What the live map needs of a contact beyond its State, to draw it as a target after IMO SN.1/Circ.243.
struct Target {
    bool is_target = false; ///< a ship that a feed has heard; false: drawn by its pictogram
    VesselClass of_class = VesselClass::Other;
    float heading_deg = std::numeric_limits<float>::quiet_NaN(); ///< NaN: not given
    bool stopped = false;                                        ///< below half a knot, moored or at anchor
    bool silent = false;                                         ///< no message for the limit `stale_after`
    bool named_first = false;             ///< on the watch list (an asset of the scenario), or military or government
    std::optional<geo::LonLat> last = {}; ///< last position of a contact that is lost; it has no State::where
};

} // namespace assets
