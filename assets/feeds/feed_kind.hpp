#pragma once

#include <cstdint>
#include <string_view>

namespace assets {

/// The format of a feed: AIS (NMEA 0183), Cursor on Target, or ADS-B BaseStation lines.
enum class FeedKind : std::uint8_t { Ais, Cot, Sbs };

[[nodiscard]] constexpr std::string_view to_string(FeedKind kind) noexcept { ///< ais, cot, sbs
    return kind == FeedKind::Ais ? "ais" : kind == FeedKind::Cot ? "cot" : "sbs";
}

} // namespace assets
