#include "assets/formats/text/csv.hpp"

#include <algorithm>
#include <array>

namespace assets {
namespace {

char most_frequent_separator(std::string_view text) {
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view separators = ",;\t";
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '\n' || c == '\r'))
            break;
        else if (const auto which = separators.find(c); !quoted && which != std::string_view::npos)
            ++counts[which];
    }
    return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// Blanks that spreadsheets and web pages put around values, besides the space and the tab.
constexpr std::array other_blanks{std::string_view{"\xC2\xA0"},     std::string_view{"\xE2\x80\xAF"},
                                  std::string_view{"\xE2\x80\x89"}, std::string_view{"\xE2\x80\x87"},
                                  std::string_view{"\xE2\x80\x8B"}, std::string_view{"\xE3\x80\x80"},
                                  std::string_view{"\xEF\xBB\xBF"}};

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

std::string_view without_blanks_around(std::string_view text) {
    for (;;) {
        const auto before = text.size();
        while (!text.empty() && is_blank(text.front()))
            text.remove_prefix(1);
        while (!text.empty() && is_blank(text.back()))
            text.remove_suffix(1);
        if (text.empty() || (static_cast<signed char>(text.front()) >= 0 && static_cast<signed char>(text.back()) >= 0))
            return text;
        for (const std::string_view blank : other_blanks) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size());
            if (text.ends_with(blank)) text.remove_suffix(blank.size());
        }
        if (text.size() == before) return text;
    }
}

} // namespace

void trim_field(std::string& text) {
    const std::string_view trimmed = without_blanks_around(text);
    if (trimmed.size() != text.size()) text = std::string{trimmed};
}

std::vector<std::string> list_items(std::string_view text, std::string_view separators) {
    std::vector<std::string> items;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        std::string item{text.substr(0, end)};
        trim_field(item);
        if (!item.empty()) items.push_back(std::move(item));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return items;
}

const std::vector<TableRows::Problem>& TableRows::problems() const noexcept {
    static const std::vector<Problem> none;
    return none;
}

std::unique_ptr<TableRows> CsvText::rows(char separator) const {
    return std::make_unique<CsvReader>(m_text, separator);
}

CsvReader::CsvReader(std::string_view utf8, char separator) : m_text{utf8} {
    if (utf8.starts_with("sep=") && utf8.size() > 4 &&
        std::string_view{",;\t"}.find(utf8[4]) != std::string_view::npos &&
        (utf8.size() == 5 || utf8[5] == '\r' || utf8[5] == '\n')) {
        m_separator = utf8[4];
        m_at = 5;
        end_line();
        return;
    }
    m_separator = separator != '\0' ? separator : most_frequent_separator(utf8);
}

bool CsvReader::next(std::vector<std::string>& fields) {
    while (m_error.empty() && m_at < m_text.size()) {
        m_row_line = m_line;
        if (!read_row(fields)) return false;
        if (std::any_of(fields.begin(), fields.end(), [](const std::string& f) { return !f.empty(); })) return true;
    }
    return false;
}

bool CsvReader::read_row(std::vector<std::string>& fields) {
    fields.clear();
    for (;;) {
        std::string field;
        while (peek() == ' ')
            ++m_at;
        if (peek() == '"') {
            if (!read_quoted(field)) return false;
        } else {
            const std::array stops{m_separator, '\r', '\n'};
            const auto end =
                std::min(m_text.find_first_of(std::string_view{stops.data(), stops.size()}, m_at), m_text.size());
            field = m_text.substr(m_at, end - m_at);
            m_at = end;
        }
        trim_field(field);
        fields.push_back(std::move(field));
        if (m_at >= m_text.size()) return true;
        if (peek() == m_separator) {
            ++m_at;
            continue;
        }
        end_line();
        return true;
    }
}

bool CsvReader::read_quoted(std::string& field) {
    constexpr std::size_t most_quoted_bytes = std::size_t{1} << 20U;
    const int opened = m_line;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '"') {
            if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '"') {
                ++m_at;
                while (peek() == ' ')
                    ++m_at;
                if (m_at >= m_text.size() || peek() == m_separator || peek() == '\r' || peek() == '\n') return true;
                m_error = "text follows a closing quote; write a quote inside quotes twice";
                m_error_line = m_line;
                return false;
            }
            ++m_at;
        }
        if (field.size() >= most_quoted_bytes) break;
        if (c == '\n' || (c == '\r' && (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '\n'))) ++m_line;
        field += c;
    }
    m_error = m_at < m_text.size() ? "a quote is opened here and not closed within 1 MB"
                                   : "a quote is opened here and never closed";
    m_error_line = opened;
    return false;
}

void CsvReader::end_line() {
    if (peek() == '\r') ++m_at;
    if (peek() == '\n') ++m_at;
    ++m_line;
}

} // namespace assets
