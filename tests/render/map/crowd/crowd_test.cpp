#include "tests/render/map/crowd/crowd.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

/// Maps with more ships than can be symbols.
namespace {

using render::Composition;
using render::Figure;
using render::LayoutItem;
using render::Point;
using render::Rect;

Figure window() {
    Figure figure = support::page(1280, 800, 96, "2024-09-11");
    figure.at = support::crowd_time();
    figure.without = {"all"};
    return figure;
}

const assets::Scenario& ships(std::size_t count) {
    static std::map<std::size_t, std::shared_ptr<const assets::Scenario>> made;
    auto& known = made[count];
    if (!known) known = support::crowd(support::atlas(), {.ships = count});
    return *known;
}

bool is_dot(const LayoutItem& item) {
    return item.kind == "symbol" && std::max(item.box_mm.w, item.box_mm.h) < 2.0;
}
bool is_pictogram(const LayoutItem& item) {
    return item.kind == "symbol" && !is_dot(item);
}
Point middle(const Rect& r) {
    return {r.x + r.w / 2, r.y + r.h / 2};
}

const LayoutItem* item(const Composition& composition, const std::string& kind, const std::string& id) {
    const auto found = std::find_if(composition.layout.items.begin(), composition.layout.items.end(),
                                    [&](const LayoutItem& i) { return i.kind == kind && i.id == id; });
    return found == composition.layout.items.end() ? nullptr : &*found;
}

/// Ids of the ships nearest to Singapore, where ships overlap.
std::set<std::string> nearest_to_singapore(const assets::Scenario& s, std::size_t count) {
    std::vector<std::pair<double, std::string>> by_distance;
    for (std::size_t i = 0; i < s.assets.size(); ++i) {
        const geo::LonLat at = *s.fixes_of(static_cast<assets::AssetIndex>(i)).back().position;
        by_distance.emplace_back(std::hypot(at.lon() - 103.8, at.lat() - 1.2), s.assets[i].id);
    }
    std::sort(by_distance.begin(), by_distance.end());
    std::set<std::string> ids;
    for (std::size_t i = 0; i < count; ++i)
        ids.insert(by_distance[i].second);
    return ids;
}

} // namespace

TEST_CASE("in a crowd, ships with room around them are symbols and the others dots", "[render][crowd]") {
    for (const std::size_t count : {1'200U, 25'000U}) {
        const Composition composition = support::compose(ships(count), window());
        const auto& items = composition.layout.items;
        const auto pictograms = std::count_if(items.begin(), items.end(), is_pictogram);
        const auto dots = std::count_if(items.begin(), items.end(), is_dot);
        CHECK(pictograms > 5);
        CHECK(pictograms <= 150);
        CHECK(dots > pictograms);
        CHECK(composition.visible.crowd);
        for (const LayoutItem& symbol : items) {
            if (!is_pictogram(symbol)) continue;
            const Point at = middle(symbol.box_mm);
            for (const LayoutItem& other : items) {
                if (&other == &symbol || other.kind != "symbol") continue;
                const Point there = middle(other.box_mm);
                const double apart = std::hypot(there.x - at.x, there.y - at.y);
                if (apart < 4) FAIL_CHECK(symbol.text << " has " << other.text << " beside it at " << apart << " mm");
            }
        }
    }
}

TEST_CASE("zooming in turns the dots of a crowd into symbols", "[render][crowd]") {
    Figure figure = window();
    figure.centre = geo::lonlat(150, 20);
    figure.width_km = 1'600;
    const Composition composition = support::compose(ships(25'000), figure);
    const auto& items = composition.layout.items;
    const auto pictograms = std::count_if(items.begin(), items.end(), is_pictogram);
    const auto dots = std::count_if(items.begin(), items.end(), is_dot);
    CHECK(pictograms > 5);
    CHECK(dots < pictograms / 2);
    const Rect map = composition.layout.map_mm;
    for (const LayoutItem& dot : items) { // each remaining dot has a neighbour, or the frame would cut its symbol
        if (!is_dot(dot)) continue;
        const Point at = middle(dot.box_mm);
        constexpr double symbol_mm = 6;
        const bool at_the_edge = at.x < map.x + symbol_mm || at.x > map.right() - symbol_mm ||
                                 at.y < map.y + symbol_mm || at.y > map.bottom() - symbol_mm;
        if (at_the_edge) continue;
        CHECK(std::any_of(items.begin(), items.end(), [&](const LayoutItem& other) {
            const Point there = middle(other.box_mm);
            return &other != &dot && other.kind == "symbol" && std::hypot(there.x - at.x, there.y - at.y) < 7;
        }));
    }
}

TEST_CASE("a marked ship has a symbol and a name even in the densest crowd", "[render][crowd]") {
    const auto& scenario = ships(25'000);
    Figure figure = window();
    figure.marked = nearest_to_singapore(scenario, 4);
    const Composition composition = support::compose(scenario, figure);
    const render::Group* layer = support::find_group(composition.picture.commands, "assets", "layer", "");
    REQUIRE(layer != nullptr);
    for (const std::string& id : figure.marked) {
        INFO(id);
        const LayoutItem* symbol = item(composition, "symbol", id);
        REQUIRE(symbol != nullptr);
        CHECK(is_pictogram(*symbol));
        CHECK(item(composition, "label", id) != nullptr);
    }
    // The marked ships are drawn last.
    std::set<std::string> last;
    for (auto command = layer->commands.rbegin(); last.size() < figure.marked.size(); ++command) {
        REQUIRE(command != layer->commands.rend());
        const auto* symbol = std::get_if<render::Group>(&command->value);
        REQUIRE(symbol != nullptr);
        if (!symbol->tag.id.empty()) last.insert(symbol->tag.id);
    }
    CHECK(last == figure.marked);
}

TEST_CASE("names in a crowd cover no symbol and are spread over the map", "[render][crowd]") {
    const Composition composition = support::compose(ships(25'000), window());
    std::vector<const LayoutItem*> names, symbols;
    for (const LayoutItem& i : composition.layout.items) {
        if (i.kind == "label" && i.layer == "assets") names.push_back(&i);
        if (i.kind == "symbol") symbols.push_back(&i);
    }
    CHECK(names.size() > 30);
    CHECK(names.size() < 200);
    int left = 0;
    for (const LayoutItem* name : names) {
        left += name->box_mm.x < 170 ? 1 : 0;
        for (const LayoutItem* symbol : symbols) {
            const Rect &a = name->box_mm, &b = symbol->box_mm;
            const bool covers = a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
            if (covers) FAIL_CHECK(name->text << " covers " << symbol->text);
        }
    }
    CHECK(left > 10);
    CHECK(left < static_cast<int>(names.size()) - 10);
}

TEST_CASE("a marked ship has a row in the list of its place, however long the list", "[render][crowd]") {
    auto scenario = *support::crowd(support::atlas(), {.ships = 20, .silent_share = 0});
    scenario.sources[0].kind.clear(); // contacts of feeds are never listed
    for (assets::Asset& asset : scenario.assets) {
        asset.type = assets::AssetType::Frigate;
        asset.country = "PA";
    }
    for (assets::Fix& fix : scenario.fixes) {
        fix.position = geo::lonlat(135, 15);
        fix.course_deg = 90;
    }
    Figure figure = window();
    const auto rows = [&] {
        std::set<std::string> ids;
        for (const LayoutItem& i : support::compose(scenario, figure).layout.items)
            if (i.kind == "label" && i.layer == "assets") ids.insert(i.id);
        return ids;
    };
    const auto unmarked = rows();
    const auto left_out = std::find_if(scenario.assets.begin(), scenario.assets.end(),
                                       [&](const assets::Asset& asset) { return !unmarked.contains(asset.id); });
    REQUIRE(left_out != scenario.assets.end());
    figure.marked = {left_out->id};
    CHECK(rows().contains(left_out->id));
}

TEST_CASE("a few ships heard by a feed stay on their positions, and ships from other sources form lists",
          "[render][crowd]") {
    auto scenario = *support::crowd(support::atlas(), {.ships = 24, .silent_share = 0});
    for (assets::Fix& fix : scenario.fixes) { // closer together than a symbol is long
        const unsigned column = fix.asset % 5, row = fix.asset / 5;
        fix.position = geo::lonlat(135 + 0.05 * column, 15 + 0.05 * row);
    }
    const auto pushed = [&] {
        const Composition composition = support::compose(scenario, window());
        long away = 0, symbols = 0;
        for (const LayoutItem& symbol : composition.layout.items) {
            if (symbol.kind != "symbol" || !symbol.anchor_mm) continue;
            ++symbols;
            const Point at = middle(symbol.box_mm);
            away += std::hypot(at.x - symbol.anchor_mm->x, at.y - symbol.anchor_mm->y) > 1.5 ? 1 : 0;
        }
        return std::pair{away, symbols};
    };
    CHECK(pushed() == std::pair{0L, 24L});
    scenario.sources[0].kind.clear();
    CHECK(pushed().second < 24); // they form lists instead
}

TEST_CASE("picture_only draws the same items but writes no description and no list of unplaced assets",
          "[render][crowd]") {
    Figure figure = window();
    const Composition worded = support::compose(ships(1'200), figure);
    figure.picture_only = true;
    const Composition picture_only = support::compose(ships(1'200), figure);
    CHECK_FALSE(worded.picture.description.empty());
    CHECK(picture_only.picture.description.empty());
    CHECK(picture_only.layout.unplaced.empty());
    CHECK(picture_only.layout.items.size() == worded.layout.items.size());
}
