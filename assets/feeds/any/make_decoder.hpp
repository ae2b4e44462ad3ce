#pragma once

#include "assets/feeds/decoder.hpp"
#include "assets/feeds/feed_kind.hpp"

#include <memory>
#include <optional>

namespace assets {

/// The decoder of a kind of feed. `sbs_utc_offset_h`: of the times in BaseStation lines; none for what is live.
[[nodiscard]] std::unique_ptr<FeedDecoder> make_decoder(FeedKind, std::optional<double> sbs_utc_offset_h);

} // namespace assets
