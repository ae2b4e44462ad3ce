#include "render/map/drawing/map_drawing.hpp"

#include "render/map/drawing/shapes.hpp"

namespace render {
namespace {

constexpr double cell_mm = 0.6; ///< cell size of the grids of land and tints

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
    for (const geo::Polygon& polygon : polygons) {
        auto outlines = page_area(view, polygon);
        if (outlines.empty()) continue;
        land.grid.add(outlines);
        land.polygons.push_back(std::move(outlines));
    }
    return land;
}

} // namespace render
