#include "geo/projection/projection.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/style/zone_look.hpp"
#include "render/picture/rect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace {

using namespace render;

const Composition& zones_map() {
    static const auto scenario = support::scenario("tests/fixtures/scenarios/map-zones");
    static const Composition composition = support::compose(*scenario, support::page(1920, 1080, 192, "2024-05-01"));
    return composition;
}

/// All strokes and fills in the groups of a zone.
struct Drawn {
    std::vector<StrokePath> strokes;
    std::vector<FillPath> fills;
};
Drawn drawn(const std::string& id, const Composition& map = zones_map()) {
    Drawn found;
    const std::function<void(const std::vector<Command>&, bool)> walk = [&](const auto& commands, bool is_inside) {
        for (const Command& command : commands) {
            if (const auto* group = std::get_if<Group>(&command.value))
                walk(group->commands, is_inside || (group->tag.kind == "zone" && group->tag.id == id));
            if (!is_inside) continue;
            if (const auto* stroke = std::get_if<StrokePath>(&command.value)) found.strokes.push_back(*stroke);
            if (const auto* fill = std::get_if<FillPath>(&command.value)) found.fills.push_back(*fill);
        }
    };
    walk(map.picture.commands, false);
    return found;
}

const LayoutItem* label(const std::string& id) {
    for (const LayoutItem& item : zones_map().layout.items)
        if (item.kind == "label" && item.id == id) return &item;
    return nullptr;
}

bool has_row(const std::string& id) {
    const auto& items = zones_map().layout.items;
    return std::any_of(items.begin(), items.end(), [&](const LayoutItem& item) { return item.id == id; });
}

} // namespace

TEST_CASE("a range ring is a thin line with its radius printed on it", "[render][zones]") {
    for (const auto& [id, text] : {std::pair{"ring-300", "300 km"}, std::pair{"ring-500", "500 km"}}) {
        INFO(id);
        const Drawn ring = drawn(id);
        CHECK(ring.fills.empty());
        REQUIRE(ring.strokes.size() == 1);
        CHECK(ring.strokes[0].width_mm < 0.3);
        CHECK(ring.strokes[0].dash_mm.empty());
        const LayoutItem* printed = label(id);
        REQUIRE(printed != nullptr);
        CHECK(printed->text == text);
        // The text stands on the line, which is interrupted there.
        const Rect box = printed->box_mm;
        CHECK_FALSE(touches(ring.strokes[0].outlines, box));
        CHECK(touches(ring.strokes[0].outlines, grown(box, 1.5)));
    }
}

TEST_CASE("a patrol area has a rim of 0.3 mm and no fill", "[render][zones]") {
    const Drawn watch = drawn("watch");
    CHECK(watch.fills.empty());
    REQUIRE(watch.strokes.size() == 1);
    CHECK(watch.strokes[0].width_mm == Approx(0.3));
}

TEST_CASE("an illustrative line is a line, in its own colour", "[render][zones]") {
    const Drawn line = drawn("line");
    REQUIRE(line.strokes.size() == 1);
    CHECK(line.strokes[0].colour == Colour{0xc8, 0x10, 0x2e, 0xff});
}

TEST_CASE("a schematic area has a soft tint, and only a rim where the tint would cover a quarter of the map",
          "[render][zones]") {
    CHECK(drawn("soft").fills.size() >= 6);
    CHECK(drawn("soft").strokes.empty());
    CHECK(drawn("huge").fills.empty());
    CHECK(drawn("huge").strokes.size() == 1);
}

TEST_CASE("a numeral stands upright in its exercise area, and the hatch keeps 1 mm away", "[render][zones]") {
    for (const auto& [id, numeral] : {std::pair{"z1", "1"}, std::pair{"z2", "2"}}) {
        INFO(id);
        const LayoutItem* printed = label(id);
        REQUIRE(printed != nullptr);
        CHECK(printed->text == numeral);
        CHECK(printed->quad_mm.empty()); // upright
        const Drawn area = drawn(id);
        REQUIRE(area.strokes.size() == 2); // hatch and rim
        CHECK_FALSE(touches(area.strokes[0].outlines, grown(printed->box_mm, 0.95)));
        CHECK(touches(area.strokes[0].outlines, grown(printed->box_mm, 2.5)));
    }
}

TEST_CASE("median line, ADIZ and exercise area differ without colour", "[render][zones]") {
    const Drawn adiz = drawn("adiz"), median = drawn("median"), exercise = drawn("z1");
    REQUIRE(adiz.strokes.size() == 1);
    REQUIRE(median.strokes.size() == 1);
    CHECK(adiz.strokes[0].width_mm == Approx(0.2));
    CHECK(adiz.strokes[0].dash_mm != median.strokes[0].dash_mm);
    CHECK(median.strokes[0].width_mm > adiz.strokes[0].width_mm);
    CHECK(exercise.strokes[1].dash_mm != median.strokes[0].dash_mm);
    const Colour grey = adiz.strokes[0].colour; // whoever declared it
    CHECK(std::abs(grey.r - grey.b) < 25);
    REQUIRE(label("adiz") != nullptr);
    CHECK_FALSE(has_row("zone:adiz-unilateral"));
}

TEST_CASE("a named sea gets no tint, and another reported area is grey with a rim, under the land", "[render][zones]") {
    const auto built_in = support::scenario("assets/scenarios/canada-2024");
    const Composition composition = support::compose(*built_in, support::page(1920, 1080, 192, "2024-10-20"));
    const auto areas = support::layer_indices(composition.picture, "areas");
    const auto land = support::layer_indices(composition.picture, "land");
    REQUIRE(!areas.empty());
    CHECK(areas.front() < land.front());
    const Group* area = support::find_group(composition.picture.commands, "areas", "asset", "hmcs-vancouver");
    REQUIRE(area != nullptr);
    REQUIRE(area->commands.size() == 2);
    const auto* fill = std::get_if<FillPath>(&area->commands[0].value);
    const auto* rim = std::get_if<StrokePath>(&area->commands[1].value);
    REQUIRE(fill != nullptr);
    REQUIRE(rim != nullptr);
    CHECK(fill->colour.a < 60);
    for (const Colour colour : {fill->colour, rim->colour}) // no colour of a country
        CHECK(std::abs(colour.r - colour.b) < 25);

    const auto small = support::scenario("tests/fixtures/scenarios/map-small");
    const Composition june = support::compose(*small, support::page(1200, 900, 192, "2024-06-11"));
    CHECK(support::find_group(june.picture.commands, "areas", "asset", "alpha") == nullptr);
}

TEST_CASE("a circle whose upper side lies outside the frame has its name on the lower side", "[render][zones]") {
    assets::Scenario scenario = *support::scenario("tests/fixtures/scenarios/map-zones");
    assets::Zone circle = scenario.zones.front();
    circle.id = "circle";
    circle.name = "300 km from Sunan";
    circle.kind = assets::ZoneKind::Area;
    circle.shape = assets::CircleShape{geo::lonlat(126, 38.5), 300};
    scenario.zones.push_back(circle);
    Figure figure = support::page(1920, 1080, 192, "2024-05-01");
    figure.centre = geo::lonlat(126, 36);
    figure.width_km = 600;
    const Composition map = support::compose(scenario, figure);
    const auto named = std::find_if(map.layout.items.begin(), map.layout.items.end(),
                                    [](const LayoutItem& item) { return item.kind == "label" && item.id == "circle"; });
    REQUIRE(named != map.layout.items.end());
    CHECK(named->text == "300 km from Sunan");
}

TEST_CASE("on a page of 89 mm the name of a circle stands on its rim or outside, not inside", "[render][zones]") {
    assets::Scenario scenario = *support::scenario("tests/fixtures/scenarios/map-zones");
    assets::Zone circle = scenario.zones.front();
    circle.kind = assets::ZoneKind::Area;
    scenario.zones.clear();
    for (const double radius_km : {150.0, 300.0, 500.0}) { // the smallest has its name on two rows
        circle.id = "circle-" + std::to_string(static_cast<int>(radius_km));
        circle.name = std::to_string(static_cast<int>(radius_km)) + " km from Sunan";
        circle.shape = assets::CircleShape{geo::lonlat(125.7, 39.2), radius_km};
        scenario.zones.push_back(circle);
    }
    Figure figure = support::page(1051, 1, 300, "2024-05-01");
    figure.page_height_mm.reset();
    figure.centre = geo::lonlat(127.5, 38);
    figure.width_km = 900;
    const Composition map = support::compose(scenario, figure);
    const Rect frame = map.layout.map_mm;
    const auto projection = geo::Projection::make(map.layout.projection, map.layout.centre);
    const auto centre = projection.forward(geo::lonlat(125.7, 39.2));
    REQUIRE(centre);
    const double x = frame.x + frame.w / 2 + (centre->x - map.layout.centre_m.x) / map.layout.m_per_mm;
    const double y = frame.y + frame.h / 2 - (centre->y - map.layout.centre_m.y) / map.layout.m_per_mm;
    int named = 0;
    for (const LayoutItem& item : map.layout.items) {
        if (item.kind != "label" || !item.id.starts_with("circle-")) continue;
        ++named;
        INFO(item.text);
        const double radius_mm = std::stod(item.id.substr(7)) * 1000 / map.layout.m_per_mm;
        const Rect& box = item.box_mm;
        CHECK(std::hypot(box.x + box.w / 2 - x, box.y + box.h / 2 - y) > 0.97 * radius_mm);
    }
    CHECK(named == 3);
}

TEST_CASE("a zone of any kind, status, accuracy and shape draws something", "[render][zones]") {
    using assets::ZoneKind;
    using assets::ZoneStatus;
    const std::vector<geo::Polyline> lines{{{124, 37}, {126, 38}}};
    geo::Polygon square;
    square.rings.push_back({{124, 37}, {126, 37}, {126, 38}, {124, 38}, {124, 37}});
    const std::vector<assets::ZoneShape> shapes{assets::CircleShape{geo::lonlat(125, 37.5), 60},
                                                assets::CorridorShape{lines, 20}, assets::LineShape{lines},
                                                assets::AreaShape{{square}}};
    assets::Scenario scenario = *support::scenario("tests/fixtures/scenarios/map-zones");
    const assets::Zone model = scenario.zones.front();
    scenario.zones.clear();
    for (std::size_t shape = 0; shape < shapes.size(); ++shape)
        for (std::size_t kind = 0; kind <= static_cast<std::size_t>(ZoneKind::Area); ++kind)
            for (const ZoneStatus status : {ZoneStatus::Agreed, ZoneStatus::Illustrative})
                for (const assets::Drawn accuracy : {assets::Drawn::Exact, assets::Drawn::Schematic}) {
                    assets::Zone zone = model;
                    zone.kind = static_cast<ZoneKind>(kind);
                    zone.status = status;
                    zone.drawn = accuracy;
                    zone.shape = shapes[shape];
                    zone.id = "zone" + std::to_string(scenario.zones.size());
                    zone.name.clear();
                    scenario.zones.push_back(std::move(zone));
                }
    for (const double width_km : {1000.0, 200.0}) { // in the smaller frame tints are left out
        Figure figure = support::page(1200, 900, 192, "2024-05-01");
        figure.centre = geo::lonlat(125, 37.5);
        figure.width_km = width_km;
        const Composition map = support::compose(scenario, figure);
        for (const assets::Zone& zone : scenario.zones) {
            INFO(width_km << " km: " << assets::to_string(zone.kind) << " " << assets::to_string(zone.status) << " "
                          << assets::to_string(zone.drawn) << ", shape " << zone.shape.index());
            const auto found = drawn(zone.id, map);
            CHECK(found.strokes.size() + found.fills.size() > 0);
        }
    }
}

TEST_CASE("an area that is narrower than its name has it upright beside it", "[render][zones]") {
    assets::Scenario scenario = *support::scenario("tests/fixtures/scenarios/map-zones");
    assets::Zone area = scenario.zones.front();
    area.id = "warning";
    area.name = "No-sail warning";
    area.kind = assets::ZoneKind::Exclusion;
    geo::Polygon outline;
    outline.rings.push_back({{123.8, 35.6}, {124.4, 35.6}, {124.4, 36.6}, {123.8, 36.6}, {123.8, 35.6}});
    area.shape = assets::AreaShape{{outline}};
    scenario.zones = {area};
    Figure figure = support::page(1051, 1, 300, "2024-05-01");
    figure.page_height_mm.reset();
    figure.centre = geo::lonlat(127.5, 38);
    figure.width_km = 900;
    const Composition map = support::compose(scenario, figure);
    const auto named = std::ranges::find_if(
        map.layout.items, [](const LayoutItem& item) { return item.kind == "label" && item.id == "warning"; });
    REQUIRE(named != map.layout.items.end());
    CHECK(named->quad_mm.empty()); // upright
    const auto strokes = drawn("warning", map).strokes;
    REQUIRE_FALSE(strokes.empty());
    for (const StrokePath& stroke : strokes) {
        CHECK_FALSE(touches(stroke.outlines, named->box_mm));
    }
    CHECK(std::ranges::any_of(strokes,
                              [&](const StrokePath& s) { return touches(s.outlines, grown(named->box_mm, 2.0)); }));
}

TEST_CASE("a circle with a rim has its name on the rim, which is interrupted there", "[render][zones]") {
    assets::Scenario scenario = *support::scenario("tests/fixtures/scenarios/map-zones");
    assets::Zone circle = scenario.zones.front();
    circle.id = "circle";
    circle.name = "200 km from Sunan";
    circle.kind = assets::ZoneKind::Claim;
    circle.shape = assets::CircleShape{geo::lonlat(126, 36), 200};
    scenario.zones.clear();
    scenario.zones.push_back(circle);
    Figure figure = support::page(1920, 1080, 192, "2024-05-01");
    figure.centre = geo::lonlat(126, 36);
    figure.width_km = 900;
    const Composition map = support::compose(scenario, figure);
    const auto named = std::find_if(map.layout.items.begin(), map.layout.items.end(),
                                    [](const LayoutItem& item) { return item.kind == "label" && item.id == "circle"; });
    REQUIRE(named != map.layout.items.end());
    const Rect frame = map.layout.map_mm, box = named->box_mm;
    const double radius_mm = 200e3 / map.layout.m_per_mm;
    const double away =
        std::hypot(box.x + box.w / 2 - (frame.x + frame.w / 2), box.y + box.h / 2 - (frame.y + frame.h / 2));
    CHECK(std::abs(away - radius_mm) < 0.02 * radius_mm);
    const auto strokes = drawn("circle", map).strokes;
    const auto rim = std::ranges::find_if(strokes, [](const StrokePath& stroke) { return !stroke.dash_mm.empty(); });
    REQUIRE(rim != strokes.end());
    CHECK_FALSE(touches(rim->outlines, box));
    CHECK(touches(rim->outlines, grown(box, 1.5)));
}
