#pragma once

#include "assets/feeds/feed_kind.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace app {

using assets::FeedKind;

enum class FeedTransport : std::uint8_t { Tcp, Udp, File, StandardInput };

/// Where a feed comes from: `KIND+tcp://HOST:PORT` (we connect), `KIND+udp://HOST:PORT` (we listen), `KIND+file:PATH`,
/// or `-`. An IPv6 address stands in brackets.
struct FeedUrl {
    std::string text; ///< as it was given
    FeedTransport transport = FeedTransport::StandardInput;
    std::optional<FeedKind> kind; ///< none for standard input: its first lines tell
    std::string host;             ///< tcp, udp; without brackets. udp without a host: 127.0.0.1
    std::uint16_t port = 0;       ///< tcp, udp; never 0 there
    std::string path;             ///< file
};

/// Throws UsageError: a sentence that quotes the URL and shows the right form.
[[nodiscard]] FeedUrl parse_feed_url(std::string_view);

} // namespace app
