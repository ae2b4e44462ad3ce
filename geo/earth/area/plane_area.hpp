#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <vector>

/// Areas in the plane of longitude and latitude, by GEOS: edges are straight there, and an area at 181 degrees does not
/// meet one at -179 (see wrapped_about()). Functions that return areas throw std::runtime_error when GEOS
/// fails.
namespace geo {

/// Whether a point lies in one of the polygons, at whatever turn of longitude they lie.
[[nodiscard]] bool contains(const std::vector<Polygon>&, LonLat) noexcept;

/// The same area with all longitudes within 180 degrees of `lon`. What lies across that bound is cut there.
[[nodiscard]] std::vector<Polygon> wrapped_about(const std::vector<Polygon>&, double lon);

/// The middle between the westernmost and the easternmost vertex; an area without vertices has none.
[[nodiscard]] double middle_longitude(const std::vector<Polygon>&) noexcept;

[[nodiscard]] std::vector<Polygon> intersection_of(const std::vector<Polygon>&, const std::vector<Polygon>&);
/// The area that any of the polygons covers.
[[nodiscard]] std::vector<Polygon> united(const std::vector<Polygon>&);
/// The area within `degrees` > 0 of the polygons, its corners mitred.
[[nodiscard]] std::vector<Polygon> widened(const std::vector<Polygon>&, double degrees);

} // namespace geo
