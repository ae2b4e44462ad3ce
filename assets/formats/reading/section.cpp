#include "assets/formats/reading/section.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/ranges.h>

namespace assets {
namespace {

std::string two_digits(unsigned n) {
    return fmt::format("{:02}", n);
}

bool is_numbers(const toml::node& node, std::size_t count) {
    const auto* array = node.as_array();
    return array && array->size() == count &&
           std::all_of(array->begin(), array->end(), [](const toml::node& n) { return n.is_number(); });
}

} // namespace

int line_of(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

std::optional<std::string> cell(const toml::node& node) {
    if (const auto text = node.value_exact<std::string>()) return *text;
    if (const auto whole = node.value_exact<std::int64_t>()) return fmt::format("{}", *whole);
    if (const auto number = node.value_exact<double>()) return fmt::format("{}", *number);
    if (const auto flag = node.value_exact<bool>()) return *flag ? "true" : "false";
    const auto date = [](const toml::date& d) {
        return fmt::format("{:04}-{}-{}", d.year, two_digits(d.month), two_digits(d.day));
    };
    if (const auto d = node.value_exact<toml::date>()) return date(*d);
    if (const auto t = node.value_exact<toml::date_time>()) {
        std::string text = fmt::format("{}T{}:{}:{}", date(t->date), two_digits(t->time.hour),
                                       two_digits(t->time.minute), two_digits(t->time.second));
        if (t->time.nanosecond != 0) text += fmt::format(".{:09}", t->time.nanosecond);
        if (t->offset) {
            const int minutes = t->offset->minutes;
            text += minutes == 0 ? "Z"
                                 : fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                                               std::abs(minutes) % 60);
        }
        return text;
    }
    return std::nullopt;
}

std::vector<std::string> texts_of(const toml::node& node) {
    std::vector<std::string> texts;
    if (const auto text = node.value_exact<std::string>()) texts.push_back(*text);
    if (const auto* array = node.as_array())
        for (const auto& item : *array)
            if (const auto text = item.value_exact<std::string>()) texts.push_back(*text);
    return texts;
}

void Section::check(std::span<const ColumnInfo> keys) {
    for (const auto& [key, node] : m_table) {
        const auto known =
            std::find_if(keys.begin(), keys.end(), [name = key.str()](const ColumnInfo& k) { return k.name == name; });
        if (known == keys.end())
            m_reading.findings.warning(
                code::unknown_key, {m_file, static_cast<int>(key.source().begin.line), m_path + std::string{key.str()}},
                "is not a known key, so it is ignored" + did_you_mean(key.str(), names_of(keys)));
        else
            check_shape(*known, node);
    }
    for (const auto& key : keys)
        if (key.required && !node(key.name)) error(key.name, code::missing_value, "must be given");
}

void Section::check_characters(std::string_view key, std::string_view text) {
    if (!m_reading.missing_characters) return;
    if (const auto missing = m_reading.missing_characters(text); !missing.empty())
        error(key, code::missing_glyph, no_glyph_words(missing));
}

void Section::check_word(const ColumnInfo& key, const std::string& word) {
    if (key.allowed.empty() || std::find(key.allowed.begin(), key.allowed.end(), word) != key.allowed.end()) return;
    std::string hint = did_you_mean(word, key.allowed);
    constexpr std::size_t most_listed = 10;
    if (hint.empty() && key.allowed.size() <= most_listed) hint = fmt::format("; use {}", fmt::join(key.allowed, ", "));
    error(key.name, code::bad_value, fmt::format("{} is not a known value{}", in_quotes(word), hint));
}

void Section::check_time(const ColumnInfo& key, const toml::node& node) {
    const auto text = cell(node);
    if (!text || !parse_time_text(*text, 0, m_reading.scenario.dates))
        error(key.name, code::bad_time,
              text ? fmt::format("{} is not a date or time; write for example 2024-07-31", in_quotes(*text))
                   : std::string{"must be a date or time"});
}

void Section::check_point(const ColumnInfo& key, const toml::node& node) {
    if (point(key.name) || !is_numbers(node, 2)) return;
    const auto& pair = *node.as_array();
    error(
        key.name, code::out_of_range,
        fmt::format("[{}, {}] is not a longitude and a latitude", *pair[0].value<double>(), *pair[1].value<double>()));
}

void Section::check_shape(const ColumnInfo& key, const toml::node& node) {
    const auto must = [&](bool good, const char* what) {
        if (!good) error(key.name, code::bad_value, fmt::format("must be {}", what));
        return good;
    };
    switch (key.shape) {
    case Shape::Text:
        if (must(node.is_string(), "a text in quotes") && key.printed)
            check_characters(key.name, *node.value_exact<std::string>());
        break;
    case Shape::Id:
    case Shape::TimeSpan:
        must(node.is_string(), "a text in quotes");
        break;
    case Shape::Word:
        if (must(node.is_string(), "a text in quotes")) check_word(key, *node.value_exact<std::string>());
        break;
    case Shape::List: {
        const auto* array = node.as_array();
        const bool good = node.is_string() || (array && std::all_of(array->begin(), array->end(),
                                                                    [](const toml::node& n) { return n.is_string(); }));
        if (must(good, "a text or a list of texts"))
            for (const auto& text : texts_of(node))
                check_word(key, text);
        break;
    }
    case Shape::Number:
        must(node.is_number() && std::isfinite(*node.value<double>()), "a number");
        break;
    case Shape::Positive:
        must(node.is_number() && std::isfinite(*node.value<double>()) && *node.value<double>() > 0,
             "a number greater than 0");
        break;
    case Shape::Whole:
        must(node.is_integer(), "a whole number");
        break;
    case Shape::Flag:
        must(node.is_boolean(), "true or false");
        break;
    case Shape::Time:
        check_time(key, node);
        break;
    case Shape::Point:
        if (must(is_numbers(node, 2), "[longitude, latitude]")) check_point(key, node);
        break;
    case Shape::Offset:
        must(is_numbers(node, 2), "[right, down] in mm");
        break;
    case Shape::TextOrPoint:
        if (must(node.is_string() || is_numbers(node, 2), "an id, a place or [longitude, latitude]"))
            check_point(key, node);
        break;
    case Shape::Box:
        must(is_numbers(node, 4), "[west, south, east, north]");
        break;
    case Shape::Table:
        must(node.is_table(), "a table");
        break;
    case Shape::Tables:
        must(node.is_array_of_tables(), "an array of tables, written with [[ ]]");
        break;
    }
}

std::string Section::text(std::string_view key) const {
    return m_table[key].value_exact<std::string>().value_or(std::string{});
}

std::vector<std::string> Section::texts(std::string_view key) const {
    const auto* value = node(key);
    return value ? texts_of(*value) : std::vector<std::string>{};
}

std::optional<double> Section::number(std::string_view key) const {
    const auto* value = node(key);
    return value && value->is_number() ? value->value<double>() : std::nullopt;
}

std::string Section::time_text(std::string_view key) const {
    const auto* value = node(key);
    return value ? cell(*value).value_or("") : "";
}

std::optional<TimeText> Section::time(std::string_view key) const {
    return parse_time_text(time_text(key), m_reading.scenario.utc_offset_h, m_reading.scenario.dates);
}

std::optional<geo::LonLat> Section::point(std::string_view key) const {
    const auto pair = numbers(key, 2);
    return pair ? geo::LonLat::from_degrees((*pair)[0], (*pair)[1]) : std::nullopt;
}

std::optional<std::vector<double>> Section::numbers(std::string_view key, std::size_t count) const {
    const auto* value = node(key);
    if (!value || !is_numbers(*value, count)) return std::nullopt;
    std::vector<double> numbers;
    for (const auto& number : *value->as_array())
        numbers.push_back(*number.value<double>());
    return numbers;
}

void Section::error(std::string_view key, std::string_view code, std::string message) {
    m_reading.findings.error(code, {m_file, line_at(key), m_path + std::string{key}}, std::move(message));
}

std::string SectionCell::text() {
    return m_key.shape == Shape::Time ? m_section.time_text(m_key.name) : m_section.text(m_key.name);
}

std::optional<double> SectionCell::number() {
    const auto value = m_section.number(m_key.name);
    if (!value || (*value >= m_key.range.least && *value <= m_key.range.most)) return value;
    m_section.error(m_key.name, code::out_of_range,
                    fmt::format("'{}' is not within {} to {}", *value, m_key.range.least, m_key.range.most));
    return std::nullopt;
}

std::optional<int> SectionCell::whole_number() {
    const auto value = number();
    return value ? std::optional{static_cast<int>(*value)} : std::nullopt;
}

bool SectionCell::flag() {
    const auto* node = m_section.node(m_key.name);
    return node && node->value_exact<bool>().value_or(false);
}

std::optional<std::size_t> SectionCell::word() {
    const auto found = std::find(m_key.allowed.begin(), m_key.allowed.end(), text());
    if (found == m_key.allowed.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_key.allowed.begin());
}

void SectionCell::report_wrong_form(std::string_view hint) {
    const std::string written = m_key.shape == Shape::List ? fmt::format("{}", fmt::join(list(), ", ")) : text();
    m_section.error(m_key.name, code::bad_value, fmt::format("{} is not {}{}", in_quotes(written), m_key.form, hint));
}

std::optional<InputFile> file_inside(Section& section, std::string_view key, const std::string& written,
                                     const std::filesystem::path& folder) {
    const std::filesystem::path relative = std::filesystem::path{written}.lexically_normal();
    if (written.empty() || relative.is_absolute() || (!relative.empty() && *relative.begin() == "..") ||
        !is_inside(folder, folder / relative)) {
        section.error(key, code::path_leaves_folder,
                      fmt::format("{} is not inside the scenario's folder", in_quotes(written)));
        return std::nullopt;
    }
    return InputFile{relative.generic_string(), folder / relative};
}

std::optional<geo::Box> read_box(Section& section, std::string_view key) {
    const auto n = section.numbers(key, 4);
    if (!n) return std::nullopt;
    const double west = (*n)[0], south = (*n)[1], east = (*n)[2], north = (*n)[3];
    constexpr double widest = 180, highest = 90;
    if (south > north && std::abs(south) <= highest && std::abs(north) <= highest) {
        section.error(
            key, code::out_of_range,
            fmt::format("south, {}, is greater than north, {}; write [west, south, east, north]", south, north));
        return std::nullopt;
    }
    const auto box = std::abs(west) <= widest && std::abs(east) <= widest
                         ? geo::Box::from_degrees(west, south, east, north)
                         : std::nullopt;
    if (!box)
        section.error(
            key, code::out_of_range,
            fmt::format("[{}, {}, {}, {}] is not [west, south, east, north] in degrees", west, south, east, north));
    return box;
}

} // namespace assets
