#pragma once

#include <chrono>
#include <string_view>

namespace assets {

/// A sender's clock may be this far ahead of ours; a later time is a doubt.
inline constexpr std::chrono::minutes most_clock_ahead{5};

/// The reasons in FeedMessage::doubts. They are compared whole.
namespace doubt_reason {
inline constexpr std::string_view ship_jumps = "jump above 100 kn";
inline constexpr std::string_view aircraft_jumps = "jump above 600 kn";
inline constexpr std::string_view other_name = "another name, heard once"; ///< the name is left out of the message
inline constexpr std::string_view imo_number = "IMO number fails its check digit";
inline constexpr std::string_view position_0_0 = "position 0, 0";
inline constexpr std::string_view position_out_of_range = "position out of range";
inline constexpr std::string_view no_positioning = "positioning system inoperative";
inline constexpr std::string_view calculated = "position calculated from several receivers"; ///< multilateration (MLAT)
inline constexpr std::string_view no_mmsi = "no valid MMSI";
inline constexpr std::string_view under_test = "beacon under test";
inline constexpr std::string_view tag_block = "tag block not readable";
inline constexpr std::string_view clock_ahead = "the sender's clock is ahead";
} // namespace doubt_reason

} // namespace assets
