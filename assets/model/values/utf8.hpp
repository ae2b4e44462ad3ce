#pragma once

#include <string_view>

namespace assets {

/// Whether the text is well-formed UTF-8 (RFC 3629): no overlong sequences, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_valid_utf8(std::string_view) noexcept;

} // namespace assets
