// Fixes are small, and storing them compactly loses nothing.
#include "assets/model/scenario.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <memory>
#include <random>

using namespace assets;

namespace {

bool share_details(const Fix& a, const Fix& b) {
    return &*a.details == &*b.details;
}

Fix fix_at(const std::string& place) {
    Fix fix;
    fix.edit().place = place;
    fix.edit().sources = {1, 2};
    return fix;
}

} // namespace

TEST_CASE("a fix is no larger than 64 bytes", "[model]") {
    CHECK(sizeof(Fix) <= 64);
    CHECK(sizeof(geo::OptionalLonLat) == 16);
    CHECK(sizeof(OptionalDecimal) == 4);
}

TEST_CASE("a copy of a fix shares its details until one of the two is edited", "[model]") {
    const Fix first = fix_at("Sasebo");
    Fix second = first;
    CHECK(share_details(first, second));
    second.edit().place = "Kure";
    CHECK(first.place() == "Sasebo");
    CHECK(second.place() == "Kure");
    CHECK(second.sources() == std::vector<SourceIndex>{1, 2});
}

TEST_CASE("by default a fix is reported, lasts throughout its interval, and has no source and no position", "[model]") {
    const Fix fix;
    CHECK(fix.kind() == FixKind::Reported);
    CHECK(fix.during() == During::Throughout);
    CHECK(fix.at_asset() == no_index);
    CHECK_FALSE(fix.position);
    CHECK_FALSE(fix.course_deg);
    CHECK(fix.sources().empty());
    CHECK(fix.place().empty());
}

TEST_CASE("fixes with equal details share them once they are pooled", "[model]") {
    DetailsPool pool;
    Fix a = fix_at("Sasebo"), b = fix_at("Kure"), c = fix_at("Sasebo"), d = fix_at("Sasebo");
    d.edit().time_error_h = 1;
    for (Fix* fix : {&a, &b, &c, &d})
        fix->details = pool.share(fix->details);
    CHECK(share_details(a, c));
    CHECK_FALSE(share_details(a, b));
    CHECK_FALSE(share_details(a, d));
    CHECK(b.place() == "Kure");
    CHECK(d.time_error_h() == 1);
    c.edit().place = "Maizuru"; // does not change the fix that shared its details
    CHECK(a.place() == "Sasebo");
}

TEST_CASE("a copy of a scenario keeps the details of its fixes when the original is gone", "[model]") {
    auto original = std::make_unique<Scenario>();
    original->fixes = {fix_at("Sasebo"), fix_at("Kure")};
    const Scenario copy = *original;
    CHECK(share_details(copy.fixes[1], original->fixes[1]));
    original.reset();
    CHECK(copy.fixes[0].place() == "Sasebo");
    CHECK(copy.fixes[1].place() == "Kure");
}

TEST_CASE("a course or speed with five decimals, or from a feed, is stored exactly", "[model]") {
    for (const double value : {0.0, 0.1, 12.3, 359.99999, 360.0, 5000.0, 4999.99999, 0.00001, 21474.0, 21474.83647})
        CHECK(*OptionalDecimal{value} == value);
    std::mt19937 random{3};
    for (int i = 0; i < 100'000; ++i) {
        const double written = static_cast<double>(random() % 500'000'000) / 1e5; // a number with five decimals
        REQUIRE(*OptionalDecimal{written} == written);
        const auto from_feed =
            static_cast<double>(static_cast<float>(random() % 5000) + static_cast<float>(random()) / 4.3e9F);
        REQUIRE(*OptionalDecimal{from_feed} == from_feed); // feeds give floats
    }
}

TEST_CASE("a course with more than five decimals is rounded", "[model]") {
    CHECK(*OptionalDecimal{123.4567891} == Approx(123.45679).margin(1e-9));
    CHECK(*OptionalDecimal{30'000.123} == Approx(30'000.123).epsilon(1e-7));
}

TEST_CASE("a missing course or position stays missing", "[model]") {
    OptionalDecimal course = std::optional<double>{};
    CHECK_FALSE(course);
    CHECK(course.value_or(7) == 7);
    CHECK_THROWS_AS(course.value(), std::bad_optional_access);
    course = 90;
    CHECK(course.value() == 90);
    course.reset();
    CHECK(course == OptionalDecimal{});

    geo::OptionalLonLat at = std::optional<geo::LonLat>{};
    CHECK(at == std::nullopt);
    CHECK_THROWS_AS(at.value(), std::bad_optional_access);
    at = geo::lonlat(139.6, 35.3);
    CHECK(at->lon() == 139.6);
    CHECK(std::optional<geo::LonLat>{at} == geo::lonlat(139.6, 35.3));
    at.reset();
    CHECK_FALSE(std::optional<geo::LonLat>{at});
}
