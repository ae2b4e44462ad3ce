#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

/// What a map leaves out, because nobody reported it or nobody could read it.
namespace {

using namespace render;

Composition built_in_on(const std::string& day) {
    static const auto scenario = support::scenario("assets/scenarios/canada-2024");
    Figure figure = support::page(1920, 1080, 192, day);
    figure.centre = scenario->view.centre;
    figure.width_km = scenario->view.width_km;
    return support::compose(*scenario, figure);
}

bool has_item(const Composition& map, const std::string& kind, const std::string& id) {
    return std::ranges::any_of(map.layout.items, [&](const LayoutItem& i) { return i.kind == kind && i.id == id; });
}

std::string all_texts(const Composition& map) {
    std::string all;
    for (const LayoutItem& item : map.layout.items)
        if (item.kind == "furniture") all += item.text + "\n";
    return all;
}

} // namespace

TEST_CASE("an asset outside the frame has no symbol only because its worked-out circle reaches into the frame",
          "[render][restraint]") {
    const Composition map = built_in_on("2024-08-17"); // Vancouver was last reported west of Hawaii
    CHECK_FALSE(has_item(map, "symbol", "hmcs-vancouver"));
    CHECK(std::ranges::any_of(map.layout.unplaced, [](const auto& u) { return u.id == "hmcs-vancouver"; }));
}

TEST_CASE("an estimated area of over 800 km is not drawn", "[render][restraint]") {
    const Composition map = built_in_on("2024-06-11"); // Montréal was somewhere in a circle of 1,200 km
    REQUIRE(has_item(map, "symbol", "hmcs-montreal"));
    CHECK(support::find_group(map.picture.commands, "areas", "asset", "hmcs-montreal") == nullptr);
}

TEST_CASE("a map of assets names at most eight towns, and none far from every asset", "[render][restraint]") {
    const Composition map = built_in_on("2024-07-31");
    const auto atlas = support::atlas();
    std::size_t towns = 0;
    for (const LayoutItem& item : map.layout.items)
        if (item.kind == "label" && item.layer == "places" && atlas->gazetteer.by_id(item.id) != nullptr) ++towns;
    CHECK(towns > 0);
    CHECK(towns <= 8);
    CHECK_FALSE(has_item(map, "label", "jakarta"));
}

TEST_CASE("on a map of a small scale one sentence stands for all short lines", "[render][restraint]") {
    const std::string texts = all_texts(built_in_on("2024-07-31"));
    CHECK(texts.find("1953 armistice line") == std::string::npos);
    CHECK(texts.find("Dashed lines: disputed boundaries.") != std::string::npos);
}

TEST_CASE("a base is not said to be at itself", "[render][restraint]") {
    assets::Scenario scenario = *support::scenario("tests/fixtures/scenarios/counts-and-plans");
    const auto alone = std::ranges::find(scenario.assets, "alone", &assets::Asset::id);
    REQUIRE(alone != scenario.assets.end());
    const auto text = [&] {
        const Composition map = support::compose(scenario, support::page(1600, 1200, 192, "2024-07-31"));
        for (const LayoutItem& item : map.layout.items)
            if (item.kind == "label" && item.id == "alone") return item.text;
        return std::string{};
    };
    CHECK(text() == "Higgins Kadena Air Base");
    alone->type = assets::AssetType::AirBase;
    CHECK(text() == "Higgins");
}
