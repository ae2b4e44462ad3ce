#include "app/state/state_words.hpp"
#include "tests/app/english.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using timeline_test::at;
using timeline_test::FixRow;
using timeline_test::ScenarioBuilder;

namespace {

std::string described(const FixRow& report, const std::string& when) {
    const Scenario s = ScenarioBuilder{}.asset("ship").fix(report).build();
    const Snapshot snapshot = snapshot_at(s, timeline_test::instant(when));
    return app::describe_state(english(), s, snapshot.states[0]);
}

} // namespace

TEST_CASE("coordinates are written with their hemispheres", "[app][state]") {
    const auto place = [](double lon, double lat) {
        return described({.from = "2024-05-01", .position = at(lon, lat)}, "2024-05-01");
    };
    CHECK(place(126.604, 37.456) == "37.46 N, 126.60 E (reported, within 5 km)");
    CHECK(place(-70, -33.25) == "33.25 S, 70.00 W (reported, within 5 km)");
    CHECK(place(0, 0) == "0.00 N, 0.00 E (reported, within 5 km)");
}

TEST_CASE("the kind of a report comes before its radius", "[app][state]") {
    const auto with_kind = [](FixKind kind) {
        return described({.from = "2024-05-01", .position = at(1, 2), .kind = kind, .place = "Incheon"}, "2024-05-01");
    };
    CHECK(with_kind(FixKind::Reported) == "Incheon (reported, within 5 km)");
    CHECK(with_kind(FixKind::Planned) == "Incheon (planned, within 5 km)");
    CHECK(with_kind(FixKind::Estimated) == "Incheon (estimated, within 5 km)");
    CHECK(described({.from = "2024-05-01",
                     .to = "2024-05-05",
                     .position = at(1, 2),
                     .during = During::Sometime,
                     .place = "Incheon"},
                    "2024-05-03") == "Incheon (reported some time 1 May 2024 to 5 May 2024, within 5 km)");
}

TEST_CASE("an age is given in hours up to two days, then in days, and is rounded down", "[app][state]") {
    const auto at_time = [](const std::string& when) {
        return described({.from = "2024-05-01T00:00Z", .position = at(1, 2), .place = "Incheon"}, when);
    };
    CHECK(at_time("2024-05-01T01:30Z") == "Incheon (last reported 1 May 2024, 1 hour earlier)");
    CHECK(at_time("2024-05-01T02:00Z") == "Incheon (last reported 1 May 2024, 2 hours earlier)");
    CHECK(at_time("2024-05-02T23:59Z") == "Incheon (last reported 1 May 2024, 1 day earlier)");
    CHECK(at_time("2024-05-03T00:00Z") == "Incheon (last reported 1 May 2024, 2 days earlier)");
    CHECK(at_time("2024-05-03T23:00Z") == "Incheon (last reported 1 May 2024, 2 days earlier)");
}

TEST_CASE("a radius in words has two figures and is rounded up", "[app][state]") {
    const auto within = [](double radius_km) {
        const auto text =
            described({.from = "2024-05-01", .position = at(1, 2), .radius_km = radius_km, .place = "X"}, "2024-05-01");
        return text.substr(text.find("within"));
    };
    CHECK(within(1) == "within 1 km)");
    CHECK(within(9.2) == "within 10 km)");
    CHECK(within(10) == "within 10 km)");
    CHECK(within(12.3) == "within 13 km)");
    CHECK(within(101) == "within 110 km)");
    CHECK(within(110) == "within 110 km)");
}

TEST_CASE("near an uncertain beginning or end the words say so and give no age", "[app][state]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-10", .to = "2024-05-20", .from_error_h = 48, .to_error_h = 48})
                           .fix({.from = "2024-05-10", .to = "2024-05-20", .position = at(1, 2), .place = "Sasebo"})
                           .build();
    const auto words = [&](const std::string& when) {
        const Snapshot snapshot = snapshot_at(s, timeline_test::instant(when));
        return app::describe_state(english(), s, snapshot.states[0]);
    };
    CHECK(words("2024-05-09T12:00Z") == "Sasebo (may not have arrived)");
    CHECK(words("2024-05-15T12:00Z") == "Sasebo (reported, within 5 km)");
    CHECK(words("2024-05-19T12:00Z") == "Sasebo (may have left)");
    CHECK(words("2024-05-22T12:00Z") == "Sasebo (last reported 20 May 2024, 2 days earlier)");
    CHECK(words("2024-06-01T12:00Z") == "not deployed");
}
