#include "scratch.hpp"
#include "tests/support/catch.hpp"

using namespace session_test;
using Catch::Contains;

namespace {

/// Messages of two ships, 29 minutes and 24 seconds apart.
constexpr const char* log_text = R"(\c:1729405800*5D\!AIVDM,1,1,,A,16K29h001p`c5@6<eWntpJB00000,0*54
\c:1729407564*50\!AIVDM,1,1,,A,16K=h:002O`MkmR>=7RFSU>h0000,0*71
)";

} // namespace

TEST_CASE("a recording opens at its end and plays in a minute", "[session]") {
    const Scratch folder;
    folder.write("today.nmea", log_text);
    auto s = session();
    open(s, folder / "today.nmea");
    CHECK(s.scenario()->assets.size() == 2);
    CHECK(s.playhead().time().start() == utc("2024-10-20T06:30:00Z"));
    CHECK(s.playhead().time().at() == utc("2024-10-20T06:59:24Z"));
    CHECK(s.playhead().time().days_per_second() * 86'400 * 60 == Approx(1764));
}

TEST_CASE("no fix can be added to a recording, and the log does not change", "[session]") {
    const Scratch folder;
    folder.write("today.nmea", log_text);
    auto s = session();
    open(s, folder / "today.nmea");
    CHECK_FALSE(s.document().can_add_fix());
    app::AddFix fix;
    fix.asset = s.scenario()->assets[0].id;
    fix.from = "2024-10-20";
    fix.lon = "121";
    fix.lat = "24";
    CHECK_THAT(apply_and_wait(s, fix).sentence, Contains("no report can be added to it"));
    CHECK_THAT(apply_and_wait(s, app::SaveCopy{(folder / "copy").string()}).sentence,
               Contains("a recording is one file"));
    CHECK(folder.files() == 1);
    CHECK(folder.read("today.nmea") == log_text);
}
