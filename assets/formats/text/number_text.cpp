#include "assets/formats/text/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace assets {
namespace {

constexpr std::array blanks{std::string_view{"\xC2\xA0"}, std::string_view{"\xE2\x80\xAF"},
                            std::string_view{"\xE2\x80\x89"}, std::string_view{"\xE2\x80\x87"},
                            std::string_view{"\xE3\x80\x80"}};
constexpr std::array minuses{std::string_view{"\xE2\x88\x92"}, std::string_view{"\xE2\x80\x93"},
                             std::string_view{"\xEF\xBC\x8D"}, std::string_view{"\xEF\xB9\xA3"}};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

std::optional<double> plain_number(std::string_view digits) {
    if (digits.starts_with('+') && !digits.starts_with("+-")) digits.remove_prefix(1);
    double value = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// The text in ASCII as far as blanks, minus signs and full-width characters are concerned.
std::string in_ascii(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto starts = [&](std::string_view sign) {
            return text.starts_with(sign);
        };
        const auto blank = std::ranges::find_if(blanks, starts), minus = std::ranges::find_if(minuses, starts);
        if (blank != blanks.end()) {
            out += ' ';
            text.remove_prefix(blank->size());
        } else if (minus != minuses.end()) {
            out += '-';
            text.remove_prefix(minus->size());
        } else if (text.starts_with("\xEF\xBC") && text.size() > 2) { // U+FF00 to U+FF3F
            out += static_cast<char>(static_cast<unsigned char>(text[2]) - 0x80U + 0x20U);
            text.remove_prefix(3);
        } else {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    const auto first = out.find_first_not_of(' ');
    return first == std::string::npos ? std::string{} : out.substr(first, out.find_last_not_of(' ') - first + 1);
}

/// The number of groups of three digits, each after `mark`, that follow one to three digits: 2 for 1.234.567. 0 for any
/// other text. A sign may stand first.
int thousands_groups(std::string_view text, char mark) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    std::size_t digits = 0;
    int groups = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_digit(text[i])) {
            ++digits;
        } else if (i == text.size() || text[i] == mark) {
            if (groups == 0 ? digits < 1 || digits > 3 : digits != 3) return 0;
            if (i == text.size()) return groups;
            ++groups;
            digits = 0;
        } else {
            return 0;
        }
    }
    return 0;
}

bool begins_with_zero(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    return text.starts_with('0');
}

std::string without(std::string text, char mark) {
    std::erase(text, mark);
    return text;
}

std::string with_point(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    return text;
}

/// Whether the text is digits, one mark and digits.
bool is_number_with(std::string_view text, char mark) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const auto at = text.find(mark);
    if (at == 0 || at == std::string_view::npos || at + 1 >= text.size()) return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), is_digit) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 1, text.end(), is_digit);
}

NumberText ambiguous(const std::string& decimals, const std::string& thousands) {
    return {.problem =
                fmt::format("can be {} or {}; write one of them without a separator of thousands", decimals, thousands),
            .ambiguous = true};
}

} // namespace

NumberReader::Marks NumberReader::marks() const {
    if (m_marks) return *m_marks;
    Marks found;
    // Where commas separate the values, a value with a comma is in quotes.
    if (m_table && (m_separator != ',' || m_table->has_quotes())) {
        const auto rows = m_table->rows(m_separator);
        for (std::vector<std::string> row; !(found.commas && found.points) && rows->next(row);)
            for (const auto& field : row) {
                found.commas = found.commas || is_number_with(field, ',');
                found.points = found.points || is_number_with(field, '.');
            }
    } else {
        found.points = true;
    }
    m_marks = found;
    return found;
}

NumberText NumberReader::read(std::string_view text, double least, double most) const {
    const bool may_be_thousands = m_separator != '\0' && text.size() > 4 && text[text.size() - 4] == '.';
    if (!may_be_thousands)
        if (const auto value = plain_number(text)) return {value};
    std::string plain = in_ascii(text);
    if (plain.empty()) return {};
    if (m_separator == '\0') return {plain_number(plain)};
    if (thousands_groups(plain, ' ') > 0) plain = without(plain, ' ');
    if (plain.size() > 5 && plain.find(' ') != std::string::npos) { // 1 500,5
        const auto mark = std::min(plain.find_first_of(",."), plain.size());
        if (thousands_groups(std::string_view{plain}.substr(0, mark), ' ') > 0) plain = without(plain, ' ');
    }
    return read_marked(plain, least, most);
}

NumberText NumberReader::read_marked(const std::string& text, double least, double most) const {
    const auto commas = std::count(text.begin(), text.end(), ','), points = std::count(text.begin(), text.end(), '.');
    const auto within = [&](double value) {
        return value >= least && value <= most;
    };
    if (commas == 0) {
        if (points == 1 && thousands_groups(text, '.') == 1 && !begins_with_zero(text) && marks().commas) {
            auto decimals = text;
            decimals[decimals.find('.')] = ',';
            return ambiguous(decimals, without(text, '.'));
        }
        if (points > 1 && thousands_groups(text, '.') > 0)
            return {.problem = "has more than one point; write it without separators of thousands"};
        return {plain_number(text)};
    }
    if (points == 0 && commas == 1) {
        const auto decimals = plain_number(with_point(text));
        const bool may_be_thousands = thousands_groups(text, ',') == 1 && !begins_with_zero(text);
        if (!decimals || !may_be_thousands) return {decimals};
        const auto thousands = plain_number(without(text, ','));
        if (thousands && !within(*thousands) && within(*decimals)) return {decimals};
        // Where semicolons or tabs separate the values, a comma stands before decimals unless other numbers have
        // points.
        if (m_separator != ',' && !marks().points) return {decimals};
        return ambiguous(with_point(text), without(text, ','));
    }
    if (commas == 1 && points > 0 && text.find(',') > text.rfind('.')) { // 1.500,5
        const auto comma = text.find(',');
        if (thousands_groups(std::string_view{text}.substr(0, comma), '.') > 0)
            return {plain_number(with_point(without(text, '.')))};
    }
    if (points == 1 && text.rfind(',') < text.find('.')) { // 1,500.5
        if (thousands_groups(std::string_view{text}.substr(0, text.find('.')), ',') > 0)
            return {plain_number(without(text, ','))};
    }
    if (points == 0 && thousands_groups(text, ',') > 1)
        return {.problem = "has more than one comma; write it without separators of thousands"};
    return {};
}

bool is_spreadsheet_number(std::string_view text) noexcept {
    const auto e = text.find_first_of("eE");
    if (e == 0 || e == std::string_view::npos || e + 2 >= text.size()) return false;
    if (text[e + 1] != '+' && text[e + 1] != '-') return false;
    const auto is_part = [](char c) {
        return is_digit(c) || c == '.' || c == ',';
    };
    return is_digit(text.front()) &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(e), is_part) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(e) + 2, text.end(), is_digit);
}

} // namespace assets
