// Positions as people write them.
#include "geo/earth/coordinates.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <cmath>
#include <fstream>
#include <sstream>
#include <vector>

namespace {

struct Writing {
    std::string text;
    std::optional<double> lon, lat;
};

/// The rows of coordinates.csv: a writing, in quotes if it has a comma or a quote, and what it means.
std::vector<Writing> writings() {
    std::vector<Writing> rows;
    std::ifstream in{std::string{THEATRUM_SOURCE_DIR} + "/tests/fixtures/coordinates.csv"};
    std::string line;
    for (std::getline(in, line); std::getline(in, line);) {
        Writing row;
        std::size_t at = 0;
        const bool quoted = line.starts_with('"');
        for (at = quoted ? 1 : 0; at < line.size(); ++at) {
            if (!quoted && line[at] == ',') break;
            if (quoted && line[at] == '"' && line[at + 1] != '"') break;
            if (quoted && line[at] == '"') ++at;
            row.text += line[at];
        }
        std::istringstream rest{line.substr(line.find(',', at) + 1)};
        std::string lon, lat;
        std::getline(rest, lon, ',');
        std::getline(rest, lat);
        if (!lon.empty()) row.lon = std::stod(lon);
        if (!lat.empty()) row.lat = std::stod(lat);
        rows.push_back(row);
    }
    return rows;
}

std::string problem_of(std::string_view text) {
    return geo::read_position(text).problem;
}

} // namespace

TEST_CASE("sixty writings of positions are read or refused as the fixture says", "[coordinates]") {
    const auto rows = writings();
    REQUIRE(rows.size() == 60);
    int refused = 0;
    for (const Writing& row : rows) {
        INFO(row.text);
        const auto read = geo::read_position(row.text);
        INFO(read.problem);
        REQUIRE(read.position.has_value() == row.lon.has_value());
        refused += row.lon ? 0 : 1;
        if (!row.lon) {
            CHECK_FALSE(read.problem.empty());
            continue;
        }
        CHECK(std::abs(read.position->lon() - *row.lon) < 2e-6);
        CHECK(std::abs(read.position->lat() - *row.lat) < 2e-6);
    }
    CHECK(refused >= 20);
}

TEST_CASE("hyphens between degrees, minutes and seconds are no minus signs", "[coordinates]") {
    const auto read = geo::read_position("35-17-30N 139-40-12E").position;
    REQUIRE(read);
    CHECK(std::abs(read->lat() - 35.2916667) < 1e-6);
    CHECK(std::abs(read->lon() - 139.67) < 1e-6);
    CHECK(geo::read_position("-35-17-30 149-07-48").position->lat() < -35.29);
    CHECK(geo::read_position("35 -139").position->lon() == -139);
}

TEST_CASE("the order of a pair without letters is assumed only where either number can be the latitude",
          "[coordinates]") {
    CHECK_FALSE(geo::read_position("35.28, 139.67").assumed_order);
    CHECK_FALSE(geo::read_position("139.67, 35.28").assumed_order);
    CHECK(geo::read_position("12.5, 45.0").assumed_order);
    CHECK(geo::read_position("12.5, 45.0").position->lat() == 12.5);
    CHECK_FALSE(geo::read_position("12.5N, 45.0E").assumed_order);
}

TEST_CASE("a longitude beyond 180 degrees is wrapped and marked", "[coordinates]") {
    const auto east = geo::read_position("35, 200"), west = geo::read_position("35, -190");
    REQUIRE(east.position);
    REQUIRE(west.position);
    CHECK(east.is_wrapped);
    CHECK(east.position->lon() == -160);
    CHECK(west.is_wrapped);
    CHECK(west.position->lon() == 170);
    CHECK_FALSE(geo::read_position("35 N 180 E").is_wrapped);
}

TEST_CASE("a refused position says why", "[coordinates]") {
    CHECK(problem_of("54 378980 3905280") == "is UTM without an MGRS band or 'north' or 'south' after the zone");
    CHECK(problem_of("54N 378980 3905280") ==
          "is not in the band N; write 'north' or 'south' after the zone if N is not a band");
    CHECK(problem_of("35.28 N 139.67 N") == "gives two latitudes");
    CHECK(problem_of("35.28 N 139.67") == "has a letter on one of its two numbers only");
    CHECK(problem_of("35 61 N 139 40 E") == "has a latitude that has 60 minutes or more");
    CHECK(problem_of("-35.28 S 139.67 E") == "has a latitude that has both a sign and a letter");
    CHECK(problem_of("somewhere") == "is not a position; write for example 35.28 N 139.67 E");
}

TEST_CASE("one angle is read in the same writings", "[coordinates]") {
    using geo::Axis;
    CHECK(geo::read_angle("139°42'E", Axis::Longitude).degrees == 139.7);
    CHECK(geo::read_angle("35.0N", Axis::Latitude).degrees == 35.0);
    CHECK(geo::read_angle("S 33 51.5", Axis::Latitude).degrees.value() < -33.85);
    CHECK(geo::read_angle("33 51 30 S", Axis::Latitude).degrees.value() < -33.85);
    CHECK(geo::read_angle("139,70 E", Axis::Longitude).degrees == 139.7);
    CHECK(geo::read_angle("-139 42", Axis::Longitude).degrees == -139.7);
    CHECK(geo::read_angle("35.0N", Axis::Longitude).other_axis);
    CHECK_FALSE(geo::read_angle("35.0 139.7", Axis::Latitude).degrees);
    CHECK_FALSE(geo::read_angle("91N", Axis::Latitude).degrees);
    CHECK_FALSE(geo::read_angle("", Axis::Latitude).degrees);
    CHECK_FALSE(geo::read_angle("north", Axis::Latitude).degrees);
}

TEST_CASE("no cut of a writing is read as something far from it or crashes the reader", "[coordinates]") {
    for (const Writing& row : writings())
        for (std::size_t n = 0; n < row.text.size(); ++n) {
            const auto read = geo::read_position(std::string_view{row.text}.substr(0, n));
            CHECK(read.position.has_value() == read.problem.empty());
        }
}
