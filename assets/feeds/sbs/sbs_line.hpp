#pragma once

#include "assets/feeds/feed_message.hpp"

#include <optional>
#include <string_view>

namespace assets {

/// The result of reading one line. A line may give a message although a value in it was rejected.
struct SbsReading {
    std::optional<FeedMessage> message;
    std::string_view reason; ///< why there is no message, or which value was left out; empty when nothing is wrong
};

/// Reads one BaseStation line without its line end. `utc_offset_h` is as in make_sbs_decoder().
[[nodiscard]] SbsReading read_sbs_line(std::string_view line, Instant received, std::optional<double> utc_offset_h);

} // namespace assets
