#pragma once

#include "assets/feeds/feed_message.hpp"

#include <string>
#include <string_view>

namespace app {

/// One line of `listen`, without its end: an object whose keys are fixed, for scripts; null where the report does not
/// say. `feed` is the source of a report that names none.
[[nodiscard]] std::string to_json_line(const assets::FeedMessage&, std::string_view feed);

} // namespace app
