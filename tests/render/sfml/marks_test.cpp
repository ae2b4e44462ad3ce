// Pictures with very many symbols: look-alikes share images, small symbols are merged, and corners are kept while only
// the offset of the view changes.
#include "render/picture/builder.hpp"
#include "tests/render/sfml/gl_raster.hpp"
#include "tests/render/sfml/similarity.hpp"
#include "tests/render/sfml/virtual_display.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace render;

namespace {

Outline disc_of(double radius) {
    Outline o{{}, true};
    for (int i = 0; i < 20; ++i)
        o.points.push_back({radius * std::cos(0.314159 * i), radius * std::sin(0.314159 * i)});
    return o;
}

/// Dots in three colours, some faint, then a large symbol on top.
Picture dots(int count) {
    Builder builder{100, 80};
    std::mt19937 random{3};
    {
        const auto layer = builder.group({.clip = Rect{5, 5, 90, 70}});
        for (int i = 0; i < count; ++i) {
            const Point at{100.0 * static_cast<double>(random() % 10'000) / 1e4,
                           80.0 * static_cast<double>(random() % 10'000) / 1e4};
            const auto colour = static_cast<std::uint8_t>(80 * (random() % 3));
            const auto dot = builder.group({.opacity = i % 4 == 0 ? 0.45 : 1, .anchor = at});
            builder.fill({disc_of(0.7)}, {255, 255, 255, 255});
            builder.fill({disc_of(0.55)}, {colour, 90, 40, 255});
        }
        const auto symbol = builder.group({.anchor = Point{50, 40}});
        builder.fill({disc_of(6)}, {10, 10, 120, 255});
    }
    return builder.picture();
}

} // namespace

TEST_CASE("thousands of small symbols are merged into one sprite, a few hundred are not", "[sfml][marks]") {
    const auto many = make_mesh(dots(3000), 4), few = make_mesh(dots(300), 4);
    CHECK(few.sprites.size() == 301);
    REQUIRE(many.sprites.size() == 2);
    CHECK(many.sprites[0].scales);
    CHECK_FALSE(many.sprites[1].scales);
    CHECK(many.images.size() < 3 * 4 + 3); // three colours in four quarters of a pixel
    const auto& image = many.images[many.sprites[0].image];
    CHECK(image.width <= 400);
    CHECK(image.height <= 320);
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        REQUIRE(std::max({image.rgba[i], image.rgba[i + 1], image.rgba[i + 2]}) <= image.rgba[i + 3]);
}

TEST_CASE("thousands of merged symbols look as Cairo draws them", "[sfml][marks]") {
    const auto picture = dots(3000);
    const auto shown = support::play_on_gl(picture, 400, 320);
    const auto expected = rasterise(picture, 400, 320);
    CHECK(support::structural_similarity(shown, expected) > 0.93);
}

TEST_CASE("a mesh that was drawn with other views draws the same pixels as a new one", "[sfml][marks]") {
    support::need_display();
    for (const int count : {300, 3000}) {
        const auto mesh = make_mesh(dots(count), 4);
        const UploadedMesh kept{mesh};
        GlPlayer player;
        const auto drawn = [&](const UploadedMesh& uploaded, const ViewTransform& view) {
            sf::RenderTexture target;
            REQUIRE(target.create(400, 320));
            target.clear(sf::Color::White);
            player.draw_sprites(target, uploaded, view);
            target.display();
            return support::pixels_of(target).rgb;
        };
        for (const ViewTransform& view :
             {ViewTransform{.px_per_mm = 4}, ViewTransform{.px_per_mm = 4, .offset_x_px = 17, .offset_y_px = -9},
              ViewTransform{.px_per_mm = 4, .zoom = 1.5, .offset_x_px = -30.4},
              ViewTransform{.px_per_mm = 4, .zoom = 1.5, .offset_x_px = -27.4, .offset_y_px = 5},
              ViewTransform{.px_per_mm = 4, .offset_x_px = 0.5}}) {
            INFO(count << " at " << view.offset_x_px << ", zoom " << view.zoom);
            CHECK(drawn(kept, view) == drawn(UploadedMesh{mesh}, view));
        }
    }
}
