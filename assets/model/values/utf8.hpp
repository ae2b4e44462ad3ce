#pragma once

#include <string_view>

namespace assets {

/// Whether every byte belongs to a well-formed sequence (RFC 3629): no overlong ones, no surrogates, none above
/// U+10FFFF.
[[nodiscard]] bool is_valid_utf8(std::string_view) noexcept;

} // namespace assets
