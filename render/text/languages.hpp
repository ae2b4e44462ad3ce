#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace render {

/// Bytes [begin, end) of a text that are to be shaped in one language.
struct LanguageStretch {
    std::size_t begin, end;
    std::string language;     ///< for shaping: BCP 47
    std::string cjk_language; ///< which of the CJK faces to fall back on: ko, ja, zh-Hans, zh-Hant
};

/// Splits valid UTF-8 by script. Pango would guess the language of a script that is foreign to the text's language from
/// the environment variable LANGUAGE; here Hangul is Korean, kana Japanese, and Han characters follow `lang`, else the
/// kana or Hangul beside them, else Japanese.
[[nodiscard]] std::vector<LanguageStretch> stretches_of_one_language(const std::string& utf8, std::string_view lang);

} // namespace render
