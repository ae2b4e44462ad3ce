#include "app/session/view/selection.hpp"

#include "assets/model/area.hpp"
#include "geo/basemap/atlas.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

bool exists(const Selection& s, const assets::Scenario& scenario) {
    if (s.id.empty()) return false;
    const auto has_id = [&](const auto& things) {
        return std::any_of(things.begin(), things.end(), [&](const auto& thing) { return thing.id == s.id; });
    };
    if (s.kind == "asset") return scenario.asset(s.id) != nullptr;
    if (s.kind == "zone") return scenario.zone(s.id) != nullptr;
    if (s.kind == "event") return has_id(scenario.events);
    const geo::Atlas* atlas = scenario.atlas.get();
    if (s.kind == "place")
        return has_id(scenario.places) || (atlas != nullptr && atlas->gazetteer.by_id(s.id) != nullptr);
    if (s.kind == "sea") return atlas != nullptr && atlas->seas.by_id(s.id) != nullptr;
    return false;
}

namespace {

/// Longitude as it is, or a turn away: nearest to the reference.
double near_longitude(double lon, double reference) {
    return reference + geo::wrap_longitude(lon - reference);
}

bool holds(const geo::Polygon& polygon, geo::LonLat at) {
    bool inside = false; // by the even-odd rule, holes included
    for (const auto& ring : polygon.rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const double ax = near_longitude(ring[j].lon, at.lon()), ay = ring[j].lat;
            const double bx = ax + geo::wrap_longitude(ring[i].lon - ring[j].lon), by = ring[i].lat;
            if ((ay > at.lat()) == (by > at.lat())) continue;
            if (at.lon() < ax + (at.lat() - ay) / (by - ay) * (bx - ax)) inside = !inside;
        }
    return inside;
}

/// Square degrees of the outer rings, which is enough to compare zones of one map.
double size_of(const std::vector<geo::Polygon>& polygons) {
    double size = 0;
    for (const auto& polygon : polygons) {
        if (polygon.rings.empty()) continue;
        const auto& ring = polygon.rings.front();
        double twice = 0;
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            twice += geo::wrap_longitude(ring[i].lon - ring[j].lon) * (ring[i].lat + ring[j].lat);
        size += std::abs(twice) / 2;
    }
    return size;
}

} // namespace

std::vector<const assets::Zone*> zones_at(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                                          geo::LonLat at) {
    const geo::Seas* seas = scenario.atlas ? &scenario.atlas->seas : nullptr;
    std::vector<std::pair<double, const assets::Zone*>> found;
    for (const auto index : snapshot.zones) {
        const assets::Zone& zone = scenario.zones[index];
        const auto polygons = assets::polygons_of(zone.shape, seas);
        if (std::any_of(polygons.begin(), polygons.end(), [&](const auto& polygon) { return holds(polygon, at); }))
            found.emplace_back(size_of(polygons), &zone);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const assets::Zone*> zones;
    for (const auto& [size, zone] : found)
        zones.push_back(zone);
    return zones;
}

} // namespace app
