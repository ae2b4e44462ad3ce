#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "app/cli/commands.hpp"
#include "app/feeds/feed_source.hpp"
#include "app/feeds/report_json.hpp"
#include "app/figure/option_values.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>

#include <fmt/format.h>
#include <unistd.h>

namespace app {

namespace {

volatile std::sig_atomic_t interrupted = 0;

/// Ctrl-C ends between two lines, not within one. A second one ends at once: writing may be what hangs.
void end_between_lines_when_interrupted() {
    struct sigaction action {};
    action.sa_handler = [](int) {
        interrupted = 1;
    };
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

struct Options {
    std::vector<std::string> urls;
    std::optional<std::string> area, types, record, seconds;
    std::string format = "jsonl";
};

void describe_options(CLI::App& parser, Options& options) {
    parser
        .add_option("url", options.urls,
                    "ais+tcp://HOST:PORT, ais+udp://HOST:PORT (listens; :PORT alone on loopback), ais+file:PATH; "
                    "likewise cot and sbs; - is standard input")
        ->required()
        ->type_name("URL");
    parser.add_option("--record", options.record, "append what is received, as it came, with receive times")
        ->type_name("FILE");
    parser.add_option("--area", options.area, "only what is in this box, in degrees")->type_name("W,S,E,N");
    parser.add_option("--types", options.types, "only assets of these types: frigate,merchant")->type_name("TYPE,...");
    parser.add_option("--for", options.seconds, "end after so long")->type_name("SECONDS");
    parser.add_option("--format", options.format, "jsonl (default): a JSON object a line")->type_name("KIND");
}

std::vector<assets::AssetType> types_of(const std::string& list) {
    std::vector<std::string> known;
    for (int n = 0; n <= static_cast<int>(assets::AssetType::Other); ++n)
        known.emplace_back(assets::to_string(static_cast<assets::AssetType>(n)));
    std::vector<assets::AssetType> types;
    for (const auto& name : split_list(list)) {
        const auto type = assets::asset_type(name);
        if (!type) throw UsageError{"--types: there is no type '" + name + "'" + did_you_mean(name, known)};
        types.push_back(*type);
    }
    if (types.empty()) throw UsageError{"--types: no type is given"};
    return types;
}

/// A recording is of one kind; none when it is standard input that will tell.
std::optional<FeedKind> kind_to_record(const std::vector<FeedUrl>& urls) {
    for (const auto& url : urls)
        if (url.kind != urls.front().kind)
            throw UsageError{
                "--record: a recording is of one kind, and the feeds are of several; run one listen a kind"};
    return urls.front().kind;
}

class Listener {
public:
    explicit Listener(const std::vector<FeedUrl>& urls, FeedOptions options) : m_recorder{options.recorder} {
        options.bell = m_bell;
        for (const auto& url : urls)
            m_feeds.push_back({std::make_unique<FeedSource>(url, options), {}});
    }

    /// Until all feeds are at their end, the time is over or Ctrl-C. Returns the exit code.
    int run(std::optional<std::chrono::steady_clock::time_point> until) {
        bool over = false;
        while (!over) {
            // The state first: what is finished then has nothing that is still to be taken.
            const bool finished = std::all_of(m_feeds.begin(), m_feeds.end(),
                                              [](const auto& feed) { return feed.source->state().finished(); });
            over = finished || interrupted != 0 || (until && std::chrono::steady_clock::now() >= *until);
            const bool printed = print_reports();
            tell_troubles();
            show_states();
            if (m_recorder && !m_recorder->trouble().empty()) throw FileError{m_recorder->trouble()};
            if (!printed && !over) m_bell->wait(std::chrono::milliseconds{100});
        }
        clear_states();
        summarise();
        if (interrupted != 0) return static_cast<int>(Exit::Interrupted);
        if (std::any_of(m_feeds.begin(), m_feeds.end(), [](const auto& f) { return f.source->state().links == 0; }))
            return static_cast<int>(Exit::Failed); // it was told why when it happened
        return 0;
    }

private:
    struct Feed {
        std::unique_ptr<FeedSource> source;
        std::string told; ///< the trouble that was told last
    };

    bool print_reports() {
        constexpr std::size_t at_once = 1'000;
        m_lines.clear();
        for (const auto& feed : m_feeds) {
            m_reports.clear();
            feed.source->take(m_reports, at_once);
            for (const auto& report : m_reports)
                m_lines += to_json_line(report, feed.source->url().text) + "\n";
        }
        if (m_lines.empty()) return false;
        if (std::fwrite(m_lines.data(), 1, m_lines.size(), stdout) != m_lines.size() || std::fflush(stdout) != 0)
            throw FileError{"cannot write to standard output"};
        return true;
    }

    void tell_troubles() {
        for (auto& [source, told] : m_feeds) {
            const auto state = source->state();
            if (state.link == FeedLink::Failed) throw FileError{state.trouble};
            if (state.link == FeedLink::Unknown) throw UsageError{state.trouble};
            if (state.link == FeedLink::Connecting || state.trouble == told) continue;
            told = state.trouble;
            clear_states();
            std::fprintf(stderr, "theatrum: %s: %s\n", source->url().text.c_str(), describe(state).c_str());
        }
    }

    /// One line that is written over each second, where it disturbs nobody.
    void show_states() {
        const auto now = std::chrono::steady_clock::now();
        if (!m_shows_states || now - m_shown < std::chrono::seconds{1}) return;
        m_shown = now;
        std::string text;
        for (const auto& feed : m_feeds)
            text += (text.empty() ? "" : "; ") + feed.source->url().text + ": " + describe(feed.source->state());
        std::fprintf(stderr, "\r\033[K%s", text.c_str());
    }
    void clear_states() const {
        if (m_shows_states) std::fputs("\r\033[K", stderr);
    }

    /// Nothing is left out in silence.
    void summarise() const {
        for (const auto& feed : m_feeds) {
            const auto state = feed.source->state();
            std::string left_out;
            const auto add = [&](std::uint64_t count, const std::string& what) {
                if (count > 0) left_out += fmt::format("{}{} {}", left_out.empty() ? "" : ", ", count, what);
            };
            for (const auto& [reason, count] : state.rejected)
                add(count, reason);
            add(state.unwanted, "not asked for");
            add(state.dropped, "dropped because they came too fast");
            add(state.lost_datagrams, "datagrams lost by the system");
            if (!left_out.empty())
                std::fprintf(stderr, "theatrum: %s: %llu messages; left out: %s\n", feed.source->url().text.c_str(),
                             static_cast<unsigned long long>(state.messages), left_out.c_str());
        }
    }

    std::shared_ptr<Signal> m_bell = std::make_shared<Signal>();
    std::shared_ptr<Recorder> m_recorder;
    std::vector<Feed> m_feeds;
    const bool m_shows_states = ::isatty(STDERR_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 0;
    std::chrono::steady_clock::time_point m_shown{};
    std::vector<assets::FeedReport> m_reports;
    std::string m_lines;
};

} // namespace

int run_listen(const Arguments& arguments) {
    Options options;
    CLI::App parser{"", "listen"};
    describe_options(parser, options);
    parse(parser, arguments);
    (void)one_of("--format", options.format, {"jsonl"});
    std::vector<FeedUrl> urls;
    for (const auto& text : options.urls)
        urls.push_back(parse_feed_url(text));
    const auto inputs = std::count_if(urls.begin(), urls.end(), [](const FeedUrl& url) { return url.text == "-"; });
    if (inputs > 1) throw UsageError{"listen: standard input (-) can be given once"};

    FeedOptions feed;
    std::optional<geo::Box> area;
    if (options.area) area = box_value("--area", *options.area);
    feed.filter = FeedFilter{area, options.types ? types_of(*options.types) : std::vector<assets::AssetType>{}};
    std::optional<std::chrono::steady_clock::time_point> until;
    if (options.seconds) {
        constexpr double year = 366.0 * 24 * 3600;
        const std::chrono::duration<double> time{number_in("--for", *options.seconds, 0, year)};
        until = std::chrono::steady_clock::now() + std::chrono::round<std::chrono::milliseconds>(time);
    }
    if (options.record) feed.recorder = std::make_shared<Recorder>(*options.record, kind_to_record(urls));
    end_between_lines_when_interrupted();
    return Listener{urls, feed}.run(until);
}

std::string listen_help() {
    Options options;
    CLI::App parser{"What live feeds report, as JSON lines; records it as it came.", "theatrum listen"};
    parser.set_help_flag();
    describe_options(parser, options);
    return parser.help();
}

} // namespace app
