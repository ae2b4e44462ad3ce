#include "render/map/camera.hpp"

#include "geo/error.hpp"
#include "render/map/fit/fit_points.hpp"
#include "render/map/fit/fit_projection.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace render {
namespace {

/// What stays free on every side: as shares of the frame around fitted points and around the whole world, and the least
/// margin of fitted points.
constexpr double fit_margin = 0.10, world_margin = 0.02, least_margin_mm = 8.0;
/// The least width of a fitted view of several places, and of one place, which needs surroundings that a reader knows.
constexpr double min_fit_width_m = 200'000.0, one_place_width_m = 1'500'000.0;

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

/// Points that span the whole Earth, for a scenario in which nothing has a position.
std::vector<geo::LonLat> ends_of_the_earth() {
    return {geo::lonlat(-179.99, 0), geo::lonlat(179.99, 0), geo::lonlat(0, -90), geo::lonlat(0, 90)};
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
    Camera camera{std::move(projection), mid, std::max((east - west) * grow, min_width_m),
                  std::max((north - south) * grow, 1.0)};
    if (margin > 0) {
        camera.m_subject_w_m = east - west;
        camera.m_subject_h_m = north - south;
    }
    return camera;
}

Camera Camera::fitted_to_subjects(const std::vector<geo::LonLat>& points, const Figure& figure) {
    constexpr double one_place_m = 1000.0;
    const FitProjection chosen = figure.choose_projection
                                     ? projection_for(points)
                                     : FitProjection{figure.projection, figure.centre.value_or(middle_of(points))};
    Camera camera = fitted_to(points, chosen.definition, chosen.centre, fit_margin, min_fit_width_m);
    if (std::max(camera.m_subject_w_m, camera.m_subject_h_m) < one_place_m)
        camera.m_width_m = std::max(camera.m_width_m, one_place_width_m);
    if (figure.period && chosen.definition == "eqearth") {
        const auto north = camera.m_projection.forward(geo::lonlat(chosen.centre.lon(), 90));
        const auto south = camera.m_projection.forward(geo::lonlat(chosen.centre.lon(), -90));
        if (north && south) {
            camera.m_north_m = north->y;
            camera.m_south_m = south->y;
        }
    }
    return camera;
}

Camera Camera::aim(const assets::Scenario& scenario, const assets::Snapshot& snapshot, const Figure& figure) {
    const assets::Snapshot* const one = &snapshot;
    return aim(scenario, std::span{&one, 1}, figure);
}

Camera Camera::aim(const assets::Scenario& scenario, std::span<const assets::Snapshot* const> snapshots,
                   const Figure& figure) {
    if (figure.bbox) {
        const geo::Box& box = *figure.bbox;
        const geo::LonLat centre =
            geo::lonlat(geo::wrap_longitude(box.west() + box.width_deg() / 2), (box.south() + box.north()) / 2);
        return fitted_to(edges(box), figure.projection, centre, 0.0, 1.0);
    }
    if (figure.fit_all || !figure.fit.empty()) {
        const auto points = fitted_points(scenario, snapshots, figure);
        if (!points.empty()) return fitted_to_subjects(points, figure);
    }
    const auto centre = figure.centre ? figure.centre : scenario.view.centre;
    const auto width_km = figure.width_km ? figure.width_km : scenario.view.width_km;
    if (!centre || !width_km) {
        const auto points = shown_points(scenario, snapshots, figure);
        if (!points.empty()) {
            Camera camera =
                fitted_to(points, figure.projection, centre.value_or(middle_of(points)), fit_margin, min_fit_width_m);
            if (width_km) {
                camera.m_width_m = *width_km * 1000.0;
                camera.m_height_m = camera.m_subject_w_m = camera.m_subject_h_m = 0;
            }
            if (!centre) return camera;
            // A given centre stays in the middle: the frame grows until it holds the points on both sides.
            const auto middle_m = camera.m_projection.forward(*centre);
            if (!middle_m) throw geo::ProjectionError{"the centre lies outside the projection " + figure.projection};
            camera.m_width_m += 2 * std::abs(middle_m->x - camera.m_centre_m.x);
            camera.m_height_m += 2 * std::abs(middle_m->y - camera.m_centre_m.y);
            camera.m_subject_w_m = camera.m_subject_h_m = 0; // the subjects are no longer in the middle
            camera.m_centre_m = *middle_m;
            return camera;
        }
    }
    if (figure.choose_projection && !centre && !width_km)
        return fitted_to(ends_of_the_earth(), "eqearth", geo::lonlat(0, 0), world_margin, 1.0);
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
    // In a small frame the least margin is only 20 % of the frame's side, so that the subjects keep room.
    const auto needed = [](double subject_m, double side_mm) {
        return subject_m / (side_mm - 2 * std::min(least_margin_mm, side_mm * fit_margin * 2));
    };
    const double m_per_mm = std::max({m_width_m / frame_mm.w, m_height_m / frame_mm.h,
                                      needed(m_subject_w_m, frame_mm.w), needed(m_subject_h_m, frame_mm.h)});
    geo::Metres centre = m_centre_m;
    const double half_m = frame_mm.h * m_per_mm / 2;
    if (m_north_m - m_south_m > 2 * half_m) centre.y = std::clamp(centre.y, m_south_m + half_m, m_north_m - half_m);
    return {&m_projection, centre, m_per_mm, frame_mm, tolerance_mm};
}

} // namespace render
