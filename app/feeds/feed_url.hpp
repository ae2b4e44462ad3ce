#pragma once

#include "assets/feeds/feed_kind.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace app {

using assets::FeedKind;

enum class FeedTransport : std::uint8_t { Tcp, Udp, File, StandardInput };

/// The address of a feed: `KIND+tcp://HOST:PORT` (we connect), `KIND+udp://HOST:PORT` (we listen), `KIND+file:PATH`, or
/// `-`. An IPv6 address is in brackets.
struct FeedUrl {
    std::string text; ///< as it was given
    FeedTransport transport = FeedTransport::StandardInput;
    std::optional<FeedKind> kind; ///< empty for standard input, where the first lines show the kind
    std::string host;             ///< tcp, udp; without brackets. udp without a host: 127.0.0.1
    std::uint16_t port = 0;       ///< tcp, udp; never 0 there
    std::string path;             ///< file
};

/// Throws UsageError, whose message quotes the URL and shows the right form.
[[nodiscard]] FeedUrl parse_feed_url(std::string_view);

} // namespace app
