#include "render/text/fonts.hpp"

#include "render/text/c_handles.hpp"
#include "render/text/data_roots.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <mutex>
#include <stdexcept>

#include <fmt/format.h>

namespace render {
namespace {

namespace fs = std::filesystem;

/// The faces of Inter that are shipped: upright in four weights, italic in one.
constexpr std::array inter_files{"Inter-Regular.otf", "Inter-Italic.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
                                 "Inter-Bold.otf"};

fs::path shipped_inter() {
    for (const fs::path& root : data_roots()) {
        auto folder = root / "render/text/fonts";
        std::error_code ignored;
        if (fs::exists(folder / inter_files.front(), ignored)) return folder;
    }
    throw std::runtime_error{fmt::format(
        "{}: font not found; set THEATRUM_DATA to the folder that holds render/text/fonts", inter_files.front())};
}

/// The first of the folders that holds the file. `package`: the package of Debian that installs the file.
fs::path folder_with(std::string_view file, std::string_view package, std::initializer_list<const char*> folders) {
    for (const fs::path folder : folders) {
        std::error_code ignored;
        if (fs::exists(folder / file, ignored)) return folder;
    }
    throw std::runtime_error{fmt::format("{}: font not found; install the package {}", file, package)};
}

fs::path installed_noto_cjk() {
    return folder_with("NotoSansCJK-Regular.ttc", "fonts-noto-cjk",
                       {"/usr/share/fonts/opentype/noto", "/usr/local/share/fonts/opentype/noto",
                        "/usr/share/fonts/noto-cjk", "/usr/share/fonts/google-noto-cjk"});
}

fs::path installed_noto() {
    return folder_with("NotoSansThai-Regular.ttf", "fonts-noto-core",
                       {"/usr/share/fonts/truetype/noto", "/usr/local/share/fonts/truetype/noto",
                        "/usr/share/fonts/noto", "/usr/share/fonts/google-noto"});
}

/// Accepts only the faces that maps use: the folders hold hundreds of faces, which fontconfig would have to compare.
std::string configuration(const FontFolders& folders) {
    std::string accepted;
    const auto accept = [&](const fs::path& file) {
        accepted += fmt::format("<glob>{}</glob>", file.string());
    };
    for (const auto* const file : inter_files)
        accept(folders.inter / file);
    for (const auto* const file : {"NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"})
        accept(folders.noto_cjk / file);
    for (const ScriptFont& font : script_fonts)
        for (const auto* const weight : {"Regular", "Bold"})
            accept(folders.noto / fmt::format("{}-{}.ttf", font.file, weight));
    return fmt::format(R"(<?xml version="1.0"?>
<fontconfig>
  <dir>{}</dir>
  <dir>{}</dir>
  <dir>{}</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <selectfont>
    <acceptfont>{}</acceptfont>
    <rejectfont><glob>*</glob></rejectfont>
  </selectfont>
</fontconfig>
)",
                       folders.inter.string(), folders.noto_cjk.string(), folders.noto.string(), accepted);
}

} // namespace

FontFolders find_font_folders() {
    return {shipped_inter(), installed_noto_cjk(), installed_noto()};
}

void set_up_fonts() {
    static std::once_flag once;
    std::call_once(once, [] {
        const auto text = configuration(find_font_folders());
        FcConfigPtr config{FcConfigCreate()};
        const auto* xml = reinterpret_cast<const FcChar8*>(text.c_str());
        if (!config || !FcConfigParseAndLoadFromMemory(config.get(), xml, FcTrue) ||
            !FcConfigBuildFonts(config.get()) || !FcConfigSetCurrent(config.get())) {
            throw std::runtime_error{"fontconfig could not be set up"};
        }
    });
}

std::string_view cjk_family(std::string_view lang) {
    if (lang.starts_with("ko")) return "Noto Sans CJK KR";
    if (lang.starts_with("zh")) {
        const bool traditional = lang.find("Hant") != std::string_view::npos ||
                                 lang.find("TW") != std::string_view::npos ||
                                 lang.find("HK") != std::string_view::npos || lang.find("MO") != std::string_view::npos;
        return traditional ? "Noto Sans CJK TC" : "Noto Sans CJK SC";
    }
    return "Noto Sans CJK JP";
}

bool is_our_family(std::string_view name) {
    static constexpr std::array families{"Inter", "Noto Sans CJK JP", "Noto Sans CJK KR", "Noto Sans CJK SC",
                                         "Noto Sans CJK TC"};
    return std::ranges::find(families, name) != families.end() ||
           std::ranges::find(script_fonts, name, &ScriptFont::family) != script_fonts.end();
}

} // namespace render
