#pragma once

#include <filesystem>
#include <string>
#include <string_view>

/// The fonts that the program uses, and their folders.
namespace render {

struct FontFolders {
    std::filesystem::path inter, noto_cjk;
};

/// The folder of the shipped Inter faces (render/text/fonts) and the folder in which the system has Noto Sans CJK
/// (Debian: fonts-noto-cjk). Throws std::runtime_error that names the missing font.
[[nodiscard]] FontFolders find_font_folders();

/// Limits fontconfig to Inter and Noto Sans CJK for the whole process, so that neither the user's configuration nor
/// LANG can change a picture. Takes about 1 ms with fontconfig's caches. Thread-safe; the first call alone has effect.
void set_up_fonts();

/// "Noto Sans CJK KR", JP, SC or TC for a BCP 47 language; JP for every other language.
[[nodiscard]] std::string_view cjk_family(std::string_view lang);

/// Whether `name` is one of the family names that this program uses: "Inter", "Noto Sans CJK JP", KR, SC or TC. A font
/// file lists several family names, in an order that depends on the locale.
[[nodiscard]] bool is_our_family(std::string_view name);

} // namespace render
