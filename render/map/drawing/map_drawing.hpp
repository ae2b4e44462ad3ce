#pragma once

#include "geo/basemap/basemap.hpp"
#include "geo/basemap/relief.hpp"
#include "render/map/drawing/drawn_asset.hpp"
#include "render/map/drawing/land_grid.hpp"
#include "render/map/scene.hpp"
#include "render/picture/builder.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace render {

/// One of very many assets that are dots: nothing keeps clear of it as of a Marker.
struct CrowdDot {
    std::size_t state; ///< index into Snapshot::states
    Rect box;
};

/// What the ground of one view is drawn from; null, or empty, is what is not drawn.
struct GroundSource {
    std::shared_ptr<const std::vector<geo::Polyline>> coast;
    std::shared_ptr<const std::vector<geo::BorderLine>> borders;
    std::map<std::string, geo::Polyline> policy_lines; ///< by id of the feature of the policy
    std::shared_ptr<const geo::Relief> relief;
};

/// The land of one view, projected: what lies at sea keeps clear of it or goes under it.
struct PageLand {
    std::vector<std::vector<Outline>> polygons; ///< even-odd, each
    LandGrid grid;
};

/// A map, or a part of one, being drawn: what the layers read, and what they leave for those that come after them.
struct MapDrawing {
    Builder& builder;
    const Inputs& in;
    const View& view;
    const PageLand& land;
    const GroundSource& source;
    geo::Level level;
    geo::Box bounds; ///< longitudes and latitudes that the frame can show

    std::vector<DrawnAsset> drawn{}; ///< with their places, before anything is drawn
    LandGrid tint_grid{};            ///< wide reports and zones that are tinted or hatched

    Visible visible{};
    std::vector<Marker> markers{};
    std::vector<CrowdDot> crowd{};
    LandGrid crowd_grid{};    ///< where those dots lie
    std::vector<Rect> dots{}; ///< position dots and place dots, to be kept clear of text
    std::vector<LabelRequest> labels{};
    std::vector<std::vector<Point>> lines{};  ///< tracks and zone outlines: labels cross them only when they must
    std::vector<std::vector<Point>> coasts{}; ///< a small cost to labels
    std::vector<DroppedLabel> dropped{};      ///< symbols that found no room

    /// Opens a top-level group of a layer, clipped to the frame.
    [[nodiscard]] Builder::Scope layer(std::string_view name, std::string_view part = {}) const {
        return builder.group({.clip = view.frame_mm, .tag = {std::string{name}, "layer", std::string{part}}});
    }
    [[nodiscard]] const Theme& theme() const noexcept { return in.theme; }
    [[nodiscard]] bool shows(std::string_view name) const { return in.shows(name); }
};

/// An empty drawing for a view. What it is made from must outlive it.
[[nodiscard]] MapDrawing make_map_drawing(Builder&, const Inputs&, const View&, const PageLand&, const GroundSource&);

/// Longitudes and latitudes that the frame can show.
[[nodiscard]] geo::Box bounds_of(const View&);

/// The land on the page, with its grid.
[[nodiscard]] PageLand project_land(const View&, const std::vector<geo::Polygon>&);

} // namespace render
