#include "app/base/errors.hpp"
#include "app/figure/export_request.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using app::ExportOptions;
using app::UsageError;
using timeline_test::at;
using timeline_test::instant;

namespace {

/// A scenario with one report and no view of its own.
assets::Scenario plain() {
    return timeline_test::ScenarioBuilder{}
        .asset("alpha")
        .zone("box")
        .report({.asset = "alpha", .from = "2024-05-01", .to = "2024-05-03", .position = at(130, 30)})
        .build();
}

ExportOptions to(const std::string& output) {
    ExportOptions options;
    options.output = output;
    options.at = "2024-05-02";
    return options;
}

app::ExportRequest resolved(const ExportOptions& options) {
    return app::resolve(options, plain());
}

std::string refusal(const ExportOptions& options) {
    try {
        (void)resolved(options);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("the ending of the output decides the format, in capitals too", "[app]") {
    CHECK(resolved(to("a.png")).format == app::PictureFormat::Png);
    CHECK(resolved(to("a.SVG")).format == app::PictureFormat::Svg);
    CHECK(resolved(to("a.b.Pdf")).format == app::PictureFormat::Pdf);
    CHECK(refusal(to("a.gif")).find("does not end in") != std::string::npos);
    CHECK(refusal(to("")).find("-o FILE is missing") != std::string::npos);
    auto only_layout = to("");
    only_layout.layout = "layout.json";
    CHECK(refusal(only_layout) == "accepted");
}

TEST_CASE("a page is a preset, a size in pixels or a width in millimetres", "[app]") {
    const auto usual = resolved(to("a.png"));
    CHECK(usual.width_px == 1920);
    CHECK(usual.height_px == 1080);
    CHECK(usual.figure.dpi == 192);
    CHECK(usual.figure.page_width_mm == Approx(254));
    auto options = to("a.png");
    options.size = "1200x600";
    options.dpi = "96";
    CHECK(resolved(options).figure.page_width_mm == Approx(317.5));
    CHECK(resolved(options).figure.page_height_mm == Approx(158.75));
    options.preset = "square";
    CHECK(refusal(options).find("exclude each other") != std::string::npos);
    options.size.reset();
    options.width_mm = "100";
    CHECK(refusal(options).find("exclude each other") != std::string::npos);
    options.preset.reset();
    options.dpi.reset();
    CHECK(resolved(options).figure.dpi == 300);
    CHECK(resolved(options).figure.page_width_mm == 100);
    CHECK_FALSE(resolved(options).figure.page_height_mm);
    CHECK_FALSE(resolved(options).width_px);
    options.height_mm = "70";
    CHECK(resolved(options).figure.page_height_mm == 70);
    options.width_mm.reset();
    CHECK(refusal(options) == "--height-mm needs --width-mm");
}

TEST_CASE("a page has from 100 to 20000 pixels a side and 200 megapixels at most", "[app]") {
    const auto with_size = [](const char* size) {
        auto options = to("a.png");
        options.size = size;
        return refusal(options);
    };
    for (const char* size : {"100x100", "20000x10000", "10000x20000"})
        CHECK(with_size(size) == "accepted");
    for (const char* size : {"99x100", "100x99", "20001x100", "100x20001", "20000x10001"})
        CHECK(with_size(size).find("--size: each side") == 0);
    auto options = to("a.png");
    options.width_mm = "254";
    options.dpi = "2000"; // exactly 20000 pixels
    CHECK(refusal(options) == "accepted");
    options.dpi = "2001";
    CHECK(refusal(options).find("--width-mm") == 0);
}

TEST_CASE("a centre and a width go together unless the scenario has the other", "[app]") {
    auto options = to("a.png");
    CHECK(resolved(options).figure.fit_all);
    options.centre = "120,30";
    CHECK(refusal(options) == "--center needs --width-km: the scenario has no [view] width_km");
    options.width_km = "800";
    const auto framed = resolved(options).figure;
    CHECK_FALSE(framed.fit_all);
    CHECK(framed.centre == at(120, 30));
    CHECK(framed.width_km == 800);
    options.centre.reset();
    CHECK(refusal(options) == "--width-km needs --center: the scenario has no [view] center");

    auto with_view = plain();
    with_view.view.centre = at(100, 10);
    CHECK_THROWS_AS(app::resolve(
                        [] {
                            auto o = to("a.png");
                            o.centre = "120,30";
                            return o;
                        }(),
                        with_view),
                    UsageError);
    with_view.view.width_km = 5000;
    CHECK(app::resolve(options, with_view).figure.centre == at(100, 10));
    CHECK(app::resolve(options, with_view).figure.width_km == 800);
    CHECK_FALSE(app::resolve(to("a.png"), with_view).figure.fit_all);
    CHECK(app::resolve(to("a.png"), with_view).figure.width_km == 5000);
}

TEST_CASE("one frame excludes another", "[app]") {
    auto options = to("a.png");
    options.bbox = "120,30,135,42";
    CHECK_FALSE(resolved(options).figure.fit_all);
    CHECK(resolved(options).figure.bbox->north() == 42);
    auto with_width = options;
    with_width.width_km = "100";
    CHECK(refusal(with_width).find("--bbox gives centre and width") == 0);
    auto with_centre = options;
    with_centre.centre = "1,2";
    CHECK(refusal(with_centre).find("--bbox gives centre and width") == 0);
    auto fitted = options;
    fitted.fit = "all";
    CHECK(refusal(fitted).find("--fit gives centre and width") == 0);
    fitted.bbox.reset();
    CHECK(resolved(fitted).figure.fit_all);
    fitted.fit = "alpha,box";
    CHECK(resolved(fitted).figure.fit == std::vector<std::string>{"alpha", "box"});
    CHECK_FALSE(resolved(fitted).figure.fit_all);
    fitted.fit = "alhpa";
    CHECK(refusal(fitted).find("did you mean 'alpha'") != std::string::npos);
    fitted.fit.reset();
    fitted.only = "box"; // a zone is no asset
    CHECK(refusal(fitted).find("--only: the scenario has no 'box'") == 0);
}

TEST_CASE("a delay shows the map as it was that long before", "[app]") {
    auto options = to("a.png");
    CHECK(resolved(options).figure.at == instant("2024-05-02T12:00Z"));
    options.delay_h = "1.5";
    CHECK(resolved(options).figure.at == instant("2024-05-02T10:30Z"));
    CHECK(resolved(options).figure.delay_h == 1.5);
    options.delay_h = "-1";
    CHECK(refusal(options).find("--delay-h") == 0);
}

TEST_CASE("without --at it is the scenario's end, else the end of the last report", "[app]") {
    auto scenario = plain();
    CHECK(app::resolve_instant({}, scenario) == scenario.fixes[0].to);
    scenario.end = instant("2024-06-01");
    CHECK(app::resolve_instant({}, scenario) == instant("2024-06-01"));
    CHECK(app::resolve_instant("2024-05-05", scenario) == instant("2024-05-05T12:00Z"));
    scenario.end.reset();
    scenario.fixes.clear();
    CHECK_THROWS_AS(app::resolve_instant({}, scenario), UsageError);
}
