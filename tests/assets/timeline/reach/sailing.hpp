#pragma once

#include "assets/timeline/between/reach_area.hpp"
#include "geo/basemap/atlas.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/earth/path/geodesic_path.hpp"
#include "tests/assets/timeline/random_scenario.hpp"

#include <cstdlib>
#include <vector>

/// Random voyages that keep to a speed limit, and the areas that the program works out for them.
namespace reach_test {

using assets::Instant;
using timeline_test::Dice;

inline bool is_long_run() {
    return std::getenv("THEATRUM_LONG") != nullptr; // NOLINT(concurrency-mt-unsafe)
}

/// The built-in data, read once.
[[nodiscard]] const std::shared_ptr<const geo::Atlas>& water_atlas();

struct Place {
    geo::LonLat at;
    Instant when;
};
constexpr double metres_per_second_per_knot = 1852.0 / 3600;

/// A random place at `t` on a voyage from one place to another no faster than this; often as far off the straight way
/// as the limit allows.
[[nodiscard]] geo::LonLat place_between(Dice&, const Place& from, const Place& to, Instant t, double max_speed_kn);
/// A random point of a disc, often near its rim.
[[nodiscard]] geo::LonLat point_in(Dice&, geo::LonLat centre, double radius_m);

/// An asset with a report of one moment at each of these places, and no limits of silence.
struct Sighting {
    Place seen;
    double radius_km;
    std::chrono::seconds before{0}, after{0}; ///< how much the interval of a `sometime` report is longer
    double time_error_h = 0;
};
[[nodiscard]] assets::Scenario scenario_of(assets::AssetType, double max_speed_kn, const std::vector<Sighting>&);

/// The discs of the only asset at `t`; none inside a report.
[[nodiscard]] std::optional<assets::ReachEnds> ends_at(const assets::Scenario&, Instant t);

/// Area in square metres on WGS 84, of polygons whose edges are straight in longitude and latitude.
[[nodiscard]] double square_metres(const std::vector<geo::Polygon>&);
/// The same of what two discs have in common, by the arcs of their circles; the discs are smaller than a quarter of the
/// Earth.
[[nodiscard]] double exact_square_metres(const geo::GeodesicDisc&, const geo::GeodesicDisc&);

} // namespace reach_test
