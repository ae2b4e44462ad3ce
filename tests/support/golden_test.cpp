#include "tests/support/catch.hpp"
#include "tests/support/golden_png.hpp"
#include "tests/support/golden_text.hpp"

using support::first_difference;

TEST_CASE("two texts agree when their numbers differ within the tolerance and their words are equal", "[support]") {
    const std::string accepted = "text at 5.00,-8.00 \"Seoul 2024\" width 9.62\nend\n";
    CHECK(first_difference(accepted, accepted, 0).empty());
    const std::string nudged = "text at 5.04,-7.96 \"Seoul 2024\" width 9.6\nend\n";
    CHECK(first_difference(accepted, nudged, 0.05).empty());
    CHECK_FALSE(first_difference(accepted, nudged, 0).empty());
    for (const char* other :
         {"text at 5.06,-8.00 \"Seoul 2024\" width 9.62\nend\n", "text at 5.00,8.00 \"Seoul 2024\" width 9.62\nend\n",
          "text at 5.00,-8.00 \"Seoul 2025\" width 9.62\nend\n",
          "text at 5.00,-8.00 \"Seoul 2024\" width 9.62 x\nend\n",
          "text at 5.00,-8.00 \"Seoul 2024\" width 9.62\nend\nmore\n",
          "text at 5.00,-8.00 \"Seoul 2024\" width 9.62\n"}) {
        CAPTURE(other);
        CHECK_FALSE(first_difference(accepted, other, 0.05).empty());
    }
}

TEST_CASE("the first different line is given with its number and both versions", "[support]") {
    const auto difference = first_difference("a 1\nb 2\n", "a 1\nb 3\n", 0.05);
    CHECK(difference.find("line 2") != std::string::npos);
    CHECK(difference.find("b 2") != std::string::npos);
    CHECK(difference.find("b 3") != std::string::npos);
}

TEST_CASE("the sign of a number within the tolerance of zero does not matter", "[support]") {
    CHECK(first_difference("m-0.01 0", "m0.01 0", 0.05).empty());
}

TEST_CASE("the most different region is found, and a small mark in it exceeds the tolerance", "[support]") {
    const render::Raster plain{100, 90, std::vector<std::uint8_t>(std::size_t{100} * 90 * 3, 200)};
    CHECK(support::most_different_region(plain, plain).difference == 0);
    auto marked = plain;
    for (int y = 50; y < 60; ++y)
        for (int x = 85; x < 95; ++x)
            marked.rgb[static_cast<std::size_t>(y * 100 + x) * 3] = 98;
    const auto region = support::most_different_region(plain, marked);
    CHECK(region.x == 80);
    CHECK(region.y == 40);
    // 100 of the 20 x 40 pixels at the right edge differ by 102 of 255.
    CHECK(region.difference == Approx(0.4 * 100 / 800));
    CHECK(region.difference > support::golden_region_tolerance);
}
