#include "render/picture/builder.hpp"
#include "render/picture/inspect.hpp"
#include "tests/render/picture/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

using namespace render;

TEST_CASE("the dump of the sample page matches its golden file", "[picture][golden]") {
    support::check_golden_text("picture/sample.txt", dump(sample::page(Typesetter{})));
}

TEST_CASE("a dump never contains minus zero", "[picture]") {
    Builder page{10, 10};
    page.fill({{{{-0.001, -0.0}, {1, 0.004}, {1, 1}}, true}}, {});
    const auto text = dump(page.take());
    CHECK(text.find("[0.00,0.00 1.00,0.00 1.00,1.00 z]") != text.npos);
    CHECK(text.find("-0.00") == text.npos);
}

TEST_CASE("a dump shows when one point of a long path moves", "[picture]") {
    const auto dump_of = [](double x) {
        Builder page{100, 100};
        auto outline = sample::polygon(50, 50, 30, 200);
        outline.points[77].x += x;
        page.stroke({.outlines = {outline}, .colour = {}, .width_mm = 1, .dash_mm = {}});
        return dump(page.take());
    };
    CHECK(dump_of(0) == dump_of(0));
    CHECK(dump_of(0) != dump_of(0.5));
    CHECK(dump_of(0).find("1 outlines, 200 points, box 20.00,20.00,60.00,60.00") != std::string::npos);
}

TEST_CASE("a dump contains no glyph ids, so another version of a font changes only widths", "[picture]") {
    const Typesetter type;
    Builder page{10, 10};
    auto text = placed(type.set("Busan", {}), {1, 5});
    page.text(text);
    const auto before = dump(page.take());
    for (auto& glyph : text.runs[0].glyphs)
        ++glyph.id;
    Builder again{10, 10};
    again.text(text);
    CHECK(dump(again.take()) == before);
}
