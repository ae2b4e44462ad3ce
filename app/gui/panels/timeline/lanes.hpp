#pragma once

#include "app/gui/panels/widgets.hpp"
#include "app/session/models/timeline_model.hpp"

#include <algorithm>

namespace app {

/// Draws one asset's deployments and reports along the axis, between `top` and `bottom` (pixels on the screen): bars,
/// and darker pieces in them; what is uncertain is faded.
void draw_lane(const PanelContext&, const TimeAxis&, const TimelineLane&, float top, float bottom);
/// Draws a mark for each event on the strip between `top` and `bottom`.
void draw_event_marks(const PanelContext&, const TimeAxis&, const TimelineModel&, float top, float bottom);

[[nodiscard]] inline float x_of(const TimeAxis& axis, assets::Instant t) {
    // Far outside is as good as just outside, and does not overflow a vertex.
    const double wide = axis.width() * 2;
    return static_cast<float>(std::clamp(axis.x_of(t), axis.left() - wide, axis.left() + wide));
}
[[nodiscard]] inline float left_of(const TimeAxis& axis) {
    return static_cast<float>(axis.left());
}
[[nodiscard]] inline float right_of(const TimeAxis& axis) {
    return static_cast<float>(axis.left() + axis.width());
}

} // namespace app
