#pragma once

#include "assets/timeline/snapshot.hpp"
#include "geo/earth/shape.hpp"

#include <string>
#include <vector>

namespace app {

/// The area of a state whose point is a stand-in: the circle of its fix, the sea or zone of its fix, or the part of the
/// sea or zone inside the circle. Empty for other states. Longitudes are continuous and may leave +-180.
[[nodiscard]] std::vector<geo::Polygon> reported_area(const assets::Scenario&, const assets::State&);

/// `{"type":"MultiPolygon",...}` as in RFC 7946: cut at the antimeridian, outlines counter-clockwise.
[[nodiscard]] std::string geojson_multipolygon(const std::vector<geo::Polygon>&);

/// A number with at most this many decimals, without trailing zeros: "126.6", "0", "-12". Independent of the locale.
[[nodiscard]] std::string trimmed(double value, int decimals);

} // namespace app
