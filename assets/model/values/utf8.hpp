#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assets {

/// Whether the text is well-formed UTF-8 (RFC 3629): no overlong sequences, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_valid_utf8(std::string_view) noexcept;

/// A character and the bytes that it takes.
struct CodePoint {
    char32_t value;
    std::size_t bytes;
};
/// The character that begins at the byte `at`. A byte that begins no valid UTF-8 stands for itself.
[[nodiscard]] CodePoint code_point_at(std::string_view, std::size_t at) noexcept;

void append_utf8(std::string&, char32_t);

} // namespace assets
