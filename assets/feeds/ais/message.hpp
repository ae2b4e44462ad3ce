#pragma once

#include "assets/feeds/ais/payload.hpp"
#include "assets/feeds/feed_message.hpp"

#include <cstdint>
#include <string_view>

namespace assets::ais {

/// Why read_message() cannot read the payload: its type is not one of 1, 2, 3, 4, 5, 9, 11, 18, 19, 21, 24 and 27, or
/// it is too short for its type. Empty when it can be read.
[[nodiscard]] std::string_view fault_of(const Payload& payload);

/// What Vessels::check() needs besides the FeedMessage.
struct MessageFacts {
    std::uint32_t mmsi = 0;
    int second = -1;     ///< of the minute in which the position was taken; -1 when not given
    bool coarse = false; ///< type 27: a grid of 0.1 minutes
    bool aircraft = false;
};

/// Fills `message`, except for time, source and raw, from a payload in which fault_of() finds no fault. Field
/// positions, units and "not available" values are those of ITU-R M.1371-5. A value that is not available or out of
/// range stays empty, and so does a position at 0, 0.
MessageFacts read_message(const Payload& payload, FeedMessage& message);

/// Sets what the number alone says: the key, the country, and whether the sender is a station, an aid or a beacon.
[[nodiscard]] MessageFacts read_identity(std::uint32_t mmsi, FeedMessage& message);

} // namespace assets::ais
