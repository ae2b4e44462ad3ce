#include "data_dir.hpp"
#include "geo/basemap/countries/country_shapes.hpp"
#include "geo/earth/inside.hpp"
#include "geo/error.hpp"
#include "geo/text/country_codes.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace geo;
using namespace test;

namespace {

const CountryShapes& shapes(CountryShapes::Level level) {
    static const auto coarse = CountryShapes::read(data_dir, CountryShapes::Level::Coarse110m);
    static const auto medium = CountryShapes::read(data_dir, CountryShapes::Level::Medium50m);
    return level == CountryShapes::Level::Coarse110m ? coarse : medium;
}

struct Point {
    double lon, lat;
    const char* country;
};

} // namespace

TEST_CASE("a point on land lies in its country, at both scales", "[countries]") {
    const Point known[] = {{139.2, 36.0, "JP"},  {127.8, 36.5, "KR"},  {126.5, 39.5, "KP"},  {121.0, 23.8, "TW"},
                           {116.4, 39.9, "CN"},  {-100.0, 40.0, "US"}, {-150.0, 65.0, "US"}, {-75.0, 46.0, "CA"},
                           {133.0, -25.0, "AU"}, {175.6, -38.5, "NZ"}, {2.5, 47.0, "FR"},    {-53.0, 4.0, "GF"},
                           {34.4, 45.3, "UA"},   {38.0, 50.0, "RU"},   {-175.0, 66.7, "RU"}, {-13.0, 25.0, "EH"},
                           {-6.0, 32.5, "MA"},   {28.0, -29.5, "LS"},  {33.0, 34.95, "CY"},  {46.0, 9.5, "SO"},
                           {-40.0, 75.0, "GL"},  {18.0, 79.0, "SJ"},   {20.0, -80.0, "AQ"},  {178.0, -17.8, "FJ"}};
    for (const auto level : {CountryShapes::Level::Coarse110m, CountryShapes::Level::Medium50m})
        for (const auto& [lon, lat, country] : known) {
            INFO(lon << " " << lat);
            CHECK(shapes(level).at(lonlat(lon, lat)) == country);
        }
    CHECK(shapes(CountryShapes::Level::Medium50m).at(lonlat(114.17, 22.4)) == "HK");
    CHECK(shapes(CountryShapes::Level::Medium50m).at(lonlat(103.8, 1.35)) == "SG");
    CHECK(shapes(CountryShapes::Level::Medium50m).at(lonlat(55.5, -21.1)) == "RE");
}

TEST_CASE("the land of a country is all its pieces, read when it is first asked for", "[countries]") {
    const LazyCountryShapes lazy{data_dir};
    const auto japan = lazy.get().of("JP");
    CHECK(japan.size() > 10);
    CHECK(std::ranges::any_of(japan, [](const Polygon& piece) { return inside(piece, {143.0, 43.5}); }));
    CHECK(std::ranges::none_of(japan, [](const Polygon& piece) { return inside(piece, {127.8, 36.5}); }));
    CHECK(lazy.get().of("EU").empty());
    CHECK_THROWS_AS(LazyCountryShapes{"/nowhere"}.get(), ReadError);
}

TEST_CASE("water and land that the policy gives to no state belong to no country", "[countries]") {
    const Point none[] = {{-30, 40, "Atlantic"},           {150, 20, "Pacific"},
                          {147.9, 45.0, "Iturup"},         {145.8, 44.1, "Kunashir"},
                          {112.34, 16.83, "Woody Island"}, {114.0, 9.6, "Spratlys"},
                          {123.48, 25.75, "Senkaku"},      {131.87, 37.24, "Dokdo"},
                          {20.9, 42.6, "Kosovo"},          {35.8, 33.0, "Golan"}};
    for (const auto& [lon, lat, where] : none) {
        INFO(where);
        CHECK(shapes(CountryShapes::Level::Medium50m).at(lonlat(lon, lat)).empty());
    }
}

TEST_CASE("every piece of a country has a code of ISO 3166-1, and most codes have one", "[countries]") {
    std::set<std::string> codes;
    for (const auto level : {CountryShapes::Level::Coarse110m, CountryShapes::Level::Medium50m})
        for (const CountryShape& shape : shapes(level).shapes()) {
            CHECK((is_country_code(shape.iso) && shape.iso.size() == 2));
            CHECK(shape.polygon.rings.at(0).size() >= 4);
            codes.insert(shape.iso);
        }
    CHECK(codes.size() > 230);
}

TEST_CASE("the pieces in a box are found across the antimeridian and the cut of the files", "[countries]") {
    const auto names = [](const Box& box) {
        std::set<std::string> found;
        for (const CountryShape* shape : shapes(CountryShapes::Level::Coarse110m).meeting(box))
            found.insert(shape->iso);
        return found;
    };
    CHECK(names(box(125, 34, 129, 38)).contains("KR"));
    CHECK(names(box(177, -20, -178, -15)) == std::set<std::string>{"FJ"});
    CHECK(names(box(-35, 60, -25, 75)).contains("GL"));
    CHECK(names(box(-40, 30, -35, 35)).empty());
}

TEST_CASE("a missing file of countries is named", "[countries]") {
    CHECK_THROWS_WITH(CountryShapes::read("/nowhere", CountryShapes::Level::Coarse110m),
                      Catch::Contains("countries_110m.fgb"));
}

TEST_CASE("countries written in full have a code, and codes have a name", "[countries]") {
    CHECK(country_codes().size() == iso_country_count + 3);
    CHECK(country_code_of("japan") == "JP");
    CHECK(country_code_of("Scotland") == "GB");
    CHECK(country_code_of("Hawaii") == "US");
    CHECK(country_code_of("Cote d'Ivoire") == "CI");
    CHECK(country_code_of("Northern Marianas") == "MP");
    CHECK(country_code_of("Atlantis").empty());
    CHECK(country_code_name("TW") == "Taiwan");
    CHECK(country_code_name("HK") == "Hong Kong");
    CHECK(country_code_name("KP") == "North Korea");
    CHECK(country_code_name("KR") == "South Korea");
    CHECK(country_code_name("NATO") == "NATO");
    CHECK(is_country_code("UN"));
    CHECK_FALSE(is_country_code("jp"));
    CHECK_FALSE(is_country_code("XX"));
    std::set<std::string_view> codes;
    for (const CountryCode& country : country_codes()) {
        CHECK(codes.insert(country.code).second);
        CHECK(country_code_of(country.name) == country.code);
    }
}
