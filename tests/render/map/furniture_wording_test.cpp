#include "furniture_support.hpp"
#include "render/map/words/wording.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace furniture_test;
using assets::AssetType;
using assets::Flag;
using assets::How;

const auto last_second = std::chrono::hours{24} - std::chrono::seconds{1};

std::string as_of(const Stage& stage) {
    return as_of_text(stage.inputs(), stage.visible);
}

std::string not_shown(const Stage& stage, std::size_t limit = 99) {
    const auto in = stage.inputs();
    return not_shown_text(in, unplaced_assets(in, stage.visible.drawn_assets), limit);
}

/// A stage with three sources: 0 is a newspaper, 1 and 2 are feeds of one kind.
struct FeedStage : Stage {
    explicit FeedStage(const char* kind) {
        snapshot.at = day(2024, 10, 20, 7);
        for (const char* id : {"paper", "mast", "second"}) {
            assets::Source source{};
            source.id = id;
            source.title = id;
            source.kind = id == std::string{"paper"} ? "press" : kind;
            scenario.sources.push_back(source);
        }
        scenario.sources[1].publisher = "NAME";
        scenario.data_to_day.reset();
    }
    assets::State& contact(const std::string& name, int minutes_ago, assets::SourceIndex source = 1) {
        auto& state =
            asset(name, AssetType::Merchant, "", snapshot.at - std::chrono::minutes{minutes_ago}, snapshot.at);
        fixes.back()->edit().precision = assets::Precision::Time;
        fixes.back()->edit().sources = {source};
        return state;
    }
};

} // namespace

TEST_CASE("ships heard by AIS are described with time, number and caveats", "[furniture]") {
    FeedStage stage{"ais"};
    stage.scenario.utc_offset_h = 8;
    for (int i = 0; i < 1284; ++i)
        stage.contact("Ship " + std::to_string(i), i % 31);
    CHECK(as_of(stage) ==
          "Ships transmitting AIS, 2:30-3 p.m. UTC+8 (0630-0700 UTC), 20 Oct. 2024: 1,284 received. Warships often "
          "switch it off; positions and names are self-reported, can be false, not verified. Data: NAME.");
}

TEST_CASE("local time has the name given in the words file", "[furniture]") {
    FeedStage stage{"ais"};
    stage.scenario.utc_offset_h = 8;
    stage.contact("Ship", 30);
    stage.words = render::Words::read(std::filesystem::path{THEATRUM_SOURCE_DIR} / "render/words/en.toml",
                                      {{"feed.zone", "Taipei time"}});
    CHECK_THAT(as_of(stage), Catch::Contains(", 2:30-3 p.m. Taipei time (0630-0700 UTC), 20 Oct. 2024: 1 received."));
}

TEST_CASE("local clock times of feeds share a.m. or p.m. where both have it", "[furniture]") {
    const auto when = [](int hour, int minutes_ago) {
        FeedStage stage{"ais"};
        stage.scenario.utc_offset_h = 8;
        stage.snapshot.at = day(2024, 10, 20, hour);
        stage.contact("Ship", minutes_ago);
        const std::string text = as_of(stage);
        return text.substr(0, text.find(" UTC+8"));
    };
    CHECK(when(1, 15) == "Ships transmitting AIS, 8:45-9 a.m.");
    CHECK(when(5, 90) == "Ships transmitting AIS, 11:30 a.m.-1 p.m.");
    CHECK(when(4, 30) == "Ships transmitting AIS, 11:30 a.m.-noon");
    CHECK(when(17, 60) == "Ships transmitting AIS, midnight-1 a.m.");
    CHECK(when(7, 0) == "Ships transmitting AIS, 3 p.m.");
}

TEST_CASE("words without a.m. and p.m. have a clock of 24 hours", "[furniture]") {
    FeedStage stage{"ais"};
    stage.scenario.utc_offset_h = 8;
    stage.contact("Ship", 30);
    stage.words = render::Words::read(std::filesystem::path{THEATRUM_SOURCE_DIR} / "render/words/en.toml",
                                      {{"clock.am", ""}, {"clock.pm", ""}});
    CHECK_THAT(as_of(stage), Catch::Contains(", 14:30-15:00 UTC+8 (0630-0700 UTC), 20 Oct. 2024: 1 received."));
}

TEST_CASE("the time of feeds is in UTC when the scenario has no local time", "[furniture]") {
    FeedStage stage{"ais"};
    stage.contact("Ship", 30);
    CHECK_THAT(as_of(stage), Catch::StartsWith("Ships transmitting AIS, 0630-0700 UTC, 20 Oct. 2024: 1 received."));
    stage.snapshot.at = day(2024, 10, 20, 0);
    FeedStage midnight{"ais"};
    midnight.snapshot.at = day(2024, 10, 20, 0);
    midnight.scenario.utc_offset_h = -3.5;
    midnight.contact("Ship", 21 * 60);
    CHECK_THAT(as_of(midnight),
               Catch::Contains(", 11:30 p.m. 18 Oct. 2024 to 8:30 p.m. 19 Oct. 2024, UTC-3:30: 1 received."));
}

TEST_CASE("a fix of a whole day claims no hour, even when it comes from a feed", "[furniture]") {
    FeedStage stage{"ais"};
    stage.contact("Ship", 30);
    stage.fixes.back()->edit().precision = assets::Precision::Day;
    CHECK_THAT(as_of(stage), Catch::StartsWith("Ships transmitting AIS, 20 Oct. 2024: 1 received."));
}

TEST_CASE("aircraft and Cursor on Target contacts have sentences of their own", "[furniture]") {
    FeedStage aircraft{"sbs"};
    aircraft.contact("Plane", 30);
    CHECK(as_of(aircraft) == "Aircraft transmitting ADS-B, 0630-0700 UTC, 20 Oct. 2024: 1 received. Military aircraft "
                             "often switch it off; positions and names are self-reported, can be false, not verified. "
                             "Data: NAME.");
    FeedStage team{"cot"};
    team.contact("Team", 30);
    CHECK(as_of(team) ==
          "Sent over Cursor on Target, 0630-0700 UTC, 20 Oct. 2024: 1 received. Positions and names are as the "
          "participants send them, not verified. Data: NAME.");
}

TEST_CASE("feeds are described after other sources, and each feed is named once", "[furniture]") {
    FeedStage stage{"ais"};
    stage.asset("HMCS X", AssetType::Frigate, "Yokosuka", day(2024, 10, 16), day(2024, 10, 22));
    stage.fixes.back()->edit().sources = {0};
    stage.contact("One", 30);
    stage.contact("Two", 10, 2);
    stage.contact("Three", 20);
    const std::string text = as_of(stage);
    CHECK_THAT(text, Catch::StartsWith("Positions on 20 October 2024, from public reports. Ships transmitting AIS, "
                                       "0630-0700 UTC, 20 Oct. 2024: 3 received."));
    CHECK_THAT(text, Catch::EndsWith("Data: NAME, second."));
}

TEST_CASE("interpolated and silent contacts are described without names", "[furniture]") {
    FeedStage stage{"ais"};
    auto& ship = stage.contact("One", 30);
    ship.how = How::Stale;
    ship.age_h = 3;
    stage.contact("Two", 10).how = How::Interpolated;
    const std::string text = as_of(stage);
    CHECK_THAT(text, Catch::EndsWith(
                         "Data: NAME. Outline: estimated from earlier and later messages. Faded: silent for longer "
                         "than usual."));
    CHECK_THAT(text, !Catch::Contains("One"));
}

TEST_CASE("the credit names a feed only when there is no as-of line", "[furniture]") {
    FeedStage stage{"ais"};
    stage.contact("One", 30);
    CHECK_THAT(credit_text(stage.inputs(), stage.visible), !Catch::Contains("Data: NAME."));
    stage.figure.without.insert("asof");
    CHECK_THAT(credit_text(stage.inputs(), stage.visible), Catch::Contains("Data: NAME."));
}

TEST_CASE("up to eight silent contacts are named, more are counted", "[furniture]") {
    FeedStage stage{"ais"};
    const auto lose = [&](int i) {
        auto& state = stage.contact("Ship " + std::to_string(i), 600);
        state.how = How::Lost;
        state.where.reset();
        stage.hide(state);
    };
    for (int i = 0; i < 8; ++i)
        lose(i);
    CHECK_THAT(not_shown(stage), Catch::StartsWith("Position not known: Ship 0, Ship 1"));
    for (int i = 8; i < 1214; ++i)
        lose(i);
    stage.hide(stage.contact("Elsewhere", 5));
    auto& lost = stage.asset("HMCS X", AssetType::Frigate, "Guam", day(2024, 8, 15), day(2024, 8, 19) + last_second);
    lost.how = How::Lost;
    lost.where.reset();
    stage.hide(lost);
    CHECK(not_shown(stage) == "Position not known: HMCS X (last reported in Guam, 19 Aug.). 1,214 more were received "
                              "earlier and are silent now. One more was received outside this map.");
    stage.snapshot.silent_count = 86; // contacts that no longer have a state
    CHECK_THAT(not_shown(stage), Catch::Contains("19 Aug.). 1,300 more were received earlier and are silent now."));
    stage.snapshot.silent_count = 0;
    CHECK(not_shown(stage, 0) == "Position not known: and 1 more. 1,214 more were received earlier and are silent now. "
                                 "One more was received outside this map. Full list: caption.");
}

TEST_CASE("fixes of whole days give the local day and the day of compilation", "[furniture]") {
    Stage stage;
    stage.asset("HMCS X", AssetType::Frigate, "Yokosuka", day(2024, 10, 16), day(2024, 10, 20) + last_second);
    REQUIRE(as_of(stage) == "Positions on 20 October 2024, from public reports. Updated 23 November 2026.");
}

TEST_CASE("the day is the scenario's local day", "[furniture]") {
    Stage stage;
    stage.scenario.utc_offset_h = 9;
    stage.snapshot.at = day(2024, 10, 20, 20); // the 21st in Seoul
    stage.scenario.data_to_day.reset();
    stage.asset("HMCS X", AssetType::Frigate, "Yokosuka", day(2024, 10, 16), day(2024, 10, 22));
    REQUIRE(as_of(stage) == "Positions on 21 October 2024, from public reports.");
}

TEST_CASE("a time is printed only when every fix behind the map has a time", "[furniture]") {
    Stage stage;
    stage.scenario.data_to_day.reset();
    auto& timed = stage.asset("HMCS X", AssetType::Frigate, "Yokosuka", day(2024, 10, 20, 11), day(2024, 10, 20, 12));
    const_cast<assets::Fix*>(timed.fix)->edit().precision = assets::Precision::Time;
    REQUIRE(as_of(stage) == "Positions on 20 October 2024, 12:00 UTC, from public reports.");
    stage.asset("HMCS Y", AssetType::Frigate, "Sasebo", day(2024, 10, 20), day(2024, 10, 20) + last_second);
    REQUIRE(as_of(stage) == "Positions on 20 October 2024, from public reports.");
}

TEST_CASE("a time with an error is not printed", "[furniture]") {
    Stage stage;
    stage.scenario.data_to_day.reset();
    auto& timed = stage.asset("HMCS X", AssetType::Frigate, "Yokosuka", day(2024, 10, 20, 11), day(2024, 10, 20, 12));
    stage.fixes.back()->edit().precision = assets::Precision::Time;
    stage.fixes.back()->edit().time_error_h = 3;
    REQUIRE(timed.fix->time_error_h() == 3);
    REQUIRE(as_of(stage) == "Positions on 20 October 2024, from public reports.");
}

TEST_CASE("a map without any position says so", "[furniture]") {
    Stage stage;
    stage.scenario.data_to_day.reset();
    REQUIRE(as_of(stage) == "No position reported for 20 October 2024.");
}

TEST_CASE("a wide fix is explained as a shaded area", "[furniture]") {
    Stage stage;
    stage.scenario.data_to_day.reset();
    auto& ship = stage.asset("HMCS X", AssetType::Frigate, "South China Sea", day(2024, 10, 16), day(2024, 10, 22));
    ship.flags.set(Flag::Wide);
    stage.visible.wide_fixes = true;
    REQUIRE(as_of(stage) ==
            "Positions on 20 October 2024, from public reports. Shaded: reported in this area; exact position "
            "unknown.");
}

TEST_CASE("a held position is described with the date and the age of its fix", "[furniture]") {
    Stage stage;
    stage.scenario.data_to_day.reset();
    auto& ship =
        stage.asset("HMCS X", AssetType::Frigate, "Yokosuka", day(2024, 10, 10), day(2024, 10, 12) + last_second);
    ship.how = How::Held;
    ship.age_h = 8 * 24 + 2;
    REQUIRE(as_of(stage) ==
            "Positions on 20 October 2024, from public reports. HMCS X: last reported 12 October, 8 days earlier.");
    stage.fixes.back()->to = day(2024, 10, 20, 5);
    ship.age_h = 7;
    REQUIRE(as_of(stage).ends_with("HMCS X: last reported 20 October, 7 h earlier."));
    ship.flags.set(Flag::MayHaveLeft);
    REQUIRE(as_of(stage).ends_with("HMCS X: last reported 20 October, 7 h earlier, may have left."));
    REQUIRE(as_of_text(stage.inputs(), stage.visible, render::Detail::Brief) ==
            "Positions on 20 October 2024, from public reports.");
}

TEST_CASE("an interpolated position is described with the dates of the two fixes around it", "[furniture]") {
    Stage stage;
    stage.scenario.data_to_day.reset();
    auto& ship = stage.asset("HMCS X", AssetType::Frigate, "", day(2024, 10, 14), day(2024, 10, 16) + last_second);
    stage.next_fix(ship, "Guam", day(2024, 11, 22));
    assets::Leg leg{ship.asset, ship.last, ship.next, geo::lonlat(120, 20), geo::lonlat(130, 20), {}, {}, 10, {}};
    ship.how = How::Interpolated;
    ship.fix = nullptr;
    ship.leg = &leg;
    REQUIRE(as_of(stage) == "Positions on 20 October 2024, from public reports. Outline: estimated from reports of 16 "
                            "October and 22 November.");
}

TEST_CASE("a lost ship is named with its last and its next fix", "[furniture]") {
    Stage stage;
    auto& ship = stage.asset("HMCS Montréal", AssetType::Frigate, "Ho Chi Minh City", day(2024, 8, 15),
                             day(2024, 8, 19) + last_second);
    ship.how = How::Lost;
    ship.where.reset();
    stage.next_fix(ship, "Halifax", day(2024, 10, 22));
    stage.hide(ship);
    REQUIRE(not_shown(stage) == "Position not known: HMCS Montréal (last reported in Ho Chi Minh City, 19 Aug.; next "
                                "reported in Halifax, 22 Oct.).");
    REQUIRE(unplaced_assets(stage.inputs(), stage.visible.drawn_assets).at(0).why == "lost");
}

TEST_CASE("a ship that sailed is not described as reported in the port", "[furniture]") {
    Stage stage;
    auto& ship =
        stage.asset("HMCS Ottawa", AssetType::Frigate, "Esquimalt", day(2024, 10, 16), day(2024, 10, 16) + last_second);
    stage.fixes.back()->edit().activity = assets::Activity::Departure;
    ship.how = How::Lost;
    ship.where.reset();
    stage.hide(ship);
    REQUIRE(not_shown(stage) == "Position not known: HMCS Ottawa (left Esquimalt 16 Oct.).");
    stage.next_fix(ship, "off Taiwan", day(2025, 1, 2));
    REQUIRE(not_shown(stage) ==
            "Position not known: HMCS Ottawa (left Esquimalt 16 Oct.; next reported off Taiwan, 2 Jan. 2025).");
}

TEST_CASE("what was planned or estimated is not said to be reported once it is past", "[furniture]") {
    const auto said = [](assets::FixKind kind, bool departure) {
        Stage stage;
        auto& ship = stage.asset("X", AssetType::Frigate, "Guam", day(2024, 10, 1), day(2024, 10, 2) + last_second);
        stage.fixes.back()->edit().kind = kind;
        if (departure) stage.fixes.back()->edit().activity = assets::Activity::Departure;
        ship.how = How::Lost;
        ship.where.reset();
        stage.hide(ship);
        return not_shown(stage);
    };
    CHECK(said(assets::FixKind::Reported, false) == "Position not known: X (last reported in Guam, 2 Oct.).");
    CHECK(said(assets::FixKind::Planned, false) == "Position not known: X (last planned in Guam, 2 Oct.).");
    CHECK(said(assets::FixKind::Estimated, false) == "Position not known: X (last estimated in Guam, 2 Oct.).");
    CHECK(said(assets::FixKind::Planned, true) == "Position not known: X (planned to leave Guam 1–2 Oct.).");

    Stage held;
    held.scenario.data_to_day.reset();
    auto& ship = held.asset("X", AssetType::Frigate, "Guam", day(2024, 10, 12), day(2024, 10, 12) + last_second);
    held.fixes.back()->edit().kind = assets::FixKind::Estimated;
    ship.how = How::Held;
    ship.age_h = 7.5 * 24;
    CHECK(as_of(held).ends_with("X: last estimated 12 October, 8 days earlier."));
}

TEST_CASE("a place name gets \"in\", and \"off Taiwan\" keeps its own word", "[furniture]") {
    const auto last = [](const char* place) {
        Stage stage;
        auto& ship = stage.asset("X", AssetType::Frigate, place, day(2024, 10, 1), day(2024, 10, 2) + last_second);
        ship.how = How::Lost;
        ship.where.reset();
        stage.hide(ship);
        return not_shown(stage);
    };
    CHECK(last("Off Taiwan") == "Position not known: X (last reported off Taiwan, 2 Oct.).");
    CHECK(last("West of the median line") == "Position not known: X (last reported west of the median line, 2 Oct.).");
    CHECK(last("the Yellow Sea") == "Position not known: X (last reported in the Yellow Sea, 2 Oct.).");
    CHECK(last("North Korea") == "Position not known: X (last reported in North Korea, 2 Oct.).");
    CHECK(last("Halifax") == "Position not known: X (last reported in Halifax, 2 Oct.).");
}

TEST_CASE("up to six assets outside the frame are counted by place, more only counted", "[furniture]") {
    Stage stage;
    const auto hide = [&](const char* name, const char* place, AssetType type = AssetType::Frigate) {
        stage.hide(stage.asset(name, type, place, day(2024, 10, 16), day(2024, 10, 22)));
    };
    hide("A", "San Diego");
    CHECK(not_shown(stage) == "Outside map: San Diego 1.");
    hide("B", "Pearl Harbor");
    hide("C", "San Diego");
    hide("D", "");
    CHECK(not_shown(stage) == "Outside map: San Diego 2, Pearl Harbor 1, elsewhere 1.");
    const auto in_full = [&] {
        const auto in = stage.inputs();
        return not_shown_in_full(in.words, unplaced_assets(in, stage.visible.drawn_assets));
    };
    CHECK(in_full() == "Outside map: San Diego: A, C; Pearl Harbor: B; elsewhere: D.");
    hide("E", "Guam");
    hide("F", "Guam");
    CHECK_THAT(not_shown(stage), Catch::StartsWith("Outside map: San Diego 2,"));
    hide("G", "Guam");
    CHECK(not_shown(stage) == "7 other ships are outside this map.");
    hide("H", "Guam", AssetType::Fighter);
    CHECK(not_shown(stage) == "8 others are outside this map.");
    CHECK_THAT(in_full(), Catch::Contains("Guam: E, F, G, H"));
}

TEST_CASE("an asset outside the frame that was only last reported there says so in full lists", "[furniture]") {
    Stage stage;
    auto& ship = stage.asset("A", AssetType::Frigate, "Changi", day(2024, 10, 10), day(2024, 10, 13) + last_second);
    ship.how = How::Held;
    stage.hide(ship);
    CHECK(not_shown(stage) == "Outside map: Changi 1.");
    const auto in = stage.inputs();
    CHECK(not_shown_in_full(in.words, unplaced_assets(in, stage.visible.drawn_assets)) ==
          "Outside map: Changi: A (last reported in Changi, 13 Oct.).");
}

TEST_CASE("in a frame set by hand the assets outside are only counted", "[furniture]") {
    Stage stage;
    stage.hide(stage.asset("A", AssetType::Frigate, "San Diego", day(2024, 10, 16), day(2024, 10, 22)));
    stage.figure.bbox = geo::Box::from_degrees(100, 0, 150, 50);
    CHECK(not_shown(stage) == "One other ship is outside this map.");
    stage.figure.bbox.reset();
    stage.figure.width_km = 900;
    CHECK(not_shown(stage) == "One other ship is outside this map.");
    stage.figure.fit_all = true;
    CHECK(not_shown(stage) == "Outside map: San Diego 1.");
}

TEST_CASE("a long list of assets that are not shown is cut, and the rest is counted", "[furniture]") {
    Stage stage;
    for (const char* name : {"A", "B", "C", "D"}) {
        auto& ship = stage.asset(name, AssetType::Frigate, "Guam", day(2024, 10, 1), day(2024, 10, 2) + last_second);
        ship.how = How::Lost;
        ship.where.reset();
        stage.hide(ship);
    }
    CHECK(not_shown(stage, 4) == "Position not known: A, B, C, D (last reported in Guam, 2 Oct.).");
    CHECK(not_shown(stage, 2) ==
          "Position not known: A, B (last reported in Guam, 2 Oct.); and 2 more. Full list: caption.");
}

TEST_CASE("an asset without room is named after those whose position is not known", "[furniture]") {
    Stage stage;
    stage.hide(stage.asset("A", AssetType::Frigate, "Guam", day(2024, 10, 16), day(2024, 10, 22)));
    auto& lost = stage.asset("B", AssetType::Frigate, "Guam", day(2024, 10, 1), day(2024, 10, 2) + last_second);
    lost.how = How::Lost;
    lost.where.reset();
    stage.hide(lost);
    const auto in = stage.inputs();
    auto unplaced = unplaced_assets(in, stage.visible.drawn_assets);
    REQUIRE(unplaced.at(0).name == "A");
    unplaced.at(0).why = "no room";
    CHECK(not_shown_text(in, unplaced, 9) ==
          "Position not known: B (last reported in Guam, 2 Oct.). No room on map: A (Guam).");
    CHECK(not_shown_text(in, unplaced, 1) ==
          "Position not known: B (last reported in Guam, 2 Oct.). No room on map: and 1 more. Full list: caption.");
}

TEST_CASE("an embarked asset is named with its carrier, an absent or drawn one is not named", "[furniture]") {
    Stage stage;
    auto& ship = stage.asset("HMCS X", AssetType::Frigate, "Guam", day(2024, 10, 16), day(2024, 10, 22));
    auto& helicopter = stage.asset("CH-148", AssetType::Helicopter, "", day(2024, 10, 16), day(2024, 10, 22));
    helicopter.carrier = ship.asset;
    auto& away = stage.asset("HMCS Y", AssetType::Frigate, "", day(2024, 10, 16), day(2024, 10, 22));
    away.how = How::Absent;
    stage.scenario.deployments.emplace_back().asset = away.asset; // at another time
    stage.scenario.first_deployment = {0, 0, 0, 1, 1};
    stage.asset("HMCS Z", AssetType::Frigate, "Guam", day(2024, 10, 16), day(2024, 10, 22));
    for (const auto* s : {&ship, &helicopter, &away})
        stage.hide(*s);
    const auto in = stage.inputs();
    CHECK(not_shown_in_full(in.words, unplaced_assets(in, stage.visible.drawn_assets)) ==
          "Outside map: Guam: HMCS X (with CH-148).");
    REQUIRE(not_shown(stage) == "Outside map: Guam 1.");
}

TEST_CASE("the credit names only map data that is drawn", "[furniture]") {
    Stage stage;
    const std::string sources = "Sources: Official releases and press reports. ";
    const std::string end = " Names and boundaries do not imply endorsement.";
    REQUIRE(credit_text(stage.inputs(), stage.visible) == sources + "Map data: Natural Earth." + end);
    geo::PolicyFeature line{};
    line.id = "mdl";
    line.credit = "credit.osm";
    stage.policy.features = {line};
    stage.visible.policy_lines = {"mdl"};
    stage.visible.fine_coast = stage.visible.places = true;
    REQUIRE(credit_text(stage.inputs(), stage.visible) ==
            sources + "Map data: Natural Earth, GSHHG, © OpenStreetMap contributors, GeoNames." + end);
    stage.figure.credit = "The Paper";
    stage.figure.without = {"land", "coast", "borders"};
    stage.visible = {};
    REQUIRE(credit_text(stage.inputs(), stage.visible) == "Sources: The Paper." + end);
}

TEST_CASE("there are notes on what is drawn in the frame, worded for the scale of the page", "[furniture]") {
    Stage stage;
    geo::PolicyFeature dmz{};
    dmz.id = "dmz";
    dmz.note = "Zone nominally 2 km on each side; width not to scale.";
    dmz.note_large_scale = "Nominal 2 km on each side; fences on the ground differ.";
    dmz.zone_kind = "dmz";
    dmz.note_covers = "not_to_scale";
    geo::PolicyFeature crimea{};
    crimea.id = "crimea";
    crimea.note = "annexed by Russia in 2014";
    stage.policy.features = {crimea, dmz};
    stage.scenario.zones = {assets::Zone{.id = "dmz",
                                         .name = "Demilitarised zone",
                                         .kind = assets::ZoneKind::Dmz,
                                         .status = assets::ZoneStatus::Agreed,
                                         .drawn = assets::Drawn::Approximate,
                                         .valid_from = {},
                                         .valid_to = {},
                                         .shape = assets::CorridorShape{{}, 2},
                                         .sources = {},
                                         .note = {},
                                         .line = 1}};
    stage.visible.policy = {"dmz"};
    REQUIRE(note_texts(stage.inputs(), stage.visible, 40e6).empty()); // in the frame, but not drawn
    stage.visible.zones = {0};
    stage.visible.not_to_scale = true;
    const auto small = note_texts(stage.inputs(), stage.visible, 40e6);
    REQUIRE(small.size() == 1);
    REQUIRE(small[0].text == dmz.note);
    REQUIRE(note_texts(stage.inputs(), stage.visible, 1e6).at(0).text == dmz.note_large_scale);
    stage.visible.policy.clear();
    REQUIRE(note_texts(stage.inputs(), stage.visible, 40e6).at(0).id == "not_to_scale");
}

TEST_CASE("a stale ship is described with date and age, as a held one is", "[furniture]") {
    Stage stage;
    stage.scenario.data_to_day.reset();
    auto& ship = stage.asset("HMCS X", AssetType::Frigate, "Yokosuka", day(2024, 9, 1), day(2024, 9, 2) + last_second);
    ship.how = How::Stale;
    ship.age_h = 47 * 24 + 12;
    CHECK(as_of(stage).ends_with("HMCS X: last reported 2 September, 48 days earlier."));
    stage.fixes.back()->to = day(2024, 10, 19) + last_second;
    ship.age_h = 12;
    CHECK(as_of(stage).ends_with("HMCS X: last reported 19 October, 1 day earlier."));
    ship.age_h = 0.9; // an age below one hour is not mentioned
    CHECK(as_of(stage) == "Positions on 20 October 2024, from public reports.");
}

TEST_CASE("four held ships are named, five share one sentence", "[furniture]") {
    Stage stage;
    stage.scenario.data_to_day.reset();
    const auto hold = [&](const char* name) {
        auto& ship =
            stage.asset(name, AssetType::Frigate, "Yokosuka", day(2024, 10, 10), day(2024, 10, 12) + last_second);
        ship.how = How::Held;
        ship.age_h = 180;
    };
    for (const char* name : {"A", "B", "C", "D"})
        hold(name);
    CHECK(as_of(stage).find("D: last reported 12 October, 8 days earlier.") != std::string::npos);
    hold("E");
    CHECK(as_of(stage).find("last reported") == std::string::npos);
}

TEST_CASE("for a ship that is not shown, a fix on one of several days gives the first and the last day",
          "[furniture]") {
    Stage stage;
    auto& ship = stage.asset("HMCS X", AssetType::Frigate, "Guam", day(2024, 10, 1), day(2024, 10, 5) + last_second);
    stage.fixes.back()->edit().during = assets::During::Sometime;
    stage.next_fix(ship, "Halifax", day(2024, 11, 1));
    stage.fixes.back()->to = day(2024, 11, 5) + last_second;
    ship.how = How::Lost;
    ship.where.reset();
    stage.hide(ship);
    CHECK(not_shown(stage) ==
          "Position not known: HMCS X (last reported in Guam, 1–5 Oct.; next reported in Halifax, 1–5 Nov.).");
    // During the whole interval: the last day of the last fix and the first day of the next one are given.
    for (auto& fix : stage.fixes)
        fix->edit().during = assets::During::Throughout;
    CHECK(not_shown(stage) ==
          "Position not known: HMCS X (last reported in Guam, 5 Oct.; next reported in Halifax, 1 Nov.).");
    // A fix at some time of one day gives that day.
    stage.fixes.front()->edit().during = assets::During::Sometime;
    stage.fixes.front()->from = day(2024, 10, 5);
    CHECK_THAT(not_shown(stage), Catch::StartsWith("Position not known: HMCS X (last reported in Guam, 5 Oct.;"));
}

TEST_CASE("a map of bases and other sites shows no positions of a day", "[furniture]") {
    Stage stage;
    stage.scenario.data_to_day.reset();
    stage.asset("Kadena", AssetType::AirBase, "Okinawa", day(2024, 1, 1), day(2024, 12, 31));
    stage.asset("Sohae", AssetType::MissileSite, "Sohae", day(2024, 1, 1), day(2024, 12, 31));
    CHECK(as_of(stage) == "Selected sites, as of 20 October 2024.");
    stage.asset("HMCS X", AssetType::Frigate, "Yokosuka", day(2024, 10, 16), day(2024, 10, 22));
    CHECK(as_of(stage) == "Positions on 20 October 2024, from public reports.");
}

TEST_CASE("the note on illustrative zones names their official sources only", "[furniture]") {
    Stage stage;
    const auto add_source = [&](const char* publisher, const char* kind) {
        assets::Source source{};
        source.publisher = publisher;
        source.kind = kind;
        stage.scenario.sources.push_back(source);
    };
    add_source("The Paper", "press");
    add_source("Ministry of Defence", "official, undated copy");
    stage.scenario.zones = {assets::Zone{.id = "watch",
                                         .name = "Watch area",
                                         .kind = assets::ZoneKind::Patrol,
                                         .status = assets::ZoneStatus::Illustrative,
                                         .drawn = assets::Drawn::Schematic,
                                         .valid_from = {},
                                         .valid_to = {},
                                         .shape = assets::CorridorShape{{}, 2},
                                         .sources = {0},
                                         .note = {},
                                         .line = 1}};
    stage.visible.zones = {0};
    CHECK(note_texts(stage.inputs(), stage.visible, 5e6).empty()); // nobody official has described the zone
    stage.scenario.zones[0].sources = {0, 1};
    const auto notes = note_texts(stage.inputs(), stage.visible, 5e6);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].text == "Illustrative areas: approximate, from statements by Ministry of Defence.");
}
