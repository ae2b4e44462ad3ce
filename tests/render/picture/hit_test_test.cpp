#include "render/picture/builder.hpp"
#include "render/picture/inspect.hpp"
#include "tests/render/picture/sample.hpp"
#include "tests/support/catch.hpp"

#include <memory>
#include <random>

using namespace render;

namespace {

std::vector<std::string> ids_at(const Picture& picture, Point point, double reach = 0) {
    std::vector<std::string> ids;
    const auto tags = hit_test(picture, point, reach);
    for (const auto& tag : tags)
        ids.push_back(tag.id);
    CHECK(HitIndex{std::make_shared<const Picture>(picture)}.at(point, reach) == tags);
    return ids;
}
using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("hits are listed from the last drawn to the first, inner groups before outer groups", "[picture]") {
    Builder page{100, 100};
    {
        const auto layer = page.group({.tag = {"zones", "layer", "layer"}});
        {
            const auto lower = page.group({.tag = {"zones", "zone", "lower"}});
            page.fill({sample::rectangle(10, 10, 40, 40)}, {});
        }
        const auto upper = page.group({.tag = {"zones", "zone", "upper"}});
        page.fill({sample::rectangle(30, 30, 40, 40)}, {});
    }
    const auto picture = page.take();
    CHECK(ids_at(picture, {35, 35}) == Ids{"upper", "lower", "layer"});
    CHECK(ids_at(picture, {15, 15}) == Ids{"lower", "layer"});
    CHECK(ids_at(picture, {90, 90}).empty());
}

TEST_CASE("an index of many commands finds the same tags as hit_test", "[picture]") {
    std::mt19937 random{5};
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random() % 10'000) / 1e4;
    };
    Builder page{100, 100};
    for (const char* name : {"zones", "assets"}) {
        // Clipped like the layers of a map.
        const auto layer = page.group({.clip = Rect{10, 10, 80, 80}, .tag = {name, "layer", name}});
        for (int i = 0; i < 300; ++i) {
            const auto thing = page.group({.affine = {.xx = 2, .yy = 2},
                                           .anchor = Point{between(0, 100), between(0, 100)},
                                           .tag = {name, "asset", std::to_string(i)}});
            page.fill({sample::rectangle(-1, -1, 2, 2)}, {});
            page.stroke({.outlines = {{{{0, 0}, {between(-4, 4), between(-4, 4)}}, false}},
                         .colour = {},
                         .width_mm = 0.2,
                         .dash_mm = {}});
        }
    }
    const auto picture = std::make_shared<const Picture>(page.take());
    const HitIndex index{picture};
    std::size_t found = 0;
    for (int i = 0; i < 400; ++i) {
        const Point p{between(-5, 105), between(-5, 105)};
        const auto tags = hit_test(*picture, p, 1);
        found += tags.size();
        CHECK(index.at(p, 1) == tags);
    }
    CHECK(found > 400);
}

TEST_CASE("a hole in a fill is not hit", "[picture]") {
    Builder page{100, 100};
    {
        const auto land = page.group({.tag = {"land", "layer", "land"}});
        page.fill({sample::rectangle(10, 10, 60, 60), sample::rectangle(30, 30, 10, 10)}, {});
    }
    const auto picture = page.take();
    CHECK(ids_at(picture, {20, 20}) == Ids{"land"});
    CHECK(ids_at(picture, {35, 35}).empty());
}

TEST_CASE("a line is hit within the reach, or within half its width", "[picture]") {
    Builder page{100, 100};
    {
        const auto track = page.group({.tag = {"tracks", "asset", "track"}});
        page.stroke({.outlines = {{{{10, 10}, {50, 10}}, false}}, .colour = {}, .width_mm = 1, .dash_mm = {}});
    }
    const auto picture = page.take();
    CHECK(ids_at(picture, {30, 10.4}) == Ids{"track"});
    CHECK(ids_at(picture, {30, 12}).empty());
    CHECK(ids_at(picture, {30, 12}, 2.1) == Ids{"track"});
    CHECK(ids_at(picture, {52, 10}, 2.1) == Ids{"track"});
    CHECK(ids_at(picture, {53, 10}, 2.1).empty());
}

TEST_CASE("the reach is measured in page millimetres, also inside a scaled group", "[picture]") {
    Builder page{100, 100};
    {
        const auto big =
            page.group({.affine = {.xx = 10, .yy = 10}, .anchor = Point{50, 50}, .tag = {"a", "b", "big"}});
        page.stroke({.outlines = {{{{0, 0}, {1, 0}}, false}}, .colour = {}, .width_mm = 0.01, .dash_mm = {}});
    }
    const auto picture = page.take();
    CHECK(ids_at(picture, {55, 51.9}, 2) == Ids{"big"});
    CHECK(ids_at(picture, {55, 52.1}, 2).empty());
}

TEST_CASE("beyond its end a line is as far away as the end is", "[picture]") {
    Builder page{100, 100};
    {
        const auto line = page.group({.tag = {"tracks", "asset", "line"}});
        page.stroke({.outlines = {{{{10, 10}, {30, 20}}, false}}, .colour = {}, .width_mm = 0.2, .dash_mm = {}});
    }
    const auto picture = page.take();
    CHECK(ids_at(picture, {20, 16.5}, 2) == Ids{"line"});
    // 2.15 mm from the end, but only 1.9 mm from the line if it went on.
    CHECK(ids_at(picture, {31.743, 18.75}, 2).empty());
    CHECK(ids_at(picture, {8.257, 11.25}, 2).empty());
    CHECK(ids_at(picture, {31.6, 18.9}, 2) == Ids{"line"});
}

TEST_CASE("a part that a clip cuts off is not hit", "[picture]") {
    Builder page{100, 100};
    {
        const auto map = page.group({.clip = Rect{0, 0, 50, 50}, .tag = {"map", "furniture", "map"}});
        page.fill({sample::rectangle(0, 0, 100, 100)}, {});
    }
    const auto picture = page.take();
    CHECK(ids_at(picture, {49, 49}) == Ids{"map"});
    CHECK(ids_at(picture, {51, 49}).empty());
}

TEST_CASE("a rotated label is hit only along its letters", "[picture]") {
    const Typesetter type;
    Builder page{100, 100};
    {
        const auto label = page.group({.anchor = Point{20, 80}, .tag = {"labels", "place", "label"}});
        page.text(placed(type.set("South China Sea", {.size_mm = 6}), {0, 0}, 90));
    }
    const auto picture = page.take();
    CHECK(ids_at(picture, {18, 60}) == Ids{"label"});
    CHECK(ids_at(picture, {40, 78}).empty());
}

TEST_CASE("an image is hit in its box", "[picture]") {
    Builder page{100, 100};
    {
        const auto relief = page.group({.tag = {"relief", "layer", "relief"}});
        page.image({std::make_shared<Image>(Image{1, 1, {0, 0, 0, 255}}), {10, 10, 20, 20}});
    }
    const auto picture = page.take();
    CHECK(ids_at(picture, {29, 29}) == Ids{"relief"});
    CHECK(ids_at(picture, {31, 29}).empty());
}
