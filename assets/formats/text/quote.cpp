#include "assets/formats/text/quote.hpp"

#include "assets/model/values/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace assets {
namespace {

/// The number of bytes of the UTF-8 character at the beginning; 0 if there is none.
std::size_t character_at(std::string_view text) {
    constexpr std::size_t longest = 4;
    for (std::size_t length = 1; length <= std::min(longest, text.size()); ++length)
        if (is_valid_utf8(text.substr(0, length))) return length;
    return 0;
}

} // namespace

std::string clean(std::string_view text) {
    std::string out;
    if (is_valid_utf8(text)) {
        out = text;
    } else {
        while (!text.empty()) {
            const std::size_t length = character_at(text);
            out += length > 0 ? text.substr(0, length) : std::string_view{"\xEF\xBF\xBD"};
            text.remove_prefix(std::max<std::size_t>(length, 1));
        }
    }
    std::erase(out, '\0');
    return out;
}

std::string csv_cell(std::string_view given, std::string_view separators) {
    // Shortcut: most values are words and numbers that need neither cleaning nor quotes.
    const auto is_plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
               c == ':' || c == '_';
    };
    if (std::all_of(given.begin(), given.end(), is_plain)) return std::string{given};
    std::string text = clean(given);
    // U+FEFF needs no quotes: only at the beginning of a file is it a byte order mark, and files begin with a header.
    if (text.find_first_of(separators) == std::string::npos && text.find_first_of("\"\r\n") == std::string::npos &&
        !text.starts_with(' ') && !text.ends_with(' '))
        return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string string_literal(std::string_view given) {
    std::string out = "\"";
    for (const char c : clean(given)) {
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + '"';
}

} // namespace assets
