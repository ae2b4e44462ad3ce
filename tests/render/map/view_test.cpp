#include "geo/error.hpp"
#include "render/map/camera.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

namespace {

using render::Camera;
using render::Figure;
using render::Rect;
using render::View;

constexpr Rect frame{4, 18, 246, 105};

const assets::Scenario& small_scenario() {
    static const auto scenario = support::scenario("tests/fixtures/scenarios/map-small");
    return *scenario;
}

Camera aim(const Figure& figure) {
    return Camera::aim(small_scenario(), assets::snapshot_at(small_scenario(), figure.at), figure);
}

Figure june() {
    return support::page(1920, 1080, 192, "2024-06-11");
}

} // namespace

TEST_CASE("converting page points to metres and back gives the same points", "[render][view]") {
    const Camera camera = aim(june());
    const View view = camera.view(frame, 0.1);
    const render::Point p{17.5, 99.25};
    const render::Point back = view.to_page(view.to_metres(p));
    CHECK(back.x == Approx(p.x));
    CHECK(back.y == Approx(p.y));
    CHECK(view.to_page(view.centre_m) == render::Point{frame.x + frame.w / 2, frame.y + frame.h / 2});
    // North is up: a point north of the centre lies higher on the page.
    CHECK(view.to_page(geo::lonlat(125, 30))->y < view.to_page(geo::lonlat(125, 27))->y);
}

TEST_CASE("width_km is the projected width of the frame, whatever its height", "[render][view]") {
    Figure figure = june();
    figure.centre = geo::lonlat(127, 37);
    figure.width_km = 300;
    const Camera camera = aim(figure);
    for (const double height : {20.0, 105.0, 400.0}) {
        const View view = camera.view({0, 0, 200, height}, 0.1);
        CHECK(view.m_per_mm == Approx(1500.0));
        CHECK(view.scale_denominator() == Approx(1.5e6));
    }
}

TEST_CASE("a figure without a view uses the scenario's view", "[render][view]") {
    const Camera camera = aim(june());
    const View view = camera.view(frame, 0.1);
    CHECK(view.m_per_mm * frame.w == Approx(3'000'000.0));
    const auto centre = camera.projection().inverse(view.centre_m);
    REQUIRE(centre);
    CHECK(centre->lon() == Approx(125).margin(1e-6));
    CHECK(centre->lat() == Approx(27).margin(1e-6));
}

TEST_CASE("a bbox is shown whole, at the largest scale at which it fits", "[render][view]") {
    for (const std::string projection : {"laea", "merc", "eqearth", "lcc", "ortho", "aeqd", "eqc", "robin"}) {
        Figure figure = june();
        figure.projection = projection;
        figure.bbox = geo::Box::from_degrees(118, 22, 132, 39);
        const Camera camera = aim(figure);
        const View view = camera.view(frame, 0.1);
        double nearest = 1e9;
        for (int i = 0; i <= 100; ++i) {
            const double lon = 118 + 14.0 * i / 100, lat = 22 + 17.0 * i / 100;
            for (const auto where :
                 {geo::lonlat(lon, 22), geo::lonlat(lon, 39), geo::lonlat(118, lat), geo::lonlat(132, lat)}) {
                const auto at = view.to_page(where);
                REQUIRE(at);
                const double inset = std::min(std::min(at->x - frame.x, frame.right() - at->x),
                                              std::min(at->y - frame.y, frame.bottom() - at->y));
                INFO(projection << " " << lon << " " << lat);
                CHECK(inset > -0.05);
                nearest = std::min(nearest, inset);
            }
        }
        CHECK(nearest < 0.05);
    }
}

TEST_CASE("a bbox across the antimeridian is centred on the antimeridian", "[render][view]") {
    Figure figure = june();
    figure.bbox = geo::Box::from_degrees(170, -10, -170, 10);
    const Camera camera = aim(figure);
    const auto centre = camera.projection().inverse(camera.view(frame, 0.1).centre_m);
    REQUIRE(centre);
    CHECK(std::abs(centre->lon()) == Approx(180).margin(1e-6));
}

TEST_CASE("fitting shows positions and areas with a margin", "[render][view]") {
    Figure figure = june();
    figure.fit = {"alpha", "charlie"};
    const Camera camera = aim(figure);
    const View view = camera.view(frame, 0.1);
    const geo::Sea* sea = support::atlas()->seas.by_id("east-china-sea");
    REQUIRE(sea);
    auto corners = sea->outline.rings.front();
    corners.push_back({129.7, 33.15});
    for (const geo::Degrees d : corners) {
        const auto at = view.to_page(geo::lonlat(geo::wrap_longitude(d.lon), d.lat));
        REQUIRE(at);
        CHECK(at->y > frame.y + 0.08 * frame.h);
        CHECK(at->y < frame.bottom() - 0.08 * frame.h);
    }
}

TEST_CASE("the error for an id in `fit` without a position names the id", "[render][view]") {
    Figure figure = june();
    figure.fit = {"nobody"};
    CHECK_THROWS_WITH(aim(figure), Catch::Contains("nobody"));
}

TEST_CASE("a centre outside the projection is refused", "[render][view]") {
    Figure figure = june();
    figure.projection = "merc";
    figure.centre = geo::lonlat(0, 89);
    figure.width_km = 1000;
    CHECK_THROWS_AS(aim(figure), geo::ProjectionError);
}

TEST_CASE("graticule lines are 20 to 90 mm apart at every scale except world maps", "[render][view]") {
    const Camera camera = aim(june());
    for (double m_per_mm = 100; m_per_mm < 60'000; m_per_mm *= 1.3) {
        View view = camera.view(frame, 0.1);
        view.m_per_mm = m_per_mm;
        const double apart_mm = render::graticule_step_deg(view) * 111'320.0 / m_per_mm;
        CHECK(apart_mm > 20.0);
        CHECK(apart_mm < 90.0);
    }
}
