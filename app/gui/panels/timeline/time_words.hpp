#pragma once

#include "assets/model/values/instant.hpp"

#include <string>

namespace app {

/// "2024-07-31 20:00" in the time zone of the offset; typed_instant() reads this form.
[[nodiscard]] std::string instant_as_typed(assets::Instant, double utc_offset_h);
/// "20:00" in the time zone of the offset, with seconds when they are not 0.
[[nodiscard]] std::string clock_words(assets::Instant, double utc_offset_h);

/// "20:00:07", always with seconds.
[[nodiscard]] std::string clock_with_seconds(assets::Instant, double utc_offset_h);

} // namespace app
