#include "tests/render/picture/sample.hpp"

#include "render/picture/builder.hpp"

#include <cmath>
#include <numbers>

namespace sample {
namespace {

using namespace render;

constexpr Colour ink{30, 34, 40, 255}, muted{92, 104, 116, 255}, white{255, 255, 255, 255};
constexpr Colour sea{214, 228, 238, 255}, land{243, 240, 232, 255}, coast{140, 150, 160, 255}, red{192, 40, 45, 255};

std::vector<Outline> hatch(const Rect& box, double step) {
    std::vector<Outline> lines;
    for (double x = box.x - box.h; x < box.right(); x += step) {
        const double from = std::max(x, box.x), to = std::min(x + box.h, box.right());
        lines.push_back({{{from, box.bottom() - (from - x)}, {to, box.bottom() - (to - x)}}, false});
    }
    return lines;
}

std::shared_ptr<const Image> shade() {
    auto image = std::make_shared<Image>(Image{8, 8, {}});
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x) {
            const auto grey = static_cast<std::uint8_t>(120 + 12 * x);
            image->rgba.insert(image->rgba.end(), {grey, grey, 90, static_cast<std::uint8_t>(30 * y)});
        }
    }
    return image;
}

void map_layers(Builder& page) {
    const Rect frame{5, 15, 110, 60};
    const auto map = page.group({.clip = frame, .tag = {"map", "furniture", "map"}});
    {
        const auto layer = page.group({.tag = {"sea", "layer", "sea"}});
        page.fill({rectangle(frame.x, frame.y, frame.w, frame.h)}, sea);
    }
    {
        const auto layer = page.group({.tag = {"land", "layer", "land"}});
        // The smaller polygon is a lake, by the even-odd rule.
        page.fill({polygon(35, 45, 24, 11), polygon(38, 50, 7, 9)}, land);
        page.image({shade(), {20, 30, 24, 16}, 0.8});
        page.stroke({.outlines = {polygon(35, 45, 24, 11)}, .colour = coast, .width_mm = 0.25, .dash_mm = {}});
        page.stroke(
            {.outlines = {{{{100, 10}, {96, 40}, {118, 60}}, false}}, .colour = coast, .width_mm = 1, .dash_mm = {}});
    }
    const auto layer = page.group({.tag = {"zones", "layer", "zones"}});
    const auto zone = page.group({.tag = {"zones", "zone", "west-sea"}});
    page.fill({rectangle(64, 22, 28, 18)}, {192, 40, 45, 28});
    page.stroke(
        {.outlines = hatch({64, 22, 28, 18}, 2), .colour = {192, 40, 45, 120}, .width_mm = 0.15, .dash_mm = {}});
    page.stroke({.outlines = {rectangle(64, 22, 28, 18)},
                 .colour = red,
                 .width_mm = 0.4,
                 .dash_mm = {2, 1},
                 .join = Join::Mitre});
}

void symbols(Builder& page) {
    const auto layer = page.group({.tag = {"assets", "layer", "assets"}});
    const double turn = std::numbers::pi / 6;
    const Outline hull{{{0, -4}, {1, -2.4}, {0.9, 3}, {-0.9, 3}, {-1, -2.4}}, true};
    const auto ship = [&](Point at, double opacity, const char* id) {
        const auto symbol = page.group(
            {.affine = {.xx = std::cos(turn), .yx = std::sin(turn), .xy = -std::sin(turn), .yy = std::cos(turn)},
             .opacity = opacity,
             .anchor = at,
             .tag = {"assets", "asset", id}});
        page.stroke({.outlines = {hull}, .colour = white, .width_mm = 0.9, .dash_mm = {}});
        page.fill({hull}, red);
    };
    ship({70, 58}, 1, "hmcs-montreal");
    ship({84, 58}, 0.4, "hmcs-ottawa");
}

void labels(Builder& page, const Typesetter& type) {
    const Halo halo{white, 0.5};
    const auto layer = page.group({.tag = {"labels", "layer", "labels"}});
    const auto label = [&](Point at, std::string_view words, TextStyle style, std::string_view lang, double angle = 0) {
        const auto group = page.group({.anchor = at, .tag = {"labels", "place", std::string{words}}});
        page.text(placed(type.set(words, style, lang), {0, 0}, angle));
    };
    label({73, 59}, "HMCS Montréal", {.size_mm = 3.2, .weight = 600, .colour = red, .halo = halo}, "en");
    label({24, 40}, "한국 Seoul 서울", {.size_mm = 3, .colour = ink, .halo = halo}, "ko");
    label({14, 48}, "Ch'ŏrwŏn, Đà Nẵng", {.size_mm = 2.6, .colour = ink, .halo = halo}, "en");
    label({44, 62}, "日本 Tōkyō 東京", {.size_mm = 3, .weight = 700, .colour = ink, .halo = halo}, "ja");
    label({60, 50}, "East Sea 동해 (Sea of Japan)",
          {.size_mm = 3, .italic = true, .letter_spacing_mm = 0.4, .colour = muted}, "en", 30);
    label({96, 68}, "台灣海峽 “台湾海峡”", {.size_mm = 2.4, .colour = ink}, "zh-Hant", 90);
}

} // namespace

Outline rectangle(double x, double y, double w, double h) {
    return {{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true};
}

Outline polygon(double cx, double cy, double radius, int corners) {
    Outline outline{{}, true};
    for (int i = 0; i < corners; ++i) {
        const double a = 2 * std::numbers::pi * i / corners;
        outline.points.push_back({cx + radius * std::cos(a), cy + radius * std::sin(a)});
    }
    return outline;
}

Picture page(const Typesetter& type) {
    Builder page{120, 80};
    page.picture().title = "Ships & places <test>";
    page.picture().description = "One of everything: 한국, Đà Nẵng.";
    map_layers(page);
    symbols(page);
    labels(page, type);
    {
        const auto title = page.group({.tag = {"title", "furniture", "title"}});
        page.text(placed(
            type.set("Where the ships were, 20 October 2024", {.size_mm = 5, .weight = 700, .colour = ink}), {5, 8}));
        page.text(placed(type.set("Positions as reported; “held” ones are faded", {.size_mm = 3, .colour = muted}),
                         {5, 12.5}));
    }
    return page.take();
}

} // namespace sample
