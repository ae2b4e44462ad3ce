#pragma once

#include "assets/feeds/decoder.hpp"

#include <filesystem>
#include <string>

/// What a decoder makes of a file, as text for golden files.
namespace support {

/// One line for each message, with the members that it states, then the decoder's counts. The file's lines are received
/// one second apart.
[[nodiscard]] std::string decoded_text(assets::FeedDecoder&, const std::filesystem::path&);

} // namespace support
