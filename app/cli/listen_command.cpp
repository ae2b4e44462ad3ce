#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "app/cli/commands.hpp"
#include "app/feeds/feed_source.hpp"
#include "app/feeds/message_json.hpp"
#include "app/figure/option_values.hpp"
#include "assets/formats/recording/read_recording.hpp"
#include "assets/formats/registry/registry.hpp"
#include "assets/model/values/control_characters.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <unistd.h>

namespace app {

namespace {

volatile std::sig_atomic_t interrupted = 0;

/// Makes Ctrl-C stop the program between two lines of output. A second Ctrl-C kills it, in case writing hangs.
void stop_between_lines_when_interrupted() {
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
                    "ais+tcp://HOST:PORT, ais+udp://HOST:PORT (listens; without a host on loopback), ais+file:PATH; "
                    "likewise cot and sbs; - is standard input")
        ->required()
        ->type_name("URL");
    parser.add_option("--record", options.record, "append the received data unchanged, with receive times")
        ->type_name("FILE");
    parser.add_option("--area", options.area, "print only messages in this box, in degrees")->type_name("W,S,E,N");
    parser.add_option("--types", options.types, "print only assets of these types: frigate,merchant")
        ->type_name("TYPE,...");
    parser.add_option("--for", options.seconds, "stop after this many seconds")->type_name("SECONDS");
    parser.add_option("--format", options.format, "jsonl (default): one JSON object per line")->type_name("KIND");
}

std::vector<assets::AssetType> types_of(const std::string& list) {
    std::vector<std::string> known;
    for (int n = 0; n <= static_cast<int>(assets::AssetType::Other); ++n)
        known.emplace_back(assets::to_string(static_cast<assets::AssetType>(n)));
    std::vector<assets::AssetType> types;
    for (const auto& name : split_list(list)) {
        const auto type = assets::asset_type(name);
        if (!type)
            throw UsageError{"--types: there is no type '" + name + "'" +
                             did_you_mean(name, known, "; `theatrum help types` lists the types")};
        types.push_back(*type);
    }
    if (types.empty()) throw UsageError{"--types: no type is given"};
    return types;
}

/// The kind of the recording; none for standard input, whose first lines show the kind. Throws UsageError for feeds of
/// several kinds.
std::optional<FeedKind> kind_to_record(const std::vector<FeedUrl>& urls) {
    for (const auto& url : urls)
        if (url.kind != urls.front().kind)
            throw UsageError{
                "--record: a recording holds one kind of feed; run theatrum listen once for each kind of feed"};
    return urls.front().kind;
}

class Listener {
public:
    explicit Listener(const std::vector<FeedUrl>& urls, FeedOptions options) : m_recorder{options.recorder} {
        options.signal = m_signal;
        for (const auto& url : urls)
            m_feeds.push_back({std::make_unique<FeedSource>(url, options), {}});
    }

    /// Runs until all feeds have ended, `until` is reached or the user presses Ctrl-C. Returns the exit code.
    int run(std::optional<std::chrono::steady_clock::time_point> until) {
        bool stop = false;
        while (!stop) {
            // The state is read before the messages: a feed that is finished now receives no more messages.
            const bool finished = std::all_of(m_feeds.begin(), m_feeds.end(),
                                              [](const auto& feed) { return feed.source->state().finished(); });
            stop = finished || interrupted != 0 || (until && std::chrono::steady_clock::now() >= *until);
            const bool printed = print_messages();
            print_problems();
            print_states();
            if (m_recorder && !m_recorder->trouble().empty()) throw FileError{m_recorder->trouble()};
            if (!printed && !stop) m_signal->wait(std::chrono::milliseconds{100});
        }
        clear_states();
        print_left_out();
        if (interrupted != 0) return static_cast<int>(Exit::Interrupted);
        if (std::any_of(m_feeds.begin(), m_feeds.end(), [](const auto& f) { return f.source->state().links == 0; }))
            return static_cast<int>(Exit::Failed); // print_problems() has printed the reason
        return 0;
    }

private:
    struct Feed {
        std::unique_ptr<FeedSource> source;
        std::string printed_trouble; ///< the trouble that was printed last
    };

    bool print_messages() {
        constexpr std::size_t most_at_once = 1'000;
        m_lines.clear();
        for (const auto& feed : m_feeds) {
            m_messages.clear();
            feed.source->take(m_messages, most_at_once);
            for (const auto& message : m_messages) {
                m_lines += to_json_line(message, feed.source->url().text) + "\n";
                if (message.time_from != assets::TimeFrom::File || !message.position) continue;
                auto& [count, last] = m_dated_by_file[feed.source->url().text];
                ++count;
                last = message.time;
            }
        }
        if (m_lines.empty()) return false;
        if (std::fwrite(m_lines.data(), 1, m_lines.size(), stdout) != m_lines.size() || std::fflush(stdout) != 0)
            throw FileError{"cannot write to standard output"};
        return true;
    }

    void print_problems() {
        for (auto& [source, printed_trouble] : m_feeds) {
            const auto state = source->state();
            if (state.link == FeedLink::Failed) throw FileError{state.trouble};
            if (state.link == FeedLink::Unknown) throw UsageError{state.trouble};
            if (state.link == FeedLink::Connecting || state.trouble == printed_trouble) continue;
            printed_trouble = state.trouble;
            clear_states();
            std::fprintf(stderr, "theatrum: %s: %s\n", assets::visible(source->url().text).c_str(),
                         assets::visible(describe(state)).c_str());
        }
    }

    /// Updates a status line every second, if stderr is a terminal and stdout is not.
    void print_states() {
        const auto now = std::chrono::steady_clock::now();
        if (!m_prints_states || now - m_states_printed < std::chrono::seconds{1}) return;
        m_states_printed = now;
        std::string text;
        for (const auto& feed : m_feeds)
            text += (text.empty() ? "" : "; ") + feed.source->url().text + ": " + describe(feed.source->state());
        std::fprintf(stderr, "\r\033[K%s", text.c_str());
    }
    void clear_states() const {
        if (m_prints_states) std::fputs("\r\033[K", stderr);
    }

    /// Prints how many messages were left out, and why.
    void print_left_out() const {
        for (const auto& [url, positions] : m_dated_by_file)
            std::fprintf(stderr, "theatrum: %s: %s\n", url.c_str(),
                         assets::dated_by_file_words(positions.first, positions.second).c_str());
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
                std::fprintf(stderr, "theatrum: %s: %llu messages; left out: %s\n",
                             assets::visible(feed.source->url().text).c_str(),
                             static_cast<unsigned long long>(state.messages), assets::visible(left_out).c_str());
            std::string others;
            for (const auto& [name, count] : state.others)
                others += fmt::format("{}{} {}", others.empty() ? "" : ", ", count, name);
            if (!others.empty())
                std::fprintf(stderr, "theatrum: %s: of these, not on a map: %s\n",
                             assets::visible(feed.source->url().text).c_str(), others.c_str());
        }
    }

    std::shared_ptr<Signal> m_signal = std::make_shared<Signal>();
    std::shared_ptr<Recorder> m_recorder;
    std::vector<Feed> m_feeds;
    const bool m_prints_states = ::isatty(STDERR_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 0;
    std::chrono::steady_clock::time_point m_states_printed{};
    std::vector<assets::FeedMessage> m_messages;
    std::map<std::string, std::pair<std::uint64_t, assets::Instant>> m_dated_by_file; ///< positions, by feed
    std::string m_lines;
};

/// The URL of a log that is given by its path alone; any other text as it is.
std::string url_of_file(const std::string& text) {
    std::error_code ignored;
    if (text == "-" || !std::filesystem::is_regular_file(text, ignored)) return text;
    const auto& format = assets::FormatRegistry::standard().format_of(text);
    for (const auto kind : {FeedKind::Ais, FeedKind::Cot, FeedKind::Sbs})
        if (format.id == to_string(kind)) return fmt::format("{}+file:{}", format.id, text);
    throw UsageError{fmt::format("{}: is {}, not a log of a feed", text, format.description)};
}

} // namespace

int run_listen(const Arguments& arguments) {
    Options options;
    CLI::App parser{"", "listen"};
    describe_options(parser, options);
    parse(parser, arguments);
    (void)one_of("--format", options.format, {"jsonl"});
    std::vector<FeedUrl> urls;
    for (const auto& text : options.urls)
        urls.push_back(parse_feed_url(url_of_file(text)));
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
    stop_between_lines_when_interrupted();
    return Listener{urls, feed}.run(until);
}

std::string listen_help() {
    Options options;
    CLI::App parser{"Prints the messages of live feeds as JSON lines, and records the feeds unchanged.",
                    "theatrum listen"};
    parser.set_help_flag();
    describe_options(parser, options);
    return parser.help();
}

} // namespace app
