#include "render/map/panels/panel_grid.hpp"
#include "render/map/panels/panels.hpp"
#include "render/picture/rect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace render;

namespace {

const std::vector<std::string> all_days{"2024-04-15", "2024-05-15", "2024-06-15", "2024-07-15", "2024-07-31",
                                        "2024-08-15", "2024-09-15", "2024-10-15", "2024-10-20"};

struct Made {
    std::vector<assets::Snapshot> snapshots;
    Panels panels;
};

Made compose_days(const assets::Scenario& scenario, const std::vector<std::string>& days, Figure figure) {
    Made made;
    for (const std::string& day : days)
        made.snapshots.push_back(assets::snapshot_at(scenario, support::instant(day + "T12:00:00Z")));
    figure.at = made.snapshots.back().at;
    made.panels = support::composer().compose_panels(scenario, made.snapshots, figure);
    return made;
}

Figure wide() {
    return support::page(1920, 1080, 192, "2024-10-20");
}

Figure of_width(double mm) {
    Figure figure = wide();
    figure.page_width_mm = mm;
    figure.page_height_mm.reset();
    figure.dpi = 300;
    return figure;
}

std::vector<LayoutItem> furniture(const Panels& panels, const std::string& layer) {
    std::vector<LayoutItem> found;
    std::copy_if(panels.page.layout.items.begin(), panels.page.layout.items.end(), std::back_inserter(found),
                 [&](const LayoutItem& item) { return item.kind == "furniture" && item.layer == layer; });
    return found;
}

std::string text_of(const Panels& panels, const std::string& layer) {
    const auto items = furniture(panels, layer);
    return items.empty() ? "" : items.front().text;
}

} // namespace

TEST_CASE("two to nine maps have one size, their dates, one legend, one title and one credit", "[map][panels]") {
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    for (const double width_mm : {254.0, 183.0, 89.0}) {
        for (std::size_t count = 2; count <= 9; ++count) {
            if (width_mm < 100 && count > 4) continue;
            INFO(width_mm << " mm, " << count << " maps");
            const std::vector<std::string> days{all_days.end() - static_cast<std::ptrdiff_t>(count), all_days.end()};
            const Made made = compose_days(*scenario, days, width_mm > 200 ? wide() : of_width(width_mm));
            const auto maps = furniture(made.panels, "map"), headings = furniture(made.panels, "heading");
            REQUIRE(maps.size() == count);
            REQUIRE(headings.size() == count);
            CHECK(furniture(made.panels, "title").size() == 1);
            CHECK(furniture(made.panels, "legend").size() == 1);
            CHECK(furniture(made.panels, "credit").size() == 1);
            CHECK(headings.back().text == "20 October 2024");
            const Rect page =
                grown({0, 0, made.panels.page.picture.width_mm, made.panels.page.picture.height_mm}, 0.01);
            for (std::size_t i = 0; i < count; ++i) {
                CHECK(maps[i].box_mm.w == Approx(maps[0].box_mm.w));
                CHECK(maps[i].box_mm.h == Approx(maps[0].box_mm.h));
                CHECK(std::min(maps[i].box_mm.w, maps[i].box_mm.h) > 24);
                CHECK(contains(page, maps[i].box_mm));
                CHECK(headings[i].box_mm.bottom() <= maps[i].box_mm.y);
                CHECK(headings[i].box_mm.x == Approx(maps[i].box_mm.x));
                for (std::size_t k = 0; k < i; ++k)
                    CHECK_FALSE(overlap(maps[i].box_mm, maps[k].box_mm));
            }
            for (const LayoutItem& item : made.panels.page.layout.items) {
                INFO(item.layer << " " << item.id);
                CHECK(contains(page, item.box_mm));
                const bool is_of_page = item.layer == "legend" || item.layer == "asof" || item.layer == "credit" ||
                                        item.layer == "unplaced" || item.layer == "title" || item.layer == "notes";
                if (is_of_page)
                    for (const LayoutItem& map : maps)
                        CHECK_FALSE(overlap(grown(item.box_mm, -0.05), map.box_mm));
            }
        }
    }
}

TEST_CASE("all maps of a page have one view", "[map][panels]") {
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    Figure figure = wide();
    figure.fit_all = figure.choose_projection = true; // the frame holds what any of the maps shows
    const Made made = compose_days(*scenario, {"2024-07-15", "2024-10-20"}, figure);
    const Layout &first = made.panels.maps[0].layout, &second = made.panels.maps[1].layout;
    CHECK(first.m_per_mm == second.m_per_mm);
    CHECK(first.centre_m == second.centre_m);
    CHECK(first.projection == second.projection);
    for (const Composition& map : made.panels.maps)
        for (const UnplacedAsset& asset : map.layout.unplaced)
            CHECK(asset.why != std::string{why_outside});
}

TEST_CASE("a comparison says what became of the assets, and dates stand above the maps", "[map][panels]") {
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    Made made;
    for (const char* day : {"2024-07-31T12:00:00Z", "2024-10-20T12:00:00Z"})
        made.snapshots.push_back(assets::snapshot_at(*scenario, support::instant(day)));
    const Comparison comparison{made.snapshots[0],
                                assets::changes_between(*scenario, made.snapshots[0], made.snapshots[1])};
    Figure figure = of_width(183);
    figure.at = made.snapshots[1].at;
    made.panels = support::composer().compose_panels(*scenario, made.snapshots, figure, &comparison);
    const std::string changes = text_of(made.panels, "changes");
    CHECK_THAT(changes, Catch::StartsWith("Changes since 31 July. Moved: "));
    CHECK_THAT(changes, Catch::Contains("Vancouver (about 8,"));
    CHECK_THAT(changes, Catch::Contains("No news: "));
    CHECK_THAT(text_of(made.panels, "asof"), Catch::StartsWith("Positions on the dates given, from public reports."));
    CHECK_THAT(text_of(made.panels, "unplaced"), Catch::Contains("(20 October)"));
    const auto maps = furniture(made.panels, "map");
    CHECK(maps[0].box_mm.y == maps[1].box_mm.y);
    figure = of_width(89);
    figure.at = made.snapshots[1].at;
    const auto stacked = support::composer().compose_panels(*scenario, made.snapshots, figure, &comparison);
    const auto narrow = furniture(stacked, "map");
    CHECK(narrow[0].box_mm.x == narrow[1].box_mm.x);
}

TEST_CASE("two maps of one day have their times above them", "[map][panels]") {
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    Made made;
    for (const char* at : {"2024-07-31T02:00:00Z", "2024-07-31T12:30:00Z"})
        made.snapshots.push_back(assets::snapshot_at(*scenario, support::instant(at)));
    Figure figure = wide();
    figure.at = made.snapshots[1].at;
    made.panels = support::composer().compose_panels(*scenario, made.snapshots, figure);
    CHECK(furniture(made.panels, "heading")[0].text == "31 July 2024, 02:00 UTC");
    CHECK(furniture(made.panels, "heading")[1].text == "31 July 2024, 12:30 UTC");
}

TEST_CASE("maps without room, and numbered events, are refused", "[map][panels]") {
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    Figure small = of_width(60);
    small.page_height_mm = 60;
    CHECK_THROWS_WITH(compose_days(*scenario, all_days, small), Catch::Contains("no room for 9 maps"));
    Figure events = wide();
    events.with = {"events"};
    CHECK_THROWS_WITH(compose_days(*scenario, {"2024-07-31", "2024-10-20"}, events),
                      Catch::Contains("leave out --with events"));
}

TEST_CASE("a grid fills its rows, and its empty cells are at the end", "[map][panels]") {
    const GridRoom room{4, 20, 172, 100.0, 4, 3};
    const PanelGrid five = grid_of(5, 3, room, 1.5);
    REQUIRE(five.frames.size() == 5);
    REQUIRE(five.spare);
    CHECK(five.spare->x == Approx(five.frames[2].x));
    CHECK(five.spare->right() == Approx(176));
    CHECK(five.spare->bottom() == Approx(120));
    CHECK(five.bottom_mm == Approx(120));
    CHECK(five.frames[3].y - five.frames[0].bottom() == Approx(7)); // a gutter and a heading
    const PanelGrid free = grid_of(4, 2, {4, 20, 172, {}, 4, 3}, 1.5);
    CHECK_FALSE(free.spare);
    CHECK(free.frames[0].w / free.frames[0].h == Approx(1.5));
    CHECK(columns_for(2, 175, 3) == 2);
    CHECK(columns_for(4, 175, 3) == 2);
    CHECK(columns_for(5, 175, 3) == 3);
    CHECK(columns_for(9, 175, 3) == 3);
    CHECK(columns_for(2, 82, 3) == 1);
    CHECK(columns_for(6, 82, 3) == 2);
}
