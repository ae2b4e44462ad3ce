#pragma once

#include "assets/feeds/decoder.hpp"
#include "assets/feeds/feed_kind.hpp"

#include <memory>
#include <optional>

namespace assets {

/// Makes the decoder for a kind of feed. `sbs_utc_offset_h` is the UTC offset of the times in BaseStation lines; it
/// must be empty for a live feed.
[[nodiscard]] std::unique_ptr<FeedDecoder> make_decoder(FeedKind, std::optional<double> sbs_utc_offset_h);

} // namespace assets
