#pragma once

#include "assets/feeds/feed_message.hpp"

#include <optional>
#include <string_view>

namespace assets {

/// The result of reading one event. An event may give a message although a value in it was rejected.
struct CotReading {
    std::optional<FeedMessage> message;
    std::string_view reason;   ///< why there is no message, or why it has no position; empty when nothing is wrong
    bool zone_assumed = false; ///< a time without a zone was read as UTC
};

/// Reads one complete event, as CotFramer cuts it.
[[nodiscard]] CotReading read_cot_event(std::string_view event, Instant received);

/// The plural name of an event that is neither an asset, an outline nor an alert: "chat messages", "pings". Empty for
/// any other event.
[[nodiscard]] std::string_view name_of_other(const FeedMessage& event) noexcept;

} // namespace assets
