#pragma once

#include "render/map/scene.hpp"

#include <optional>
#include <vector>

namespace render {

/// A bar with round kilometres above and round nautical miles below, its length true by geodesics at the frame's
/// centre, along the page's horizontal. Commands are in mm about the box's top left.
struct ScaleBar {
    double km, km_mm;   ///< ground distance and its length on the page
    double nmi, nmi_mm; ///< the same in nautical miles
    Rect box;           ///< at 0,0
    std::vector<Command> commands;
    std::string text; ///< "500 km, 300 nmi"
};

/// Empty when the frame's centre is outside the projection's domain.
[[nodiscard]] std::optional<ScaleBar> make_scale_bar(const Inputs&, const View&);

/// Largest ratio between local scales, of any point of the frame and any direction, 1 for a true plan.
[[nodiscard]] double scale_variation(const View&);

/// Length on the page of a ground distance at the frame's centre, along the horizontal; empty when the view does not
/// hold it.
[[nodiscard]] std::optional<double> page_length(const View&, double ground_m);

} // namespace render
