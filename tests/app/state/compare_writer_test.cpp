// The words of what has changed between two instants.
#include "app/state/compare_writer.hpp"
#include "tests/app/english.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace assets;
using Catch::Contains;
using timeline_test::at;
using timeline_test::ScenarioBuilder;

namespace {

std::string written(const Scenario& s, const std::string& from, const std::string& to) {
    const auto before = snapshot_at(s, timeline_test::instant(from)),
               after = snapshot_at(s, timeline_test::instant(to));
    return app::write_changes(english(), s, before, after);
}

/// The distance of a change of so many km between two circles whose radii have this sum.
std::string distance(double km, double radii_km, std::vector<std::string> units = {"km"}) {
    Scenario s;
    s.view.units = std::move(units);
    return app::distance_of_change(
        english(), s, {.asset = 0, .kind = ChangeKind::Moved, .distance_m = km * 1000, .rough_m = radii_km * 1000});
}

} // namespace

TEST_CASE("the distance of a change is exact, or about two figures when the radii are over a twentieth of it",
          "[app][compare]") {
    CHECK(distance(2943, 147) == "2,943 km");
    CHECK(distance(2943, 148) == "about 2,900 km");
    CHECK(distance(96, 96) == "about 96 km");
    CHECK(distance(1'234'567, 0) == "1,234,567 km");
    CHECK(distance(123, 0) == "123 km");
    CHECK(distance(1852, 0, {"nmi"}) == "1,000 nautical miles");
    CHECK(distance(1852, 1000, {"km", "nmi"}) == "about 1,900 km (1,000 nautical miles)");
}

TEST_CASE("two instants of one day are told with their times, two days as days", "[app][compare]") {
    ScenarioBuilder builder;
    builder.asset("ship").fix({.from = "2024-05-01T00:00Z", .position = at(140, 0)});
    const Scenario s = builder.build();
    CHECK_THAT(written(s, "2024-05-01T01:00Z", "2024-05-01T02:00Z"),
               Catch::StartsWith("2024-05-01T01:00:00Z to 2024-05-01T02:00:00Z\n"));
    CHECK_THAT(written(s, "2024-05-01T01:00Z", "2024-05-02T02:00Z"), Catch::StartsWith("1 May 2024 to 2 May 2024\n"));
}

TEST_CASE("days are those of the scenario's clock", "[app][compare]") {
    ScenarioBuilder builder;
    builder.asset("ship").fix({.from = "2024-05-01T00:00Z", .position = at(140, 0)});
    Scenario s = builder.build();
    s.utc_offset_h = 9;
    CHECK_THAT(written(s, "2024-05-01T14:00Z", "2024-05-01T16:00Z"), Catch::StartsWith("1 May 2024 to 2 May 2024\n"));
}

TEST_CASE("each kind of change says what was, what is, or both", "[app][compare]") {
    ScenarioBuilder builder;
    builder.title("Fleet").asset("moves").asset("comes").asset("goes").asset("stays").asset("silent");
    builder.away({.asset = "comes", .from = "2024-05-05"});
    builder.away({.asset = "goes", .from = "2024-05-01", .to = "2024-05-05"});
    builder.fix({.asset = "moves", .from = "2024-05-01", .position = at(140, 0), .place = "A"});
    builder.fix({.asset = "moves", .from = "2024-05-10", .position = at(141, 0), .place = "B"});
    builder.fix({.asset = "comes", .from = "2024-05-10", .position = at(141, 0), .place = "C"});
    builder.fix({.asset = "goes", .from = "2024-05-01", .position = at(141, 0), .place = "D"});
    builder.fix({.asset = "stays", .from = "2024-05-01", .to = "2024-05-20", .position = at(141, 0), .place = "E"});
    builder.fix({.asset = "silent", .from = "2024-04-30", .position = at(141, 0), .place = "F"});
    const std::string text = written(builder.build(), "2024-05-01", "2024-05-10");
    CHECK_THAT(text, Catch::StartsWith("Fleet: 1 May 2024 to 10 May 2024\n\nMoved (1)\n  moves: "));
    CHECK_THAT(text, Contains("about 110 km (60 nautical miles)\n      was: A (reported, within 5 km)\n      now: B "
                              "(reported, within 5 km)\n"));
    CHECK_THAT(text, Contains("\nArrived (1)\n  comes\n      now: C (reported, within 5 km)\n\n"));
    CHECK_THAT(text, Contains("\nLeft (1)\n  goes\n      was: D (reported, within 5 km)\n\n"));
    CHECK_THAT(text, Contains("\nNo news (1)\n  silent\n      now: F (last reported 30 April 2024"));
    CHECK_THAT(text, Contains("\nWhere they were (1)\n  stays\n      was: E (reported, within 5 km)\n      now: E"));
}

TEST_CASE("two instants without a deployed asset say so", "[app][compare]") {
    const Scenario s = ScenarioBuilder{}.asset("ship").away({.from = "2024-05-01"}).build();
    CHECK_THAT(written(s, "2024-04-01", "2024-04-02"), Contains("\nNo asset is deployed on either day.\n"));
    const auto before = snapshot_at(s, timeline_test::instant("2024-04-01")),
               after = snapshot_at(s, timeline_test::instant("2024-04-02"));
    CHECK(nlohmann::json::parse(app::write_changes_json(s, before, after))["assets"].empty());
}

TEST_CASE("changes as JSON give the distance in km, and null where there is none", "[app][compare]") {
    ScenarioBuilder builder;
    builder.asset("moves").asset("stays");
    for (const char* id : {"moves", "stays"})
        builder.fix({.asset = id, .from = "2024-05-01", .position = at(140, 0)});
    builder.fix({.asset = "moves", .from = "2024-05-10", .position = at(141, 0)});
    builder.fix({.asset = "stays", .from = "2024-05-10", .position = at(140, 0)});
    const Scenario s = builder.build();
    const auto before = snapshot_at(s, timeline_test::instant("2024-05-01")),
               after = snapshot_at(s, timeline_test::instant("2024-05-10"));
    const auto json = nlohmann::json::parse(app::write_changes_json(s, before, after));
    CHECK(json["assets"][0]["change"] == "moved");
    CHECK(json["assets"][0]["distance_km"].get<double>() == Approx(111.32).margin(0.01));
    CHECK(json["assets"][1]["change"] == "same");
    CHECK(json["assets"][1]["distance_km"].is_null());
}
