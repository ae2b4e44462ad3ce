#include "assets/timeline/past/voyages.hpp"
#include "render/picture/rect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>
#include <sstream>

using namespace render;

namespace {

struct Drawn {
    Composition map;
    std::vector<assets::Voyage> voyages;
};

/// The map of a period with the voyages of one asset; its ways lead over water.
Drawn compose_voyages(const std::string& id, Figure figure) {
    const auto scenario = support::scenario("tests/fixtures/voyages/cruise");
    figure.period = Period{support::instant("2023-01-01T00:00:00Z"), support::instant("2024-01-01T00:00:00Z")};
    figure.at = figure.period->to - assets::tick;
    figure.only = {id};
    figure.fit_all = true;
    figure.choose_projection = true;
    figure.centre.reset();
    figure.width_km.reset();
    auto snapshot = assets::snapshot_at(*scenario, figure.at);
    snapshot.voyages = assets::voyages_between(*scenario, figure.period->from, figure.period->to,
                                               [&](const assets::Asset& asset) { return asset.id == id; });
    return {support::composer().compose(*scenario, snapshot, figure), snapshot.voyages};
}

Figure of_width(double width_mm) {
    Figure figure = support::page(1920, 1080, 192, "2023-12-31");
    figure.page_width_mm = width_mm;
    figure.page_height_mm.reset();
    figure.dpi = 300;
    return figure;
}

std::vector<LayoutItem> items(const Composition& map, const std::string& kind, const std::string& layer) {
    std::vector<LayoutItem> found;
    std::copy_if(map.layout.items.begin(), map.layout.items.end(), std::back_inserter(found),
                 [&](const LayoutItem& item) { return item.kind == kind && item.layer == layer; });
    return found;
}

LayoutItem list_of(const Composition& map) {
    const auto lists = items(map, "furniture", "calls");
    REQUIRE(lists.size() == 1);
    return lists.front();
}

} // namespace

TEST_CASE("every call of a cruise has its number in the list, and each place one mark", "[map][voyages]") {
    for (const double width_mm : {254.0, 183.0, 89.0}) {
        INFO(width_mm);
        const Figure figure = width_mm > 200 ? support::page(1920, 1080, 192, "2023-12-31") : of_width(width_mm);
        const Drawn drawn = compose_voyages("example", figure);
        REQUIRE(drawn.voyages.size() == 1);
        const std::string list = list_of(drawn.map).text;
        CHECK(list.find("Outbound; 1 Halifax, 1–3 March; 2 Gibraltar") == 0);
        CHECK(std::count_if(drawn.map.calls.begin(), drawn.map.calls.end(),
                            [](const CallRow& row) { return row.call.has_value(); }) == 14);
        CHECK(list.find("Homeward; ") != std::string::npos);
        CHECK(list.find("14 Halifax, 20–22 July") != std::string::npos);
        CHECK(list.find("6 South China Sea, 15–25 April") != std::string::npos);
        const auto marks = items(drawn.map, "symbol", "calls");
        CHECK(marks.size() >= 7);
        CHECK(marks.size() <= 10); // of 14 calls: Halifax, Gibraltar, Suez and Singapore were visited twice
        for (std::size_t i = 0; i < marks.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                CHECK_FALSE(overlap(marks[i].box_mm, marks[k].box_mm));
        const auto names = items(drawn.map, "label", "calls");
        CHECK(names.size() <= (width_mm < 100 ? 4U : 8U));
        const auto is_named = [&](const char* name) {
            return std::any_of(names.begin(), names.end(), [&](const LayoutItem& item) { return item.text == name; });
        };
        CHECK(is_named("Halifax"));
        CHECK(is_named("Yokosuka"));
        CHECK(is_named("Suez Canal"));
    }
}

TEST_CASE("the list of calls stands beside the map on a wide page and below it on others", "[map][voyages]") {
    const Drawn wide = compose_voyages("example", support::page(1920, 1080, 192, "2023-12-31"));
    CHECK(list_of(wide.map).box_mm.x > wide.map.layout.map_mm.right());
    CHECK(list_of(wide.map).box_mm.bottom() <= wide.map.layout.page_h_mm);
    for (const double width_mm : {183.0, 89.0}) {
        const Drawn narrow = compose_voyages("example", of_width(width_mm));
        const Rect list = list_of(narrow.map).box_mm;
        CHECK(list.y > narrow.map.layout.map_mm.bottom());
        CHECK(list.right() <= width_mm);
        for (const LayoutItem& item : narrow.map.layout.items) {
            if (item.kind == "furniture" && item.id != "calls") CHECK_FALSE(overlap(item.box_mm, list));
        }
    }
}

TEST_CASE("a page without room for the list of calls says what to do", "[map][voyages]") {
    Figure figure = support::page(1920, 1080, 192, "2023-12-31");
    figure.page_width_mm = 60;
    figure.page_height_mm = 60;
    CHECK_THROWS_WITH(compose_voyages("example", figure), Catch::Contains("choose assets (--only)"));
}

TEST_CASE("a map of a long cruise shows nothing beyond the pole", "[map][voyages]") {
    const Drawn drawn = compose_voyages("example", support::page(1920, 1080, 192, "2023-12-31"));
    const Layout& layout = drawn.map.layout;
    const auto projection = geo::Projection::make(layout.projection, layout.centre);
    const auto pole = projection.forward(geo::lonlat(0, 90));
    REQUIRE(pole);
    CHECK(layout.centre_m.y + layout.map_mm.h / 2 * layout.m_per_mm <= pole->y + 1);
    for (const LayoutItem& mark : items(drawn.map, "symbol", "calls"))
        CHECK(mark.box_mm.y > layout.map_mm.y);
}

TEST_CASE("a map of a period has its days in the deck and no positions of a day", "[map][voyages]") {
    const Drawn drawn = compose_voyages("example", support::page(1920, 1080, 192, "2023-12-31"));
    const auto days = items(drawn.map, "furniture", "day");
    REQUIRE(days.size() == 1);
    CHECK(days.front().text == "1 January – 31 December 2023");
    Figure japanese = support::page(1920, 1080, 192, "2023-12-31");
    japanese.words = "ja";
    CHECK(items(compose_voyages("example", japanese).map, "furniture", "day").front().text == "2023年1月1日〜12月31日");
    CHECK(drawn.map.picture.description.find("Calls and positions as reported, 1 January – 31 December 2023.") == 0);
    CHECK(drawn.map.picture.description.find("the routes between them are not known") != std::string::npos);
    CHECK(items(drawn.map, "symbol", "assets").empty());
}

TEST_CASE("a patrol flight is a track with the times of its fixes", "[map][voyages]") {
    const Drawn drawn = compose_voyages("plane", support::page(1920, 1080, 192, "2023-12-31"));
    CHECK(drawn.map.visible.continuities == std::set{assets::Continuity::Reported});
    CHECK(list_of(drawn.map).text.find("3 36.5°N 124.5°E, 1 May, 2 a.m.") != std::string::npos);
    CHECK(list_of(drawn.map).text.find("Homeward") == std::string::npos);
    const auto times = items(drawn.map, "label", "calls");
    CHECK(std::any_of(times.begin(), times.end(), [](const LayoutItem& item) { return item.text == "1 May, 2 a.m."; }));
}

TEST_CASE("the list says which calls lie outside the frame", "[map][voyages]") {
    Figure figure = support::page(1920, 1080, 192, "2023-12-31");
    figure.bbox = geo::Box::from_degrees(90, -5, 145, 45);
    const std::string list = list_of(compose_voyages("example", figure).map).text;
    CHECK(list.find("Outside this map: 1–4, 12–14") != std::string::npos);
    CHECK(list_of(compose_voyages("example", support::page(1920, 1080, 192, "2023-12-31")).map).text.find("Outside") ==
          std::string::npos);
}
