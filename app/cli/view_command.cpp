#include "app/base/errors.hpp"
#include "app/cli/commands.hpp"
#include "app/export/exporter.hpp"
#include "app/feeds/feed_url.hpp"
#include "app/figure/option_values.hpp"
#include "app/gui/window/window.hpp"

#include <cstdio>

namespace app {

namespace {

struct ViewOptions {
    std::string scenario = "builtin:canada-2024";
    std::optional<std::string> at, theme, size, ui_scale, measure, session_log;
    std::vector<std::string> feeds;
};

void describe(CLI::App& parser, ViewOptions& options) {
    add_scenario(parser, options.scenario);
    const auto text = [&](const std::string& name, auto& value, const std::string& type, const std::string& help) {
        parser.add_option(name, value, help)->type_name(type)->group("Options");
    };
    text("--at", options.at, "T", "the instant shown first: 2024-07-31 (12:00Z) or 2024-07-31T06:00Z");
    parser
        .add_option("--feed", options.feeds,
                    "listen to this feed; can be repeated: ais|cot|sbs+tcp://HOST:PORT, +udp://HOST:PORT or +file:PATH")
        ->type_name("URL")
        ->allow_extra_args(false)
        ->group("Options");
    text("--theme", options.theme, "NAME", "article (light) or dark");
    text("--size", options.size, "WxH", "the size of the window in pixels");
    text("--ui-scale", options.ui_scale, "F", "0.5 to 4: the size of text and symbols; default: the display's scale");
    text("--measure", options.measure, "SECONDS",
         "pan, zoom and scrub for this long, then print the frame times and exit");
    text("--session-log", options.session_log, "FILE", "write a line of JSON whenever the session changes");
}

/// Writes the map to a file instead of opening a window; `why` is the reason to print.
int write_map(const ViewOptions& options, const std::string& why) {
    const auto output = map_file_name(options.scenario);
    OptionValues values{{"--output", output}};
    if (options.at) values["--at"] = *options.at;
    if (options.theme) values["--theme"] = *options.theme;
    (void)export_map(options.scenario, values, DataFolders::find(), [](const std::string&) {});
    std::printf("No window: %s. The map was written to %s. More: theatrum help export\n", why.c_str(), output.c_str());
    return 0;
}

} // namespace

int run_view(const Arguments& arguments) {
    ViewOptions options;
    CLI::App parser{"", "view"};
    describe(parser, options);
    parse(parser, arguments);
    WindowOptions window;
    window.scenario = options.scenario;
    window.at = options.at;
    window.theme = options.theme;
    for (const auto& feed : options.feeds)
        static_cast<void>(parse_feed_url(feed)); // reports a bad URL before a window opens
    window.feeds = options.feeds;
    if (options.size) window.size = pixel_size("--size", *options.size);
    if (options.ui_scale) window.ui_scale = number_in("--ui-scale", *options.ui_scale, 0.5, 4);
    if (options.measure) window.measure_s = number_in("--measure", *options.measure, 1, 3600);
    window.session_log = options.session_log;
    if (const auto why = window_problem(); !why.empty()) {
        if (options.measure) throw FileError{"--measure needs a window: " + why};
        if (!options.feeds.empty())
            throw FileError{"--feed needs a window: " + why +
                            "; without a window use theatrum listen URL --record FILE"};
        return write_map(options, why);
    }
    run_window(window, DataFolders::find());
    return 0;
}

std::string view_help() {
    ViewOptions options;
    CLI::App parser{"Opens a window that shows a scenario.", "theatrum view"};
    parser.set_help_flag();
    describe(parser, options);
    return parser.help();
}

} // namespace app
