#include "assets/formats/text/decode.hpp"

#include "assets/model/values/utf8.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <iconv.h>

namespace assets {
namespace {

// Windows-1252 differs from Latin-1 in 0x80..0x9F only; its five undefined bytes become U+FFFD.
constexpr std::array<unsigned, 32> windows_1252{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte);
    }
    return out;
}

/// Whether European text in Windows-1252 may hold this byte above 7F: a letter, or a sign that people type.
bool is_european(unsigned char byte) {
    constexpr std::string_view letters_and_signs = "\x8A\x8C\x8E\x9A\x9C\x9E\x9F"          // ŠŒŽšœžŸ
                                                   "\x80\x85\x91\x92\x93\x94\x96\x97"      // €…‘’“”–—
                                                   "\xA0\xA3\xA7\xAA\xAB\xB0\xB4\xBA\xBB"; // no-break space £§ª«°´º»
    if (byte >= 0xC0) return byte != 0xD7 && byte != 0xF7;
    return letters_and_signs.find(static_cast<char>(byte)) != std::string_view::npos;
}

bool looks_european(std::string_view bytes) {
    constexpr int most_in_a_row = 3;
    int in_a_row = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            in_a_row = 0;
            continue;
        }
        if (++in_a_row > most_in_a_row || !is_european(byte)) return false;
    }
    return true;
}

/// The name of an encoding for iconv: the supersets that Windows writes under these names.
const char* iconv_name(std::string_view encoding) {
    if (encoding == "shift_jis") return "CP932";
    if (encoding == "euc-kr") return "CP949";
    if (encoding == "gbk") return "GB18030";
    if (encoding == "big5") return "BIG5-HKSCS";
    return encoding == "UTF-16BE" ? "UTF-16BE" : "UTF-16LE";
}

/// Converts a text by iconv. Stops at the first byte that does not belong to the encoding.
struct Converted {
    std::string utf8;
    std::size_t bytes_read = 0;
    bool available = false; ///< the system knows the encoding
};
Converted convert(std::string_view bytes, std::string_view encoding) {
    Converted result;
    if (encoding == "windows-1252") return {from_windows_1252(bytes), bytes.size(), true};
    const ::iconv_t converter = ::iconv_open("UTF-8", iconv_name(encoding));
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the value that iconv_open() gives on failure
    if (converter == reinterpret_cast<::iconv_t>(-1)) return result;
    result.available = true;
    std::string out(bytes.size() * 3 + 16, '\0'); // no character of these encodings grows more
    std::string in{bytes};
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size(), room = out.size();
    (void)::iconv(converter, &from, &left, &to, &room);
    (void)::iconv(converter, nullptr, nullptr, &to, &room);
    ::iconv_close(converter);
    out.resize(out.size() - room);
    result.bytes_read = in.size() - left;
    result.utf8 = std::move(out);
    return result;
}

int line_at(std::string_view bytes, std::size_t at) {
    const auto before = bytes.substr(0, at);
    const auto newlines = std::count(before.begin(), before.end(), '\n');
    return static_cast<int>(newlines > 0 ? newlines : std::count(before.begin(), before.end(), '\r')) + 1;
}

/// The value that holds the first byte above 7F.
std::string_view first_foreign_value(std::string_view bytes) {
    const auto at = static_cast<std::size_t>(
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) -
        bytes.begin());
    constexpr std::string_view ends = ",;\t\r\n\"";
    const auto begin = at == 0 ? std::string_view::npos : bytes.find_last_of(ends, at - 1);
    const auto first = begin == std::string_view::npos ? 0 : begin + 1;
    constexpr std::size_t most = 40;
    return bytes.substr(first, std::min(bytes.find_first_of(ends, at), bytes.size()) - first).substr(0, most);
}

/// "shift_jis 'ﾁﾉﾄｪ', gbk '辽宁'": how each encoding would read the value.
std::string readings_of(std::string_view value) {
    std::string list;
    for (const std::string_view encoding : text_encodings) {
        const Converted read = convert(value, encoding);
        if (!read.available || read.bytes_read != value.size()) continue;
        list += fmt::format("{}{} '{}'", list.empty() ? "" : ", ", encoding, read.utf8);
    }
    return list;
}

std::optional<DecodedText> decode_as(const std::string& bytes, std::string_view encoding, DecodeError& error) {
    Converted read = convert(bytes, encoding);
    if (read.available && read.bytes_read == bytes.size())
        return DecodedText{std::move(read.utf8), std::string{encoding}};
    error.of_encoding = true;
    if (!read.available) {
        error.message = fmt::format("cannot be read as {}, which this system does not know", encoding);
        return std::nullopt;
    }
    error.line = line_at(bytes, read.bytes_read);
    error.message = fmt::format("holds bytes that are not {}", encoding);
    return std::nullopt;
}

} // namespace

std::optional<DecodedText> decode_text(std::string bytes, DecodeError& error, std::string_view encoding) {
    error = {};
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        const bool big_endian = bytes.starts_with("\xFE\xFF");
        auto decoded = decode_as(bytes.substr(2), big_endian ? "UTF-16BE" : "UTF-16LE", error);
        if (!decoded) return std::nullopt;
        if (decoded->utf8.find('\0') != std::string::npos) {
            error.message = "holds NUL characters, so it is not a text file";
            return std::nullopt;
        }
        return decoded;
    }
    if (bytes.find('\0') != std::string::npos) {
        error.message = "holds NUL bytes, so it is not a text file";
        return std::nullopt;
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    if (is_valid_utf8(bytes)) return DecodedText{std::move(bytes)};
    if (!encoding.empty()) return decode_as(bytes, encoding, error);
    if (looks_european(bytes)) return DecodedText{from_windows_1252(bytes), std::string{windows_1252_name}};
    const std::string_view value = first_foreign_value(bytes);
    error.of_encoding = true;
    error.line = line_at(bytes, static_cast<std::size_t>(value.data() - bytes.data()));
    error.message =
        fmt::format("is not UTF-8; save it as UTF-8, or add encoding = \"...\" under [read]: the first name "
                    "would be {}",
                    readings_of(value));
    return std::nullopt;
}

std::string decode_beginning(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return convert(bytes.substr(2), "UTF-16LE").utf8;
    if (bytes.starts_with("\xFE\xFF")) return convert(bytes.substr(2), "UTF-16BE").utf8;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::string text{bytes};
    if (is_valid_utf8(text)) return text;
    std::string out;
    for (const char c : bytes)
        if (static_cast<unsigned char>(c) < 0x80)
            out += c;
        else
            out += replacement_character;
    return out;
}

} // namespace assets
