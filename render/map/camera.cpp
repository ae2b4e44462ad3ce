#include "render/map/camera.hpp"

#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/error.hpp"
#include "render/map/drawing/asset_filter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double radians = std::numbers::pi / 180.0;
/// Share of the frame that stays free on every side of fitted points, and the least width of a fitted view.
constexpr double fit_margin = 0.10, min_fit_width_m = 200'000.0;

/// Mean direction of the points on a sphere; the first point when they cancel out.
geo::LonLat middle(const std::vector<geo::LonLat>& points) {
    std::array<double, 3> sum{};
    for (const geo::LonLat p : points) {
        sum[0] += std::cos(p.lat() * radians) * std::cos(p.lon() * radians);
        sum[1] += std::cos(p.lat() * radians) * std::sin(p.lon() * radians);
        sum[2] += std::sin(p.lat() * radians);
    }
    const double flat = std::hypot(sum[0], sum[1]);
    if (std::hypot(flat, sum[2]) < 1e-6) return points.front();
    return geo::lonlat(std::atan2(sum[1], sum[0]) / radians, std::atan2(sum[2], flat) / radians);
}

std::vector<geo::LonLat> edges(const geo::Box& box) {
    constexpr int pieces = 48;
    std::vector<geo::LonLat> points;
    for (int i = 0; i <= pieces; ++i) {
        const double along = static_cast<double>(i) / pieces;
        const double lon = geo::wrap_longitude(box.west() + along * box.width_deg());
        const double lat = box.south() + along * (box.north() - box.south());
        points.push_back(geo::lonlat(lon, box.south()));
        points.push_back(geo::lonlat(lon, box.north()));
        points.push_back(geo::lonlat(box.west(), lat));
        points.push_back(geo::lonlat(box.east(), lat));
    }
    return points;
}

void add_circle(std::vector<geo::LonLat>& points, geo::LonLat centre, double radius_km) {
    constexpr int directions = 24;
    for (int i = 0; i < directions; ++i) {
        points.push_back(geo::point_along(centre, 360.0 * i / directions, radius_km * 1000.0));
    }
}

void add(std::vector<geo::LonLat>& points, geo::Degrees d) {
    points.push_back(geo::lonlat(geo::wrap_longitude(d.lon), d.lat));
}

void add_zone(std::vector<geo::LonLat>& points, const assets::Zone& zone, const geo::Atlas* atlas) {
    if (const auto* circle = std::get_if<assets::CircleShape>(&zone.shape))
        return add_circle(points, circle->centre, circle->radius_km);
    for (const geo::Polyline& line : assets::skeleton_of(zone.shape, atlas ? &atlas->seas : nullptr).lines)
        for (const geo::Degrees d : line)
            add(points, d);
}

void add_state(std::vector<geo::LonLat>& points, const assets::Scenario& scenario, const assets::State& state) {
    if (!state.where) return;
    points.push_back(*state.where);
    if (state.point != assets::PointIs::StandIn) return;
    if (state.area() && !state.circle_cut_to_area()) {
        if (state.area()->of == assets::AreaRef::Of::Country) {
            const auto land = assets::polygons_of(scenario, *state.area());
            const auto largest =
                std::ranges::max_element(land, {}, [](const auto& p) { return p.rings.front().size(); });
            if (largest != land.end())
                for (const geo::Degrees d : largest->rings.front())
                    add(points, d);
            return;
        }
        if (state.area()->of == assets::AreaRef::Of::Sea && scenario.atlas) {
            if (const geo::Sea* sea = scenario.atlas->seas.by_id(state.area()->id); sea != nullptr) {
                if (!sea->outline.rings.empty()) {
                    for (const geo::Degrees d : sea->outline.rings.front())
                        add(points, d);
                    return;
                }
            }
        } else if (const assets::Zone* zone = scenario.zone(state.area()->id)) {
            add_zone(points, *zone, scenario.atlas.get());
            return;
        }
    }
    if (state.radius_km) add_circle(points, *state.where, *state.radius_km);
}

std::vector<geo::LonLat> shown_points(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                                      const Figure& figure) {
    std::vector<geo::LonLat> points;
    const AssetFilter filter{figure};
    for (const auto& state : snapshot.states.compute_all()) {
        if (!filter.allows(scenario.assets[state.asset].id)) continue;
        add_state(points, scenario, state);
    }
    return points;
}

std::vector<geo::LonLat> fitted_points(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                                       const Figure& figure) {
    if (figure.fit_all) return shown_points(scenario, snapshot, figure);
    std::vector<geo::LonLat> points;
    for (const std::string& id : figure.fit) {
        const std::size_t before = points.size();
        for (const assets::State& state : snapshot.states.compute_all()) {
            if (scenario.assets[state.asset].id == id) add_state(points, scenario, state);
        }
        if (const assets::Zone* zone = scenario.zone(id)) add_zone(points, *zone, scenario.atlas.get());
        if (points.size() == before) {
            throw FigureError{fmt::format("fit: '{}' is neither a zone nor an asset with a position at that time", id)};
        }
    }
    return points;
}

} // namespace

Camera Camera::fitted_to(const std::vector<geo::LonLat>& points, const std::string& definition, geo::LonLat centre,
                         double margin, double min_width_m) {
    geo::Projection projection = geo::Projection::make(definition, centre);
    constexpr double inf = std::numeric_limits<double>::infinity();
    double west = inf, south = inf, east = -inf, north = -inf;
    for (const geo::LonLat p : points) {
        const auto m = projection.forward(p);
        if (!m) continue;
        west = std::min(west, m->x);
        east = std::max(east, m->x);
        south = std::min(south, m->y);
        north = std::max(north, m->y);
    }
    if (west > east) throw geo::ProjectionError{"none of the points to be shown can be projected with " + definition};
    const geo::Metres mid{(west + east) / 2, (south + north) / 2};
    const double grow = 1.0 / (1.0 - 2.0 * margin);
    return {std::move(projection), mid, std::max((east - west) * grow, min_width_m),
            std::max((north - south) * grow, 1.0)};
}

Camera Camera::aim(const assets::Scenario& scenario, const assets::Snapshot& snapshot, const Figure& figure) {
    if (figure.bbox) {
        const geo::Box& box = *figure.bbox;
        const geo::LonLat centre =
            geo::lonlat(geo::wrap_longitude(box.west() + box.width_deg() / 2), (box.south() + box.north()) / 2);
        return fitted_to(edges(box), figure.projection, centre, 0.0, 1.0);
    }
    if (figure.fit_all || !figure.fit.empty()) {
        const auto points = fitted_points(scenario, snapshot, figure);
        if (!points.empty()) {
            return fitted_to(points, figure.projection, figure.centre.value_or(middle(points)), fit_margin,
                             min_fit_width_m);
        }
    }
    const auto centre = figure.centre ? figure.centre : scenario.view.centre;
    const auto width_km = figure.width_km ? figure.width_km : scenario.view.width_km;
    if (!centre || !width_km) {
        const auto points = shown_points(scenario, snapshot, figure);
        if (!points.empty()) {
            Camera camera =
                fitted_to(points, figure.projection, centre.value_or(middle(points)), fit_margin, min_fit_width_m);
            if (width_km) {
                camera.m_width_m = *width_km * 1000.0;
                camera.m_height_m = 0;
            }
            if (!centre) return camera;
            // A given centre stays in the middle: the frame grows until it holds the points on both sides.
            const auto middle_m = camera.m_projection.forward(*centre);
            if (!middle_m) throw geo::ProjectionError{"the centre lies outside the projection " + figure.projection};
            camera.m_width_m += 2 * std::abs(middle_m->x - camera.m_centre_m.x);
            camera.m_height_m += 2 * std::abs(middle_m->y - camera.m_centre_m.y);
            camera.m_centre_m = *middle_m;
            return camera;
        }
    }
    const geo::LonLat at = centre.value_or(geo::lonlat(0, 0));
    geo::Projection projection = geo::Projection::make(figure.projection, at);
    const auto shape = figure.width_km ? figure.shape : scenario.view.shape;
    const double height_m = shape && width_km ? *width_km * 1000.0 / *shape : 0.0;
    const auto middle_m = projection.forward(at);
    if (!middle_m) throw geo::ProjectionError{"the centre lies outside the projection " + figure.projection};
    constexpr double world_km = 36'000.0;
    return {std::move(projection), *middle_m, width_km.value_or(world_km) * 1000.0, height_m};
}

View Camera::view(const Rect& frame_mm, double tolerance_mm) const {
    return {&m_projection, m_centre_m, std::max(m_width_m / frame_mm.w, m_height_m / frame_mm.h), frame_mm,
            tolerance_mm};
}

} // namespace render
