// The label point of an area, and the circle about it that contains the area.
#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>

using namespace assets;

namespace {

const AreaRef zone_ref{AreaRef::Of::Zone, "zone"};

Scenario with(ZoneShape shape) {
    Scenario s;
    s.zones.push_back(Zone{.id = "zone",
                           .name = "Zone",
                           .kind = ZoneKind::Area,
                           .status = ZoneStatus::Agreed,
                           .drawn = Drawn::Exact,
                           .valid_from = {},
                           .valid_to = {},
                           .shape = std::move(shape),
                           .sources = {},
                           .note = {},
                           .line = 1});
    return s;
}

geo::Polygon box(double west, double south, double east, double north) {
    return {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}};
}

} // namespace

TEST_CASE("the circle about an area is centred in its largest polygon and contains all polygons", "[model]") {
    const auto circle = enclosing_circle(with(AreaShape{{box(0, 0, 1, 1), box(10, 0, 14, 4)}}), zone_ref);
    REQUIRE(circle);
    CHECK(circle->centre.lon() == Approx(12));
    CHECK(circle->centre.lat() == Approx(2));
    CHECK(circle->radius_km == Approx(geo::distance_m(geo::lonlat(12, 2), geo::lonlat(0, 0)) / 1000).margin(0.001));
}

TEST_CASE("a label point outside a bent area moves into the area's widest part", "[model]") {
    // The centroid of this U lies between its arms, and the right arm is the wider one.
    const geo::Polygon bent{{{{0, 0}, {12, 0}, {12, 10}, {9, 10}, {9, 1}, {1, 1}, {1, 10}, {0, 10}, {0, 0}}}};
    const auto circle = enclosing_circle(with(AreaShape{{bent}}), zone_ref);
    REQUIRE(circle);
    CHECK(circle->centre.lon() == Approx(10.5));
    CHECK(circle->centre.lat() > 1);
    // The direction of the ring does not matter.
    auto turned = bent;
    std::reverse(turned.rings[0].begin(), turned.rings[0].end());
    CHECK(enclosing_circle(with(AreaShape{{turned}}), zone_ref)->centre == circle->centre);
}

TEST_CASE("the label point of a line is the middle of its longest part, and a corridor reaches half its width farther",
          "[model]") {
    const std::vector<geo::Polyline> lines{{{0, 10}, {1, 10}}, {{0, 0}, {1, 0}, {4, 0}}};
    const auto line = enclosing_circle(with(LineShape{lines}), zone_ref);
    REQUIRE(line);
    CHECK(line->centre.lon() == Approx(2).margin(1e-6));
    CHECK(line->centre.lat() == Approx(0).margin(1e-9));
    const auto band = enclosing_circle(with(CorridorShape{lines, 7}), zone_ref);
    REQUIRE(band);
    CHECK(band->centre == line->centre);
    CHECK(band->radius_km == Approx(line->radius_km + 7));
    CHECK(line->radius_km == Approx(geo::distance_m(line->centre, geo::lonlat(0, 10)) / 1000));
}

TEST_CASE(
    "the circle about a circular zone is the zone itself, and about another point its radius grows by the distance",
    "[model]") {
    const auto s = with(CircleShape{geo::lonlat(5, 5), 30});
    CHECK(enclosing_circle(s, zone_ref)->radius_km == 30);
    CHECK(enclosing_circle(s, zone_ref)->centre == geo::lonlat(5, 5));
    const auto elsewhere = geo::lonlat(6, 5);
    CHECK(radius_about(s, zone_ref, elsewhere).value() ==
          Approx(30 + geo::distance_m(elsewhere, geo::lonlat(5, 5)) / 1000));
    CHECK_FALSE(enclosing_circle(s, AreaRef{AreaRef::Of::Zone, "another"}));
    CHECK_FALSE(enclosing_circle(s, AreaRef{AreaRef::Of::Sea, "yellow-sea"})); // without an atlas
    CHECK(enclosing_circle(with(LineShape{{{{3, 4}, {3, 4}}}}), zone_ref)->radius_km == 0.001);
}

TEST_CASE("the box around a circle holds the circle, also near a pole and across the antimeridian", "[model]") {
    for (const auto& [lon, lat, km] :
         {std::array{25.0, 88.0, 600.0}, std::array{25.0, -88.0, 600.0}, std::array{25.0, 88.0, 200.0},
          std::array{179.0, 80.0, 300.0}, std::array{120.0, 24.0, 300.0}}) {
        INFO(lon << " " << lat << " " << km);
        const CircleShape circle{geo::lonlat(lon, lat), km};
        const auto extent = extent_of(circle);
        REQUIRE(extent);
        for (int azimuth = 0; azimuth < 360; azimuth += 5)
            for (const double share : {0.5, 1.0})
                CHECK(extent->contains(geo::point_along(circle.centre, azimuth, share * km * 1000)));
        // A circle that holds the pole is at every longitude, another one is not much wider than it is.
        const bool holds_pole = std::abs(lat) + km / 111.2 > 90;
        CHECK((extent->width_deg() == 360) == holds_pole);
        if (holds_pole) CHECK((extent->north() == 90 || extent->south() == -90));
    }
    const auto small = extent_of(CircleShape{geo::lonlat(120, 24), 300});
    CHECK(small->width_deg() < 6.1); // 600 km are 5.9 degrees there
    CHECK(small->north() - small->south() < 5.5);
}

TEST_CASE("the box around a corridor holds its band, also where its ends lie at other latitudes", "[model]") {
    for (const auto& line : {geo::Polyline{{10, 0}, {10, 70}}, geo::Polyline{{10, -70}, {20, 5}},
                             geo::Polyline{{170, 60}, {190, 75}}, geo::Polyline{{0, 5}, {9, 0}}}) {
        INFO(line.front().lon << " " << line.front().lat);
        const CorridorShape corridor{{line}, 300};
        const auto extent = extent_of(corridor);
        REQUIRE(extent);
        for (const geo::Polygon& polygon : polygons_of(corridor, nullptr))
            for (const geo::Ring& ring : polygon.rings)
                for (const geo::Degrees& vertex : ring)
                    CHECK(extent->contains(geo::lonlat(geo::wrap_longitude(vertex.lon), vertex.lat)));
        CHECK(extent->width_deg() < 60);
    }
}
