#include "assets/model/values/missing_characters.hpp"

#include "assets/model/values/control_characters.hpp"
#include "assets/model/values/utf8.hpp"

namespace assets {
std::string no_glyph_words(const std::vector<char32_t>& characters) {
    return code_points(characters) + (characters.size() == 1 ? " has" : " have") + " no glyph in the fonts of maps";
}

void remove_characters(std::string& utf8, const std::vector<char32_t>& characters) {
    if (characters.empty()) return;
    for (const char32_t c : characters) {
        std::string bytes;
        append_utf8(bytes, c);
        for (std::size_t at = utf8.find(bytes); at != std::string::npos; at = utf8.find(bytes, at))
            utf8.erase(at, bytes.size());
    }
    const std::size_t first = utf8.find_first_not_of(' ');
    utf8 = first == std::string::npos ? std::string{} : utf8.substr(first, utf8.find_last_not_of(' ') + 1 - first);
}

} // namespace assets
