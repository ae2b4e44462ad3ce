#include "app/base/errors.hpp"
#include "app/figure/command_text.hpp"
#include "app/figure/export_options.hpp"
#include "app/figure/figure_snapshot.hpp"
#include "app/figure/page.hpp"
#include "render/map/drawing/asset_filter.hpp"
#include "tests/app/figure/shell.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace session_test;
using figure_test::option_values;

namespace {

void check_same(const render::Figure& a, const render::Figure& b) {
    CHECK(a.page_width_mm == b.page_width_mm);
    CHECK(a.page_height_mm == b.page_height_mm);
    CHECK(a.dpi == b.dpi);
    CHECK(a.projection == b.projection);
    CHECK(a.choose_projection == b.choose_projection);
    CHECK(a.centre == b.centre);
    CHECK(a.width_km == b.width_km);
    CHECK(a.bbox == b.bbox);
    CHECK(a.fit_all == b.fit_all);
    CHECK(a.fit == b.fit);
    CHECK(a.at == b.at);
    CHECK(a.period == b.period);
    CHECK(a.theme == b.theme);
    CHECK(a.words == b.words);
    CHECK(a.names == b.names);
    CHECK(a.symbols == b.symbols);
    CHECK(a.title == b.title);
    CHECK(a.subtitle == b.subtitle);
    CHECK(a.credit == b.credit);
    CHECK(a.only == b.only);
    CHECK(a.hidden == b.hidden);
    CHECK(a.rings == b.rings);
    CHECK(a.trail == b.trail);
    CHECK(a.known_by == b.known_by);
    CHECK(a.with == b.with);
    CHECK(a.without == b.without);
    CHECK(a.round_deg == b.round_deg);
    CHECK(a.delay_h == b.delay_h);
}

/// Checks that the options of the command for a figure give that figure again. Returns the command.
std::string round_trip(const render::Figure& figure, const assets::Scenario& scenario) {
    app::ExportRequest request;
    request.figure = figure;
    request.output = "map.png";
    auto text = app::command_text(request, scenario, "builtin:canada-2024");
    INFO(text);
    check_same(app::resolve(option_values(text), scenario).figure, figure);
    return text;
}

app::Session canada() {
    auto made = session();
    open(made, "builtin:canada-2024");
    return made;
}

} // namespace

TEST_CASE("the command for an unchanged figure has only the output and the instant", "[figure]") {
    const auto s = canada();
    const auto text = round_trip(app::figure_for_export(s, 300), *s.scenario());
    CHECK(text == "theatrum export builtin:canada-2024 -o map.png --at " + assets::to_iso(s.playhead().time().at()));
}

TEST_CASE("the command contains every setting of the window", "[figure]") {
    auto s = canada();
    s.apply(app::GoToTime{utc("2024-08-24T03:04:05Z")});
    s.apply(app::SetTheme{"dark"});
    s.apply(app::SetNames{"ja"});
    s.apply(app::SetSymbols{true});
    s.apply(app::ShowLayer{"events", true});
    s.apply(app::ShowLayer{"graticule", false});
    s.apply(app::ShowAsset{"hmcs-ottawa", false});
    s.apply(app::ShowZone{s.scenario()->zones.front().id, false});
    s.apply(app::SetTrail{std::chrono::hours{36}});
    s.apply(app::AddRings{geo::lonlat(-120.5, 33), {150, 1852.75}});
    s.apply(app::AddRings{geo::lonlat(127, 37.5), {300}});
    s.apply(app::LookAt{{-7.3e6, -2.1e6}, 12345.678});
    const auto text = round_trip(app::figure_for_export(s, 301.7), *s.scenario());
    CHECK(text.find("+proj=laea") != std::string::npos);
    CHECK(text.find(" --trail 36h ") != std::string::npos);
    CHECK(text.find(" --ring=-120.5,33,150 --ring=-120.5,33,1852.75 --ring 127,37.5,300 ") != std::string::npos);
    s.apply(app::SetProjection{"merc"});
    round_trip(app::figure_for_export(s, 301.7), *s.scenario());
    s.apply(app::CentreProjection{geo::lonlat(-120.5, 33)});
    round_trip(app::figure_for_export(s, 301.7), *s.scenario());
    s.apply(app::SetProjection{"EPSG:3857"});
    round_trip(app::figure_for_export(s, 301.7), *s.scenario());
}

TEST_CASE("the command keeps presets and other page sizes", "[figure]") {
    const auto s = canada();
    auto figure = app::figure_for_export(s, 300);
    for (const auto& preset : app::page_presets()) {
        const std::string name{preset.name};
        INFO(name);
        app::set_preset(figure, name);
        const auto text = round_trip(figure, *s.scenario());
        CHECK((text.find("--preset " + name) != std::string::npos) == (name != "web-16x9"));
    }
    CHECK(app::in_words(app::page_presets().front()) == "Web, 16:9 (1920 x 1080)");
    CHECK(app::in_words(app::page_presets().back()) == "Two columns (183 mm)");
    CHECK_THROWS_AS(app::set_preset(figure, "web"), app::UsageError);
    figure.dpi = 192;
    figure.page_width_mm = 1234 * 25.4 / 192;
    figure.page_height_mm = 777 * 25.4 / 192;
    CHECK(round_trip(figure, *s.scenario()).find("--size 1234x777") != std::string::npos);
    figure.dpi = 254;
    figure.page_width_mm = 120.3;
    figure.page_height_mm = 81.7;
    round_trip(figure, *s.scenario());
    figure.page_height_mm.reset();
    figure.dpi = 300;
    round_trip(figure, *s.scenario());
}

TEST_CASE("the command names what differs from the scenario's own defaults", "[figure]") {
    const auto s = canada();
    assets::Scenario scenario = *s.scenario();
    scenario.view.symbols = "dot";
    scenario.view.theme = "dark";
    auto figure = app::figure_for_export(s, 300);
    figure.symbols = render::SymbolSet::Dot;
    figure.theme = "dark";
    const auto same = round_trip(figure, scenario);
    CHECK(same.find("--symbols") == std::string::npos);
    CHECK(same.find("--theme") == std::string::npos);
    figure.symbols = render::SymbolSet::Pictogram;
    figure.theme = "article";
    const auto other = round_trip(figure, scenario);
    CHECK(other.find("--symbols pictogram") != std::string::npos);
    CHECK(other.find("--theme article") != std::string::npos);
}

TEST_CASE("the command keeps frames, blurring and delay", "[figure]") {
    const auto s = canada();
    auto figure = app::figure_for_export(s, 300);
    figure.round_deg = 0.5;
    figure.delay_h = 36;
    figure.known_by = utc("2024-08-31T23:59:59.999Z");
    round_trip(figure, *s.scenario());
    figure.delay_h = 1.5;
    round_trip(figure, *s.scenario());
    figure.centre.reset();
    figure.width_km.reset();
    figure.bbox = geo::Box::from_degrees(170.25, -10, -170, 10.125);
    round_trip(figure, *s.scenario());
    figure.bbox.reset();
    figure.fit = {"hmcs-ottawa", s.scenario()->zones.front().id};
    round_trip(figure, *s.scenario());
    figure.fit.clear();
    figure.fit_all = true;
    round_trip(figure, *s.scenario());
}

TEST_CASE("the shell does not interpret the text of a title", "[figure]") {
    const auto s = canada();
    auto figure = app::figure_for_export(s, 300);
    for (const char* title :
         {"It's $(echo \"here\") `now`; \\ !", "-starts with a dash", "", "two\nlines", "한국 *?[a]", "~", "a=b #c"}) {
        figure.title = title;
        figure.credit = title;
        round_trip(figure, *s.scenario());
    }
    CHECK(app::shell_quoted("plain-word_1.png") == "plain-word_1.png");
    CHECK(app::shell_quoted("") == "''");
    CHECK(app::shell_quoted("a b") == "'a b'");
}

TEST_CASE("an asset in both --only and --hide is hidden", "[figure]") {
    const auto s = canada();
    const app::OptionValues values{
        {"--output", "a.png"}, {"--only", "hmcs-ottawa,hmcs-vancouver"}, {"--hide", "hmcs-ottawa"}};
    const auto figure = app::resolve(values, *s.scenario()).figure;
    const render::AssetFilter filter{figure};
    CHECK(filter.allows("hmcs-vancouver"));
    CHECK_FALSE(filter.allows("hmcs-ottawa"));
    CHECK_FALSE(filter.allows("hmcs-montreal"));
}

TEST_CASE("the snapshot of a figure leaves out hidden zones and has the requested trails and coverage", "[figure]") {
    const Scratch scratch;
    auto s = session();
    open(s, figure_test::moving_ships(scratch));
    auto scenario = *s.scenario();
    scenario.zones = canada().scenario()->zones;
    render::Figure figure;
    figure.at = utc("2024-05-08T12:00Z");
    const auto plain = app::figure_snapshot(scenario, figure);
    CHECK(plain.at == figure.at);
    CHECK(plain.trails.empty());
    CHECK(plain.coverage == nullptr);
    REQUIRE_FALSE(plain.zones.empty());
    const auto gone = plain.zones.front();
    figure.hidden = {scenario.zones[gone].id, "alpha"};
    figure.trail = std::chrono::hours{36};
    figure.with = {"coverage"};
    const auto changed = app::figure_snapshot(scenario, figure);
    CHECK(changed.zones.size() == plain.zones.size() - 1);
    CHECK(std::find(changed.zones.begin(), changed.zones.end(), gone) == changed.zones.end());
    REQUIRE(changed.trails.size() == 3);
    CHECK(changed.trails.front().length == figure.trail);
    CHECK(changed.coverage != nullptr);
    const auto by_timeline =
        app::figure_snapshot(assets::Timeline{std::make_shared<const assets::Scenario>(scenario)}, figure);
    CHECK(by_timeline.zones == changed.zones);
    CHECK(by_timeline.trails.size() == changed.trails.size());
    CHECK(by_timeline.states.size() == changed.states.size());
}

TEST_CASE("every option can be read from the value that it prints", "[figure]") {
    const auto s = canada();
    app::OptionValues values{
        {"--output", "map.svg"},
        {"--at", "2024-08-01T06:30:00Z"},
        {"--known-by", "2024-09-01"},
        {"--width-mm", "120.5"},
        {"--height-mm", "90"},
        {"--dpi", "150"},
        {"--projection", "aeqd"},
        {"--center", "-120.25,30"},
        {"--width-km", "1234.5"},
        {"--symbols", "dot"},
        {"--label-style", "hull"},
        {"--theme", "dark"},
        {"--words", "fr"},
        {"--names", "ko"},
        {"--title", "One"},
        {"--subtitle", ""},
        {"--credit", "It's \"us\""},
        {"--footnotes", "none"},
        {"--zones", "dmz,mdl"},
        {"--only", "hmcs-ottawa"},
        {"--hide", "canadians-unc,dmz"},
        {"--ring", "127,37.5,300\n-120.5,30,150.25"},
        {"--trail", "36h"},
        {"--with", "events,relief"},
        {"--without", "legend"},
        {"--svg-text", "outlines"},
        {"--round-deg", "0.5"},
        {"--delay-h", "36"},
        {"--alt", "a.txt"},
        {"--caption", "c.txt"},
        {"--factcheck", "f.md"},
        {"--layout", "l.json"},
    };
    std::set<std::string> printed;
    const auto check_printed = [&] {
        const auto request = app::resolve(values, *s.scenario());
        const auto text = app::command_text(request, *s.scenario(), "builtin:canada-2024");
        INFO(text);
        CHECK(option_values(text) == values);
        for (const auto& [name, value] : values)
            printed.insert(name);
    };
    check_printed();
    for (const char* option : {"--width-mm", "--height-mm", "--dpi"})
        values.erase(option);
    values["--size"] = "1234x777";
    for (const char* option : {"--center", "--width-km"})
        values.erase(option);
    values["--bbox"] = "170,-10,-170.5,10";
    check_printed();
    values.erase("--size");
    values["--preset"] = "story";
    values.erase("--bbox");
    values["--fit"] = "canadians-unc,hmcs-ottawa";
    check_printed();
    for (const char* option : {"--preset", "--fit", "--projection"})
        values.erase(option);
    values["--frame"] = "korea";
    values["--css-width"] = "360";
    values["--scale"] = "3";
    check_printed();
    for (const char* option : {"--at", "--trail", "--delay-h"})
        values.erase(option);
    values["--from"] = "2024-04-15";
    values["--to"] = "2024-10-20T12:00:00Z";
    check_printed();
    for (const char* option : {"--from", "--to"})
        values.erase(option);
    values["--at"] = "2024-07-31T12:00:00Z";
    values["--compare"] = "2024-10-20T12:00:00Z";
    values["--compare-as"] = "arrows";
    check_printed();
    for (const auto& option : app::export_options())
        CHECK(printed.contains(option.name) == (option.name != "--figure")); // stands for options that are printed
}

TEST_CASE("a period begins and ends with its days", "[figure]") {
    const auto s = canada();
    const auto figure = [&](const std::string& from, const std::string& to) {
        return app::resolve({{"--output", "a.png"}, {"--from", from}, {"--to", to}}, *s.scenario()).figure;
    };
    const auto spring = figure("2024-04-15", "2024-05-31");
    REQUIRE(spring.period);
    CHECK(spring.period->from == utc("2024-04-15T00:00:00Z"));
    CHECK(spring.period->to == utc("2024-06-01T00:00:00Z"));
    CHECK(spring.at == utc("2024-05-31T23:59:59.999Z"));
    CHECK(round_trip(spring, *s.scenario()).find("--from 2024-04-15 --to 2024-05-31") != std::string::npos);
    CHECK(figure("2024-04-15T06:00Z", "2024-04-15T09:00+02:00").period->to == utc("2024-04-15T07:00:00Z"));
    CHECK_THROWS_WITH(figure("2024-04-15", "2024-04-14"), "--to: '2024-04-14' is not after --from '2024-04-15'");
    CHECK_THROWS_AS(figure("2024-04", "2024-05-14"), app::UsageError);
    const auto options = [&](app::OptionValues values) {
        values["--output"] = "a.png";
        return app::resolve(values, *s.scenario());
    };
    CHECK_THROWS_WITH(options({{"--from", "2024-04-15"}}), "--from needs --to: a period has two ends");
    CHECK_THROWS_WITH(options({{"--to", "2024-04-15"}}), "--to needs --from: a period has two ends");
    CHECK_THROWS_WITH(options({{"--from", "2024-04-15"}, {"--to", "2024-04-16"}, {"--at", "2024-04-15"}}),
                      "--from and --to make a map of a period; leave out --at");
}

TEST_CASE("the snapshot of a period has the voyages of the assets that the figure shows", "[figure]") {
    const auto s = canada();
    app::OptionValues values{{"--output", "a.png"},
                             {"--from", "2024-06-01"},
                             {"--to", "2024-10-20"},
                             {"--only", "hmcs-ottawa,hmcs-montreal"}};
    const auto figure = app::resolve(values, *s.scenario()).figure;
    const auto snapshot = app::figure_snapshot(*s.scenario(), figure);
    REQUIRE_FALSE(snapshot.voyages.empty());
    std::set<std::string> ids;
    bool over_water = false;
    for (const auto& voyage : snapshot.voyages) {
        ids.insert(s.scenario()->assets[voyage.asset].id);
        for (const auto& leg : voyage.legs)
            over_water = over_water || (leg.path && leg.path->points().size() > 2);
    }
    CHECK(ids == std::set<std::string>{"hmcs-montreal", "hmcs-ottawa"});
    CHECK(over_water); // ships go round the land
}

TEST_CASE("unknown ids and layers that cannot be drawn yet are errors", "[figure]") {
    const auto s = canada();
    const auto read = [&](const char* option, const char* value) {
        return app::resolve({{"--output", "a.png"}, {option, value}}, *s.scenario());
    };
    CHECK_THROWS_WITH(read("--hide", "hmcs-montral"),
                      "--hide: the scenario has no 'hmcs-montral'; did you mean 'hmcs-montreal'?");
    CHECK_THROWS_WITH(read("--hide", ","), "--hide: the list is empty");
    CHECK_THROWS_WITH(read("--trail", "36"), "--trail: '36' is not a duration such as 36h, 14d or 30min");
    for (const std::string name : {"inset", "notes"})
        CHECK_THROWS_WITH(read("--with", name.c_str()), "--with: '" + name + "' cannot be drawn yet");
    CHECK(read("--without", "inset,notes").figure.without.size() == 2);
}
