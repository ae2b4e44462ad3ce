// Where a text may stand along a line.
#include "render/map/labels/candidates.hpp"
#include "render/map/labels/place_labels.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

namespace {

using namespace render;

const Rect frame{0, 0, 180, 110};

/// The candidates for a text of 20 x 4 mm along a line.
std::vector<Candidate> candidates(std::vector<Point> line) {
    LabelRequest request{};
    request.kind = LabelRequest::Kind::Along;
    request.style.size_mm = 3;
    request.line = std::move(line);
    TextBlock block;
    block.w_mm = 20;
    block.h_mm = 4;
    block.optical_mm = 3;
    return along(request, block, frame);
}

} // namespace

TEST_CASE("a text along a vertical line reads from bottom to top, whichever way the line was drawn", "[labels]") {
    for (const auto& line : {std::vector<Point>{{90, 10}, {90, 100}}, std::vector<Point>{{90, 100}, {90, 10}}}) {
        const auto all = candidates(line);
        REQUIRE_FALSE(all.empty());
        for (const Candidate& each : all)
            CHECK(each.angle_deg == Approx(90));
    }
}

TEST_CASE("a text along a line is never upside down and stands above it rather than below", "[labels]") {
    for (int degrees = 0; degrees < 360; degrees += 15) {
        INFO(degrees);
        const double a = degrees * 3.14159265358979 / 180;
        const auto all = candidates(
            {{90 - 40 * std::cos(a), 55 - 40 * std::sin(a)}, {90 + 40 * std::cos(a), 55 + 40 * std::sin(a)}});
        REQUIRE_FALSE(all.empty());
        for (const Candidate& each : all) {
            CHECK(each.angle_deg > -90.001);
            CHECK(each.angle_deg < 90.001);
        }
        if (degrees % 180 != 90) CHECK(all.front().box.centre.y < 55); // y grows downwards
    }
}

TEST_CASE("a text may be twice as long as the part of its line in the frame, and not longer", "[labels]") {
    CHECK_FALSE(candidates({{50, 50}, {60.1, 50}}).empty());
    CHECK(candidates({{50, 50}, {59.9, 50}}).empty());
    CHECK_FALSE(candidates({{-100, 50}, {10.1, 50}}).empty());
    CHECK(candidates({{-100, 50}, {9.9, 50}}).empty());
}
