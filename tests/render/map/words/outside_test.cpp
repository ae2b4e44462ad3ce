#include "render/map/words/wording.hpp"
#include "tests/render/map/furniture_support.hpp"
#include "tests/support/catch.hpp"

/// What the line below the map says of assets and zones outside the frame.
namespace {

using namespace furniture_test;
using assets::AssetType;
using render::add_zones_outside;
using render::not_shown_in_full;
using render::not_shown_text;
using render::unplaced_assets;

std::string not_shown(const Stage& stage) {
    const auto in = stage.inputs();
    return not_shown_text(in, unplaced_assets(in, stage.visible.drawn_assets), 99);
}

} // namespace

TEST_CASE("assets outside the frame in one group of islands are one place", "[furniture]") {
    Stage stage;
    const auto hide = [&](const char* name, const char* place, double lon, double lat, double radius_km) {
        auto& state = stage.asset(name, AssetType::Frigate, place, day(2024, 10, 16), day(2024, 10, 22));
        state.where = geo::lonlat(lon, lat);
        state.radius_km = radius_km;
        stage.hide(state);
    };
    hide("A", "Pearl Harbor", -157.95, 21.35, 10);
    hide("B", "Hawaiian Islands", -158.4, 21.3, 350);
    hide("C", "Hawaii", -157.9, 21.4, 40);
    hide("D", "Guam", 144.7, 13.4, 10);
    CHECK(not_shown(stage) == "Outside map: Hawaiian Islands 3, Guam 1.");
    const auto in_full = [&] {
        const auto in = stage.inputs();
        return not_shown_in_full(in.words, unplaced_assets(in, stage.visible.drawn_assets));
    };
    CHECK(in_full() == "Outside map: Hawaiian Islands: A (Pearl Harbor), B, C (Hawaii); Guam: D.");
    // A report from half an ocean says too little to stand for the places in it.
    hide("E", "north Pacific", -160, 25, 1500);
    CHECK(not_shown(stage) == "Outside map: Hawaiian Islands 3, Guam 1, north Pacific 1.");
}

TEST_CASE("zones outside the frame are named after the assets, limits and rings are not", "[furniture]") {
    Stage stage;
    const auto zone = [&](const char* name, assets::ZoneKind kind) {
        assets::Zone& made = stage.scenario.zones.emplace_back();
        made.id = made.name = name;
        made.kind = kind;
        stage.snapshot.zones.push_back(static_cast<assets::ZoneIndex>(stage.scenario.zones.size() - 1));
    };
    for (const char* name : {"Zone 1", "Zone 2", "Zone 5"})
        zone(name, assets::ZoneKind::Exercise);
    zone("Taiwan ADIZ", assets::ZoneKind::Adiz);
    zone("300 km", assets::ZoneKind::RangeRing);
    const auto said = [&] {
        const auto in = stage.inputs();
        auto unplaced = unplaced_assets(in, stage.visible.drawn_assets);
        add_zones_outside(in, {0}, unplaced); // the frame shows the first
        return std::pair{not_shown_text(in, unplaced, 20), not_shown_in_full(in.words, unplaced)};
    };
    CHECK(said().first == "Outside map: Zone 2, Zone 5.");
    CHECK(said().second == "Outside map: Zone 2, Zone 5.");
    stage.hide(stage.asset("A", AssetType::Frigate, "San Diego", day(2024, 10, 16), day(2024, 10, 22)));
    CHECK(said().first == "Outside map: San Diego 1, Zone 2, Zone 5.");
    CHECK(said().second == "Outside map: San Diego: A; Zone 2, Zone 5.");
    stage.figure.bbox = geo::Box::from_degrees(100, 0, 150, 50); // a frame set by hand: counts only
    CHECK(said().first == "One other ship is outside this map. 2 zones are outside this map.");
    stage.figure.bbox.reset();
    stage.figure.without = {"zones"};
    CHECK(said().first == "Outside map: San Diego 1.");
}

TEST_CASE("on a map of a period the ships without a call in it are named, not who is aboard, stays or is away",
          "[furniture][voyages]") {
    Stage stage;
    stage.figure.period = render::Period{day(2024, 10, 1), day(2024, 11, 1)};
    const auto add = [&](const char* name, AssetType type, assets::PathRule path) {
        stage.asset(name, type, "Guam", day(2024, 9, 1), day(2024, 9, 2));
        stage.scenario.assets.back().path = path;
        stage.scenario.fixes.push_back(*stage.fixes.back());
        return static_cast<assets::AssetIndex>(stage.scenario.assets.size() - 1);
    };
    const auto called = add("Called", AssetType::Frigate, assets::PathRule::Sea);
    const auto silent = add("Silent", AssetType::Frigate, assets::PathRule::Sea);
    add("Plane", AssetType::MaritimePatrolAircraft, assets::PathRule::GreatCircle);
    add("Base", AssetType::NavalBase, assets::PathRule::Hold);
    const auto helicopter = add("Helicopter", AssetType::Helicopter, assets::PathRule::GreatCircle);
    const auto boat = add("Boat", AssetType::Frigate, assets::PathRule::Sea);
    const auto home = add("Home", AssetType::Frigate, assets::PathRule::Sea);
    stage.snapshot.voyages.push_back({called, {}, {}, {}});
    auto& embarked = stage.scenario.members.emplace_back();
    embarked.group = called;
    embarked.asset = helicopter;
    embarked.role = assets::Membership::Role::Embarked;
    stage.scenario.fixes[boat].edit().at_asset = called; // the fixes have the order of the assets
    const auto away = [&](assets::AssetIndex asset, assets::Instant from, assets::Instant to) {
        assets::Deployment deployment{};
        deployment.asset = asset;
        deployment.from = from;
        deployment.to = to;
        stage.scenario.deployments.push_back(deployment);
        assets::index_by_asset(stage.scenario);
    };
    away(home, day(2024, 11, 1), day(2024, 12, 1)); // begins as the period ends
    const auto named = [&] {
        std::vector<std::string> texts;
        for (const auto& asset : unplaced_assets(stage.inputs(), {}))
            texts.push_back(asset.text);
        return texts;
    };
    using Texts = std::vector<std::string>;
    CHECK(named() == Texts{"Silent (no report in this period)", "Plane (no report in this period)"});
    stage.figure.only = {"Plane", "Home"};
    CHECK(named() == Texts{"Plane (no report in this period)"});
    stage.figure.only.clear();
    stage.scenario.deployments.clear();
    away(silent, day(2024, 1, 1), day(2024, 9, 30));
    CHECK(named() == Texts{"Plane (no report in this period)", "Home (no report in this period)"});
}
