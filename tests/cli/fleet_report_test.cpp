// `theatrum report`: a fleet tracker's page.
#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <nlohmann/json.hpp>

using Catch::Contains;
using cli::theatrum;

namespace {

const std::string built_in = "report builtin:canada-2024 --at 2024-10-20";

/// A ship in port, one at sea, one between two reports, and a group of two ships with one of them.
struct Fleet : support::Scratch {
    Fleet() {
        write("scenario.toml", "theatrum = 1\ntitle = \"A <fleet> | and more\"\ncredit = \"Desk\"\n");
        write("assets.csv", "id,name,hull,type,country\nport,In Port,F 1,frigate,CA\nsea,At Sea,,destroyer,JP\n"
                            "leg,On Leg,,frigate,JP\nplane,Plane,,maritime_patrol_aircraft,CA\n"
                            "group,Task Group,,group,JP\nnews,No News,,frigate,CA\n");
        write("members.csv", "group,asset,role,from,to\ngroup,sea,member,,\n");
        write("positions.csv", "asset,from,to,place,area,lon,lat,radius_km,activity,sources\n"
                               "port,2024-05-10,2024-05-20,Yokosuka,,,,,in_port,s1\n"
                               "sea,2024-05-01,2024-05-20,,philippine-sea,,,,,s2;s1\n"
                               "leg,2024-05-14T00:00Z,,,,140,20,5,,s1\nleg,2024-05-16T00:00Z,,,,145,20,5,,s1\n"
                               "plane,2024-05-15,,Kadena Air Base,,,,,patrol,s1\n"
                               "group,2024-05-15,,,,135,20,5,,s1\n"
                               "news,2024-04-01,,,,135,20,5,,s1\n");
        write("sources.csv", "id,title,publisher,published,url\ns1,First *note*,Navy,2024-05-16,https://example.org/1\n"
                             "s2,Second,,,\n");
    }
};

} // namespace

TEST_CASE("the fleet's page counts each asset once, and what each is doing", "[cli][report]") {
    const Fleet fleet;
    const auto page = theatrum("report " + fleet.path().string() + " --at 2024-05-15");
    CHECK(page.code == 0);
    CHECK_THAT(page.out, Catch::StartsWith("# A \\<fleet> \\| and more\n\nPositions on 15 May 2024"));
    // The group is left out, because one of its ships is away.
    CHECK_THAT(page.out, Contains("\n| 5 | 2 | 1 | 1 | 1 |\n"));
    CHECK(page.out.find("Task Group") == std::string::npos);
    CHECK_THAT(page.out, Contains("## Philippine Sea (2)\n"));
    CHECK_THAT(page.out, Contains("| At Sea | in the Philippine Sea (reported) |  | 1, 2 |"));
    CHECK_THAT(page.out, Contains("| In Port (F 1) | Yokosuka (reported, within "));
    CHECK_THAT(page.out, Contains("## Ashore (1)\n"));
    CHECK_THAT(page.out, Contains("## Position not known (1)\n"));
    CHECK_THAT(page.out, Contains("| Canada | 3 | 0 | 1 | 1 | 1 |\n| Japan | 2 | 2 | 0 | 0 | 0 |\n"));
    CHECK_THAT(page.out, Contains("First \\*note\\*, Navy, published 2024-05-16 <https://example.org/1>\n"));
    CHECK_THAT(page.out, Catch::EndsWith("\nDesk\n"));
    CHECK(page.out.find("Since") == std::string::npos);
    CHECK(theatrum("report " + fleet.path().string() + " --at 2024-05-15").out == page.out);
}

TEST_CASE("the fleet's page says what has changed since an earlier day, as compare does", "[cli][report]") {
    const auto page = theatrum(built_in + " --since 2024-07-31");
    CHECK_THAT(page.out, Contains("## Since 31 July 2024\n\n### Moved (1)\n\n- HMCS Vancouver: about 8,"));
    CHECK_THAT(page.out, Contains("### Arrived (2)\n\n- HMCS Ottawa\n  - now: not known; sailed 16 October 2024"));
    const auto early = theatrum(built_in + " --known-by 2024-10-17");
    CHECK_THAT(early.out, Catch::Matchers::Contains("HMCS Vancouver"));
    CHECK(early.out != theatrum(built_in).out);
}

TEST_CASE("the fleet's page as HTML is one file that escapes what it is given", "[cli][report]") {
    const Fleet fleet;
    const auto file = (fleet.path() / "fleet.html").string();
    const auto written = theatrum("report " + fleet.path().string() + " --at 2024-05-15 -o " + file);
    CHECK(written.code == 0);
    CHECK(written.out.empty());
    const auto html = fleet.read("fleet.html");
    CHECK_THAT(html, Catch::StartsWith("<!DOCTYPE html>\n<html lang=\"en\">\n"));
    CHECK_THAT(html, Contains("<title>A &lt;fleet&gt; | and more</title>"));
    CHECK_THAT(html, Contains("<a href=\"https://example.org/1\">First *note*, Navy"));
    CHECK_THAT(html, Contains("<td>In Port (F 1)</td>"));
    CHECK(html.find("<fleet>") == std::string::npos);
    CHECK(html.find("<script") == std::string::npos);
}

TEST_CASE("report refuses what it cannot use with exit code 2", "[cli][report]") {
    const auto fails = [](const std::string& arguments, const std::string& message) {
        INFO(arguments);
        const auto result = theatrum(arguments);
        CHECK(result.code == 2);
        CHECK(result.out.empty());
        CHECK_THAT(result.err, Contains(message));
    };
    fails(built_in + " --since 2024-10-20", "--since: 2024-10-20 is not before 2024-10-20T12:00:00Z");
    fails(built_in + " --since 2024-10", "--since: '2024-10' is a month");
    fails(built_in + " -o fleet.pdf", "-o: 'fleet.pdf' does not end in .md or .html");
    fails("report", "scenario is required");
}
