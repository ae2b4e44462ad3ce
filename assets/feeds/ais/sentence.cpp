#include "assets/feeds/ais/sentence.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace assets::ais {

namespace {

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool is_printable(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// One or two hexadecimal digits in either case, because some receivers leave out a leading 0. `value` is -1 when there
/// are none.
struct Checksum {
    int value = -1;
    std::size_t digits = 0;
};
Checksum read_checksum(std::string_view text) noexcept {
    Checksum out;
    while (out.digits < 2 && out.digits < text.size() && hex_digit(text[out.digits]) >= 0) {
        out.value = std::max(out.value, 0) * 16 + hex_digit(text[out.digits]);
        ++out.digits;
    }
    return out;
}

int exclusive_or(std::string_view text) noexcept {
    // Eight bytes at once, because every byte of a feed passes through here.
    std::uint64_t eight = 0;
    for (; text.size() >= sizeof eight; text.remove_prefix(sizeof eight)) {
        std::uint64_t next = 0;
        std::memcpy(&next, text.data(), sizeof next);
        eight ^= next;
    }
    eight ^= eight >> 32;
    eight ^= eight >> 16;
    eight ^= eight >> 8;
    auto sum = static_cast<unsigned char>(eight & 0xff);
    for (const char c : text)
        sum = static_cast<unsigned char>(sum ^ static_cast<unsigned char>(c));
    return sum;
}

std::optional<std::int64_t> whole_number(std::string_view text) noexcept {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

/// Removes the text up to the next `separator` from the front of `rest` and returns it.
std::string_view next_field(std::string_view& rest, char separator) noexcept {
    const auto end = std::min(rest.find(separator), rest.size());
    const auto field = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return field;
}

/// 'A' to 'D', ' ' for an empty field, 0 for anything else. C and D are the long-range channels of some receivers.
char channel_of(std::string_view field) noexcept {
    if (field.empty()) return ' ';
    if (field.size() > 1) return 0;
    if (field[0] == '1' || field[0] == '2') return static_cast<char>(field[0] - '1' + 'A');
    return field[0] >= 'A' && field[0] <= 'D' ? field[0] : '\0';
}

/// A field of one digit; -1 for anything else.
int digit_of(std::string_view field) noexcept {
    return field.size() == 1 && is_digit(field[0]) ? field[0] - '0' : -1;
}

} // namespace

std::optional<Instant> unix_time(std::string_view text) noexcept {
    constexpr std::int64_t first_milliseconds = 100'000'000'000; // 1973 as milliseconds, the year 5138 as seconds
    constexpr std::int64_t first_microseconds = 1000 * first_milliseconds;
    constexpr std::int64_t first_nanoseconds = 1000 * first_microseconds;
    const auto point = std::min(text.find('.'), text.size());
    const auto value = whole_number(text.substr(0, point));
    if (!value) return std::nullopt;
    std::chrono::milliseconds fraction{0};
    if (point < text.size()) {
        auto digits = text.substr(point + 1);
        if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
        int unit = 100;
        for (const char c : digits.substr(0, 3)) {
            fraction += std::chrono::milliseconds{(c - '0') * unit};
            unit /= 10;
        }
    }
    Instant time;
    if (*value >= first_nanoseconds)
        time = Instant{std::chrono::milliseconds{*value / 1'000'000}};
    else if (*value >= first_microseconds)
        time = Instant{std::chrono::milliseconds{*value / 1'000}};
    else if (*value >= first_milliseconds)
        time = Instant{std::chrono::milliseconds{*value}};
    else
        time = Instant{std::chrono::seconds{*value}} + fraction;
    if (time > far_future) return std::nullopt;
    return time;
}

std::optional<TagBlock> read_tag_block(std::string_view text) noexcept {
    const auto star = text.rfind('*');
    if (star == std::string_view::npos || !is_printable(text)) return std::nullopt;
    const Checksum sum = read_checksum(text.substr(star + 1));
    if (star + 1 + sum.digits != text.size() || sum.value != exclusive_or(text.substr(0, star))) return std::nullopt;
    TagBlock tag;
    for (auto rest = text.substr(0, star); !rest.empty();) {
        const auto field = next_field(rest, ',');
        if (field.size() < 2 || field[1] != ':') continue;
        const auto value = field.substr(2);
        if (field[0] == 's') tag.source = value;
        if (field[0] == 'c') tag.time = unix_time(value);
        if (field[0] == 'g') tag.group = value.substr(std::min(value.rfind('-') + 1, value.size()));
    }
    return tag;
}

TagBlock read_suffix(std::string_view text) noexcept {
    TagBlock tag;
    std::string_view last;
    while (!text.empty()) {
        last = next_field(text, ',');
        // A station is 'r' or 'b' and a name of at least six characters; 'T59.01' and 'x147521' have other meanings.
        if (last.size() >= 7 && (last[0] == 'r' || last[0] == 'b') && is_printable(last)) tag.source = last;
    }
    // Seconds since 1970 have had ten digits since 2001 and will until 2286.
    if (last.size() == 10 && std::all_of(last.begin(), last.end(), is_digit)) tag.time = unix_time(last);
    return tag;
}

SentenceResult read_sentence(std::string_view text) noexcept {
    // !AIVDM,1,1,,A,PAYLOAD,0*hh
    if (text.size() < 6 || (text.substr(3, 3) != "VDM" && text.substr(3, 3) != "VDO")) return {{}, reason::not_ais};
    const auto star = text.find('*');
    if (star == std::string_view::npos)
        return {{}, text.size() > max_sentence ? reason::sentence_too_long : reason::cut_off};
    if (star > max_sentence) return {{}, reason::sentence_too_long};
    const auto body = text.substr(1, star - 1);
    const Checksum sum = read_checksum(text.substr(star + 1));
    if (sum.digits == 0) return {{}, reason::cut_off};
    if (sum.value != exclusive_or(body)) return {{}, reason::checksum};

    if (std::count(body.begin(), body.end(), ',') != 6) return {{}, reason::malformed};
    Sentence out;
    auto rest = body;
    out.formatter = next_field(rest, ',');
    out.total = digit_of(next_field(rest, ','));
    out.part = digit_of(next_field(rest, ','));
    const auto sequence = next_field(rest, ',');
    out.sequence = digit_of(sequence);
    out.channel = channel_of(next_field(rest, ','));
    out.payload = next_field(rest, ',');
    const int fill = rest.empty() ? 0 : digit_of(rest);
    out.fill_bits = static_cast<unsigned>(std::max(fill, 0));
    out.suffix = text.substr(star + 1 + sum.digits);
    const bool valid = out.formatter.size() == 5 && is_printable(out.formatter) && out.part >= 1 &&
                       out.total >= out.part && out.total <= max_parts && (sequence.empty() || out.sequence >= 0) &&
                       out.channel != 0 && fill >= 0 && fill <= 5 && !out.payload.empty();
    if (!valid) return {{}, reason::malformed};
    return {out, {}};
}

} // namespace assets::ais
