#pragma once

#include "render/map/drawing/map_drawing.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace render {

/// A numbered mark on a map of a period: a call, or the calls at places too near each other to be told apart.
struct Stop {
    std::size_t voyage;             ///< index into Snapshot::voyages
    std::vector<std::size_t> calls; ///< of the voyage, ascending; at least one
    Point position;                 ///< on the page: of the first of these calls
    bool wide;                      ///< the asset was somewhere in an area
    std::string text{};             ///< the numbers: "4/18"
    Rect box{};                     ///< of the placed mark
    [[nodiscard]] Point at() const noexcept { return {box.x + box.w / 2, box.y + box.h / 2}; }
};

/// Records the calls outside the frame.
void record_calls(Visible&, const assets::Snapshot&, const View&);

/// The stops in the frame, in order of voyages and calls, with their places. A stop without room gets an empty box.
[[nodiscard]] std::vector<Stop> stops_in_frame(const MapDrawing&);

/// The stops that are named on the map, most important first: beginning, end, farthest call, canals, then long stays.
/// At most eight, four on a page up to 100 mm wide.
[[nodiscard]] std::vector<const Stop*> named_stops(const Inputs&, const std::vector<Stop>&);

} // namespace render
