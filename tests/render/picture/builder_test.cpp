#include "render/picture/builder.hpp"
#include "tests/render/picture/sample.hpp"
#include "tests/support/catch.hpp"

using namespace render;

TEST_CASE("commands go into the innermost open group", "[picture]") {
    Builder page{100, 50};
    {
        const auto outer = page.group({.tag = {"zones", "layer", "zones"}});
        page.fill({sample::rectangle(0, 0, 10, 10)}, {});
        {
            const auto inner = page.group({.anchor = Point{5, 5}});
            page.stroke({.outlines = {sample::rectangle(0, 0, 1, 1)}, .colour = {}, .width_mm = 1, .dash_mm = {}});
        }
    }
    page.fill({sample::rectangle(20, 0, 10, 10)}, {});
    const auto picture = page.take();

    REQUIRE(picture.commands.size() == 2);
    const auto& outer = std::get<Group>(picture.commands[0].value);
    CHECK(outer.tag.layer == "zones");
    REQUIRE(outer.commands.size() == 2);
    const auto& inner = std::get<Group>(outer.commands[1].value);
    CHECK(inner.anchor == Point{5, 5});
    CHECK(std::holds_alternative<StrokePath>(inner.commands[0].value));
    CHECK(std::holds_alternative<FillPath>(picture.commands[1].value));
}

TEST_CASE("a group without commands is dropped", "[picture]") {
    Builder page{100, 50};
    {
        const auto layer = page.group({.tag = {"areas", "layer", "areas"}});
        const auto empty = page.group({});
        page.fill({}, {});
        page.text({});
        page.image({});
    }
    CHECK(page.take().commands.empty());
}

TEST_CASE("appended commands keep their order", "[picture]") {
    Builder page{10, 10};
    std::vector<Command> commands;
    commands.push_back({FillPath{{sample::rectangle(0, 0, 1, 1)}, {1, 1, 1, 255}}});
    commands.push_back({FillPath{{sample::rectangle(0, 0, 1, 1)}, {2, 2, 2, 255}}});
    page.fill({sample::rectangle(0, 0, 1, 1)}, {0, 0, 0, 255});
    page.append(std::move(commands));
    const auto picture = page.take();
    REQUIRE(picture.commands.size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(std::get<FillPath>(picture.commands[i].value).colour.r == i);
}
