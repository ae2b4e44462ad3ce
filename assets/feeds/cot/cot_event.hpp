#pragma once

#include "assets/feeds/feed_message.hpp"

#include <optional>
#include <string_view>

namespace assets {

/// What became of one event. An event may give a report and still have something in it that was not taken.
struct CotReading {
    std::optional<FeedMessage> report;
    std::string_view reason; ///< why there is no report, or why it has no position; empty: all is well
};

/// Reads one whole event, as CotFramer cuts it.
[[nodiscard]] CotReading read_cot_event(std::string_view event, Instant received);

} // namespace assets
