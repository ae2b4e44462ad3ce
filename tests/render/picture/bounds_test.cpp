#include "render/picture/builder.hpp"
#include "render/picture/inspect.hpp"
#include "tests/render/picture/sample.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <numbers>

using namespace render;

namespace {

std::vector<Command> drawn(const std::function<void(Builder&)>& draw) {
    Builder page{100, 100};
    draw(page);
    return page.take().commands;
}

void check_rect(const std::vector<Command>& commands, Rect expected) {
    const auto found = bounds(commands);
    REQUIRE(found);
    CHECK(found->x == Approx(expected.x).margin(1e-9));
    CHECK(found->y == Approx(expected.y).margin(1e-9));
    CHECK(found->right() == Approx(expected.right()).margin(1e-9));
    CHECK(found->bottom() == Approx(expected.bottom()).margin(1e-9));
}

StrokePath line(std::vector<Point> points, double width, Join join = Join::Round) {
    return {.outlines = {{std::move(points), false}}, .colour = {}, .width_mm = width, .dash_mm = {}, .join = join};
}

} // namespace

TEST_CASE("an empty list of commands has no bounds", "[picture]") {
    CHECK_FALSE(bounds({}));
}

TEST_CASE("a fill is bounded by its points", "[picture]") {
    check_rect(drawn([](Builder& b) { b.fill({sample::rectangle(10, 20, 30, 40)}, {}); }), {10, 20, 30, 40});
}

TEST_CASE("a stroke reaches half its width beyond its line", "[picture]") {
    check_rect(drawn([](Builder& b) { b.stroke(line({{10, 10}, {20, 10}}, 2)); }), {9, 9, 12, 2});
}

TEST_CASE("bounds include the tip of a mitre unless the mitre limit cuts it off", "[picture]") {
    const auto corner = [](double half_angle) {
        const double a = half_angle * std::numbers::pi / 180;
        return line(
            {{50 + 20 * std::sin(a), 50 + 20 * std::cos(a)}, {50, 50}, {50 - 20 * std::sin(a), 50 + 20 * std::cos(a)}},
            2, Join::Mitre);
    };
    // The tip of a mitre lies 1 / sin(half the angle) half widths out.
    const auto blunt = bounds(drawn([&](Builder& b) { b.stroke(corner(30)); }));
    CHECK(blunt->y == Approx(48));
    const auto sharp = bounds(drawn([&](Builder& b) { b.stroke(corner(10)); }));
    CHECK(sharp->y == Approx(49));
}

TEST_CASE("bounds apply the transform of a group to its commands", "[picture]") {
    const auto commands = drawn([](Builder& b) {
        // a quarter turn and twice the size about the anchor
        const auto group = b.group({.affine = {.xx = 0, .yx = 2, .xy = -2, .yy = 0}, .anchor = Point{50, 50}});
        b.fill({sample::rectangle(0, 0, 10, 5)}, {});
        b.stroke(line({{0, 0}, {10, 0}}, 1));
    });
    check_rect(commands, {40, 49, 11, 22});
}

TEST_CASE("bounds leave out the parts that a clip cuts off", "[picture]") {
    check_rect(drawn([](Builder& b) {
                   const auto group = b.group({.clip = Rect{0, 0, 15, 15}});
                   b.fill({sample::rectangle(10, 10, 80, 80)}, {});
               }),
               {10, 10, 5, 5});
    CHECK_FALSE(bounds(drawn([](Builder& b) {
        const auto group = b.group({.clip = Rect{0, 0, 5, 5}});
        b.fill({sample::rectangle(10, 10, 80, 80)}, {});
    })));
}

TEST_CASE("a text is bounded by its ink and its halo, also when it is rotated", "[picture]") {
    const Typesetter type;
    const auto set = type.set("HMCS", {.size_mm = 10, .halo = Halo{{255, 255, 255, 255}, 0.5}});
    const auto& ink = set.ink;
    check_rect(drawn([&](Builder& b) {
                   b.text(placed(set, {20, 30}));
               }),
               {20 + ink.x - 0.5, 30 + ink.y - 0.5, ink.w + 1, ink.h + 1});
    // Counter-clockwise by 90 degrees the text runs up the page.
    check_rect(drawn([&](Builder& b) {
                   b.text(placed(set, {20, 30}, 90));
               }),
               {20 + ink.y - 0.5, 30 - ink.right() - 0.5, ink.h + 1, ink.w + 1});
}

TEST_CASE("the bounds of the sample page are within the page", "[picture]") {
    const auto picture = sample::page(Typesetter{});
    const auto box = bounds(picture.commands);
    REQUIRE(box);
    CHECK(box->x >= 0);
    CHECK(box->y >= 0);
    CHECK(box->right() <= picture.width_mm);
    CHECK(box->bottom() <= picture.height_mm);
}
