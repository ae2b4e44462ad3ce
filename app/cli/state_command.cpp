#include "app/base/errors.hpp"
#include "app/cli/commands.hpp"
#include "app/figure/export_request.hpp"
#include "app/figure/option_values.hpp"
#include "app/scenario/known_by.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/state/state_writer.hpp"

namespace app {

namespace {

struct Options {
    std::string scenario, format = "table";
    std::optional<std::string> at, known_by;
};

void describe(CLI::App& parser, Options& options) {
    add_scenario(parser, options.scenario)->required();
    parser
        .add_option("--at", options.at,
                    "the instant: 2024-07-31 (12:00Z) or 2024-07-31T06:00Z; default: [view] at, else the last day "
                    "with a report")
        ->type_name("T");
    parser.add_option("--format", options.format, "table (default), json, geojson or csv")->type_name("KIND");
    parser.add_option("--known-by", options.known_by, "use only reports published by this day")->type_name("DATE");
}

StateFormat format_of(const std::string& name) {
    const auto known = one_of("--format", name, {"table", "json", "geojson", "csv"});
    return known == "json"      ? StateFormat::Json
           : known == "geojson" ? StateFormat::GeoJson
           : known == "csv"     ? StateFormat::Csv
                                : StateFormat::Table;
}

} // namespace

int run_state(const Arguments& arguments) {
    Options options;
    CLI::App parser{"", "state"};
    describe(parser, options);
    parse(parser, arguments);
    const auto format = format_of(options.format);
    const auto data = DataFolders::find();
    auto scenario = open_scenario_without_errors(options.scenario, data);
    if (options.known_by) scenario = known_by(*scenario, end_of_day("--known-by", *options.known_by));
    const auto at = resolve_instant(options.at, *scenario);
    const auto words = render::Words::read(data.style().words / "en.toml", scenario->words);
    const auto text = write_state(words, *scenario, assets::snapshot_at(*scenario, at), format);
    print(text);
    return 0;
}

std::string state_help() {
    Options options;
    CLI::App parser{"Prints where every asset is at an instant, and how that is known.", "theatrum state"};
    parser.set_help_flag();
    describe(parser, options);
    return parser.help();
}

} // namespace app
