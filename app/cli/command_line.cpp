#include "app/cli/command_line.hpp"

#include "app/base/data_folders.hpp"
#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "app/cli/commands.hpp"
#include "app/manual/manual.hpp"
#include "app/scenario/open_scenario.hpp"
#include "assets/schema/schema.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include <fmt/format.h>

namespace app {

namespace {

struct Command {
    std::string name;
    std::string summary;
    int (*run)(const Arguments&);
    std::string (*help)();
};

const std::vector<Command>& commands() {
    static const std::vector<Command> all{
#ifdef THEATRUM_WINDOW
        {"view", "open a window that shows a scenario", run_view, view_help},
#endif
        {"export", "write a map as PNG, SVG or PDF", run_export, export_help},
        {"state", "print where every asset is at an instant, and how that is known", run_state, state_help},
        {"compare", "print who moved, arrived, left or was not heard of between two instants", run_compare,
         compare_help},
        {"report", "write a fleet tracker's page: who is where, and what has changed", run_report, report_help},
        {"check", "list the errors and doubts in a scenario", run_check, check_help},
        {"route", "find the shortest way over water between two places", run_route, route_help},
        {"new", "write a small scenario to start from", run_new, new_help},
        {"listen", "print the messages of live feeds as JSON lines, and record the feeds", run_listen, listen_help},
    };
    return all;
}

std::string listed(std::string_view name, std::string_view summary) {
    constexpr std::size_t width = 13;
    return fmt::format("  {:<{}}{}\n", name, width, summary);
}

std::string overview() {
    std::string text = "Theatrum " THEATRUM_VERSION ": maps of where forces are, and how that is known.\n\n"
                       "usage: theatrum COMMAND ...\n\n";
    for (const auto& command : commands())
        text += listed(command.name, command.summary);
    text += listed("help", "print this text, or the help of a command or a topic: theatrum help export");
    text += "\nHelp topics:\n\n";
    for (const auto& topic : manual_topics())
        text += listed(topic.name, topic.summary);
    text +=
        "\nSCENARIO is a folder, its scenario.toml, a positions file (.csv), a spreadsheet (.xlsx, .ods), a\n"
        "recording of a feed, or builtin:canada-2024.\n"
#ifdef THEATRUM_WINDOW
        "Without a command, theatrum opens the window; without a display it writes the map to the current folder.\n";
#else
        "Without a command, or with only a scenario, theatrum writes the map to the current folder.\n";
#endif
    return text;
}

} // namespace

void print(const std::string& text) {
    // A long text is written before the flush, which then has nothing left to fail with.
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        throw FileError{"cannot write to standard output"};
}

CLI::Option* add_scenario(CLI::App& parser, std::string& scenario) {
    return parser
        .add_option("scenario", scenario,
                    "folder, scenario.toml, positions file, spreadsheet, recording or builtin:NAME")
        ->type_name("SCENARIO");
}

const std::vector<std::string>& command_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const auto& command : commands())
            all.push_back(command.name);
        all.emplace_back("help");
        return all;
    }();
    return names;
}

void parse(CLI::App& parser, const Arguments& arguments) {
    parser.allow_extras();
    parser.set_help_flag();
    try {
        Arguments reversed{arguments.rbegin(), arguments.rend()};
        parser.parse(reversed);
    } catch (const CLI::ParseError& error) {
        throw UsageError{parser.get_name() + ": " + error.what()};
    }
    auto extras = parser.remaining();
    std::erase(extras, "--"); // before arguments that may begin with a hyphen; CLI11 leaves it over
    if (extras.empty()) return;
    const auto unknown = std::find_if(extras.begin(), extras.end(),
                                      [](const std::string& word) { return word.size() > 1 && word[0] == '-'; });
    if (unknown == extras.end()) throw UsageError{parser.get_name() + ": unexpected argument '" + extras.front() + "'"};
    std::vector<std::string> known;
    for (const auto* option : parser.get_options())
        for (const auto& name : option->get_lnames())
            known.push_back("--" + name);
    const auto name = unknown->substr(0, unknown->find('='));
    throw UsageError{parser.get_name() + ": there is no option '" + name + "'" + did_you_mean(name, known)};
}

std::string help_text(const std::string& name) {
    if (name.empty() || name == "help") return overview();
    for (const auto& command : commands())
        if (command.name == name) return command.help();
    std::vector<std::string> known = command_names();
    for (const auto& topic : manual_topics()) {
        if (topic.name == name) return terminal_text(manual_blocks(name, DataFolders::find().manual()));
        known.emplace_back(topic.name);
    }
    for (const assets::TableFile& file : assets::table_files) { // "help positions.csv": the columns of one file
        if (file.name == name) return terminal_text(manual_table("columns " + name));
        known.emplace_back(file.name);
    }
    throw UsageError{"help: there is no command or topic '" + name + "'" +
                     did_you_mean(name, known, "; `theatrum help` lists both")};
}

int run(const Arguments& arguments) {
    if (arguments.empty()) return run_view({"builtin:canada-2024"});
#ifdef THEATRUM_WINDOW
    static const std::set<std::string> view_options{"--at",       "--feed",    "--theme",      "--size",
                                                    "--ui-scale", "--measure", "--session-log"};
    if (view_options.contains(arguments.front().substr(0, arguments.front().find('=')))) return run_view(arguments);
#endif
    const auto& first = arguments.front();
    const Arguments rest{arguments.begin() + 1, arguments.end()};
    if (first == "--version") {
        print("theatrum " THEATRUM_VERSION "\n");
        return 0;
    }
    if (first == "help" || first == "--help" || first == "-h") {
        if (rest.size() > 1) throw UsageError{"help: unexpected argument '" + rest[1] + "'"};
        print(help_text(rest.empty() ? "" : rest.front()));
        return 0;
    }
    for (const auto& command : commands()) {
        if (command.name != first) continue;
        if (std::find(rest.begin(), rest.end(), "--help") != rest.end()) {
            print(command.help());
            return 0;
        }
        return command.run(rest);
    }
    if (names_a_scenario(first)) return run_view(arguments);
    throw UsageError{"'" + first + "' is neither a command nor a scenario" + did_you_mean(first, command_names())};
}

} // namespace app
