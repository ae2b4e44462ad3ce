#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// The encodings that `[read] encoding` takes.
inline constexpr std::array<std::string_view, 5> text_encodings{"shift_jis", "euc-kr", "gbk", "big5", "windows-1252"};
inline constexpr std::string_view windows_1252_name = "Windows-1252";

/// The text of a file as UTF-8, without a byte order mark.
struct DecodedText {
    std::string utf8;
    std::string encoding{}; ///< "Windows-1252", "UTF-16", "gbk" ...; empty for UTF-8
};

/// Why a file is not read as text.
struct DecodeError {
    std::string message{}; ///< completes "FILE ..."
    int line = 0;          ///< 0: the whole file
    bool of_encoding = false;
};

/// Decodes UTF-8, UTF-16 with its mark, and the given one of `text_encodings`. If none is given, a text that is not
/// UTF-8 is Windows-1252 if its bytes above 7F are letters or signs of European texts, at most three in a row. Returns
/// nothing and sets `error` for any other text, and for one with NUL bytes.
[[nodiscard]] std::optional<DecodedText> decode_text(std::string bytes, DecodeError& error,
                                                     std::string_view encoding = {});

/// The beginning of a file as far as it can be decoded, for recognising the file: characters that are not known become
/// U+FFFD.
[[nodiscard]] std::string decode_beginning(std::string_view bytes);

} // namespace assets
