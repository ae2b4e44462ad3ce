#include "app/figure/option_values.hpp"

#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace app {

namespace {

template <class Number>
std::optional<Number> parse(std::string_view text) {
    Number value{};
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::vector<double>> numbers(const std::string& text, std::size_t count) {
    const auto parts = split_list(text);
    if (parts.size() != count) return std::nullopt;
    std::vector<double> values;
    for (const auto& part : parts) {
        const auto value = parse<double>(part);
        if (!value || !std::isfinite(*value)) return std::nullopt;
        values.push_back(*value);
    }
    return values;
}

} // namespace

double number_in(const std::string& option, const std::string& text, double least, double most) {
    const auto value = parse<double>(text);
    if (!value || !(*value >= least && *value <= most))
        throw UsageError{fmt::format("{}: '{}' is not a number from {} to {}", option, text, least, most)};
    return *value;
}

std::pair<int, int> pixel_size(const std::string& option, const std::string& text) {
    const auto cross = text.find('x');
    if (cross != std::string::npos) {
        const auto width = parse<int>(std::string_view{text}.substr(0, cross));
        const auto height = parse<int>(std::string_view{text}.substr(cross + 1));
        if (width && height) return {*width, *height};
    }
    throw UsageError{option + ": '" + text + "' is not a size in pixels such as 1920x1080"};
}

geo::LonLat lonlat_value(const std::string& option, const std::string& text) {
    if (const auto values = numbers(text, 2)) {
        const double lon = (*values)[0];
        const double lat = (*values)[1];
        if (const auto place = geo::LonLat::from_degrees(lon, lat); place && lon >= -360 && lon <= 360) return *place;
        if (std::abs(lat) > 90 && std::abs(lon) <= 90)
            throw UsageError{option + ": '" + text + "': latitude is beyond 90; longitude comes first"};
    }
    throw UsageError{option + ": '" + text + "' is not LON,LAT in degrees, such as 127,37.5"};
}

geo::Box box_value(const std::string& option, const std::string& text) {
    if (const auto values = numbers(text, 4)) {
        const auto& v = *values;
        const auto box = geo::Box::from_degrees(v[0], v[1], v[2], v[3]);
        if (box && v[1] < v[3] && v[0] != v[2]) return *box;
    }
    throw UsageError{option + ": '" + text + "' is not W,S,E,N in degrees, such as 120,30,135,42"};
}

std::string one_of(const std::string& option, const std::string& text, const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), text) != known.end()) return text;
    throw UsageError{
        fmt::format("{}: '{}' is not one of {}{}", option, text, fmt::join(known, ", "), did_you_mean(text, known))};
}

assets::Instant end_of_day(const std::string& option, const std::string& text) {
    const auto day = assets::parse_time_text(text, 0);
    if (!day || day->precision != assets::Precision::Day)
        throw UsageError{option + ": '" + text + "' is not a day such as 2024-07-31"};
    return day->last;
}

std::chrono::seconds duration_value(const std::string& option, const std::string& text) {
    const auto duration = assets::parse_duration(text);
    if (!duration || duration->count() == 0)
        throw UsageError{option + ": '" + text + "' is not a duration such as 36h, 14d or 30min"};
    return *duration;
}

std::string duration_text(std::chrono::seconds duration) {
    struct Unit {
        std::chrono::seconds length;
        const char* name;
    };
    constexpr std::array units{Unit{std::chrono::days{1}, "d"}, Unit{std::chrono::hours{1}, "h"},
                               Unit{std::chrono::minutes{1}, "min"}};
    for (const auto& [length, name] : units)
        if (duration % length == std::chrono::seconds{0}) return fmt::format("{}{}", duration / length, name);
    return fmt::format("{}s", duration.count());
}

std::vector<std::string> split_list(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const auto end = std::min(text.find(separator, begin), text.size());
        auto part = text.substr(begin, end - begin);
        const auto first = part.find_first_not_of(" \t");
        if (first != std::string::npos) parts.push_back(part.substr(first, part.find_last_not_of(" \t") - first + 1));
        begin = end + 1;
    }
    return parts;
}

} // namespace app
