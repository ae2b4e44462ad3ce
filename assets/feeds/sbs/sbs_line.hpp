#pragma once

#include "assets/feeds/feed_message.hpp"

#include <optional>
#include <string_view>

namespace assets {

/// What became of one line. A line may give a report and still have something in it that was not taken.
struct SbsReading {
    std::optional<FeedMessage> report;
    std::string_view reason; ///< why there is no report, or which value was left out of it; empty: all is well
};

/// Reads one BaseStation line without its line end. With `utc_offset_h` the line's times are local at that offset;
/// without, see time_of in the source.
[[nodiscard]] SbsReading read_sbs_line(std::string_view line, Instant received, std::optional<double> utc_offset_h);

} // namespace assets
