#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace assets;

namespace {

double km_from(const Skeleton& skeleton, geo::Degrees vertex) {
    double least = 1e9;
    for (const geo::Polyline& line : skeleton.lines)
        for (const geo::Degrees d : line)
            least = std::min(least, geo::distance_m(geo::lonlat(d.lon, d.lat), geo::lonlat(vertex.lon, vertex.lat)));
    return least / 1000;
}

const geo::Polyline course{{120, 20}, {120.1, 20.1}};
const geo::Ring outline{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}}, hole{{3, 3}, {4, 3}, {4, 4}, {3, 3}};

} // namespace

TEST_CASE("a circle's skeleton is its centre, and its outline lies one radius away", "[area]") {
    const ZoneShape shape = CircleShape{geo::lonlat(127, 38), 50};
    const Skeleton skeleton = skeleton_of(shape, nullptr);
    REQUIRE(skeleton.lines.size() == 1);
    CHECK(skeleton.lines[0] == geo::Polyline{{127, 38}});
    CHECK(skeleton.reach_km == 50);
    const auto polygons = polygons_of(shape, nullptr, 24);
    REQUIRE(polygons.size() == 1);
    for (const geo::Degrees d : polygons[0].rings[0])
        CHECK(km_from(skeleton, d) == Approx(50).epsilon(1e-6));
    CHECK(lines_of(shape, nullptr, 24) == polygons[0].rings);
}

TEST_CASE("a corridor is drawn along its course and covers half its width on either side", "[area]") {
    const ZoneShape shape = CorridorShape{{course}, 2};
    CHECK(lines_of(shape, nullptr) == std::vector<geo::Polyline>{course});
    CHECK(skeleton_of(shape, nullptr).reach_km == 2);
    const auto polygons = polygons_of(shape, nullptr);
    REQUIRE_FALSE(polygons.empty());
    CHECK(std::ranges::any_of(polygons[0].rings[0],
                              [&](geo::Degrees d) { return km_from(skeleton_of(shape, nullptr), d) > 1.9; }));
}

TEST_CASE("a line covers no area", "[area]") {
    const ZoneShape shape = LineShape{{course}};
    CHECK(lines_of(shape, nullptr) == std::vector<geo::Polyline>{course});
    CHECK(skeleton_of(shape, nullptr).lines == std::vector<geo::Polyline>{course});
    CHECK(skeleton_of(shape, nullptr).reach_km == 0);
    CHECK(polygons_of(shape, nullptr).empty());
}

TEST_CASE("the holes of an area are drawn but are not part of its skeleton", "[area]") {
    const ZoneShape shape = AreaShape{{{{outline, hole}}, {{outline}}}};
    CHECK(lines_of(shape, nullptr) == std::vector<geo::Polyline>{outline, hole, outline});
    CHECK(skeleton_of(shape, nullptr).lines == std::vector<geo::Polyline>{outline, outline});
    CHECK(polygons_of(shape, nullptr).size() == 2);
}

TEST_CASE("an unknown sea has no shape", "[area]") {
    const ZoneShape shape = SeaShape{"nowhere"};
    CHECK(lines_of(shape, nullptr).empty());
    CHECK(skeleton_of(shape, nullptr).lines.empty());
    CHECK(polygons_of(shape, nullptr).empty());
}
