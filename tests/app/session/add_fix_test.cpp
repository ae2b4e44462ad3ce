#include "scratch.hpp"
#include "tests/support/catch.hpp"

using namespace session_test;
using Catch::Contains;

namespace {

app::AddFix at_sasebo(const std::string& asset) {
    app::AddFix fix;
    fix.asset = asset;
    fix.from = "2024-06-20";
    fix.place = "Sasebo";
    fix.radius_km = "5";
    fix.kind = "reported";
    return fix;
}

} // namespace

TEST_CASE("AddFix appends one row and reads it, and UndoFix removes it", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    const auto before = folder.read("positions.csv");
    const auto files = folder.files();
    auto fix = at_sasebo("alpha");
    fix.activity = "in_port";
    fix.sources = "s1";
    CHECK(s.document().can_add_fix());
    done(apply_and_wait(s, fix));
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

TEST_CASE("dates of a new row are written as files have them, however they were typed", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    const auto row = [&](const std::string& from, const std::string& to) {
        const auto before = folder.read("positions.csv");
        auto fix = at_sasebo("alpha");
        fix.from = from;
        fix.to = to;
        done(apply_and_wait(s, fix));
        const auto added = folder.read("positions.csv").substr(before.size());
        apply_and_wait(s, app::UndoFix{});
        return added;
    };
    CHECK(row("20 May 2024", "") == "alpha,2024-05-20,,,,Sasebo,,5,,\n");
    CHECK(row("20 May 2024", "May 22, 2024") == "alpha,2024-05-20,2024-05-22,,,Sasebo,,5,,\n");
    CHECK(row("May 2024", "*") == "alpha,2024-05,*,,,Sasebo,,5,,\n");
    CHECK(row("20-May-24 2:30 PM", "") == "alpha,2024-05-20T14:30:00,,,,Sasebo,,5,,\n");
    CHECK(row("2024-05-20T23:30+09:00", "") == "alpha,2024-05-20T14:30:00Z,,,,Sasebo,,5,,\n");
    CHECK(row("201430ZMAY2024", "") == "alpha,2024-05-20T14:30:00Z,,,,Sasebo,,5,,\n");
}

TEST_CASE("several added fixes are undone one by one", "[session]") {
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

TEST_CASE("a file that was changed since is not restored", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    apply_and_wait(s, at_sasebo("alpha"));
    const auto edited = folder.read("positions.csv") + "bravo,2024-06-25,,,,Sasebo,,5,,\n";
    folder.write("positions.csv", edited);
    CHECK_THAT(apply_and_wait(s, app::UndoFix{}).sentence, Contains("has been changed since"));
    CHECK(folder.read("positions.csv") == edited);
}

TEST_CASE("a fix that the reader would refuse is never written", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    const auto before = folder.read("positions.csv");
    const auto refused = [&](const app::AddFix& fix, const char* why) {
        CHECK_THAT(apply_and_wait(s, fix).sentence, Contains(why));
        CHECK(folder.read("positions.csv") == before);
        CHECK_FALSE(s.document().broken());
        CHECK_FALSE(s.document().can_undo_fix());
    };
    auto fix = at_sasebo("alpha");
    fix.place = "Sassebo";
    refused(fix, "Sasebo");
    fix = at_sasebo("alpha");
    fix.from = "2024-06-31";
    refused(fix, "positions.csv:11: from: ");
    fix = at_sasebo("alpha");
    fix.from.clear();
    refused(fix, "from");
    fix = at_sasebo("alpha");
    fix.sources = "nobody";
    refused(fix, "nobody");
    fix = at_sasebo("alpha");
    fix.place.clear();
    refused(fix, "positions.csv:11");
    refused(at_sasebo("nobody"), "there is no asset 'nobody'");
    fix = at_sasebo("alpha");
    fix.note = "seen from the pier";
    refused(fix, "no column 'note'"); // the file has no such column
}

TEST_CASE("a new row has the separator, columns, decimal commas and line ends of the file", "[session]") {
    const Scratch folder{"valid-semicolons"};
    auto s = session();
    open(s, folder.path());
    const auto before = folder.read("positions.csv");
    app::AddFix fix;
    fix.asset = "montreal";
    fix.from = "2024-06-20";
    fix.lon = "139.67";
    fix.lat = "35.29";
    fix.radius_km = "2.5";
    fix.note = "said \"alongside\"; the\nnext day too";
    done(apply_and_wait(s, fix));
    const std::string end = before.find("\r\n") != std::string::npos ? "\r\n" : "\n";
    CHECK(folder.read("positions.csv") ==
          before + "montreal;2024-06-20;;139,67;35,29;2,5;;\"said \"\"alongside\"\"; the next day too\"" + end);
    CHECK(s.scenario()->fixes.back().position->lon() == Approx(139.67));
}

TEST_CASE("a new row has the file's CRLF and Windows-1252, also after a last line without an end", "[session]") {
    const Scratch folder;
    folder.write("assets.csv", "id,name,type,country\na,A,frigate,CA\n");
    folder.write("positions.csv", "asset,from,place,lon,lat,radius_km\r\na,2024-06-01,Montr\xE9"
                                  "al,-73.55,45.5,5");
    auto s = session();
    open(s, folder.path());
    app::AddFix fix;
    fix.asset = "a";
    fix.from = "2024-06-05";
    fix.place = "Québec";
    fix.lon = "-71.2";
    fix.lat = "46.8";
    fix.radius_km = "5";
    done(apply_and_wait(s, fix));
    CHECK(folder.read("positions.csv") == "asset,from,place,lon,lat,radius_km\r\na,2024-06-01,Montr\xE9"
                                          "al,-73.55,45.5,5\r\na,2024-06-05,Qu\xE9"
                                          "bec,-71.2,46.8,5\r\n");
    fix.place = "Gdańsk";
    CHECK_THAT(apply_and_wait(s, fix).sentence, Contains("save it as UTF-8"));
}

TEST_CASE("a fix is added to a file with other column names, a byte order mark and tabs", "[session]") {
    const Scratch folder{"valid-tabs"};
    auto s = session();
    open(s, folder.path());
    const auto before = folder.read("positions.csv");
    app::AddFix fix;
    fix.asset = "ottawa";
    fix.from = "2024-06-09";
    fix.lon = "140";
    fix.lat = "35";
    done(apply_and_wait(s, fix));
    CHECK(folder.read("positions.csv") == before + "ottawa\t2024-06-09\t\t35\t140\n");
}

TEST_CASE("a row of a lone file names the asset by the identifier that the file uses", "[session]") {
    const Scratch folder{"valid-lone"};
    auto s = session();
    open(s, folder / "ais.csv");
    const auto before = folder.read("ais.csv");
    app::AddFix fix;
    fix.asset = s.scenario()->assets.front().id;
    fix.from = "2024-06-01T01:00:00Z";
    fix.lon = "139.9";
    fix.lat = "35";
    done(apply_and_wait(s, fix));
    CHECK(folder.read("ais.csv") == before + "316138000,2024-06-01T01:00:00Z,35,139.9,,,\n");
    apply_and_wait(s, app::UndoFix{});
    CHECK(folder.read("ais.csv") == before);
}

TEST_CASE("a fix can be added to a copy of a built-in scenario, but not to the original", "[session]") {
    const Scratch folder;
    auto s = session();
    open(s, "builtin:canada-2024");
    CHECK_FALSE(s.document().can_add_fix());
    app::AddFix fix;
    fix.asset = "hmcs-ottawa";
    fix.from = "2024-12-20";
    fix.place = "Yokosuka";
    fix.confidence = "high";
    fix.note = "A test";
    CHECK_THAT(apply_and_wait(s, fix).sentence, Contains("Save a copy"));
    // A scenario opened by its path in the program's data is also built in.
    open(s, s.data().scenarios() / "canada-2024");
    CHECK_THAT(apply_and_wait(s, fix).sentence, Contains("Save a copy"));

    s.apply(app::GoToTime{utc("2024-08-24")});
    done(apply_and_wait(s, app::SaveCopy{(folder / "mine").string()}));
    CHECK(s.document().name() == (folder / "mine").string());
    CHECK(s.playhead().time().at() == utc("2024-08-24"));
    CHECK(s.document().can_add_fix());
    done(apply_and_wait(s, fix));
    CHECK_THAT(folder.read("mine/positions.csv"), Contains("hmcs-ottawa,2024-12-20,,,,,Yokosuka,,"));
    CHECK_THAT(apply_and_wait(s, app::SaveCopy{(folder / "mine").string()}).sentence, Contains("not an empty folder"));
}

TEST_CASE("AddFix creates a missing positions file, and UndoFix removes it", "[session]") {
    const Scratch folder{"map-small"};
    std::filesystem::remove(folder / "positions.csv");
    auto s = session();
    open(s, folder.path());
    done(apply_and_wait(s, at_sasebo("alpha")));
    CHECK(s.scenario()->fixes.size() == 1);
    apply_and_wait(s, app::UndoFix{});
    CHECK_FALSE(std::filesystem::exists(folder / "positions.csv"));
}

TEST_CASE("after another scenario is opened, there is nothing to undo", "[session]") {
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

TEST_CASE("after a refused undo, there is nothing more to undo", "[session]") {
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

TEST_CASE("additions are undone and redone in turn, byte for byte", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    const auto none = folder.read("positions.csv");
    CHECK_THAT(apply_and_wait(s, app::RedoFix{}).sentence, Contains("no report to add again"));
    done(apply_and_wait(s, at_sasebo("alpha")));
    const auto one = folder.read("positions.csv");
    done(apply_and_wait(s, at_sasebo("bravo")));
    const auto two = folder.read("positions.csv");
    CHECK_FALSE(s.document().can_redo_fix());
    for (int i = 0; i < 2; ++i) {
        done(apply_and_wait(s, app::UndoFix{}));
        CHECK(folder.read("positions.csv") == one);
        done(apply_and_wait(s, app::UndoFix{}));
        CHECK(folder.read("positions.csv") == none);
        CHECK(s.document().can_redo_fix());
        done(apply_and_wait(s, app::RedoFix{}));
        CHECK(folder.read("positions.csv") == one);
        CHECK(app::fix_at(*s.scenario(), "positions.csv", 11));
        done(apply_and_wait(s, app::RedoFix{}));
        CHECK(folder.read("positions.csv") == two);
        CHECK_FALSE(s.document().can_redo_fix());
    }
    done(apply_and_wait(s, app::UndoFix{}));
    done(apply_and_wait(s, at_sasebo("echo"))); // what was undone is gone
    CHECK_FALSE(s.document().can_redo_fix());
}

TEST_CASE("a redo creates a removed positions file again", "[session]") {
    const Scratch folder{"map-small"};
    std::filesystem::remove(folder / "positions.csv");
    auto s = session();
    open(s, folder.path());
    done(apply_and_wait(s, at_sasebo("alpha")));
    const auto written = folder.read("positions.csv");
    done(apply_and_wait(s, app::UndoFix{}));
    done(apply_and_wait(s, app::RedoFix{}));
    CHECK(folder.read("positions.csv") == written);
}

TEST_CASE("a redo into a file that was changed since is refused, and nothing is written", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    done(apply_and_wait(s, at_sasebo("alpha")));
    done(apply_and_wait(s, app::UndoFix{}));
    const auto edited = folder.read("positions.csv") + "bravo,2024-06-25,,,,Sasebo,,5,,\n";
    folder.write("positions.csv", edited);
    CHECK_THAT(apply_and_wait(s, app::RedoFix{}).sentence, Contains("positions.csv has been changed"));
    CHECK(folder.read("positions.csv") == edited);
    CHECK_FALSE(s.document().can_redo_fix());
}
