#include "render/picture/rect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <set>

namespace {

using namespace render;

struct NamedMap {
    std::shared_ptr<const assets::Scenario> scenario;
    Composition with_names, without_names;
};

NamedMap named_map(const std::string& folder, const std::string& at, int width_px = 1920, int height_px = 1080) {
    const auto scenario = support::scenario(folder);
    Figure figure = support::page(width_px, height_px, 192, at);
    Composition with_names = support::compose(*scenario, figure);
    figure.without = {"labels"};
    return {scenario, std::move(with_names), support::compose(*scenario, figure)};
}

std::size_t count_of_kind(const Composition& map, const std::string& kind) {
    const auto& items = map.layout.items;
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](const LayoutItem& item) { return item.kind == kind; }));
}

std::set<std::string> ids_of_kind(const Composition& map, const std::string& kind) {
    std::set<std::string> ids;
    for (const LayoutItem& item : map.layout.items)
        if (item.kind == kind) ids.insert(item.id);
    return ids;
}

/// The number of texts in the groups of a layer.
std::size_t texts_in(const Composition& map, const std::string& layer) {
    std::size_t texts = 0;
    const std::function<void(const std::vector<Command>&, bool)> walk = [&](const auto& commands, bool is_inside) {
        for (const Command& command : commands) {
            if (const auto* group = std::get_if<Group>(&command.value))
                walk(group->commands, is_inside || group->tag.layer == layer);
            if (is_inside && std::holds_alternative<DrawText>(command.value)) ++texts;
        }
    };
    walk(map.picture.commands, false);
    return texts;
}

/// The rows of the legend, also those that had no room.
std::set<std::string> legend_rows_of(const Composition& map) {
    std::set<std::string> rows;
    for (const LayoutItem& item : map.layout.items) {
        if (item.layer != "legend") continue;
        std::string_view text = item.text;
        while (!text.empty()) {
            const auto end = std::min(text.find("; "), text.size());
            rows.emplace(text.substr(0, end));
            text.remove_prefix(std::min(end + 2, text.size()));
        }
    }
    for (const DroppedLabel& dropped : map.layout.dropped)
        if (dropped.why == "no room in the legend") rows.insert(dropped.text);
    return rows;
}

} // namespace

TEST_CASE("without the layer of names the map has no name of an asset, zone, sea or place", "[render][names]") {
    for (const auto& [folder, at] : {std::pair{"assets/scenarios/canada-2024", "2024-07-31"},
                                     {"assets/scenarios/canada-2024", "2024-10-20"},
                                     {"tests/fixtures/scenarios/map-zones", "2024-05-01"}}) {
        INFO(folder << " " << at);
        const NamedMap map = named_map(folder, at);
        CHECK(count_of_kind(map.with_names, "label") > 5);
        CHECK(count_of_kind(map.without_names, "label") == 0);
        for (const char* layer : {"assets", "zones", "areas", "tracks", "seas", "places", "labels"}) {
            INFO(layer);
            CHECK(texts_in(map.without_names, layer) == 0);
        }
    }
}

TEST_CASE("without names every asset still has its symbol, also at a place with many", "[render][names]") {
    const NamedMap map = named_map("tests/fixtures/scenarios/map-small", "2024-06-11", 1200, 900);
    REQUIRE(map.with_names.visible.drawn_assets.size() >= 6);
    const auto& drawn = map.without_names.visible.drawn_assets;
    for (const std::string& id : map.with_names.visible.drawn_assets) {
        INFO(id);
        CHECK(drawn.contains(id));
    }
    CHECK(ids_of_kind(map.without_names, "symbol") == drawn);
    for (const LayoutItem& item : map.without_names.layout.items)
        if (item.kind == "symbol") CHECK(item.text == map.scenario->asset(item.id)->name);
    // No asset is listed below the map for want of a name.
    for (const UnplacedAsset& asset : map.without_names.layout.unplaced) {
        INFO(asset.id);
        CHECK_FALSE(drawn.contains(asset.id));
    }
}

TEST_CASE("without names the legend explains what a name would have", "[render][names]") {
    const NamedMap map = named_map("tests/fixtures/scenarios/map-zones", "2024-05-01");
    const auto named = legend_rows_of(map.with_names), unnamed = legend_rows_of(map.without_names);
    CHECK(unnamed.size() > named.size());
    CHECK(std::includes(unnamed.begin(), unnamed.end(), named.begin(), named.end()));
}

TEST_CASE("without names the line of a range ring is whole", "[render][names]") {
    const NamedMap map = named_map("tests/fixtures/scenarios/map-zones", "2024-05-01");
    const auto length_km = [](const Composition& composition) {
        const Group* ring = support::find_group(composition.picture.commands, "zones", "zone", "ring-300");
        REQUIRE(ring != nullptr);
        const auto* stroke = std::get_if<StrokePath>(&ring->commands.back().value);
        REQUIRE(stroke != nullptr);
        double length_mm = 0;
        for (const Outline& outline : stroke->outlines)
            for (std::size_t i = 1; i < outline.points.size(); ++i)
                length_mm += std::hypot(outline.points[i].x - outline.points[i - 1].x,
                                        outline.points[i].y - outline.points[i - 1].y);
        return length_mm * composition.layout.m_per_mm / 1000;
    };
    const double around_km = 2 * std::numbers::pi * 300;
    const double named_km = length_km(map.with_names), whole_km = length_km(map.without_names);
    INFO(named_km << " " << whole_km << " " << around_km);
    CHECK(named_km < 0.97 * around_km);
    CHECK(whole_km > 0.98 * around_km);
}
