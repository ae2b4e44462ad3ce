#include "app/scenario/blurred.hpp"

#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

geo::LonLat rounded(geo::LonLat place, double degrees) {
    const double lat = std::clamp(std::round(place.lat() / degrees) * degrees, -90.0, 90.0);
    return geo::lonlat(std::round(place.lon() / degrees) * degrees, lat);
}

/// Half the diagonal of a grid cell: the greatest distance by which rounding can move a point.
double half_diagonal_km(geo::LonLat at, double degrees) {
    const double south = std::clamp(at.lat() - degrees / 2, -90.0, 90.0);
    const double north = std::clamp(at.lat() + degrees / 2, -90.0, 90.0);
    return std::max(geo::distance_m(at, geo::lonlat(at.lon() + degrees / 2, south)),
                    geo::distance_m(at, geo::lonlat(at.lon() + degrees / 2, north))) /
           1000.0;
}

template <class Record>
void blur(Record& record, double degrees) {
    record.position = rounded(*record.position, degrees);
    record.radius_km += half_diagonal_km(*record.position, degrees);
}

} // namespace

std::shared_ptr<const assets::Scenario> blurred(const assets::Scenario& scenario, double degrees) {
    auto coarse = std::make_shared<assets::Scenario>(scenario);
    for (auto& fix : coarse->fixes) {
        fix.edit().via.clear();
        fix.edit().via_points.clear();
        if (!fix.position || fix.area()) continue;
        blur(fix, degrees);
        fix.edit().place.clear();
    }
    for (auto& event : coarse->events) {
        if (!event.position || event.area) continue;
        blur(event, degrees);
        event.place.clear();
    }
    return coarse;
}

} // namespace app
