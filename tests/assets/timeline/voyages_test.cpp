// Ships between reports: their places are continuous, on water, and meet the reports.
#include "assets/formats/scenario/read_scenario.hpp"
#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/timeline.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace assets;
using timeline_test::ScenarioBuilder;

namespace {

const std::filesystem::path root{THEATRUM_SOURCE_DIR};

const std::shared_ptr<const geo::Atlas>& atlas() {
    static const auto opened = geo::Atlas::open(root / "geo/data");
    return opened;
}

constexpr double harbour_m = 10'000;

/// Whether water where ships sail lies within 60 m: a way may run along the very edge of it.
bool is_at_water(geo::LonLat where) {
    const geo::Router& router = atlas()->router->get();
    if (router.is_water(where)) return true;
    for (int azimuth = 0; azimuth < 360; azimuth += 45)
        if (router.is_water(geo::point_along(where, azimuth, 60))) return true;
    return false;
}

/// Whether a ship may be here: in water, or as near to a report as a berth.
bool may_be_at(geo::LonLat where, const Leg& leg) {
    const auto berth = [&](const Fix& fix) {
        return geo::distance_m(where, *fix.position) <= std::max(harbour_m, fix.radius_km * 1000);
    };
    return is_at_water(where) || berth(*leg.from_fix) || berth(*leg.to_fix);
}

/// Follows a leg in steps and checks every place on it.
void check_leg(const Scenario& s, const Leg& leg) {
    INFO(s.assets[leg.asset].id << " to line " << leg.to_fix->line);
    constexpr int steps = 60;
    CHECK(on_leg(leg, leg.depart).where == leg.from);
    CHECK(on_leg(leg, leg.arrive).where == leg.to);
    CHECK(geo::distance_m(leg.from, *leg.from_fix->position) <= leg.from_fix->radius_km * 1000 + 1);
    CHECK(geo::distance_m(leg.to, *leg.to_fix->position) <= leg.to_fix->radius_km * 1000 + 1);
    geo::LonLat last = leg.from;
    const Duration whole = leg.arrive - leg.depart;
    for (int i = 1; i <= steps; ++i) {
        const geo::LonLat here = on_leg(leg, later_by(leg.depart, whole * i / steps)).where;
        INFO(here.lon() << "," << here.lat());
        // A straight line is no longer than the way along the leg, which has one speed.
        CHECK(geo::distance_m(last, here) <= leg.distance_m / steps * 1.0001 + 1);
        CHECK(may_be_at(here, leg));
        last = here;
    }
}

/// A voyage in the western Pacific: places on water, each reached in time by the shortest way at 12 knots.
Scenario random_voyage(std::uint32_t seed, int calls) {
    std::mt19937 random{seed};
    const auto part = [&] {
        return static_cast<double>(random()) / 4294967296.0;
    };
    ScenarioBuilder builder;
    builder.asset("ship").last_asset().country = "CA";
    std::optional<geo::LonLat> last;
    int hour = 0;
    while (calls > 0) {
        const geo::LonLat next = geo::lonlat(105 + 50 * part(), -15 + 55 * part());
        if (!atlas()->router->get().is_water(next)) continue;
        if (last) {
            const auto found = atlas()->router->get().route(*last, next);
            if (!found.route || found.route->path.length_m() > 12 * 1852.0 * 24 * 6) continue;
            hour += static_cast<int>(found.route->path.length_m() / 1852 / 12) + 2;
        }
        const auto text = to_iso(later_by(timeline_test::instant("2024-01-01"), std::chrono::hours{hour}));
        builder.fix({.from = text, .position = next, .radius_km = 1 + 20 * part()});
        last = next;
        --calls;
    }
    Scenario s = builder.build();
    s.atlas = atlas();
    return s;
}

} // namespace

TEST_CASE("on random voyages a ship stays on water, jumps nowhere and meets its reports",
          "[timeline][ways][property]") {
    const bool is_long = std::getenv("THEATRUM_LONG") != nullptr; // NOLINT(concurrency-mt-unsafe)
    std::size_t legs = 0, detours = 0;
    for (std::uint32_t seed = 1; seed <= (is_long ? 60U : 4U); ++seed) {
        const Scenario s = random_voyage(seed, 8);
        for (const Leg& leg : legs_of(s, 0)) {
            check_leg(s, leg);
            ++legs;
            detours += leg.path ? 1 : 0;
        }
    }
    CHECK(legs > 15);
    CHECK(detours > 5);
}

TEST_CASE("on a cruise through canals and straits every leg is found and stays on water", "[timeline][ways]") {
    const auto read = read_scenario(root / "tests/fixtures/cruise", atlas());
    REQUIRE(read.scenario);
    const Scenario& s = *read.scenario;
    const auto legs = legs_of(s, 0);
    CHECK(legs.size() == s.fixes.size() - 1);
    for (const Leg& leg : legs) {
        check_leg(s, leg);
        CHECK_FALSE(leg.flags.has(Flag::TooFast));
    }
}

TEST_CASE("the ships of the built-in scenario are on water and jump nowhere in all of 2024", "[timeline][ways]") {
    const auto read = read_scenario(root / "assets/scenarios/canada-2024", atlas());
    REQUIRE(read.scenario);
    const Timeline timeline{read.scenario};
    for (AssetIndex a = 0; a < read.scenario->assets.size(); ++a)
        if (read.scenario->assets[a].path == PathRule::Sea)
            for (const Leg& leg : timeline.legs_of(a))
                check_leg(*read.scenario, leg);
}

TEST_CASE("states along a leg are the places of the leg, hour by hour", "[timeline][ways]") {
    const auto read = read_scenario(root / "tests/fixtures/cruise", atlas());
    REQUIRE(read.scenario);
    const Timeline timeline{read.scenario};
    const Leg leg = timeline.legs_of(0).at(4); // Djibouti to Mumbai
    for (Instant t = later_by(leg.depart, std::chrono::hours{1}); t < leg.arrive;
         t = later_by(t, std::chrono::hours{5})) {
        const Snapshot snapshot = timeline.at(t);
        const State& state = snapshot.states[0];
        CHECK(state.how == How::Interpolated);
        CHECK(state.where == on_leg(leg, t).where);
        CHECK(state.course_deg == on_leg(leg, t).course_deg);
        REQUIRE(state.radius_km);
        // The circle holds both ends of the time left: the ship could still be at the edge of either disc.
        CHECK(*state.radius_km >= 1);
    }
}
