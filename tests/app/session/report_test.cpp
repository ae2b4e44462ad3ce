#include "scratch.hpp"
#include "tests/support/catch.hpp"

using namespace session_test;
using Catch::Contains;

namespace {

app::AddFix at_sasebo(const std::string& asset) {
    app::AddFix report;
    report.asset = asset;
    report.from = "2024-06-20";
    report.place = "Sasebo";
    report.radius_km = "5";
    report.kind = "reported";
    return report;
}

} // namespace

TEST_CASE("a report is one row more, read at once, and can be taken back", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    const auto before = folder.read("positions.csv");
    const auto files = folder.files();
    auto report = at_sasebo("alpha");
    report.activity = "in_port";
    report.sources = "s1";
    CHECK(s.document().can_add_fix());
    done(apply_and_wait(s, report));
    CHECK(folder.read("positions.csv") == before + "alpha,2024-06-20,,,,Sasebo,,5,in_port,s1\n");
    CHECK(folder.files() == files);
    s.apply(app::GoToTime{utc("2024-06-20T12:00Z")});
    CHECK(s.snapshot().states[0].how == assets::How::Reported);
    CHECK(s.snapshot().states[0].place() == "Sasebo");

    CHECK(s.document().can_undo_fix());
    done(apply_and_wait(s, app::UndoFix{}));
    CHECK(folder.read("positions.csv") == before);
    CHECK_FALSE(s.document().can_undo_fix());
    CHECK(s.snapshot().states[0].place() != "Sasebo");
}

TEST_CASE("several reports are taken back in turn", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    const auto before = folder.read("positions.csv");
    apply_and_wait(s, at_sasebo("alpha"));
    const auto between = folder.read("positions.csv");
    apply_and_wait(s, at_sasebo("bravo"));
    apply_and_wait(s, app::UndoFix{});
    CHECK(folder.read("positions.csv") == between);
    apply_and_wait(s, app::UndoFix{});
    CHECK(folder.read("positions.csv") == before);
}

TEST_CASE("a file that was changed since is not put back", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    apply_and_wait(s, at_sasebo("alpha"));
    const auto edited = folder.read("positions.csv") + "bravo,2024-06-25,,,,Sasebo,,5,,\n";
    folder.write("positions.csv", edited);
    CHECK_THAT(apply_and_wait(s, app::UndoFix{}).sentence, Contains("has been changed since"));
    CHECK(folder.read("positions.csv") == edited);
}

TEST_CASE("a report that the reader would refuse is never written", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    const auto before = folder.read("positions.csv");
    const auto refused = [&](const app::AddFix& report, const char* why) {
        CHECK_THAT(apply_and_wait(s, report).sentence, Contains(why));
        CHECK(folder.read("positions.csv") == before);
        CHECK_FALSE(s.document().broken());
        CHECK_FALSE(s.document().can_undo_fix());
    };
    auto report = at_sasebo("alpha");
    report.place = "Sassebo";
    refused(report, "Sasebo");
    report = at_sasebo("alpha");
    report.from = "2024-06-31";
    refused(report, "positions.csv:11: from: ");
    report = at_sasebo("alpha");
    report.from.clear();
    refused(report, "from");
    report = at_sasebo("alpha");
    report.sources = "nobody";
    refused(report, "nobody");
    report = at_sasebo("alpha");
    report.place.clear();
    refused(report, "positions.csv:11");
    refused(at_sasebo("nobody"), "there is no asset 'nobody'");
    report = at_sasebo("alpha");
    report.note = "seen from the pier";
    refused(report, "no column 'note'"); // this file has none
}

TEST_CASE("separator, columns, decimal commas, line ends and encoding stay as they are", "[session]") {
    const Scratch folder{"valid-semicolons"};
    auto s = session();
    open(s, folder.path());
    const auto before = folder.read("positions.csv");
    app::AddFix report;
    report.asset = "montreal";
    report.from = "2024-06-20";
    report.lon = "139.67";
    report.lat = "35.29";
    report.radius_km = "2.5";
    report.note = "said \"alongside\"; the\nnext day too";
    done(apply_and_wait(s, report));
    const std::string end = before.find("\r\n") != std::string::npos ? "\r\n" : "\n";
    CHECK(folder.read("positions.csv") ==
          before + "montreal;2024-06-20;;139,67;35,29;2,5;;\"said \"\"alongside\"\"; the next day too\"" + end);
    CHECK(s.scenario()->fixes.back().position->lon() == Approx(139.67));
}

TEST_CASE("line ends of Windows, a missing last one and Windows-1252 are kept", "[session]") {
    const Scratch folder;
    folder.write("assets.csv", "id,name,type,country\na,A,frigate,CA\n");
    folder.write("positions.csv", "asset,from,place,lon,lat,radius_km\r\na,2024-06-01,Montr\xE9"
                                  "al,-73.55,45.5,5");
    auto s = session();
    open(s, folder.path());
    app::AddFix report;
    report.asset = "a";
    report.from = "2024-06-05";
    report.place = "Québec";
    report.lon = "-71.2";
    report.lat = "46.8";
    report.radius_km = "5";
    done(apply_and_wait(s, report));
    CHECK(folder.read("positions.csv") == "asset,from,place,lon,lat,radius_km\r\na,2024-06-01,Montr\xE9"
                                          "al,-73.55,45.5,5\r\na,2024-06-05,Qu\xE9"
                                          "bec,-71.2,46.8,5\r\n");
    report.place = "Gdańsk";
    CHECK_THAT(apply_and_wait(s, report).sentence, Contains("save it as UTF-8"));
}

TEST_CASE("columns under other names, a byte order mark and tabs are understood", "[session]") {
    const Scratch folder{"valid-tabs"};
    auto s = session();
    open(s, folder.path());
    const auto before = folder.read("positions.csv");
    app::AddFix report;
    report.asset = "ottawa";
    report.from = "2024-06-09";
    report.lon = "140";
    report.lat = "35";
    done(apply_and_wait(s, report));
    CHECK(folder.read("positions.csv") == before + "ottawa\t2024-06-09\t\t35\t140\n");
}

TEST_CASE("a lone file takes a report by what its rows name assets by", "[session]") {
    const Scratch folder{"valid-lone"};
    auto s = session();
    open(s, folder / "ais.csv");
    const auto before = folder.read("ais.csv");
    app::AddFix report;
    report.asset = s.scenario()->assets.front().id;
    report.from = "2024-06-01T01:00:00Z";
    report.lon = "139.9";
    report.lat = "35";
    done(apply_and_wait(s, report));
    CHECK(folder.read("ais.csv") == before + "316138000,2024-06-01T01:00:00Z,35,139.9,,,\n");
    apply_and_wait(s, app::UndoFix{});
    CHECK(folder.read("ais.csv") == before);
}

TEST_CASE("a built-in scenario is copied before it is changed", "[session]") {
    const Scratch folder;
    auto s = session();
    open(s, "builtin:canada-2024");
    CHECK_FALSE(s.document().can_add_fix());
    app::AddFix report;
    report.asset = "hmcs-ottawa";
    report.from = "2024-12-20";
    report.place = "Yokosuka";
    report.confidence = "high";
    report.note = "A test";
    CHECK_THAT(apply_and_wait(s, report).sentence, Contains("Save a copy"));
    // Under its path it is no less built in.
    open(s, s.data().scenarios() / "canada-2024");
    CHECK_THAT(apply_and_wait(s, report).sentence, Contains("Save a copy"));

    s.apply(app::GoToTime{utc("2024-08-24")});
    done(apply_and_wait(s, app::SaveCopy{(folder / "mine").string()}));
    CHECK(s.document().name() == (folder / "mine").string());
    CHECK(s.playhead().time().at() == utc("2024-08-24"));
    CHECK(s.document().can_add_fix());
    done(apply_and_wait(s, report));
    CHECK_THAT(folder.read("mine/positions.csv"), Contains("hmcs-ottawa,2024-12-20,,,,,Yokosuka,,"));
    CHECK_THAT(apply_and_wait(s, app::SaveCopy{(folder / "mine").string()}).sentence, Contains("not an empty folder"));
}

TEST_CASE("a scenario without a positions file gets one, and loses it again", "[session]") {
    const Scratch folder{"map-small"};
    std::filesystem::remove(folder / "positions.csv");
    auto s = session();
    open(s, folder.path());
    done(apply_and_wait(s, at_sasebo("alpha")));
    CHECK(s.scenario()->fixes.size() == 1);
    apply_and_wait(s, app::UndoFix{});
    CHECK_FALSE(std::filesystem::exists(folder / "positions.csv"));
}

TEST_CASE("opening another scenario leaves nothing to take back", "[session]") {
    const Scratch folder{"map-small"}, other{"map-small"};
    auto s = session();
    open(s, folder.path());
    apply_and_wait(s, at_sasebo("alpha"));
    REQUIRE(s.document().can_undo_fix());
    const auto written = folder.read("positions.csv");
    open(s, other.path());
    CHECK_FALSE(s.document().can_undo_fix());
    CHECK_THAT(apply_and_wait(s, app::UndoFix{}).sentence, Contains("no report to take back"));
    CHECK(folder.read("positions.csv") == written);
}

TEST_CASE("after a refused undo nothing more can be taken back", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    apply_and_wait(s, at_sasebo("alpha"));
    apply_and_wait(s, at_sasebo("bravo"));
    const auto edited = folder.read("positions.csv") + "bravo,2024-06-25,,,,Sasebo,,5,,\n";
    folder.write("positions.csv", edited);
    CHECK_THAT(apply_and_wait(s, app::UndoFix{}).sentence, Contains("has been changed since"));
    CHECK_FALSE(s.document().can_undo_fix());
    CHECK_THAT(apply_and_wait(s, app::UndoFix{}).sentence, Contains("no report to take back"));
    CHECK(folder.read("positions.csv") == edited);
}
