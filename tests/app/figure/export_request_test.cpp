#include "app/base/errors.hpp"
#include "app/figure/export_request.hpp"
#include "app/figure/page.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <map>

using app::OptionValues;
using app::UsageError;
using timeline_test::at;
using timeline_test::instant;

namespace {

/// A scenario with one fix and without a view.
assets::Scenario plain() {
    return timeline_test::ScenarioBuilder{}
        .asset("alpha")
        .zone("box")
        .fix({.asset = "alpha", .from = "2024-05-01", .to = "2024-05-03", .position = at(130, 30)})
        .build();
}

OptionValues to(const std::string& output) {
    OptionValues options{{"--at", "2024-05-02"}};
    if (!output.empty()) options["--output"] = output;
    return options;
}

app::ExportRequest resolved(const OptionValues& options) {
    return app::resolve(options, plain());
}

std::string refusal(const OptionValues& options) {
    try {
        (void)resolved(options);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("the extension of the output sets the format, in capitals too", "[figure]") {
    CHECK(resolved(to("a.png")).format == app::PictureFormat::Png);
    CHECK(resolved(to("a.SVG")).format == app::PictureFormat::Svg);
    CHECK(resolved(to("a.b.Pdf")).format == app::PictureFormat::Pdf);
    CHECK(refusal(to("a.gif")).find("does not end in") != std::string::npos);
    CHECK(refusal(to("")).find("-o FILE is missing") != std::string::npos);
    auto only_layout = to("");
    only_layout["--layout"] = "layout.json";
    CHECK(refusal(only_layout) == "accepted");
}

TEST_CASE("a page is a preset, a size in pixels or a width in millimetres", "[figure]") {
    const auto usual = resolved(to("a.png"));
    CHECK(app::pixels_of(usual.figure.page_width_mm, usual.figure.dpi) == 1920);
    CHECK(app::pixels_of(usual.figure.page_height_mm.value(), usual.figure.dpi) == 1080);
    CHECK(usual.figure.dpi == 192);
    CHECK(usual.figure.page_width_mm == Approx(254));
    auto options = to("a.png");
    options["--size"] = "1200x600";
    options["--dpi"] = "96";
    CHECK(resolved(options).figure.page_width_mm == Approx(317.5));
    CHECK(resolved(options).figure.page_height_mm == Approx(158.75));
    options["--preset"] = "square";
    CHECK(refusal(options).find("exclude each other") != std::string::npos);
    options.erase("--size");
    options["--width-mm"] = "100";
    CHECK(refusal(options).find("exclude each other") != std::string::npos);
    options.erase("--preset");
    options.erase("--dpi");
    CHECK(resolved(options).figure.dpi == 300);
    CHECK(resolved(options).figure.page_width_mm == 100);
    CHECK_FALSE(resolved(options).figure.page_height_mm);
    options["--height-mm"] = "70";
    CHECK(resolved(options).figure.page_height_mm == 70);
    options.erase("--width-mm");
    CHECK(refusal(options) == "--height-mm needs --width-mm");
}

TEST_CASE("a page has 100 to 20000 pixels on each side and at most 200 megapixels", "[figure]") {
    const auto with_size = [](const char* size) {
        auto options = to("a.png");
        options["--size"] = size;
        return refusal(options);
    };
    for (const char* size : {"100x100", "20000x10000", "10000x20000"})
        CHECK(with_size(size) == "accepted");
    for (const char* size : {"99x100", "100x99", "20001x100", "100x20001", "20000x10001"})
        CHECK(with_size(size).find("--size: each side") == 0);
    auto options = to("a.png");
    options["--width-mm"] = "254";
    options["--dpi"] = "2000"; // exactly 20000 pixels
    CHECK(refusal(options) == "accepted");
    options["--dpi"] = "2001";
    CHECK(refusal(options).find("--width-mm") == 0);
}

TEST_CASE("a centre needs a width and a width needs a centre, from the options or the scenario", "[figure]") {
    auto options = to("a.png");
    CHECK(resolved(options).figure.fit_all);
    options["--center"] = "120,30";
    CHECK(refusal(options) == "--center needs --width-km: the scenario has no [view] width_km");
    options["--width-km"] = "800";
    const auto framed = resolved(options).figure;
    CHECK_FALSE(framed.fit_all);
    CHECK(framed.centre == at(120, 30));
    CHECK(framed.width_km == 800);
    options.erase("--center");
    CHECK(refusal(options) == "--width-km needs --center: the scenario has no [view] center");

    auto with_view = plain();
    with_view.view.centre = at(100, 10);
    CHECK_THROWS_AS(app::resolve(
                        [] {
                            auto o = to("a.png");
                            o["--center"] = "120,30";
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

TEST_CASE("a fitted frame chooses its projection unless one is given", "[figure]") {
    auto scenario = plain();
    scenario.view.projection.clear();
    const auto chooses = [&](const OptionValues& options) {
        return app::resolve(options, scenario).figure.choose_projection;
    };
    auto options = to("a.png");
    CHECK(chooses(options)); // nothing is given: the frame holds everything
    options["--fit"] = "all";
    CHECK(chooses(options));
    options["--projection"] = "merc";
    CHECK_FALSE(chooses(options));
    options.erase("--projection");
    scenario.view.projection = "laea";
    CHECK_FALSE(chooses(options));
    scenario.view.frame = "east-asia"; // its projection goes with its frame
    CHECK(chooses(options));
}

TEST_CASE("options that set the frame exclude each other", "[figure]") {
    auto options = to("a.png");
    options["--bbox"] = "120,30,135,42";
    CHECK_FALSE(resolved(options).figure.fit_all);
    CHECK(resolved(options).figure.bbox->north() == 42);
    auto with_width = options;
    with_width["--width-km"] = "100";
    CHECK(refusal(with_width).find("--bbox gives centre and width") == 0);
    auto with_centre = options;
    with_centre["--center"] = "1,2";
    CHECK(refusal(with_centre).find("--bbox gives centre and width") == 0);
    auto fitted = options;
    fitted["--fit"] = "all";
    CHECK(refusal(fitted).find("--fit gives centre and width") == 0);
    fitted.erase("--bbox");
    CHECK(resolved(fitted).figure.fit_all);
    fitted["--fit"] = "alpha,box";
    CHECK(resolved(fitted).figure.fit == std::vector<std::string>{"alpha", "box"});
    CHECK_FALSE(resolved(fitted).figure.fit_all);
    fitted["--fit"] = "alhpa";
    CHECK(refusal(fitted).find("did you mean 'alpha'") != std::string::npos);
    fitted.erase("--fit");
    fitted["--only"] = "box"; // a zone is not an asset
    CHECK(refusal(fitted).find("--only: the scenario has no 'box'") == 0);
}

TEST_CASE("a delay moves the instant of the map back", "[figure]") {
    auto options = to("a.png");
    CHECK(resolved(options).figure.at == instant("2024-05-02T12:00Z"));
    options["--delay-h"] = "1.5";
    CHECK(resolved(options).figure.at == instant("2024-05-02T10:30Z"));
    CHECK(resolved(options).figure.delay_h == 1.5);
    options["--delay-h"] = "-1";
    CHECK(refusal(options).find("--delay-h") == 0);
}

TEST_CASE("without --at the instant is [view] at, else noon of the last day with a report", "[figure]") {
    auto scenario = plain();
    CHECK(app::resolve_instant({}, scenario) == instant("2024-05-03T12:00Z"));
    CHECK(app::resolve_instant("2024-05-05", scenario) == instant("2024-05-05T12:00Z"));
    scenario.end = instant("2024-06-01"); // nothing is reported then
    CHECK(app::resolve_instant({}, scenario) == instant("2024-05-03T12:00Z"));
    scenario.data_to_day = timeline_test::end_of("2024-05-02"); // no report speaks for a later day
    CHECK(app::resolve_instant({}, scenario) == instant("2024-05-02T12:00Z"));
    scenario.data_to_day.reset();
    scenario.fixes[0].to = assets::far_future; // until the next report
    CHECK(app::resolve_instant({}, scenario) == instant("2024-06-01T12:00Z"));
    scenario.end.reset();
    CHECK(app::resolve_instant({}, scenario) == instant("2024-05-01T12:00Z"));
    scenario.view.at = instant("2024-04-30T06:00Z");
    CHECK(app::resolve_instant({}, scenario) == instant("2024-04-30T06:00Z"));
    scenario.view.at.reset();
    scenario.fixes.clear();
    CHECK_THROWS_AS(app::resolve_instant({}, scenario), UsageError);
    scenario.end = instant("2024-06-01");
    CHECK(app::resolve_instant({}, scenario) == instant("2024-06-01"));
}

TEST_CASE("a named frame gives projection, centre, width and shape, and excludes other frames", "[figure]") {
    auto options = to("a.png");
    options["--frame"] = "korea";
    const auto figure = resolved(options).figure;
    CHECK(figure.centre == at(127.4, 38.1));
    CHECK(figure.width_km == 900);
    CHECK(figure.shape == 0.8);
    CHECK(figure.projection.find("+proj=lcc +lat_1=33 +lat_2=43") == 0);
    for (const auto& [other, value] : std::map<std::string, std::string>{{"--center", "1,2"},
                                                                         {"--width-km", "100"},
                                                                         {"--bbox", "120,30,135,42"},
                                                                         {"--fit", "all"},
                                                                         {"--projection", "laea"}}) {
        auto both = options;
        both[other] = value;
        CHECK(refusal(both) == "--frame gives the whole frame; leave out " + other);
    }
    options["--frame"] = "koera";
    CHECK(refusal(options).find("--frame: there is no frame 'koera'; did you mean 'korea'") == 0);
}

TEST_CASE("a width in CSS pixels is a page at 96 dpi times the scale, without small type", "[figure]") {
    auto options = to("a.png");
    options["--css-width"] = "680";
    const auto figure = resolved(options).figure;
    CHECK(app::pixels_of(figure.page_width_mm, figure.dpi) == 1360);
    CHECK(figure.dpi == 192);
    CHECK_FALSE(figure.page_height_mm);
    CHECK(figure.least_type_mm == Approx(11 * 25.4 / 96));
    options["--scale"] = "1.5";
    CHECK(app::pixels_of(resolved(options).figure.page_width_mm, resolved(options).figure.dpi) == 1020);
    for (const char* other : {"--size", "--preset", "--width-mm", "--height-mm", "--dpi"}) {
        auto both = options;
        both[other] = "100";
        CHECK(refusal(both) == std::string{"--css-width gives the whole page; leave out "} + other);
    }
    options.erase("--css-width");
    CHECK(refusal(options) == "--scale needs --css-width");
}
