#pragma once

#include "assets/feeds/feed_kind.hpp"
#include "assets/formats/reading/load_result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace assets {

/// "no time in the log: 12 positions are dated by the file (2025-03-01)"
[[nodiscard]] std::string dated_by_file_words(std::uint64_t positions, Instant written);

/// Reads a log of AIS, Cursor on Target or BaseStation messages (of `listen --record` or of another program) as a
/// scenario: every sender becomes an asset and every position a fix. Notes count the messages left out. Receive times
/// are those in the log, else the file's modification time (`written`), and at the latest `now`. Throws UnreadableError
/// if the file cannot be read to its end or is larger than 2 GB.
[[nodiscard]] LoadResult read_recording(const std::filesystem::path&, FeedKind, const ReadOptions&);

} // namespace assets
