#include "geo/error.hpp"
#include "geo/projection/projection.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>
#include <string>

#include <fmt/format.h>

using namespace geo;

namespace {

/// Projects points with PROJ's command cs2cs, which parses definitions independently of Projection.
std::vector<Metres> cs2cs(const std::string& target, const std::vector<LonLat>& points) {
    const support::Scratch folder;
    const auto in = folder / "in", out = folder / "out";
    {
        std::ofstream file{in};
        for (const LonLat& p : points)
            file << fmt::format("{:.17g} {:.17g}\n", p.lon(), p.lat());
    }
    const std::string command =
        fmt::format("PROJ_NETWORK=OFF cs2cs -f %.6f +proj=longlat +datum=WGS84 +to {} < {} > {}", target, in.string(),
                    out.string());
    const int status = std::system(command.c_str());
    std::vector<Metres> result;
    {
        std::ifstream file{out};
        for (std::string line; std::getline(file, line);) {
            std::istringstream words{line};
            Metres m{HUGE_VAL, HUGE_VAL};
            words >> m.x >> m.y;
            result.push_back(words ? m : Metres{HUGE_VAL, HUGE_VAL});
        }
    }
    REQUIRE(status == 0);
    REQUIRE(result.size() == points.size());
    return result;
}

LonLat somewhere(std::mt19937& random) {
    std::uniform_real_distribution<double> lon{-180, 180};
    std::uniform_real_distribution<double> z{-1, 1};
    return lonlat(lon(random), std::asin(z(random)) * 180 / M_PI);
}

std::string message_for(std::string_view definition, double lon, double lat) {
    try {
        (void)Projection::make(definition, lonlat(lon, lat));
    } catch (const ProjectionError& error) {
        return error.what();
    }
    return "none";
}

struct Case {
    std::string definition;
    double lon, lat;
    std::string target; ///< PROJ string for cs2cs; empty: `definition`
};

} // namespace

TEST_CASE("projected points agree with cs2cs on 20,000 points", "[geo]") {
    // The centre with nine decimals checks that a preset keeps every digit in its PROJ string.
    const std::vector<Case> cases{
        {"laea", 135, 15, "+proj=laea +lon_0=135 +lat_0=15 +datum=WGS84"},
        {"laea", 127.123456789, -37.987654321, "+proj=laea +lon_0=127.123456789 +lat_0=-37.987654321 +datum=WGS84"},
        {"laea", 0, 90, "+proj=laea +lon_0=0 +lat_0=90 +datum=WGS84"},
        {"ortho", 135, 15, "+proj=ortho +lon_0=135 +lat_0=15 +datum=WGS84"},
        {"ortho", 0, -90, "+proj=ortho +lon_0=0 +lat_0=-90 +datum=WGS84"},
        {"aeqd", 180, 15, "+proj=aeqd +lon_0=180 +lat_0=15 +datum=WGS84"},
        {"aeqd", 33.3, 90, "+proj=aeqd +lon_0=33.3 +lat_0=90 +datum=WGS84"},
        {"lcc", 127, 38, "+proj=lcc +lon_0=127 +lat_0=38 +lat_1=28 +lat_2=48 +datum=WGS84"},
        {"lcc", 127, -38, "+proj=lcc +lon_0=127 +lat_0=-38 +lat_1=-48 +lat_2=-28 +datum=WGS84"},
        {"merc", -150, 15, "+proj=merc +lon_0=-150 +datum=WGS84"},
        {"eqearth", 180, 15, "+proj=eqearth +lon_0=180 +datum=WGS84"},
        {"robin", 150, 15, "+proj=robin +lon_0=150 +datum=WGS84"},
        {"eqc", 90, 15, "+proj=eqc +lon_0=90 +datum=WGS84"},
        {"+proj=utm +zone=52 +datum=WGS84", 127, 38, ""},
        {"+proj=tmerc +lat_0=38 +lon_0=127.5 +k=0.9996 +x_0=200000 +ellps=GRS80", 127, 38, ""},
        {"+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +datum=WGS84", 105, 35, ""},
        {"+proj=moll +lon_0=150 +datum=WGS84", 150, 0, ""},
        {"EPSG:3857", 127, 38, ""},
        {"EPSG:32652", 127, 38, ""},
        {"EPSG:3031", 0, -90, ""},
    };
    std::mt19937 random{2024};
    int compared = 0;
    for (const Case& c : cases) {
        const auto projection = Projection::make(c.definition, lonlat(c.lon, c.lat));
        std::vector<LonLat> points;
        while (points.size() < 1050) {
            const LonLat p = somewhere(random);
            if (projection.forward(p)) points.push_back(p);
        }
        const auto expected = cs2cs(c.target.empty() ? c.definition : c.target, points);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto found = projection.forward(points[i]);
            INFO(c.definition << ": " << points[i].lon() << ' ' << points[i].lat());
            REQUIRE(std::abs(found->x - expected[i].x) < 1e-3);
            REQUIRE(std::abs(found->y - expected[i].y) < 1e-3);
            ++compared;
        }
    }
    CHECK(compared >= 20000);
}

TEST_CASE("inverse() undoes forward()", "[geo]") {
    std::mt19937 random{5};
    for (const auto& [definition, lon, lat] : {std::tuple{"laea", 135.0, 15.0},
                                               {"laea", 0.0, 90.0},
                                               {"ortho", 180.0, 30.0},
                                               {"aeqd", -150.0, 10.0},
                                               {"aeqd", 10.0, -90.0},
                                               {"lcc", 127.0, 38.0},
                                               {"merc", 180.0, 0.0},
                                               {"eqearth", 90.0, 0.0},
                                               {"robin", 127.0, 0.0},
                                               {"eqc", 180.0, 0.0},
                                               {"EPSG:32652", 127.0, 38.0}}) {
        const auto projection = Projection::make(definition, lonlat(lon, lat));
        int tried = 0;
        for (int i = 0; i < 2000; ++i) {
            const LonLat p = somewhere(random);
            const auto flat = projection.forward(p);
            if (!flat) continue;
            const auto back = projection.inverse(*flat);
            INFO(definition << ' ' << p.lon() << ' ' << p.lat());
            // At the horizon of a globe a metre on the ground has almost no length on the map.
            if (std::string_view{definition} == "ortho" && projection.scale_at(p)->areal < 0.02) continue;
            REQUIRE(back);
            REQUIRE(std::abs(back->lat() - p.lat()) < 1e-6);
            REQUIRE(std::abs(std::remainder(back->lon() - p.lon(), 360.0)) * std::cos(p.lat() * M_PI / 180) < 1e-6);
            ++tried;
        }
        CHECK(tried > 300);
    }
}

TEST_CASE("points outside the domain are not projected", "[geo]") {
    const auto globe = Projection::make("ortho", lonlat(127, 38));
    CHECK(globe.forward(lonlat(127, -40)));
    CHECK_FALSE(globe.forward(lonlat(127, -53)));
    CHECK_FALSE(globe.forward(lonlat(-53, -38)));
    CHECK_FALSE(globe.inverse({6.4e6, 6.4e6}));
    const auto mercator = Projection::make("merc", lonlat(127, 38));
    CHECK(mercator.forward(lonlat(-53.1, 84.9)));
    CHECK_FALSE(mercator.forward(lonlat(0, 85.1)));
    CHECK_FALSE(Projection::make("robin", lonlat(0, 0)).inverse({17e6, 8e6})); // beside the curved edge
    CHECK_FALSE(Projection::make("laea", lonlat(0, 0)).inverse({10e6, 10e6}));
    CHECK_FALSE(Projection::make("lcc", lonlat(0, 50)).forward(lonlat(0, -70)));
    CHECK(Projection::make("lcc", lonlat(0, 50)).forward(lonlat(0, 90)));
}

TEST_CASE("a view from space ends a little inside the horizon", "[geo]") {
    constexpr double earth_m = 6378137, height_m = 35785831;
    const double horizon = std::acos(earth_m / (earth_m + height_m)) * 180 / M_PI; // of a sphere
    for (const char* name : {"geos", "nsper"}) {
        const auto seen =
            Projection::make(fmt::format("+proj={} +h={} +lon_0=100 +datum=WGS84", name, height_m), lonlat(100, 0));
        for (const double way : {-1, 1}) {
            INFO(name << " " << way);
            CHECK(seen.forward(lonlat(100 + way * (horizon - 0.4), 0)));
            CHECK_FALSE(seen.forward(lonlat(100 + way * (horizon - 0.2), 0)));
            CHECK(seen.forward(lonlat(100, way * (horizon - 0.6)))); // degrees of latitude are longer near the poles
            CHECK_FALSE(seen.forward(lonlat(100, way * horizon)));
        }
    }
}

TEST_CASE("a projection reports its name and its PROJ string", "[geo]") {
    CHECK(Projection::make("laea", lonlat(135, 15)).proj_string() == "+proj=laea +lon_0=135 +lat_0=15 +datum=WGS84");
    CHECK(Projection::make("laea", lonlat(135, 15)).name() == "laea");
    CHECK(Projection::make("lcc", lonlat(127.5, 38)).proj_string() ==
          "+proj=lcc +lon_0=127.5 +lat_0=38 +lat_1=28 +lat_2=48 +datum=WGS84");
    CHECK(Projection::make("EPSG:32652", lonlat(0, 0)).name() == "EPSG:32652");
    CHECK(Projection::make("EPSG:32652", lonlat(0, 0)).proj_string().find("+proj=utm +zone=52") != std::string::npos);
}

TEST_CASE("the message for a projection that cannot be made names the cause and often a remedy", "[geo]") {
    CHECK(message_for("mercc", 0, 0).find("did you mean 'merc'") != std::string::npos);
    CHECK(message_for("robinson", 0, 0).find("did you mean 'robin'") != std::string::npos);
    CHECK(message_for("lcc", 127, 10).find("merc") != std::string::npos);
    CHECK(message_for("lcc", 127, 15) == "none");
    CHECK(message_for("lcc", 127, 90) == "none");
    CHECK(message_for("merc", 0, 86).find("85") != std::string::npos);
    CHECK(message_for("+proj=nonsense", 0, 0).find("PROJ refuses") != std::string::npos);
    CHECK(message_for("EPSG:999999", 0, 0).find("EPSG:999999") != std::string::npos);
    CHECK(message_for("EPSG:4326", 0, 0).find("not a map projection") != std::string::npos);
    CHECK(message_for("+proj=longlat +datum=WGS84", 0, 0).find("not a map projection") != std::string::npos);
    CHECK(message_for("EPSG:2263", 0, 0).find("not metres") != std::string::npos); // New York, in US feet
    CHECK(message_for("", 0, 0).find("unknown projection") != std::string::npos);
}

TEST_CASE("a projection whose parameter names a file is refused", "[geo]") {
    for (const std::string text :
         {"+proj=hgridshift +grids=/tmp/fifo", "+proj=merc +nadgrids=/etc/passwd", "+proj=merc +geoidgrids=x",
          "+proj=xyzgridshift +xy_grids=x", "+proj=vgridshift +z_grids=x", "+proj=deformation +file=x",
          "+proj=defmodel +model=x", "+init=epsg:3857", "proj=merc nadgrids=x", "+proj=merc\n+nadgrids=x",
          "+proj=merc;nadgrids=x", "+proj=merc+nadgrids=x", "+proj=merc +NADGRIDS=x", "EPSG:3857 +nadgrids=x",
          "+proj=merc +\"nadgrids\"=x"}) {
        INFO(text);
        CHECK(message_for(text, 0, 0).find("which names a file") != std::string::npos);
    }
    CHECK(message_for("+proj=merc +lon_0=135 +datum=WGS84 +k=1", 0, 0) == "none");
}

TEST_CASE("the local scale has the known values of Mercator, equal-area and UTM projections", "[geo]") {
    const auto mercator = Projection::make("merc", lonlat(0, 0)).scale_at(lonlat(20, 60));
    REQUIRE(mercator);
    CHECK(mercator->meridian == Approx(1.99497).epsilon(1e-4)); // sec 60, on the ellipsoid
    CHECK(mercator->parallel == Approx(mercator->meridian).epsilon(1e-9));
    const auto equal_area = Projection::make("laea", lonlat(135, 15)).scale_at(lonlat(100, 50));
    REQUIRE(equal_area);
    CHECK(equal_area->areal == Approx(1).epsilon(1e-6));
    const auto utm = Projection::make("EPSG:32652", lonlat(0, 0)).scale_at(lonlat(129, 38));
    REQUIRE(utm);
    CHECK(utm->meridian == Approx(0.9996).epsilon(1e-6));
    CHECK_FALSE(Projection::make("ortho", lonlat(0, 0)).scale_at(lonlat(170, 0)));
}
