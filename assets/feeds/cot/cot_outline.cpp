#include "assets/feeds/cot/cot_outline.hpp"

#include "assets/feeds/number.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace assets {
namespace {

constexpr std::size_t most_points = 10'000;
constexpr double longest_radius_m = 1'000'000;

std::optional<geo::LonLat> position(std::optional<double> lat, std::optional<double> lon) {
    if (!lat || !lon || std::abs(*lon) > 180) return std::nullopt;
    return geo::LonLat::from_degrees(*lon, *lat);
}

/// "35.5,139.7,12.0": latitude, longitude and perhaps a height.
std::optional<geo::LonLat> point_of_link(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    const auto rest = text.substr(comma + 1);
    return position(finite_number(text.substr(0, comma)), finite_number(rest.substr(0, rest.find(','))));
}

/// The points of a line; empty when one of them is not valid.
std::optional<std::vector<geo::LonLat>> points_of(pugi::xml_node detail, pugi::xml_node polyline) {
    std::vector<geo::LonLat> points;
    const auto add = [&](std::optional<geo::LonLat> point) {
        if (point && points.size() <= most_points) points.push_back(*point);
        return point.has_value();
    };
    for (const pugi::xml_node vertex : polyline.children("vertex"))
        if (!add(position(finite_number(vertex.attribute("lat").value()),
                          finite_number(vertex.attribute("lon").value()))))
            return std::nullopt;
    if (polyline) return points;
    for (const pugi::xml_node link : detail.children("link"))
        if (const auto point = link.attribute("point"))
            if (!add(point_of_link(point.value()))) return std::nullopt;
    return points;
}

/// Longitudes continue from point to point, so that a line over the antimeridian is not torn apart.
geo::Polyline continuous(const std::vector<geo::LonLat>& points) {
    geo::Polyline line;
    line.reserve(points.size() + 1);
    for (const geo::LonLat& point : points) {
        double lon = point.lon();
        if (!line.empty()) lon = line.back().lon + geo::wrap_longitude(lon - line.back().lon);
        line.push_back({lon, point.lat()});
    }
    return line;
}

/// An ellipse with half axes `a` and `b`; `a` points to `azimuth`.
geo::Polyline ellipse(geo::LonLat centre, double a, double b, double azimuth) {
    constexpr int corners = 72;
    std::vector<geo::LonLat> points;
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i % corners) / corners;
        const double along = a * std::cos(angle), across = b * std::sin(angle);
        points.push_back(geo::point_along(centre, azimuth + std::atan2(across, along) * 180 / std::numbers::pi,
                                          std::hypot(along, across)));
    }
    return continuous(points);
}

CotOutline made(FeedOutline outline) {
    return {std::make_shared<const FeedOutline>(std::move(outline)), {}};
}

std::optional<CotOutline> from_ellipses(pugi::xml_node shape, const std::optional<geo::LonLat>& centre) {
    double a = 0, b = 0, azimuth = 0;
    for (const pugi::xml_node one : shape.children("ellipse")) {
        const auto major = finite_number(one.attribute("major").value()),
                   minor = finite_number(one.attribute("minor").value());
        if (!major || !minor || *minor <= 0 || *major < *minor || *major <= a || *major > longest_radius_m) continue;
        a = *major;
        b = *minor;
        azimuth = finite_number(one.attribute("angle").value()).value_or(0);
    }
    if (a <= 0 || !centre) return std::nullopt;
    constexpr double of_a_circle = 0.001; // as a fraction
    if (a - b <= of_a_circle * a) return made({.form = FeedOutline::Form::Circle, .radius_m = a});
    return made({.form = FeedOutline::Form::Area, .points = ellipse(*centre, a, b, std::fmod(azimuth, 360))});
}

} // namespace

CotOutline read_cot_outline(std::string_view type, pugi::xml_node detail, const std::optional<geo::LonLat>& centre) {
    const bool is_route = type == "b-m-r" || type.starts_with("b-m-r-");
    if (!is_route && !type.starts_with("u-d-") && !type.starts_with("u-r")) return {};
    const pugi::xml_node shape = detail.child("shape"), polyline = shape.child("polyline");
    if (!is_route)
        if (auto round = from_ellipses(shape, centre)) return *round;
    const auto points = points_of(detail, polyline);
    if (!points) return {{}, "drawing with a point that is no position"};
    if (points->size() > most_points) return {{}, "drawing with too many points"};
    if (points->size() < 2) return {{}, "drawing without an outline"};
    constexpr std::array<std::string_view, 2> yes{"true", "1"};
    const bool says_closed =
        std::ranges::find(yes, std::string_view{polyline.attribute("closed").value()}) != yes.end();
    const bool is_area =
        !is_route && points->size() > 2 &&
        (points->front() == points->back() || says_closed || type.starts_with("u-d-r") || detail.child("fillColor"));
    geo::Polyline line = continuous(*points);
    if (!is_area) return made({.form = FeedOutline::Form::Line, .points = std::move(line)});
    if (points->front() != points->back())
        line.push_back({line.back().lon + geo::wrap_longitude(line.front().lon - line.back().lon), line.front().lat});
    if (line.size() < 4) return {{}, "drawing without an outline"};
    if (line.front().lon != line.back().lon) return {{}, "drawing around a pole"};
    line.back() = line.front();
    return made({.form = FeedOutline::Form::Area, .points = std::move(line)});
}

} // namespace assets
