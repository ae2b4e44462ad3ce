#include "render/text/fonts.hpp"

#include "render/text/c_handles.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <stdexcept>

#include <fmt/format.h>

namespace render {
namespace {

namespace fs = std::filesystem;

fs::path folder_with(std::string_view file, std::initializer_list<const char*> candidates, std::string_view package) {
    for (fs::path folder : candidates) {
        std::error_code ignored;
        if (fs::exists(folder / file, ignored)) return folder;
    }
    throw std::runtime_error{fmt::format("{}: font not found; install the package {}", file, package)};
}

/// Only what the maps use is accepted, so that fontconfig has little to compare: every face of the folders would be 80.
std::string configuration(const FontFolders& folders) {
    return fmt::format(R"(<?xml version="1.0"?>
<fontconfig>
  <dir>{0}</dir>
  <dir>{1}</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <selectfont>
    <acceptfont>
      <glob>{0}/Inter-Regular.otf</glob><glob>{0}/Inter-Italic.otf</glob>
      <glob>{0}/Inter-Medium.otf</glob><glob>{0}/Inter-MediumItalic.otf</glob>
      <glob>{0}/Inter-SemiBold.otf</glob><glob>{0}/Inter-SemiBoldItalic.otf</glob>
      <glob>{0}/Inter-Bold.otf</glob><glob>{0}/Inter-BoldItalic.otf</glob>
      <glob>{1}/NotoSansCJK-Regular.ttc</glob><glob>{1}/NotoSansCJK-Bold.ttc</glob>
    </acceptfont>
    <rejectfont><glob>*</glob></rejectfont>
  </selectfont>
</fontconfig>
)",
                       folders.inter.string(), folders.noto_cjk.string());
}

} // namespace

FontFolders find_font_folders() {
    return {folder_with("Inter-Regular.otf",
                        {"/usr/share/fonts/opentype/inter", "/usr/local/share/fonts/opentype/inter",
                         "/usr/share/fonts/inter", "/usr/share/fonts/OTF"},
                        "fonts-inter"),
            folder_with("NotoSansCJK-Regular.ttc",
                        {"/usr/share/fonts/opentype/noto", "/usr/local/share/fonts/opentype/noto",
                         "/usr/share/fonts/noto-cjk", "/usr/share/fonts/google-noto-cjk"},
                        "fonts-noto-cjk")};
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
    return std::ranges::find(families, name) != families.end();
}

} // namespace render
