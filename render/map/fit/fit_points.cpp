#include "render/map/fit/fit_points.hpp"

#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/earth/inside.hpp"
#include "render/map/drawing/asset_filter.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace render {
namespace {

using Points = std::vector<geo::LonLat>;
using assets::CircleShape;

Points points_of(const CircleShape& circle) {
    constexpr int directions = 24;
    Points points;
    for (int i = 0; i < directions; ++i)
        points.push_back(geo::point_along(circle.centre, 360.0 * i / directions, circle.radius_km * 1000.0));
    return points;
}

/// The vertices of a line, with further points between those that are far apart.
Points points_of(const geo::Polyline& line) {
    constexpr double step_deg = 5.0;
    Points points;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const geo::Degrees to = line[i], from = i == 0 ? to : line[i - 1];
        const double length = std::max(std::abs(to.lon - from.lon), std::abs(to.lat - from.lat));
        const int pieces = std::max(1, static_cast<int>(std::ceil(length / step_deg)));
        for (int k = 1; k <= pieces; ++k) {
            const double share = static_cast<double>(k) / pieces;
            points.push_back(geo::lonlat(geo::wrap_longitude(from.lon + share * (to.lon - from.lon)),
                                         from.lat + share * (to.lat - from.lat)));
        }
    }
    return points;
}

void append(Points& to, const Points& from) {
    to.insert(to.end(), from.begin(), from.end());
}

void add_zone(Points& points, const assets::Zone& zone, const geo::Atlas* atlas) {
    if (const auto* circle = std::get_if<CircleShape>(&zone.shape)) return append(points, points_of(*circle));
    for (const geo::Polyline& line : assets::skeleton_of(zone.shape, atlas ? &atlas->seas : nullptr).lines)
        append(points, points_of(line));
}

bool holds(const geo::Polygon& polygon, geo::LonLat where) {
    // Outlines across the antimeridian have longitudes beyond 180 degrees.
    return geo::inside(polygon, {where.lon(), where.lat()}) || geo::inside(polygon, {where.lon() + 360, where.lat()}) ||
           geo::inside(polygon, {where.lon() - 360, where.lat()});
}

/// Adds the outline of the area, or of its part in the circle.
void add_area(Points& points, const geo::Polygon& area, const std::optional<CircleShape>& circle) {
    if (area.rings.empty()) return;
    for (const geo::LonLat where : points_of(area.rings.front()))
        if (!circle || geo::distance_m(circle->centre, where) <= circle->radius_km * 1000) points.push_back(where);
    if (!circle) return;
    for (const geo::LonLat where : points_of(*circle))
        if (holds(area, where)) points.push_back(where);
}

void add_state(Points& points, const assets::Scenario& scenario, const assets::State& state) {
    constexpr double wide_km = 1000, part_km = 600;
    if (!state.where) return;
    points.push_back(*state.where);
    if (state.point != assets::PointIs::StandIn) return;
    std::optional<CircleShape> circle;
    if (state.radius_km) circle = CircleShape{*state.where, *state.radius_km};
    if (state.area()) {
        const auto polygons = assets::polygons_of(scenario, *state.area());
        if (!state.circle_cut_to_area()) {
            if (circle && circle->radius_km > wide_km)
                circle->radius_km = part_km;
            else
                circle.reset();
        }
        for (const geo::Polygon& polygon : polygons)
            add_area(points, polygon, circle);
        if (!polygons.empty()) return;
        if (const assets::Zone* zone = scenario.zone(state.area()->id))
            return add_zone(points, *zone, scenario.atlas.get());
    }
    if (circle) append(points, points_of(*circle));
}

/// The calls and the ways of the voyages. `id`: only those of this asset; empty: all.
void add_voyages(Points& points, const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                 std::string_view id) {
    constexpr double step_m = 500'000;
    for (const assets::Voyage& voyage : snapshot.voyages) {
        if (!id.empty() && scenario.assets[voyage.asset].id != id) continue;
        for (const assets::Call& call : voyage.calls)
            points.push_back(call.at);
        for (const assets::VoyageLeg& leg : voyage.legs)
            if (leg.path)
                for (const geo::Degrees at : leg.path->polyline(step_m))
                    points.push_back(geo::lonlat(geo::wrap_longitude(at.lon), at.lat));
    }
}

} // namespace

Points shown_points(const assets::Scenario& scenario, const assets::Snapshot& snapshot, const Figure& figure) {
    Points points;
    if (figure.period) {
        add_voyages(points, scenario, snapshot, {});
        return points;
    }
    const AssetFilter filter{figure};
    for (const auto& state : snapshot.states.compute_all()) {
        if (!filter.allows(scenario.assets[state.asset].id)) continue;
        add_state(points, scenario, state);
    }
    return points;
}

Points shown_points(const assets::Scenario& scenario, std::span<const assets::Snapshot* const> snapshots,
                    const Figure& figure) {
    Points points;
    for (const assets::Snapshot* snapshot : snapshots)
        append(points, shown_points(scenario, *snapshot, figure));
    return points;
}

Points fitted_points(const assets::Scenario& scenario, std::span<const assets::Snapshot* const> snapshots,
                     const Figure& figure) {
    if (figure.fit_all) return shown_points(scenario, snapshots, figure);
    Points points;
    for (const std::string& id : figure.fit) {
        const std::size_t before = points.size();
        for (const assets::Snapshot* snapshot : snapshots) {
            if (figure.period) add_voyages(points, scenario, *snapshot, id);
            for (const assets::State& state : snapshot->states.compute_all()) {
                if (!figure.period && scenario.assets[state.asset].id == id) add_state(points, scenario, state);
            }
        }
        if (const assets::Zone* zone = scenario.zone(id)) add_zone(points, *zone, scenario.atlas.get());
        if (points.size() == before) {
            throw FigureError{fmt::format("fit: '{}' is neither a zone nor an asset with a position at that time", id)};
        }
    }
    return points;
}

} // namespace render
