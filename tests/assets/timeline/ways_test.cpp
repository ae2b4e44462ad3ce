// The ways of legs: over water, off the coasts of third states, through the points of `via`.
#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/between/reach.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace assets;
using timeline_test::at;
using timeline_test::FixRow;
using timeline_test::instant;
using timeline_test::ScenarioBuilder;
using timeline_test::state_at;

namespace {

const std::shared_ptr<const geo::Atlas>& atlas() {
    static const auto opened = geo::Atlas::open(std::filesystem::path{THEATRUM_SOURCE_DIR} / "geo/data");
    return opened;
}

/// One ship on the way from one point to another in so many days.
Scenario voyage(geo::LonLat from, geo::LonLat to, int days, const std::string& country = "CA",
                std::vector<geo::LonLat> via = {}, AssetType type = AssetType::Frigate) {
    ScenarioBuilder builder;
    builder.asset("ship", type).last_asset().country = country;
    Scenario s = builder.fix({.from = "2024-05-01T00:00Z", .position = from})
                     .fix({.from = "2024-05-0" + std::to_string(1 + days) + "T00:00Z", .position = to})
                     .build();
    s.fixes.back().edit().via_points = std::move(via);
    s.atlas = atlas();
    return s;
}

Leg leg_of(const Scenario& s) {
    const auto legs = legs_of(s, 0);
    REQUIRE(legs.size() == 1);
    return legs.front();
}

bool is_gap(const Scenario& s) {
    return legs_of(s, 0).empty() && state_at(s, "2024-05-01T12:00Z").flags.has(Flag::PathOverLand);
}

double least_distance_km(const Leg& leg, geo::LonLat point) {
    double least = 1e9;
    for (const auto& p : leg.polyline(5'000))
        least = std::min(least, geo::distance_m(geo::lonlat(geo::wrap_longitude(p.lon), p.lat), point) / 1000);
    return least;
}

/// Whether it holds at the point and 100 m around it: ways run along the very edges of waters.
template <class Test>
bool all_around(geo::LonLat where, Test test) {
    for (int azimuth = 0; azimuth < 360; azimuth += 45)
        if (!test(geo::point_along(where, azimuth, 100))) return false;
    return test(where);
}

const geo::LonLat south_of_taiwan = at(117.5, 21.3), north_of_taiwan = at(122.6, 27.4);
const geo::LonLat in_the_strait = at(119.5, 24.3), east_of_taiwan = at(122.0, 23.2);

} // namespace

TEST_CASE("a ship goes round land between two reports", "[timeline][ways]") {
    const Scenario s = voyage(at(125.5, 36.5), at(130.5, 36.5), 2, "KR"); // west and east of Korea
    const Leg leg = leg_of(s);
    REQUIRE(leg.path);
    CHECK(leg.from == at(125.5, 36.5));
    CHECK(leg.to == at(130.5, 36.5));
    CHECK(leg.distance_m > 1.3 * geo::distance_m(leg.from, leg.to));
    CHECK(leg.distance_m == Approx(leg.path->length_m()));
    CHECK(leg.speed_kn == Approx(leg.distance_m / 1852 / 48));
    for (int hour = 0; hour <= 48; ++hour) {
        const OnLeg there = on_leg(leg, later_by(leg.depart, std::chrono::hours{hour}));
        CHECK(all_around(there.where, [](geo::LonLat at) { return !atlas()->router->get().is_water(at); }) == false);
        CHECK(there.course_deg);
    }
    const State half_way = state_at(s, "2024-05-02T00:00Z");
    CHECK(half_way.how == How::Interpolated);
    CHECK(half_way.where == on_leg(leg, instant("2024-05-02T00:00Z")).where);
}

TEST_CASE("a leg over open water is the geodesic", "[timeline][ways]") {
    const Leg leg = leg_of(voyage(at(150, 20), at(155, 25), 2));
    CHECK_FALSE(leg.path);
    CHECK(leg.distance_m == geo::distance_m(leg.from, leg.to));
}

TEST_CASE("a leg between two berths close together is straight", "[timeline][ways]") {
    CHECK_FALSE(leg_of(voyage(at(139.66, 35.29), at(139.66, 35.45), 1)).path);
}

TEST_CASE("a leg does not use the Taiwan Strait unless [routes] allow or a report says so", "[timeline][ways]") {
    Scenario s = voyage(south_of_taiwan, north_of_taiwan, 2);
    CHECK(least_distance_km(leg_of(s), in_the_strait) > 200);
    CHECK(least_distance_km(leg_of(s), east_of_taiwan) < 120);
    s.routes.allow = {"taiwan-strait"};
    CHECK(least_distance_km(leg_of(s), in_the_strait) < 60);
    CHECK(least_distance_km(leg_of(voyage(south_of_taiwan, north_of_taiwan, 2, "CA", {in_the_strait})), in_the_strait) <
          3);
    CHECK_FALSE(leg_of(voyage(in_the_strait, at(119.0, 23.9), 2)).path);
}

TEST_CASE("[routes] avoid closes a strait for legs", "[timeline][ways]") {
    Scenario s = voyage(at(94, 6), at(105, 2), 5); // through the Strait of Malacca
    const double through_m = leg_of(s).distance_m;
    s.routes.avoid = {"strait-of-malacca"};
    CHECK(leg_of(s).distance_m > 1.3 * through_m);
}

TEST_CASE("a leg keeps 12 nautical miles off third states, not off the ship's own state", "[timeline][ways]") {
    const geo::LonLat from = at(140.6, 34.3), to = at(142.8, 40.5);
    const Leg third = leg_of(voyage(from, to, 2, "CA")), own = leg_of(voyage(from, to, 2, "JP"));
    CHECK(third.distance_m > own.distance_m + 100);
    const auto comes_near_japan = [](const Leg& leg) {
        const auto line = leg.polyline(2'000);
        return std::any_of(line.begin(), line.end(), [](const geo::Degrees& p) {
            return all_around(geo::lonlat(p.lon, p.lat),
                              [](geo::LonLat at) { return !atlas()->router->get().coastal_states(at).empty(); });
        });
    };
    CHECK_FALSE(comes_near_japan(third));
    CHECK(comes_near_japan(own));
}

TEST_CASE("a state's territories are its own coasts", "[timeline][ways]") {
    const auto coasts = own_coasts("US");
    CHECK(coasts.front() == "US");
    CHECK(std::count(coasts.begin(), coasts.end(), "GU") == 1);
    CHECK(own_coasts("CA") == std::vector<std::string_view>{"CA"});
}

TEST_CASE("a leg passes the points of via in their order, that of an aircraft too", "[timeline][ways]") {
    const std::vector<geo::LonLat> via{at(152, 27), at(156, 18)};
    for (const AssetType type : {AssetType::Frigate, AssetType::MaritimePatrolAircraft}) {
        const int days = type == AssetType::Frigate ? 4 : 1;
        Scenario s = voyage(at(150, 20), at(155, 25), days, "CA", via, type);
        s.assets[0].max_gap = std::chrono::hours{24 * 5};
        const Leg leg = leg_of(s);
        REQUIRE(leg.path);
        CHECK(leg.path->points() == std::vector{at(150, 20), via[0], via[1], at(155, 25)});
    }
}

TEST_CASE("a leg without a way that it may use is a gap that says so", "[timeline][ways]") {
    Scenario s = voyage(at(31, 43), at(25.0, 39.0), 3, "TR"); // Black Sea to the Aegean Sea
    CHECK(is_gap(s));
    s.routes.allow = {"turkish-straits"};
    CHECK(leg_of(s).path);
    CHECK(is_gap(voyage(at(51, 41), at(31, 43), 6))); // Caspian Sea to the Black Sea
}

TEST_CASE("a leg whose way round is too long for the time is a gap, not too fast", "[timeline][ways]") {
    Scenario s = voyage(south_of_taiwan, north_of_taiwan, 1);
    const double nmi = leg_of(s).distance_m / 1852;
    s.assets[0].max_speed_kn = nmi / 24 - 2;
    CHECK(is_gap(s));
    s.routes.allow = {"taiwan-strait"};
    CHECK_FALSE(leg_of(s).flags.has(Flag::TooFast));
    s.routes.allow.clear();
    s.assets[0].max_speed_kn = 5; // too slow for any way
    CHECK(leg_of(s).flags.has(Flag::TooFast));
}

TEST_CASE("the ends of a leg that is hardly too fast move along its way", "[timeline][ways]") {
    Scenario s = voyage(at(125.5, 36.5), at(130.5, 36.5), 1, "KR");
    for (Fix& fix : s.fixes)
        fix.radius_km = 30;
    const double nmi = leg_of(s).distance_m / 1852;
    s.assets[0].max_speed_kn = nmi / 24 - 0.5;
    const Leg leg = leg_of(s);
    CHECK_FALSE(leg.flags.has(Flag::TooFast));
    CHECK(leg.speed_kn <= nmi / 24 - 0.5 + 0.01);
    CHECK(geo::distance_m(leg.from, at(125.5, 36.5)) > 1000);
    CHECK(geo::distance_m(leg.from, at(125.5, 36.5)) < 30'000);
}

TEST_CASE("the circle about a place on a way holds all places that the two reports allow, and is hardly larger",
          "[timeline][ways]") {
    const Scenario s = voyage(at(125.5, 36.5), at(130.5, 36.5), 2, "KR");
    const Leg leg = leg_of(s);
    REQUIRE(leg.path);
    const Fix &a = s.fixes[0], &b = s.fixes[1];
    const double limit = *s.assets[0].max_speed_kn;
    for (int hour = 1; hour < 48; hour += 5) {
        const Instant t = later_by(leg.depart, std::chrono::hours{hour});
        const geo::LonLat here = on_leg(leg, t).where;
        const double radius = leg_radius_km(s.assets[0], leg, t);
        const double reach_a = reach_after_km(a, limit, t), reach_b = reach_before_km(b, limit, t);
        double farthest = 0;
        for (int azimuth = 0; azimuth < 360; ++azimuth)
            for (const auto& [centre, reach] : {std::pair{*a.position, reach_a}, std::pair{*b.position, reach_b}}) {
                const geo::LonLat edge = geo::point_along(centre, azimuth, reach * 1000);
                if (geo::distance_m(*a.position, edge) <= reach_a * 1000 + 1 &&
                    geo::distance_m(*b.position, edge) <= reach_b * 1000 + 1)
                    farthest = std::max(farthest, geo::distance_m(here, edge) / 1000);
            }
        CHECK(farthest <= radius + 0.1);
        CHECK(radius <= 1.02 * farthest + 20);
    }
}

TEST_CASE("a leg near the pole, where the router knows no water, is the geodesic", "[timeline][ways]") {
    CHECK_FALSE(leg_of(voyage(at(100, 84), at(-80, 84), 4)).path);
    CHECK(is_gap(voyage(at(-40, 84), at(-30, 78), 4))); // over Greenland
}

TEST_CASE("an end far inside the coast of the map makes a leg a gap", "[timeline][ways]") {
    CHECK(is_gap(voyage(at(127.5, 37.5), at(124.5, 37.0), 1))); // 60 km inland
}

TEST_CASE("the water for routes is read when a leg first needs it", "[timeline][ways]") {
    const auto own = geo::Atlas::open(std::filesystem::path{THEATRUM_SOURCE_DIR} / "geo/data");
    Scenario s = voyage(at(150, 20), at(155, 25), 2);
    s.atlas = own;
    s.assets[0].max_gap = std::chrono::hours{1};
    CHECK(state_at(s, "2024-05-02T00:00Z").how == How::Held);
    CHECK_FALSE(own->router->is_open());
    s.assets[0].max_gap.reset();
    CHECK(state_at(s, "2024-05-02T00:00Z").how == How::Interpolated);
    CHECK(own->router->is_open());
}

TEST_CASE("ways that were found before are told apart by both their ends", "[timeline][ways]") {
    Scenario s = voyage(at(150, 20), at(155, 25), 2, "CA", {at(152, 27)});
    const Fix elsewhere = [&] {
        Fix fix = s.fixes[0];
        fix.position = at(160, 30);
        return fix;
    }();
    Ways ways;
    const auto begin_from = [&](const Fix& earlier) {
        const Way way = ways.between(s, earlier, s.fixes[1]);
        REQUIRE(way.path);
        return way.path->points().front();
    };
    CHECK(begin_from(s.fixes[0]) == at(150, 20));
    CHECK(begin_from(elsewhere) == at(160, 30));
    CHECK(begin_from(s.fixes[0]) == at(150, 20));
}

TEST_CASE("a way begins and ends at its reports, also where they are berths inside the coast of the map",
          "[timeline][ways]") {
    const geo::LonLat yokosuka = at(139.66, 35.29), sasebo = at(129.71, 33.165), sea = at(135, 31);
    REQUIRE_FALSE(atlas()->router->get().is_water(sasebo));
    for (const auto& [from, to] :
         {std::pair{yokosuka, sasebo}, std::pair{sasebo, yokosuka}, std::pair{sasebo, sea}, std::pair{sea, sasebo}}) {
        const Leg leg = leg_of(voyage(from, to, 4, "JP"));
        REQUIRE(leg.path);
        CHECK(leg.path->points().front() == from);
        CHECK(leg.path->points().back() == to);
        CHECK(leg.to == to);
    }
}
