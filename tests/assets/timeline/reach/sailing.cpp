#include "tests/assets/timeline/reach/sailing.hpp"

#include "assets/timeline/snapshot.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"

#include <algorithm>
#include <cmath>

#include <geodesic.h>

namespace reach_test {

using namespace assets;

const std::shared_ptr<const geo::Atlas>& water_atlas() {
    static const auto opened = geo::Atlas::open(std::filesystem::path{THEATRUM_SOURCE_DIR} / "geo/data");
    return opened;
}

geo::LonLat point_in(Dice& dice, geo::LonLat centre, double radius_m) {
    const double share = dice.one_in(3) ? 0.9999 : std::sqrt(dice.between(0, 1));
    return geo::point_along(centre, dice.between(0, 360), radius_m * share);
}

geo::LonLat place_between(Dice& dice, const Place& from, const Place& to, Instant t, double max_speed_kn) {
    const double speed = max_speed_kn * metres_per_second_per_knot;
    const double since_m = speed * in_seconds(t - from.when), until_m = speed * in_seconds(to.when - t);
    const bool backwards = dice.one_in(2);
    const auto& [here, there] = backwards ? std::pair{to.at, from.at} : std::pair{from.at, to.at};
    const double from_here_m = backwards ? until_m : since_m, from_there_m = backwards ? since_m : until_m;
    const double straight_deg = geo::geodesic(here, there).azimuth_start_deg;
    for (int attempt = 0; attempt < 40; ++attempt) {
        const double share = dice.one_in(2) ? 1.0 : std::sqrt(dice.between(0, 1));
        const double aside = dice.between(-1, 1);
        const geo::LonLat place =
            geo::point_along(here, straight_deg + 180 * aside * std::abs(aside) * aside * aside, from_here_m * share);
        if (geo::distance_m(place, there) <= from_there_m) return place;
    }
    return geo::between(from.at, to.at, since_m / (since_m + until_m));
}

Scenario scenario_of(AssetType type, double max_speed_kn, const std::vector<Sighting>& sightings) {
    Scenario s = timeline_test::ScenarioBuilder{}.asset("one", type).build();
    Asset& asset = s.assets[0];
    asset.max_speed_kn = max_speed_kn;
    asset.max_gap.reset();
    asset.stale_after.reset();
    asset.lost_after.reset();
    s.first_fix = {0};
    int line = 2;
    for (const Sighting& each : sightings) {
        Fix fix{};
        fix.line = line++;
        fix.position = each.seen.at;
        fix.radius_km = each.radius_km;
        fix.from = each.seen.when - each.before;
        fix.to = each.seen.when + each.after;
        fix.edit().during = each.before.count() + each.after.count() > 0 ? During::Sometime : During::Throughout;
        fix.edit().time_error_h = each.time_error_h;
        s.fixes.push_back(fix);
    }
    s.first_fix.push_back(s.fixes.size());
    return s;
}

std::optional<ReachEnds> ends_at(const Scenario& s, Instant t) {
    const Snapshot now = snapshot_at(s, t);
    return reach_ends(s, now.states[0], t);
}

namespace {

const geod_geodesic& wgs84() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic g;
        geod_init(&g, 6378137.0, 1 / 298.257223563);
        return g;
    }();
    return ellipsoid;
}

double area_inside(const std::vector<geo::Degrees>& ring) {
    geod_polygon sum;
    geod_polygon_init(&sum, 0);
    for (const geo::Degrees& p : ring)
        geod_polygon_addpoint(&wgs84(), &sum, p.lat, p.lon);
    double area = 0;
    geod_polygon_compute(&wgs84(), &sum, 0, 1, &area, nullptr);
    return std::abs(area);
}

/// The azimuths at the centre of a disc between which its circle runs inside another disc.
struct Arc {
    double from_deg, to_deg;
};
std::optional<Arc> arc_inside(const geo::GeodesicDisc& disc, const geo::GeodesicDisc& other) {
    const auto is_inside = [&](double azimuth) {
        return geo::distance_m(geo::point_along(disc.centre, azimuth, disc.radius_m), other.centre) <= other.radius_m;
    };
    const double towards = geo::geodesic(disc.centre, other.centre).azimuth_start_deg;
    if (!is_inside(towards)) return std::nullopt;
    if (is_inside(towards + 180)) return Arc{towards - 180, towards + 180};
    const auto edge = [&](double sign) {
        double in = 0, out = 180;
        for (int i = 0; i < 50; ++i) {
            const double middle = (in + out) / 2;
            (is_inside(towards + sign * middle) ? in : out) = middle;
        }
        return towards + sign * in;
    };
    return Arc{edge(-1), edge(1)};
}

} // namespace

double square_metres(const std::vector<geo::Polygon>& polygons) {
    double sum = 0;
    for (const geo::Polygon& polygon : polygons)
        for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
            std::vector<geo::Degrees> dense;
            const geo::Ring& ring = polygon.rings[i];
            constexpr int parts = 8;
            for (std::size_t k = 1; k < ring.size(); ++k)
                for (int part = 0; part < parts; ++part)
                    dense.push_back({ring[k - 1].lon + (ring[k].lon - ring[k - 1].lon) * part / parts,
                                     ring[k - 1].lat + (ring[k].lat - ring[k - 1].lat) * part / parts});
            sum += (i == 0 ? 1 : -1) * area_inside(dense);
        }
    return sum;
}

double exact_square_metres(const geo::GeodesicDisc& a, const geo::GeodesicDisc& b) {
    std::vector<geo::Degrees> ring;
    for (const auto& [disc, other] : {std::pair{a, b}, std::pair{b, a}}) {
        const auto arc = arc_inside(disc, other);
        if (!arc) continue;
        constexpr int parts = 600;
        for (int i = 0; i <= parts; ++i) {
            const double azimuth = arc->from_deg + (arc->to_deg - arc->from_deg) * i / parts;
            const geo::LonLat point = geo::point_along(disc.centre, azimuth, disc.radius_m);
            ring.push_back({point.lon(), point.lat()});
        }
    }
    return area_inside(ring);
}

} // namespace reach_test
