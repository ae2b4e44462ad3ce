#pragma once

#include "app/feeds/feed_url.hpp"
#include "assets/feeds/decoder.hpp"

#include <memory>
#include <optional>

namespace app {

/// The decoder of a kind of feed. `sbs_utc_offset_h`: of the times in BaseStation lines; none for what is live.
[[nodiscard]] std::unique_ptr<assets::FeedDecoder> make_decoder(FeedKind, std::optional<double> sbs_utc_offset_h);

} // namespace app
