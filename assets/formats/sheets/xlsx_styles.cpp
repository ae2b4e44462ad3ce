#include "assets/formats/sheets/xlsx_styles.hpp"

#include "assets/model/values/utf8.hpp"

#include <charconv>
#include <map>

namespace assets {

XlsxStyles::XlsxStyles(pugi::xml_node style_sheet) {
    std::map<int, NumberFormat> own;
    for (const auto format : child(style_sheet, "numFmts").children())
        own[whole_number_of(attribute(format, "numFmtId"))] = format_of_code(attribute(format, "formatCode"));
    for (const auto style : child(style_sheet, "cellXfs").children()) {
        const int id = whole_number_of(attribute(style, "numFmtId"));
        const auto found = own.find(id);
        m_formats.push_back(found == own.end() ? built_in_format(id) : found->second);
    }
}

const NumberFormat& XlsxStyles::of(std::size_t style) const noexcept {
    return style < m_formats.size() ? m_formats[style] : m_general;
}

std::string decoded(std::string_view text) {
    constexpr std::size_t size = 7; // _x000D_
    std::string plain;
    std::size_t at = text.find("_x");
    if (at == std::string_view::npos) return std::string{text};
    std::size_t begin = 0;
    for (; at != std::string_view::npos; at = text.find("_x", at + 1)) {
        if (at < begin || at + size > text.size() || text[at + size - 1] != '_') continue;
        unsigned value = 0;
        const char* const digits = text.data() + at + 2;
        const auto [end, failed] = std::from_chars(digits, digits + 4, value, 16);
        constexpr unsigned surrogates = 0xD800, after_surrogates = 0xE000; // halves of one character
        const bool is_half = value >= surrogates && value < after_surrogates;
        if (failed != std::errc{} || end != digits + 4 || is_half) continue;
        plain += text.substr(begin, at - begin);
        append_utf8(plain, static_cast<char32_t>(value));
        begin = at + size;
    }
    return plain.append(text.substr(begin));
}

std::string rich_text(pugi::xml_node item) {
    std::string text;
    for (const auto part : item.children()) {
        if (is_named(part, "t")) text += part.child_value();
        if (is_named(part, "r")) text += child(part, "t").child_value();
    }
    return decoded(text);
}

std::vector<std::string> shared_strings(pugi::xml_node table) {
    std::vector<std::string> texts;
    for (const auto item : table.children())
        if (is_named(item, "si")) texts.push_back(rich_text(item));
    return texts;
}

} // namespace assets
