#include "geo/basemap/files/toml_file.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace geo {
namespace {

/// The position after the string that begins at `at`, which holds a quotation mark; or the end of the text.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    const char mark = text[at];
    const std::string three(3, mark);
    const bool multiline = text.substr(at, 3) == three;
    for (at += multiline ? 3 : 1; at < text.size(); ++at) {
        if (mark == '"' && text[at] == '\\')
            ++at;
        else if (multiline ? text.substr(at, 3) == three : text[at] == mark || text[at] == '\n')
            return at + (multiline ? 3 : 1);
    }
    return text.size();
}

/// Throws toml::parse_error at the first key of too many parts. Counts the dots between two characters that no key can
/// hold; a value has few dots outside its strings.
void check_keys(std::string_view text) {
    int parts = 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '#') {
            at = std::min(text.find('\n', at), text.size());
            parts = 1;
        } else if (c == '"' || c == '\'') {
            at = end_of_string(text, at) - 1;
        } else if (c == '.' && ++parts > most_toml_key_parts) {
            const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
            const toml::source_position where{static_cast<toml::source_index>(lines + 1), 1};
            throw toml::parse_error{"A key has too many parts", toml::source_region{where, where, {}}};
        } else if (std::string_view{"\n=,{}[]"}.find(c) != std::string_view::npos) {
            parts = 1;
        }
    }
}

} // namespace

toml::table parse_toml(std::string_view text) {
    check_keys(text);
    return toml::parse(text);
}

toml::table read_toml(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    if (!in) throw ReadError{path.string() + ": cannot be read"};
    try {
        return parse_toml(text);
    } catch (const toml::parse_error& error) {
        throw ReadError{path.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                        std::string{error.description()}};
    }
}

} // namespace geo
