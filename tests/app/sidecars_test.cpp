#include "app/export/sidecars.hpp"
#include "app/scenario/blurred.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/app/english.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace timeline_test;

namespace {

/// A ship at Incheon with one source, and another ship that is not shown.
assets::Scenario two_ships() {
    ScenarioBuilder builder;
    builder.source("herald").asset("near").asset("gone");
    builder.fix({.asset = "near",
                 .from = "2024-06-27",
                 .to = "2024-07-02",
                 .position = at(126.6, 37.45),
                 .place = "Incheon",
                 .confidence = assets::Confidence::High,
                 .sources = {0}});
    auto scenario = builder.build();
    scenario.sources[0].title = "A [visit] to Incheon";
    scenario.sources[0].url = "https://example.org/visit";
    return scenario;
}

render::Composition composition_with_near() {
    render::Composition composition;
    composition.picture.title = "Two ships";
    composition.picture.description = "Positions on 28 June 2024, from public reports.";
    composition.visible.drawn_assets = {"near"};
    composition.layout.unplaced.push_back({.id = "gone",
                                           .text = "gone (left Incheon 1 June)",
                                           .why = "lost",
                                           .name = "gone",
                                           .what = "left Incheon 1 June"});
    render::LayoutItem credit;
    credit.kind = "furniture";
    credit.id = "credit";
    credit.text = "Map data: Natural Earth.";
    composition.layout.items.push_back(credit);
    return composition;
}

} // namespace

TEST_CASE("alternative text counts the assets at each place in at most 250 characters", "[app]") {
    const auto scenario = two_ships();
    const auto snapshot = assets::snapshot_at(scenario, instant("2024-06-28"));
    CHECK(app::alt_text(english(), scenario, snapshot, composition_with_near()) ==
          "Map: Two ships. Incheon: Other country 1.\n");
    auto long_title = composition_with_near();
    long_title.picture.title = std::string(240, 'x');
    const auto cut = app::alt_text(english(), scenario, snapshot, long_title);
    CHECK(cut.size() <= 251);
    CHECK_THAT(cut, !Catch::Contains("Incheon"));
}

TEST_CASE("alternative text of exactly 250 characters is whole", "[app]") {
    const auto scenario = two_ships();
    const auto snapshot = assets::snapshot_at(scenario, instant("2024-06-28"));
    auto composition = composition_with_near();
    const auto text_with = [&](std::size_t title) {
        composition.picture.title = std::string(title, 'x');
        return app::alt_text(english(), scenario, snapshot, composition);
    };
    const std::size_t others = text_with(1).size() - 2; // without the title and the end of the line
    const auto whole = text_with(250 - others);
    CHECK(whole.size() == 251);
    CHECK_THAT(whole, Catch::Contains("Incheon: Other country 1.\n"));
    CHECK_THAT(text_with(251 - others), !Catch::Contains("Incheon"));
}

TEST_CASE("alternative text says how many places it leaves out", "[app]") {
    ScenarioBuilder builder;
    render::Composition composition;
    composition.picture.title = "Ports";
    for (int i = 0; i < 40; ++i) {
        const std::string id = "ship-" + std::to_string(i);
        builder.asset(id);
        builder.fix({.asset = id,
                     .from = "2024-06-27",
                     .to = "2024-07-02",
                     .position = at(126.6, 37.45),
                     .place = "Port " + std::to_string(i)});
        composition.visible.drawn_assets.insert(id);
    }
    const auto scenario = builder.build();
    const auto snapshot = assets::snapshot_at(scenario, instant("2024-06-28"));
    const auto text = app::alt_text(english(), scenario, snapshot, composition);
    CHECK(text.size() <= 251);
    CHECK_THAT(text, Catch::Contains(" more places."));
    const auto whole = app::long_description(english(), scenario, snapshot, composition);
    for (int i = 0; i < 40; ++i)
        CHECK_THAT(whole, Catch::Contains("ship-" + std::to_string(i) + ", Port " + std::to_string(i)));
}

TEST_CASE("the long description says where each drawn asset is and which assets are not shown", "[app]") {
    const auto scenario = two_ships();
    const auto text = app::long_description(english(), scenario, assets::snapshot_at(scenario, instant("2024-06-28")),
                                            composition_with_near());
    CHECK(text == "Positions on 28 June 2024, from public reports.\nIncheon: Other country: near, Incheon (reported, "
                  "within 5 km).\nPosition not known: gone (left Incheon 1 June).\n");
}

TEST_CASE("the long description names assets from a feed only if they are few", "[app]") {
    ScenarioBuilder builder;
    builder.source("herald").source("mast").asset("near");
    builder.fix({.asset = "near",
                 .from = "2024-06-27",
                 .to = "2024-07-02",
                 .position = at(126.6, 37.45),
                 .place = "Incheon",
                 .sources = {0}});
    render::Composition composition;
    composition.picture.title = "Harbour";
    composition.picture.description = "Ships transmitting AIS.";
    composition.visible.drawn_assets = {"near"};
    const auto add_from_feed = [&](const std::string& id) {
        builder.asset(id);
        builder.fix({.asset = id,
                     .from = "2024-06-28T11:59Z",
                     .to = "2024-06-28T12:05Z",
                     .position = at(126.5, 37.4),
                     .sources = {1}});
        composition.visible.drawn_assets.insert(id);
    };
    const auto alt = [&] {
        auto scenario = builder.build();
        scenario.sources[1].kind = "ais";
        return app::long_description(english(), scenario, assets::snapshot_at(scenario, instant("2024-06-28T12:00Z")),
                                     composition);
    };
    add_from_feed("ship-0");
    CHECK_THAT(alt(), Catch::StartsWith("Ships transmitting AIS.\n"));
    CHECK_THAT(alt(), Catch::Contains("near, Incheon (reported, within 5 km)"));
    CHECK_THAT(alt(), Catch::Contains("ship-0, "));
    for (int i = 1; i < 9; ++i)
        add_from_feed("ship-" + std::to_string(i));
    CHECK_THAT(alt(), Catch::Contains("near, Incheon"));
    CHECK_THAT(alt(), !Catch::Contains("ship-0, "));
}

TEST_CASE("a caption contains title, as-of line, credit and alternative text", "[app]") {
    const auto scenario = two_ships();
    const auto text = app::caption_text(english(), scenario, assets::snapshot_at(scenario, instant("2024-06-28")),
                                        composition_with_near());
    for (const char* part : {"TITLE\nTwo ships\n", "AS OF\nPositions on 28 June", "CREDIT\nMap data: Natural Earth.\n",
                             "NOT NAMED ON THE MAP\nPosition not known: gone (left Incheon 1 June).\n",
                             "ALTERNATIVE TEXT\nMap: Two ships."})
        CHECK_THAT(text, Catch::Contains(part));
}

TEST_CASE("the caption alone says that dates are local, where a day is not one of UTC", "[app]") {
    ScenarioBuilder builder;
    builder.source("herald").asset("near");
    builder.fix({.asset = "near",
                 .from = "2024-06-27",
                 .to = "2024-07-02",
                 .position = at(126.6, 37.45),
                 .place = "Incheon",
                 .sources = {0}});
    const auto caption = [&](const assets::Scenario& scenario) {
        return app::caption_text(english(), scenario, assets::snapshot_at(scenario, instant("2024-06-28")),
                                 composition_with_near());
    };
    auto scenario = builder.build();
    CHECK_THAT(caption(scenario), !Catch::Contains("Dates are local."));
    scenario.fixes[0].edit().utc_offset_h = 9;
    CHECK_THAT(caption(scenario),
               Catch::Contains("AS OF\nPositions on 28 June 2024, from public reports. Dates are local.\n"));
}

TEST_CASE("a fact check gives the record, confidence and sources of every claim, with a box to tick", "[app]") {
    const auto scenario = two_ships();
    const auto text = app::fact_check(english(), scenario, assets::snapshot_at(scenario, instant("2024-06-28")),
                                      composition_with_near());
    CHECK_THAT(text, Catch::Contains("- [ ] **near**: Incheon (reported, within 5 km)"));
    CHECK_THAT(text, Catch::Contains("confidence of the place: high, of the date: high; positions.csv line 2"));
    CHECK_THAT(text, Catch::Contains("A \\[visit\\] to Incheon"));
    CHECK_THAT(text, Catch::Contains("<https://example.org/visit>"));
    CHECK_THAT(text, Catch::Contains("## Not shown\n\n- [ ] gone (left Incheon 1 June)"));
}

TEST_CASE("a fact check links only addresses that a browser should open, and ends each link where it ends", "[app]") {
    auto scenario = two_ships();
    const auto with_address = [&](const std::string& address) {
        scenario.sources[0].url = address;
        return app::fact_check(english(), scenario, assets::snapshot_at(scenario, instant("2024-06-28")),
                               composition_with_near());
    };
    CHECK_THAT(with_address("https://example.org/a (b)>c"), Catch::Contains("<https://example.org/a%20%28b%29%3Ec>"));
    CHECK_THAT(with_address("javascript:alert(1)"),
               Catch::Contains(" javascript:alert(1)\n") && !Catch::Contains("<javascript"));
}

TEST_CASE("a fact check has no heading without entries", "[app]") {
    const auto scenario = two_ships();
    const auto snapshot = assets::snapshot_at(scenario, instant("2024-06-28"));
    auto composition = composition_with_near();
    composition.layout.unplaced.clear();
    composition.visible.events.clear();
    const auto text = app::fact_check(english(), scenario, snapshot, composition);
    for (auto at = text.find("\n## "); at != std::string::npos; at = text.find("\n## ", at + 1)) {
        const auto heading = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
        const auto next = text.find("\n## ", at + 1);
        INFO(heading);
        CHECK_THAT(text.substr(at, next - at), Catch::Contains("- [ ] "));
    }
    CHECK_THAT(text, !Catch::Contains("## Not shown"));
}

TEST_CASE("alternative text, caption and fact check name the range rings by radius and centre", "[app]") {
    const auto scenario = two_ships();
    const auto snapshot = assets::snapshot_at(scenario, instant("2024-06-28"));
    auto composition = composition_with_near();
    const auto without = app::fact_check(english(), scenario, snapshot, composition);
    CHECK_THAT(without, !Catch::Contains("Range rings"));
    composition.visible.rings = {{at(127, 37.5), 300}, {at(121.56, 25.03), 50}, {at(127, 37.5), 800}};
    const std::string two = "Range rings of 300 km, 800 km around 37.50 N, 127.00 E.",
                      one = "Range ring of 50 km around 25.03 N, 121.56 E.";
    CHECK(app::alt_text(english(), scenario, snapshot, composition) ==
          "Map: Two ships. " + two + " " + one + " Incheon: Other country 1.\n");
    CHECK_THAT(app::long_description(english(), scenario, snapshot, composition),
               Catch::Contains("\n" + two + "\n" + one + "\n"));
    CHECK_THAT(app::caption_text(english(), scenario, snapshot, composition),
               Catch::Contains(two) && Catch::Contains(one));
    CHECK_THAT(app::fact_check(english(), scenario, snapshot, composition),
               Catch::Contains("## Range rings\n\n- [ ] **300 km** around 37.5000 N, 127.0000 E\n"
                               "- [ ] **50 km** around 25.0300 N, 121.5600 E\n"));
}

TEST_CASE("a blurred position is on the grid, its radius contains the true place, and no words name it", "[app]") {
    const auto scenario = two_ships();
    const auto coarse = app::blurred(scenario, 0.5);
    const auto& fix = coarse->fixes.front();
    REQUIRE(fix.position);
    CHECK(fix.position->lon() == Approx(126.5));
    CHECK(fix.position->lat() == Approx(37.5));
    CHECK(fix.place().empty());
    const double moved_km = geo::distance_m(*scenario.fixes.front().position, *fix.position) / 1000;
    CHECK(fix.radius_km >= moved_km + scenario.fixes.front().radius_km);
    CHECK(fix.radius_km < 60);
}

TEST_CASE("a fix in a named area is not blurred", "[app]") {
    auto scenario = two_ships();
    scenario.fixes.front().edit().area = assets::AreaRef{assets::AreaRef::Of::Sea, "yellow-sea"};
    CHECK(app::blurred(scenario, 0.5)->fixes.front().position == scenario.fixes.front().position);
}

TEST_CASE("captions and fact checks name assets, places and countries in the languages of names", "[app]") {
    auto scenario = two_ships();
    scenario.assets[0].names.ko = "가까이";
    scenario.assets[0].country = "KR";
    scenario.places.push_back({"incheon", "Incheon", at(126.6, 37.45), geo::PlaceKind::Port, "KR", {}, {}, 2});
    scenario.places[0].names.ko = "인천";
    const auto snapshot = assets::snapshot_at(scenario, instant("2024-06-28"));
    auto words = english();
    words.set_names({*geo::name_languages("en+ko"), {{"ko", {{"KR", "한국"}}}}});
    CHECK(app::alt_text(words, scenario, snapshot, composition_with_near()) ==
          "Map: Two ships. Incheon 인천: South Korea 한국 1.\n");
    CHECK_THAT(app::long_description(words, scenario, snapshot, composition_with_near()),
               Catch::Contains("near 가까이") && Catch::Contains("Incheon 인천"));
    CHECK_THAT(app::fact_check(words, scenario, snapshot, composition_with_near()), Catch::Contains("**near 가까이**"));
}

TEST_CASE("alternative text that leaves out one place says so in the singular", "[app]") {
    const auto scenario =
        ScenarioBuilder{}
            .asset("a")
            .asset("b")
            .fix({.asset = "a", .from = "2024-06-27", .to = "2024-07-02", .position = at(126, 37), .place = "Incheon"})
            .fix({.asset = "b",
                  .from = "2024-06-27",
                  .to = "2024-07-02",
                  .position = at(129, 35),
                  .place = "Yeongdo Island of Busan"})
            .build();
    const auto snapshot = assets::snapshot_at(scenario, instant("2024-06-28"));
    render::Composition composition;
    composition.visible.drawn_assets = {"a", "b"};
    int left_out = 0;
    for (std::size_t title = 1; title < 230; ++title) {
        composition.picture.title = std::string(title, 'x');
        const auto text = app::alt_text(english(), scenario, snapshot, composition);
        CHECK_THAT(text, !Catch::Contains(" 1 more"));
        if (text.find("And one more place.\n") != std::string::npos) ++left_out;
    }
    CHECK(left_out > 3);
}
