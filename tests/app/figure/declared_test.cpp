#include "app/base/errors.hpp"
#include "app/export/exporter.hpp"
#include "app/figure/options/declared.hpp"
#include "app/scenario/open_scenario.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <filesystem>

namespace fs = std::filesystem;
using app::OptionValues;

namespace {

assets::FigureDeclaration declared() {
    assets::FigureDeclaration figure;
    figure.id = "main";
    figure.preset = "square";
    figure.from = "2024-05-01";
    figure.to = "2024-05-31";
    figure.centre = geo::lonlat(127.5, 37);
    figure.width_km = 900;
    figure.title = "May";
    figure.show = {"strip", "relief"};
    figure.hide = {"a", "b"};
    return figure;
}

void export_figure(const std::string& scenario, const OptionValues& values) {
    (void)app::export_map(scenario, values, app::DataFolders::find(), [](const std::string&) {});
}

std::string refusal(const std::string& scenario, const OptionValues& values) {
    try {
        export_figure(scenario, values);
    } catch (const app::UsageError& error) {
        return error.what();
    }
    return "accepted";
}

constexpr const char* two_figures = R"(theatrum = 1
title = "Two"
[[figure]]
id = "wide"
size = "1000x700"
at = 2024-05-02
title = "Wide"
[[figure]]
id = "tall"
size = "700x1000"
at = 2024-05-02
[[figure]]
id = "noted"
at = 2024-05-02
[[figure.note]]
kind = "text"
text = "Here"
)";

constexpr const char* assets_csv = "id,name,type\nship,Ship,frigate\n";
constexpr const char* positions_csv = "asset,from,to,lon,lat,radius_km\nship,2024-05-01,2024-05-03,128,33,5\n";

} // namespace

TEST_CASE("a declared figure stands for options of export", "[figure]") {
    CHECK(app::options_of(declared(), {{"--output", "a.png"}, {"--figure", "main"}}) ==
          OptionValues{{"--output", "a.png"},
                       {"--preset", "square"},
                       {"--from", "2024-05-01"},
                       {"--to", "2024-05-31"},
                       {"--center", "127.5,37"},
                       {"--width-km", "900"},
                       {"--title", "May"},
                       {"--with", "strip,relief"},
                       {"--hide", "a,b"}});
}

TEST_CASE("options given beside a figure replace what says the same in it", "[figure]") {
    const auto with = [](const OptionValues& given) {
        return app::options_of(declared(), given);
    };
    CHECK(with({{"--title", "June"}}).at("--title") == "June");
    const auto sized = with({{"--size", "800x600"}});
    CHECK_FALSE(sized.contains("--preset"));
    CHECK(sized.contains("--from"));
    const auto dated = with({{"--at", "2024-06-01"}});
    CHECK_FALSE(dated.contains("--from"));
    CHECK_FALSE(dated.contains("--to"));
    CHECK(dated.contains("--center"));
    const auto framed = with({{"--fit", "all"}});
    CHECK_FALSE(framed.contains("--center"));
    CHECK_FALSE(framed.contains("--width-km"));
    CHECK(framed.contains("--preset"));
    auto projected = declared();
    projected.projection = "merc";
    CHECK(app::options_of(projected, {}).at("--projection") == "merc");
    CHECK_FALSE(app::options_of(projected, {{"--frame", "korea"}}).contains("--projection"));
}

TEST_CASE("every figure has files of its own", "[figure]") {
    CHECK(app::with_id({{"--output", "maps/a.b.png"}, {"--alt", "text"}, {"--title", "x.y"}}, "main") ==
          OptionValues{{"--output", "maps/a.b-main.png"}, {"--alt", "text-main"}, {"--title", "x.y"}});
}

TEST_CASE("figures are exported by their ids", "[figure]") {
    const support::Scratch folder;
    const std::string scenario = folder.path().string();
    folder.write("scenario.toml", two_figures);
    folder.write("assets.csv", assets_csv);
    folder.write("positions.csv", positions_csv);
    const std::string by_figure = (folder / "a.svg").string(), by_options = (folder / "b.svg").string();
    export_figure(scenario, {{"--figure", "wide"}, {"--output", by_figure}});
    export_figure(scenario,
                  {{"--size", "1000x700"}, {"--at", "2024-05-02"}, {"--title", "Wide"}, {"--output", by_options}});
    CHECK(support::file_bytes(by_figure) == support::file_bytes(by_options));
    CHECK(refusal(scenario, {{"--figure", "wid"}, {"--output", by_figure}}) ==
          "--figure: the scenario has no figure 'wid'; did you mean 'wide'?");
    CHECK(refusal(scenario, {{"--figure", "wide"}, {"--footnotes", "long"}, {"--output", by_figure}})
              .starts_with("figure 'wide': --footnotes: "));
    CHECK(refusal(scenario, {{"--figure", "all"}, {"--output", (folder / "map.png").string()}}) ==
          "figure 'noted': [[figure.note]] cannot be drawn yet");
    CHECK(fs::exists(folder / "map-wide.png"));
    CHECK(fs::exists(folder / "map-tall.png"));
    CHECK_FALSE(fs::exists(folder / "map.png"));
}

TEST_CASE("--figure needs a scenario with figures", "[figure]") {
    const support::Scratch folder;
    folder.write("assets.csv", assets_csv);
    folder.write("positions.csv", positions_csv);
    CHECK(refusal(folder.path().string(), {{"--figure", "all"}, {"--output", "a.png"}}) ==
          "--figure: the scenario has no [[figure]]");
}

TEST_CASE("the figure of the built-in scenario is a map of a period with its strip", "[figure]") {
    const auto scenario = app::open_scenario_without_errors("builtin:canada-2024", app::DataFolders::find());
    const auto figures = app::named_figures("voyages-2024", *scenario);
    REQUIRE(figures.size() == 1);
    CHECK(figures.front() == &scenario->figures.front());
    const auto request = app::resolve(app::options_of(*figures.front(), {{"--output", "a.png"}}), *scenario);
    REQUIRE(request.figure.period);
    CHECK(assets::to_iso(request.figure.period->from) == "2024-04-15T00:00:00Z");
    CHECK(assets::to_iso(request.figure.period->to) == "2024-10-21T00:00:00Z");
    CHECK(request.figure.shows("strip"));
    for (const char* frigate : {"hmcs-montreal", "hmcs-vancouver", "hmcs-ottawa"})
        CHECK_FALSE(request.figure.hidden.contains(frigate));
    for (const auto& asset : scenario->assets)
        CHECK(request.figure.hidden.contains(asset.id) !=
              (asset.type == assets::AssetType::Frigate && asset.id != "hmcs-max-bernays"));
}
