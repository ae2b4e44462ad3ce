#include "app/cli/commands.hpp"
#include "app/base/errors.hpp"
#include "app/export/exporter.hpp"

#include <cstdio>

#include <unistd.h>

namespace app {

namespace {

/// One line that is overwritten, on a terminal; nothing in a pipe.
Progress terminal_progress() {
    if (::isatty(STDERR_FILENO) == 0)
        return [](const std::string&) {
        };
    return [](const std::string& text) {
        std::fprintf(stderr, "\r\033[K%s", text.c_str());
    };
}

void end_progress() {
    if (::isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "\r\033[K");
}

void describe(CLI::App& parser, ExportOptions& options) {
    parser.add_option("scenario", options.scenario, "folder, scenario.toml, positions file, recording or builtin:NAME")
        ->required()
        ->type_name("SCENARIO");
    const auto text = [&](const std::string& name, auto& value, const std::string& type, const std::string& help) {
        parser.add_option(name, value, help)->type_name(type)->group("Options");
    };
    text("-o,--output", options.output, "FILE", "what to write: FILE.png, FILE.svg or FILE.pdf");
    text("--at", options.at, "T", "the instant shown: 2024-07-31 (12:00Z) or 2024-07-31T06:00Z");
    text("--known-by", options.known_by, "DATE", "only reports published by then");
    text("--preset", options.preset, "NAME", "web-16x9 (default) web-4x3 square story column-89 column-183");
    text("--size", options.size, "WxH", "pixels");
    text("--width-mm", options.width_mm, "N", "width in mm; alone: the height that frame and furniture need");
    text("--height-mm", options.height_mm, "N", "height in mm");
    text("--dpi", options.dpi, "N", "192 with pixels, 300 with mm");
    text("--projection", options.projection, "DEF",
         "laea ortho aeqd lcc merc eqearth robin eqc, a PROJ string, EPSG:n");
    text("--center", options.centre, "LON,LAT", "centre of the page");
    text("--width-km", options.width_km, "N", "projected km over the map's width");
    text("--bbox", options.bbox, "W,S,E,N", "instead of centre and width; W > E crosses the antimeridian");
    text("--fit", options.fit, "all|ID,...", "the frame that holds these assets or zones");
    text("--symbols", options.symbols, "KIND", "pictogram (default) or dot");
    text("--theme", options.theme, "NAME", "article (default) or dark");
    text("--words", options.words, "LANG", "language of the words on the map");
    text("--names", options.names, "LANG", "language of place names: en ko ja zh");
    text("--title", options.title, "TEXT", "instead of the scenario's");
    text("--subtitle", options.subtitle, "TEXT", "instead of the scenario's");
    text("--credit", options.credit, "TEXT", "instead of the scenario's");
    text("--only", options.only, "ID,...", "only these assets");
    text("--with", options.with, "NAME,...", "layers and furniture that are off by default: relief events ...");
    text("--without", options.without, "NAME,...", "layers and furniture to leave out; all: no furniture, no frame");
    text("--svg-text", options.svg_text, "HOW", "live (default) or outlines");
    text("--round-deg", options.round_deg, "D", "round positions to a grid of D degrees, and say so");
    text("--delay-h", options.delay_h, "H", "show the positions of H hours before, and say so");
    text("--alt", options.alt, "FILE", "the figure in words, for readers who cannot see it");
    text("--caption", options.caption, "FILE", "title, as-of line, credit and alternative text");
    text("--factcheck", options.fact_check, "FILE.md", "every claim on the figure with its record and sources");
    text("--layout", options.layout, "FILE.json", "where everything stands on the page");
}

} // namespace

int run_export(const Arguments& arguments) {
    ExportOptions options;
    CLI::App parser{"", "export"};
    describe(parser, options);
    parse(parser, arguments);
    try {
        export_map(options, DataFolders::find(), terminal_progress());
    } catch (...) {
        end_progress();
        throw;
    }
    end_progress();
    return 0;
}

#ifndef THEATRUM_WINDOW // else it is in view_command.cpp
int run_view(const Arguments& arguments) {
    if (arguments.size() > 1)
        throw UsageError{"'" + arguments[1] + "': a scenario stands alone; to write a picture use theatrum export"};
    ExportOptions options;
    options.scenario = arguments.front();
    std::string name = options.scenario;
    if (name.rfind("builtin:", 0) == 0)
        name = name.substr(8);
    else
        name = std::filesystem::absolute(name).lexically_normal().stem().string();
    options.output = (name.empty() ? "map" : name) + ".png";
    export_map(options, DataFolders::find(), terminal_progress());
    end_progress();
    std::printf("The map is in %s. More: theatrum help export\n", options.output.c_str());
    return 0;
}
#endif

std::string export_help() {
    ExportOptions options;
    CLI::App parser{"Writes a map as PNG, SVG or PDF.", "theatrum export"};
    parser.set_help_flag();
    describe(parser, options);
    return parser.help();
}

} // namespace app
