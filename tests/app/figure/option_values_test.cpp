#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "app/figure/option_values.hpp"
#include "tests/support/catch.hpp"

using app::UsageError;

TEST_CASE("numbers are read strictly and must be within their range", "[app]") {
    CHECK(app::number_in("--dpi", "300", 36, 2400) == 300);
    CHECK(app::number_in("--width-km", "+1.5e3", 1, 45000) == 1500);
    for (const char* wrong : {"", "abc", "12x", "nan", "inf", "35.9", "2401", "1,5"})
        CHECK_THROWS_AS(app::number_in("--dpi", wrong, 36, 2400), UsageError);
    CHECK_THROWS_WITH(app::number_in("--dpi", "12x", 36, 2400), "--dpi: '12x' is not a number from 36 to 2400");
}

TEST_CASE("a size is two whole numbers of pixels", "[app]") {
    CHECK(app::pixel_size("--size", "1920x1080") == std::pair{1920, 1080});
    for (const char* wrong : {"1920", "1920x", "x1080", "1920*1080", "19.5x10", "1920x1080px"})
        CHECK_THROWS_AS(app::pixel_size("--size", wrong), UsageError);
}

TEST_CASE("a latitude given before the longitude is an error that says so", "[app]") {
    const auto place = app::lonlat_value("--center", "-123.43, 48.43");
    CHECK(place.lon() == Approx(-123.43));
    CHECK(place.lat() == Approx(48.43));
    CHECK(app::lonlat_value("--center", "190,10") == geo::lonlat(-170, 10));
    CHECK(app::lonlat_value("--center", "-190,10") == geo::lonlat(170, 10));
    CHECK(app::lonlat_value("--center", "360,-90") == geo::lonlat(0, -90));
    CHECK_THROWS_AS(app::lonlat_value("--center", "360.1,10"), UsageError);
    CHECK_THROWS_AS(app::lonlat_value("--center", "-360.1,10"), UsageError);
    CHECK_THROWS_AS(app::lonlat_value("--center", "10,90.1"), UsageError);
    CHECK_THROWS_WITH(app::lonlat_value("--center", "37.5,127"),
                      "--center: '37.5,127': latitude is beyond 90; longitude comes first");
    CHECK_THROWS_AS(app::lonlat_value("--center", "127"), UsageError);
}

TEST_CASE("a box may cross the antimeridian, but its south must be below its north", "[app]") {
    CHECK(app::box_value("--bbox", "170,-10,-170,10").crosses_antimeridian());
    CHECK_THROWS_AS(app::box_value("--bbox", "120,42,135,30"), UsageError);
    CHECK_THROWS_AS(app::box_value("--bbox", "120,30,135"), UsageError);
    CHECK_THROWS_AS(app::box_value("--bbox", "120,30,135,30"), UsageError);
    CHECK_THROWS_AS(app::box_value("--bbox", "120,30,120,42"), UsageError);
    CHECK(app::box_value("--bbox", "120,30,135,42").south() == 30);
    CHECK(app::box_value("--bbox", "120,30,135,42").east() == 135);
}

TEST_CASE("a similar word is suggested, a very different one is not", "[app]") {
    CHECK(app::did_you_mean("exprot", {"export", "state"}) == "; did you mean 'export'?");
    CHECK(app::did_you_mean("zzzzzz", {"export", "state"}).empty());
    CHECK(app::did_you_mean("x", std::vector<std::string>{}).empty());
}

TEST_CASE("a list is split at commas, without blanks and empty parts", "[app]") {
    CHECK(app::split_list(" a, b ,,c ") == std::vector<std::string>{"a", "b", "c"});
    CHECK(app::split_list("").empty());
}

TEST_CASE("end_of_day gives the last millisecond of a day", "[app]") {
    CHECK(assets::to_iso(app::end_of_day("--known-by", "2024-07-31")) == "2024-07-31T23:59:59.999Z");
    for (const char* wrong : {"2024-07", "soon", "2024-07-31T12:00Z", ""})
        CHECK_THROWS_AS(app::end_of_day("--known-by", wrong), UsageError);
}

TEST_CASE("a duration is read in its unit and printed in the largest that divides it", "[app]") {
    using namespace std::chrono_literals;
    CHECK(app::duration_value("--trail", "36h") == 36h);
    CHECK(app::duration_value("--trail", "14d") == 14 * 24h);
    CHECK(app::duration_value("--trail", "30min") == 30min);
    for (const char* wrong : {"", "36", "h", "-2h", "0h", "3 fortnights"})
        CHECK_THROWS_AS(app::duration_value("--trail", wrong), UsageError);
    CHECK(app::duration_text(36h) == "36h");
    CHECK(app::duration_text(14 * 24h) == "14d");
    CHECK(app::duration_text(90min) == "90min");
    CHECK(app::duration_text(61s) == "61s");
}
