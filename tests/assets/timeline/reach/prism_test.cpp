// The area between two reports as polygons: it holds every place of voyages that keep to the speed limit, and is hardly
// larger than the space-time prism.
#include "assets/timeline/between/reach.hpp"
#include "geo/earth/area/plane_area.hpp"
#include "tests/assets/timeline/reach/sailing.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace assets;
using namespace reach_test;
using std::chrono::seconds;

namespace {

/// Anywhere; often near a pole or 180 degrees.
geo::LonLat random_place(Dice& dice) {
    switch (dice.below(4)) {
    case 0:
        return geo::lonlat(dice.between(-180, 180), (dice.one_in(2) ? 1 : -1) * dice.between(80, 90));
    case 1:
        return geo::lonlat(180 + dice.between(-3, 3), dice.between(-70, 70));
    default:
        return geo::lonlat(dice.between(-180, 180), dice.between(-80, 80));
    }
}

seconds part_of(Dice& dice, seconds whole) {
    return seconds{static_cast<std::int64_t>(static_cast<double>(whole.count()) * dice.between(0, 1))};
}

/// Two reports, and what is true when they are made.
struct Pair {
    double speed_kn;
    Sighting first, last;

    explicit Pair(Dice& dice)
        : speed_kn{dice.one_in(4) ? dice.between(150, 500) : dice.between(3, 35)},
          first{{random_place(dice), timeline_test::first_day}, dice.between(0.1, dice.one_in(3) ? 90 : 10)},
          last{first} {
        const seconds whole{3600 + dice.below(speed_kn > 100 ? 8 * 3600 : 6 * 86400)};
        const double farthest_m = speed_kn * metres_per_second_per_knot * static_cast<double>(whole.count());
        // A third of the pairs leave hardly more time than the straight way takes.
        const double share = dice.one_in(3) ? dice.between(0.99, 1) : dice.between(0, 1);
        last = {{geo::point_along(first.seen.at, dice.between(0, 360), farthest_m * share), first.seen.when + whole},
                dice.between(0.1, dice.one_in(3) ? 90 : 10)};
        for (Sighting* each : {&first, &last}) {
            if (!dice.one_in(3)) continue;
            each->before = part_of(dice, whole / 5);
            each->after = part_of(dice, whole / 5);
            if (dice.one_in(2)) each->time_error_h = static_cast<double>(whole.count()) / 3600 / 20;
        }
    }
};

/// A true place and time that a report may be of.
Place true_place(Dice& dice, const Sighting& sighting) {
    const seconds error{static_cast<std::int64_t>(sighting.time_error_h * 3600)};
    const seconds earliest = -sighting.before - error, latest = sighting.after + error;
    return {point_in(dice, sighting.seen.at, sighting.radius_km * 1000),
            sighting.seen.when + earliest + part_of(dice, latest - earliest)};
}

/// A voyage that the two reports may be of: its true places at the reports; empty if none is found.
std::optional<std::pair<Place, Place>> true_ends(Dice& dice, const Pair& pair) {
    for (int attempt = 0; attempt < 20; ++attempt) {
        const Place from = true_place(dice, pair.first), to = true_place(dice, pair.last);
        const double time_s = in_seconds(to.when - from.when);
        if (geo::distance_m(from.at, to.at) <= pair.speed_kn * metres_per_second_per_knot * time_s)
            return std::pair{from, to};
    }
    return std::nullopt;
}

/// Whether a place lies within 1 % of the radius of the rim of either disc.
bool is_near_rim(const ReachEnds& ends, geo::LonLat place) {
    const auto is_near = [&](const geo::GeodesicDisc& disc) {
        return disc.radius_m - geo::distance_m(disc.centre, place) < 0.01 * disc.radius_m;
    };
    return is_near(ends.after.disc()) || (ends.before && is_near(ends.before->disc()));
}

} // namespace

TEST_CASE("the true place of a voyage within the speed limit always lies in the area between two reports",
          "[timeline][reach][property]") {
    const int wanted = is_long_run() ? 1'000'000 : 20'000;
    int compared = 0, near_rim = 0, missed = 0;
    for (unsigned seed = 1; compared < wanted; ++seed) {
        Dice dice{seed};
        const Pair pair{dice};
        const Scenario s = scenario_of(AssetType::MaritimePatrolAircraft, pair.speed_kn, {pair.first, pair.last});
        // In silence, between the reports and as long again after the last.
        std::vector<Instant> times;
        const Instant begin = s.fixes[0].to, end = s.fixes[1].from;
        for (int i = 1; i <= 6 && end > begin; ++i)
            times.push_back(begin + (end - begin) * i / 7);
        times.push_back(s.fixes[1].to + (end - begin) / 2);
        std::vector<std::optional<ReachEnds>> ends;
        std::vector<std::vector<geo::Polygon>> areas;
        for (const Instant t : times) {
            ends.push_back(ends_at(s, t));
            areas.push_back(ends.back() ? reach_area(*ends.back()) : std::vector<geo::Polygon>{});
        }
        for (int voyage = 0; voyage < 30; ++voyage) {
            const auto truth = true_ends(dice, pair);
            if (!truth) continue;
            const auto& [from, to] = *truth;
            Place last = from;
            for (std::size_t i = 0; i < times.size(); ++i) {
                const Instant t = times[i];
                if (!ends[i] || t <= last.when) continue;
                if (t < to.when) {
                    last = {place_between(dice, last, to, t, pair.speed_kn), t};
                } else {
                    const double way_m = pair.speed_kn * metres_per_second_per_knot * in_seconds(t - to.when);
                    last = {point_in(dice, to.at, way_m), t};
                }
                if (t > s.fixes[0].to && t < s.fixes[1].from && t >= to.when) continue;
                ++compared;
                if (is_near_rim(*ends[i], last.at)) ++near_rim;
                if (geo::contains(areas[i], last.at)) continue;
                ++missed;
                UNSCOPED_INFO("seed " << seed << " voyage " << voyage << " time " << i << " at " << last.at.lon() << ","
                                      << last.at.lat());
                CHECK(geo::contains(areas[i], last.at));
            }
        }
    }
    CHECK(missed == 0);
    CHECK(near_rim > compared / 50); // the simulation tries the limit
}

TEST_CASE("the area between two reports is at most 1.05 times the exact prism", "[timeline][reach][property]") {
    const int wanted = is_long_run() ? 20'000 : 200;
    int compared = 0;
    double worst = 0;
    for (unsigned seed = 1'000'001; compared < wanted; ++seed) {
        Dice dice{seed};
        const Pair pair{dice};
        const Scenario s = scenario_of(AssetType::MaritimePatrolAircraft, pair.speed_kn, {pair.first, pair.last});
        const Instant begin = s.fixes[0].to, end = s.fixes[1].from;
        if (end <= begin) continue;
        const Instant t = begin + (end - begin) * (1 + dice.below(98)) / 100;
        const auto ends = ends_at(s, t);
        if (!ends || !ends->before) continue;
        const auto a = ends->after.disc(), b = ends->before->disc();
        if (std::max(a.radius_m, b.radius_m) > 9e6) continue; // a quarter of the Earth
        const double exact = exact_square_metres(a, b);
        if (exact < 1e5) continue; // a tenth of a square kilometre
        ++compared;
        const double ratio = square_metres(reach_area(*ends)) / exact;
        INFO("seed " << seed << " radii " << a.radius_m << " and " << b.radius_m << ", "
                     << geo::distance_m(a.centre, b.centre) << " apart");
        CHECK(ratio <= 1.05);
        CHECK(ratio >= 1 - 1e-6);
        worst = std::max(worst, ratio);
    }
    CHECK(worst > 1);
}

TEST_CASE("discs that do not meet have no area in common", "[timeline][reach]") {
    CHECK(geo::common_area({geo::lonlat(0, 0), 50'000}, {geo::lonlat(1, 0), 50'000}).empty());
}

TEST_CASE("a disc inside another is what they have in common", "[timeline][reach]") {
    const geo::GeodesicDisc small{geo::lonlat(179.9, 50), 30'000}, large{geo::lonlat(-179, 51), 900'000};
    for (const auto& area : {geo::common_area(small, large), geo::common_area(large, small)}) {
        REQUIRE(area.size() == 1);
        CHECK(square_metres(area) == Approx(exact_square_metres(small, large)).epsilon(0.03));
        CHECK(geo::contains(area, geo::lonlat(179.9, 50)));
        CHECK(geo::contains(area, geo::lonlat(-179.9, 50)));
        CHECK_FALSE(geo::contains(area, geo::lonlat(-179.4, 50)));
    }
}

TEST_CASE("an area over a pole holds the pole, whole", "[timeline][reach]") {
    const auto area = geo::common_area({geo::lonlat(20, 85), 900'000}, {geo::lonlat(-160, 85), 900'000});
    REQUIRE(area.size() == 1);
    for (int lon = -180; lon < 180; lon += 7)
        CHECK(geo::contains(area, geo::lonlat(lon, 89.5)));
    CHECK_FALSE(geo::contains(area, geo::lonlat(20, 83)));
}

TEST_CASE("an asset without a speed limit, and a reported one, have no reach", "[timeline][reach]") {
    const Place there{geo::lonlat(140, 30), timeline_test::first_day};
    Scenario s = scenario_of(AssetType::Frigate, 20, {{there, 5}});
    CHECK_FALSE(ends_at(s, there.when));
    CHECK(ends_at(s, there.when + seconds{60}));
    s.assets[0].max_speed_kn.reset();
    CHECK_FALSE(ends_at(s, there.when + seconds{60}));
}
