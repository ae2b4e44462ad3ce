#include "assets/formats/reading/section.hpp"
#include "assets/formats/scenario/readers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace assets {
namespace {

using Name = std::string_view;

constexpr auto& kinds = feed_kinds;
constexpr std::array transports{Name{"tcp"}, Name{"udp"}, Name{"file"}};

constexpr std::string_view forms = "ais+tcp://HOST:PORT, ais+udp://HOST:PORT or ais+file:PATH (also cot, sbs)";

bool is_one_of(std::span<const Name> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The parts of a url of the form KIND+TRANSPORT:REST.
struct UrlParts {
    std::string_view kind, transport, rest;
};

std::optional<UrlParts> parts_of(std::string_view url) {
    const auto colon = url.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto plus = url.substr(0, colon).find('+');
    if (plus == std::string_view::npos) return UrlParts{{}, url.substr(0, colon), url.substr(colon + 1)};
    return UrlParts{url.substr(0, plus), url.substr(plus + 1, colon - plus - 1), url.substr(colon + 1)};
}

/// What is wrong with `//HOST:PORT`; empty if nothing is. Whether the host exists is seen only on connecting.
std::string address_fault(std::string_view rest, bool needs_host) {
    if (!rest.starts_with("//")) return "two slashes must follow the colon";
    rest.remove_prefix(2);
    if (rest.ends_with('/')) rest.remove_suffix(1);
    if (rest.find_first_of("/?#@ ") != std::string_view::npos) return "only a host and a port may follow the slashes";
    const auto colon = rest.rfind(':');
    const auto bracket = rest.rfind(']');
    if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket) ||
        colon + 1 == rest.size())
        return "the port is missing";
    const std::string_view host = rest.substr(0, colon), port = rest.substr(colon + 1);
    if (host.empty() && needs_host) return "the host is missing";
    if (host.find(':') != std::string_view::npos && !(host.starts_with('[') && host.ends_with(']')))
        return "an IPv6 address must be in brackets";
    unsigned number = 0;
    const auto [end, failed] = std::from_chars(port.data(), port.data() + port.size(), number);
    constexpr unsigned last_port = 65535;
    if (failed != std::errc{} || end != port.data() + port.size() || number < 1 || number > last_port)
        return fmt::format("{} is not a port from 1 to {}", in_quotes(port), last_port);
    return {};
}

/// The kind of feed in the url. Adds an error and returns an empty text if the url is not well-formed.
std::string check_url(Section& section, const std::string& url, const std::string& kind,
                      const std::filesystem::path& folder) {
    const auto refuse = [&](std::string_view code, const std::string& why) {
        section.error("url", code, fmt::format("{}: {}", in_quotes(url), why));
        return std::string{};
    };
    if (url == "-") return refuse(code::bad_value, "standard input works only on the command line; give an address");
    const auto parts = parts_of(url);
    if (!parts) return refuse(code::bad_value, fmt::format("is not a feed; write {}", forms));
    if (parts->kind.empty() && is_one_of(transports, parts->transport))
        return refuse(code::bad_value, fmt::format("the kind of feed is missing; did you mean '{}+{}'?",
                                                   is_one_of(kinds, kind) ? Name{kind} : Name{"ais"}, url));
    if (parts->kind.empty()) return refuse(code::bad_value, fmt::format("is not a feed; write {}", forms));
    if (!is_one_of(kinds, parts->kind))
        return refuse(code::bad_value, fmt::format("{} is not a kind of feed; use ais, cot or sbs{}",
                                                   in_quotes(parts->kind), did_you_mean(parts->kind, kinds)));
    if (!is_one_of(transports, parts->transport))
        return refuse(code::bad_value,
                      fmt::format("{} is not a transport; use tcp, udp or file{}", in_quotes(parts->transport),
                                  did_you_mean(parts->transport, transports)));
    if (parts->transport == "file") {
        if (parts->rest.empty())
            return refuse(code::bad_value,
                          fmt::format("the file is missing; write for example {}+file:harbour.log", parts->kind));
        if (!file_inside(section, "url", std::string{parts->rest}, folder)) return {};
    } else if (const auto fault = address_fault(parts->rest, parts->transport == "tcp"); !fault.empty()) {
        return refuse(code::bad_value,
                      fmt::format("{}; write for example {}+{}://localhost:{}", fault, parts->kind, parts->transport,
                                  parts->kind == "ais"   ? 10110
                                  : parts->kind == "cot" ? 8087
                                                         : 30003));
    }
    return std::string{parts->kind};
}

} // namespace

void read_feed(Reading& reading, Section& section, const std::filesystem::path& folder) {
    FeedDeclaration feed;
    read_keys(feed, section, reading.schema.feed);
    feed.url = section.text("url");
    const std::string kind = section.text("kind");
    const auto* node = section.node("url");
    if (node && node->is_string()) feed.kind = check_url(section, feed.url, kind, folder);
    if (!feed.kind.empty() && is_one_of(kinds, kind) && kind != feed.kind)
        section.error("kind", code::conflicting_values,
                      fmt::format("{} contradicts the url, which gives {}", in_quotes(kind), in_quotes(feed.kind)));
    auto& feeds = reading.scenario.feeds;
    const auto twin =
        std::find_if(feeds.begin(), feeds.end(), [&](const auto& other) { return other.url == feed.url; });
    if (twin != feeds.end() && !feed.kind.empty())
        section.error("url", code::duplicate,
                      fmt::format("{} appears twice, first in line {}", in_quotes(feed.url), twin->line));
    feed.area = read_box(section, "area");
    feed.line = section.line();
    feed.file = section.file();
    feeds.push_back(std::move(feed));
}

} // namespace assets
