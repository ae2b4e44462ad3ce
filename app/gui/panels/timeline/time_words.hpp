#pragma once

#include "assets/model/values/instant.hpp"

#include <string>

namespace app {

/// "2024-07-31 20:00" at the offset, as typed_instant() reads it.
[[nodiscard]] std::string instant_as_typed(assets::Instant, double utc_offset_h);
/// "20:00" at the offset; with its seconds where there are any.
[[nodiscard]] std::string clock_words(assets::Instant, double utc_offset_h);

} // namespace app
