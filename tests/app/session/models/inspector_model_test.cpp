// The inspector's texts for fixes, also at the limits where a unit or a wording changes.
#include "app/session/models/inspector_model.hpp"
#include "tests/app/english.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using timeline_test::at;
using timeline_test::FixRow;
using timeline_test::instant;
using timeline_test::ScenarioBuilder;

namespace {

app::Inspection inspected(const Scenario& s, const std::string& when, const std::string& id = "ship") {
    return app::inspect(english(), s, snapshot_at(s, instant(when)), {"asset", id}).value();
}

std::string fact(const app::Inspection& found, const std::string& name) {
    for (const auto& [known, value] : found.facts)
        if (known == name) return value;
    return {};
}

app::FixWords words_of(const FixRow& report) {
    const Scenario s = ScenarioBuilder{}.asset("ship").fix(report).build();
    return inspected(s, report.from).fixes.at(0);
}

} // namespace

TEST_CASE("the days of a fix are written as precisely as they were given", "[session]") {
    const FixRow day{.from = "2024-05-01", .position = at(1, 2)};
    CHECK(words_of(day).when == "1 May 2024");
    auto span = day;
    span.to = "2024-05-03";
    CHECK(words_of(span).when == "1 May 2024 to 3 May 2024");
    span.during = During::Sometime;
    CHECK(words_of(span).when == "1 May 2024 to 3 May 2024, at some time");
    auto one_day = day;
    one_day.during = During::Sometime; // "at some time" adds nothing to a single day
    CHECK(words_of(one_day).when == "1 May 2024");
    auto doubtful = day;
    doubtful.time_error_h = 48;
    CHECK(words_of(doubtful).when == "1 May 2024, give or take 2 days");
    doubtful.time_error_h = 47;
    CHECK(words_of(doubtful).when == "1 May 2024, give or take 47 hours");
    doubtful.time_error_h = 1;
    CHECK(words_of(doubtful).when == "1 May 2024, give or take 1 hour");
    doubtful.time_error_h = 0.5;
    CHECK(words_of(doubtful).when == "1 May 2024, give or take less than an hour");
}

TEST_CASE("the place of a fix is its area, its place name, its carrier or its coordinates", "[session]") {
    const FixRow plain{.from = "2024-05-01", .position = at(126.6044, -37.4556), .radius_km = 4.2};
    CHECK(words_of(plain).where == "37.456 S, 126.604 E");
    CHECK(words_of(plain).how == "reported, within 5 km");
    auto named = plain;
    named.place = "Incheon";
    named.activity = Activity::InPort;
    CHECK(words_of(named).where == "Incheon");
    CHECK(words_of(named).how == "reported, within 5 km; in port");
    auto wide = plain;
    wide.area = AreaRef{AreaRef::Of::Zone, "box"};
    CHECK(words_of(wide).where == "in box"); // a missing zone is named by its id
    wide.place = "off Incheon";
    CHECK(words_of(wide).where == "off Incheon, in box");
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .asset("guest", AssetType::Person)
                           .fix({.from = "2024-05-01", .position = at(1, 2)})
                           .fix({.asset = "guest", .from = "2024-05-01", .at_asset = "ship"})
                           .build();
    CHECK(inspected(s, "2024-05-01", "guest").fixes.at(0).where == "aboard ship");
    CHECK(inspected(s, "2024-05-01", "guest").fixes.at(0).how == "reported");
}

TEST_CASE("the neighbours are the nearest fixes before and after the instant", "[session]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01T00:00Z", .position = at(0, 0), .place = "A"})
                           .fix({.from = "2024-05-02T00:00Z", .position = at(1, 0), .place = "B"})
                           .fix({.from = "2024-05-03T00:00Z", .position = at(2, 0), .place = "C"})
                           .fix({.from = "2024-05-08T00:00Z", .position = at(2, 1), .place = "D"})
                           .build();
    const auto between = inspected(s, "2024-05-02T12:00Z");
    REQUIRE((between.before && between.after));
    CHECK(between.before->where == "B");
    CHECK(between.before->hours == 12);
    CHECK(between.before->words == "12 hours earlier, 56 km (30 nmi) away, bearing 270: B");
    CHECK(between.after->where == "C");
    CHECK(between.after->words == "12 hours later, 56 km (30 nmi) away, bearing 090: C");
    const auto on_it = inspected(s, "2024-05-02T00:00Z"); // the fix in force is no neighbour
    CHECK(on_it.before->where == "A");
    CHECK(on_it.after->where == "C");
    CHECK(on_it.before->words.starts_with("24 hours earlier, 111 km (60 nmi) away"));
    const auto held = inspected(s, "2024-05-08T00:30Z");
    CHECK(held.before->words == "30 minutes earlier, at the same place: D");
    CHECK_FALSE(held.after);
    CHECK(inspected(s, "2024-05-08T00:01Z").before->words == "60 seconds earlier, at the same place: D");
    CHECK(inspected(s, "2024-05-08T00:02Z").before->words == "2 minutes earlier, at the same place: D");
    CHECK(inspected(s, "2024-05-10T00:00Z").before->words == "2 days earlier, at the same place: D");
}

TEST_CASE("the facts of a ship have units", "[session]") {
    Scenario s = ScenarioBuilder{}
                     .asset("ship")
                     .away({.from = "2024-04-01", .to = "2024-06-30"})
                     .fix({.from = "2024-05-01",
                           .position = at(1, 2),
                           .radius_km = 7.1,
                           .activity = Activity::InPort,
                           .course_deg = 359.6,
                           .speed_kn = 12.34,
                           .place = "Incheon",
                           .confidence = Confidence::High})
                     .build();
    s.assets[0].hull = "FFH 1";
    s.assets[0].mmsi = "316000001";
    const auto found = inspected(s, "2024-05-01T12:00Z");
    CHECK(found.subtitle == "Frigate FFH 1");
    CHECK(fact(found, "Position") == "2.000 N, 1.000 E");
    CHECK(fact(found, "Within") == "8 km");
    CHECK(fact(found, "Movement") == "course 000, 12.3 kn");
    CHECK(fact(found, "Activity") == "in port");
    CHECK(fact(found, "MMSI") == "316000001");
    CHECK(fact(found, "Deployment") == "1 April 2024 to 30 June 2024");
    CHECK(fact(found, "Age").empty());
    CHECK(fact(found, "Remarks").empty());
    CHECK(fact(inspected(s, "2024-05-03T00:00Z"), "Age") == "24 hours");
    CHECK(found.width_km > 0);
    s.deployments[0].utc_offset_h = -8; // its days are those of its own local time
    s.deployments[0].from = instant("2024-04-01T00:00-08:00");
    s.deployments[0].to = instant("2024-06-30T23:59:59-08:00");
    CHECK(fact(inspected(s, "2024-05-01T12:00Z"), "Deployment") == "1 April 2024 to 30 June 2024");
    s.deployments[0].to.reset();
    CHECK(fact(inspected(s, "2024-05-01T12:00Z"), "Deployment") == "from 1 April 2024");
    CHECK_FALSE(app::inspect(english(), s, snapshot_at(s, instant("2024-05-01")), {"asset", "nobody"}));
    CHECK_FALSE(app::inspect(english(), s, snapshot_at(s, instant("2024-05-01")), {"", "ship"}));
}

TEST_CASE("the age of a position is in minutes only when its fix has a time of day", "[session]") {
    const auto age = [](const std::string& from, const std::string& now) {
        return fact(inspected(ScenarioBuilder{}.asset("ship").fix({.from = from, .position = at(1, 2)}).build(), now),
                    "Age");
    };
    CHECK(age("2024-05-01T06:00Z", "2024-05-01T06:30Z") == "30 minutes");
    CHECK(age("2024-05-01T06:00Z", "2024-05-01T06:00:07Z") == "7 seconds");
    CHECK(age("2024-05-01", "2024-05-02T00:30Z") == "less than an hour");
}
