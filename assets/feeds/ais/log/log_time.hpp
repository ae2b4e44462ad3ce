#pragma once

#include "assets/model/values/instant.hpp"

#include <optional>
#include <string_view>

namespace assets::ais {

/// The time that a logger wrote before a sentence: `2024-07-31T06:00:00.123Z`, `1722405600`, `1722405600123;N;`, also
/// in brackets and followed by the name of a station. Without a zone it is UTC. Empty if the text gives no time.
[[nodiscard]] std::optional<Instant> time_before_sentence(std::string_view);

/// The date and time of a clock sentence of a log: $PGHP (written before each AIS sentence by some receivers), $xxRMC
/// and $xxZDA (of the receiver's satellite navigation). Empty for any other line, and for a wrong
/// checksum except in $PGHP.
[[nodiscard]] std::optional<Instant> clock_sentence(std::string_view line);

} // namespace assets::ais
