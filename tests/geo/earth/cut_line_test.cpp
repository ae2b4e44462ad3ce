#include "geo/earth/path/cut_line.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("a line that stays on one side of the antimeridian is one piece", "[geo]") {
    const Polyline line{{170, 10}, {175, 12}, {180, 14}};
    const auto pieces = cut_at_antimeridian(line);
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0] == line);
    CHECK(cut_at_antimeridian({{10, 10}}).empty());
    CHECK(cut_at_antimeridian({}).empty());
}

TEST_CASE("a line is cut at each crossing of the antimeridian, eastwards and westwards", "[geo]") {
    const auto east = cut_at_antimeridian({{175, 10}, {185, 20}, {190, 20}});
    REQUIRE(east.size() == 2);
    CHECK(east[0] == Polyline{{175, 10}, {180, 15}});
    CHECK(east[1] == Polyline{{-180, 15}, {-175, 20}, {-170, 20}});
    const auto west = cut_at_antimeridian({{-175, 10}, {-185, 20}});
    REQUIRE(west.size() == 2);
    CHECK(west[0] == Polyline{{-175, 10}, {-180, 15}});
    CHECK(west[1] == Polyline{{180, 15}, {175, 20}});
    const auto there_and_back = cut_at_antimeridian({{179, 0}, {181, 0}, {179, 10}});
    REQUIRE(there_and_back.size() == 3);
    CHECK(there_and_back[1] == Polyline{{-180, 0}, {-179, 0}, {-180, 5}});
}

TEST_CASE("longitudes beyond one turn come back into range", "[geo]") {
    const auto pieces = cut_at_antimeridian({{350, 0}, {545, 0}});
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0] == Polyline{{-10, 0}, {180, 0}});
    CHECK(pieces[1] == Polyline{{-180, 0}, {-175, 0}});
}

TEST_CASE("a line that begins or ends on the antimeridian has no piece without length", "[geo]") {
    const auto from = cut_at_antimeridian({{180, 0}, {175, 5}});
    REQUIRE(from.size() == 1);
    CHECK(from[0] == Polyline{{180, 0}, {175, 5}});
    const auto onwards = cut_at_antimeridian({{175, 0}, {180, 5}, {185, 10}});
    REQUIRE(onwards.size() == 2);
    CHECK(onwards[0] == Polyline{{175, 0}, {180, 5}});
    CHECK(onwards[1] == Polyline{{-180, 5}, {-175, 10}});
}
