#include "app/base/errors.hpp"
#include "app/cli/commands.hpp"
#include "app/export/exporter.hpp"
#include "app/figure/export_options.hpp"

#include <cstdio>
#include <filesystem>

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

struct Options {
    std::string scenario;
    OptionValues values;
};

void describe(CLI::App& parser, Options& options) {
    parser.add_option("scenario", options.scenario, "folder, scenario.toml, positions file, recording or builtin:NAME")
        ->required()
        ->type_name("SCENARIO");
    for (const auto& option : export_options()) {
        const auto names = option.short_name.empty() ? option.name : option.short_name + "," + option.name;
        const auto keep = [&options, name = option.name](const std::string& value) {
            options.values[name] = value;
        };
        parser.add_option_function<std::string>(names, keep, option.help)->type_name(option.type)->group("Options");
    }
}

} // namespace

int run_export(const Arguments& arguments) {
    Options options;
    CLI::App parser{"", "export"};
    describe(parser, options);
    parse(parser, arguments);
    try {
        export_map(options.scenario, options.values, DataFolders::find(), terminal_progress());
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
    const auto output = map_beside_caller(arguments.front());
    export_map(arguments.front(), {{"--output", output}}, DataFolders::find(), terminal_progress());
    end_progress();
    std::printf("The map is in %s. More: theatrum help export\n", output.c_str());
    return 0;
}
#endif

std::string map_beside_caller(const std::string& scenario) {
    const std::string name = scenario.rfind("builtin:", 0) == 0
                                 ? scenario.substr(8)
                                 : std::filesystem::absolute(scenario).lexically_normal().stem().string();
    return (name.empty() ? "map" : name) + ".png";
}

std::string export_help() {
    Options options;
    CLI::App parser{"Writes a map as PNG, SVG or PDF.", "theatrum export"};
    parser.set_help_flag();
    describe(parser, options);
    return parser.help();
}

} // namespace app
