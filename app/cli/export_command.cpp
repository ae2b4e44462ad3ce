#include "app/base/errors.hpp"
#include "app/cli/commands.hpp"
#include "app/export/exporter.hpp"
#include "app/figure/export_options.hpp"
#include "assets/model/values/control_characters.hpp"

#include <cstdio>
#include <filesystem>

#include <unistd.h>

namespace app {

namespace {

/// Shows progress in one line of a terminal and erases the line at the end. Prints nothing if stderr is not a terminal.
class TerminalProgress {
public:
    TerminalProgress() = default;
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;
    ~TerminalProgress() { show(""); }
    void show(const std::string& text) const {
        if (m_terminal) std::fprintf(stderr, "\r\033[K%s", text.c_str());
    }

private:
    const bool m_terminal = ::isatty(STDERR_FILENO) != 0;
};

void export_with_progress(const std::string& scenario, const OptionValues& values) {
    std::vector<std::string> notes;
    {
        const TerminalProgress progress;
        notes =
            export_map(scenario, values, DataFolders::find(), [&](const std::string& text) { progress.show(text); });
    }
    for (const auto& note : notes)
        std::fprintf(stderr, "theatrum: %s\n", assets::visible(note).c_str());
}

struct Options {
    std::string scenario;
    OptionValues values;
};

void describe(CLI::App& parser, Options& options) {
    add_scenario(parser, options.scenario)->required();
    for (const auto& option : export_options()) {
        const auto names = option.short_name.empty() ? option.name : option.short_name + "," + option.name;
        const auto store = [&options, name = option.name](const std::vector<std::string>& values) {
            std::string& joined = options.values[name];
            for (const auto& value : values)
                joined += (&value == values.data() ? "" : "\n") + value;
        };
        auto* added = parser.add_option_function<std::vector<std::string>>(names, store, option.help);
        added->type_name(option.type)->group("Options")->expected(1)->allow_extra_args(false);
        if (option.repeats) added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
}

} // namespace

int run_export(const Arguments& arguments) {
    Options options;
    CLI::App parser{"", "export"};
    describe(parser, options);
    parse(parser, arguments);
    export_with_progress(options.scenario, options.values);
    return 0;
}

#ifndef THEATRUM_WINDOW // with the window, view_command.cpp defines run_view()
int run_view(const Arguments& arguments) {
    if (arguments.size() > 1)
        throw UsageError{"unexpected argument '" + arguments[1] + "'; to write a map with options use theatrum export"};
    const auto output = map_file_name(arguments.front());
    export_with_progress(arguments.front(), {{"--output", output}});
    std::printf("The map was written to %s. More: theatrum help export\n", output.c_str());
    return 0;
}
#endif

std::string map_file_name(const std::string& scenario) {
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
