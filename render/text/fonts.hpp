#pragma once

#include <filesystem>
#include <string>
#include <string_view>

/// Which fonts the program uses, and where they lie.
namespace render {

struct FontFolders {
    std::filesystem::path inter, noto_cjk;
};

/// The folder of the shipped faces of Inter (render/text/fonts) and that of Debian's fonts-noto-cjk, or of a package
/// that puts them elsewhere. Throws std::runtime_error that names what is missing.
[[nodiscard]] FontFolders find_font_folders();

/// Makes fontconfig, for the whole process, see our two families and nothing else, so that neither the user's
/// configuration nor LANG can change a picture. Uses fontconfig's caches: about 1 ms. Any thread, any number of times.
void set_up_fonts();

/// "Noto Sans CJK KR", JP, SC or TC for a BCP 47 language; JP for one that is not written in CJK characters.
[[nodiscard]] std::string_view cjk_family(std::string_view lang);

/// A font file gives itself several names, in an order that depends on the locale; one of them is ours.
[[nodiscard]] bool is_our_family(std::string_view name);

} // namespace render
