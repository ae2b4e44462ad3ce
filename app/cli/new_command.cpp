#include "app/cli/commands.hpp"
#include "app/scenario/starter/new_scenario.hpp"

#include <cstdio>

namespace app {

namespace {

struct Options {
    std::string folder;
    bool spreadsheet = false;
};

void describe(CLI::App& parser, Options& options) {
    parser.add_option("folder", options.folder, "a folder that does not exist or is empty")
        ->required()
        ->type_name("DIR");
    parser.add_flag("--spreadsheet", options.spreadsheet,
                    "write one spreadsheet, scenario.xlsx, instead of text files");
}

} // namespace

int run_new(const Arguments& arguments) {
    Options options;
    CLI::App parser{"", "new"};
    describe(parser, options);
    parse(parser, arguments);
    std::string scenario = options.folder;
    if (options.spreadsheet)
        scenario = write_new_spreadsheet(options.folder).string();
    else
        write_new_scenario(options.folder);
    std::printf("The new scenario is in %s. Try: theatrum export %s -o map.png\n", scenario.c_str(), scenario.c_str());
    return 0;
}

std::string new_help() {
    Options options;
    CLI::App parser{"Writes a small scenario to start from: each file or sheet has its columns and an example.",
                    "theatrum new"};
    parser.set_help_flag();
    describe(parser, options);
    return parser.help();
}

} // namespace app
