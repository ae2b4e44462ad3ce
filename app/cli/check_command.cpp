#include "app/base/errors.hpp"
#include "app/cli/commands.hpp"
#include "app/figure/option_values.hpp"
#include "app/scenario/check_writer.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/state/map_findings.hpp"

namespace app {

namespace {

struct Options {
    std::string scenario, format = "text";
    bool strict = false;
};

void describe(CLI::App& parser, Options& options) {
    add_scenario(parser, options.scenario)->required();
    parser.add_option("--format", options.format, "text (default) or json")->type_name("KIND");
    parser.add_flag("--strict", options.strict, "treat warnings as errors");
}

} // namespace

int run_check(const Arguments& arguments) {
    Options options;
    CLI::App parser{"", "check"};
    describe(parser, options);
    parse(parser, arguments);
    const bool json = one_of("--format", options.format, {"text", "json"}) == "json";
    const auto data = DataFolders::find();
    const auto loaded = open_scenario(options.scenario, data);
    auto result = assets::check(loaded);
    if (loaded.scenario != nullptr) add_map_findings(result, *loaded.scenario, data);
    const auto text = json ? check_json(result) : check_text(result);
    print(text);
    const bool failed = result.errors > 0 || (options.strict && result.warnings > 0);
    return static_cast<int>(failed ? Exit::FoundErrors : Exit::Done);
}

std::string check_help() {
    Options options;
    CLI::App parser{
        "Lists the errors and doubts in a scenario. The exit code is 1 for errors and, with --strict, for warnings.",
        "theatrum check"};
    parser.set_help_flag();
    describe(parser, options);
    return parser.help();
}

} // namespace app
