#include "app/cli/commands.hpp"
#include "app/scenario/new_scenario.hpp"

#include <cstdio>

namespace app {

namespace {

void describe(CLI::App& parser, std::string& folder) {
    parser.add_option("folder", folder, "a folder that does not exist or is empty")->required()->type_name("DIR");
}

} // namespace

int run_new(const Arguments& arguments) {
    std::string folder;
    CLI::App parser{"", "new"};
    describe(parser, folder);
    parse(parser, arguments);
    write_new_scenario(folder);
    std::printf("The new scenario is in %s. Try: theatrum export %s -o map.png\n", folder.c_str(), folder.c_str());
    return 0;
}

std::string new_help() {
    std::string folder;
    CLI::App parser{"Writes a small scenario to start from: each file has its columns and an example.", "theatrum new"};
    parser.set_help_flag();
    describe(parser, folder);
    return parser.help();
}

} // namespace app
