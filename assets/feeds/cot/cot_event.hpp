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

} // namespace assets
