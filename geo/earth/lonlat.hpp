#pragma once

#include <optional>

namespace geo {

/// A point on the WGS 84 ellipsoid in degrees. Always valid: latitude in [-90, 90], longitude wrapped to [-180, 180).
class LonLat {
public:
    /// Empty when either number is not finite or the latitude is outside [-90, 90]. The longitude is wrapped.
    [[nodiscard]] static std::optional<LonLat> from_degrees(double lon, double lat) noexcept;

    [[nodiscard]] double lon() const noexcept { return m_lon; }
    [[nodiscard]] double lat() const noexcept { return m_lat; }

    [[nodiscard]] friend bool operator==(const LonLat&, const LonLat&) noexcept = default;
    /// An order for containers: by longitude, then latitude.
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 mistakes the zero compared with <=> for a pointer
    [[nodiscard]] friend auto operator<=>(const LonLat&, const LonLat&) noexcept = default;

private:
    friend class OptionalLonLat;
    LonLat(double lon, double lat) noexcept : m_lon{lon}, m_lat{lat} {}

    double m_lon;
    double m_lat;
};

/// Wraps any finite longitude in degrees to [-180, 180).
[[nodiscard]] double wrap_longitude(double lon) noexcept;

/// For coordinates that are known to be valid, which an assert checks. Use LonLat::from_degrees for data from files.
[[nodiscard]] LonLat lonlat(double lon, double lat);

} // namespace geo
