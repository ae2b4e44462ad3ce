#include "render/text/languages.hpp"

#include "render/text/fonts.hpp"

#include <algorithm>

#include <glib.h>
#include <pango/pango.h>

namespace render {
namespace {

bool is_cjk(std::string_view lang) {
    return lang.starts_with("ko") || lang.starts_with("ja") || lang.starts_with("zh");
}

/// The language whose forms of Han characters this text uses.
std::string cjk_language(const std::string& utf8, std::string_view lang) {
    if (is_cjk(lang)) return std::string{lang};
    bool hangul = false;
    for (const char* p = utf8.c_str(); *p != '\0'; p = g_utf8_next_char(p)) {
        const auto script = g_unichar_get_script(g_utf8_get_char(p));
        if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA) return "ja";
        hangul = hangul || script == G_UNICODE_SCRIPT_HANGUL;
    }
    return hangul ? "ko" : "ja";
}

/// The face of a script that has one of its own, or null.
const ScriptFont* script_font(GUnicodeScript script) {
    const guint32 code = g_unicode_script_to_iso15924(script);
    constexpr int bits = 8;
    std::string name;
    for (int shift = 3 * bits; shift >= 0; shift -= bits)
        name += static_cast<char>((code >> static_cast<unsigned>(shift)) & 0xffU);
    const auto* const font = std::ranges::find(script_fonts, name, &ScriptFont::script);
    return font == script_fonts.end() ? nullptr : font;
}

std::string language_of(GUnicodeScript script, std::string_view lang, const std::string& cjk) {
    switch (script) {
    case G_UNICODE_SCRIPT_HANGUL:
        return "ko";
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
        return "ja";
    case G_UNICODE_SCRIPT_BOPOMOFO:
        return "zh-Hant";
    case G_UNICODE_SCRIPT_HAN:
        return cjk;
    default:
        break;
    }
    std::string own{lang};
    const auto includes = [&](const char* candidate) {
        return pango_language_includes_script(pango_language_from_string(candidate),
                                              static_cast<PangoScript>(script)) != FALSE;
    };
    if (!is_cjk(lang) && includes(own.c_str())) return own;
    if (const ScriptFont* font = script_font(script)) return std::string{font->language};
    if (script == G_UNICODE_SCRIPT_CYRILLIC) return "ru";
    if (script == G_UNICODE_SCRIPT_GREEK) return "el";
    return "en";
}

} // namespace

std::vector<LanguageStretch> split_by_language(const std::string& utf8, std::string_view lang) {
    const auto cjk = cjk_language(utf8, lang);
    std::vector<LanguageStretch> stretches;
    for (const char* p = utf8.c_str(); *p != '\0';) {
        const auto script = g_unichar_get_script(g_utf8_get_char(p));
        const auto begin = static_cast<std::size_t>(p - utf8.c_str());
        p = g_utf8_next_char(p);
        const auto end = static_cast<std::size_t>(p - utf8.c_str());
        const bool neutral = script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED;
        if (neutral && !stretches.empty()) {
            stretches.back().end = end;
            continue;
        }
        auto language = neutral ? language_of(G_UNICODE_SCRIPT_LATIN, lang, cjk) : language_of(script, lang, cjk);
        const ScriptFont* const font = neutral ? nullptr : script_font(script);
        const std::string_view family = font == nullptr ? std::string_view{} : font->family;
        if (!stretches.empty() && stretches.back().language == language && stretches.back().script_family == family) {
            stretches.back().end = end;
        } else {
            const auto fallback = is_cjk(language) ? language : cjk;
            stretches.push_back({begin, end, language, fallback, family});
        }
    }
    return stretches;
}

} // namespace render
