#include "app/base/errors.hpp"
#include "app/cli/commands.hpp"
#include "app/figure/export_request.hpp"
#include "app/figure/option_values.hpp"
#include "app/scenario/known_by.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/state/compare_writer.hpp"

namespace app {

namespace {

struct Options {
    std::string scenario, format = "text";
    std::optional<std::string> at, compare, known_by;
};

void describe(CLI::App& parser, Options& options) {
    add_scenario(parser, options.scenario)->required();
    parser.add_option("--at", options.at, "the earlier instant: 2024-07-31 (12:00Z) or 2024-07-31T06:00Z")
        ->type_name("T");
    parser.add_option("--compare", options.compare, "the later instant, in the same forms")->type_name("T2");
    parser.add_option("--format", options.format, "text (default) or json")->type_name("KIND");
    parser.add_option("--known-by", options.known_by, "use only reports published by this day")->type_name("DATE");
}

} // namespace

int run_compare(const Arguments& arguments) {
    Options options;
    CLI::App parser{"", "compare"};
    describe(parser, options);
    parse(parser, arguments);
    if (!options.at || !options.compare) throw UsageError{"compare: --at and --compare are needed, the two instants"};
    const bool json = one_of("--format", options.format, {"text", "json"}) == "json";
    const auto data = DataFolders::find();
    auto scenario = open_scenario_without_errors(options.scenario, data);
    if (options.known_by) scenario = known_by(*scenario, end_of_day("--known-by", *options.known_by));
    const auto from = resolve_instant(options.at, *scenario);
    std::string error;
    const auto to = assets::parse_instant_argument(*options.compare, error);
    if (!to) throw UsageError{"--compare: " + error};
    if (*to <= from) throw UsageError{"--compare: " + *options.compare + " is not after --at " + *options.at};
    const auto before = assets::snapshot_at(*scenario, from), after = assets::snapshot_at(*scenario, *to);
    const auto words = render::Words::read(data.style().words / "en.toml", scenario->words);
    print(json ? write_changes_json(*scenario, before, after) : write_changes(words, *scenario, before, after));
    return 0;
}

std::string compare_help() {
    Options options;
    CLI::App parser{"Prints who moved, arrived, left or was not heard of between two instants.", "theatrum compare"};
    parser.set_help_flag();
    describe(parser, options);
    return parser.help();
}

} // namespace app
