#pragma once

#include "geo/earth/lonlat.hpp"

#include <span>
#include <string_view>

namespace geo {

/// A frame with a name, for maps of one theatre: a projection, the centre, and a rectangle that the map must hold.
struct NamedFrame {
    std::string_view name, title;
    std::string_view projection;    ///< a preset or a PROJ string
    double lon, lat;                ///< of the centre, degrees
    double width_km;                ///< projected
    double shape;                   ///< width by height of the rectangle
    std::string_view landmark = {}; ///< id of a place that maps with this frame name, however small it is

    [[nodiscard]] LonLat centre() const { return lonlat(lon, lat); }
};

/// All named frames, in the order of help.
[[nodiscard]] std::span<const NamedFrame> named_frames() noexcept;
[[nodiscard]] const NamedFrame* named_frame(std::string_view name) noexcept; ///< null when there is none

} // namespace geo
