#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"
#include "geo/projection/projection.hpp"

#include <string>
#include <vector>

namespace app {

/// The projection of the window, and the position and scale of the window on the projection's plane.
struct ViewState {
    std::string projection = "laea"; ///< a preset, a PROJ string or EPSG:n
    geo::LonLat projection_centre = geo::lonlat(0, 0);
    geo::Metres centre{};         ///< projected metres at the window's middle
    double m_per_mm = 0;          ///< 0: not set yet; see scale_for()
    double width_km = 0;          ///< projected km that must fit into the window when m_per_mm is 0
    double height_km = 0;         ///< likewise; 0: only the width must fit
    bool room_for_labels = false; ///< fitted and not moved since: names beside the outermost symbols are in the window
    [[nodiscard]] friend bool operator==(const ViewState&, const ViewState&) = default;

    /// m_per_mm for a window of this size: m_per_mm if it is set, otherwise the scale at which width_km and height_km
    /// fit. Send it with LookAt{centre, scale} once the window's size is known. 0 for a window without area.
    [[nodiscard]] double scale_for(double width_mm, double height_mm) const noexcept;
};

/// Room beside the outermost symbols, mm; in a small window a fifth of its side. Their names turn inwards.
inline constexpr double label_room_w_mm = 12, label_room_h_mm = 8;

/// Limits of the scale: from a harbour to a thumbnail of the Earth.
inline constexpr double least_m_per_mm = 0.5, most_m_per_mm = 1'000'000;

/// The point on the line from `wanted` to `inside` that is nearest to `wanted` and on Earth. `inside` must be on Earth.
[[nodiscard]] geo::Metres clamp_to_earth(const geo::Projection&, geo::Metres wanted, geo::Metres inside);

} // namespace app
