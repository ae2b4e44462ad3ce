#include "assets/formats/scenario/read_scenario.hpp"
#include "render/map/camera.hpp"
#include "render/map/fit/fit_points.hpp"
#include "render/map/fit/fit_projection.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/render/map/trackers/layout_checks.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace {

using render::Camera;
using render::Figure;
using render::Rect;

/// A scenario of frigates, each with the cells "place,area,lon,lat,radius_km" of its position on 30 July 2024.
std::shared_ptr<const assets::Scenario> frigates_at(const std::vector<std::string>& positions,
                                                    const std::string& view = {}) {
    std::string assets_csv = "id,name,type,country\n", positions_csv = "asset,from,to,place,area,lon,lat,radius_km\n";
    for (std::size_t i = 0; i < positions.size(); ++i) {
        assets_csv += fmt::format("f{},Frigate {},frigate,CA\n", i, i + 1);
        positions_csv += fmt::format("f{},2024-07-30,2024-08-02,{}\n", i, positions[i]);
    }
    const support::Scratch folder;
    folder.write("scenario.toml", "theatrum = 1\ntitle = \"Frigates\"\n" + view);
    folder.write("assets.csv", assets_csv);
    folder.write("positions.csv", positions_csv);
    auto result = assets::read_scenario(folder.path(), support::atlas());
    REQUIRE(result.scenario != nullptr);
    REQUIRE(result.scenario->fixes.size() == positions.size());
    return result.scenario;
}

Figure fit_all() {
    Figure figure = support::page(1920, 1080, 192, "2024-07-31");
    figure.fit_all = figure.choose_projection = true;
    return figure;
}

Camera aim(const assets::Scenario& scenario, const Figure& figure) {
    return Camera::aim(scenario, assets::snapshot_at(scenario, figure.at), figure);
}

} // namespace

TEST_CASE("a fitted frame is laea up to 10,000 km, else eqearth", "[render][view]") {
    const auto near = frigates_at({"Yokosuka,,,,", "Singapore,,,,"});
    CHECK(aim(*near, fit_all()).projection().name() == "laea");
    const auto far = frigates_at({"Yokosuka,,,,", "San Diego,,,,", "Halifax,,,,"});
    CHECK(aim(*far, fit_all()).projection().name() == "eqearth");

    // Across the equator the extent in laea is the chord: 2 x 2R sin(width / 4).
    const auto span = [](double degrees) {
        return render::projection_for({geo::lonlat(-degrees / 2, 0), geo::lonlat(degrees / 2, 0)}).definition;
    };
    CHECK(span(90) == "laea");
    CHECK(span(95) == "eqearth");
}

TEST_CASE("eqearth is cut in the middle of the widest empty longitudes", "[render][view]") {
    const auto centre = [](const std::vector<double>& lons) {
        std::vector<geo::LonLat> points;
        for (const double lon : lons)
            points.push_back(geo::lonlat(lon, 10));
        const auto chosen = render::projection_for(points);
        CHECK(chosen.definition == "eqearth");
        return chosen.centre.lon();
    };
    CHECK(centre({120, 140, -120, -60}) == Approx(-150)); // empty from 60 W to 120 E, cut at 30 E
    CHECK(centre({-120, -60, 0, 20, 60}) == Approx(-30)); // empty from 60 E to 120 W, cut at 150 E
}

TEST_CASE("a projection that is given stays", "[render][view]") {
    const auto far = frigates_at({"Yokosuka,,,,", "San Diego,,,,", "Halifax,,,,"});
    Figure figure = fit_all();
    figure.choose_projection = false;
    CHECK(aim(*far, figure).projection().name() == "laea");
}

TEST_CASE("fitted subjects stay at least 8 mm inside the frame", "[render][view]") {
    const auto scenario = frigates_at({"Yokosuka,,,,", "Busan,,,,", "Kaohsiung,,,,", "Guam,,,,"});
    for (const Rect frame : {Rect{4, 18, 246, 105}, Rect{4, 10, 81, 60}, Rect{3, 3, 60, 41}}) {
        const Figure figure = fit_all();
        const auto snapshot = assets::snapshot_at(*scenario, figure.at);
        const Camera camera = Camera::aim(*scenario, snapshot, figure);
        const render::View view = camera.view(frame, 0.1);
        for (const geo::LonLat where : render::shown_points(*scenario, snapshot, figure)) {
            const auto at = view.to_page(where);
            REQUIRE(at);
            const double inside =
                std::min({at->x - frame.x, frame.right() - at->x, at->y - frame.y, frame.bottom() - at->y});
            CHECK(inside > 8.0 - 1e-6);
        }
    }
}

TEST_CASE("a circle wider than its sea does not widen the frame", "[render][view]") {
    const auto width_km = [](const std::string& position) {
        return aim(*frigates_at({position}), fit_all()).width_m() / 1000;
    };
    const double whole = width_km(",taiwan-strait,,,");
    CHECK(width_km(",taiwan-strait,119.5,24.3,1500") <= 1.01 * whole);
    CHECK(width_km(",taiwan-strait,119.5,24.3,120") < whole);
    // A ship in an ocean can be shown in any part of it.
    CHECK(width_km(",north-pacific-ocean,,,") < 2500);
}

TEST_CASE("one place is shown with its surroundings, nothing as the world", "[render][view]") {
    const auto one = frigates_at({"Yokosuka,,,,", "Yokosuka,,,,"});
    const Camera near = aim(*one, fit_all());
    CHECK(near.projection().name() == "laea");
    CHECK(near.width_m() == Approx(1'500'000));

    Figure figure = fit_all();
    figure.at = support::instant("2024-09-30");
    const auto empty = frigates_at({});
    const Camera world = aim(*empty, figure);
    CHECK(world.projection().name() == "eqearth");
    const render::View view = world.view({4, 18, 246, 105}, 0.1);
    for (const auto where : {geo::lonlat(-179, 0), geo::lonlat(179, 0), geo::lonlat(0, 89), geo::lonlat(0, -89)}) {
        const auto at = view.to_page(where);
        REQUIRE(at);
        CHECK(at->x > 4);
        CHECK(at->x < 250);
        CHECK(at->y > 18);
        CHECK(at->y < 123);
    }
}

TEST_CASE("no name reaches over the edge of the globe", "[render][view]") {
    const auto scenario = frigates_at({"Yokosuka,,,,", "San Diego,,,,", "Halifax,,,,", "Plymouth,,,,",
                                       "Naval Station Rota,,,,", "Mumbai,,,,", "Sydney,,,,", "Cape Town,,,,",
                                       ",north-pacific-ocean,,,", ",south-atlantic-ocean,,,"});
    for (const std::string projection : {"eqearth", "laea", "ortho"}) {
        Figure figure = fit_all();
        figure.choose_projection = projection == "eqearth";
        figure.projection = projection;
        const auto composition = support::compose(*scenario, figure);
        const auto& layout = composition.layout;
        const Camera camera = aim(*scenario, figure);
        const render::View view = camera.view(layout.map_mm, 0.1);
        int labels = 0;
        for (const render::LayoutItem& item : layout.items) {
            if (item.kind != "label") continue;
            ++labels;
            std::vector<render::Point> corners = item.quad_mm;
            const Rect& r = item.box_mm;
            if (corners.empty()) corners = {{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}};
            for (const render::Point p : corners) {
                INFO(projection << ": " << item.text << " at " << p.x << ", " << p.y);
                // The edge of the grid that records the Earth is right within a cell of 0.6 mm.
                const bool on_earth = view.projection->inverse(view.to_metres(p)).has_value() ||
                                      view.projection->inverse(view.to_metres({p.x + 0.6, p.y})).has_value() ||
                                      view.projection->inverse(view.to_metres({p.x - 0.6, p.y})).has_value() ||
                                      view.projection->inverse(view.to_metres({p.x, p.y + 0.6})).has_value() ||
                                      view.projection->inverse(view.to_metres({p.x, p.y - 0.6})).has_value();
                CHECK(on_earth);
            }
        }
        CHECK(labels > 5);
    }
}
