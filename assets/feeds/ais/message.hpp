#pragma once

#include "assets/feeds/ais/payload.hpp"
#include "assets/feeds/feed_message.hpp"

#include <cstdint>
#include <string_view>

namespace assets::ais {

/// Whether the payload is a message that read_message() takes (types 1, 2, 3, 4, 5, 9, 18, 19, 21, 24, 27) and long
/// enough for its type: an empty reason; else the reason.
[[nodiscard]] std::string_view fault_of(const Payload& payload) noexcept;

/// What vessels' memory needs beside the report.
struct Sender {
    std::uint32_t mmsi = 0;
    int second = -1;     ///< of the minute, of the position; -1 when not said
    bool coarse = false; ///< type 27: a grid of 0.1 minutes
    bool aircraft = false;
};

/// Fills the report from a payload without fault: all but time, source, raw. Field positions, units and "not available"
/// values are those of ITU-R M.1371-5. What is not available, out of range or at 0, 0 stays empty.
Sender read_message(const Payload& payload, FeedMessage& report);

} // namespace assets::ais
