// The points that a map of a period has to hold.
#include "render/map/fit/fit_points.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <memory>

namespace {

/// One snapshot as fitted_points() takes several.
std::array<const assets::Snapshot*, 1> only(const assets::Snapshot& snapshot) {
    return {&snapshot};
}

using namespace render;

/// Two ships with a voyage each: `north` at 10 E, 50 N and 60 N, `south` at 20 E, 30 S.
struct Voyages {
    assets::Scenario scenario;
    assets::Snapshot snapshot;
    Figure figure;

    Voyages() {
        for (const char* id : {"north", "south"}) {
            assets::Asset asset{};
            asset.id = id;
            scenario.assets.push_back(asset);
        }
        assets::Voyage north{0, {}, {}, {}}, south{1, {}, {}, {}};
        const auto call = [](double lon, double lat) {
            assets::Call made;
            made.at = geo::lonlat(lon, lat);
            return made;
        };
        north.calls = {call(10, 50), call(10, 60)};
        north.legs = {{0, 1, assets::Continuity::Estimated,
                       std::make_shared<const geo::GeodesicPath>(
                           std::vector{geo::lonlat(10, 50), geo::lonlat(14, 55), geo::lonlat(10, 60)})}};
        south.calls = {call(20, -30)};
        snapshot.voyages = {north, south};
        figure.period = Period{assets::Instant{}, assets::Instant{std::chrono::hours{24}}};
    }
    /// The northernmost and southernmost latitude and the easternmost longitude of points.
    static std::array<double, 3> extent(const std::vector<geo::LonLat>& points) {
        std::array<double, 3> found{-90, 90, -180};
        for (const auto p : points)
            found = {std::max(found[0], p.lat()), std::min(found[1], p.lat()), std::max(found[2], p.lon())};
        return found;
    }
};

} // namespace

TEST_CASE("a map of a period is fitted to all voyages or to those of the assets that are named", "[map][voyages]") {
    Voyages v;
    const auto fitted = [&] {
        return Voyages::extent(fitted_points(v.scenario, only(v.snapshot), v.figure));
    };
    v.figure.fit_all = true;
    CHECK(fitted() == std::array{60.0, -30.0, 20.0});
    v.figure.fit_all = false;
    v.figure.fit = {"north"};
    const auto north = fitted();
    CHECK(north[0] == 60.0);
    CHECK(north[1] == 50.0);
    CHECK(north[2] == Approx(14).margin(1e-9)); // the way, not only the calls
    v.figure.fit = {"south"};
    CHECK(fitted() == std::array{-30.0, -30.0, 20.0});
    v.figure.fit = {"south", "north"};
    CHECK(fitted() == std::array{60.0, -30.0, 20.0});
    v.figure.fit = {"nobody"};
    CHECK_THROWS_AS(fitted_points(v.scenario, only(v.snapshot), v.figure), FigureError);
}
