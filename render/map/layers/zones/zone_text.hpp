#pragma once

#include "render/map/drawing/map_drawing.hpp"

#include <optional>
#include <vector>

/// The texts of zones; none without the layer of names.
namespace render {

/// A text that stands upright at a fixed point of a zone, and the room around it in which no hatch or line is drawn.
struct ZoneText {
    LabelRequest request;
    Rect room;
};

/// The numeral or name inside a hatched area: "4" for "Zone 4" if other zones are numbered too. Empty if the text does
/// not fit into the part of the area inside the frame.
[[nodiscard]] std::optional<ZoneText> text_in_area(const MapDrawing&, const assets::Zone&,
                                                   const std::vector<Outline>& area);

/// The radius on a range ring: "500 km". Empty if no part of the ring has room for the text, or if
/// the ring is less than `least_widths` times as wide as the text.
[[nodiscard]] std::optional<ZoneText> radius_on_ring(const MapDrawing&, const assets::Zone&, double least_widths = 3);

/// The name of an area that has no room for it, upright beside the area and rather over water than over land. Empty if
/// there is no room beside it either.
[[nodiscard]] std::optional<ZoneText> name_beside_area(const MapDrawing&, const assets::Zone&,
                                                       const std::vector<Outline>& area);

/// The name of any other circle on its rim, on two rows where the circle is narrow. Empty if the circle has no room for
/// it, or is less than 1.8 times as wide as the longer row.
[[nodiscard]] std::optional<ZoneText> name_on_rim(const MapDrawing&, const assets::Zone&);

/// On which side of a circle's rim its name runs. Inside a rim it would read as the name of what lies there.
enum class NameOfCircle { Inside, Outside };

/// Requests the name of a zone: over water for a patrol circle, below the sea's name for a whole sea, along the rim of
/// any other circle, else along its lines.
void request_zone_name(MapDrawing&, const assets::Zone&, const std::vector<Outline>& lines, NameOfCircle);

} // namespace render
