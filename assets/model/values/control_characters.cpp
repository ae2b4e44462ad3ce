#include "assets/model/values/control_characters.hpp"

#include "assets/model/values/utf8.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace assets {
namespace {

bool is_control(char32_t c) {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    return (c >= 0x7F && c <= 0x9F) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
}

/// Whether a text certainly has none, which is so for nearly every text.
bool is_plain_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

} // namespace

std::vector<char32_t> control_characters(std::string_view utf8) {
    std::vector<char32_t> found;
    if (is_plain_ascii(utf8)) return found;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [character, bytes] = code_point_at(utf8, at);
        at += bytes;
        if (is_control(character) && std::ranges::find(found, character) == found.end()) found.push_back(character);
    }
    return found;
}

std::string visible(std::string_view utf8) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD
    if (is_plain_ascii(utf8)) return std::string{utf8};
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [character, bytes] = code_point_at(utf8, at);
        if (is_control(character) || character == '\t' || character == '\r')
            out += replacement;
        else
            out += utf8.substr(at, bytes);
        at += bytes;
    }
    return out;
}

std::string code_points(const std::vector<char32_t>& characters) {
    constexpr std::size_t most_named = 5;
    std::string list;
    for (std::size_t i = 0; i < characters.size() && i < most_named; ++i)
        list += fmt::format("{}U+{:04X}", list.empty() ? "" : ", ", static_cast<unsigned>(characters[i]));
    if (characters.size() > most_named) list += fmt::format(" and {} more", characters.size() - most_named);
    return list;
}

} // namespace assets
