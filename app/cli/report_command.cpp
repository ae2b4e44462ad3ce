#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "app/cli/commands.hpp"
#include "app/figure/export_request.hpp"
#include "app/figure/option_values.hpp"
#include "app/scenario/known_by.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/state/fleet_page.hpp"

namespace app {

namespace {

struct Options {
    std::string scenario;
    std::optional<std::string> at, since, output, known_by;
};

void describe(CLI::App& parser, Options& options) {
    add_scenario(parser, options.scenario)->required();
    parser
        .add_option("--at", options.at,
                    "the instant: 2024-07-31 (12:00Z) or 2024-07-31T06:00Z; default: [view] at, else the last day "
                    "with a report")
        ->type_name("T");
    parser.add_option("--since", options.since, "an earlier instant: the page says what has changed since")
        ->type_name("T1");
    parser.add_option("-o,--output", options.output, "the file to write; default: Markdown to standard output")
        ->type_name("FILE.{md,html}");
    parser.add_option("--known-by", options.known_by, "use only reports published by this day")->type_name("DATE");
}

bool is_html(const std::string& output) {
    if (output.ends_with(".html")) return true;
    if (output.ends_with(".md")) return false;
    throw UsageError{"-o: '" + output + "' does not end in .md or .html"};
}

} // namespace

int run_report(const Arguments& arguments) {
    Options options;
    CLI::App parser{"", "report"};
    describe(parser, options);
    parse(parser, arguments);
    const bool html = options.output && is_html(*options.output);
    const auto data = DataFolders::find();
    auto scenario = open_scenario_without_errors(options.scenario, data);
    if (options.known_by) scenario = known_by(*scenario, end_of_day("--known-by", *options.known_by));
    const auto at = resolve_instant(options.at, *scenario);
    std::optional<assets::Snapshot> since;
    if (options.since) {
        std::string error;
        const auto earlier = assets::parse_instant_argument(*options.since, error);
        if (!earlier) throw UsageError{"--since: " + error};
        if (*earlier >= at) throw UsageError{"--since: " + *options.since + " is not before " + assets::to_iso(at)};
        since = assets::snapshot_at(*scenario, *earlier);
    }
    const auto words = render::Words::read(data.style().words / "en.toml", scenario->words);
    const auto page = fleet_page(words, *scenario, assets::snapshot_at(*scenario, at), since ? &*since : nullptr);
    const auto text = html ? page_as_html(page, words.language()) : page_as_markdown(page);
    if (options.output)
        save_file(*options.output, text);
    else
        print(text);
    return 0;
}

std::string report_help() {
    Options options;
    CLI::App parser{"Writes a fleet tracker's page: who is where, by sea and by country, how that is known and how old "
                    "it is, and what has changed since an earlier instant.",
                    "theatrum report"};
    parser.set_help_flag();
    describe(parser, options);
    return parser.help();
}

} // namespace app
