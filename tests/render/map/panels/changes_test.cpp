#include "assets/timeline/change/compare.hpp"
#include "render/picture/rect.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace render;
using namespace timeline_test;

namespace {

/// Ships that moved between precise places, moved into an area, arrived, left, fell silent, and stayed.
assets::Scenario changing() {
    ScenarioBuilder builder;
    builder.title("Changes");
    for (const char* id : {"mover", "vague", "new", "gone", "silent", "still"})
        builder.asset(id);
    builder.fix({.asset = "mover", .from = "2024-07-15", .position = at(125, 15)});
    builder.fix({.asset = "mover", .from = "2024-07-31", .position = at(135, 25)});
    builder.fix({.asset = "vague", .from = "2024-07-15", .position = at(140, 10)});
    builder.fix({.asset = "vague", .from = "2024-07-31", .position = at(150, 20), .radius_km = 200});
    builder.away({.asset = "new", .from = "2024-07-20"})
        .away({.asset = "gone", .from = "2024-07-01", .to = "2024-07-20"});
    builder.fix({.asset = "new", .from = "2024-07-31", .position = at(130, 5)});
    builder.fix({.asset = "gone", .from = "2024-07-15", .position = at(145, 5)});
    builder.fix({.asset = "silent", .from = "2024-07-14", .to = "2024-07-15", .position = at(120, 22)});
    builder.fix({.asset = "still", .from = "2024-07-10", .to = "2024-07-31", .position = at(128, 28)});
    return builder.build();
}

Composition with_arrows(Figure figure) {
    auto scenario = changing();
    scenario.atlas = support::atlas();
    const auto before = assets::snapshot_at(scenario, instant("2024-07-15T12:00Z")),
               after = assets::snapshot_at(scenario, instant("2024-07-31T12:00Z"));
    figure.at = after.at;
    figure.fit_all = figure.choose_projection = true;
    figure.centre.reset();
    figure.width_km.reset();
    const Comparison comparison{before, assets::changes_between(scenario, before, after)};
    return support::composer().compose(scenario, after, figure, &comparison);
}

Figure page() {
    return support::page(1920, 1080, 192, "2024-07-31");
}

const Group* group_of(const Composition& map, const std::string& id) {
    return support::find_group(map.picture.commands, "changes", "asset", id);
}

template <class T>
std::size_t count_of(const std::vector<Command>& commands) {
    std::size_t count = 0;
    for (const Command& command : commands) {
        count += std::holds_alternative<T>(command.value) ? 1 : 0;
        if (const auto* group = std::get_if<Group>(&command.value)) count += count_of<T>(group->commands);
    }
    return count;
}

std::string item_text(const Composition& map, const std::string& layer) {
    const auto& items = map.layout.items;
    const auto item = std::find_if(items.begin(), items.end(), [&](const LayoutItem& i) { return i.layer == layer; });
    return item == items.end() ? "" : item->text;
}

} // namespace

TEST_CASE("an arrow leads from the earlier position of each asset that moved to its symbol", "[map][changes]") {
    const Composition map = with_arrows(page());
    const Group* mover = group_of(map, "mover");
    REQUIRE(mover != nullptr);
    // The halos of line and head, then the line itself.
    const auto& line = std::get<StrokePath>(mover->commands.at(2).value);
    CHECK(line.dash_mm.empty());
    const auto symbol = std::find_if(map.layout.items.begin(), map.layout.items.end(), [](const LayoutItem& item) {
        return item.kind == "symbol" && item.id == "mover";
    });
    REQUIRE(symbol != map.layout.items.end());
    const Point end = line.outlines.front().points.back(), start = line.outlines.front().points.front();
    CHECK(distance({end.x, end.y, 0, 0}, symbol->box_mm) < 3);
    CHECK(distance({end.x, end.y, 0, 0}, symbol->box_mm) > 0); // the head is clear of the symbol
    CHECK(start.x < end.x);
    CHECK(start.y > end.y); // north-eastwards
    const Group* vague = group_of(map, "vague");
    REQUIRE(vague != nullptr);
    CHECK_FALSE(std::get<StrokePath>(vague->commands.at(2).value).dash_mm.empty());
}

TEST_CASE("assets that arrived, left or were not heard of have marks, and those that stayed have none",
          "[map][changes]") {
    const Composition map = with_arrows(page());
    CHECK(map.visible.changes == std::set{ChangeMark::Arrow, ChangeMark::DashedArrow, ChangeMark::Arrived,
                                          ChangeMark::Left, ChangeMark::NoNews});
    CHECK(group_of(map, "still") == nullptr);
    for (const char* id : {"new", "gone", "silent"}) {
        INFO(id);
        REQUIRE(group_of(map, id) != nullptr);
        CHECK(count_of<FillPath>(group_of(map, id)->commands) == 2); // halo and disc
    }
    const auto label = [&](const std::string& id) {
        const auto found = std::find_if(map.layout.items.begin(), map.layout.items.end(), [&](const LayoutItem& item) {
            return item.kind == "label" && item.layer == "changes" && item.id == id;
        });
        return found == map.layout.items.end() ? "" : found->text;
    };
    CHECK_THAT(label("gone"), Catch::Contains("left"));
    CHECK_THAT(label("silent"), Catch::Contains("no news"));
}

TEST_CASE("a map with arrows prints that they are no route, in the legend and below the map", "[map][changes]") {
    for (const double width_mm : {254.0, 183.0, 89.0}) {
        INFO(width_mm);
        Figure figure = page();
        if (width_mm < 200) {
            figure.page_width_mm = width_mm;
            figure.page_height_mm.reset();
        }
        const Composition map = with_arrows(figure);
        CHECK_THAT(item_text(map, "legend"), Catch::Contains("Since 15 July: change of position, not route"));
        CHECK_THAT(item_text(map, "asof"),
                   Catch::Contains("Arrows begin at the positions of 15 July 2024: change of position, not route."));
        CHECK_THAT(map.picture.description, Catch::Contains("Moved: mover ("));
        CHECK(item_text(map, "day") == "15 July and 31 July 2024");
    }
}

TEST_CASE("the layer of changes draws nothing without a comparison, and nothing that the figure hides",
          "[map][changes]") {
    auto scenario = changing();
    scenario.atlas = support::atlas();
    Figure figure = page();
    figure.fit_all = figure.choose_projection = true;
    figure.at = instant("2024-07-31T12:00Z");
    const auto map = support::composer().compose(scenario, assets::snapshot_at(scenario, figure.at), figure);
    CHECK(support::layer_indices(map.picture, "changes").empty());
    Figure hiding = page();
    hiding.hidden = {"mover", "gone"};
    const Composition hidden = with_arrows(hiding);
    CHECK(group_of(hidden, "mover") == nullptr);
    CHECK(group_of(hidden, "gone") == nullptr);
    CHECK(hidden.picture.description.find("mover") == std::string::npos);
}
