#include "geo/projection/impl.hpp"

#include <algorithm>
#include <cmath>

/// Finds the part of the Earth that a frame can show.
namespace geo {

namespace {

constexpr int cells = 32; ///< the frame is sampled by a grid of this many cells each way

/// The shortest range of longitudes that contains all of `lons`, grown by `margin` degrees on both sides.
std::pair<double, double> shortest_range(std::vector<double> lons, double margin) {
    for (double& lon : lons)
        lon = wrap_longitude(lon);
    std::sort(lons.begin(), lons.end());
    double gap = lons.front() + 360 - lons.back();
    std::size_t after = 0;
    for (std::size_t i = 1; i < lons.size(); ++i)
        if (lons[i] - lons[i - 1] > gap) {
            gap = lons[i] - lons[i - 1];
            after = i;
        }
    if (gap <= 2 * margin) return {-180, 180};
    return {lons[after] - margin, lons[after] + 360 - gap + margin};
}

} // namespace

Box Projection::Impl::find_bounds(const Rect& frame) const {
    // A frame far larger than the projected Earth would be sampled too coarsely, so it is cut to the Earth.
    const Rect visible{std::max(frame.west, domain_extent.west), std::max(frame.south, domain_extent.south),
                       std::min(frame.east, domain_extent.east), std::min(frame.north, domain_extent.north)};
    if (!(visible.west <= visible.east && visible.south <= visible.north))
        return *Box::from_degrees(domain.lon, 0, domain.lon, 0);

    constexpr int n = cells + 1;
    std::vector<Vertex> grid;
    grid.reserve(static_cast<std::size_t>(n) * n);
    for (int row = 0; row < n; ++row)
        for (int column = 0; column < n; ++column) {
            const double x = visible.west + (visible.east - visible.west) * column / cells;
            const double y = visible.south + (visible.north - visible.south) * row / cells;
            Vertex v = transform.inverse(x, y);
            if (finite(v) && (std::abs(v.y) > 90 + 1e-9 || !in_domain(v.x, std::clamp(v.y, -90.0, 90.0))))
                v.x = HUGE_VAL;
            if (finite(v)) {
                const Vertex back = transform.forward(v.x, v.y);
                if (!(std::hypot(back.x - x, back.y - y) < 1)) v.x = HUGE_VAL;
            }
            grid.push_back(v);
        }

    // Extremes between samples exceed the sampled ones by less than the difference of neighbouring samples.
    double margin_lat = 0;
    double margin_lon = 0;
    const auto widen_margins = [&](const Vertex& a, const Vertex& b) {
        if (!finite(a) || !finite(b)) return;
        margin_lat = std::max(margin_lat, std::abs(a.y - b.y));
        margin_lon = std::max(margin_lon, std::abs(std::remainder(a.x - b.x, 360.0)));
    };
    std::vector<double> lons;
    double south = 90;
    double north = -90;
    const auto add = [&](double lon, double lat) {
        lons.push_back(lon);
        south = std::min(south, lat);
        north = std::max(north, lat);
    };
    for (int row = 0; row < n; ++row)
        for (int column = 0; column < n; ++column) {
            const auto at = static_cast<std::size_t>(row) * n + static_cast<std::size_t>(column);
            const Vertex& v = grid[at];
            if (!finite(v)) continue;
            add(v.x, v.y);
            if (column > 0) widen_margins(v, grid[at - 1]);
            if (row > 0) widen_margins(v, grid[at - n]);
        }
    // Add the outline of the domain where it lies within the frame.
    const Rect enlarged{
        visible.west - (visible.east - visible.west) / cells, visible.south - (visible.north - visible.south) / cells,
        visible.east + (visible.east - visible.west) / cells, visible.north + (visible.north - visible.south) / cells};
    const Chain rim = outline(1);
    Chain projected_rim = rim;
    transform.forward(projected_rim);
    bool rim_visible = false;
    for (std::size_t i = 0; i < rim.size(); ++i)
        if (finite(projected_rim[i]) && enlarged.contains(projected_rim[i].x, projected_rim[i].y)) {
            add(rim[i].x, rim[i].y);
            rim_visible = true;
        }
    if (rim_visible) {
        margin_lat = std::max(margin_lat, 1.0);
        margin_lon = std::max(margin_lon, 1.0);
    }
    bool around_pole = false;
    for (const double pole : {90.0, -90.0}) {
        if (!in_domain(domain.lon, pole)) continue;
        const Vertex p = transform.forward(domain.lon, pole);
        if (!finite(p) || !enlarged.contains(p.x, p.y)) continue;
        add(domain.lon, pole);
        around_pole = true;
    }
    if (lons.empty()) return *Box::from_degrees(domain.lon, 0, domain.lon, 0);
    const auto [west, east] = around_pole ? std::pair{-180.0, 180.0} : shortest_range(std::move(lons), margin_lon);
    return *Box::from_degrees(west, std::max(-90.0, south - margin_lat), east, std::min(90.0, north + margin_lat));
}

const Projection::Impl::FrameRegion& Projection::Impl::region_of(const Frame& frame) {
    if (last_region) {
        const Frame& f = last_region->frame;
        if (f.west_m == frame.west_m && f.south_m == frame.south_m && f.east_m == frame.east_m &&
            f.north_m == frame.north_m && f.tolerance_m == frame.tolerance_m)
            return *last_region;
    }
    const Rect rect{frame.west_m, frame.south_m, frame.east_m, frame.north_m};
    const Box bounds = find_bounds(rect);
    FrameRegion region{frame, rect, bounds, {}, false, 2};
    if (cap) {
        const Rect window{bounds.west(), bounds.south(), bounds.west() + bounds.width_deg(), bounds.north()};
        region.whole_cap = bounds.width_deg() > 350 || bounds.north() >= 90 || bounds.south() <= -90;
        region.windows.push_back(region.whole_cap ? Rect{-180, bounds.south(), 180, bounds.north()} : window);
    } else {
        const Rect& strip = domain.strip;
        const double south = std::max(bounds.south(), strip.south);
        const double north = std::min(bounds.north(), strip.north);
        if (bounds.width_deg() >= 359) {
            region.windows.push_back({strip.west, south, strip.east, north});
        } else {
            double west = bounds.west();
            while (west < strip.west)
                west += 360;
            while (west >= strip.west + 360)
                west -= 360;
            const double east = west + bounds.width_deg();
            if (west < strip.east) region.windows.push_back({west, south, std::min(east, strip.east), north});
            if (east > strip.west + 360)
                region.windows.push_back({strip.west, south, std::min(east - 360, strip.east), north});
        }
        std::erase_if(region.windows, [](const Rect& w) { return w.south > w.north || w.west > w.east; });
    }
    last_region = std::move(region);
    return *last_region;
}

} // namespace geo
