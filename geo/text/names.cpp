#include "geo/text/names.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace geo {
namespace {

/// The code point at byte `at`; moves `at` past it. Empty when the bytes are not UTF-8; then `at` moves by one byte.
std::optional<char32_t> next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint8_t>(text[i]);
    };
    const std::uint8_t lead = byte(at++);
    if (lead < 0x80) return lead;
    const int trailing = lead >= 0xF0 && lead < 0xF5   ? 3
                         : lead >= 0xE0 && lead < 0xF0 ? 2
                         : lead >= 0xC2 && lead < 0xE0 ? 1
                                                       : 0;
    if (trailing == 0 || at + static_cast<std::size_t>(trailing) > text.size()) return std::nullopt;
    char32_t code = lead & (0x3FU >> trailing);
    for (int i = 0; i < trailing; ++i) {
        const std::uint8_t next = byte(at + static_cast<std::size_t>(i));
        if ((next & 0xC0) != 0x80) return std::nullopt;
        code = (code << 6) | (next & 0x3FU);
    }
    at += static_cast<std::size_t>(trailing);
    return code;
}

struct LetterRange {
    char32_t first, last;
    std::string_view base; ///< one letter for the whole range, or one for each code point
};

/// Latin letters with marks, from the Unicode charts Latin-1 Supplement, Latin Extended-A, -B and Additional. '.' marks
/// a code point that is not a letter.
constexpr LetterRange latin[] = {
    {0xC0, 0xFF, "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"},
    {0x100, 0x105, "a"},
    {0x106, 0x10D, "c"},
    {0x10E, 0x111, "d"},
    {0x112, 0x11B, "e"},
    {0x11C, 0x123, "g"},
    {0x124, 0x127, "h"},
    {0x128, 0x131, "i"},
    {0x134, 0x135, "j"},
    {0x136, 0x138, "k"},
    {0x139, 0x142, "l"},
    {0x143, 0x14B, "n"},
    {0x14C, 0x151, "o"},
    {0x154, 0x159, "r"},
    {0x15A, 0x161, "s"},
    {0x162, 0x167, "t"},
    {0x168, 0x173, "u"},
    {0x174, 0x175, "w"},
    {0x176, 0x178, "y"},
    {0x179, 0x17E, "z"},
    {0x1A0, 0x1A1, "o"},
    {0x1AF, 0x1B0, "u"},
    {0x1CD, 0x1CE, "a"},
    {0x1CF, 0x1D0, "i"},
    {0x1D1, 0x1D2, "o"},
    {0x1D3, 0x1DC, "u"},
    {0x218, 0x219, "s"},
    {0x21A, 0x21B, "t"},
    {0x1E0A, 0x1E13, "d"},
    {0x1E24, 0x1E2B, "h"},
    {0x1E30, 0x1E35, "k"},
    {0x1E36, 0x1E3D, "l"},
    {0x1E3E, 0x1E43, "m"},
    {0x1E44, 0x1E4B, "n"},
    {0x1E58, 0x1E5F, "r"},
    {0x1E60, 0x1E69, "s"},
    {0x1E6A, 0x1E71, "t"},
    {0x1E80, 0x1E89, "w"},
    {0x1E8E, 0x1E8F, "y"},
    {0x1E90, 0x1E95, "z"},
    {0x1EA0, 0x1EB7, "a"},
    {0x1EB8, 0x1EC7, "e"},
    {0x1EC8, 0x1ECB, "i"},
    {0x1ECC, 0x1EE3, "o"},
    {0x1EE4, 0x1EF1, "u"},
    {0x1EF2, 0x1EF9, "y"},
};

/// The base letter of a Latin letter with a mark; empty for any other code point.
std::optional<char> plain_letter(char32_t code) {
    for (const auto& [first, last, base] : latin) {
        if (code < first || code > last) continue;
        const char letter = base.size() == 1 ? base[0] : base[code - first];
        return letter == '.' ? std::nullopt : std::optional{letter};
    }
    return std::nullopt;
}

bool is_dropped(char32_t code) {
    if (code < 0x80) return true;                      // ASCII signs; the caller handles letters and digits
    return code < 0xC0 || code == 0xD7 || code == 0xF7 // Latin-1 signs
           || (code >= 0x2B0 && code <= 0x36F)         // modifier letters (ʻokina), combining marks
           || (code >= 0x2000 && code <= 0x206F)       // curly quotes, dashes, spaces
           || (code >= 0x3000 && code <= 0x303F)       // CJK punctuation
           || code == 0x30FB || code == 0xFEFF || code == 0xFFFD;
}

void append_utf8(std::string& out, char32_t code) {
    const auto put = [&](char32_t bits) {
        out.push_back(static_cast<char>(bits));
    };
    if (code < 0x800) {
        put(0xC0 | (code >> 6));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
    }
    put(0x80 | (code & 0x3F));
}

std::u32string code_points(std::string_view utf8) {
    std::u32string result;
    for (std::size_t at = 0; at < utf8.size();)
        if (const auto code = next_code_point(utf8, at)) result.push_back(*code);
    return result;
}

std::size_t alignment_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

} // namespace

std::string fold_name(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        if (const char c = utf8[at]; static_cast<unsigned char>(c) < 0x80) { // most letters; signs are dropped
            ++at;
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                folded.push_back(c);
            else if (c >= 'A' && c <= 'Z')
                folded.push_back(static_cast<char>(c - 'A' + 'a'));
            continue;
        }
        const auto code = next_code_point(utf8, at);
        if (!code) continue;
        if (const auto letter = plain_letter(*code)) {
            folded.push_back(*letter);
        } else if (!is_dropped(*code)) {
            append_utf8(folded, *code);
        }
    }
    return folded;
}

std::string with_spaces(std::string_view name) {
    std::string words{name};
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    return alignment_distance(code_points(fold_name(a)), code_points(fold_name(b)));
}

namespace {

/// The longest known name that is a prefix of `wrong` ("robin" for "robinson") and is at least four
/// bytes long when folded. Empty when there is none.
template <class Names>
std::string_view longest_prefix_of(std::string_view wrong, const Names& known) {
    constexpr std::size_t min_prefix_bytes = 4;
    const std::string folded = fold_name(wrong);
    std::string_view longest;
    for (const std::string_view name : known) {
        const std::string prefix = fold_name(name);
        if (prefix.size() >= min_prefix_bytes && name.size() > longest.size() && folded.starts_with(prefix))
            longest = name;
    }
    return longest;
}

template <class Names>
std::string nearest_of(std::string_view wrong, const Names& known) {
    constexpr std::size_t max_typo_bytes = 80;
    if (wrong.size() > max_typo_bytes) return {};
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(1, wrong.size() / 3) + 1;
    for (const std::string_view name : known) {
        if (name.empty()) continue;
        if (const auto distance = edit_distance(wrong, name); distance < best_distance) {
            best = name;
            best_distance = distance;
        }
    }
    return std::string{best.empty() ? longest_prefix_of(wrong, known) : best};
}

std::string suggestion(const std::string& name) {
    return name.empty() ? name : "; did you mean '" + name + "'?";
}

} // namespace

std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> known) {
    return suggestion(nearest_of(wrong, known));
}

std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& known) {
    return suggestion(nearest_of(wrong, known));
}

std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& known, std::string_view otherwise) {
    const std::string text = did_you_mean(wrong, known);
    return text.empty() ? std::string{otherwise} : text;
}

std::string did_you_mean_or_list(std::string_view wrong, const std::vector<std::string>& known) {
    std::string text = did_you_mean(wrong, known);
    if (!text.empty() || known.empty()) return text;
    for (std::size_t i = 0; i < known.size(); ++i)
        text += (i == 0 ? "; use " : i + 1 < known.size() ? ", " : " or ") + known[i];
    return text;
}

std::vector<std::string> close_names(std::string_view name, const std::vector<std::string>& known, std::size_t count) {
    constexpr std::size_t letters_per_error = 4, most_errors = 3;
    const std::u32string wanted = code_points(fold_name(name));
    const std::size_t allowed = std::min(most_errors, (wanted.size() + 1) / letters_per_error);
    std::vector<std::pair<std::size_t, std::size_t>> ranked; // distance, index in `known`
    for (std::size_t i = 0; i < known.size(); ++i) {
        const std::u32string other = code_points(fold_name(known[i]));
        const std::size_t longer = std::max(wanted.size(), other.size()),
                          shorter = std::min(wanted.size(), other.size());
        if (longer - shorter > allowed) continue;
        const std::size_t distance = alignment_distance(wanted, other);
        if (distance <= allowed) ranked.emplace_back(distance, i);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> result;
    for (const auto& [distance, i] : ranked) {
        if (result.size() == count) break;
        if (std::find(result.begin(), result.end(), known[i]) == result.end()) result.push_back(known[i]);
    }
    return result;
}

} // namespace geo
