// Addresses of feeds, states of feeds in words, and what a recording keeps of each feed, compared with accepted files.
#include "app/base/errors.hpp"
#include "app/feeds/feed_filter.hpp"
#include "app/feeds/feed_state.hpp"
#include "app/feeds/feed_url.hpp"
#include "app/feeds/recorder.hpp"
#include "assets/feeds/decoder.hpp"
#include "assets/feeds/feed_kind.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <fmt/format.h>

using namespace app;

namespace {

std::string url_text(const std::string& text) {
    try {
        const FeedUrl url = parse_feed_url(text);
        return fmt::format("transport {} kind {} host '{}' port {} path '{}'", static_cast<int>(url.transport),
                           url.kind ? static_cast<int>(*url.kind) : -1, url.host, url.port, url.path);
    } catch (const UsageError& error) {
        return error.what();
    }
}

/// The records of a file that arrives in pieces of 700 bytes, one a second: of the first and last ones the beginnings.
std::string records_of(const std::string& file, FeedKind kind) {
    const std::string bytes = support::file_bytes(THEATRUM_SOURCE_DIR "/tests/fixtures/feeds/" + file);
    RecordFramer framer{kind};
    std::string records;
    assets::Instant received{std::chrono::seconds{1'722'427'200}};
    for (std::size_t at = 0; at < bytes.size(); at += 700) {
        framer.take(std::string_view{bytes}.substr(at, 700), received, records);
        received += std::chrono::milliseconds{1500};
    }
    framer.end(received, records);
    std::string text = fmt::format("{}: {} bytes of {}\n", file, records.size(), bytes.size());
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < records.size(); ++line) {
        const std::size_t end = std::min(records.find('\n', begin), records.size());
        if (line % 17 == 0)
            text += fmt::format("  {} {}: {}\n", line, end - begin,
                                records.substr(begin, std::min<std::size_t>(end - begin, 70)));
        begin = end + 1;
    }
    return text;
}

} // namespace

TEST_CASE("what is read from addresses of feeds is as accepted", "[approval]") {
    std::string text;
    for (const std::string url : {"ais+tcp://host:1",
                                  "ais+tcp://host:65535",
                                  "ais+tcp://host:65536",
                                  "ais+tcp://host:0",
                                  "ais+tcp://host",
                                  "ais+tcp://host:",
                                  "ais+tcp://:5",
                                  "ais+udp://:5",
                                  "ais+udp://239.2.3.1:6969",
                                  "cot+udp://host:6969/",
                                  "sbs+tcp://[::1]:30003",
                                  "sbs+tcp://[::1]",
                                  "sbs+tcp://::1:30003",
                                  "sbs+tcp://[::1:30003",
                                  "sbs+tcp://[x]:5",
                                  "sbs+tcp://[fe80::1%eth0]:5",
                                  "ais+tcp://user@host:5",
                                  "ais+tcp://host:5/path",
                                  "ais+tcp://host:5?x",
                                  "ais+tcp://host:5#x",
                                  "ais+tcp://ho st:5",
                                  "ais+tcp://host:5x",
                                  "ais+tcp://host:-5",
                                  "ais+tcp://host:+5",
                                  "AIS+TCP://HOST:5",
                                  "ais+file:a.log",
                                  "ais+file:",
                                  "ais+file:///a/b.log",
                                  "ais+file:~/x",
                                  "ais+file:a b",
                                  "-",
                                  "--",
                                  "",
                                  "ais",
                                  "ais+",
                                  "ais+http://x:1",
                                  "gps+tcp://x:1",
                                  "ais+tcp:x:1",
                                  "http://x:1",
                                  "tcp://x:1",
                                  "ais+tcp://host_name:5",
                                  "ais+tcp://-host:5",
                                  "ais+tcp://1.2.3.4:05",
                                  "ais+tcp://host:5//"})
        text += fmt::format("'{}': {}\n", url, url_text(url));
    support::check_golden_text("app/feed_urls.txt", text);
}

TEST_CASE("states of feeds in words are as accepted", "[approval]") {
    using std::chrono::seconds;
    std::string text;
    for (const FeedLink link : {FeedLink::Connecting, FeedLink::Connected, FeedLink::Waiting, FeedLink::Ended,
                                FeedLink::Failed, FeedLink::Unknown})
        for (const int silent : {0, 29, 30, 31, 3700})
            for (const double rate : {0.0, 0.04, 0.96, 12.3, 2100.4}) {
                if (link != FeedLink::Connected && (silent > 0 || rate > 1)) continue;
                FeedState state;
                state.link = link;
                state.silent_for = seconds{silent};
                state.retry_in = seconds{7};
                state.messages_per_s = rate;
                state.links = 2;
                state.bytes = 1000;
                state.trouble = link == FeedLink::Connected ? "" : "Connection refused";
                if (rate > 12) state.dropped = 3, state.lost_datagrams = 1;
                text += fmt::format("{} {} {}: {}\n", static_cast<int>(link), silent, rate, describe(state));
            }
    FeedState state;
    for (const FeedLink link : {FeedLink::Waiting, FeedLink::Ended, FeedLink::Failed})
        for (const std::size_t waiting : {std::size_t{0}, std::size_t{1}}) {
            state.link = link;
            state.waiting = waiting;
            text += fmt::format("{} with {} waiting: {}\n", static_cast<int>(link), waiting, state.finished());
        }
    support::check_golden_text("app/feed_states.txt", text);
}

TEST_CASE("what a recording keeps of each feed is as accepted", "[approval]") {
    support::check_golden_text("app/recordings.txt", records_of("ais.nmea", FeedKind::Ais) +
                                                         records_of("events.xml", FeedKind::Cot) +
                                                         records_of("lines.sbs", FeedKind::Sbs));
}

TEST_CASE("which messages a filter wants is as accepted", "[approval]") {
    const std::string bytes = support::file_bytes(THEATRUM_SOURCE_DIR "/tests/fixtures/feeds/ais.nmea");
    const auto decoder = assets::make_ais_decoder();
    std::vector<assets::FeedMessage> messages;
    assets::Instant received{std::chrono::seconds{1'722'427'200}};
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
        decoder->take(std::string_view{bytes}.substr(begin, end - begin), received, messages);
        received += std::chrono::seconds{2};
        begin = end;
    }
    decoder->end(received, messages);
    std::string text;
    const auto box = geo::Box::from_degrees(139.9, 30, 150.07, 36);
    for (auto filter : {FeedFilter{}, FeedFilter{box, {}}, FeedFilter{{}, {assets::AssetType::Merchant}},
                        FeedFilter{box, {assets::AssetType::Helicopter, assets::AssetType::Other}}}) {
        for (const assets::FeedMessage& message : messages)
            text += filter.wants(message) ? 'x' : '.';
        text += '\n';
    }
    support::check_golden_text("app/filters.txt", text);
}
