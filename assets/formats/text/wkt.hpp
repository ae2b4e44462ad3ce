#pragma once

#include "assets/formats/text/json_tree.hpp"

#include <string>
#include <string_view>

namespace assets {

/// A geometry as GeoJSON has it, or why a text is none.
struct WktResult {
    JsonValue geometry;
    std::string problem; ///< completes "'TEXT' ..."; empty: no problem
};

/// Whether a text begins like well-known text: the name of a geometry, or `SRID=`.
[[nodiscard]] bool is_wkt(std::string_view);

/// Reads well-known text such as `POLYGON ((126 33, 128 33, 128 35, 126 33))`. Heights and measures are left out.
/// `SRID=4326;` may stand before it; other coordinate systems are a problem.
[[nodiscard]] WktResult parse_wkt(std::string_view);

/// A geometry of GeoJSON of this type.
[[nodiscard]] JsonValue geometry_value(std::string_view type, JsonValue coordinates);
[[nodiscard]] JsonValue position_value(double lon, double lat);

} // namespace assets
