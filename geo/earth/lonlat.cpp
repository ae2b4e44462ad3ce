#include "geo/earth/lonlat.hpp"

#include <cassert>
#include <cmath>

namespace geo {

double wrap_longitude(double lon) noexcept {
    if (lon >= -180 && lon < 180) return lon;
    const double wrapped = std::remainder(lon, 360.0); // exact, in [-180, 180]
    return wrapped >= 180 ? -180.0 : wrapped;
}

std::optional<LonLat> LonLat::from_degrees(double lon, double lat) noexcept {
    if (!std::isfinite(lon) || !(lat >= -90 && lat <= 90)) return std::nullopt;
    return LonLat{wrap_longitude(lon), lat};
}

LonLat lonlat(double lon, double lat) {
    const auto point = LonLat::from_degrees(lon, lat);
    assert(point && "lonlat() is for valid coordinates");
    return *point;
}

} // namespace geo
