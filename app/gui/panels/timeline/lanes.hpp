#pragma once

#include "app/gui/panels/widgets.hpp"
#include "app/session/models/timeline_model.hpp"

#include <algorithm>

namespace app {

/// Draws the deployments of an asset as bars along the axis and its fixes as darker pieces, between `top` and `bottom`
/// (screen pixels). Uncertain times fade out.
void draw_lane(const PanelContext&, const TimeAxis&, const TimelineLane&, float top, float bottom);
/// Draws a mark for each event between `top` and `bottom` (screen pixels).
void draw_event_marks(const PanelContext&, const TimeAxis&, const TimelineModel&, float top, float bottom);

/// The x of an instant in screen pixels, at most two widths from the left edge.
[[nodiscard]] inline float x_of(const TimeAxis& axis, assets::Instant t) {
    const double limit = axis.width() * 2; // larger values could overflow a vertex
    return static_cast<float>(std::clamp(axis.x_of(t), axis.left() - limit, axis.left() + limit));
}
[[nodiscard]] inline float left_of(const TimeAxis& axis) {
    return static_cast<float>(axis.left());
}
[[nodiscard]] inline float right_of(const TimeAxis& axis) {
    return static_cast<float>(axis.left() + axis.width());
}

} // namespace app
