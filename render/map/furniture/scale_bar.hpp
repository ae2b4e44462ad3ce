#pragma once

#include "render/map/scene.hpp"
#include "render/map/words/distance.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace render {

/// A bar with a round number of each unit. Its lengths are geodesic distances along the page's horizontal at the
/// frame's centre. Commands are in mm about the box's top left.
struct ScaleBar {
    struct Length {
        DistanceUnit unit;
        double value, mm; ///< ground distance in the unit, and its length on the page
    };
    std::vector<Length> lengths;
    Rect box; ///< its top left is 0,0
    std::vector<Command> commands;
    std::string text; ///< "500 km, 300 nautical miles"
};

/// Empty when the frame's centre is outside the projection's domain.
[[nodiscard]] std::optional<ScaleBar> make_scale_bar(const Inputs&, const View&, std::span<const DistanceUnit>);

/// Largest ratio between two local scales, along meridians and parallels, at any points of the frame; 1 when the scale
/// is the same everywhere.
[[nodiscard]] double scale_variation(const View&);

/// Length on the page of a ground distance along the horizontal at the frame's centre; empty when the projection's
/// domain does not hold that distance.
[[nodiscard]] std::optional<double> page_length(const View&, double ground_m);

} // namespace render
