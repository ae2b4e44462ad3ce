#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

/// The fonts that the program uses, and their folders.
namespace render {

struct FontFolders {
    std::filesystem::path inter, noto_cjk, noto;
};

/// The folder of the shipped Inter faces (render/text/fonts), and the folders in which the system has Noto Sans CJK
/// (Debian: fonts-noto-cjk) and Noto Sans for other scripts (fonts-noto-core). Throws std::runtime_error that names the
/// missing font and its package.
[[nodiscard]] FontFolders find_font_folders();

/// Limits fontconfig to Inter, Noto Sans CJK and the script_fonts for the whole process, so that neither the user's
/// configuration nor LANG can change a picture. Takes about 1 ms with fontconfig's caches. Thread-safe; the first call
/// alone has effect.
void set_up_fonts();

/// "Noto Sans CJK KR", JP, SC or TC for a BCP 47 language; JP for every other language.
[[nodiscard]] std::string_view cjk_family(std::string_view lang);

/// A face of Noto Sans for a script that neither Inter nor Noto Sans CJK has. The script is a code of ISO 15924. The
/// language is a tag of BCP 47, used for text whose own language is not written in the script.
struct ScriptFont {
    std::string_view script, language, family, file; ///< `file` without the weight: NotoSansThai
};
inline constexpr std::array script_fonts{
    ScriptFont{"Thai", "th", "Noto Sans Thai", "NotoSansThai"},
    ScriptFont{"Laoo", "lo", "Noto Sans Lao", "NotoSansLao"},
    ScriptFont{"Khmr", "km", "Noto Sans Khmer", "NotoSansKhmer"},
    ScriptFont{"Mymr", "my", "Noto Sans Myanmar", "NotoSansMyanmar"},
    ScriptFont{"Deva", "hi", "Noto Sans Devanagari", "NotoSansDevanagari"},
    ScriptFont{"Taml", "ta", "Noto Sans Tamil", "NotoSansTamil"},
    ScriptFont{"Beng", "bn", "Noto Sans Bengali", "NotoSansBengali"},
    ScriptFont{"Arab", "ar", "Noto Sans Arabic", "NotoSansArabic"},
    ScriptFont{"Hebr", "he", "Noto Sans Hebrew", "NotoSansHebrew"},
};

/// Whether `name` is one of the family names that this program uses: "Inter", "Noto Sans CJK JP", KR, SC or TC, or one
/// of script_fonts. A font file lists several family names, in an order that depends on the locale.
[[nodiscard]] bool is_our_family(std::string_view name);

} // namespace render
