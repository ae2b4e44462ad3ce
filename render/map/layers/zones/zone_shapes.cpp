#include "render/map/layers/zones/zone_shapes.hpp"

#include "assets/model/area.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/picture/rect.hpp"

namespace render {

using assets::Zone;

std::vector<Outline> zone_lines(const View& view, const geo::Seas& seas, const Zone& zone) {
    std::vector<Outline> outlines;
    for (const geo::Polyline& line : assets::lines_of(zone.shape, &seas, zone_circle_points)) {
        auto pieces = page_lines(view, line);
        outlines.insert(outlines.end(), pieces.begin(), pieces.end());
    }
    return outlines;
}

std::vector<Outline> zone_area(const View& view, const geo::Seas& seas, const Zone& zone) {
    std::vector<Outline> outlines;
    for (const geo::Polygon& polygon : assets::polygons_of(zone.shape, &seas, zone_circle_points)) {
        auto part = page_area(view, polygon);
        outlines.insert(outlines.end(), part.begin(), part.end());
    }
    return outlines;
}

double share_of_frame(const View& view, const std::vector<Outline>& area) {
    constexpr double cell_mm = 2.0;
    CoverGrid grid{view.frame_mm, cell_mm};
    grid.add(area);
    return grid.share(view.frame_mm);
}

bool tint_fits(const View& view, const std::vector<Outline>& area) {
    constexpr double most = 0.25;
    return share_of_frame(view, area) <= most;
}

bool zone_is_widened(const View& view, const Zone& zone) {
    const auto* corridor = std::get_if<assets::CorridorShape>(&zone.shape);
    return corridor != nullptr && 2.0 * corridor->half_width_km * 1000.0 / view.m_per_mm < min_band_mm;
}

bool zone_in_frame(const View& view, const geo::Seas& seas, const Zone& zone) {
    if (touches(zone_lines(view, seas, zone), view.frame_mm)) return true;
    const Point middle{view.frame_mm.x + view.frame_mm.w / 2, view.frame_mm.y + view.frame_mm.h / 2};
    return inside(zone_area(view, seas, zone), middle);
}

} // namespace render
