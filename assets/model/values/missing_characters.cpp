#include "assets/model/values/missing_characters.hpp"

#include "assets/model/values/control_characters.hpp"

namespace assets {
namespace {

std::string utf8_of(char32_t c) {
    const auto byte = [](char32_t bits) {
        return static_cast<char>(static_cast<unsigned char>(bits));
    };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000) return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
    return {byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)),
            byte(0x80 | (c & 0x3F))};
}

} // namespace

std::string no_glyph_words(const std::vector<char32_t>& characters) {
    return code_points(characters) + (characters.size() == 1 ? " has" : " have") + " no glyph in the fonts of maps";
}

void remove_characters(std::string& utf8, const std::vector<char32_t>& characters) {
    if (characters.empty()) return;
    for (const char32_t c : characters) {
        const std::string bytes = utf8_of(c);
        for (std::size_t at = utf8.find(bytes); at != std::string::npos; at = utf8.find(bytes, at))
            utf8.erase(at, bytes.size());
    }
    const std::size_t first = utf8.find_first_not_of(' ');
    utf8 = first == std::string::npos ? std::string{} : utf8.substr(first, utf8.find_last_not_of(' ') + 1 - first);
}

} // namespace assets
