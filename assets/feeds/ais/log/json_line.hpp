#pragma once

#include "assets/feeds/ais/message.hpp"
#include "assets/feeds/feed_message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets::ais {

/// A line of JSON that a receiver or a service writes: sentences with their time of receipt, or a message whose fields
/// are read already.
struct JsonLine {
    std::vector<std::string> sentences{}; ///< of AIS-catcher
    std::optional<Instant> time{};
    std::optional<FeedMessage> message{}; ///< of aisstream, of a Signal K delta, or of AIS-catcher without sentences
    MessageFacts facts{};                 ///< of `message`
    std::string_view reason{};            ///< why the line gives neither; empty if it does
};

inline constexpr std::size_t max_json_line = 16'384; ///< bytes

/// Whether a text begins like a line that read_json_line() may read.
[[nodiscard]] bool looks_like_json_line(std::string_view) noexcept;
[[nodiscard]] JsonLine read_json_line(std::string_view);

} // namespace assets::ais
