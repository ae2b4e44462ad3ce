#pragma once

#include "assets/formats/reading/record.hpp"
#include "assets/formats/text/json_tree.hpp"
#include "geo/projection/projection.hpp"

#include <optional>

namespace assets {

/// How the positions of a GeoJSON file become WGS 84 degrees: by its `crs`, which GeoJSON had until 2016.
class GeoJsonPositions {
public:
    GeoJsonPositions() = default; ///< longitude and latitude
    /// Of a FeatureCollection. Adds a note for a coordinate system that is transformed, and an error for one that is
    /// unknown or not in metres.
    GeoJsonPositions(Reading&, std::uint16_t file, const JsonValue& collection);

    /// The position in degrees; nothing for a point that the coordinate system does not have.
    [[nodiscard]] std::optional<geo::Degrees> degrees(double x, double y) const;
    [[nodiscard]] bool in_metres() const noexcept { return m_projection.has_value(); }

private:
    std::optional<geo::Projection> m_projection; ///< none: positions are longitude and latitude
};

/// Whether a GeoJSON geometry has no position: null, empty coordinates or nothing but such geometries.
[[nodiscard]] bool is_empty_geometry(const JsonValue& geometry);

/// The shape of a GeoJSON geometry (RFC 7946, section 3.1). Adds errors, and notes on what was mended: open rings are
/// closed, and a ring that runs around a pole is closed over it. Neighbours more than 180 degrees of longitude apart
/// are joined across the antimeridian, with a warning below 270 degrees, but not those of one latitude that are exactly
/// 360 degrees apart, which bound a band around the Earth. Returns nothing after an error.
[[nodiscard]] std::optional<ZoneShape> read_geometry(Reading&, const Spot&, const GeoJsonPositions&,
                                                     const JsonValue& geometry, Fields&);

} // namespace assets
