#pragma once

#include "render/map/drawing/map_drawing.hpp"

#include <vector>

/// Zones as shapes of the page.
namespace render {

inline constexpr double min_band_mm = 0.4; ///< a narrower band is drawn this wide, and the legend says so
inline constexpr int zone_circle_points = 120;

/// Lines of a zone on the page: its course, or the outlines of its area.
[[nodiscard]] std::vector<Outline> zone_lines(const View&, const geo::Seas&, const assets::Zone&);

/// The share of the frame that an area covers, 0 to 1.
[[nodiscard]] double share_of_frame(const View&, const std::vector<Outline>& area);

/// Whether an area may be tinted: it covers at most a quarter of the frame.
[[nodiscard]] bool tint_fits(const View&, const std::vector<Outline>& area);

} // namespace render
