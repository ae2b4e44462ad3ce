#include "assets/formats/reading/record.hpp"

#include "assets/formats/text/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

struct Alias {
    std::string_view written, column;
};

// As spreadsheets, AIS extracts (MarineCadastre) and web exports write them; in lower case, spaces as underscores.
constexpr std::array aliases{
    Alias{"latitude", "lat"},
    Alias{"longitude", "lon"},
    Alias{"lng", "lon"},
    Alias{"long", "lon"},
    Alias{"y", "lat"},
    Alias{"x", "lon"},
    Alias{"time", "from"},
    Alias{"timestamp", "from"},
    Alias{"datetime", "from"},
    Alias{"date_time", "from"},
    Alias{"basedatetime", "from"},
    Alias{"base_date_time", "from"},
    Alias{"date", "from"},
    Alias{"start", "from"},
    Alias{"begin", "from"},
    Alias{"end", "to"},
    Alias{"until", "to"},
    Alias{"ship", "asset"},
    Alias{"vessel", "asset"},
    Alias{"unit", "asset"},
    Alias{"vesselname", "name"},
    Alias{"vessel_name", "name"},
    Alias{"ship_name", "name"},
    Alias{"shipname", "name"},
    Alias{"sog", "speed_kn"},
    Alias{"cog", "course_deg"},
    Alias{"speed", "speed_kn"},
    Alias{"course", "course_deg"},
    Alias{"hex", "icao"},
    Alias{"icao24", "icao"},
    Alias{"radius", "radius_km"},
    Alias{"source", "sources"},
    Alias{"comment", "note"},
    Alias{"notes", "note"},
    Alias{"alias", "aliases"},
    Alias{"place_name", "place"},
    Alias{"location", "place"},
};

std::string column_key(std::string_view header) {
    std::string key;
    for (const char c : header) {
        if (c >= 'A' && c <= 'Z')
            key += static_cast<char>(c - 'A' + 'a');
        else
            key += c == ' ' || c == '-' ? '_' : c;
    }
    return key;
}

std::optional<std::size_t> position_of(std::span<const std::string_view> names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - names.begin())};
}

std::optional<double> parse_number(std::string text, bool decimal_comma) {
    if (decimal_comma && std::count(text.begin(), text.end(), ',') == 1 && text.find('.') == std::string::npos)
        text[text.find(',')] = '.';
    std::string_view digits = text;
    if (digits.starts_with('+')) digits.remove_prefix(1);
    double value = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string_view separator_name(char separator) {
    return separator == ',' ? "comma" : separator == ';' ? "semicolon" : "tab";
}

/// `20/10/2024`, `20.10.2024`: a date whose order only the author knows, or that only one order fits.
struct SlashDate {
    bool fits_dmy, fits_mdy;
};
std::optional<SlashDate> slash_date(std::string_view text) {
    const std::optional<TimeText> as_dmy = parse_time_text(text, 0, DateOrder::DayMonthYear);
    const std::optional<TimeText> as_mdy = parse_time_text(text, 0, DateOrder::MonthDayYear);
    if (parse_time_text(text, 0) || (!as_dmy && !as_mdy)) return std::nullopt;
    return SlashDate{as_dmy.has_value(), as_mdy.has_value()};
}

bool one_local_day(const Interval& interval, double utc_offset_h) {
    const std::chrono::seconds offset{std::llround(utc_offset_h * 3600)};
    return std::chrono::floor<std::chrono::days>(interval.from + offset) ==
           std::chrono::floor<std::chrono::days>(interval.to + offset);
}

} // namespace

During default_during(const Interval& interval, Activity activity, double utc_offset_h) {
    if (interval.from == interval.to) return During::Throughout; // an instant
    if (activity == Activity::Departure || activity == Activity::Arrival) return During::Sometime;
    if (interval.open_end || (interval.to_given && !one_local_day(interval, utc_offset_h))) return During::Throughout;
    return During::Sometime;
}

std::vector<std::optional<std::size_t>> map_columns(const std::vector<std::string>& header,
                                                    std::span<const std::string_view> names) {
    std::vector<std::optional<std::size_t>> columns(header.size());
    std::vector<bool> taken(names.size(), false);
    for (std::size_t i = 0; i < header.size(); ++i)
        if ((columns[i] = position_of(names, column_key(header[i])))) taken[*columns[i]] = true;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (columns[i]) continue;
        const std::string key = column_key(header[i]);
        for (const auto& alias : aliases) {
            const auto column = alias.written == key ? position_of(names, alias.column) : std::nullopt;
            if (column && !taken[*column]) {
                columns[i] = column;
                taken[*column] = true;
            }
        }
    }
    return columns;
}

std::size_t Record::column(std::string_view name) const {
    return position_of(m_names, name).value_or(m_names.size());
}

void Record::set(std::string_view name, std::string text, int line) {
    set_at(column(name), std::move(text), line);
}

std::string_view Record::text(std::string_view name) const {
    const auto i = column(name);
    return i < m_texts.size() ? std::string_view{m_texts[i]} : std::string_view{};
}

bool Record::knows(std::string_view name) const {
    return column(name) < m_names.size();
}

int Record::line_of(std::string_view name) const {
    const auto i = column(name);
    return i < m_lines.size() && !m_texts[i].empty() ? m_lines[i] : m_line;
}

Spot Fields::spot(std::string_view name) const {
    return {m_record.file(), m_record.line_of(name), m_record.prefix + std::string{name}, m_subject,
            std::string{m_record.text("from")}};
}

void Fields::error(std::string_view name, std::string_view code, std::string message) {
    m_ok = false;
    m_reading.findings.error(code, spot(name), std::move(message));
}

void Fields::warning(std::string_view name, std::string_view code, std::string message) {
    m_reading.findings.warning(code, spot(name), std::move(message));
}

void Fields::note(std::string_view name, std::string_view code, std::string message) {
    m_reading.findings.note(code, spot(name), std::move(message));
}

std::string Fields::required(std::string_view name) {
    if (!has(name)) error(name, code::missing_value, "must be given");
    return text(name);
}

std::string Fields::id(std::string_view name) {
    std::string value = required(name);
    if (!value.empty() && !is_id(value))
        error(name, code::bad_id,
              fmt::format("{} is no id; small letters, digits, '.', '_' and '-' make one", in_quotes(value)));
    return value;
}

std::optional<double> Fields::number(std::string_view name, double least, double most) {
    if (!has(name)) return std::nullopt;
    const auto value = parse_number(text(name), m_record.decimal_comma);
    if (!value) {
        error(name, code::bad_value, fmt::format("{} is not a number", in_quotes(m_record.text(name))));
    } else if (*value < least || *value > most) {
        error(name, code::out_of_range,
              fmt::format("{} is not within {} to {}", in_quotes(m_record.text(name)), least, most));
        return std::nullopt;
    }
    return value;
}

std::optional<int> Fields::whole_number(std::string_view name, int least, int most) {
    const auto value = number(name, least, most);
    if (!value) return std::nullopt;
    if (*value != std::floor(*value)) {
        error(name, code::bad_value, fmt::format("{} is not a whole number", in_quotes(m_record.text(name))));
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

bool Fields::yes(std::string_view name) {
    const std::string_view value = m_record.text(name);
    if (value == "true" || value == "yes" || value == "1") return true;
    if (!value.empty() && value != "false" && value != "no" && value != "0")
        error(name, code::bad_value, fmt::format("{} is neither true nor false", in_quotes(value)));
    return false;
}

std::vector<std::string> Fields::list(std::string_view name) const {
    std::vector<std::string> items;
    std::string_view rest = m_record.text(name);
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        std::string_view item = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (item.starts_with(' '))
            item.remove_prefix(1);
        while (item.ends_with(' '))
            item.remove_suffix(1);
        if (!item.empty()) items.emplace_back(item);
    }
    return items;
}

double Fields::utc_offset_h() {
    return number("utc_offset_h", -14, 14).value_or(m_reading.scenario.utc_offset_h);
}

std::optional<TimeText> Fields::time(std::string_view name, double utc_offset_h) {
    const std::string_view value = m_record.text(name);
    if (value.empty()) return std::nullopt;
    if (auto time = parse_time_text(value, utc_offset_h, m_reading.scenario.dates)) return time;
    const auto either = m_reading.scenario.dates == DateOrder::IsoOnly ? slash_date(value) : std::nullopt;
    if (either && either->fits_dmy && either->fits_mdy)
        error(name, code::ambiguous_date,
              fmt::format(
                  "{} can be day/month or month/day; add dates = \"dmy\" or \"mdy\" under [read] in scenario.toml",
                  in_quotes(value)));
    else if (either)
        error(name, code::ambiguous_date,
              fmt::format("{} is not an ISO date; add dates = \"{}\" under [read] in scenario.toml", in_quotes(value),
                          either->fits_dmy ? "dmy" : "mdy"));
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
              fmt::format("{} is before from, {}", in_quotes(m_record.text("to")), in_quotes(m_record.text("from"))));
        return std::nullopt;
    }
    return Interval{from->first, end.last, from->precision, to.has_value(), false};
}

std::optional<std::chrono::seconds> Fields::duration(std::string_view name,
                                                     std::optional<std::chrono::seconds> otherwise) {
    const std::string_view value = m_record.text(name);
    if (value.empty()) return otherwise;
    if (value == "none" || value == "never") return std::nullopt;
    const auto duration = parse_duration(value);
    if (!duration)
        error(name, code::bad_value,
              fmt::format("{} is not a duration; write for example 36h, 14d or none", in_quotes(value)));
    return duration;
}

std::optional<geo::LonLat> Fields::position(std::string_view lon_name, std::string_view lat_name) {
    if (!has(lon_name) && !has(lat_name)) return std::nullopt;
    if (!has(lon_name) || !has(lat_name)) {
        const auto [missing, given] = has(lon_name) ? std::pair{lat_name, lon_name} : std::pair{lon_name, lat_name};
        error(missing, code::missing_value, fmt::format("must be given beside {}", given));
        return std::nullopt;
    }
    const auto lon = parse_number(text(lon_name), m_record.decimal_comma);
    const auto lat = parse_number(text(lat_name), m_record.decimal_comma);
    if (lon && lat && std::abs(*lat) > 90 && std::abs(*lat) <= 180 && std::abs(*lon) <= 90) {
        error(lat_name, code::swapped_coordinates,
              fmt::format("{} is not within -90 to 90; are lon and lat swapped?", in_quotes(m_record.text(lat_name))));
        return std::nullopt;
    }
    const auto checked_lon = number(lon_name, -360, 360);
    const auto checked_lat = number(lat_name, -90, 90);
    if (!checked_lon || !checked_lat) return std::nullopt;
    if (std::abs(*checked_lon) > 180)
        note(lon_name, code::longitude_wrapped,
             fmt::format("{} is read as {}", in_quotes(m_record.text(lon_name)), geo::wrap_longitude(*checked_lon)));
    return geo::LonLat::from_degrees(*checked_lon, *checked_lat);
}

template <class Index>
void Fields::unknown_id(std::string_view field, const char* table, const char* thing, std::string_view id,
                        const std::map<std::string, Index, std::less<>>& known) {
    if (m_reading.incomplete.contains(table)) {
        m_ok = false;
        m_reading.findings.error_told_elsewhere();
        return;
    }
    constexpr std::size_t worth_a_guess = 1000;
    std::vector<std::string_view> names;
    if (m_reading.findings.errors() < worth_a_guess)
        for (const auto& [name, index] : known)
            names.push_back(name);
    error(field, code::unknown_id, fmt::format("no {} {}{}", thing, in_quotes(id), did_you_mean(id, names)));
}

std::vector<SourceIndex> Fields::sources() {
    std::vector<SourceIndex> indices;
    for (const auto& id : list("sources")) {
        const auto found = m_reading.source_ids.find(id);
        if (found != m_reading.source_ids.end()) {
            indices.push_back(found->second);
            continue;
        }
        unknown_id("sources", "sources", "source", id, m_reading.source_ids);
    }
    return indices;
}

std::optional<AssetIndex> Fields::asset(std::string_view name) {
    if (!has(name)) return std::nullopt;
    return asset_called(name, m_record.text(name));
}

std::optional<AssetIndex> Fields::asset_called(std::string_view name, std::string_view id) {
    const auto found = m_reading.asset_ids.find(id);
    if (found != m_reading.asset_ids.end()) return found->second;
    unknown_id(name, "assets", "asset", id, m_reading.asset_ids);
    return std::nullopt;
}

std::optional<AreaRef> Fields::area(std::string_view name) {
    if (!has(name)) return std::nullopt;
    const std::string id = text(name);
    if (m_reading.zone_ids.contains(id)) return AreaRef{AreaRef::Of::Zone, id};
    const auto* atlas = m_reading.scenario.atlas.get();
    if (atlas && atlas->seas.by_id(id)) return AreaRef{AreaRef::Of::Sea, id};
    if (m_reading.incomplete.contains("zones")) {
        m_ok = false;
        m_reading.findings.error_told_elsewhere();
        return std::nullopt;
    }
    std::string meant;
    if (const auto* sea = atlas ? atlas->seas.find(id) : nullptr) {
        meant = fmt::format("; did you mean '{}'?", sea->id);
    } else {
        std::vector<std::string_view> names;
        for (const auto& [zone, index] : m_reading.zone_ids)
            names.push_back(zone);
        if (atlas)
            for (const auto& other : atlas->seas.seas())
                names.push_back(other.id);
        meant = did_you_mean(id, names);
    }
    error(name, code::unknown_id, fmt::format("no zone or sea {}{}", in_quotes(id), meant));
    return std::nullopt;
}

void Fields::not_a_word(std::string_view name, std::span<const std::string_view> words) {
    const std::string_view value = m_record.text(name);
    std::vector<std::string_view> known;
    std::copy_if(words.begin(), words.end(), std::back_inserter(known), [](auto word) { return !word.empty(); });
    std::string meant = did_you_mean(value, known);
    constexpr std::size_t most_listed = 10;
    if (meant.empty() && known.size() <= most_listed) meant = fmt::format("; it can be {}", fmt::join(known, ", "));
    error(name, code::bad_value, fmt::format("{} is not known here{}", in_quotes(value), meant));
}

void read_table(Reading& reading, const InputFile& input, std::span<const std::string_view> names,
                std::span<const std::string_view> must_have, const std::function<void(const Record&)>& row) {
    constexpr std::size_t most_bytes = std::size_t{2} << 30;
    auto bytes = read_whole(reading, input, most_bytes);
    if (!bytes) return;
    const Spot whole{reading.file_index(input.name)};
    std::string trouble;
    const auto decoded = decode_text(std::move(*bytes), trouble);
    if (!decoded) {
        ++reading.unreadable_files;
        reading.findings.error(code::syntax, whole, trouble);
        return;
    }
    if (decoded->was_windows_1252) reading.findings.note(code::encoding, whole, "is not UTF-8; read as Windows-1252");

    CsvReader csv{decoded->utf8};
    std::vector<std::string> fields;
    const bool has_header = csv.next(fields);
    const std::vector<std::string> header = fields;
    const Spot header_spot{whole.file, has_header ? csv.line() : 0};
    const auto columns = map_columns(header, names);
    std::vector<bool> present(names.size(), false);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] && !present[*columns[i]]) {
            present[*columns[i]] = true;
        } else if (columns[i]) {
            Spot spot = header_spot;
            spot.field = header[i];
            reading.findings.error(code::duplicate, spot, "this column stands twice");
        } else if (!header[i].empty()) {
            Spot spot = header_spot;
            spot.field = header[i];
            reading.findings.warning(code::unknown_column, spot,
                                     "not a known column, so it is not read" +
                                         did_you_mean(column_key(header[i]), names));
        }
    }
    bool lacks_column = false;
    for (const auto name : must_have) {
        if (has_header && csv.error().empty() && !present[*position_of(names, name)]) {
            Spot spot = header_spot;
            spot.field = name;
            lacks_column = true;
            reading.findings.error(code::missing_column, spot, "there is no such column");
        }
    }
    if (!has_header && csv.error().empty())
        reading.findings.error(code::missing_column, whole, "is empty: the first line names the columns");

    Record record{names, whole.file};
    record.decimal_comma = csv.separator() == ';';
    if (lacks_column || !has_header) ++reading.unreadable_files;
    while (csv.next(fields)) {
        ++reading.records;
        const std::size_t columns_read = std::min(fields.size(), columns.size());
        const bool has_extra = std::any_of(fields.begin() + static_cast<std::ptrdiff_t>(columns_read), fields.end(),
                                           [](const std::string& f) { return !f.empty(); });
        if (has_extra)
            reading.findings.error(code::syntax, {whole.file, csv.line()},
                                   fmt::format("{} values where the header has {} columns; put quotes around a value "
                                               "that holds a {}",
                                               fields.size(), columns.size(), separator_name(csv.separator())));
        if (has_extra || lacks_column) {
            ++reading.rejected;
            continue;
        }
        const auto errors_before = reading.findings.errors();
        record.begin(csv.line());
        for (std::size_t i = 0; i < columns_read; ++i)
            if (columns[i]) record.set(*columns[i], std::move(fields[i]));
        row(record);
        if (reading.findings.errors() > errors_before) ++reading.rejected;
    }
    if (!csv.error().empty()) {
        ++reading.unreadable_files;
        reading.findings.error(code::syntax, {whole.file, csv.error_line()}, csv.error());
    }
}

} // namespace assets
