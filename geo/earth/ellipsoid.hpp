#pragma once

#include "geo/earth/lonlat.hpp"

#include <geodesic.h>

/// Inside geo/earth: PROJ's geodesic routines set up for WGS 84.
namespace geo {

[[nodiscard]] inline const geod_geodesic& wgs84() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic g;
        geod_init(&g, 6378137.0, 1 / 298.257223563);
        return g;
    }();
    return ellipsoid;
}

} // namespace geo
