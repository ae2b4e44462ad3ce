#pragma once

#include "geo/basemap/basemap.hpp"
#include "render/map/ground/land_grid.hpp"
#include "render/map/scene.hpp"
#include "render/picture/builder.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace render {

/// One of very many assets that are dots: nothing keeps clear of it as of a Marker.
struct CrowdDot {
    std::size_t state; ///< index into Snapshot::states
    Rect box;
};

/// One map being drawn: what the layers read, and what they leave for those that come after them.
struct Sheet {
    Builder& builder;
    const Inputs& in;
    const View& view;
    const geo::Basemap& basemap;
    geo::Level level;
    geo::Box bounds; ///< longitudes and latitudes that the frame can show

    std::vector<FillPath> land{}; ///< projected before anything is drawn: tints go under it
    LandGrid land_grid{};
    LandGrid tint_grid{}; ///< wide reports and zones that are tinted or hatched

    Visible visible{};
    std::vector<Marker> markers{};
    std::vector<CrowdDot> crowd{};
    LandGrid crowd_grid{};    ///< where those dots lie
    std::vector<Rect> dots{}; ///< position dots and place dots, to be kept clear of text
    std::vector<LabelRequest> labels{};
    std::vector<std::vector<Point>> lines{};  ///< tracks and zone outlines: labels cross them only when they must
    std::vector<std::vector<Point>> coasts{}; ///< a small cost to labels
    std::vector<DroppedLabel> dropped{};      ///< symbols that found no room

    /// Opens a layer's top-level group, clipped to the frame. `part` names the second group of a layer that is drawn
    /// in two goes (tints under the land, lines above it).
    [[nodiscard]] Builder::Scope layer(std::string_view name, std::string_view part = {}) const {
        return builder.group({.clip = view.frame_mm, .tag = {std::string{name}, "layer", std::string{part}}});
    }
    [[nodiscard]] const Theme& theme() const noexcept { return in.theme; }
    [[nodiscard]] bool shows(std::string_view name) const { return in.figure.shows(name); }
};

[[nodiscard]] inline Colour faded(Colour colour, double opacity) {
    colour.a = static_cast<std::uint8_t>(std::lround(colour.a * opacity));
    return colour;
}
[[nodiscard]] inline bool contains(const Rect& r, Point p) noexcept {
    return p.x >= r.x && p.x <= r.right() && p.y >= r.y && p.y <= r.bottom();
}
[[nodiscard]] inline bool contains(const Rect& outer, const Rect& r) noexcept {
    return r.x >= outer.x && r.y >= outer.y && r.right() <= outer.right() && r.bottom() <= outer.bottom();
}
[[nodiscard]] inline bool overlap(const Rect& a, const Rect& b) noexcept {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}
[[nodiscard]] inline Rect grown(const Rect& r, double mm) noexcept {
    return {r.x - mm, r.y - mm, r.w + 2 * mm, r.h + 2 * mm};
}
[[nodiscard]] inline Rect moved(const Rect& r, Point by) noexcept {
    return {r.x + by.x, r.y + by.y, r.w, r.h};
}

} // namespace render
