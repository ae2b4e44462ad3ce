#include "render/cairo/players.hpp"
#include "render/picture/builder.hpp"
#include "render/svg/encode.hpp"
#include "render/svg/svg.hpp"
#include "render/text/fonts.hpp"
#include "tests/render/picture/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_png.hpp"
#include "tests/support/golden_text.hpp"

using namespace render;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

/// The pixels that rsvg-convert draws when it has our fonts and no others.
Raster rendered(const std::string& svg, int width) {
    const support::Scratch folder;
    const auto fonts = find_font_folders();
    folder.write("fonts.conf", "<fontconfig><dir>" + fonts.inter.string() + "</dir><dir>" + fonts.noto_cjk.string() +
                                   "</dir><cachedir prefix=\"xdg\">fontconfig</cachedir></fontconfig>");
    const auto in = (folder / "in.svg").string(), out = (folder / "out.png").string();
    folder.write("in.svg", svg);
    const auto result =
        support::run_command("FONTCONFIG_FILE='" + (folder / "fonts.conf").string() + "' rsvg-convert -w " +
                             std::to_string(width) + " '" + in + "' -o '" + out + "'");
    INFO(result.output);
    REQUIRE(result.status == 0);
    return support::decode_png(folder.read("out.png"));
}

std::string svg_of(const std::function<void(Builder&)>& draw, SvgText mode = SvgText::Live) {
    Builder page{50, 50};
    draw(page);
    return write_svg(page.take(), mode);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the SVG of the sample page matches its golden file", "[svg][golden]") {
    support::check_golden_text("picture/sample.svg", write_svg(sample::page(Typesetter{})));
}

TEST_CASE("an SVG has its size in millimetres, a title and a description", "[svg]") {
    const auto svg = write_svg(sample::page(Typesetter{}));
    CHECK(has(svg, R"(width="120mm" height="80mm" viewBox="0 0 120 80")"));
    CHECK(has(svg, "<title>Ships &amp; places &lt;test&gt;</title>"));
    CHECK(has(svg, "<desc>One of everything: 한국, Đà Nẵng.</desc>"));
}

TEST_CASE("an SVG looks like the PNG, with live text and with outlines", "[svg]") {
    const auto page = sample::page(Typesetter{});
    const auto png = rasterise(page, 960, 640);
    CHECK(support::rmse(rendered(write_svg(page), 960), png) < 0.03);
    CHECK(support::rmse(rendered(write_svg(page, SvgText::Outlines), 960), png) < 0.02);
}

TEST_CASE("every layer is exactly one group that Inkscape shows as a layer", "[svg]") {
    const auto svg = write_svg(sample::page(Typesetter{}));
    for (const auto* layer : {"page", "map", "sea", "land", "zones", "assets", "labels", "title"}) {
        const std::string name{layer};
        CHECK(count(svg, "<g id=\"" + name + "\" inkscape:groupmode=\"layer\" inkscape:label=\"" + name + "\"") == 1);
    }
    CHECK(has(svg, R"(<g id="asset-hmcs-montreal" inkscape:label="hmcs-montreal")"));
    CHECK(count(svg, "inkscape:groupmode") == 8);
}

TEST_CASE("consecutive groups of one layer share one Inkscape layer", "[svg]") {
    const auto svg = svg_of([](Builder& b) {
        const auto mark = [&](const char* layer, const char* id) {
            const auto group = b.group({.anchor = Point{5, 5}, .tag = {layer, "event", id}});
            b.fill({sample::rectangle(0, 0, 1, 1)}, {});
        };
        mark("events", "first");
        b.fill({sample::rectangle(0, 0, 1, 1)}, {}); // an untagged command does not separate the groups
        mark("events", "second");
        mark("assets", "ship");
        mark("events", "third");
    });
    CHECK(count(svg, R"(<g id="events" inkscape:groupmode="layer" inkscape:label="events">)") == 1);
    CHECK(has(svg, R"(<g id="event-first" inkscape:label="first")"));
    CHECK(has(svg, R"(<g id="event-second" inkscape:label="second")"));
    CHECK(has(svg, R"(<g id="events-2" inkscape:groupmode="layer" inkscape:label="events")"));
}

TEST_CASE("a layer that is drawn in two parts has two ids", "[svg]") {
    const auto svg = svg_of([](Builder& b) {
        const auto draw = [&](const char* layer, const char* part) {
            const auto group = b.group({.clip = Rect{0, 0, 40, 40}, .tag = {layer, "layer", part}});
            b.fill({sample::rectangle(0, 0, 1, 1)}, {});
        };
        draw("zones", "tints");
        draw("land", "");
        draw("zones", "");
    });
    CHECK(has(svg, R"(<g id="zones-tints" inkscape:groupmode="layer" inkscape:label="zones")"));
    CHECK(has(svg, R"(<g id="zones" inkscape:groupmode="layer" inkscape:label="zones")"));
    CHECK(count(svg, "<clipPath") == 1); // all groups have the same clip
}

TEST_CASE("live text has one text element per label, one tspan per run, and substitute fonts", "[svg]") {
    const auto page = sample::page(Typesetter{});
    const auto svg = write_svg(page);
    CHECK(count(svg, "<text ") == 8);
    CHECK(has(svg, ">Where the ships were, 20 October 2024</tspan></text>"));
    CHECK(has(
        svg,
        "font-family=\"Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif\" font-size=\"5\" font-weight=\"700\""));
    CHECK(has(svg, "'Noto Sans CJK KR', 'Noto Sans KR'"));
    CHECK(has(svg, R"(xml:lang="zh-Hant")"));
    CHECK(has(svg, R"(paint-order="stroke")"));
    CHECK(has(svg, "rotate(-30 0 0)"));
    CHECK(has(svg, R"(letter-spacing="0.4")"));
}

TEST_CASE("outlined text has no text elements but keeps its words in aria-label", "[svg]") {
    const auto svg = write_svg(sample::page(Typesetter{}), SvgText::Outlines);
    CHECK_FALSE(has(svg, "<text"));
    CHECK_FALSE(has(svg, "font-family"));
    CHECK(has(svg, R"(aria-label="한국 Seoul 서울")"));
}

TEST_CASE("characters reserved by XML are escaped and forbidden ones are dropped", "[svg]") {
    CHECK(escaped("a<b>&\"c\" 'd'") == "a&lt;b&gt;&amp;&quot;c&quot; 'd'");
    CHECK(escaped(std::string_view{"a\0b\x01\x1f\x7f\n\tc", 9}) == "ab\n\tc");
    CHECK(escaped("\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBF\xBD") == "||\xEF\xBF\xBD"); // drops U+FFFE and U+FFFF
    const Typesetter type;
    const auto svg = svg_of([&](Builder& b) {
        const auto group = b.group({.tag = {"a\"b", "kind<", "\x02id&"}});
        b.text(placed(type.set("<R&D> \"x\"", {}), {1, 9}));
    });
    CHECK(has(svg, "&lt;R&amp;D&gt; &quot;x&quot;"));
    CHECK(rendered(svg, 50).width == 50); // the file can be parsed
}

TEST_CASE("numbers have at most three decimals and no trailing zeros", "[svg]") {
    CHECK(number(0) == "0");
    CHECK(number(-0.0001) == "0");
    CHECK(number(0.5) == "0.5");
    CHECK(number(-12.05) == "-12.05");
    CHECK(number(1.0005) == "1.001");
    CHECK(number(99.9999) == "100");
    CHECK(number(123456.789) == "123456.789");
}

TEST_CASE("rounding errors do not add up along a path", "[svg]") {
    Outline line{{}, false};
    for (int i = 0; i <= 1000; ++i)
        line.points.push_back({i * 0.0334, 0});
    const auto data = path_data({line});
    // The written steps add up to the length of the line.
    double x = 0;
    std::istringstream in{data.substr(data.find('l') + 1)};
    for (double dx = 0, dy = 0; in >> dx >> dy;)
        x += dx;
    CHECK(x == Approx(33.4).margin(0.0006));
    CHECK(path_data({sample::rectangle(1, 2, 3.5, -0.25)}) == "M1 2l3.5 0 0-0.25-3.5 0z");
}

TEST_CASE("dashes, caps, joins and opacity are written", "[svg]") {
    const auto svg = svg_of([](Builder& b) {
        b.stroke({.outlines = {{{{0, 0}, {9, 9}}, false}},
                  .colour = {255, 0, 0, 51},
                  .width_mm = 0.35,
                  .dash_mm = {1.5, 0.75},
                  .cap = Cap::Round,
                  .join = Join::Round});
        const auto group = b.group({.opacity = 0.4, .anchor = Point{5.5, 6}});
        b.fill({sample::rectangle(0, 0, 1, 1)}, {});
    });
    CHECK(has(
        svg,
        R"(stroke="#ff0000" stroke-opacity="0.2" stroke-width="0.35" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="1.5 0.75")"));
    CHECK(has(svg, R"svg(<g transform="translate(5.5 6)" opacity="0.4">)svg"));
}

TEST_CASE("an image is embedded in the file", "[svg]") {
    const auto red = std::make_shared<Image>(Image{1, 1, {255, 0, 0, 255}});
    const auto svg = svg_of([&](Builder& b) { b.image({red, {10, 10, 30, 30}}); });
    CHECK(has(svg, "xlink:href=\"data:image/png;base64,iVBORw0KGgo"));
    const auto raster = rendered(svg, 50);
    constexpr std::size_t middle = 3UL * (25UL * 50UL + 25UL);
    CHECK(raster.rgb[middle] == 255);
    CHECK(raster.rgb[middle + 1] == 0);
}
