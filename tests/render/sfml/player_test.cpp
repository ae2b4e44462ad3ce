// Properties of the GL player other than parity: views, layers, and drawing by SFML before and after.
#include "render/picture/builder.hpp"
#include "render/sfml/display.hpp"
#include "tests/render/sfml/gl_raster.hpp"
#include "tests/render/sfml/similarity.hpp"
#include "tests/render/sfml/virtual_display.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>

#include <SFML/Graphics/RectangleShape.hpp>
#include <SFML/Graphics/Sprite.hpp>

using namespace render;
using support::need_display;
using support::pixels_of;

namespace {

constexpr unsigned side = 200;

Outline box(double x, double y, double w, double h) {
    return {{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true};
}

Colour at(const Raster& raster, int x, int y) {
    const auto i = static_cast<std::size_t>(y * raster.width + x) * 3;
    return {raster.rgb[i], raster.rgb[i + 1], raster.rgb[i + 2], 255};
}

bool is_near(Colour a, Colour b) {
    return std::abs(a.r - b.r) <= 2 && std::abs(a.g - b.g) <= 2 && std::abs(a.b - b.b) <= 2;
}

void create(sf::RenderTexture& target) {
    need_display();
    REQUIRE(target.create(side, side));
    target.clear(sf::Color::White);
}

const Colour red{200, 0, 0, 255};
const Colour blue{0, 0, 200, 255};
const Colour white{255, 255, 255, 255};

} // namespace

TEST_CASE("zoom moves lines and symbols but keeps their size", "[sfml]") {
    need_display();
    Builder builder{50, 50};
    builder.stroke({{{{{10, 0}, {10, 50}}, false}}, blue, 1, {}, Cap::Butt, Join::Round});
    {
        const auto symbol = builder.group({.anchor = Point{20, 10}});
        builder.fill({box(-1, -1, 2, 2)}, red);
    }
    sf::RenderTexture target;
    create(target);
    GlPlayer player;
    const UploadedMesh mesh{make_mesh(builder.picture(), 4)};
    const ViewTransform view{.px_per_mm = 4, .zoom = 1.5, .offset_x_px = 7, .offset_y_px = -3};
    player.draw_shapes(target, mesh, view);
    player.draw_sprites(target, mesh, view);
    target.display();
    const auto shown = pixels_of(target);
    const auto count = [&](Colour colour, int row) {
        int n = 0;
        for (int x = 0; x < static_cast<int>(side); ++x)
            n += is_near(at(shown, x, row), colour);
        return n;
    };
    CHECK(is_near(at(shown, 10 * 6 + 7, 150), blue));
    CHECK(count(blue, 150) == 4); // 1 mm, as before
    CHECK(is_near(at(shown, 20 * 6 + 7, 10 * 6 - 3), red));
    CHECK(count(red, 10 * 6 - 3) == 8); // 2 mm
}

TEST_CASE("a layer drawn by way of a texture looks like one drawn directly", "[sfml]") {
    need_display();
    Builder builder{50, 50};
    builder.fill({box(5, 5, 20, 20)}, {200, 0, 0, 90});
    builder.stroke({{{{{3, 40}, {47, 31}}, false}}, {0, 90, 0, 160}, 1.3, {}, Cap::Round, Join::Round});
    {
        const auto symbol = builder.group({.opacity = 0.6, .anchor = Point{22, 22}});
        builder.fill({box(-5, -5, 10, 10)}, blue);
    }
    const auto mesh = make_mesh(builder.picture(), 4);
    const ViewTransform view{.px_per_mm = 4};
    sf::RenderTexture direct, layer, window;
    create(direct), create(layer), create(window);
    GlPlayer player;
    const UploadedMesh uploaded{mesh};
    const sf::Color sea{170, 200, 220};
    direct.clear(sea);
    window.clear(sea);
    layer.clear(sf::Color::Transparent);
    for (sf::RenderTexture* target : {&direct, &layer}) {
        player.draw_shapes(*target, uploaded, view);
        player.draw_sprites(*target, uploaded, view);
        target->display();
    }
    window.draw(sf::Sprite{layer.getTexture()}, premultiplied_alpha);
    window.display();
    const auto a = pixels_of(direct), b = pixels_of(window);
    int largest = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i)
        largest = std::max(largest, std::abs(a.rgb[i] - b.rgb[i]));
    CHECK(largest <= 3);
    CHECK_FALSE(is_near(at(b, 40, 40), {sea.r, sea.g, sea.b, 255}));
}

TEST_CASE("a clip moves and scales with the view, for lines and symbols", "[sfml]") {
    need_display();
    Builder builder{50, 50};
    {
        const auto frame = builder.group({.clip = Rect{10, 10, 10, 10}});
        builder.fill({box(0, 0, 50, 50)}, red);
        const auto symbol = builder.group({.anchor = Point{20, 20}});
        builder.fill({box(-2, -2, 4, 4)}, blue);
    }
    sf::RenderTexture target;
    create(target);
    GlPlayer player;
    const UploadedMesh mesh{make_mesh(builder.picture(), 4)};
    const ViewTransform view{.px_per_mm = 4, .zoom = 1.25, .offset_x_px = 20, .offset_y_px = 0};
    player.draw_shapes(target, mesh, view);
    player.draw_sprites(target, mesh, view);
    target.display();
    const auto shown = pixels_of(target);
    CHECK(is_near(at(shown, 71, 51), red));
    CHECK(is_near(at(shown, 68, 60), white));
    CHECK(is_near(at(shown, 100, 47), white));
    CHECK(is_near(at(shown, 118, 98), blue));
    CHECK(is_near(at(shown, 122, 98), white));
    CHECK(is_near(at(shown, 118, 102), white));
}

TEST_CASE("a map in a part of the window draws nothing outside that part", "[sfml]") {
    need_display();
    Builder builder{50, 50};
    builder.fill({box(0, 0, 50, 50)}, red);
    {
        const auto frame = builder.group({.clip = Rect{20, 20, 10, 10}});
        builder.fill({box(0, 0, 50, 50)}, blue);
    }
    {
        const auto symbol = builder.group({.anchor = Point{12.5, 40}});
        builder.fill({box(-3, -3, 6, 6)}, blue);
    }
    sf::RenderTexture target;
    create(target);
    GlPlayer player;
    const UploadedMesh mesh{make_mesh(builder.picture(), 4)};
    const ViewTransform view{.px_per_mm = 4, .within_px = Rect{50, 30, 60, 150}};
    player.draw_shapes(target, mesh, view);
    player.draw_sprites(target, mesh, view);
    target.display();
    const auto shown = pixels_of(target);
    int outside = 0, blue_inside = 0;
    for (int y = 0; y < static_cast<int>(side); ++y)
        for (int x = 0; x < static_cast<int>(side); ++x) {
            const bool inside = x >= 50 && x < 110 && y >= 30 && y < 180;
            outside += !inside && !is_near(at(shown, x, y), white);
            blue_inside += inside && is_near(at(shown, x, y), blue);
        }
    CHECK(outside == 0);
    CHECK(is_near(at(shown, 60, 40), red));
    CHECK(blue_inside == 30 * 40 + 12 * 24); // the visible parts of the clip and of the symbol
}

TEST_CASE("an image fills its box and is the right way up", "[sfml]") {
    need_display();
    const auto relief = std::make_shared<const Image>(Image{1, 2, {200, 0, 0, 255, 0, 0, 200, 255}});
    Builder builder{50, 50};
    builder.image({relief, {10, 10, 20, 30}, 1});
    const auto shown = support::play_on_gl(builder.picture(), side, side);
    CHECK(is_near(at(shown, 80, 44), red));
    CHECK(is_near(at(shown, 80, 155), blue));
    CHECK(is_near(at(shown, 80, 36), white));
    CHECK(is_near(at(shown, 124, 100), white));
}

TEST_CASE("SFML can draw before and after the player", "[sfml]") {
    need_display();
    Builder builder{50, 50};
    builder.fill({box(20, 20, 10, 10)}, red);
    sf::RenderTexture target;
    create(target);
    GlPlayer player;
    const UploadedMesh mesh{make_mesh(builder.picture(), 4)};
    sf::RectangleShape square{{20, 20}};
    square.setFillColor(sf::Color{0, 0, 200});
    target.draw(square);
    player.draw_shapes(target, mesh, {.px_per_mm = 4});
    square.setPosition(180, 180);
    target.draw(square);
    target.display();
    const auto shown = pixels_of(target);
    CHECK(is_near(at(shown, 10, 10), blue));
    CHECK(is_near(at(shown, 100, 100), red));
    CHECK(is_near(at(shown, 190, 190), blue));
}

TEST_CASE("a mesh can be moved and can outlive the player", "[sfml]") {
    need_display();
    Builder builder{50, 50};
    builder.fill({box(20, 20, 10, 10)}, red);
    auto player = std::make_unique<GlPlayer>();
    UploadedMesh mesh{make_mesh(builder.picture(), 4)};
    mesh = UploadedMesh{make_mesh(Builder{50, 50}.picture(), 4)}; // an empty one
    sf::RenderTexture target;
    create(target);
    player->draw_shapes(target, mesh, {});
    player->draw_sprites(target, mesh, {});
    player.reset();
    target.display();
    CHECK(is_near(at(pixels_of(target), 100, 100), white));
}

TEST_CASE("why_no_display names the reason", "[sfml]") {
    need_display();
    CHECK_FALSE(why_no_display().has_value());
    const char* given = std::getenv("DISPLAY");
    REQUIRE(given != nullptr);
    const std::string display = given;
    setenv("DISPLAY", ":59999", 1);
    CHECK(why_no_display() == "the display :59999 cannot be opened");
    CHECK(display_scale() == 1);
    unsetenv("DISPLAY");
    CHECK(why_no_display() == "DISPLAY is not set");
    setenv("DISPLAY", display.c_str(), 1);
}

TEST_CASE("the scale of a display is read from its resources", "[sfml]") {
    CHECK(display_scale_of("Xcursor.size:\t24\nXft.dpi:\t192\nXft.hinting:\t1\n") == 2);
    CHECK(display_scale_of("Xft.dpi: 144") == 1.5);
    CHECK(display_scale_of("Xft.dpi:\tnone\n") == 1);
    CHECK(display_scale_of("Xft.dpi:\t100000\n") == 4);
    CHECK(display_scale_of("") == 1);
}

TEST_CASE("the similarity measure tells pictures apart", "[sfml]") {
    Raster grey{64, 64, std::vector<std::uint8_t>(std::size_t{64} * 64 * 3, 200)};
    auto striped = grey;
    for (std::size_t i = 0; i < striped.rgb.size(); ++i)
        striped.rgb[i] = (i / 12) % 2 == 0 ? 200 : 60;
    CHECK(support::structural_similarity(striped, striped) == Approx(1));
    CHECK(support::structural_similarity(grey, striped) < 0.3);
    auto darker = grey;
    for (auto& value : darker.rgb)
        value = 190;
    const double shaded = support::structural_similarity(grey, darker);
    CHECK(shaded < 1);
    CHECK(shaded > 0.9);
}
