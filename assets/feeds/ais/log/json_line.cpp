#include "assets/feeds/ais/log/json_line.hpp"

#include "assets/feeds/ais/identity.hpp"
#include "assets/feeds/ais/log/log_time.hpp"
#include "assets/feeds/ais/sentence.hpp"
#include "assets/feeds/number.hpp"
#include "assets/model/values/time_forms.hpp"

#include <charconv>
#include <numbers>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assets::ais {

namespace {

using Json = nlohmann::json;

constexpr double knots_per_metre_per_second = 3600.0 / 1852.0;

const Json& member(const Json& object, const char* name) {
    static const Json none;
    if (!object.is_object()) return none;
    const auto found = object.find(name);
    return found == object.end() ? none : *found;
}

std::optional<double> number_of(const Json& value) {
    if (value.is_number()) return finite_number(fmt::format("{}", value.get<double>()));
    return value.is_string() ? finite_number(value.get<std::string>()) : std::nullopt;
}

std::optional<std::string> text_of(const Json& value) {
    if (!value.is_string()) return std::nullopt;
    constexpr std::size_t longest = 256;
    std::string text{without_blanks(value.get<std::string>())};
    if (text.size() > longest) return std::nullopt;
    for (char& c : text)
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = ' ';
    while (text.ends_with('@') || text.ends_with(' '))
        text.pop_back();
    return text.empty() ? std::nullopt : std::optional{std::move(text)};
}

/// A number of at most nine digits, also as text.
std::optional<std::uint32_t> mmsi_of(const Json& value) {
    const auto number = number_of(value);
    if (!number || *number < 1 || *number > 999'999'999 ||
        *number != static_cast<double>(static_cast<std::uint32_t>(*number)))
        return std::nullopt;
    return static_cast<std::uint32_t>(*number);
}

/// ISO, `20240731060000`, `2024-07-31 06:00:00.123 +0000 UTC`, or Unix time.
std::optional<Instant> time_of(const Json& value) {
    if (value.is_number()) return unix_time(fmt::format("{:.3f}", value.get<double>()));
    auto text = text_of(value);
    if (!text) return std::nullopt;
    constexpr std::string_view go_zone = " +0000 UTC";
    if (text->ends_with(go_zone)) text->replace(text->size() - go_zone.size(), go_zone.size(), "Z");
    const WrittenTime read = read_written_time(*text, 0, DateOrder::IsoOnly);
    if (read.time && read.time->precision == Precision::Time) return read.time->first;
    return time_before_sentence(*text);
}

void set_position(FeedMessage& message, const Json& lon_value, const Json& lat_value) {
    const auto lon = number_of(lon_value), lat = number_of(lat_value);
    if (!lon || !lat || *lon == 181 || *lat == 91) return;
    std::string_view reason;
    message.position = valid_position(*lon, *lat, reason);
    if (!message.position) message.doubts.emplace_back(reason);
}

void set_between(std::optional<double>& member, const Json& value, double least, double end) {
    if (const auto number = number_of(value); number && *number >= least && *number < end) member = number;
}

void set_type(FeedMessage& message, const Json& value) {
    const auto code = number_of(value);
    if (!code || *code < 0 || *code > 255) return;
    const ShipType kind = ship_type(static_cast<std::uint32_t>(*code));
    if (kind.type) message.type = kind.type;
    message.pleasure = kind.pleasure;
    message.military = kind.military;
}

void set_imo(FeedMessage& message, const Json& value) {
    if (const auto imo = number_of(value); imo && *imo >= 1'000'000 && *imo < 10'000'000)
        message.imo = static_cast<std::uint32_t>(*imo);
}

/// {"MessageType":"PositionReport","MetaData":{...},"Message":{"PositionReport":{...}}}
JsonLine read_aisstream(const Json& line) {
    JsonLine read;
    const Json& meta = member(line, "MetaData");
    const auto type = text_of(member(line, "MessageType"));
    const Json& body = member(member(line, "Message"), type ? type->c_str() : "");
    auto mmsi = mmsi_of(member(meta, "MMSI"));
    if (!mmsi) mmsi = mmsi_of(member(body, "UserID"));
    if (!mmsi || !body.is_object()) return {.reason = "JSON without an MMSI"};
    FeedMessage& message = read.message.emplace();
    read.facts = read_identity(*mmsi, message);
    read.time = time_of(member(meta, "time_utc"));
    const auto number = number_of(member(body, "MessageID"));
    message.message_type = number ? fmt::format("{:.0f}", *number) : *type;
    if (*type == "BaseStationReport" || *type == "AidsToNavigationReport") message.aid = true;
    set_position(message, member(body, "Longitude"), member(body, "Latitude"));
    set_between(message.speed_kn, member(body, "Sog"), 0, 102.3);
    set_between(message.course_deg, member(body, "Cog"), 0, 360);
    set_between(message.heading_deg, member(body, "TrueHeading"), 0, 360);
    message.name = text_of(member(body, "Name"));
    if (!message.name) message.name = text_of(member(meta, "ShipName"));
    message.callsign = text_of(member(body, "CallSign"));
    message.destination = text_of(member(body, "Destination"));
    set_type(message, member(body, "Type"));
    set_imo(message, member(body, "ImoNumber"));
    return read;
}

/// The MMSI in "vessels.urn:mrn:imo:mmsi:431000123".
std::optional<std::uint32_t> mmsi_of_context(const std::string& context) {
    constexpr std::string_view before = "mmsi:";
    const auto at = context.rfind(before);
    std::uint32_t mmsi = 0;
    if (at == std::string::npos) return std::nullopt;
    const char* const begin = context.data() + at + before.size();
    const auto [end, failed] = std::from_chars(begin, context.data() + context.size(), mmsi);
    return failed == std::errc{} && end == context.data() + context.size() ? std::optional{mmsi} : std::nullopt;
}

void read_signal_k_value(const std::string& path, const Json& value, FeedMessage& message) {
    constexpr double degrees = 180 / std::numbers::pi;
    const auto number = number_of(value);
    if (path == "navigation.position") {
        set_position(message, member(value, "longitude"), member(value, "latitude"));
    } else if (path == "navigation.speedOverGround" && number && *number >= 0) {
        message.speed_kn = *number * knots_per_metre_per_second;
    } else if (path == "navigation.courseOverGroundTrue" && number && *number >= 0 && *number < 2 * std::numbers::pi) {
        message.course_deg = *number * degrees;
    } else if (path == "navigation.headingTrue" && number && *number >= 0 && *number < 2 * std::numbers::pi) {
        message.heading_deg = *number * degrees;
    } else if (path == "design.aisShipType") {
        set_type(message, member(value, "id"));
    } else if (path.empty()) {
        if (auto name = text_of(member(value, "name"))) message.name = std::move(name);
        if (auto callsign = text_of(member(member(value, "communication"), "callsignVhf")))
            message.callsign = std::move(callsign);
    } else if (path == "name") {
        message.name = text_of(value);
    }
}

/// {"context":"vessels.urn:mrn:imo:mmsi:431000123","updates":[{"timestamp":"...","values":[{"path":...,"value":...}]}]}
JsonLine read_signal_k(const Json& line) {
    const auto context = text_of(member(line, "context"));
    const auto mmsi = context ? mmsi_of_context(*context) : std::nullopt;
    if (!mmsi) return {.reason = "JSON without an MMSI"};
    JsonLine read;
    FeedMessage& message = read.message.emplace();
    read.facts = read_identity(*mmsi, message);
    message.message_type = "delta";
    for (const Json& update : member(line, "updates")) {
        if (const auto time = time_of(member(update, "timestamp"))) read.time = time;
        for (const Json& value : member(update, "values"))
            if (const auto& path = member(value, "path"); path.is_string())
                read_signal_k_value(path.get<std::string>(), member(value, "value"), message);
    }
    return read;
}

/// {"class":"AIS","rxtime":"20240731060000","nmea":["!AIVDM,..."],"mmsi":...}
JsonLine read_catcher(const Json& line) {
    JsonLine read;
    for (const char* name : {"rxtime", "rxuxtime", "timestamp", "time"})
        if (!read.time) read.time = time_of(member(line, name));
    const Json& nmea = member(line, "nmea");
    if (nmea.is_string()) read.sentences.push_back(nmea.get<std::string>());
    if (nmea.is_array())
        for (const Json& sentence : nmea)
            if (sentence.is_string()) read.sentences.push_back(sentence.get<std::string>());
    if (!read.sentences.empty()) return read;
    const auto mmsi = mmsi_of(member(line, "mmsi"));
    if (!mmsi) return {.reason = "JSON without an MMSI"};
    FeedMessage& message = read.message.emplace();
    read.facts = read_identity(*mmsi, message);
    if (const auto type = number_of(member(line, "type"))) message.message_type = fmt::format("{:.0f}", *type);
    if (message.message_type == "4" || message.message_type == "21") message.aid = true;
    set_position(message, member(line, "lon"), member(line, "lat"));
    set_between(message.speed_kn, member(line, "speed"), 0, 102.3);
    set_between(message.course_deg, member(line, "course"), 0, 360);
    set_between(message.heading_deg, member(line, "heading"), 0, 360);
    message.name = text_of(member(line, "shipname"));
    message.callsign = text_of(member(line, "callsign"));
    message.destination = text_of(member(line, "destination"));
    set_type(message, member(line, "shiptype"));
    set_imo(message, member(line, "imo"));
    return read;
}

} // namespace

bool looks_like_json_line(std::string_view text) noexcept {
    if (!text.starts_with('{')) return false;
    for (const std::string_view key : {"\"nmea\"", "\"MessageType\"", "\"updates\"", "\"mmsi\"", "\"MMSI\""})
        if (text.find(key) != std::string_view::npos) return true;
    return false;
}

JsonLine read_json_line(std::string_view text) {
    const Json line = Json::parse(text, nullptr, false);
    if (!line.is_object()) return {.reason = "JSON not well-formed"};
    JsonLine read = line.contains("MessageType") ? read_aisstream(line)
                    : line.contains("updates")   ? read_signal_k(line)
                                                 : read_catcher(line);
    if (read.message) read.message->raw = text;
    return read;
}

} // namespace assets::ais
