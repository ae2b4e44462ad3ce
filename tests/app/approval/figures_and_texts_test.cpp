// What the options of `export` read and print, and the texts beside a figure, compared with accepted files.
#include "app/base/data_folders.hpp"
#include "app/base/errors.hpp"
#include "app/export/render_figure.hpp"
#include "app/export/sidecars.hpp"
#include "app/figure/command_text.hpp"
#include "app/figure/export_options.hpp"
#include "app/figure/figure_snapshot.hpp"
#include "app/scenario/blurred.hpp"
#include "app/scenario/known_by.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/state/state_words.hpp"
#include "app/state/state_writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <fmt/format.h>

using app::OptionValues;

namespace {

const app::DataFolders& data() {
    static const auto folders = app::DataFolders::find();
    return folders;
}

/// A scenario of tests/fixtures, or a built-in one; read once.
std::shared_ptr<const assets::Scenario> scenario(const std::string& name) {
    static std::map<std::string, std::shared_ptr<const assets::Scenario>> known;
    auto& read = known[name];
    if (!read) {
        const bool builtin = name.starts_with("builtin:");
        read = app::open_scenario(builtin ? name : THEATRUM_SOURCE_DIR "/tests/fixtures/" + name, data()).scenario;
    }
    REQUIRE(read);
    return read;
}

const std::shared_ptr<const render::Composer>& composer() {
    static const auto shared = std::make_shared<const render::Composer>(data().style());
    return shared;
}

std::string outcome_of(OptionValues options, const assets::Scenario& s) {
    if (!options.contains("--output")) options["--output"] = "m.png";
    try {
        return app::command_text(app::resolve(options, s), s, "S");
    } catch (const app::UsageError& error) {
        return std::string{"refused: "} + error.what();
    }
}

render::Words words_of(const std::string& language) {
    return render::Words::read(data().style().words / (language + ".toml"));
}

} // namespace

TEST_CASE("what each option of export makes of right and wrong values is as accepted", "[approval]") {
    const std::map<std::string, std::vector<std::string>> values{
        {"--output", {"a.png", "b.SVG", "c.pdf", "d.gif", "e", "-f.png", "a b.png", ""}},
        {"--at",
         {"2024-06-15", "2024-06-15T09:30Z", "2024-06-15T09:30:15+08:00", "2024-06", "2024-06-15T09:30", "noon"}},
        {"--known-by", {"2024-06-20", "2024-06-20T10:00Z", "2024-06", "x"}},
        {"--preset", {"web-16x9", "web-4x3", "square", "story", "column-89", "column-183", "colum-89"}},
        {"--size",
         {"1920x1080", "99x100", "100x100", "20000x10000", "20001x100", "20000x10001", "640", "640x", "6e2x500",
          "-5x5"}},
        {"--width-mm", {"89", "0", "10", "1693.3", "1694", "x"}},
        {"--css-width", {"640", "0", "100", "20000", "x"}},
        {"--dpi", {"300", "0", "36", "1200", "2401", "x"}},
        {"--projection", {"merc", "lcc", "+proj=laea +lat_0=10", "EPSG:3995", "lea", ""}},
        {"--center", {"10,20", "190,10", "-200,5", "10", "10,91", "10,20,30", "x,y", " 10 , 20 "}},
        {"--width-km", {"1000", "0", "-5", "0.05", "50000", "x"}},
        {"--bbox", {"110,-15,-150,50", "10,20,30,10", "1,2,3", "0,0,0,0", "-200,0,200,10", "a,b,c,d"}},
        {"--frame", {"korea", "taiwan-region", "nowhere"}},
        {"--fit", {"all", "frigate", "frigate,box-east", "all,frigate", "nobody", ",", "fleet"}},
        {"--symbols", {"pictogram", "dot", "nato", "dots"}},
        {"--label-style", {"name", "prefix", "hull", "full"}},
        {"--theme", {"article", "dark", "drak"}},
        {"--words", {"en", "fr", "ja", "xx"}},
        {"--names", {"ko", "en+ja", "de", "en+en"}},
        {"--title", {"A title", "It's \"quoted\" $x", "", "\xF0\x9F\x9A\xA2"}},
        {"--subtitle", {"S"}},
        {"--credit", {"C", ""}},
        {"--footnotes", {"full", "short", "none", "long"}},
        {"--only", {"frigate", "frigate,oiler", "frigate,frigate", "box-east", ",", "frgate"}},
        {"--hide", {"frigate", "box-east", "dmz", "nobody"}},
        {"--zones", {"nll-west", "dmz", "mdx", ","}},
        {"--trail", {"36h", "14d", "90min", "48h", "0h", "1w", "x", "20s", "1000d"}},
        {"--with", {"relief", "events,north", "land", "inset", "notes", "all", "nothing"}},
        {"--without", {"all", "land", "title,legend", "all,land", "none", "labels,seas"}},
        {"--svg-text", {"live", "outlines", "curves"}},
        {"--round-deg", {"1", "0.25", "0", "10", "11", "90", "x"}},
        {"--delay-h", {"36", "1.5", "0", "-1", "8784", "8785", "x"}},
        {"--layout", {"l.json", ""}},
        {"--alt", {"a.txt"}},
        {"--caption", {"c.txt"}},
        {"--factcheck", {"f.md"}},
        {"--nonsense", {"1"}},
    };
    const auto s = scenario("atlas");
    std::string text;
    for (const auto& [option, some] : values)
        for (const std::string& value : some)
            text += fmt::format("{} '{}': {}\n", option, value, outcome_of({{option, value}}, *s));
    for (const OptionValues& several : std::vector<OptionValues>{
             {{"--preset", "square"}, {"--size", "500x500"}},
             {{"--width-mm", "80"}, {"--height-mm", "60"}},
             {{"--height-mm", "60"}},
             {{"--width-mm", "80"}, {"--dpi", "600"}},
             {{"--css-width", "500"}, {"--scale", "3"}},
             {{"--css-width", "500"}, {"--dpi", "96"}},
             {{"--scale", "3"}},
             {{"--preset", "square"}, {"--dpi", "96"}},
             {{"--center", "10,20"}, {"--width-km", "500"}, {"--projection", "lcc"}},
             {{"--center", "10,5"}, {"--projection", "lcc"}},
             {{"--bbox", "0,0,10,10"}, {"--width-km", "500"}},
             {{"--fit", "all"}, {"--center", "0,0"}},
             {{"--fit", "all"}, {"--projection", "merc"}},
             {{"--frame", "korea"}, {"--width-km", "5"}},
             {{"--only", "frigate"}, {"--hide", "frigate"}},
             {{"--with", "relief"}, {"--without", "relief"}},
             {{"--known-by", "2024-06-10"}, {"--delay-h", "24"}, {"--round-deg", "2"}},
             {{"--words", "fr"}, {"--names", "en"}},
             {{"--words", "ko"}},
             {{"--svg-text", "outlines"}, {"--output", "x.svg"}},
         })
        text += fmt::format("{}\n", outcome_of(several, *s));
    OptionValues none{{"--layout", "x.json"}};
    text += fmt::format("no output: {}\n", [&] {
        try {
            return app::command_text(app::resolve(none, *s), *s, "S");
        } catch (const app::UsageError& error) {
            return std::string{error.what()};
        }
    }());
    support::check_golden_text("app/options.txt", text);
}

TEST_CASE("the texts beside figures are as accepted", "[approval]") {
    struct Case {
        std::string name, scenario;
        OptionValues options;
    };
    for (const Case& c : std::vector<Case>{
             {"atlas",
              "atlas",
              {{"--at", "2024-06-15"}, {"--label-style", "prefix"}, {"--center", "145,30"}, {"--width-km", "5000"}}},
             {"ports",
              "atlas",
              {{"--at", "2024-06-15T21:00Z"},
               {"--bbox", "125,30,142,40"},
               {"--with", "events"},
               {"--footnotes", "full"}}},
             {"small", "scenarios/map-small", {{"--at", "2024-06-11"}, {"--words", "fr"}}},
             {"counts", "scenarios/counts-and-plans", {{"--at", "2024-07-31"}}},
             {"canada", "builtin:canada-2024", {{"--at", "2024-10-20"}}},
         }) {
        const auto s = scenario(c.scenario);
        OptionValues options = c.options;
        options["--output"] = "m.png";
        app::FigureJob job;
        job.scenario = s;
        job.request = app::resolve(options, *s);
        job.snapshot = std::make_shared<const assets::Snapshot>(app::figure_snapshot(*s, job.request.figure));
        job.composer = composer();
        job.request.alt = "alt", job.request.caption = "caption", job.request.fact_check = "factcheck";
        const auto composed = app::compose_figure(job);
        std::string text;
        for (const auto& [path, content] : app::render_sidecars(job, composed))
            text += "=== " + path + "\n" + content;
        support::check_golden_text("app/texts-" + c.name + ".txt", text);
    }
}

TEST_CASE("the outputs of state are as accepted", "[approval]") {
    const auto add = [](const std::string& name, const std::string& at, app::StateFormat format) {
        const auto s = scenario(name);
        std::string error;
        const auto t = assets::parse_instant_argument(at, error);
        REQUIRE(t);
        return app::write_state(words_of("en"), *s, assets::snapshot_at(*s, *t), format);
    };
    support::check_golden_text("app/state-table.txt", add("atlas", "2024-06-15", app::StateFormat::Table) +
                                                          add("clock", "2024-03-04T19:00Z", app::StateFormat::Table));
    support::check_golden_text("app/state.csv", add("atlas", "2024-06-15", app::StateFormat::Csv));
    support::check_golden_text("app/state.json",
                               add("scenarios/counts-and-plans", "2024-07-31", app::StateFormat::Json));
    support::check_golden_text("app/state.geojson",
                               add("scenarios/map-small", "2024-06-11", app::StateFormat::GeoJson) +
                                   add("scenarios/counts-and-plans", "2024-07-31", app::StateFormat::GeoJson));
}

TEST_CASE("states in the words of each language are as accepted", "[approval]") {
    std::string text;
    const auto s = scenario("clock");
    for (const std::string language : {"en", "fr", "ja", "ko"}) {
        const render::Words words = words_of(language);
        text += language + "\n";
        for (const int hour : {10, 40, 64, 90, 200}) {
            const auto snapshot = assets::snapshot_at(*s, *s->start + std::chrono::hours{hour});
            for (std::size_t i = static_cast<std::size_t>(hour % 3); i < snapshot.states.size(); i += 7)
                text += fmt::format("  {}: {}\n", s->assets[i].id, app::describe_state(words, *s, snapshot.states[i]));
        }
        for (const double hours : {0.0, 0.9, 1.0, 1.9, 2.0, 47.9, 48.0, 71.9, 72.0, 2400.0})
            text += fmt::format("  {} h: {}\n", hours, app::age_words(words, hours));
        for (const auto& [lon, lat] :
             std::vector<std::pair<double, double>>{{0, 0}, {-0.004, -0.004}, {179.999, -89.999}, {-120.5, 45.25}})
            text += fmt::format("  {} {}: {}\n", lon, lat, app::coordinate_words(words, geo::lonlat(lon, lat), 2));
    }
    support::check_golden_text("app/state_words.txt", text);
}

TEST_CASE("blurred scenarios, and those known by a day, are as accepted", "[approval]") {
    std::string text;
    const auto s = scenario("atlas");
    for (const double degrees : {0.5, 3.0}) {
        const auto coarse = app::blurred(*s, degrees);
        text += fmt::format("blurred by {}\n", degrees);
        for (std::size_t i = 0; i < coarse->fixes.size(); i += 4) {
            const auto& f = coarse->fixes[i];
            text += fmt::format("  {} {} r {:.3f} '{}' '{}'\n", f.line,
                                f.position ? fmt::format("{:.3f},{:.3f}", f.position->lon(), f.position->lat()) : "-",
                                f.radius_km, f.place(), f.via());
        }
        for (const auto& event : coarse->events)
            text += fmt::format(
                "  {} {} r {:.3f} '{}'\n", event.id,
                event.position ? fmt::format("{:.3f},{:.3f}", event.position->lon(), event.position->lat()) : "-",
                event.radius_km, event.place);
    }
    std::string error;
    for (const std::string day : {"2024-05-02", "2024-06-14", "2024-06-15", "2024-06-20"}) {
        const auto known = app::known_by(*s, *assets::parse_instant_argument(day, error));
        text += fmt::format("known by {}: {} fixes, {} events, last line {}\n", day, known->fixes.size(),
                            known->events.size(), known->fixes.empty() ? 0 : known->fixes.back().line);
    }
    support::check_golden_text("app/blurred.txt", text);
}
