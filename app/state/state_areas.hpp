#pragma once

#include "assets/timeline/snapshot.hpp"
#include "geo/earth/shape.hpp"

#include <string>
#include <vector>

namespace app {

/// Where a wide report says that an asset is: its circle, its sea or zone, or the part of that inside the circle.
/// Empty for a state without one. Longitudes are continuous and may leave +-180.
[[nodiscard]] std::vector<geo::Polygon> reported_area(const assets::Scenario&, const assets::State&);

/// `{"type":"MultiPolygon",...}` as RFC 7946 wants it: cut at the antimeridian, outlines counter-clockwise.
[[nodiscard]] std::string geojson_multipolygon(const std::vector<geo::Polygon>&);

/// A number with at most this many decimals, without trailing zeros: "126.6", "0", "-12". Independent of the locale.
[[nodiscard]] std::string trimmed(double value, int decimals);

} // namespace app
