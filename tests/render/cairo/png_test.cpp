#include "render/cairo/players.hpp"
#include "render/picture/builder.hpp"
#include "tests/render/picture/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_png.hpp"

using namespace render;

namespace {

std::array<int, 3> pixel(const Raster& raster, int x, int y) {
    const auto at =
        3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width) + static_cast<std::size_t>(x));
    return {raster.rgb[at], raster.rgb[at + 1], raster.rgb[at + 2]};
}
using Pixel = std::array<int, 3>;

Picture drawn(const std::function<void(Builder&)>& draw, double size = 10) {
    Builder page{size, size};
    draw(page);
    return page.take();
}

/// The content of the first chunk of the given kind.
std::optional<std::string> chunk(const std::string& png, const std::string& kind) {
    for (std::size_t at = 8; at + 8 <= png.size();) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i)
            length = length << 8 | static_cast<unsigned char>(png[at + i]);
        if (png.substr(at + 4, 4) == kind) return png.substr(at + 8, length);
        at += length + 12;
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("the sample page matches its golden image", "[cairo][golden]") {
    support::check_golden_png("picture/sample.png", rasterise(sample::page(Typesetter{}), 960, 640), 0.0005);
}

TEST_CASE("a raster has exactly the requested number of pixels", "[cairo]") {
    const auto picture = drawn([](Builder& b) { b.fill({sample::rectangle(0, 0, 10, 10)}, {10, 20, 30, 255}); });
    for (const auto& [width, height] : {std::pair{1, 1}, {7, 3}, {333, 334}, {2400, 1350}}) {
        const auto raster = rasterise(picture, width, height);
        CHECK(raster.width == width);
        CHECK(raster.height == height);
        CHECK(raster.rgb.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
        CHECK(pixel(raster, width - 1, height - 1) == Pixel{10, 20, 30});
    }
}

TEST_CASE("an empty page has its background colour", "[cairo]") {
    Builder page{10, 10};
    page.picture().background = {1, 2, 3, 255};
    CHECK(pixel(rasterise(page.take(), 4, 4), 2, 2) == Pixel{1, 2, 3});
}

TEST_CASE("the two halves of a page meet without a seam", "[cairo]") {
    auto page = sample::page(Typesetter{});
    const auto whole = rasterise(page, 900, 600);
    page.height_mm *= 1.5; // the same drawing at the same scale, but the halves meet elsewhere
    const auto longer = rasterise(page, 900, 900);
    int largest = 0;
    for (std::size_t i = 0; i < whole.rgb.size(); ++i)
        largest = std::max(largest, std::abs(whole.rgb[i] - longer.rgb[i]));
    CHECK(largest == 0);
}

TEST_CASE("an outline inside another one is a hole, by the even-odd rule", "[cairo]") {
    const auto raster =
        rasterise(drawn([](Builder& b) {
                      b.fill({sample::rectangle(1, 1, 8, 8), sample::rectangle(3, 3, 4, 4)}, {0, 0, 0, 255});
                  }),
                  100, 100);
    CHECK(pixel(raster, 20, 20) == Pixel{0, 0, 0});
    CHECK(pixel(raster, 50, 50) == Pixel{255, 255, 255});
}

TEST_CASE("dash lengths are millimetres", "[cairo]") {
    const auto raster = rasterise(
        drawn([](Builder& b) {
            b.stroke(
                {.outlines = {{{{0, 5}, {10, 5}}, false}}, .colour = {0, 0, 0, 255}, .width_mm = 1, .dash_mm = {3, 2}});
        }),
        100, 100);
    CHECK(pixel(raster, 15, 50) == Pixel{0, 0, 0});
    CHECK(pixel(raster, 40, 50) == Pixel{255, 255, 255});
    CHECK(pixel(raster, 65, 50) == Pixel{0, 0, 0});
}

TEST_CASE("a dash pattern of zeros is a solid line, and later commands are still drawn", "[cairo]") {
    const auto raster = rasterise(
        drawn([](Builder& b) {
            b.stroke(
                {.outlines = {{{{0, 2}, {10, 2}}, false}}, .colour = {0, 0, 0, 255}, .width_mm = 1, .dash_mm = {0, 0}});
            b.fill({sample::rectangle(0, 6, 10, 4)}, {9, 9, 9, 255});
        }),
        100, 100);
    CHECK(pixel(raster, 50, 20) == Pixel{0, 0, 0});
    CHECK(pixel(raster, 50, 80) == Pixel{9, 9, 9});
}

TEST_CASE("opacity applies to a group as a whole, so a symbol's halo does not show through it", "[cairo]") {
    const auto raster = rasterise(drawn([](Builder& b) {
                                      const auto group = b.group({.opacity = 0.5, .anchor = Point{5, 5}});
                                      b.fill({sample::rectangle(-4, -4, 8, 8)}, {255, 0, 0, 255});
                                      b.fill({sample::rectangle(-2, -2, 4, 4)}, {0, 0, 0, 255});
                                  }),
                                  100, 100);
    CHECK(pixel(raster, 50, 50)[0] == Approx(127).margin(1));
    CHECK(pixel(raster, 50, 50)[1] == Approx(127).margin(1));
    CHECK(pixel(raster, 20, 20)[0] == 255);
    CHECK(pixel(raster, 11, 11)[0] == 255);
    CHECK(pixel(raster, 5, 5) == Pixel{255, 255, 255});
}

TEST_CASE("a halo surrounds the letters and never covers another letter", "[cairo]") {
    const Typesetter type;
    // "HH" is set so tightly that the halo of one letter reaches the other.
    const TextStyle style{.size_mm = 10, .weight = 700, .letter_spacing_mm = -0.7, .colour = {255, 0, 0, 255}};
    TextStyle with_halo = style;
    with_halo.halo = Halo{{0, 0, 255, 255}, 1};
    const auto paint = [&](const TextStyle& s) {
        return rasterise(drawn([&](Builder& b) { b.text(placed(type.set("HH", s), {4, 14})); }, 30), 600, 600);
    };
    const auto plain = paint(style), haloed = paint(with_halo);
    int letters = 0, halo = 0;
    for (int y = 0; y < 600; ++y) {
        for (int x = 0; x < 600; ++x) {
            if (pixel(plain, x, y) == Pixel{255, 0, 0}) {
                ++letters;
                REQUIRE(pixel(haloed, x, y) == Pixel{255, 0, 0});
            }
            halo += pixel(haloed, x, y) == Pixel{0, 0, 255};
        }
    }
    CHECK(letters > 1000);
    CHECK(halo > 1000);
}

TEST_CASE("an image fills its box to the edges", "[cairo]") {
    const auto red =
        std::make_shared<Image>(Image{2, 2, {255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255}});
    const auto raster = rasterise(drawn([&](Builder& b) { b.image({red, {2, 2, 6, 6}, 0.5}); }), 100, 100);
    for (const int at : {21, 50, 78}) {
        CHECK(pixel(raster, at, at)[0] == 255);
        CHECK(pixel(raster, at, at)[1] == Approx(127).margin(1));
    }
    CHECK(pixel(raster, 10, 10) == Pixel{255, 255, 255});
}

TEST_CASE("a PNG file holds the same pixels, its resolution and its title", "[cairo]") {
    const auto page = sample::page(Typesetter{});
    const auto raster = rasterise(page, 601, 401);
    const auto png = encode_png(raster, 192, page.title, page.description);

    const auto read = support::decode_png(png);
    CHECK(read.width == 601);
    CHECK(read.height == 401);
    CHECK(read.rgb == raster.rgb);
    // 192 dots per inch are 7559 dots per metre; unit 1 is the metre.
    CHECK(chunk(png, "pHYs") == std::string{"\0\0\x1d\x87\0\0\x1d\x87\x01", 9});
    const auto text = chunk(png, "iTXt");
    REQUIRE(text);
    CHECK(text->starts_with("Title"));
    CHECK(text->ends_with("Ships & places <test>"));
    CHECK(png.find("One of everything: 한국, Đà Nẵng.") != png.npos);
    CHECK(encode_png(raster, 192, page.title, page.description) == png);
    CHECK_FALSE(chunk(encode_png(raster, 192, "", ""), "iTXt"));
}

TEST_CASE("the same picture gives the same pixels again", "[cairo]") {
    const Typesetter type;
    const auto page = sample::page(type);
    CHECK(rasterise(page, 480, 320).rgb == rasterise(sample::page(type), 480, 320).rgb);
}

TEST_CASE("a size that cannot be drawn is an error that names the size", "[cairo]") {
    CHECK_THROWS_WITH(rasterise(drawn([](Builder&) {}), 40'000, 2), Catch::Contains("40000 x 2"));
}

TEST_CASE("the halo of a text after a dashed line is not dashed", "[cairo]") {
    const Typesetter typesetter;
    TextStyle style;
    style.size_mm = 3;
    style.halo = Halo{{200, 0, 0, 255}, 0.8};
    const auto text = placed(typesetter.set("Incheon", style), {2, 6});
    const auto page = [&](bool with_dashes) {
        return drawn(
            [&](Builder& b) {
                b.stroke({.outlines = {{{{0, 15}, {20, 15}}, false}},
                          .colour = {0, 0, 0, 255},
                          .width_mm = 0.3,
                          .dash_mm = with_dashes ? std::vector<double>{0.3, 2} : std::vector<double>{}});
                b.text(text);
            },
            20);
    };
    const auto after_dashes = rasterise(page(true), 400, 400), after_line = rasterise(page(false), 400, 400);
    const std::size_t above_the_line = 3UL * 400 * 280;
    CHECK(std::equal(after_dashes.rgb.begin(), after_dashes.rgb.begin() + above_the_line, after_line.rgb.begin()));
    CHECK(after_dashes.rgb != after_line.rgb);
}
