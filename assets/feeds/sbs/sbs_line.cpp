#include "assets/feeds/sbs/sbs_line.hpp"

#include "assets/feeds/doubt_reasons.hpp"
#include "assets/feeds/number.hpp"
#include "assets/feeds/sbs/icao_blocks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace assets {
namespace {

using namespace std::chrono;

constexpr double metres_per_foot = 0.3048; // exact

enum Column : std::size_t {
    Kind = 0,
    Transmission = 1,
    Address = 4,
    DateMade = 6,
    TimeMade = 7,
    Callsign = 10,
    Altitude = 11,
    GroundSpeed = 12,
    Track = 13,
    Latitude = 14,
    Longitude = 15,
    Squawk = 17,
    OnGround = 21,
    Columns = 22
};
constexpr std::size_t most_columns = Columns + 1; // an empty one follows the comma with which some receivers end a line
constexpr std::size_t most_columns_of_mlat = 26;  // programs that calculate positions add columns

struct Fields {
    std::array<std::string_view, Columns> at{};
    std::size_t count = 0;
};

Fields split(std::string_view line) {
    Fields fields;
    while (true) {
        const auto comma = line.find(',');
        if (fields.count < Columns) fields.at[fields.count] = without_blanks(line.substr(0, comma));
        ++fields.count;
        if (comma == std::string_view::npos) break;
        line.remove_prefix(comma + 1);
    }
    // The last value of a short line may be cut off: -122 of -122.375 would be a valid but wrong longitude.
    if (fields.count < Columns) fields.at[fields.count - 1] = {};
    return fields;
}

bool is_plain_text(std::string_view line) {
    return std::all_of(line.begin(), line.end(), [](char c) { return (c >= ' ' && c <= '~') || c == '\t'; });
}

/// Six hexadecimal digits in either case. All zeros and all ones are not aircraft addresses. "~" marks an address that
/// is not from ICAO; it is not read.
std::optional<std::uint32_t> read_address(std::string_view text) {
    std::uint32_t address = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), address, 16);
    if (text.size() != 6 || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return address == 0 || address == 0xFFFFFF ? std::nullopt : std::optional{address};
}

std::optional<std::string> read_callsign(std::string_view text) {
    constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    // A character that the receiver could not read arrives as ? or @.
    if (text.empty() || text.size() > 8 || text.find_first_not_of(allowed) != std::string_view::npos)
        return std::nullopt;
    return std::string{text};
}

/// The line's own time, read as UTC.
std::optional<Instant> read_clock(std::string_view date, std::string_view time) {
    const auto digits = [](std::string_view text, std::size_t from, std::size_t count) -> std::optional<int> {
        int value = 0;
        if (from + count > text.size()) return std::nullopt;
        const auto [end, error] = std::from_chars(text.data() + from, text.data() + from + count, value);
        if (error != std::errc{} || end != text.data() + from + count || value < 0) return std::nullopt;
        return value;
    };
    if (date.size() != 10 || date[4] != '/' || date[7] != '/' || time.size() < 8 || time[2] != ':' || time[5] != ':')
        return std::nullopt;
    const auto y = digits(date, 0, 4), mo = digits(date, 5, 2), d = digits(date, 8, 2);
    const auto h = digits(time, 0, 2), mi = digits(time, 3, 2), s = digits(time, 6, 2);
    if (!y || !mo || !d || !h || !mi || !s || *h > 23 || *mi > 59 || *s > 59) return std::nullopt;
    const year_month_day day{year{*y}, month{static_cast<unsigned>(*mo)}, std::chrono::day{static_cast<unsigned>(*d)}};
    if (!day.ok()) return std::nullopt;
    int ms = 0;
    if (time.size() > 8) {
        const auto fraction = time.size() <= 12 ? digits(time, 9, time.size() - 9) : std::nullopt;
        if (time[8] != '.' || !fraction) return std::nullopt;
        ms = *fraction;
        for (std::size_t n = time.size() - 9; n < 3; ++n)
            ms *= 10;
    }
    return sys_days{day} + hours{*h} + minutes{*mi} + seconds{*s} + milliseconds{ms};
}

/// A line has the station's local time without a zone. The zone is not needed for the age of the line: offsets from UTC
/// are multiples of a quarter of an hour, so the age is the difference to the receiver's clock less the nearest
/// multiple of a quarter of an hour. An age from 0 to less than a minute is accepted; otherwise the receiver's time is
/// used. So no station's clock can move a message by more than a minute.
Instant time_of(const Fields& fields, Instant received, std::optional<double> utc_offset_h, TimeSource& source) {
    source = TimeSource::Receiver;
    const auto clock = read_clock(fields.at[DateMade], fields.at[TimeMade]);
    if (!clock) return received;
    if (utc_offset_h) {
        source = TimeSource::Sender;
        return *clock - milliseconds{std::llround(*utc_offset_h * 3'600'000.0)};
    }
    constexpr milliseconds quarter = minutes{15};
    const milliseconds behind = received - *clock;
    const milliseconds zone = round<duration<std::int64_t, std::ratio<900>>>(behind);
    const milliseconds age = behind - zone;
    static_assert(quarter == duration<std::int64_t, std::ratio<900>>{1});
    if (zone < hours{-14} || zone > hours{14} || age < milliseconds{0} || age >= minutes{1}) return received;
    source = TimeSource::Sender;
    return received - age;
}

/// Empty when the line has no position. An incomplete or impossible position sets `reason`.
std::optional<geo::LonLat> read_position(const Fields& fields, std::string_view& reason) {
    const std::string_view lon_text = fields.at[Longitude], lat_text = fields.at[Latitude];
    if (lon_text.empty() && lat_text.empty()) return std::nullopt;
    const auto lon = finite_number(lon_text), lat = finite_number(lat_text);
    if (lon && lat) return valid_position(*lon, *lat, reason);
    reason = "position is not two numbers";
    return std::nullopt;
}

std::optional<double> read_between(std::string_view text, double least, double most, std::string_view why,
                                   std::string_view& reason) {
    if (text.empty()) return std::nullopt;
    const auto value = finite_number(text);
    if (value && *value >= least && *value <= most) return value;
    if (reason.empty()) reason = why;
    return std::nullopt;
}

bool is_squawk(std::string_view text) {
    return text.size() == 4 && text.find_first_not_of("01234567") == std::string_view::npos;
}

void set_time(FeedMessage& message, const Fields& fields, Instant received, std::optional<double> utc_offset_h) {
    message.time = time_of(fields, received, utc_offset_h, message.time_source);
    message.time_from = message.time_source == TimeSource::Sender ? TimeFrom::Line : TimeFrom::Clock;
}

void set_identity(FeedMessage& message, std::uint32_t address) {
    if (const auto country = country_of_icao(address)) message.country = *country;
    message.military = is_military_icao(address);
    message.sidc = "100101000000000000000000000000"; // an air track of unknown identity; the format says no more
}

/// What every line about an aircraft gives: its address, with what the address tells, the time and the line itself.
FeedMessage begin_message(std::string_view line, const Fields& fields, std::uint32_t address, Instant received,
                          std::optional<double> utc_offset_h) {
    FeedMessage message;
    message.key = fmt::format("icao:{:06X}", address);
    set_time(message, fields, received, utc_offset_h);
    message.raw = line;
    set_identity(message, address);
    return message;
}

/// ID and SEL lines give a call sign in their last value, and no position.
SbsReading read_callsign_line(std::string_view line, const Fields& fields, Instant received,
                              std::optional<double> utc_offset_h) {
    const auto address = read_address(fields.at[Address]);
    if (!address) return {std::nullopt, "no ICAO address"};
    SbsReading reading;
    FeedMessage& message = reading.message.emplace(begin_message(line, fields, *address, received, utc_offset_h));
    message.message_type = fields.at[Kind];
    if (fields.count == Callsign + 1)
        message.callsign = read_callsign(without_blanks(line.substr(line.rfind(',') + 1)));
    return reading;
}

} // namespace

SbsReading read_sbs_line(std::string_view line, Instant received, std::optional<double> utc_offset_h) {
    if (!is_plain_text(line)) return {std::nullopt, "not text"};
    const Fields fields = split(line);
    const std::string_view kind = fields.at[Kind];
    if (kind == "SEL" || kind == "ID") return read_callsign_line(line, fields, received, utc_offset_h);
    if (kind == "AIR") return {std::nullopt, "AIR line: an aircraft appears"};
    if (kind == "STA") return {std::nullopt, "STA line: the state of an aircraft in the receiver's list"};
    if (kind == "CLK") return {std::nullopt, "line about the station, not an aircraft"};
    const bool calculated = kind == "MLAT";
    if (kind != "MSG" && !calculated) return {std::nullopt, "not a BaseStation line"};
    if (fields.count > (calculated ? most_columns_of_mlat : most_columns)) return {std::nullopt, "too many columns"};
    const std::string_view transmission = fields.at[Transmission];
    if (transmission.size() != 1 || transmission[0] < '1' || transmission[0] > '8')
        return {std::nullopt, "unknown transmission type"};
    const auto address = read_address(fields.at[Address]);
    if (!address) return {std::nullopt, "no ICAO address"};

    SbsReading reading;
    FeedMessage& message = reading.message.emplace(begin_message(line, fields, *address, received, utc_offset_h));
    message.message_type = fmt::format("{},{}", kind, transmission);
    if (calculated) {
        message.how = "mlat";
        message.doubts.emplace_back(doubt_reason::calculated);
    }

    message.callsign = read_callsign(fields.at[Callsign]);
    message.position = read_position(fields, reading.reason);
    // No aircraft is lower than the shore of the Dead Sea (about -1,400 ft), and no transponder can encode more than
    // 126,750 ft.
    if (const auto feet = read_between(fields.at[Altitude], -2'000, 126'750, "altitude out of range", reading.reason))
        message.altitude_m = *feet * metres_per_foot;
    message.speed_kn = read_between(fields.at[GroundSpeed], 0, 4'000, "speed out of range", reading.reason);
    if (const auto track =
            read_between(fields.at[Track], 0, 360, "track is not an angle from 0 to 360", reading.reason))
        message.course_deg = *track == 360 ? 0 : *track;
    if (const std::string_view ground = fields.at[OnGround]; ground == "0")
        message.on_ground = false;
    else if (ground == "1" || ground == "-1" || transmission == "2") // type 2 is a position on the ground
        message.on_ground = true;
    // 7500 (hijack) and 7600 (radio failure) set the line's emergency flag too, but only 7700 is distress.
    message.distress = is_squawk(fields.at[Squawk]) && fields.at[Squawk] == "7700";
    return reading;
}

} // namespace assets
