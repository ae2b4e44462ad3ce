#include "render/map/drawing/map_drawing.hpp"

#include "render/map/drawing/shapes.hpp"
#include "render/picture/outlines.hpp"

namespace render {
namespace {

constexpr double cell_mm = 0.6; ///< cell size of the grids of land and tints

/// Covers what the frame shows beyond the Earth's edge; empty when it shows no edge.
CoverGrid off_earth_grid(const View& view) {
    std::vector<Outline> beyond = page_domain(view);
    const Rect& frame = view.frame_mm;
    beyond.push_back(rectangle(frame));
    CoverGrid grid{frame, cell_mm};
    grid.add({beyond}); // even-odd: the frame without the Earth
    return grid.share(frame) > 0 ? grid : CoverGrid{};
}

} // namespace

MapDrawing make_map_drawing(Builder& builder, const Inputs& in, const View& view, const PageLand& land,
                            const GroundSource& source) {
    const geo::Level level = geo::level_for_scale(view.scale_denominator());
    MapDrawing drawing{builder, in, view, land, source, level, bounds_of(view)};
    drawing.tint_grid = CoverGrid{view.frame_mm, cell_mm};
    return drawing;
}

geo::Box bounds_of(const View& view) {
    return view.projection->bounds(view.geo_frame(2.0));
}

PageLand project_land(const View& view, const std::vector<geo::Polygon>& polygons) {
    PageLand land{{}, CoverGrid{view.frame_mm, cell_mm}};
    land.off_earth = off_earth_grid(view);
    for (const geo::Polygon& polygon : polygons) {
        auto outlines = page_area(view, polygon);
        if (outlines.empty()) continue;
        land.grid.add(outlines);
        land.polygons.push_back(std::move(outlines));
    }
    return land;
}

} // namespace render
