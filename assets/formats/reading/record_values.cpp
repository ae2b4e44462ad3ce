// Numbers, times and positions of a record.
#include "assets/formats/reading/record.hpp"
#include "assets/model/values/time_forms.hpp"
#include "geo/earth/coordinates.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace assets {
namespace {

/// A date such as 20/10/2024 or 20.10.2024, and the orders in which it is valid.
struct SlashDate {
    bool fits_dmy, fits_mdy;
};
std::optional<SlashDate> slash_date(std::string_view text) {
    const std::optional<TimeText> as_dmy = parse_time_text(text, 0, DateOrder::DayMonthYear);
    const std::optional<TimeText> as_mdy = parse_time_text(text, 0, DateOrder::MonthDayYear);
    if (parse_time_text(text, 0) || (!as_dmy && !as_mdy)) return std::nullopt;
    return SlashDate{as_dmy.has_value(), as_mdy.has_value()};
}

std::string offset_words(double utc_offset_h) {
    if (utc_offset_h == 0) return "UTC";
    return fmt::format("UTC{}{:g}, from utc_offset_h", utc_offset_h > 0 ? "+" : "", utc_offset_h);
}

} // namespace

namespace {

/// A unit that column names end in, and how people write it behind a number.
struct Unit {
    std::string_view suffix, name;
    std::array<std::string_view, 5> written;
};
constexpr std::array units{Unit{"_kn", "knots", {"kn", "kt", "kts", "knots", "knot"}},
                           Unit{"_km", "kilometres", {"km", "kms", "km.", "kilometres", "kilometers"}},
                           Unit{"_deg", "degrees", {"°", "deg", "degrees", "º", "deg."}},
                           Unit{"_h", "hours", {"h", "hrs", "hours", "hour", "hr"}}};

const Unit* unit_of(std::string_view column) {
    const auto found = std::ranges::find_if(units, [&](const Unit& unit) { return column.ends_with(unit.suffix); });
    return found == units.end() ? nullptr : &*found;
}

/// The text without the column's own unit behind it: `12` for `12 kn`.
std::string_view without_unit(std::string_view text, const Unit& unit) {
    for (const std::string_view written : unit.written) {
        if (!text.ends_with(written)) continue;
        text.remove_suffix(written.size());
        return text.substr(0, text.find_last_not_of(' ') + 1);
    }
    return text;
}

} // namespace

std::optional<double> Fields::number(std::size_t column) {
    const std::string& text = m_record.text(column);
    if (text.empty()) return std::nullopt;
    const ColumnInfo& info = m_record.info(column);
    NumberText read = m_record.numbers.read(text, info.range.least, info.range.most);
    const Unit* unit = read.value || read.ambiguous ? nullptr : unit_of(info.name);
    if (unit) read = m_record.numbers.read(without_unit(text, *unit), info.range.least, info.range.most);
    if (!read.value) {
        const bool has_other_unit = unit && text.front() >= '0' && text.front() <= '9';
        error(info.name, read.ambiguous ? code::ambiguous_number : code::bad_value,
              fmt::format("{} {}", in_quotes(text),
                          has_other_unit         ? fmt::format("is not a number of {}", unit->name)
                          : read.problem.empty() ? std::string{"is not a number"}
                                                 : read.problem));
        return std::nullopt;
    }
    if (*read.value < info.range.least || *read.value > info.range.most) {
        error(info.name, code::out_of_range,
              fmt::format("{} is not within {} to {}", in_quotes(text), info.range.least, info.range.most));
        return std::nullopt;
    }
    return read.value;
}

std::optional<int> Fields::whole_number(std::size_t column) {
    const auto value = number(column);
    if (!value) return std::nullopt;
    if (*value != std::floor(*value)) {
        error(m_record.info(column).name, code::bad_value,
              fmt::format("{} is not a whole number", in_quotes(m_record.text(column))));
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

double Fields::utc_offset_h() {
    return number("utc_offset_h").value_or(m_reading.scenario.utc_offset_h);
}

std::optional<TimeText> Fields::time(std::size_t column, double utc_offset_h) {
    const std::string& value = m_record.text(column);
    const std::string_view name = m_record.info(column).name;
    if (value.empty()) return std::nullopt;
    const bool is_utc = m_record.is_utc(column);
    const DateOrder order = m_reading.scenario.dates;
    const WrittenTime read = read_written_time(value, is_utc ? 0 : utc_offset_h, order);
    if (read.time) {
        if (!read.read_as.empty())
            note(name, code::read_as,
                 fmt::format("{} is read as {} ({})", in_quotes(value), to_iso(read.time->first), read.read_as));
        if (read.time->precision == Precision::Time && !read.has_zone && !is_utc && !has("utc_offset_h"))
            m_reading.tally(m_record, name, code::clock_without_zone, "has a clock without a zone; it is taken as ",
                            offset_words(utc_offset_h));
        return read.time;
    }
    const auto either = order == DateOrder::IsoOnly ? slash_date(value) : std::nullopt;
    if (either && either->fits_dmy && either->fits_mdy)
        error(name, code::ambiguous_date,
              fmt::format("{} can be day/month or month/day; add dates = \"dmy\" or \"mdy\" under [read] in {}",
                          in_quotes(value), m_reading.settings_name));
    else if (either)
        error(name, code::ambiguous_date,
              fmt::format("{} is not an ISO date; add dates = \"{}\" under [read] in {}", in_quotes(value),
                          either->fits_dmy ? "dmy" : "mdy", m_reading.settings_name));
    else if (!read.problem.empty())
        error(name, code::bad_time,
              fmt::format("{} {}{}", in_quotes(value), read.problem,
                          read.problem.ends_with("[read]") ? " in " + m_reading.settings_name : std::string{}));
    else
        error(name, code::bad_time,
              fmt::format("{} is not a date or time; write for example 2024-07-31 or 2024-07-31T12:00Z",
                          in_quotes(value)));
    return std::nullopt;
}

std::optional<Interval> Fields::interval(double utc_offset_h) {
    if (required("from").empty()) return std::nullopt;
    const auto from = time("from", utc_offset_h);
    const bool open = m_record.text("to") == "*";
    const auto to = open ? std::nullopt : time("to", utc_offset_h);
    if (!from || (has("to") && !open && !to)) return std::nullopt;
    if (open) return Interval{from->first, far_future, from->precision, false, true};
    const TimeText& end = to ? *to : *from;
    if (end.last < from->first) {
        error("to", code::intervals_backwards,
              fmt::format("{} is before the start, {}", in_quotes(m_record.text("to")),
                          in_quotes(m_record.text("from"))));
        return std::nullopt;
    }
    return Interval{from->first, end.last, from->precision, to.has_value(), false};
}

std::optional<std::chrono::seconds> Fields::duration(std::string_view name,
                                                     std::optional<std::chrono::seconds> default_value) {
    const std::string_view value = m_record.text(name);
    if (value.empty()) return default_value;
    if (value == "none" || value == "never") return std::nullopt;
    const auto duration = parse_duration(value);
    if (!duration)
        error(name, code::bad_value,
              fmt::format("{} is not a duration; write for example 36h, 14d or none", in_quotes(value)));
    return duration;
}

namespace {

/// Whether a number too large for an angle can be degrees and minutes without a mark between them: 13942.00.
bool looks_packed(double value, double most_degrees) {
    const double size = std::abs(value);
    return size >= 100 && std::floor(size / 100) <= most_degrees && std::fmod(size, 100) < 60;
}

} // namespace

std::optional<double> Fields::coordinate(std::string_view name) {
    const std::string& text = m_record.text(m_record.column(name));
    const ColumnInfo& info = m_record.info(m_record.column(name));
    const bool is_lat = name == "lat";
    const NumberText read = m_record.numbers.read(text, info.range.least, info.range.most);
    if (read.value && std::abs(*read.value) <= info.range.most) return read.value;
    if (read.value) {
        const bool packed = looks_packed(*read.value, is_lat ? 90 : 180);
        error(name, code::out_of_range,
              fmt::format("{} is not within {} to {}{}", in_quotes(text), info.range.least, info.range.most,
                          !packed  ? ""
                          : is_lat ? "; are these degrees and minutes? Write them as 35 17.50 N"
                                   : "; are these degrees and minutes? Write them as 139 42.00 E"));
        return std::nullopt;
    }
    if (read.ambiguous) return number(name);
    const geo::AngleText angle = geo::read_angle(text, is_lat ? geo::Axis::Latitude : geo::Axis::Longitude);
    if (angle.degrees) return angle.degrees;
    if (angle.other_axis)
        error(name, code::swapped_coordinates,
              fmt::format("{} is a {}; are lon and lat swapped?", in_quotes(text), is_lat ? "longitude" : "latitude"));
    else
        error(name, code::bad_value,
              fmt::format("{} {}", in_quotes(text),
                          !read.problem.empty() ? read.problem
                          : angle.problem == "is not a coordinate"
                              ? is_lat ? "is not a latitude; write for example 35.28 or 35 17.5 N"
                                       : "is not a longitude; write for example 139.67 or 139 40.2 E"
                              : angle.problem));
    return std::nullopt;
}

std::optional<geo::LonLat> Fields::one_position() {
    constexpr std::string_view name = "position";
    for (const std::string_view other : {"lon", "lat"})
        if (has(other)) {
            error(other, code::conflicting_values, "cannot be given together with position");
            return std::nullopt;
        }
    const std::string text{m_record.text(name)};
    const geo::PositionText read = geo::read_position(text);
    if (!read.position) {
        const bool is_outline = text.find(';') != std::string::npos || text.find("((") != std::string::npos;
        error(name, code::bad_value,
              fmt::format("{} {}", in_quotes(text),
                          is_outline
                              ? "holds several positions; an outline stands in a table of zones, in its column outline"
                              : read.problem));
        return std::nullopt;
    }
    if (read.assumed_order)
        note(name, code::read_as, fmt::format("{} is read as latitude, then longitude", in_quotes(text)));
    if (read.is_wrapped)
        note(name, code::longitude_wrapped,
             fmt::format("the longitude in {} is read as {}", in_quotes(text), read.position->lon()));
    return read.position;
}

std::optional<geo::LonLat> Fields::position() {
    if (has("position")) return one_position();
    constexpr std::string_view lon_name = "lon", lat_name = "lat";
    if (!has(lon_name) && !has(lat_name)) return std::nullopt;
    if (!has(lon_name) || !has(lat_name)) {
        const auto [missing, given] = has(lon_name) ? std::pair{lat_name, lon_name} : std::pair{lon_name, lat_name};
        error(missing, code::missing_value, fmt::format("must be given together with {}", given));
        return std::nullopt;
    }
    const auto plain = [&](std::string_view name) {
        return m_record.numbers.read(m_record.text(name), -360, 360).value;
    };
    const auto lon = plain(lon_name), lat = plain(lat_name);
    if (lon && lat && std::abs(*lat) > 90 && std::abs(*lat) <= 180 && std::abs(*lon) <= 90) {
        error(lat_name, code::swapped_coordinates,
              fmt::format("{} is not within -90 to 90; are lon and lat swapped?", in_quotes(m_record.text(lat_name))));
        return std::nullopt;
    }
    const auto checked_lon = coordinate(lon_name);
    const auto checked_lat = coordinate(lat_name);
    if (!checked_lon || !checked_lat) return std::nullopt;
    if (std::abs(*checked_lon) > 180)
        note(lon_name, code::longitude_wrapped,
             fmt::format("{} is read as {}", in_quotes(m_record.text(lon_name)), geo::wrap_longitude(*checked_lon)));
    return geo::LonLat::from_degrees(*checked_lon, *checked_lat);
}

} // namespace assets
