#include "assets/model/values/time_forms.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include <fmt/format.h>

namespace assets {
namespace {

using namespace std::chrono;

constexpr std::size_t longest_text = 80;
/// Zones that people write as letters, with what to write instead.
struct ZoneName {
    std::string_view letters, offsets;
};
constexpr std::array zone_names{
    ZoneName{"jst", "+09:00"},
    ZoneName{"kst", "+09:00"},
    ZoneName{"hkt", "+08:00"},
    ZoneName{"sgt", "+08:00"},
    ZoneName{"pht", "+08:00"},
    ZoneName{"awst", "+08:00"},
    ZoneName{"ict", "+07:00"},
    ZoneName{"wib", "+07:00"},
    ZoneName{"chst", "+10:00"},
    ZoneName{"aest", "+10:00"},
    ZoneName{"aedt", "+11:00"},
    ZoneName{"acst", "+09:30"},
    ZoneName{"nzst", "+12:00"},
    ZoneName{"nzdt", "+13:00"},
    ZoneName{"vlat", "+10:00"},
    ZoneName{"msk", "+03:00"},
    ZoneName{"eet", "+02:00"},
    ZoneName{"eest", "+03:00"},
    ZoneName{"cet", "+01:00"},
    ZoneName{"cest", "+02:00"},
    ZoneName{"wet", "+00:00"},
    ZoneName{"hst", "-10:00"},
    ZoneName{"akst", "-09:00"},
    ZoneName{"akdt", "-08:00"},
    ZoneName{"pdt", "-07:00"},
    ZoneName{"mst", "-07:00"},
    ZoneName{"mdt", "-06:00"},
    ZoneName{"cdt", "-05:00"},
    ZoneName{"est", "-05:00"},
    ZoneName{"edt", "-04:00"},
    ZoneName{"pst", "-08:00 (Pacific) or +08:00 (Philippines)"},
    ZoneName{"cst", "+08:00 (China) or -06:00 (Central)"},
    ZoneName{"ist", "+05:30 (India), +02:00 (Israel) or +01:00 (Ireland)"},
    ZoneName{"bst", "+01:00 (Britain) or +06:00 (Bangladesh)"},
};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) noexcept {
    return c >= 'a' && c <= 'z';
}

int whole(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// The text in small ASCII letters, with plain blanks, digits and signs for those of other scripts.
std::string simplified(std::string_view text) {
    struct Replacement {
        std::string_view from, to;
    };
    constexpr std::array replacements{
        Replacement{"\xC2\xA0", " "},     Replacement{"\xE2\x80\xAF", " "}, Replacement{"\xE2\x80\x89", " "},
        Replacement{"\xE3\x80\x80", " "}, Replacement{"\xE2\x88\x92", "-"}, Replacement{"\xE2\x80\x91", "-"},
        Replacement{"\xE2\x80\x93", "-"}, Replacement{"年", "-"},           Replacement{"月", "-"},
        Replacement{"日", " "},           Replacement{"년", "-"},           Replacement{"월", "-"},
        Replacement{"일", " "},
    };
    std::string out;
    while (!text.empty()) {
        const auto found =
            std::ranges::find_if(replacements, [&](const Replacement& r) { return text.starts_with(r.from); });
        const auto second = text.size() > 2 ? static_cast<unsigned char>(text[1]) : 0U;
        if (found != replacements.end()) {
            out += found->to;
            text.remove_prefix(found->from.size());
            while (found->to == "-" && found->from.size() == 3 && text.starts_with(' '))
                text.remove_prefix(1);                                                           // 2024년 7월
        } else if (text.size() > 2 && text[0] == '\xEF' && (second == 0xBC || second == 0xBD)) { // full-width forms
            const auto third = static_cast<unsigned char>(text[2]);
            const unsigned code = second == 0xBC ? third - 0x80U + 0x20U : third - 0x80U + 0x60U;
            out += code < 0x7F ? static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code) : '\x7F';
            text.remove_prefix(3);
        } else {
            const char c = text.front();
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            text.remove_prefix(1);
        }
    }
    const auto first = out.find_first_not_of(" \t"), last = out.find_last_not_of(" \t");
    return first == std::string::npos ? std::string{} : out.substr(first, last - first + 1);
}

struct ClockTime {
    int h = 0, min = 0, s = 0;
    milliseconds fraction{0};
    [[nodiscard]] bool valid() const {
        const bool end_of_day = h == 24 && min == 0 && s == 0 && fraction == milliseconds{0};
        return (h <= 23 || end_of_day) && min <= 59 && s <= 60;
    }
    [[nodiscard]] milliseconds since_midnight() const { return hours{h} + minutes{min} + seconds{s} + fraction; }
};

enum class Half { None, Morning, Afternoon };

struct DateNumber {
    int value;
    std::size_t digits;
};

/// Reads the parts of a date and a clock one after the other.
class Reader {
public:
    explicit Reader(std::string_view text) : m_rest{text} {}

    /// False if a part is not understood, or stands twice.
    bool read_parts();
    [[nodiscard]] WrittenTime result(double utc_offset_h, DateOrder) const;

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const { return ahead < m_rest.size() ? m_rest[ahead] : '\0'; }
    std::string_view take_run(bool (*is)(char)) {
        std::size_t n = 0;
        while (n < m_rest.size() && is(m_rest[n]))
            ++n;
        const auto run = m_rest.substr(0, n);
        m_rest.remove_prefix(n);
        return run;
    }
    void skip_blanks() {
        while (peek() == ' ' || peek() == '\t')
            m_rest.remove_prefix(1);
    }
    bool take(char c) {
        if (peek() != c || m_rest.empty()) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    void skip_separator();
    bool take_fraction();
    bool take_number();
    bool take_clock(std::string_view hour);
    bool take_compact_clock(std::string_view digits);
    bool take_word();
    bool take_zone();
    bool take_letters_of_zone(std::string_view word);
    bool take_half();
    [[nodiscard]] bool has_date() const { return m_numbers.size() + (m_month ? 1 : 0) >= 3 || m_compact; }
    [[nodiscard]] std::optional<year_month_day> date(DateOrder, WrittenTime&) const;
    [[nodiscard]] std::optional<year_month_day> named_month_date(WrittenTime&) const;
    [[nodiscard]] std::optional<year_month_day> number_date(DateOrder, WrittenTime&) const;

    std::string_view m_rest;
    std::vector<DateNumber> m_numbers;
    std::optional<unsigned> m_month; ///< 1 to 12
    std::size_t m_numbers_before_month = 0;
    bool m_compact = false; ///< m_numbers are the year, month and day of 20240731
    bool m_after_separator = false;
    std::optional<ClockTime> m_clock;
    Half m_half = Half::None;
    std::optional<seconds> m_zone;
    std::string m_zone_letters; ///< a zone that is not a number
};

/// Skips a hyphen, slash or full stop between the parts of a date.
void Reader::skip_separator() {
    const char c = peek();
    if (c != '-' && c != '/' && c != '.') return;
    std::size_t next = 1;
    while (c == '.' && peek(next) == ' ')
        ++next; // 2024. 7. 31.
    if (next >= m_rest.size() ? c == '.' : is_digit(peek(next)) || is_letter(peek(next))) {
        m_rest.remove_prefix(next);
        m_after_separator = !m_rest.empty() && next == 1;
    }
}

/// False if there are more than nine digits.
bool Reader::take_fraction() {
    if ((peek() != '.' && peek() != ',') || !is_digit(peek(1))) return true;
    m_rest.remove_prefix(1);
    int unit = 100;
    const auto digits = take_run(is_digit);
    for (const char c : digits) {
        m_clock->fraction += milliseconds{(c - '0') * unit};
        unit /= 10;
    }
    return digits.size() <= 9;
}

bool Reader::take_clock(std::string_view hour) {
    if (m_clock || m_after_separator || hour.size() > 2) return false;
    m_clock = ClockTime{.h = whole(hour)};
    if (!take(':')) return false;
    const auto minute = take_run(is_digit);
    if (minute.size() != 2) return false;
    m_clock->min = whole(minute);
    if (take(':')) {
        const auto second = take_run(is_digit);
        if (second.size() != 2) return false;
        m_clock->s = whole(second);
        if (!take_fraction()) return false;
    }
    return m_clock->valid();
}

bool Reader::take_compact_clock(std::string_view digits) {
    if (m_clock || m_after_separator) return false;
    m_clock = ClockTime{.h = whole(digits.substr(0, 2)), .min = whole(digits.substr(2, 2))};
    if (digits.size() == 6) {
        m_clock->s = whole(digits.substr(4, 2));
        if (!take_fraction()) return false;
    }
    return m_clock->valid();
}

/// "am", "p.m."
bool Reader::take_half() {
    const char first = peek();
    if (first != 'a' && first != 'p') return false;
    const bool dotted = peek(1) == '.' && peek(2) == 'm';
    if (!dotted && peek(1) != 'm') return false;
    const std::size_t end = dotted ? (peek(3) == '.' ? 4 : 3) : 2;
    if (is_letter(peek(end)) || !m_clock || m_half != Half::None) return false;
    m_half = first == 'a' ? Half::Morning : Half::Afternoon;
    m_rest.remove_prefix(end);
    return true;
}

bool Reader::take_number() {
    const auto digits = take_run(is_digit);
    if (peek() == ':') return take_clock(digits);
    if (has_date() && !m_clock && (digits.size() == 4 || digits.size() == 6)) return take_compact_clock(digits);
    if (has_date() && !m_clock && digits.size() <= 2) { // 3 PM
        skip_blanks();
        m_clock = ClockTime{.h = whole(digits)};
        return take_half();
    }
    if (digits.size() == 8 && m_numbers.empty() && !m_month) {
        m_numbers = {{whole(digits.substr(0, 4)), 4}, {whole(digits.substr(4, 2)), 2}, {whole(digits.substr(6, 2)), 2}};
        m_compact = true;
        return true;
    }
    if (has_date() || digits.size() > 4) return false;
    m_numbers.push_back({whole(digits), digits.size()});
    m_after_separator = false;
    for (const std::string_view ordinal : {"st", "nd", "rd", "th"})
        if (m_rest.starts_with(ordinal) && !is_letter(peek(2)) && digits.size() <= 2) m_rest.remove_prefix(2);
    skip_separator();
    return true;
}

bool Reader::take_letters_of_zone(std::string_view word) {
    if (m_zone) return !m_zone_letters.empty() ? false : true; // +0900 (JST)
    if (!m_clock || !m_zone_letters.empty()) return false;
    m_zone_letters = word;
    return true;
}

/// "+09", "+0900", "+09:00", "+9"
bool Reader::take_zone() {
    if (!m_clock || (m_zone && *m_zone != seconds{0})) return false;
    const int sign = take('-') ? -1 : (take('+'), 1);
    const auto digits = take_run(is_digit);
    if (digits.empty() || digits.size() > 4 || digits.size() == 3) return false;
    const int h = whole(digits.substr(0, std::min<std::size_t>(2, digits.size())));
    int min = digits.size() == 4 ? whole(digits.substr(2)) : 0;
    if (digits.size() <= 2 && peek() == ':' && is_digit(peek(1))) {
        m_rest.remove_prefix(1);
        const auto minute = take_run(is_digit);
        if (minute.size() != 2) return false;
        min = whole(minute);
    }
    if (h > 14 || min > 59) return false;
    m_zone = sign * (hours{h} + minutes{min});
    return true;
}

bool Reader::take_word() {
    if (take_half()) return true;
    if (peek() == 't' && is_digit(peek(1)) && has_date() && !m_clock) { // between date and clock
        m_rest.remove_prefix(1);
        m_after_separator = false;
        return true;
    }
    const auto word = take_run(is_letter);
    if (const auto month = name_index(english_months, word)) {
        if (m_month) return false;
        m_month = *month + 1;
        m_numbers_before_month = m_numbers.size();
        m_after_separator = false;
        skip_separator();
        return true;
    }
    if (name_index(english_weekdays, word)) {
        take('.');
        return true;
    }
    if (word == "z" || word == "utc" || word == "gmt" || word == "ut") {
        if (!m_clock || m_zone || !m_zone_letters.empty()) return false;
        m_zone = seconds{0};
        if (word != "z" && (peek() == '+' || peek() == '-')) return take_zone();
        return true;
    }
    if (word == "at" || word == "of") return !m_numbers.empty();
    return take_letters_of_zone(word);
}

bool Reader::read_parts() {
    for (;;) {
        while (peek() == ' ' || peek() == ',' || peek() == '\t')
            m_rest.remove_prefix(1);
        if (m_rest.empty()) return true;
        const char c = peek();
        if (is_digit(c)) {
            if (!take_number()) return false;
        } else if (is_letter(c)) {
            if (!take_word()) return false;
        } else if (c == '+' || c == '-') {
            if (!take_zone()) return false;
        } else if (c == '(' || c == ')') {
            m_rest.remove_prefix(1);
        } else {
            return false;
        }
    }
}

/// The year that two digits mean, as in POSIX.
int full_year(int two_digits) {
    return two_digits + (two_digits < 69 ? 2000 : 1900);
}

std::optional<year_month_day> valid(int y, int m, int d) {
    const year_month_day date = year{y} / month{static_cast<unsigned>(m)} / day{static_cast<unsigned>(d)};
    return date.ok() && y >= 1 && m >= 1 && d >= 1 ? std::optional{date} : std::nullopt;
}

std::optional<year_month_day> Reader::named_month_date(WrittenTime& read) const {
    const auto m = static_cast<int>(*m_month);
    if (m_numbers.size() == 1) {
        if (m_numbers[0].digits != 4) {
            read.problem = "has no year";
            return std::nullopt;
        }
        return valid(m_numbers[0].value, m, 1);
    }
    if (m_numbers.size() != 2) return std::nullopt;
    const DateNumber &first = m_numbers[0], &second = m_numbers[1];
    if (first.digits == 4 && second.digits <= 2) return valid(first.value, m, second.value);
    if (first.digits > 2) return std::nullopt;
    if (second.digits == 4) return valid(second.value, m, first.value);
    if (second.digits != 2 || m_numbers_before_month != 1) return std::nullopt; // "4-14 March" has two days and no year
    const int y = full_year(second.value);
    const auto date = valid(y, m, first.value);
    if (date) read.read_as = fmt::format("in the year {}", y);
    return date;
}

std::optional<year_month_day> Reader::number_date(DateOrder order, WrittenTime& read) const {
    if (m_numbers.size() != 3) return std::nullopt;
    const auto [a, b, c] = std::tuple{m_numbers[0], m_numbers[1], m_numbers[2]};
    if (a.digits == 4) return b.digits <= 2 && c.digits <= 2 ? valid(a.value, b.value, c.value) : std::nullopt;
    if (a.digits > 2 || b.digits > 2) return std::nullopt;
    if (c.digits == 2) {
        read.problem = "has a year of two digits; write four, for example 2024-07-31";
        return std::nullopt;
    }
    if (c.digits != 4) return std::nullopt;
    if (order == DateOrder::DayMonthYear) return valid(c.value, b.value, a.value);
    return order == DateOrder::MonthDayYear ? valid(c.value, a.value, b.value) : std::nullopt;
}

std::optional<year_month_day> Reader::date(DateOrder order, WrittenTime& read) const {
    if (m_compact && (m_numbers[0].value < 1900 || m_numbers[0].value > 2099)) return std::nullopt;
    return m_month ? named_month_date(read) : number_date(order, read);
}

WrittenTime Reader::result(double utc_offset_h, DateOrder order) const {
    WrittenTime read;
    const auto day = date(order, read);
    if (!day) return read;
    if (!m_zone_letters.empty()) {
        const auto known =
            std::ranges::find_if(zone_names, [&](const ZoneName& zone) { return zone.letters == m_zone_letters; });
        std::string shown = m_zone_letters;
        std::ranges::transform(shown, shown.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
        read.problem = known == zone_names.end()
                           ? fmt::format("has a zone in letters; write its offset such as +09:00 instead of {}", shown)
                           : fmt::format("has a zone in letters; write {} instead of {}", known->offsets, shown);
        return read;
    }
    const seconds local{std::llround(utc_offset_h * 3600.0)};
    if (!m_clock) {
        const bool is_month = m_month && m_numbers.size() == 1;
        const Instant first = sys_days{*day} - local;
        const sys_days after =
            is_month ? sys_days{(day->year() / day->month() + std::chrono::months{1}) / 1} : sys_days{*day} + days{1};
        read.time = TimeText{first, Instant{after} - local - tick, is_month ? Precision::Month : Precision::Day};
        return read;
    }
    if (m_month && m_numbers.size() == 1) return read; // a month has no clock
    ClockTime clock = *m_clock;
    if (m_half != Half::None) {
        if (clock.h > 12 || (clock.h == 0 && m_half == Half::Afternoon)) {
            read.problem = "has an hour that is not one of the 12-hour clock";
            return read;
        }
        clock.h = clock.h % 12 + (m_half == Half::Afternoon ? 12 : 0);
    }
    const Instant at = sys_days{*day} + clock.since_midnight() - m_zone.value_or(local);
    read.time = TimeText{at, at, Precision::Time};
    read.has_zone = m_zone.has_value();
    return read;
}

/// The offset of a military zone letter; empty for J, which means local time.
std::optional<int> military_zone_h(char letter) {
    if (letter == 'z') return 0;
    if (letter >= 'a' && letter <= 'i') return letter - 'a' + 1;
    if (letter >= 'k' && letter <= 'm') return letter - 'k' + 10;
    if (letter >= 'n' && letter <= 'y') return -(letter - 'n' + 1);
    return std::nullopt;
}

/// Reads a date-time group, `311200ZJUL2024`, also with blanks. Empty if the text has another form.
std::optional<WrittenTime> date_time_group(std::string_view simple) {
    std::string text{simple};
    std::erase(text, ' ');
    constexpr std::size_t size_with_two_digits = 12, size_with_four_digits = 14;
    if (text.size() != size_with_two_digits && text.size() != size_with_four_digits) return std::nullopt;
    const std::string_view view{text};
    const auto all = [](std::string_view part, bool (*is)(char)) {
        return std::all_of(part.begin(), part.end(), is);
    };
    if (!all(view.substr(0, 6), is_digit) || !all(view.substr(6, 4), is_letter) || !all(view.substr(10), is_digit))
        return std::nullopt;
    const auto month = name_index(english_months, view.substr(7, 3));
    if (!month) return std::nullopt;
    WrittenTime read;
    const bool two_digits = view.size() == size_with_two_digits;
    const int y = two_digits ? full_year(whole(view.substr(10))) : whole(view.substr(10));
    const auto date = valid(y, static_cast<int>(*month) + 1, whole(view.substr(0, 2)));
    const ClockTime clock{.h = whole(view.substr(2, 2)), .min = whole(view.substr(4, 2))};
    if (!date || !clock.valid()) return read;
    const auto zone_h = military_zone_h(view[6]);
    if (!zone_h) {
        read.problem = "is in local time (J); write Z or the zone's letter instead of J";
        return read;
    }
    const Instant at = sys_days{*date} + clock.since_midnight() - hours{*zone_h};
    read.time = TimeText{at, at, Precision::Time};
    read.has_zone = true;
    if (two_digits) read.read_as = fmt::format("in the year {}", y);
    if (*zone_h != 0)
        read.read_as += fmt::format("{}in the zone {}{:02}:00", read.read_as.empty() ? "" : ", ",
                                    *zone_h < 0 ? '-' : '+', std::abs(*zone_h));
    return read;
}

/// A number of digits with an optional fraction: `45504.25`.
struct DecimalText {
    std::size_t digits;
    double value;
};
std::optional<DecimalText> decimal_text(std::string_view text) {
    const auto digits = std::min(text.find('.'), text.size());
    const auto fraction = text.substr(std::min(digits + 1, text.size()));
    if (digits == 0 || digits > 17 ||
        !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(digits), is_digit) ||
        !std::all_of(fraction.begin(), fraction.end(), is_digit))
        return std::nullopt;
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{}) return std::nullopt;
    return DecimalText{digits, value};
}

constexpr sys_days day_zero_of_1900 = year{1899} / December / 30, day_zero_of_1904 = year{1904} / January / 1;

/// A number of days, the fraction of which is the clock; the clock is rounded to seconds.
std::optional<TimeText> serial_time(const DecimalText& number, bool whole_day, double utc_offset_h, DateOrder order) {
    constexpr double last_serial = 2'958'466; // 10000-01-01
    const bool from_1904 = order == DateOrder::Serial1904;
    // Below 61 the calendar of 1900 counts a 29 February that did not exist.
    if (number.value < (from_1904 ? 0 : 61) || number.value >= last_serial - (from_1904 ? 1462 : 0))
        return std::nullopt;
    const Instant zero = (from_1904 ? day_zero_of_1904 : day_zero_of_1900) - seconds{std::llround(utc_offset_h * 3600)};
    const Instant at = zero + seconds{std::llround(number.value * 86'400)};
    if (!whole_day) return TimeText{at, at, Precision::Time};
    return TimeText{at, at + days{1} - tick, Precision::Day};
}

/// Texts that consist of digits.
WrittenTime number_as_time(std::string_view text, const DecimalText& number, double utc_offset_h, DateOrder order) {
    WrittenTime read;
    const bool has_fraction = text.find('.') != std::string_view::npos;
    if (order == DateOrder::Serial || order == DateOrder::Serial1904) {
        if (number.digits <= 7 && number.digits != 4) {
            read.time = serial_time(number, number.value == std::floor(number.value), utc_offset_h, order);
            if (read.time) return read;
        }
    }
    constexpr double end_of_2099 = 4'102'444'800;
    if (number.digits == 10 && number.value < end_of_2099) {
        const Instant at{milliseconds{std::llround(number.value * 1000)}};
        return {TimeText{at, at, Precision::Time}, true, "Unix seconds", {}};
    }
    if (number.digits == 13 && number.value / 1000 < end_of_2099) {
        const Instant at{milliseconds{static_cast<std::int64_t>(number.value)}};
        return {TimeText{at, at, Precision::Time}, true, "Unix milliseconds", {}};
    }
    if (has_fraction && number.digits != 5) return read;
    if (const std::string day = spreadsheet_date(text); !day.empty()) {
        read.problem =
            fmt::format("is {} in a spreadsheet; write the date, or add dates = \"serial\" under [read]", day);
    } else if (number.digits == 12 || number.digits == 14) { // 202407310600, 20240731060000
        const auto iso = fmt::format("{} {}", text.substr(0, 8), text.substr(8));
        Reader reader{iso};
        if (reader.read_parts()) return reader.result(utc_offset_h, order);
    } else if (number.digits == 8) {
        Reader reader{text};
        if (reader.read_parts()) return reader.result(utc_offset_h, order);
    }
    return read;
}

bool is_exponent_form(std::string_view text) {
    const auto e = text.find('e');
    if (e == std::string_view::npos || e == 0 || e + 1 >= text.size()) return false;
    const auto is_part = [](char c) {
        return is_digit(c) || c == '.' || c == '+' || c == '-';
    };
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(e), is_part) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(e) + 1, text.end(), is_part);
}

} // namespace

std::string spreadsheet_date(std::string_view text) {
    constexpr double least = 18'264, most = 66'000; // 1950 to 2080
    const auto number = decimal_text(text);
    if (!number || number->digits != 5 || number->value < least || number->value > most) return {};
    const auto time = serial_time(*number, number->value == std::floor(number->value), 0, DateOrder::Serial);
    if (!time) return {};
    const std::string iso = to_iso(time->first);
    return time->precision == Precision::Day ? iso.substr(0, 10) : iso.substr(0, 10) + " " + iso.substr(11, 5);
}

WrittenTime read_other_time(std::string_view text, double utc_offset_h, DateOrder order) {
    if (text.size() > longest_text) return {};
    const std::string simple = simplified(text);
    if (simple.empty()) return {};
    if (const auto number = decimal_text(simple)) return number_as_time(simple, *number, utc_offset_h, order);
    if (is_exponent_form(simple))
        return {{}, false, {}, "was written by a spreadsheet, which has dropped digits; write the date itself"};
    if (auto group = date_time_group(simple)) return *group;
    Reader reader{simple};
    if (!reader.read_parts()) return {};
    return reader.result(utc_offset_h, order);
}

} // namespace assets
