#include "assets/model/values/control_characters.hpp"

#include "assets/model/values/utf8.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace assets {
namespace {

/// A character and the bytes that it takes.
struct Decoded {
    char32_t character;
    std::size_t bytes;
};

/// The character at `at`. A byte that is not part of valid UTF-8 stands for itself.
Decoded decode(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (length == 1 || !is_valid_utf8(text.substr(at, length))) return {lead, 1};
    char32_t character = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i)
        character = (character << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    return {character, length};
}

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
        const auto [character, bytes] = decode(utf8, at);
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
        const auto [character, bytes] = decode(utf8, at);
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
