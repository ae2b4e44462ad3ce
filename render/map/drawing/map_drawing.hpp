#pragma once

#include "geo/basemap/basemap.hpp"
#include "geo/basemap/countries/country_shapes.hpp"
#include "geo/basemap/relief.hpp"
#include "render/map/drawing/country_grid.hpp"
#include "render/map/drawing/cover_grid.hpp"
#include "render/map/drawing/drawn_asset.hpp"
#include "render/map/drawing/roster.hpp"
#include "render/map/scene.hpp"
#include "render/picture/builder.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace render {

/// A small dot of a crowd. Unlike a Marker, it may be covered by furniture and symbols.
struct CrowdDot {
    std::size_t state; ///< index into Snapshot::states
    Rect box;
};

/// The data from which the ground of one view is drawn; null or empty for layers that are not drawn.
struct GroundSource {
    std::shared_ptr<const std::vector<geo::Polyline>> coast;
    std::shared_ptr<const std::vector<geo::BorderLine>> borders;
    std::map<std::string, geo::Polyline> policy_lines; ///< by id of the policy feature
    std::shared_ptr<const geo::Relief> relief;
};

/// The land of one view, projected to the page. Ships' symbols keep clear of it, and tints at sea go under it.
struct PageLand {
    std::vector<std::vector<Outline>> polygons; ///< each filled by the even-odd rule
    CoverGrid grid;
    CoverGrid off_earth{}; ///< what the frame shows beyond the Earth's edge; names keep clear of it. Empty on most maps
    std::shared_ptr<const geo::CountryShapes> countries{}; ///< null while the page is laid out
    CountryGrid country_grid{};                            ///< of `countries`
};

/// A map, or a part of a map, that is being drawn: the inputs of the layers, and what each layer leaves for later ones.
struct MapDrawing {
    Builder& builder;
    const Inputs& in;
    const View& view;
    const PageLand& land;
    const GroundSource& source;
    geo::Level level;
    geo::Box bounds; ///< longitudes and latitudes that the frame can show

    std::vector<DrawnAsset> drawn{}; ///< for layers with `before_symbols` still without places (`at`)
    std::vector<Roster> rosters{};   ///< of assets that are not in `drawn`; empty for layers with `before_symbols`
    CoverGrid tint_grid{};           ///< where wide fixes and zones are tinted or hatched

    Visible visible{};
    std::vector<Marker> markers{};
    std::vector<CrowdDot> crowd{};
    CoverGrid crowd_grid{};   ///< where the dots of `crowd` lie
    std::vector<Rect> dots{}; ///< position dots and place dots, which text must not cover
    std::vector<LabelRequest> labels{};
    std::vector<Rect> fixed_texts{}; ///< boxes of labels that stay where they are; furniture keeps clear of them
    std::vector<std::vector<Point>> lines{};  ///< legs and zone outlines, which labels avoid crossing
    std::vector<std::vector<Point>> coasts{}; ///< a label that crosses one pays a small cost
    std::vector<DroppedLabel> dropped{};      ///< symbols and other things that are left out, and why

    /// Opens a top-level group for a layer, clipped to the frame.
    [[nodiscard]] Builder::Scope layer(std::string_view name, std::string_view part = {}) const {
        return builder.group({.clip = view.frame_mm, .tag = {std::string{name}, "layer", std::string{part}}});
    }
    [[nodiscard]] const Theme& theme() const noexcept { return in.theme; }
    [[nodiscard]] bool shows(std::string_view name) const { return in.shows(name); }
};

/// An empty map drawing for a view. All arguments must outlive it.
[[nodiscard]] MapDrawing make_map_drawing(Builder&, const Inputs&, const View&, const PageLand&, const GroundSource&);

/// Longitudes and latitudes that the frame can show.
[[nodiscard]] geo::Box bounds_of(const View&);

/// Projects the land to the page, and fills the grids of land and of what lies beyond the Earth's edge.
[[nodiscard]] PageLand project_land(const View&, const std::vector<geo::Polygon>&);

} // namespace render
