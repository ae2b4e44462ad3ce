#include "geo/earth/coordinates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include <GeographicLib/DMS.hpp>
#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <fmt/format.h>

namespace geo {
namespace {

constexpr std::size_t longest_text = 120;

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) noexcept {
    return c >= 'A' && c <= 'Z';
}

// --- from any writing to capital letters, digits, blanks and the marks ° ' " as d, ' and " ---

struct Replacement {
    std::string_view from, to;
};

/// Longer texts stand before those that they begin with.
constexpr std::array replacements{
    Replacement{"\xC2\xB0", "~"},     // degree sign
    Replacement{"\xC2\xBA", "~"},     // masculine ordinal
    Replacement{"\xCB\x9A", "~"},     // ring above
    Replacement{"\xE2\x81\xB0", "~"}, // superscript zero
    Replacement{"\xC2\xB4", "'"},
    Replacement{"\xE2\x80\x99", "'"},
    Replacement{"\xE2\x80\x98", "'"},
    Replacement{"\xE2\x80\xB2", "'"},
    Replacement{"`", "'"},
    Replacement{"\xEF\xBC\x87", "'"},
    Replacement{"\xE2\x80\x9D", "\""},
    Replacement{"\xE2\x80\x9C", "\""},
    Replacement{"\xE2\x80\xB3", "\""},
    Replacement{"\xEF\xBC\x82", "\""},
    Replacement{"\xC2\xA0", " "},
    Replacement{"\xE2\x80\xAF", " "},
    Replacement{"\xE2\x80\x89", " "},
    Replacement{"\xE3\x80\x80", " "},
    Replacement{"\xE2\x88\x92", "-"},
    Replacement{"\xE2\x80\x93", "-"},
    Replacement{"\xE2\x80\x90", "-"},
    Replacement{"\xE2\x80\x91", "-"},
    Replacement{"\xEF\xBC\x8C", ","},
    Replacement{"\xE3\x80\x81", ","},
    Replacement{"度", "~"},
    Replacement{"分", "'"},
    Replacement{"秒", "\""},
    Replacement{"도", "~"},
    Replacement{"분", "'"},
    Replacement{"초", "\""},
    Replacement{"北緯", " N "},
    Replacement{"北纬", " N "},
    Replacement{"南緯", " S "},
    Replacement{"南纬", " S "},
    Replacement{"東経", " E "},
    Replacement{"东经", " E "},
    Replacement{"東經", " E "},
    Replacement{"西経", " W "},
    Replacement{"西经", " W "},
    Replacement{"西經", " W "},
    Replacement{"북위", " N "},
    Replacement{"남위", " S "},
    Replacement{"동경", " E "},
    Replacement{"서경", " W "},
};

/// Words in capital letters. Longer words stand first.
constexpr std::array words{
    Replacement{"LATITUDE", "{"}, Replacement{"LONGITUDE", "}"}, Replacement{"DEGREES", "~"},
    Replacement{"DEGREE", "~"},   Replacement{"MINUTES", "'"},   Replacement{"MINUTE", "'"},
    Replacement{"SECONDS", "\""}, Replacement{"SECOND", "\""},   Replacement{"NORTH", "N"},
    Replacement{"SOUTH", "S"},    Replacement{"EAST", "E"},      Replacement{"WEST", "W"},
    Replacement{"LONG", "}"},     Replacement{"LON", "}"},       Replacement{"LNG", "}"},
    Replacement{"LAT", "{"},      Replacement{"DEG", "~"},       Replacement{"MIN", "'"},
    Replacement{"SEC", "\""},     Replacement{"D", "~"},         Replacement{"M", "'"},
};

std::string simplified(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto found =
            std::ranges::find_if(replacements, [&](const Replacement& r) { return text.starts_with(r.from); });
        if (found != replacements.end()) {
            out += found->to;
            text.remove_prefix(found->from.size());
        } else if (text.starts_with("\xEF\xBC") && text.size() > 2) { // full-width forms U+FF01 to U+FF3F
            out += static_cast<char>(static_cast<unsigned char>(text[2]) - 0x80U + 0x20U);
            text.remove_prefix(3);
        } else {
            const char c = text.front();
            out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == '\t' ? ' ' : c;
            text.remove_prefix(1);
        }
    }
    for (auto at = out.find("''"); at != std::string::npos; at = out.find("''"))
        out.replace(at, 2, "\"");
    const auto first = out.find_first_not_of(' ');
    return first == std::string::npos ? std::string{} : out.substr(first, out.find_last_not_of(' ') - first + 1);
}

// --- MGRS and UTM ---

/// Whether a letter is an MGRS latitude band.
bool is_band(char c) noexcept {
    return c >= 'C' && c <= 'X' && c != 'I' && c != 'O';
}

std::string without_blanks(std::string_view text) {
    std::string out{text};
    std::erase(out, ' ');
    return out;
}

/// The zone in 1..60 at the beginning of a grid reference. Empty if there is none.
std::optional<int> take_zone(std::string_view& text) {
    std::size_t n = 0;
    while (n < text.size() && n < 3 && is_digit(text[n]))
        ++n;
    if (n == 0 || n > 2) return std::nullopt;
    int zone = 0;
    std::from_chars(text.data(), text.data() + n, zone);
    if (zone < 1 || zone > 60) return std::nullopt;
    text.remove_prefix(n);
    return zone;
}

PositionText no_position(std::string problem) {
    return {.problem = std::move(problem)};
}

PositionText position_at(double lon, double lat) {
    return {.position = LonLat::from_degrees(lon, lat)};
}

/// Empty if the text does not have the form of an MGRS reference.
std::optional<PositionText> mgrs_position(std::string_view simple) {
    const std::string compact = without_blanks(simple);
    std::string_view rest{compact};
    if (!take_zone(rest) || rest.size() < 3 || !is_band(rest[0]) || !is_letter(rest[1]) || !is_letter(rest[2]))
        return std::nullopt;
    const auto digits = rest.substr(3);
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
    if (digits.empty()) return no_position("names a square of 100 km only; add its digits");
    const auto group = simple.rfind(' ');
    const bool uneven = group != std::string_view::npos && group > 0 && is_digit(simple[group - 1]) &&
                        (simple.size() - group - 1) * 2 != digits.size(); // 789 05280
    if (digits.size() % 2 != 0 || digits.size() > 10 || uneven)
        return no_position("is an MGRS reference with a wrong number of digits");
    try {
        int zone = 0, precision = 0;
        bool north = true;
        double x = 0, y = 0, lat = 0, lon = 0;
        GeographicLib::MGRS::Reverse(compact, zone, north, x, y, precision, true);
        GeographicLib::UTMUPS::Reverse(zone, north, x, y, lat, lon);
        return position_at(lon, lat);
    } catch (const std::exception&) { // GeographicLib throws on a reference that does not exist
        return no_position("is not an MGRS reference that exists");
    }
}

std::optional<double> plain_number(std::string_view text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// The southern and northern edge of an MGRS band in degrees.
std::pair<double, double> edges_of_band(char band) {
    constexpr std::string_view bands = "CDEFGHJKLMNPQRSTUVWX";
    const auto south = -80.0 + 8.0 * static_cast<double>(bands.find(band));
    return {south, band == 'X' ? 84.0 : south + 8};
}

/// `378000`, `378,000`, `378000mE`, `378000 M`
std::optional<double> take_metres(std::string_view& text, char axis) {
    while (text.starts_with(' ') || text.starts_with(','))
        text.remove_prefix(1);
    if (text.starts_with(axis)) text.remove_prefix(1);
    while (text.starts_with(' '))
        text.remove_prefix(1);
    const auto end = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto value = plain_number(text.substr(0, end));
    text.remove_prefix(end);
    for (const char unit : {' ', 'M', ' ', axis})
        if (text.starts_with(unit)) text.remove_prefix(1);
    return value;
}

/// Empty if the text does not have the form of a UTM position: a zone, a letter or word, and two long numbers.
std::optional<PositionText> utm_position(std::string_view simple) {
    if (simple.starts_with("UTM")) simple.remove_prefix(3);
    while (simple.starts_with(' ') || simple.starts_with(':'))
        simple.remove_prefix(1);
    if (simple.starts_with("ZONE")) simple.remove_prefix(4);
    while (simple.starts_with(' '))
        simple.remove_prefix(1);
    std::string_view rest = simple;
    const auto zone = take_zone(rest);
    if (!zone) return std::nullopt;
    while (rest.starts_with(' ') || rest.starts_with(','))
        rest.remove_prefix(1);
    enum class Half { Unknown, North, South } half = Half::Unknown;
    char band = '\0';
    if (rest.starts_with("NORTH") || rest.starts_with("SOUTH")) {
        half = rest.starts_with("NORTH") ? Half::North : Half::South;
        rest.remove_prefix(5);
    } else if (rest.size() > 1 && is_band(rest[0]) && !is_letter(rest[1])) {
        band = rest[0];
        half = band >= 'N' ? Half::North : Half::South;
        rest.remove_prefix(1);
    } else if (!rest.empty() && is_letter(rest[0]) && rest[0] != 'E') {
        return std::nullopt;
    }
    const auto x = take_metres(rest, 'E');
    const auto y = x ? take_metres(rest, 'N') : std::nullopt;
    while (rest.starts_with(' ') || rest.starts_with(','))
        rest.remove_prefix(1);
    if (y && half == Half::Unknown && (rest == "NORTH" || rest == "SOUTH")) {
        half = rest == "NORTH" ? Half::North : Half::South;
        rest = {};
    }
    constexpr double least_easting = 100'000; // an angle is smaller
    if (!y || !rest.empty() || *x < least_easting) return std::nullopt;
    if (half == Half::Unknown) return no_position("is UTM without an MGRS band or 'north' or 'south' after the zone");
    try {
        double lat = 0, lon = 0;
        GeographicLib::UTMUPS::Reverse(*zone, half == Half::North, *x, *y, lat, lon, true);
        if (band != '\0') {
            const auto [south, north] = edges_of_band(band);
            constexpr double slack = 0.5; // GeographicLib allows points near the edge of a band, too
            if (lat < south - slack || lat > north + slack)
                return no_position(
                    fmt::format("is not in the band {}; write 'north' or 'south' after the zone if {} is "
                                "not a band",
                                band, band));
        }
        return position_at(lon, lat);
    } catch (const std::exception&) { // GeographicLib throws on numbers outside the zone
        return no_position("is outside its UTM zone");
    }
}

// --- angles ---

enum class Mark : char { None = ' ', Degrees = '~', Minutes = '\'', Seconds = '"' };

struct Part {
    std::string digits; ///< with a point before decimals
    Mark mark = Mark::None;
    [[nodiscard]] bool has_decimals() const { return digits.find('.') != std::string::npos; }
};

/// One angle in parts, with what stands before and after it.
struct Angle {
    std::vector<Part> parts;
    char sign = '\0';   ///< '+' or '-'
    char letter = '\0'; ///< N, S, E or W
    char label = '\0';  ///< '{' for latitude, '}' for longitude
    [[nodiscard]] bool empty() const { return parts.empty() && sign == '\0' && letter == '\0' && label == '\0'; }
    [[nodiscard]] std::optional<Axis> axis() const {
        if (letter != '\0') return letter == 'N' || letter == 'S' ? Axis::Latitude : Axis::Longitude;
        if (label != '\0') return label == '{' ? Axis::Latitude : Axis::Longitude;
        return std::nullopt;
    }
};

struct Token {
    enum class Kind { Number, Mark, Letter, Label, Sign, Separator } kind;
    std::string text;
};

/// Whether the S at `i` means seconds: it follows minutes and a number, and the letter of a hemisphere follows.
bool is_seconds(std::string_view text, std::size_t i, const std::vector<Token>& tokens) {
    if (tokens.size() < 2 || tokens.back().kind != Token::Kind::Number || (tokens.end() - 2)->text != "'") return false;
    do
        ++i;
    while (i < text.size() && text[i] == ' ');
    return i < text.size() && std::string_view{"NSEW"}.find(text[i]) != std::string_view::npos;
}

/// Splits a simplified text. Empty if a part has no meaning in a coordinate.
std::optional<std::vector<Token>> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    // A comma between two digits stands before decimals if another separator or no other comma parts the angles.
    const bool points = text.find('.') != std::string_view::npos;
    std::size_t tight = 0, loose = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == ',') {
            const bool between = i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
            (between ? tight : loose) += 1;
        }
    const bool other_separators = loose > 0 || text.find_first_of(" ;/NSEW~'\"") != std::string_view::npos;
    const bool decimal_commas = !points && tight > 0 && tight <= 2 && other_separators;
    const std::size_t size = text.size();
    for (std::size_t i = 0; i < size;) {
        const char c = text[i];
        const auto add = [&](Token::Kind kind, std::string_view part, std::size_t length) {
            tokens.push_back({kind, std::string{part}});
            i += length;
        };
        const bool after_number =
            !tokens.empty() && tokens.back().kind == Token::Kind::Number && i > 0 && is_digit(text[i - 1]);
        if (is_digit(c) || (c == '.' && i + 1 < size && is_digit(text[i + 1]))) {
            std::string number;
            bool has_point = false;
            for (; i < size; ++i) {
                const bool point = text[i] == '.' || (decimal_commas && text[i] == ',');
                if (point && (has_point || i + 1 >= size || !is_digit(text[i + 1]))) break;
                if (!point && !is_digit(text[i])) break;
                has_point = has_point || point;
                number += point ? '.' : text[i];
            }
            if (number.starts_with('.')) number.insert(0, "0");
            tokens.push_back({Token::Kind::Number, number});
            if (i < size && text[i] == '.') return std::nullopt; // 35.17.30
        } else if (c == '~' || c == '\'' || c == '"') {
            add(Token::Kind::Mark, text.substr(i, 1), 1);
        } else if (c == ' ' || c == '(' || c == ')' || c == '[' || c == ']' || c == '=') {
            ++i;
        } else if (c == ':') {
            ++i; // 35:17:30 and "lat: 35"
        } else if (c == ',' || c == ';' || c == '/' || c == '|') {
            add(Token::Kind::Separator, text.substr(i, 1), 1);
        } else if (c == '+') {
            add(Token::Kind::Sign, "+", 1);
        } else if (c == '-') {
            // Between digits and marks a hyphen parts degrees, minutes and seconds; elsewhere it is a sign.
            const bool before_digit = i + 1 < size && is_digit(text[i + 1]);
            const bool after_mark = i > 0 && (text[i - 1] == '~' || text[i - 1] == '\'' || text[i - 1] == '"');
            const bool spaced = i + 1 < size && text[i + 1] == ' ';
            const bool before_letter = i + 1 < size && is_letter(text[i + 1]);
            if (after_number || after_mark || spaced || before_letter)
                ++i;
            else if (before_digit || (i + 1 < size && text[i + 1] == '.'))
                add(Token::Kind::Sign, "-", 1);
            else
                return std::nullopt;
        } else if (c == 'S' && is_seconds(text, i, tokens)) {
            add(Token::Kind::Mark, "\"", 1);
        } else if (is_letter(c)) {
            const auto end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), is_letter);
            const auto word = text.substr(i, static_cast<std::size_t>(end - text.begin()) - i);
            const auto known = std::ranges::find_if(words, [&](const Replacement& w) { return w.from == word; });
            if (known != words.end()) {
                const char meaning = known->to[0];
                const auto kind = meaning == '{' || meaning == '}' ? Token::Kind::Label
                                  : is_letter(meaning)             ? Token::Kind::Letter
                                                                   : Token::Kind::Mark;
                add(kind, known->to, word.size());
            } else if (word.size() == 1 && std::string_view{"NSEW"}.find(c) != std::string_view::npos) {
                add(Token::Kind::Letter, word, 1);
            } else {
                return std::nullopt;
            }
        } else {
            return std::nullopt;
        }
        if (i < size && text[i] == '.' && !tokens.empty() && tokens.back().kind != Token::Kind::Number)
            ++i; // "Lat. 35", "35 deg. 17"
    }
    return tokens;
}

/// Splits tokens into angles, each of which begins with what only an angle begins with.
std::optional<std::vector<Angle>> angles_of(const std::vector<Token>& tokens) {
    using Kind = Token::Kind;
    std::vector<Angle> angles(1);
    // Letters stand before the numbers if the first one does.
    const auto first_letter = std::ranges::find(tokens, Kind::Letter, &Token::kind);
    const auto first_number = std::ranges::find(tokens, Kind::Number, &Token::kind);
    const bool letters_first = first_letter < first_number;
    bool complete = false; // the current angle has its letter behind it
    const auto begin_angle = [&] {
        if (!angles.back().empty()) angles.emplace_back();
        complete = false;
    };
    for (const Token& token : tokens) {
        switch (token.kind) {
        case Kind::Separator:
            if (angles.back().parts.empty()) {
                if (angles.back().letter != '\0') break; // NMEA: "N, 35.2"? the number follows
                return std::nullopt;
            }
            complete = true;
            break;
        case Kind::Label:
            if (!angles.back().empty()) begin_angle();
            angles.back().label = token.text[0];
            break;
        case Kind::Sign:
            if (!angles.back().parts.empty() || angles.back().sign != '\0') begin_angle();
            angles.back().sign = token.text[0];
            break;
        case Kind::Letter:
            if (letters_first) {
                if (!angles.back().parts.empty() || angles.back().letter != '\0') begin_angle();
            } else if (angles.back().parts.empty() || angles.back().letter != '\0') {
                return std::nullopt;
            }
            angles.back().letter = token.text[0];
            if (!letters_first) complete = true;
            break;
        case Kind::Number:
            if (complete) begin_angle();
            angles.back().parts.push_back({token.text});
            break;
        case Kind::Mark: {
            if (angles.back().parts.empty() || complete) return std::nullopt;
            Part& last = angles.back().parts.back();
            if (last.mark != Mark::None) return std::nullopt;
            last.mark = static_cast<Mark>(token.text[0]);
            break;
        }
        }
    }
    return angles;
}

/// Splits one run of numbers without letters and signs in halves: 35 17 30 139 40 12.
bool split_in_halves(std::vector<Angle>& angles) {
    if (angles.size() != 1 || angles[0].letter != '\0' || angles[0].label != '\0') return false;
    auto& parts = angles[0].parts;
    if (parts.size() != 2 && parts.size() != 4 && parts.size() != 6) return false;
    // Marks decide where the second angle begins.
    auto middle = static_cast<std::ptrdiff_t>(parts.size() / 2);
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (parts[i].mark == Mark::Degrees) middle = static_cast<std::ptrdiff_t>(i);
    Angle second;
    second.parts.assign(parts.begin() + middle, parts.end());
    parts.erase(parts.begin() + middle, parts.end());
    angles.push_back(std::move(second));
    return true;
}

std::size_t whole_digits(const Part& part) {
    return std::min(part.digits.find('.'), part.digits.size());
}

/// 3517.5N, 351730N and 1394012E: degrees, minutes and seconds without marks between them.
void unpack(Angle& angle) {
    if (angle.parts.size() != 1 || angle.parts[0].mark != Mark::None || angle.letter == '\0') return;
    const std::string digits = angle.parts[0].digits;
    const std::size_t degree_digits = angle.axis() == Axis::Latitude ? 2 : 3;
    const std::size_t whole = whole_digits(angle.parts[0]);
    if (whole == degree_digits + 2) {
        angle.parts = {{digits.substr(0, degree_digits)}, {digits.substr(degree_digits)}};
    } else if (whole == degree_digits + 4) {
        angle.parts = {
            {digits.substr(0, degree_digits)}, {digits.substr(degree_digits, 2)}, {digits.substr(degree_digits + 2)}};
    }
}

AngleText no_angle(std::string problem) {
    return {.problem = std::move(problem)};
}

/// The value of an angle on this axis. The canonical text (35d17'30"N) is read by GeographicLib.
AngleText degrees_of(Angle angle, Axis axis) {
    if (angle.axis() && *angle.axis() != axis)
        return {.problem = "has the letter of the other axis", .other_axis = true};
    if (angle.letter != '\0' && angle.sign != '\0') return no_angle("has both a sign and a letter");
    unpack(angle);
    if (angle.parts.empty() || angle.parts.size() > 3) return no_angle("is not a coordinate");
    constexpr std::array marks{Mark::Degrees, Mark::Minutes, Mark::Seconds};
    const std::array names{"degrees", "minutes", "seconds"};
    std::string canonical = angle.sign == '-' ? "-" : "";
    for (std::size_t i = 0; i < angle.parts.size(); ++i) {
        const Part& part = angle.parts[i];
        if (part.mark != Mark::None && part.mark != marks.at(i)) return no_angle("has its marks in a wrong order");
        if (part.has_decimals() && i + 1 < angle.parts.size())
            return no_angle(fmt::format("has decimals in its {}, but more follows", names.at(i)));
        const auto value = plain_number(part.digits);
        if (!value) return no_angle("is not a coordinate");
        if (i > 0 && (*value >= 60 || whole_digits(part) > 2))
            return no_angle(fmt::format("has 60 {} or more", names.at(i)));
        if (i == 0 && *value > 360 && angle.parts.size() == 1)
            return no_angle(
                fmt::format("is not within {}; are these degrees and minutes? Write 35 17.5 N or 139 40.2 E",
                            axis == Axis::Latitude ? "-90 to 90" : "-180 to 180"));
        canonical += part.digits;
        canonical += std::array{'d', '\'', '"'}.at(i);
    }
    if (angle.letter != '\0') canonical += angle.letter;
    try {
        auto kind = GeographicLib::DMS::NONE;
        const double degrees = GeographicLib::DMS::Decode(canonical, kind);
        const double most = axis == Axis::Latitude ? 90 : angle.letter == '\0' ? 360 : 180;
        if (!std::isfinite(degrees) || std::abs(degrees) > most)
            return no_angle(fmt::format("is not within -{0} to {0} degrees", most));
        return {.degrees = degrees};
    } catch (const std::exception&) { // GeographicLib throws on what is not an angle
        return no_angle("is not a coordinate");
    }
}

constexpr std::string_view how_to_write = "is not a position; write for example 35.28 N 139.67 E";

PositionText angles_position(std::string_view simple) {
    bool longitude_first = false;
    if (simple.starts_with("POINT")) { // well-known text
        simple.remove_prefix(5);
        longitude_first = true;
    } else if (simple.starts_with("GEO:")) {
        simple.remove_prefix(4);
    }
    const auto tokens = tokens_of(simple);
    if (!tokens) return no_position(std::string{how_to_write});
    auto angles = angles_of(*tokens);
    if (!angles) return no_position(std::string{how_to_write});
    (void)split_in_halves(*angles);
    if (angles->size() != 2) return no_position(std::string{how_to_write});
    Angle &first = (*angles)[0], &second = (*angles)[1];
    const auto axis_of_first = first.axis(), axis_of_second = second.axis();
    if (axis_of_first.has_value() != axis_of_second.has_value())
        return no_position("has a letter on one of its two numbers only");
    if (axis_of_first && *axis_of_first == *axis_of_second)
        return no_position(*axis_of_first == Axis::Latitude ? "gives two latitudes" : "gives two longitudes");
    PositionText result;
    if (axis_of_first) {
        longitude_first = *axis_of_first == Axis::Longitude;
    } else if (!longitude_first) {
        const auto size = [](const Angle& angle) {
            return angle.parts.empty() ? 0.0 : plain_number(angle.parts[0].digits).value_or(0);
        };
        longitude_first = size(first) > 90 && size(first) <= 360 && size(second) <= 90;
        result.assumed_order = !longitude_first && size(second) <= 90;
    }
    const AngleText lat = degrees_of(longitude_first ? second : first, Axis::Latitude);
    const AngleText lon = degrees_of(longitude_first ? first : second, Axis::Longitude);
    if (!lat.degrees || !lon.degrees)
        return no_position(fmt::format("{} {}", lat.degrees ? "has a longitude that" : "has a latitude that",
                                       lat.degrees ? lon.problem : lat.problem));
    result.position = LonLat::from_degrees(*lon.degrees, *lat.degrees);
    result.is_wrapped = std::abs(*lon.degrees) > 180;
    return result;
}

} // namespace

PositionText read_position(std::string_view text) {
    if (text.size() > longest_text) return no_position(std::string{how_to_write});
    const std::string simple = simplified(text);
    if (simple.empty()) return no_position(std::string{how_to_write});
    if (auto mgrs = mgrs_position(simple)) return *mgrs;
    if (auto utm = utm_position(simple)) return *utm;
    return angles_position(simple);
}

AngleText read_angle(std::string_view text, Axis axis) {
    if (text.size() > longest_text) return no_angle("is not a coordinate");
    const std::string simple = simplified(text);
    const auto tokens = tokens_of(simple);
    const auto angles = tokens ? angles_of(*tokens) : std::nullopt;
    if (!angles || angles->size() != 1 || angles->front().parts.empty()) return no_angle("is not a coordinate");
    return degrees_of(angles->front(), axis);
}

} // namespace geo
