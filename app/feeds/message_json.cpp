#include "app/feeds/message_json.hpp"

#include <cmath>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace app {

namespace {

/// Builds one JSON object.
class Line {
public:
    void text(std::string_view key, std::optional<std::string_view> value) {
        begin(key);
        // Feeds may contain any bytes; those that are not UTF-8 become U+FFFD.
        m_line += value ? nlohmann::json(std::string{*value}).dump(-1, ' ', false, replace) : "null";
    }
    void number(std::string_view key, std::optional<double> value, double steps_per_unit) {
        begin(key);
        if (value)
            fmt::format_to(std::back_inserter(m_line), "{}",
                           std::round(*value * steps_per_unit) / steps_per_unit + 0.0);
        else
            m_line += "null";
    }
    [[nodiscard]] std::string finish() && { return std::move(m_line) + "}"; }

private:
    static constexpr auto replace = nlohmann::json::error_handler_t::replace;
    void begin(std::string_view key) {
        m_line += m_line.empty() ? "{\"" : ",\"";
        m_line += key;
        m_line += "\":";
    }
    std::string m_line;
};

/// The part of the key after `scheme`, such as "mmsi:". Empty for a key of another scheme.
std::optional<std::string_view> identifier(std::string_view key, std::string_view scheme) {
    if (!key.starts_with(scheme)) return std::nullopt;
    return key.substr(scheme.size());
}

std::optional<std::string_view> unless_empty(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace

std::string to_json_line(const assets::FeedMessage& message, std::string_view feed) {
    constexpr double ten_millionths = 1e7, hundredths = 100;
    std::optional<double> lon, lat;
    if (message.position) {
        lon = message.position->lon();
        lat = message.position->lat();
    }
    Line line;
    line.text("source", message.source.empty() ? feed : message.source);
    line.text("time", assets::to_iso(message.time));
    line.text("time_from", to_string(message.time_from));
    line.text("mmsi", identifier(message.key, "mmsi:"));
    line.text("icao", identifier(message.key, "icao:"));
    line.text("uid", identifier(message.key, "uid:"));
    line.text("type", unless_empty(message.message_type));
    line.number("lon", lon, ten_millionths);
    line.number("lat", lat, ten_millionths);
    line.number("alt_m", message.altitude_m, hundredths);
    line.number("sog_kn", message.speed_kn, hundredths);
    line.number("cog_deg", message.course_deg, hundredths);
    line.number("heading_deg", message.heading_deg, hundredths);
    line.text("name", message.name);
    line.text("callsign", message.callsign);
    line.text("how", unless_empty(message.how));
    line.text("stale", message.stale ? std::optional{assets::to_iso(*message.stale)} : std::nullopt);
    line.text("raw", message.raw);
    return std::move(line).finish();
}

} // namespace app
