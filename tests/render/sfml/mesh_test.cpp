// Meshes are made without a display, so these tests need none.
#include "render/cairo/sprite.hpp"
#include "render/picture/builder.hpp"
#include "render/sfml/mesh.hpp"
#include "render/sfml/stroke.hpp"
#include "render/sfml/tessellate.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

using namespace render;

namespace {

const Colour ink{20, 40, 60, 255};

Outline box(double x, double y, double w, double h) {
    return {{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true};
}

Outline circle(Point centre, double radius, int corners) {
    Outline made{{}, true};
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        made.points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return made;
}

double area(Point a, Point b, Point c) {
    return ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}

double area(const Tessellation& shape) {
    double sum = 0;
    for (const auto& [a, b, c] : shape.triangles)
        sum += area(shape.points[a], shape.points[b], shape.points[c]);
    return sum;
}

double ring_area(const Outline& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.points.size(); ++i)
        sum += area({0, 0}, ring.points[i], ring.points[(i + 1) % ring.points.size()]);
    return std::abs(sum);
}

double length(const Outline& line) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i)
        sum += std::hypot(line.points[i + 1].x - line.points[i].x, line.points[i + 1].y - line.points[i].y);
    return sum;
}

double length(const std::vector<Outline>& pieces) {
    return std::accumulate(pieces.begin(), pieces.end(), 0.0,
                           [](double sum, const Outline& piece) { return sum + length(piece); });
}

/// The area that a mesh covers, in square pixels. Places corners and weights coverage as the shader does. Correct only
/// for meshes whose triangles do not overlap.
double covered_px(const Mesh& mesh) {
    constexpr int fine = 64; // samples along the side of a triangle
    double sum = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const MeshVertex &a = mesh.vertices[mesh.indices[i]], &b = mesh.vertices[mesh.indices[i + 1]],
                         &c = mesh.vertices[mesh.indices[i + 2]];
        const auto at = [&](const MeshVertex& v) {
            return Point{v.x * mesh.px_per_mm + v.dx, v.y * mesh.px_per_mm + v.dy};
        };
        double mean = 0;
        int samples = 0;
        for (int p = 0; p < fine; ++p)
            for (int q = 0; p + q < fine; ++q, ++samples) {
                const double u = (p + 1.0 / 3) / fine, v = (q + 1.0 / 3) / fine, w = 1 - u - v;
                const double side = std::abs(u * a.side + v * b.side + w * c.side);
                const double half = a.half_width, fade = u * a.fade + v * b.fade + w * c.fade;
                const double across =
                    half < 0 ? 1 : std::clamp(half + 0.5 - side, 0.0, 1.0) - std::clamp(0.5 - half - side, 0.0, 1.0);
                mean += fade * across;
            }
        sum += std::abs(area(at(a), at(b), at(c))) * mean / samples;
    }
    return sum;
}

Mesh mesh_of(const Outline& line, double width_px, Cap cap = Cap::Butt, Join join = Join::Round,
             std::vector<double> dash_px = {}) {
    Builder builder{100, 100};
    builder.stroke({{line}, ink, width_px, std::move(dash_px), cap, join});
    return make_mesh(builder.picture(), 1);
}

} // namespace

TEST_CASE("the triangles of a polygon have its area without the holes", "[sfml]") {
    const auto island = circle({50, 50}, 40, 1000), lake = circle({45, 55}, 12, 333), islet = box(42, 52, 3, 3);
    const double wanted = ring_area(island) - ring_area(lake) + ring_area(islet);
    CHECK(area(tessellate({island, lake, islet})) == Approx(wanted).epsilon(1e-9));
}

TEST_CASE("rings may have either orientation", "[sfml]") {
    auto lake = box(20, 20, 30, 30);
    const double before = area(tessellate({box(0, 0, 100, 100), lake}));
    std::ranges::reverse(lake.points);
    CHECK(before == Approx(9100));
    CHECK(area(tessellate({box(0, 0, 100, 100), lake})) == Approx(before));
}

TEST_CASE("a ring that crosses itself is filled by the even-odd rule", "[sfml]") {
    const Outline bow_tie{{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, true};
    CHECK(area(tessellate({bow_tie})) == Approx(50));
    // an area covered twice is outside
    CHECK(area(tessellate({box(0, 0, 10, 10), box(5, 0, 10, 10)})) == Approx(100));
}

TEST_CASE("the rim of a shape follows its outline and has the inside on the +90 degree side", "[sfml]") {
    const auto shape = tessellate({box(0, 0, 30, 20), box(10, 5, 10, 10)});
    double around = 0;
    for (const auto& [a, b] : shape.rim) {
        const Point p = shape.points[a], q = shape.points[b];
        around += std::hypot(q.x - p.x, q.y - p.y);
        const Point middle{(p.x + q.x) / 2, (p.y + q.y) / 2};
        const double l = std::hypot(q.x - p.x, q.y - p.y);
        const Point inside{middle.x - (q.y - p.y) / l * 0.1, middle.y + (q.x - p.x) / l * 0.1};
        const bool in_box = inside.x > 0 && inside.x < 30 && inside.y > 0 && inside.y < 20;
        const bool in_hole = inside.x > 10 && inside.x < 20 && inside.y > 5 && inside.y < 15;
        CHECK((in_box && !in_hole));
    }
    CHECK(around == Approx(100 + 40));
}

TEST_CASE("soft edges do not change the area of a fill", "[sfml]") {
    Builder builder{100, 100};
    builder.fill({box(10, 10, 60, 40)}, ink);
    CHECK(covered_px(make_mesh(builder.picture(), 4)) == Approx(60 * 40 * 16).epsilon(0.001));
}

TEST_CASE("a line covers its length times its width, however thin", "[sfml]") {
    const Outline line{{{10, 10}, {90, 10}}, false};
    for (const double width : {0.1, 0.4, 1.0, 3.0, 10.0})
        CHECK(covered_px(mesh_of(line, width)) == Approx(80 * width).epsilon(0.03));
}

TEST_CASE("round caps add a disc", "[sfml]") {
    const Outline line{{{20, 20}, {80, 20}}, false};
    CHECK(covered_px(mesh_of(line, 12, Cap::Round)) == Approx(60 * 12 + std::numbers::pi * 36).epsilon(0.02));
}

TEST_CASE("segments of a line do not overlap at its corners", "[sfml]") {
    // The stroke covers the area between two octagons, half a width outwards and inwards, with rounded corners.
    const double turn = std::tan(std::numbers::pi / 8), width = 6;
    const Outline ring = circle({50, 50}, 30, 8);
    const double around = 8 * 2 * 30 * std::sin(std::numbers::pi / 8);
    const double rounded_corners = 9 * (std::numbers::pi - 8 * turn); // a disc instead of eight mitres
    CHECK(covered_px(mesh_of(ring, width)) == Approx(around * width + rounded_corners).epsilon(0.02));
    CHECK(covered_px(mesh_of(ring, width, Cap::Butt, Join::Mitre)) == Approx(around * width).epsilon(0.02));
}

TEST_CASE("a mitre longer than four widths is cut off, as in Cairo", "[sfml]") {
    const auto reach = [](double half_angle_deg) {
        const double a = half_angle_deg * std::numbers::pi / 180;
        const Outline spike{{{0, 0}, {50 * std::cos(a), 50 * std::sin(a)}, {0, 100 * std::sin(a)}}, false};
        double furthest = 0;
        for (const auto& v : mesh_of(spike, 4, Cap::Butt, Join::Mitre).vertices)
            furthest = std::max(furthest, v.x + v.dx - 50 * std::cos(a));
        return furthest;
    };
    CHECK(reach(20) == Approx(2.5 / std::sin(20 * std::numbers::pi / 180)).margin(0.01));
    CHECK(reach(10) < 2.6);
}

TEST_CASE("dashes have the lengths of their pattern, around corners too", "[sfml]") {
    const Outline line{{{0, 0}, {10, 0}, {10, 10}, {25, 10}}, false}; // 35 long
    const auto pieces = cut_dashes(line, {4, 3});
    REQUIRE(pieces.size() == 5);
    for (const auto& piece : pieces)
        CHECK(length(piece) == Approx(4));
    CHECK(pieces[1].points.front() == Point{7, 0});
    CHECK(pieces[1].points.back() == Point{10, 1});
}

TEST_CASE("a pattern of one length alternates between dash and gap", "[sfml]") {
    const auto pieces = cut_dashes({{{0, 0}, {18, 0}}, false}, {3});
    REQUIRE(pieces.size() == 3);
    CHECK(pieces[1].points.front().x == Approx(6));
    CHECK(length(pieces) == Approx(9));
}

TEST_CASE("a closed line that begins and ends with a dash has no gap between them", "[sfml]") {
    const auto pieces = cut_dashes(box(0, 0, 10, 10), {6, 3}); // perimeter 40: 4 periods and 4 of the fifth
    REQUIRE(pieces.size() == 4);
    CHECK(length(pieces[0]) == Approx(10));
    CHECK(length(pieces) == Approx(4 * 6 + 4));
}

TEST_CASE("dashes of length zero with round caps are dots", "[sfml]") {
    const auto pieces = cut_dashes({{{0, 0}, {9.5, 0}}, false}, {0, 3});
    CHECK(pieces.size() == 4);
    const auto dots = mesh_of({{{5, 5}, {14.5, 5}}, false}, 2, Cap::Round, Join::Round, {0, 3});
    CHECK(covered_px(dots) == Approx(4 * std::numbers::pi).epsilon(0.12));
}

TEST_CASE("a pattern of zero or nearly zero length gives the whole line", "[sfml]") {
    const Outline line{{{0, 0}, {9, 0}}, false};
    CHECK(cut_dashes(line, {0, 0}).size() == 1);
    CHECK(length(cut_dashes(line, {})) == Approx(9));
    CHECK_FALSE(mesh_of(line, 1, Cap::Butt, Join::Round, {1e-9, 1e-9}).indices.empty());
}

TEST_CASE("repeated points and lines of one point are drawn correctly", "[sfml]") {
    const Outline stutter{{{1, 1}, {1, 1}, {9, 1}, {9, 1}, {9, 1}}, false};
    CHECK(covered_px(mesh_of(stutter, 2)) == Approx(16).epsilon(0.01));
    CHECK(mesh_of({{{1, 1}}, false}, 2).indices.empty());
    CHECK(mesh_of({{}, false}, 2).indices.empty());
    CHECK_FALSE(mesh_of({{{1, 1}, {1, 1}}, true}, 2, Cap::Round).indices.empty());
    const auto back = mesh_of({{{1, 1}, {9, 1}, {1, 1}}, false}, 2); // turns back on itself
    for (const auto& v : back.vertices)
        CHECK((std::isfinite(v.dx) && std::abs(v.dx) < 3 && std::abs(v.dy) < 3));
}

TEST_CASE("an anchored group becomes a sprite on the pixels where Cairo would draw it", "[sfml]") {
    Builder builder{100, 100};
    {
        const auto layer = builder.group({.affine = {.x0 = 10, .y0 = 5}, .clip = Rect{0, 0, 50, 50}});
        const auto symbol = builder.group({.opacity = 0.5, .anchor = Point{20.3, 30.7}});
        builder.fill({box(-2, -1, 4, 2)}, {255, 0, 0, 255});
    }
    const auto mesh = make_mesh(builder.picture(), 4);
    REQUIRE(mesh.sprites.size() == 1);
    const auto& sprite = mesh.sprites[0];
    CHECK(sprite.anchor.x == Approx(30.3));
    CHECK(sprite.anchor.y == Approx(35.7));
    CHECK(sprite.opacity == Approx(0.5));
    REQUIRE(sprite.clip.has_value());
    CHECK(sprite.clip->x == Approx(10));
    const double left = (sprite.anchor.x + sprite.box.x) * 4, top = (sprite.anchor.y + sprite.box.y) * 4;
    CHECK(left == Approx(std::round(left)).margin(1e-9));
    CHECK(top == Approx(std::round(top)).margin(1e-9));
    // the middle of the red box: opaque, since opacity is left to the player
    const int x = static_cast<int>(30.3 * 4 - left), y = static_cast<int>(35.7 * 4 - top);
    const auto& image = mesh.images[sprite.image];
    const auto at = static_cast<std::size_t>(y * image.width + x) * 4;
    CHECK(image.rgba[at] == 255);
    CHECK(image.rgba[at + 1] == 0);
    CHECK(image.rgba[at + 3] == 255);
    CHECK(image.rgba[3] == 0);
    // the pixels are premultiplied, and their alpha adds up to the area of the box
    const double alpha = [&] {
        double sum = 0;
        for (std::size_t i = 3; i < image.rgba.size(); i += 4) {
            CHECK(image.rgba[i - 3] <= image.rgba[i]);
            sum += image.rgba[i] / 255.0;
        }
        return sum;
    }();
    CHECK(alpha == Approx(4 * 2 * 16).epsilon(0.01));
}

TEST_CASE("a symbol without commands gives an empty bitmap", "[sfml]") {
    Group empty;
    empty.anchor = Point{1, 1};
    CHECK(rasterise_sprite(empty, {}, 4).width == 0);
}

TEST_CASE("shapes with a clip have a batch of their own, in drawing order", "[sfml]") {
    Builder builder{100, 100};
    builder.fill({box(0, 0, 10, 10)}, ink);
    {
        const auto outer = builder.group({.clip = Rect{10, 10, 50, 50}});
        const auto inner = builder.group({.affine = {.xx = 2, .yy = 2}, .clip = Rect{20, 0, 10, 10}});
        builder.stroke({{box(0, 0, 10, 10)}, ink, 1, {}, Cap::Butt, Join::Round});
    }
    builder.fill({box(0, 0, 10, 10)}, ink);
    const auto mesh = make_mesh(builder.picture(), 4);
    REQUIRE(mesh.batches.size() == 3);
    CHECK_FALSE(mesh.batches[0].clip.has_value());
    CHECK(mesh.batches[1].clip == Rect{40, 10, 20, 10});
    CHECK_FALSE(mesh.batches[2].clip.has_value());
    std::size_t next = 0;
    for (const auto& batch : mesh.batches) {
        CHECK(batch.first_index == next);
        next += batch.index_count;
    }
    CHECK(next == mesh.indices.size());
}

TEST_CASE("an image keeps its place in the drawing order", "[sfml]") {
    const auto relief = std::make_shared<const Image>(Image{1, 1, {200, 100, 50, 128}});
    Builder builder{100, 100};
    builder.fill({box(0, 0, 10, 10)}, ink);
    builder.image({relief, {10, 20, 30, 40}, 0.5});
    builder.fill({box(0, 0, 10, 10)}, ink);
    const auto mesh = make_mesh(builder.picture(), 4);
    REQUIRE(mesh.batches.size() == 3);
    REQUIRE(mesh.batches[1].image != nullptr);
    CHECK(mesh.batches[1].image->box == Rect{10, 20, 30, 40});
    CHECK(mesh.batches[1].image->image.rgba == std::vector<std::uint8_t>{100, 50, 25, 128});
}

TEST_CASE("the same picture gives the same mesh", "[sfml]") {
    Builder builder{100, 100};
    builder.fill({circle({50, 50}, 40, 500), circle({40, 40}, 10, 50)}, ink);
    builder.stroke({{circle({50, 50}, 45, 100)}, ink, 1, {3, 2}, Cap::Round, Join::Round});
    const auto first = make_mesh(builder.picture(), 4), second = make_mesh(builder.picture(), 4);
    CHECK(first.vertices == second.vertices);
    CHECK(first.indices == second.indices);
}
