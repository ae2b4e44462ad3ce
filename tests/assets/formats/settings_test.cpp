#include "assets/formats/writing/write_scenario.hpp"
#include "geo/projection/named_frames.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using Lines = std::vector<std::string>;

namespace {

LoadResult with_toml(const std::string& toml) {
    return formats_test::read({{"scenario.toml", toml}});
}

} // namespace

TEST_CASE("title, time, view, style and words are read from scenario.toml", "[settings]") {
    const auto result = with_toml(R"(theatrum = 1
title = "A title"
credit = "A credit"
[time]
start = 2024-01-01
end = 2024-12-31
utc_offset_h = 8
data_to = "2026-11-23"
[view]
projection = "+proj=laea +lat_0=15"
center = [135, 15]
width_km = 13000
[style]
theme = "dark"
symbols = "nato"
label_style = "prefix"
units = ["nmi", "mi"]
[words]
legend_reported = "Reported"
)");
    REQUIRE(formats_test::errors(result) == Lines{});
    const Scenario& s = *result.scenario;
    CHECK(s.title == "A title");
    CHECK(s.credit == "A credit");
    CHECK(s.start == formats_test::utc("2023-12-31T16:00Z"));
    CHECK(s.end == formats_test::utc("2024-12-31T15:59:59.999Z"));
    CHECK(s.data_to == "2026-11-23");
    CHECK(s.view.projection == "+proj=laea +lat_0=15");
    CHECK(s.view.centre->lon() == 135);
    CHECK(s.view.width_km == 13000);
    CHECK(s.view.symbols == "nato");
    CHECK(s.view.label_style == "prefix");
    CHECK(s.view.units == Lines{"nmi", "mi"});
    CHECK(s.words.at("legend_reported") == "Reported");
}

TEST_CASE("[view] takes a named frame and the instant to show first", "[settings]") {
    const auto result = with_toml("[view]\nframe = \"korea-border\"\nat = 2024-07-31\n");
    REQUIRE(formats_test::errors(result) == Lines{});
    const ViewDefaults& view = result.scenario->view;
    CHECK(view.frame == "korea-border");
    CHECK(with_toml("[view]\nwidth_km = 900\n").scenario->view.projection.empty());
    CHECK(view.centre == geo::lonlat(126.5, 37.95));
    CHECK(view.width_km == 400);
    CHECK(view.shape == 2.2);
    CHECK(view.at == formats_test::utc("2024-07-31T12:00Z"));
    CHECK(with_toml("[view]\nat = \"2024-07-31T06:00+09:00\"\n").scenario->view.at ==
          formats_test::utc("2024-07-30T21:00Z"));
    CHECK(formats_test::errors(with_toml("[view]\nframe = \"koera\"\n")) ==
          Lines{"scenario.toml:2: view.frame: 'koera' is not a known value; did you mean 'korea'?"});
    CHECK(formats_test::errors(with_toml("[view]\nframe = \"korea\"\nwidth_km = 900\n")) ==
          Lines{"scenario.toml:2: view.frame: cannot be given together with width_km"});
}

TEST_CASE("the schema knows the named frames of the projections", "[settings]") {
    for (const geo::NamedFrame& frame : geo::named_frames()) {
        INFO(frame.name);
        CHECK(formats_test::errors(with_toml("[view]\nframe = \"" + std::string{frame.name} + "\"\n")).empty());
    }
}

TEST_CASE("an unknown label style or unit, and a unit given twice, are errors", "[settings]") {
    CHECK(formats_test::errors(with_toml("[style]\nlabel_style = \"full\"\nunits = [\"km\", \"leagues\"]\n")) ==
          Lines{"scenario.toml:2: style.label_style: 'full' is not a known value; did you mean 'hull'?",
                "scenario.toml:3: style.units: 'leagues' is not a known value; use km, mi, nmi"});
    CHECK(formats_test::errors(with_toml("[style]\nunits = [\"km\", \"nmi\", \"km\"]\n")) ==
          Lines{"scenario.toml:2: style.units: 'km, nmi, km' is not a list of different units"});
}

TEST_CASE("a time in TOML keeps its milliseconds", "[settings]") {
    const auto result = with_toml("title = \"X\"\n[time]\nstart = 2024-01-01T06:00:00.25Z\nend = "
                                  "2024-01-02T06:00:00.0625+09:00\n");
    REQUIRE(result.scenario);
    CHECK(result.scenario->start == formats_test::utc("2024-01-01T06:00:00.250Z"));
    CHECK(result.scenario->end == formats_test::utc("2024-01-01T21:00:00.062Z"));
    const std::string written = write_scenario(*result.scenario).at("scenario.toml");
    CHECK(written.find("start = 2024-01-01T06:00:00.250Z\n") != std::string::npos);
}

TEST_CASE("an unknown key is reported with the nearest known one", "[settings]") {
    const auto result = with_toml("titel = \"X\"\n[tiem]\nstart = 2024-01-01\n[view]\ncentre = [1, 2]\n");
    CHECK(formats_test::lines_of(result, Severity::Warning) ==
          Lines{"scenario.toml:1: titel: is not a known key, so it is ignored; did you mean 'title'?",
                "scenario.toml:2: tiem: is not a known key, so it is ignored; did you mean 'time'?",
                "scenario.toml:5: view.centre: is not a known key, so it is ignored; did you mean 'center'?"});
}

TEST_CASE("[routes] takes straits and canals by their names", "[settings]") {
    const auto result = with_toml("[routes]\navoid = [\"suez-canal\", \"malacca\"]\nallow = [\"taiwan-strait\"]\n");
    REQUIRE(result.scenario);
    CHECK(result.findings.empty());
    CHECK(result.scenario->routes.avoid == std::vector<std::string>{"suez-canal", "strait-of-malacca"});
    CHECK(result.scenario->routes.allow == std::vector<std::string>{"taiwan-strait"});
    CHECK(formats_test::errors(with_toml("[routes]\nallow = [\"taiwan-street\"]\n")) ==
          Lines{"scenario.toml:2: routes.allow: there is no strait or canal 'taiwan-street'; did you mean "
                "'taiwan-strait'?"});
}

TEST_CASE("keys of figures, feeds, basemap and routes are accepted", "[settings]") {
    const auto result = with_toml(R"(
[basemap]
url = "https://example.org/{z}/{x}/{y}.png"
[routes]
avoid = ["taiwan-strait"]
[[feed]]
url = "ais+tcp://127.0.0.1:10110"
[[figure]]
id = "main"
preset = "web-16x9"
at = 2024-07-31
fit = ["a", "b"]
without = ["legend", "scalebar"]
[[figure.inset]]
kind = "detail"
center = [127, 38]
width_km = 300
[[figure.note]]
kind = "callout"
at = "a"
text = "Here"
[[figure.label]]
id = "b"
offset_mm = [2, -3]
hide = false
)");
    CHECK(result.findings.empty());
    CHECK(result.scenario);
}

TEST_CASE("[[asset]] tables have the columns of assets.csv", "[settings]") {
    const formats_test::Folder folder{
        {{"scenario.toml", R"(
[[asset]]
id = "montreal"
name = "HMCS Montréal"
type = "frigate"
country = "CA"
mmsi = 316138000
max_speed_kn = 29.5
aliases = ["NCSM Montréal", "Montreal"]
max_gap = "3d"
lost_after = "never"
)"},
         {"positions.csv", "asset,from,lon,lat,radius_km\nmontreal,2024-06-01,1,50,5\n"}}};
    const auto result = read_scenario(folder.path(), formats_test::atlas());
    REQUIRE(formats_test::errors(result) == Lines{});
    const Asset& asset = result.scenario->assets.front();
    CHECK(asset.mmsi == "316138000");
    CHECK(asset.max_speed_kn == 29.5);
    CHECK(asset.aliases == Lines{"NCSM Montréal", "Montreal"});
    CHECK(asset.max_gap == std::chrono::hours{72});
    CHECK_FALSE(asset.lost_after);
    CHECK(asset.stale_after == std::chrono::hours{48});
    CHECK(asset.line == 2);
}

TEST_CASE("an [[accept]] has a code, a subject and a reason", "[settings]") {
    const auto result =
        with_toml("[[accept]]\ncode = \"too_fast\"\nasset = \"a\"\nfrom = 2024-06-01\nwhy = \"It flew.\"\n");
    REQUIRE(result.scenario);
    REQUIRE(result.scenario->accepts.size() == 1);
    const Accept& accept = result.scenario->accepts.front();
    CHECK(accept.code == "too_fast");
    CHECK(accept.subject == "a");
    CHECK(accept.from == "2024-06-01");
    CHECK(accept.why == "It flew.");
}

TEST_CASE("a symbolic link that leads out of the folder is refused", "[settings]") {
    const formats_test::Folder outside{{{"secret.csv", "id,name,type\nx,X,frigate\n"}}};
    const formats_test::Folder folder{
        {{"scenario.toml", "[read]\nassets = \"link.csv\"\n"}, {"positions.csv", "asset,from\n"}}};
    std::filesystem::create_symlink(outside.path() / "secret.csv", folder.path() / "link.csv");
    CHECK(formats_test::errors(read_scenario(folder.path(), formats_test::atlas())) ==
          Lines{"scenario.toml:2: read.assets: 'link.csv' is not inside the scenario's folder"});
}

TEST_CASE("several files for one table are read together", "[settings]") {
    const auto result = formats_test::read({{"scenario.toml", "[read]\npositions = [\"may.csv\", \"june.csv\"]\n"},
                                            {"may.csv", "asset,from,lon,lat,radius_km\na,2024-05-01,1,50,5\n"},
                                            {"june.csv", "asset,from,lon,lat,radius_km\na,2024-06-01,1,50,5\n"}});
    REQUIRE(result.scenario);
    const auto fixes = result.scenario->fixes_of(0);
    REQUIRE(fixes.size() == 2);
    CHECK(result.scenario->files[fixes[0].file()] == "may.csv");
    CHECK(result.scenario->files[fixes[1].file()] == "june.csv");
}
