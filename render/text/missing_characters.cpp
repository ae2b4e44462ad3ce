#include "render/text/missing_characters.hpp"

#include "render/text/c_handles.hpp"
#include "render/text/fonts.hpp"

#include <algorithm>

namespace render {
namespace {

/// The characters of all our fonts together.
const FcCharSet& drawn_characters() {
    static const FcCharSetPtr all = [] {
        set_up_fonts();
        FcCharSetPtr together{FcCharSetCreate()};
        const FcFontSet* fonts = FcConfigGetFonts(FcConfigGetCurrent(), FcSetSystem);
        for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
            FcCharSet* own = nullptr;
            if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &own) == FcResultMatch)
                FcCharSetMerge(together.get(), own, nullptr);
        }
        return together;
    }();
    return *all;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

std::vector<char32_t> missing_characters(std::string_view utf8) {
    std::vector<char32_t> missing;
    if (is_ascii(utf8)) return missing;
    const GCharsPtr valid{g_utf8_make_valid(utf8.data(), static_cast<gssize>(utf8.size()))};
    for (const char* p = valid.get(); *p != '\0'; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (FcCharSetHasChar(&drawn_characters(), c) || g_unichar_iscntrl(c) || pango_is_zero_width(c)) continue;
        if (c == 0x2028 || c == 0x2029) continue; // breaks of lines and paragraphs, which become spaces
        if (std::ranges::find(missing, static_cast<char32_t>(c)) == missing.end()) missing.push_back(c);
    }
    return missing;
}

} // namespace render
