#pragma once

#include "geo/projection/projection.hpp"
#include "render/picture/picture.hpp"

#include <optional>

namespace render {

/// Where the Earth lies on the page: a projection, the projected point at the frame's centre, and the scale.
struct View {
    const geo::Projection* projection;
    geo::Metres centre_m;
    double m_per_mm;
    Rect frame_mm;       ///< the map's rectangle on the page
    double tolerance_mm; ///< max(0.1 mm, 0.7 device pixel)

    /// Denominator of the page scale: mm of projected ground per mm on the page.
    [[nodiscard]] double scale_denominator() const noexcept { return m_per_mm * 1000.0; }
    [[nodiscard]] Point to_page(geo::Metres) const noexcept;
    [[nodiscard]] geo::Metres to_metres(Point) const noexcept;
    /// Empty when the place is outside the projection's domain. The point may lie outside the frame.
    [[nodiscard]] std::optional<Point> to_page(geo::LonLat) const;
    /// The frame with a margin around it, in projected metres.
    [[nodiscard]] geo::Frame geo_frame(double margin_mm = 0) const noexcept;
};

/// Whether the frame is less than 100 km wide. Such maps show how exact positions are, and name bays and harbours.
[[nodiscard]] inline bool is_harbour_map(const View& view) noexcept {
    return view.m_per_mm * view.frame_mm.w < 100'000.0;
}

/// Step of the graticule: a round number of degrees or minutes that puts lines about 42 mm apart at the frame's centre.
[[nodiscard]] double graticule_step_deg(const View&) noexcept;

} // namespace render
