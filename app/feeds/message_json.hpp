#pragma once

#include "assets/feeds/feed_message.hpp"

#include <string>
#include <string_view>

namespace app {

/// One line of output of `listen`, without its line end: a JSON object with fixed keys, null where the message gives no
/// value. `feed` is the source of a message that names none.
[[nodiscard]] std::string to_json_line(const assets::FeedMessage&, std::string_view feed);

} // namespace app
