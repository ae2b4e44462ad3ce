#pragma once

#include "assets/feeds/feed_kind.hpp"
#include "assets/formats/reading/load_result.hpp"

#include <filesystem>

namespace assets {

/// A log of AIS, Cursor on Target or BaseStation messages (what `listen --record` wrote, or anyone else) as a scenario:
/// every sender an asset, every place it gave a fix. What was left out is in the notes. Messages count as received at
/// the times in the log; without such times when the file was last written to (`written`), at the latest `now`. Throws
/// UnreadableError when the file cannot be read to its end or is larger than 2 GB.
[[nodiscard]] LoadResult read_recording(const std::filesystem::path&, FeedKind, const ReadOptions&);

} // namespace assets
