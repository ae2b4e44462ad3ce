#pragma once

#include "render/map/style/theme.hpp"
#include "render/picture/colour.hpp"

#include <vector>

namespace render {

/// The look of the area of a wide fix, on the map and in the legend.
struct AreaStyle {
    Colour fill, rim;
    double rim_mm;
};
/// Dashes in mm of the circle that shows the radius of a report.
inline const std::vector<double> radius_dashes{0.9, 0.7};

[[nodiscard]] inline AreaStyle area_style(const Theme& theme) {
    return {faded(theme.text_muted, 1.3 * theme.area_tint_opacity), faded(theme.text_muted, 0.8),
            theme.zone_line_mm * 0.6};
}

} // namespace render
