// A ship's area cut to water: it holds every place of voyages over water within the speed limit, and no water that is
// too far by water.
#include "geo/basemap/atlas.hpp"
#include "geo/earth/area/plane_area.hpp"
#include "tests/assets/timeline/reach/sailing.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace assets;
using namespace reach_test;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

const geo::Router& water_router() {
    return water_atlas()->router->get();
}

/// Narrow and broken waters, and open ones.
struct Waters {
    const char* name;
    double west, south, east, north;
};
constexpr Waters waters[]{
    {"Inland Sea of Japan", 130.8, 33.0, 135.6, 34.9},
    {"Sulu Sea", 117.0, 5.0, 124.5, 12.0},
    {"Taiwan Strait", 117.0, 21.5, 122.5, 26.5},
    {"Korea", 123.5, 32.5, 131.5, 39.0},
    {"Riau Islands", 102.5, -1.5, 106.0, 2.5},
    {"Fiji", 176.0, -20.0, 184.0, -15.0},
    {"Aegean Sea", 22.5, 35.0, 28.5, 40.5},
    {"Danish straits", 8.0, 53.8, 14.5, 58.5},
    {"Philippine Sea", 124.0, 12.0, 138.0, 24.0},
    {"Norway", 4.0, 58.0, 16.0, 69.0},
};

geo::LonLat random_water(Dice& dice, const Waters& w) {
    for (;;) {
        const geo::LonLat at = geo::lonlat(dice.between(w.west, w.east), dice.between(w.south, w.north));
        if (water_router().is_water(at)) return at;
    }
}

std::optional<geo::GeodesicPath> way_over(const std::vector<geo::LonLat>& points) {
    auto found = water_router().route(points);
    return found.route ? std::optional{std::move(found.route->path)} : std::nullopt;
}

/// Water within a distance of a point of water.
geo::LonLat water_near(Dice& dice, geo::LonLat centre, double radius_m) {
    for (int attempt = 0; attempt < 50; ++attempt)
        if (const geo::LonLat at = point_in(dice, centre, radius_m); water_router().is_water(at)) return at;
    return centre;
}

/// Two reports of a ship, and how long she is silent between them.
struct Passage {
    geo::LonLat from, to; ///< the places of the reports
    double radius_km;     ///< of both
    double speed_kn;
    seconds silence{};
    Scenario scenario;
};
constexpr double longest_way_m = 600'000;

std::optional<Passage> random_passage(Dice& dice, const Waters& w) {
    Passage p{random_water(dice, w), random_water(dice, w), dice.between(0.5, 15), dice.between(6, 25), {}, {}};
    const auto shortest = way_over({p.from, p.to});
    if (!shortest || shortest->length_m() > longest_way_m) return std::nullopt;
    const double slack = dice.one_in(3) ? dice.between(1, 1.05) : dice.between(1, 1.6);
    const double metres = shortest->length_m() * slack + 3 * p.radius_km * 1000;
    p.silence = seconds{static_cast<std::int64_t>(metres / p.speed_kn / metres_per_second_per_knot)};
    p.scenario = scenario_of(AssetType::Frigate, p.speed_kn,
                             {{{p.from, timeline_test::first_day}, p.radius_km},
                              {{p.to, timeline_test::first_day + p.silence}, p.radius_km}});
    p.scenario.assets[0].max_gap = hours{1}; // no leg is claimed; that would be slower to test
    p.scenario.atlas = water_atlas();
    return p;
}

/// A voyage within the speed limit that the two reports may be of: with a detour where there is time for one, or with
/// time to lie still.
std::optional<geo::GeodesicPath> random_voyage(Dice& dice, const Passage& p, const Waters& w) {
    const double longest = p.speed_kn * metres_per_second_per_knot * static_cast<double>(p.silence.count());
    const geo::LonLat from = water_near(dice, p.from, p.radius_km * 1000),
                      to = water_near(dice, p.to, p.radius_km * 1000);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const geo::LonLat via = attempt < 1 ? random_water(dice, w) : water_near(dice, attempt % 2 ? from : to, 50'000);
        auto way = way_over({from, via, to});
        if (way && way->length_m() <= longest) return way;
    }
    auto way = way_over({from, to});
    if (way && way->length_m() > longest) way.reset();
    return way;
}

} // namespace

TEST_CASE("the true place of a voyage over water always lies in the area cut to water", "[timeline][reach][property]") {
    const int wanted = is_long_run() ? 5'000 : 300;
    int compared = 0, missed = 0;
    for (unsigned seed = 1; compared < wanted; ++seed) {
        Dice dice{seed};
        const Waters& w = waters[seed % std::size(waters)];
        const auto passage = random_passage(dice, w);
        if (!passage) continue;
        std::vector<geo::GeodesicPath> voyages;
        for (int i = 0; i < 5; ++i)
            if (auto voyage = random_voyage(dice, *passage, w)) voyages.push_back(std::move(*voyage));
        const double speed = passage->speed_kn * metres_per_second_per_knot;
        for (const double share : {0.1 + dice.between(0, 0.3), 0.5 + dice.between(0, 0.4)}) {
            const seconds since{static_cast<std::int64_t>(static_cast<double>(passage->silence.count()) * share)};
            const Instant t = timeline_test::first_day + since;
            const auto ends = ends_at(passage->scenario, t);
            REQUIRE(ends);
            REQUIRE(ends->before);
            const auto area = reach_on_water(passage->scenario, *ends);
            REQUIRE(area);
            for (const geo::GeodesicPath& voyage : voyages) {
                // At full speed first and then at rest; the other way round; or at one speed.
                const double full_m = speed * static_cast<double>(since.count());
                const double left_m = speed * static_cast<double>((passage->silence - since).count());
                for (const double metres : {std::min(full_m, voyage.length_m()),
                                            std::max(0.0, voyage.length_m() - left_m), voyage.length_m() * share}) {
                    const geo::LonLat here = voyage.at(metres).at;
                    ++compared;
                    if (geo::contains(*area, here)) continue;
                    ++missed;
                    INFO("seed " << seed << " in " << w.name << " at " << here.lon() << "," << here.lat() << " after "
                                 << share << " from " << passage->from.lon() << "," << passage->from.lat() << " to "
                                 << passage->to.lon() << "," << passage->to.lat());
                    CHECK(geo::contains(*area, here));
                }
            }
        }
    }
    CHECK(missed == 0);
}

TEST_CASE("the area cut to water holds the water that is near enough by water, and hardly more",
          "[timeline][reach][property]") {
    const int wanted = is_long_run() ? 2'000 : 20;
    int held = 0, left_out = 0;
    for (unsigned seed = 500; held + left_out < wanted || left_out < 2; ++seed) {
        Dice dice{seed};
        const Waters& w = waters[seed % std::size(waters)];
        const auto passage = random_passage(dice, w);
        if (!passage) continue;
        const Instant t = timeline_test::first_day + passage->silence * (2 + dice.below(7)) / 10;
        const auto ends = ends_at(passage->scenario, t);
        REQUIRE(ends);
        const auto uncut = reach_area(*ends);
        const auto area = reach_on_water(passage->scenario, *ends);
        REQUIRE(area);
        const double since_m = ends->after.way_m, until_m = ends->before->way_m;
        const double disc_m = passage->radius_km * 1000;
        for (int i = 0; i < 12; ++i) {
            const geo::LonLat point = random_water(dice, w);
            if (!geo::contains(uncut, point)) continue;
            const auto there = way_over({passage->from, point}), on = way_over({point, passage->to});
            INFO("seed " << seed << " in " << w.name << " at " << point.lon() << "," << point.lat());
            if (geo::contains(*area, point)) {
                ++held;
                REQUIRE(there);
                REQUIRE(on);
                // The start is a disc; cells are up to 6 km wide; ways may be 0.3 % longer than the shortest.
                const double more_m = 2 * disc_m + 8'000;
                CHECK(there->length_m() <= 1.003 * since_m + more_m);
                CHECK(on->length_m() <= 1.003 * until_m + more_m);
            } else {
                ++left_out;
                CHECK((!there || !on || there->length_m() > since_m || on->length_m() > until_m));
            }
        }
    }
    CHECK(held > wanted / 10);
    CHECK(left_out >= 2);
}

TEST_CASE("the area cut to water lies on water", "[timeline][reach]") {
    Dice dice{99};
    const Waters& inland_sea = waters[0];
    Scenario s = scenario_of(AssetType::Frigate, 15, {{{geo::lonlat(132.5, 34.1), timeline_test::first_day}, 2}});
    s.atlas = water_atlas();
    const auto area = reach_on_water(s, ends_at(s, timeline_test::first_day + hours{6}).value());
    REQUIRE(area);
    int inside = 0, on_land = 0;
    for (int i = 0; i < 4000; ++i) {
        const geo::LonLat point = geo::lonlat(dice.between(inland_sea.west, inland_sea.east),
                                              dice.between(inland_sea.south, inland_sea.north));
        if (!geo::contains(*area, point)) continue;
        ++inside;
        bool at_water = water_router().is_water(point);
        for (int azimuth = 0; azimuth < 360 && !at_water; azimuth += 30)
            at_water = water_router().is_water(geo::point_along(point, azimuth, 320));
        CHECK(at_water);
        on_land += water_atlas()->land.on_land(point) ? 1 : 0;
    }
    CHECK(inside > 100);
    CHECK(on_land < inside / 25); // the area reaches beyond the water of the router by 220 m
}

TEST_CASE("water beyond a peninsula belongs to a ship's area only when there is time to sail round",
          "[timeline][reach]") {
    const geo::LonLat west = geo::lonlat(124.8, 36.5), east = geo::lonlat(130.5, 37.2); // of Korea
    Scenario s = scenario_of(AssetType::Frigate, 20, {{{west, timeline_test::first_day}, 5}});
    s.atlas = water_atlas();
    const auto area_after = [&](int hour) {
        return reach_on_water(s, ends_at(s, timeline_test::first_day + hours{hour}).value()).value();
    };
    const double straight_h = geo::distance_m(west, east) / 1852 / 20,
                 by_sea_h = way_over({west, east})->length_m() / 1852 / 20;
    REQUIRE(by_sea_h > straight_h + 8);
    const int before = static_cast<int>(by_sea_h) - 2, after = static_cast<int>(by_sea_h) + 2;
    CHECK(geo::contains(reach_area(ends_at(s, timeline_test::first_day + hours{before}).value()), east));
    CHECK_FALSE(geo::contains(area_after(before), east));
    CHECK(geo::contains(area_after(after), east));
}

TEST_CASE("a ship at a berth inside the coast of the map keeps the berth in her area", "[timeline][reach]") {
    const geo::LonLat sasebo = geo::lonlat(129.71, 33.165);
    REQUIRE_FALSE(water_router().is_water(sasebo));
    Scenario s = scenario_of(AssetType::Frigate, 15, {{{sasebo, timeline_test::first_day}, 3}});
    s.atlas = water_atlas();
    const auto area = reach_on_water(s, ends_at(s, timeline_test::first_day + hours{4}).value());
    REQUIRE(area);
    CHECK(geo::contains(*area, sasebo));
    CHECK(geo::contains(*area, geo::lonlat(129.2, 33.0)));       // at sea
    CHECK_FALSE(geo::contains(*area, geo::lonlat(129.9, 33.3))); // inland
}

TEST_CASE("areas of aircraft and areas in the polar sea are not cut to water", "[timeline][reach]") {
    const auto shape_at = [](AssetType type, geo::LonLat where) {
        Scenario s = scenario_of(type, 15, {{{where, timeline_test::first_day}, 3}});
        s.atlas = water_atlas();
        return reach_shape(s, ends_at(s, timeline_test::first_day + hours{4}).value());
    };
    CHECK(shape_at(AssetType::Frigate, geo::lonlat(132.5, 34.1)).cut_to_water);
    CHECK_FALSE(shape_at(AssetType::Helicopter, geo::lonlat(132.5, 34.1)).cut_to_water);
    CHECK_FALSE(shape_at(AssetType::Frigate, geo::lonlat(10, 83)).cut_to_water);
    CHECK_FALSE(shape_at(AssetType::Frigate, geo::lonlat(106.9, 47.9)).cut_to_water); // far inland
}
