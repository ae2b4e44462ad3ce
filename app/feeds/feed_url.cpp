#include "app/feeds/feed_url.hpp"

#include "app/base/errors.hpp"

#include <algorithm>
#include <charconv>

namespace app {

namespace {

constexpr std::string_view forms = "ais+tcp://HOST:PORT, ais+udp://HOST:PORT, ais+file:PATH (also cot, sbs) or -";

[[noreturn]] void refuse(std::string_view url, std::string_view what) {
    throw UsageError{"feed '" + std::string{url} + "': " + std::string{what}};
}

std::optional<FeedKind> kind_named(std::string_view word) {
    for (const auto kind : {FeedKind::Ais, FeedKind::Cot, FeedKind::Sbs})
        if (word == to_string(kind)) return kind;
    return std::nullopt;
}

std::string example(const FeedUrl& url, std::string_view host) {
    const std::string_view port = *url.kind == FeedKind::Ais ? "10110" : *url.kind == FeedKind::Cot ? "8087" : "30003";
    return std::string{to_string(*url.kind)} + (url.transport == FeedTransport::Tcp ? "+tcp://" : "+udp://") +
           std::string{host} + ":" + std::string{port};
}

/// Whether the text has only characters of a host name, an address or the zone of a link-local address.
bool is_host(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == '_';
    });
}

bool is_ipv6(std::string_view text) {
    const auto zone = text.find('%');
    const auto address = text.substr(0, zone);
    return address.find(':') != std::string_view::npos &&
           address.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos &&
           (zone == std::string_view::npos || (zone + 1 < text.size() && is_host(text.substr(zone + 1))));
}

void read_host_and_port(std::string_view given, std::string_view rest, FeedUrl& url) {
    if (rest.ends_with('/')) rest.remove_suffix(1);
    if (const auto after_port = rest.find_first_of("/?#"); after_port != std::string_view::npos)
        refuse(given, "remove '" + std::string{rest.substr(after_port)} + "' after the port");
    if (rest.find('@') != std::string_view::npos)
        refuse(given, "user names are not supported; remove everything up to the '@'");

    std::string_view port;
    bool has_port = false;
    if (rest.starts_with('[')) {
        const auto close = rest.find(']');
        if (close == std::string_view::npos) refuse(given, "the bracket '[' is not closed");
        url.host = rest.substr(1, close - 1);
        if (!is_ipv6(url.host)) refuse(given, "'" + url.host + "' is not an IPv6 address");
        rest.remove_prefix(close + 1);
        has_port = rest.starts_with(':');
        if (!has_port && !rest.empty()) refuse(given, "only a colon and the port can follow ']'");
        port = rest.substr(has_port ? 1 : 0);
    } else {
        const auto colon = rest.rfind(':');
        has_port = colon != std::string_view::npos;
        url.host = rest.substr(0, colon);
        if (url.host.find(':') != std::string::npos)
            refuse(given, "put an IPv6 address in brackets, as in " + example(url, "[::1]"));
        if (!is_host(url.host)) refuse(given, "'" + url.host + "' is neither a host name nor an address");
        if (has_port) port = rest.substr(colon + 1);
    }
    const bool in_brackets = url.host.find(':') != std::string::npos;
    const std::string shown_host = url.host.empty() ? "localhost" : in_brackets ? "[" + url.host + "]" : url.host;
    if (!has_port || port.empty()) refuse(given, "the port is missing, as in " + example(url, shown_host));
    unsigned number = 0;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    if (error != std::errc{} || end != port.data() + port.size() || number < 1 || number > 65535)
        refuse(given, "'" + std::string{port} + "' is not a port; ports are 1 to 65535");
    url.port = static_cast<std::uint16_t>(number);
    if (!url.host.empty()) return;
    if (url.transport == FeedTransport::Tcp) refuse(given, "the host is missing, as in " + example(url, "localhost"));
    url.host = "127.0.0.1"; // other machines can send only if the URL names another address
}

} // namespace

FeedUrl parse_feed_url(std::string_view given) {
    FeedUrl url;
    url.text = given;
    if (given == "-") return url;
    const auto plus = given.find('+');
    const auto colon = given.find(':');
    if (colon == std::string_view::npos || plus == std::string_view::npos || plus > colon)
        refuse(given, "use one of " + std::string{forms});
    const auto kind = given.substr(0, plus);
    url.kind = kind_named(kind);
    if (!url.kind) refuse(given, "'" + std::string{kind} + "' is not a kind of feed; use ais, cot or sbs");
    const auto transport = given.substr(plus + 1, colon - plus - 1);
    auto rest = given.substr(colon + 1);
    if (transport == "file") {
        url.transport = FeedTransport::File;
        if (rest.starts_with("///")) rest.remove_prefix(2); // as in file:///var/log/ais.log
        if (rest.empty()) refuse(given, "the file is missing, as in " + std::string{kind} + "+file:harbour.log");
        if (rest.find('\0') != std::string_view::npos) refuse(given, "a path cannot hold a zero byte");
        url.path = rest;
        return url;
    }
    if (transport != "tcp" && transport != "udp")
        refuse(given, "'" + std::string{transport} + "' is not a transport; use tcp, udp or file");
    url.transport = transport == "tcp" ? FeedTransport::Tcp : FeedTransport::Udp;
    if (!rest.starts_with("//")) refuse(given, "put two slashes after the colon, as in " + example(url, "localhost"));
    read_host_and_port(given, rest.substr(2), url);
    return url;
}

} // namespace app
