#include "tests/app/feeds/samples.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

using cli::theatrum;

namespace {

/// Messages of vessels on a grid off Taiwan: each sends one a minute at 2024-07-31T12:00Z, 12:01Z and 12:02Z.
void write_log(const std::filesystem::path& path, unsigned vessels) {
    std::ofstream out{path, std::ios::binary};
    for (int minute = 0; minute < 3; ++minute)
        for (unsigned n = 0; n < vessels; ++n) {
            const unsigned row = n / 20, column = n % 20;
            out << samples::tag_block(fmt::format("c:{}", 1'722'427'200 + minute * 60))
                << samples::ais_position(412'000'000 + n, 121.5 + column * 0.1, 21.5 + row * 0.1 + minute * 0.005);
        }
}

} // namespace

TEST_CASE("state gives the state of a recording at any second", "[cli]") {
    const cli::Scratch folder;
    write_log(folder / "ships.nmea", 3);
    const auto result = theatrum("state ships.nmea --at 2024-07-31T12:00:30Z --format json", folder.path());
    REQUIRE(result.code == 0);
    const auto state = nlohmann::json::parse(result.out);
    REQUIRE(state["assets"].size() == 3);
    CHECK(state["assets"][0]["id"] == "mmsi-412000000");
    CHECK(state["assets"][0]["how"] == "reported");
    CHECK(state["assets"][0]["country"] == "CN");
    CHECK(state["assets"][0]["lat"].get<double>() == Approx(21.5).margin(1e-4));
    const auto later =
        nlohmann::json::parse(theatrum("state ships.nmea --at 2024-07-31T14:00:00Z --format json", folder.path()).out);
    CHECK(later["assets"][0]["how"] == "lost");
}

TEST_CASE("a contact whose only message has a fraction of a second is on the map", "[cli]") {
    const cli::Scratch folder;
    std::ofstream{folder / "one.sbs", std::ios::binary}
        << "MSG,3,1,1,AE1234,1,2024/07/31,06:00:00.100,2024/07/31,06:00:00.120,,28000,,,35.10000,139.90000,,,0,0,0,0\n";
    CHECK(theatrum("export one.sbs -o map.svg", folder.path()).code == 0);
    CHECK_THAT(cli::file_bytes(folder / "map.svg"), Catch::Contains("ICAO AE1234"));
    const auto how_at = [&](const std::string& at) {
        const auto result = theatrum("state one.sbs --at " + at + " --format json", folder.path());
        REQUIRE(result.code == 0);
        return nlohmann::json::parse(result.out)["assets"][0]["how"].get<std::string>();
    };
    CHECK(how_at("2024-07-31T06:00:00Z") == "absent");
    CHECK(how_at("2024-07-31T06:00:00.100Z") == "reported");
}

TEST_CASE("the map of a recording says how its positions are known", "[cli]") {
    const cli::Scratch folder;
    write_log(folder / "ships.nmea", 3);
    const auto result = theatrum("export ships.nmea --at 2024-07-31T12:01:00Z -o map.svg", folder.path());
    REQUIRE(result.code == 0);
    const auto svg = cli::file_bytes(folder / "map.svg");
    CHECK_THAT(svg, Catch::Contains("MMSI 412000000"));
    // The SVG description has the text without the map's line breaks.
    CHECK_THAT(svg, Catch::Contains("Ships transmitting AIS, 1201 UTC, 31 July 2024: 3 received."));
    CHECK_THAT(svg, Catch::Contains("not verified. Data: ships.nmea."));
    CHECK_THAT(svg, !Catch::Contains("from public sources"));
}

TEST_CASE("on a crowded map every ship is a dot at its position, and none is left out", "[cli]") {
    const cli::Scratch folder;
    write_log(folder / "busy.nmea", 400);
    const auto result = theatrum("export busy.nmea --at 2024-07-31T12:01:00Z --layout l.json", folder.path());
    REQUIRE(result.code == 0);
    const auto layout = nlohmann::json::parse(cli::file_bytes(folder / "l.json"));
    int symbols = 0;
    for (const auto& item : layout["items"]) {
        if (item["kind"] != "symbol") continue;
        ++symbols;
        const auto &box = item["box_mm"], &at = item["anchor_mm"];
        CHECK(box[0].get<double>() + box[2].get<double>() / 2 == Approx(at[0].get<double>()).margin(0.01));
        CHECK(box[1].get<double>() + box[3].get<double>() / 2 == Approx(at[1].get<double>()).margin(0.01));
    }
    CHECK(symbols == 400);
    CHECK(layout["unplaced"].empty());
}

TEST_CASE("a log without positions is refused, not drawn as an empty map", "[cli]") {
    const cli::Scratch folder;
    std::ofstream{folder / "silent.nmea"} << samples::ais_position(316'138'000, 181, 91);
    const auto result = theatrum("export silent.nmea -o map.png", folder.path());
    CHECK(result.code == 2);
    CHECK_THAT(result.err, Catch::Contains("silent.nmea: no message in the file gives a position"));
    CHECK(folder.files() == 1);
}

TEST_CASE("listen, check, state and export recognise a recording by its content, whatever its name", "[cli]") {
    const cli::Scratch folder;
    std::ofstream{folder / "planes.csv"} << samples::sbs_position(0xC0FFEE, 121, 24, "12:00:00.000");
    const auto heard = theatrum("listen sbs+file:planes.csv", folder.path());
    CHECK(heard.code == 0);
    CHECK(nlohmann::json::parse(heard.out)["icao"] == "C0FFEE");
    CHECK(theatrum("check planes.csv", folder.path()).code == 0);
    const auto state = theatrum("state planes.csv --at 2024-07-31T12:00:00Z --format json", folder.path());
    REQUIRE(state.code == 0);
    CHECK(nlohmann::json::parse(state.out)["assets"].size() == 1);
    CHECK(theatrum("export planes.csv --at 2024-07-31T12:00:00Z --layout l.json", folder.path()).code == 0);
}
