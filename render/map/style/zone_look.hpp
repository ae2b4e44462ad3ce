#pragma once

#include "assets/model/zone.hpp"
#include "render/map/style/theme.hpp"

#include <vector>

namespace render {

/// How a zone is drawn, on the map and in the legend. Kinds differ by width, dashes and hatch, not only by colour.
struct ZoneLook {
    enum class Fill { None, Tint, Hatch };
    Colour line;
    double width_mm;            ///< of the line or rim; 0: none
    std::vector<double> dashes; ///< dashes and gaps in mm; empty: a solid line
    Fill fill = Fill::None;
    Colour fill_colour{};
    double hatch_angle_deg = 0, hatch_spacing_mm = 0;
    bool soft = false; ///< the tint thins out at the edge, so that no edge can be read as a boundary
};

/// The look by kind, status, `drawn`, `colour` and `country` of the zone.
[[nodiscard]] ZoneLook zone_look(const Theme&, const assets::Zone&);

/// Whether the kind is drawn above the land. Patrol areas, exercise areas and the like lie at sea.
[[nodiscard]] bool is_on_land(assets::ZoneKind) noexcept;

/// A ring of a figure as a zone of kind range_ring.
[[nodiscard]] assets::Zone ring_zone(const assets::CircleShape&, std::size_t index);

} // namespace render
