#pragma once

#include "geo/earth/lonlat.hpp"

#include <geodesic.h>

/// Private to geo/earth: the WGS 84 ellipsoid for PROJ's geodesic routines.
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
