#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace render {

/// Bytes [begin, end) of a text that are to be shaped in one language.
struct LanguageStretch {
    std::size_t begin, end;
    std::string language;                ///< for shaping: BCP 47
    std::string cjk_language;            ///< selects the fallback CJK face: ko, ja, zh-Hans, zh-Hant
    std::string_view script_family = {}; ///< of script_fonts; empty for scripts that Inter and Noto Sans CJK have
};

/// Splits valid UTF-8 into stretches of one language. For a script that `lang` is not written in, Pango would take
/// the language from the environment variable LANGUAGE. Here Hangul is Korean and kana Japanese; Han characters are in
/// `lang` if that is a CJK language, else in the language of the kana or Hangul in the same text, else in Japanese. A
/// script of script_fonts is in `lang` if that language is written in it, else in the language that script_fonts names.
[[nodiscard]] std::vector<LanguageStretch> split_by_language(const std::string& utf8, std::string_view lang);

} // namespace render
