// The as-of line on doubts, days and blurring, at the limits of counts and of calendar days.
#include "render/map/words/wording.hpp"
#include "tests/render/map/furniture_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace furniture_test;
using assets::AssetType;
using assets::Flag;
using assets::How;

const auto last_second = std::chrono::hours{24} - std::chrono::seconds{1};
const std::string day_shown = "Positions on 20 October 2024, from public reports.";

struct PlainStage : Stage {
    PlainStage() { scenario.data_to_day.reset(); }
    assets::State& ship(const std::string& name, AssetType type = AssetType::Frigate) {
        return asset(name, type, "Guam", day(2024, 10, 14), day(2024, 10, 22));
    }
    [[nodiscard]] std::string doubts() const {
        const std::string text = as_of_text(inputs(), visible);
        return text.starts_with(day_shown + " ") ? text.substr(day_shown.size() + 1) : text;
    }
};

} // namespace

TEST_CASE("each doubt about a ship has its own sentence", "[furniture]") {
    const auto with_flag = [](Flag flag) {
        PlainStage stage;
        stage.ship("HMCS X").flags.set(flag);
        if (flag == Flag::Planned) stage.fixes.back()->edit().kind = assets::FixKind::Planned;
        return stage.doubts();
    };
    CHECK(with_flag(Flag::Estimated) == "HMCS X: position estimated from other reports.");
    CHECK(with_flag(Flag::Planned) == "HMCS X: planned, 14–22 Oct.");
    CHECK(with_flag(Flag::MayHaveLeft) == "HMCS X: may have left.");
    CHECK(with_flag(Flag::MayNotHaveArrived) == "HMCS X: may not have arrived.");
    CHECK(with_flag(Flag::Sometime) == "HMCS X: on a day between 14 October and 22 October.");
}

TEST_CASE("an empty frame says that no ship is in it if a ship has a position elsewhere", "[furniture]") {
    PlainStage stage;
    stage.hide(stage.asset("Aurora", AssetType::MaritimePatrolAircraft, "Guam", day(2024, 10, 14), day(2024, 10, 22)));
    CHECK(as_of_text(stage.inputs(), stage.visible) == "Nothing reported in this frame on 20 October 2024.");
    stage.hide(stage.ship("HMCS X"));
    CHECK(as_of_text(stage.inputs(), stage.visible) == "No ship in this frame on 20 October 2024.");
}

TEST_CASE("up to four ships with the same doubt are named, more are not", "[furniture]") {
    PlainStage stage;
    for (const char* name : {"A", "B", "C", "D"})
        stage.ship(name).flags.set(Flag::Estimated);
    CHECK(stage.doubts() == "A, B, C, D: position estimated from other reports.");
    stage.ship("E").flags.set(Flag::Estimated);
    CHECK(stage.doubts() == "Some positions: position estimated from other reports.");

    PlainStage some_day;
    for (const char* name : {"A", "B", "C", "D"})
        some_day.ship(name).flags.set(Flag::Sometime);
    CHECK(some_day.doubts().ends_with("D: on a day between 14 October and 22 October."));
    some_day.ship("E").flags.set(Flag::Sometime);
    CHECK(some_day.doubts() == "Outline: on a day that is not known exactly.");
}

TEST_CASE("up to three legs are listed with their dates, more are not", "[furniture]") {
    PlainStage stage;
    std::vector<std::unique_ptr<assets::Leg>> legs;
    const auto between = [&](const char* name) {
        auto& ship = stage.ship(name);
        stage.next_fix(ship, "Guam", day(2024, 11, 22));
        legs.push_back(std::make_unique<assets::Leg>(
            assets::Leg{ship.asset, ship.last, ship.next, geo::lonlat(120, 20), geo::lonlat(130, 20), {}, {}, 10, {}}));
        ship.how = How::Interpolated;
        ship.fix = nullptr;
        ship.leg = legs.back().get();
    };
    between("A");
    between("B");
    CHECK(stage.doubts() == "Outline: estimated from earlier and later reports (A: 22 October and 22 November; B: 22 "
                            "October and 22 November).");
    between("C");
    CHECK(stage.doubts().find("C: 22 October") != std::string::npos);
    between("D");
    CHECK(stage.doubts() == "Outline: estimated from earlier and later reports.");
}

TEST_CASE("a blurred map states how much it is blurred", "[furniture]") {
    PlainStage stage;
    stage.ship("HMCS X");
    stage.figure.round_deg = 0.5;
    CHECK(stage.doubts() == "Deliberately rounded to 0.5 degrees.");
    stage.figure.delay_h = 48;
    CHECK(stage.doubts() == "Deliberately rounded to 0.5 degrees and delayed 48 hours.");
    stage.figure.round_deg = 1;
    stage.figure.delay_h = 1;
    CHECK(stage.doubts() == "Deliberately rounded to 1 degree and delayed 1 hour.");
    stage.figure.delay_h = 48;
    stage.figure.round_deg.reset();
    CHECK(stage.doubts() == "Deliberately delayed 48 hours.");
}

TEST_CASE("a map says that its log has no times, and how long its feeds have been silent", "[furniture]") {
    PlainStage stage;
    stage.ship("HMCS X");
    CHECK(stage.doubts() == day_shown);
    stage.scenario.dated_by_file = {12, day(2025, 3, 1)};
    CHECK(stage.doubts() == "Note: no time in the log: 12 positions are dated by the file (2025-03-01).");
    stage.scenario.dated_by_file.positions = 1;
    CHECK(stage.doubts() == "Note: no time in the log: 1 position is dated by the file (2025-03-01).");
    stage.scenario.dated_by_file = {};
    stage.snapshot.feeds_silent = std::chrono::seconds{48};
    CHECK(stage.doubts() == "Live feed silent for 48 s.");
}

TEST_CASE("ages are given in hours on the same day and in days from the next day on", "[furniture]") {
    const auto age = [](assets::Instant to, double hours) {
        PlainStage stage;
        auto& ship = stage.ship("X");
        ship.how = How::Held;
        ship.age_h = hours;
        stage.fixes.back()->to = to;
        return stage.doubts();
    };
    CHECK(age(day(2024, 10, 20, 11), 1) == "X: last reported 20 October, 1 h earlier.");
    CHECK(age(day(2024, 10, 20, 0), 12) == "X: last reported 20 October, 12 h earlier.");
    CHECK(age(day(2024, 10, 19) + last_second, 12) == "X: last reported 19 October, 1 day earlier.");
    CHECK(age(day(2024, 10, 18) + last_second, 36) == "X: last reported 18 October, 2 days earlier.");
    CHECK(age(day(2024, 10, 20, 11), 0.99) == day_shown);
}

TEST_CASE("dates outside the year of the map include their year", "[furniture]") {
    PlainStage stage;
    const auto in = stage.inputs();
    CHECK(short_date(in, day(2024, 1, 1), 0) == "1 Jan.");
    CHECK(short_date(in, day(2023, 12, 31), 0) == "31 Dec. 2023");
    CHECK(short_date(in, day(2023, 12, 31, 16), 9) == "1 Jan."); // already 1 January in Seoul
    CHECK(long_date(in, day(2024, 1, 1), 0) == "1 January");
    CHECK(long_date(in, day(2023, 12, 31), 0) == "31 December 2023");
    CHECK(date_span(in, day(2024, 10, 1), day(2024, 10, 5), 0) == "1–5 Oct.");
    CHECK(date_span(in, day(2024, 10, 5), day(2024, 10, 5) + last_second, 0) == "5 Oct.");
    CHECK(date_span(in, day(2024, 9, 30), day(2024, 10, 5), 0) == "30 Sept. – 5 Oct.");
    CHECK(date_span(in, day(2023, 10, 1), day(2023, 10, 5), 0).find("1 Oct. 2023") == 0);
    CHECK(date_span(in, day(2023, 10, 1), day(2024, 10, 5), 0).find("1 Oct. 2023") == 0);
}

TEST_CASE("a short name that two assets share is not used", "[furniture]") {
    PlainStage stage;
    stage.ship("HMCS Ottawa");
    stage.ship("USS Ottawa");
    auto& all = stage.scenario.assets;
    all[0].short_name = "Ottawa";
    CHECK(render::plain_name(stage.scenario, all[0]) == "Ottawa");
    all[1].short_name = "Ottawa";
    CHECK(render::plain_name(stage.scenario, all[0]) == "HMCS Ottawa");
    all[1].short_name.clear();
    CHECK(render::plain_name(stage.scenario, all[1]) == "USS Ottawa");
}

TEST_CASE("an asset is named with the prefix and hull number that the label style asks for and the scenario gives",
          "[furniture]") {
    PlainStage stage;
    stage.ship("USS Milius");
    assets::Asset& ship = stage.scenario.assets[0];
    const auto named = [&](render::LabelStyle style) {
        stage.figure.label_style = style;
        return asset_name(stage.inputs(), ship);
    };
    using render::LabelStyle;
    for (const LabelStyle style : {LabelStyle::Name, LabelStyle::Prefix, LabelStyle::Hull})
        CHECK(named(style) == "USS Milius"); // no prefix and no hull number is guessed
    ship.short_name = "Milius";
    CHECK(named(LabelStyle::Prefix) == "Milius");
    ship.prefix = "USS";
    ship.hull = "DDG-69";
    CHECK(named(LabelStyle::Name) == "Milius");
    CHECK(named(LabelStyle::Prefix) == "USS Milius");
    CHECK(named(LabelStyle::Hull) == "USS Milius (DDG-69)");
    ship.short_name.clear(); // the name has the prefix, which is not printed twice
    CHECK(named(LabelStyle::Name) == "USS Milius");
    CHECK(named(LabelStyle::Prefix) == "USS Milius");
    CHECK(named(LabelStyle::Hull) == "USS Milius (DDG-69)");
    ship.names.ko = "밀리어스"; // no prefix stands before it
    stage.words.set_names({*geo::name_languages("en+ko"), {}});
    CHECK(named(LabelStyle::Hull) == "USS Milius (DDG-69) 밀리어스");
    stage.words.set_names({*geo::name_languages("ko"), {}});
    CHECK(named(LabelStyle::Prefix) == "밀리어스");
    CHECK(named(LabelStyle::Hull) == "밀리어스 (DDG-69)");
    stage.words.set_names({});
    ship.name = "USSR Milius"; // begins with the same letters only
    CHECK(named(LabelStyle::Prefix) == "USS USSR Milius");
    ship.hull.clear();
    ship.short_name = "Milius";
    CHECK(named(LabelStyle::Hull) == "USS Milius");
}

TEST_CASE("a note is printed once, in its longer wording when the scale is not known", "[furniture]") {
    PlainStage stage;
    geo::PolicyFeature islands{};
    islands.id = "islands";
    islands.note = "Claimed by three.";
    islands.note_large_scale = "Claimed by three, held by one of them.";
    islands.max_scale = 10e6;
    stage.policy.features = {islands};
    stage.visible.policy = {"islands"};
    const auto note_at = [&](double scale) {
        const auto notes = note_texts(stage.inputs(), stage.visible, scale);
        return notes.empty() ? std::string{} : notes.at(0).text;
    };
    CHECK(note_at(0) == islands.note_large_scale);
    CHECK(note_at(2e6) == islands.note_large_scale);
    CHECK(note_at(2.1e6) == islands.note);
    CHECK(note_at(10e6) == islands.note);
    CHECK(note_at(10.1e6).empty()); // at this scale its name is not on the map
    stage.policy.features[0].line = "none";
    CHECK(note_at(2e6).empty());
    stage.policy.features[0].line = "dashed";
    CHECK(note_at(10.1e6).empty()); // no such border is in the frame
    stage.visible.disputed_borders = {"islands", "twin"};
    CHECK(note_at(10.1e6) == islands.note);
    auto twin = stage.policy.features[0];
    twin.id = "twin";
    stage.policy.features.push_back(twin);
    stage.visible.policy = {"islands", "twin"};
    CHECK(note_texts(stage.inputs(), stage.visible, 5e6).size() == 1);
}
