#include "assets/formats/scenario/read_scenario.hpp"
#include "geo/projection/projection.hpp"
#include "render/picture/rect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace {

using render::Command;
using render::Composition;
using render::FillPath;
using render::Group;
using render::LayoutItem;
using render::StrokePath;

Composition compose_at(const std::string& day) {
    static const auto scenario = support::scenario("tests/fixtures/scenarios/counts-and-plans");
    return support::compose(*scenario, support::page(1600, 1200, 192, day));
}

const LayoutItem* item(const Composition& composition, const std::string& kind, const std::string& id) {
    const auto& items = composition.layout.items;
    const auto found = std::ranges::find_if(items, [&](const LayoutItem& i) { return i.kind == kind && i.id == id; });
    return found == items.end() ? nullptr : &*found;
}

/// The strokes of a group, also of the groups in it.
std::vector<StrokePath> strokes(const Group& group) {
    std::vector<StrokePath> found;
    for (const Command& command : group.commands) {
        if (const auto* stroke = std::get_if<StrokePath>(&command.value)) found.push_back(*stroke);
        if (const auto* inner = std::get_if<Group>(&command.value)) {
            const auto more = strokes(*inner);
            found.insert(found.end(), more.begin(), more.end());
        }
    }
    return found;
}

bool has_dotted_rim(const Composition& composition, const std::string& asset) {
    const Group* group = support::find_group(composition.picture.commands, "assets", "asset", asset);
    return group != nullptr &&
           std::ranges::any_of(strokes(*group), [](const StrokePath& s) { return !s.dash_mm.empty(); });
}

} // namespace

TEST_CASE("a count over an area is a box of text in the area, without a symbol", "[render][counts]") {
    const Composition map = compose_at("2024-07-31");
    CHECK(item(map, "symbol", "jets") == nullptr);
    CHECK(item(map, "symbol", "pair") == nullptr);
    const LayoutItem* jets = item(map, "label", "jets");
    REQUIRE(jets != nullptr);
    CHECK(jets->text == "68 aircraft West of the median line");
    const LayoutItem* pair = item(map, "label", "pair");
    REQUIRE(pair != nullptr);
    CHECK(pair->text == "Type 054A frigates: 2 in the Yellow Sea");
    // The box stands in the circle of 90 km about 119.3 E 24.3 N.
    const auto projection = geo::Projection::make(map.layout.projection, map.layout.centre);
    const auto place = projection.forward(geo::lonlat(119.3, 24.3));
    REQUIRE(place);
    const double x =
        map.layout.map_mm.x + map.layout.map_mm.w / 2 + (place->x - map.layout.centre_m.x) / map.layout.m_per_mm;
    const double y =
        map.layout.map_mm.y + map.layout.map_mm.h / 2 - (place->y - map.layout.centre_m.y) / map.layout.m_per_mm;
    const auto& box = jets->box_mm;
    CHECK(std::hypot(box.x + box.w / 2 - x, box.y + box.h / 2 - y) <= 90e3 / map.layout.m_per_mm);
    CHECK(item(map, "symbol", "alone") != nullptr);
}

TEST_CASE("a box of a count does not cover a line of a zone", "[render][counts]") {
    const support::Scratch folder;
    folder.write("scenario.toml", "theatrum = 1\ntitle = \"Counts\"\n[zones]\nbuiltin = [\"taiwan-strait-median\"]\n");
    folder.write("assets.csv", "id,name,type,country\njets,68 aircraft,fighter,CN\n");
    folder.write("positions.csv", "asset,from,to,lon,lat,radius_km\njets,2024-07-30,2024-08-01,119.7,24.6,90\n");
    const auto result = assets::read_scenario(folder.path(), support::atlas());
    REQUIRE(result.scenario != nullptr);
    render::Figure figure = support::page(1080, 1080, 192, "2024-07-31");
    figure.centre = geo::lonlat(120.5, 24);
    figure.width_km = 900;
    const Composition map = support::compose(*result.scenario, figure);
    const LayoutItem* jets = item(map, "label", "jets");
    REQUIRE(jets != nullptr);
    const Group* median = support::find_group(map.picture.commands, "zones", "zone", "taiwan-strait-median");
    REQUIRE(median != nullptr);
    int points = 0;
    for (const StrokePath& stroke : strokes(*median))
        for (const render::Outline& line : stroke.outlines)
            for (std::size_t i = 1; i < line.points.size(); ++i)
                for (int k = 0; k <= 40; ++k) {
                    const render::Point a = line.points[i - 1], b = line.points[i];
                    const render::Point p{a.x + (b.x - a.x) * k / 40, a.y + (b.y - a.y) * k / 40};
                    CHECK_FALSE(render::contains(jets->box_mm, p));
                    ++points;
                }
    CHECK(points > 40);
}

TEST_CASE("a box of a count stands where the words of its report say: west of the point of a line",
          "[render][counts]") {
    const support::Scratch folder;
    folder.write("scenario.toml", "theatrum = 1\ntitle = \"Counts\"\n");
    folder.write("assets.csv", "id,name,type,country\njets,68 aircraft,fighter,CN\nships,13 ships,group,CN\n");
    folder.write("positions.csv", "asset,from,to,place,lon,lat,radius_km\n"
                                  "jets,2024-07-30,2024-08-01,West of the median line,119.3,24.3,90\n"
                                  "ships,2024-07-30,2024-08-01,east of Taiwan,122.6,23.0,90\n");
    folder.write(
        "zones.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"median","name":"Median line","kind":"limit_line","status":"informal"},"geometry":{"type":"LineString","coordinates":[[122,27],[118,23]]}}]})");
    const auto result = assets::read_scenario(folder.path(), support::atlas());
    REQUIRE(result.scenario != nullptr);
    render::Figure figure = support::page(1920, 1080, 192, "2024-07-31");
    figure.centre = geo::lonlat(121.2, 23.6);
    figure.width_km = 900;
    const Composition map = support::compose(*result.scenario, figure);
    const auto projection = geo::Projection::make(map.layout.projection, map.layout.centre);
    const auto page_x = [&](double lon, double lat) {
        const auto place = projection.forward(geo::lonlat(lon, lat));
        return map.layout.map_mm.x + map.layout.map_mm.w / 2 + (place->x - map.layout.centre_m.x) / map.layout.m_per_mm;
    };
    const auto page_y = [&](double lon, double lat) {
        const auto place = projection.forward(geo::lonlat(lon, lat));
        return map.layout.map_mm.y + map.layout.map_mm.h / 2 - (place->y - map.layout.centre_m.y) / map.layout.m_per_mm;
    };
    const LayoutItem *jets = item(map, "label", "jets"), *ships = item(map, "label", "ships");
    REQUIRE(jets != nullptr);
    REQUIRE(ships != nullptr);
    // The line runs from 122 E 27 N to 118 E 23 N, through the point of the report.
    const double ax = page_x(122, 27), ay = page_y(122, 27), bx = page_x(118, 23), by = page_y(118, 23);
    for (const double x : {jets->box_mm.x, jets->box_mm.right()})
        for (const double y : {jets->box_mm.y, jets->box_mm.bottom()})
            CHECK((bx - ax) * (y - ay) - (by - ay) * (x - ax) > -0.1 * std::hypot(bx - ax, by - ay));
    CHECK(ships->box_mm.x >= page_x(122.6, 23.0) - 0.5);
}

TEST_CASE("what is only planned has a dotted rim, and what is not does not", "[render][plans]") {
    const Composition map = compose_at("2024-07-31");
    CHECK(has_dotted_rim(map, "future"));
    CHECK(has_dotted_rim(map, "personnel"));
    CHECK_FALSE(has_dotted_rim(map, "alone"));
    const LayoutItem* future = item(map, "label", "future");
    REQUIRE(future != nullptr);
    CHECK(future->text == "JS Asahi Sasebo, planned, 2030s");
    CHECK(item(compose_at("2024-01-09"), "label", "future") == nullptr); // not announced yet
}

TEST_CASE("an asset somewhere in a country is listed under its name, without a symbol, a line or a dot",
          "[render][plans]") {
    const Composition map = compose_at("2024-07-31");
    CHECK(item(map, "symbol", "personnel") == nullptr);
    REQUIRE(item(map, "label", "roster:South Korea") != nullptr);
    CHECK(item(map, "label", "roster:South Korea")->text == "South Korea");
    REQUIRE(item(map, "label", "personnel") != nullptr);
    CHECK(item(map, "label", "personnel")->text == "Canadian personnel, proposed");
    const auto legend = std::ranges::find_if(map.layout.items, [](const LayoutItem& i) {
        return i.text.find("Proposed by an op-ed in Breaking Defense, not decided") != std::string::npos;
    });
    CHECK(legend != map.layout.items.end());
    CHECK(item(map, "label", "country-KR") == nullptr); // the list's head is the country's name
}
