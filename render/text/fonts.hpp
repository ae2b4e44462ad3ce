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

/// Limits fontconfig to our two families for the whole process, so that neither the user's configuration nor LANG can
/// change a picture. Takes about 1 ms with fontconfig's caches. Thread-safe; only the first call has an effect.
void set_up_fonts();

/// "Noto Sans CJK KR", JP, SC or TC for a BCP 47 language; JP for a language without CJK characters.
[[nodiscard]] std::string_view cjk_family(std::string_view lang);

/// Whether `name` is the name by which we know a family. A font file lists several family names, in an order that
/// depends on the locale.
[[nodiscard]] bool is_our_family(std::string_view name);

} // namespace render
