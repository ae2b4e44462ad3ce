#include "render/map/layer_list.hpp"
#include "render/map/words/plans.hpp"
#include "render/map/words/wording.hpp"
#include "tests/render/map/furniture_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace furniture_test;
using assets::AssetType;
using assets::Flag;

} // namespace

TEST_CASE("a plan has its date and a proposal its source, in the label, the list, the legend and the caption",
          "[furniture][plans]") {
    Stage stage;
    stage.scenario.data_to_day.reset();
    const auto plan = [&](const char* name, assets::Instant from, assets::Instant to,
                          assets::Precision precision) -> assets::State& {
        auto& state = stage.asset(name, AssetType::Frigate, "Guam", from, to);
        state.flags.set(Flag::Planned);
        auto& details = stage.fixes.back()->edit();
        details.kind = assets::FixKind::Planned;
        details.precision = precision;
        return state;
    };
    using assets::Precision;
    const auto words = [&](const assets::State& state) {
        return render::plan_words(stage.inputs(), state);
    };
    CHECK(words(plan("A", day(2030, 1, 1, 0), day(2039, 12, 31), Precision::Year)) == "planned, 2030s");
    CHECK(words(plan("B", day(2030, 1, 1, 0), day(2034, 12, 31), Precision::Year)) == "planned, 2030 – 2034");
    CHECK(words(plan("C", day(2027, 1, 1, 0), day(2027, 12, 31), Precision::Year)) == "planned, 2027");
    CHECK(words(plan("D", day(2027, 7, 1, 0), day(2027, 7, 31), Precision::Month)) == "planned, July 2027");
    CHECK(words(plan("E", day(2024, 10, 18, 0), day(2024, 10, 22), Precision::Day)) == "planned, 18–22 Oct.");
    auto& open = plan("F", day(2027, 1, 1, 0), day(2099, 12, 31), Precision::Year);
    stage.fixes.back()->edit().open_end = true;
    CHECK(words(open) == "planned from 2027");

    stage.scenario.sources.push_back({.id = "op-ed",
                                      .title = "A piece",
                                      .publisher = "Breaking Defense",
                                      .published = "2024-10-25",
                                      .date = {},
                                      .kind = "opinion",
                                      .url = {},
                                      .line = 2});
    auto& proposed = plan("G", day(2024, 10, 20, 0), day(2099, 12, 31), Precision::Day);
    stage.fixes.back()->edit().sources = {0};
    CHECK(words(proposed) == "proposed by an op-ed in Breaking Defense, not decided");
    CHECK(render::short_plan_words(stage.inputs(), proposed) == "proposed");
    CHECK(render::plan_words(stage.inputs(),
                             stage.asset("H", AssetType::Frigate, "Guam", day(2024, 10, 20), day(2024, 10, 21)))
              .empty());
    const std::string text = as_of_text(stage.inputs(), stage.visible);
    CHECK_THAT(text, Catch::Contains("A: planned, 2030s."));
    CHECK_THAT(text, Catch::Contains("G: proposed by an op-ed in Breaking Defense, not decided."));
}

TEST_CASE("the legend says what is planned and what is proposed, and by whom", "[furniture][plans]") {
    Stage stage;
    const auto add = [&](const char* name, int year, std::vector<assets::SourceIndex> sources) {
        auto& state = stage.asset(name, AssetType::Frigate, "Guam", day(year, 1, 1, 0), day(year, 12, 31));
        state.flags.set(assets::Flag::Planned);
        auto& details = stage.fixes.back()->edit();
        details.kind = assets::FixKind::Planned;
        details.precision = assets::Precision::Year;
        details.sources = std::move(sources);
    };
    stage.scenario.sources.push_back({.id = "op-ed",
                                      .title = "A piece",
                                      .publisher = "Breaking Defense",
                                      .published = {},
                                      .date = {},
                                      .kind = "opinion",
                                      .url = {},
                                      .line = 2});
    const auto text_of = [&](const std::string& id) {
        for (const auto& row : render::legend_rows(stage.inputs(), stage.visible, 1000))
            if (row.id == id) return row.text;
        return std::string{};
    };
    add("A", 2030, {});
    CHECK(text_of("how:planned") == "Planned, 2030");
    add("B", 2031, {});
    CHECK(text_of("how:planned") == "Planned");
    add("C", 2031, {0});
    CHECK(text_of("how:proposed") == "Proposed by an op-ed in Breaking Defense, not decided");
}

TEST_CASE("a report within a day of the map's instant has its local clock time", "[furniture]") {
    Stage stage; // of 20 October, 12:00 UTC
    const auto last_at = [&](assets::Instant t, assets::Precision precision, double offset_h = 9) {
        auto& ship = stage.asset("X", AssetType::Frigate, "Busan", t, t);
        auto& details = stage.fixes.back()->edit();
        details.precision = precision;
        details.utc_offset_h = offset_h;
        return render::short_time(stage.inputs(), *ship.fix, t);
    };
    using assets::Precision;
    CHECK(last_at(day(2024, 10, 20, 5), Precision::Time) == "2 p.m.");
    CHECK(last_at(day(2024, 10, 19, 14), Precision::Time) == "19 Oct., 11 p.m.");
    CHECK(last_at(day(2024, 10, 19, 11), Precision::Time) == "19 Oct."); // over a day ago
    CHECK(last_at(day(2024, 10, 20, 5), Precision::Day) == "20 Oct.");
    // The end of a stay that was written as a day has no clock.
    auto& stay =
        stage.asset("Y", AssetType::Frigate, "Busan", day(2024, 10, 19, 5), day(2024, 10, 20, 0) - assets::tick);
    stage.fixes.back()->edit().precision = Precision::Time;
    CHECK(render::short_time(stage.inputs(), *stay.fix, stay.fix->to) == "19 Oct.");
}
