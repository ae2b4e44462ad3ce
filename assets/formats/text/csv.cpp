#include "assets/formats/text/csv.hpp"

#include "assets/model/values/utf8.hpp"

#include <algorithm>
#include <array>

namespace assets {
namespace {

// Windows-1252 differs from Latin-1 in 0x80..0x9F only; its five undefined bytes become U+FFFD.
constexpr std::array<unsigned, 32> windows_1252{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append_utf8(std::string& out, unsigned code_point) {
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xC0 | (code_point >> 6));
        out += static_cast<char>(0x80 | (code_point & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (code_point >> 12));
        out += static_cast<char>(0x80 | ((code_point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code_point & 0x3F));
    }
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte);
    }
    return out;
}

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

void trim(std::string& text) {
    const auto is_blank = [](char c) {
        return c == ' ' || c == '\t';
    };
    text.erase(std::find_if_not(text.rbegin(), text.rend(), is_blank).base(), text.end());
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_blank));
}

} // namespace

std::optional<DecodedText> decode_text(std::string bytes, std::string& error) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        error = "is UTF-16; save it as UTF-8";
        return std::nullopt;
    }
    if (bytes.find('\0') != std::string::npos) {
        error = "holds NUL bytes, so it is not a text file";
        return std::nullopt;
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    if (is_valid_utf8(bytes)) return DecodedText{std::move(bytes), false};
    return DecodedText{from_windows_1252(bytes), true};
}

CsvReader::CsvReader(std::string_view utf8) : m_text{utf8} {
    if (utf8.starts_with("sep=") && utf8.size() > 4 &&
        std::string_view{",;\t"}.find(utf8[4]) != std::string_view::npos &&
        (utf8.size() == 5 || utf8[5] == '\r' || utf8[5] == '\n')) {
        m_separator = utf8[4];
        m_at = 5;
        end_line();
        return;
    }
    m_separator = most_frequent_separator(utf8);
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
        trim(field);
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
