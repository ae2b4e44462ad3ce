#include "app/base/errors.hpp"
#include "app/session/files/command_text.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <cstdio>
#include <map>

using namespace session_test;

namespace {

/// The words that a real shell makes of a command.
std::vector<std::string> shell_words(const std::string& command) {
    const std::string script = "printf '%s\\036' " + command;
    std::FILE* pipe = ::popen(script.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string out;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
        out += static_cast<char>(c);
    REQUIRE(::pclose(pipe) == 0);
    std::vector<std::string> words;
    std::size_t begin = 0;
    for (auto end = out.find('\036'); end != std::string::npos; end = out.find('\036', begin)) {
        words.push_back(out.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

app::ExportOptions parsed(const std::string& command) {
    const auto words = shell_words(command);
    REQUIRE(words.size() >= 3);
    CHECK(words[0] == "theatrum");
    CHECK(words[1] == "export");
    app::ExportOptions o;
    o.scenario = words[2];
    using Value = std::optional<std::string> app::ExportOptions::*;
    const std::map<std::string, Value> options{
        {"--at", &app::ExportOptions::at},
        {"--preset", &app::ExportOptions::preset},
        {"--size", &app::ExportOptions::size},
        {"--width-mm", &app::ExportOptions::width_mm},
        {"--height-mm", &app::ExportOptions::height_mm},
        {"--dpi", &app::ExportOptions::dpi},
        {"--projection", &app::ExportOptions::projection},
        {"--center", &app::ExportOptions::centre},
        {"--width-km", &app::ExportOptions::width_km},
        {"--bbox", &app::ExportOptions::bbox},
        {"--fit", &app::ExportOptions::fit},
        {"--symbols", &app::ExportOptions::symbols},
        {"--theme", &app::ExportOptions::theme},
        {"--names", &app::ExportOptions::names},
        {"--title", &app::ExportOptions::title},
        {"--subtitle", &app::ExportOptions::subtitle},
        {"--credit", &app::ExportOptions::credit},
        {"--only", &app::ExportOptions::only},
        {"--with", &app::ExportOptions::with},
        {"--without", &app::ExportOptions::without},
        {"--round-deg", &app::ExportOptions::round_deg},
        {"--delay-h", &app::ExportOptions::delay_h},
    };
    for (std::size_t i = 3; i < words.size(); ++i) {
        std::string name = words[i], value;
        if (const auto equals = name.find('='); name.rfind("--", 0) == 0 && equals != std::string::npos) {
            value = name.substr(equals + 1);
            name.resize(equals);
        } else {
            REQUIRE(i + 1 < words.size());
            value = words[++i];
        }
        INFO(name);
        if (name == "-o") {
            o.output = value;
            continue;
        }
        REQUIRE(options.contains(name));
        o.*(options.at(name)) = value;
    }
    return o;
}

void same(const render::Figure& a, const render::Figure& b) {
    CHECK(a.page_width_mm == b.page_width_mm);
    CHECK(a.page_height_mm == b.page_height_mm);
    CHECK(a.dpi == b.dpi);
    CHECK(a.projection == b.projection);
    CHECK(a.centre == b.centre);
    CHECK(a.width_km == b.width_km);
    CHECK(a.bbox == b.bbox);
    CHECK(a.fit_all == b.fit_all);
    CHECK(a.fit == b.fit);
    CHECK(a.at == b.at);
    CHECK(a.theme == b.theme);
    CHECK(a.words == b.words);
    CHECK(a.names == b.names);
    CHECK(a.symbols == b.symbols);
    CHECK(a.title == b.title);
    CHECK(a.subtitle == b.subtitle);
    CHECK(a.credit == b.credit);
    CHECK(a.only == b.only);
    CHECK(a.with == b.with);
    CHECK(a.without == b.without);
    CHECK(a.round_deg == b.round_deg);
    CHECK(a.delay_h == b.delay_h);
}

/// The command for a figure gives that figure.
std::string round_trip(const render::Figure& figure, const assets::Scenario& scenario) {
    auto text = app::command_text(app::options_for(figure, scenario, "builtin:canada-2024", "map.png"));
    INFO(text);
    same(app::resolve(parsed(text), scenario).figure, figure);
    return text;
}

app::Session canada() {
    auto made = session();
    open(made, "builtin:canada-2024");
    return made;
}

} // namespace

TEST_CASE("the command for the scenario's own figure is a short one", "[session]") {
    const auto s = canada();
    const auto text = round_trip(app::figure_for_export(s, 300), *s.scenario());
    CHECK(text == "theatrum export builtin:canada-2024 -o map.png --at " + assets::to_iso(s.time().at()));
}

TEST_CASE("whatever was set in the window is in the command", "[session]") {
    auto s = canada();
    s.apply(app::GoToTime{utc("2024-08-24T03:04:05Z")});
    s.apply(app::SetTheme{"dark"});
    s.apply(app::SetNames{"ja"});
    s.apply(app::SetSymbols{true});
    s.apply(app::ShowLayer{"events", true});
    s.apply(app::ShowLayer{"graticule", false});
    s.apply(app::ShowAsset{"hmcs-ottawa", false});
    s.apply(app::LookAt{{-7.3e6, -2.1e6}, 12345.678});
    const auto text = round_trip(app::figure_for_export(s, 301.7), *s.scenario());
    CHECK(text.find("+proj=laea") != std::string::npos);
    s.apply(app::SetProjection{"merc"});
    round_trip(app::figure_for_export(s, 301.7), *s.scenario());
    s.apply(app::CentreProjection{geo::lonlat(-120.5, 33)});
    round_trip(app::figure_for_export(s, 301.7), *s.scenario());
    s.apply(app::SetProjection{"EPSG:3857"});
    round_trip(app::figure_for_export(s, 301.7), *s.scenario());
}

TEST_CASE("every preset, and pages of other sizes, come back", "[session]") {
    const auto s = canada();
    auto figure = app::figure_for_export(s, 300);
    for (const auto& preset : app::export_presets()) {
        INFO(preset.name);
        app::set_preset(figure, preset.name);
        const auto text = round_trip(figure, *s.scenario());
        CHECK((text.find("--preset " + preset.name) != std::string::npos) == (preset.name != "web-16x9"));
        CHECK_FALSE(preset.words.empty());
    }
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

TEST_CASE("frames, blurring and delay come back", "[session]") {
    const auto s = canada();
    auto figure = app::figure_for_export(s, 300);
    figure.round_deg = 0.5;
    figure.delay_h = 36;
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

TEST_CASE("no text of a title reaches the shell", "[session]") {
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
