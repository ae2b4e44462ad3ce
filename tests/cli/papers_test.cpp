// The documents agree with the program: option tables, the man page, the commands in README and manual, completion.
#include "tests/app/feeds/samples.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include <fmt/format.h>

using namespace cli;

namespace {

namespace fs = std::filesystem;

const fs::path root = THEATRUM_SOURCE_DIR;
const std::vector<std::string> commands{"view",  "export", "state", "compare", "report",
                                        "check", "new",    "route", "listen"};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

struct Option {
    std::string names, value, help;
};

/// The options in a command's help: "  -o,--output FILE   what to write", the text perhaps on further lines.
std::vector<Option> options_of(const std::string& command) {
    static const std::regex line_of_option{R"(^  ((?:-\w,)?--[\w-]+)(?: (\S+))?(?: \.\.\.)?(?: +(.*))?$)"};
    std::vector<Option> options;
    bool in_option = false;
    for (const std::string& line : lines_of(theatrum("help " + command).out)) {
        std::smatch match;
        if (std::regex_match(line, match, line_of_option)) {
            options.push_back({match[1], match[2], match[3]});
            in_option = true;
        } else if (in_option && line.starts_with("      ")) {
            const std::string more = line.substr(line.find_first_not_of(' '));
            options.back().help += (options.back().help.empty() ? "" : " ") + more;
        } else {
            in_option = false;
        }
    }
    return options;
}

std::string bars_escaped(const std::string& text) {
    return std::regex_replace(text, std::regex{R"(\|)"}, "\\|");
}

std::string option_table(const std::string& command) {
    const auto options = options_of(command);
    if (options.empty()) return "The command has no options.\n";
    std::string table = "| option | meaning | value |\n| --- | --- | --- |\n";
    for (const Option& option : options)
        table += fmt::format("| {} | {} | {} |\n", option.names, bars_escaped(option.help), bars_escaped(option.value));
    return table;
}

std::set<std::string> long_names(const std::string& text) {
    static const std::regex name{R"(--[a-z][a-z-]*)"};
    std::set<std::string> names;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), name); at != std::sregex_iterator{}; ++at)
        names.insert(at->str());
    return names;
}

/// The lines of fenced code that begin with the program's name.
std::vector<std::string> shown_commands(const std::string& page) {
    std::vector<std::string> shown;
    bool in_code = false;
    for (const std::string& line : lines_of(page)) {
        if (line.starts_with("```"))
            in_code = !in_code;
        else if (in_code && line.starts_with("theatrum ") && !line.starts_with("theatrum = "))
            shown.push_back(line.substr(9, line.find(" #") == std::string::npos ? line.npos : line.find(" #") - 9));
    }
    return shown;
}

std::vector<fs::path> documents() {
    std::vector<fs::path> files{root / "README.md"};
    for (const auto& entry : fs::directory_iterator{root / "app/manual"})
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

TEST_CASE("the manual's page of commands holds the options of every command", "[cli]") {
    const std::string file = (root / "app/manual/commands.md").string();
    std::string page = file_bytes(file);
    for (const std::string& command : commands) {
        const std::string begin = "<!-- options " + command + " -->\n", end = "<!-- end -->";
        const auto from = page.find(begin);
        INFO(command << "; THEATRUM_ACCEPT=1 writes the options into the page");
        REQUIRE(from != std::string::npos);
        const auto table = from + begin.size(), table_end = page.find(end, table);
        const std::string expected = option_table(command);
        if (support::accepting_goldens())
            page.replace(table, table_end - table, expected);
        else
            CHECK(page.substr(table, table_end - table) == expected);
        CHECK((command == "new" || options_of(command).size() >= 2));
    }
    if (support::accepting_goldens()) std::ofstream{file, std::ios::binary} << page;
}

TEST_CASE("the man page names every command and option that help names, and no other", "[cli]") {
    const std::string page =
        std::regex_replace(file_bytes((root / "app/theatrum.1").string()), std::regex{R"(\\-)"}, "-");
    std::set<std::string> known{"--version"};
    for (const std::string& command : commands) {
        INFO(command);
        CHECK(page.find(".SS " + command + "\n") != std::string::npos);
        for (const std::string& name : long_names(theatrum("help " + command).out)) {
            INFO(name);
            CHECK(page.find(name) != std::string::npos);
            known.insert(name);
        }
    }
    for (const std::string& name : long_names(page)) {
        INFO(name);
        CHECK(known.contains(name));
    }
}

TEST_CASE("every command that README and the manual show can be run", "[cli]") {
    const Scratch folder;
    std::ofstream log{folder / "today.nmea", std::ios::binary};
    for (const long at : {1'729'406'400L, 1'729'406'700L}) // 06:40 and 06:45 UTC on 20 October 2024
        log << samples::tag_block(fmt::format("c:{}", at)) << samples::ais_position(316'195'000, 119.6, 24.4);
    log.close();
    std::size_t run = 0;
    for (const fs::path& document : documents()) {
        for (const std::string& command : shown_commands(file_bytes(document.string()))) {
            INFO(document.filename().string() << ": theatrum " << command);
            const bool listens = command.starts_with("listen ais+tcp") || command.find("+udp") != std::string::npos;
            const auto result = theatrum(command + (listens ? " --for 0.1" : ""), folder.path());
            INFO(result.err);
            // A feed that nobody serves cannot be connected to, and a sandbox may have no multicast.
            CHECK((result.code == 0 || (listens && result.code == 3)));
            ++run;
        }
    }
    CHECK(run >= 20);
}

TEST_CASE("bash completes commands, topics, options and their values", "[cli]") {
    const Scratch folder;
    fs::create_directory(folder / "bin");
    fs::create_symlink(THEATRUM_PROGRAM, folder / "bin/theatrum");
    const auto completed = [&](const std::string& words) {
        const std::string script = fmt::format(
            "export PATH='{}':$PATH; . '{}'; compopt() {{ :; }}; COMP_WORDS=(theatrum {}); "
            "COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _theatrum; "
            "printf '%s\\n' \"${{COMPREPLY[@]}}\" >'{}'",
            (folder / "bin").string(), (root / "app/completion/theatrum").string(), words, (folder / "reply").string());
        std::ofstream{folder / "script"} << script;
        REQUIRE(std::system(("bash '" + (folder / "script").string() + "'").c_str()) == 0);
        return lines_of(folder.read("reply"));
    };
    CHECK(completed("ex") == std::vector<std::string>{"export"});
    CHECK(completed("help fin") == std::vector<std::string>{"findings"});
    CHECK(completed("export builtin:canada-2024 --wid") == std::vector<std::string>{"--width-km", "--width-mm"});
    CHECK(completed("export x --preset col") == std::vector<std::string>{"column-89", "column-183"});
    CHECK(completed("export x --with rel") == std::vector<std::string>{"relief"});
    CHECK(completed("export builtin:c") == std::vector<std::string>{"builtin:canada-2024"});
    CHECK(completed("check x --st") == std::vector<std::string>{"--strict"});
}
