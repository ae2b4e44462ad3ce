#include "assets/feeds/cot/cot_event.hpp"

#include "assets/feeds/cot/cot_outline.hpp"
#include "assets/feeds/cot/cot_types.hpp"
#include "assets/feeds/doubt_reasons.hpp"
#include "assets/feeds/number.hpp"
#include "assets/model/values/time_forms.hpp"
#include "assets/model/values/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <pugixml.hpp>

namespace assets {
namespace {

/// "Unknown" is sent as 9999999, by some senders as 999999. No real value is that large, and a radius of 1,000 km would
/// be useless.
constexpr double unknown = 999'999;
constexpr double knots_per_metre_per_second = 3600.0 / 1852.0;
constexpr double fastest_m_s = 15'000; // anything faster leaves the Earth

constexpr std::size_t longest_uid = 256, longest_type = 128, longest_word = 64, longest_callsign = 128,
                      longest_remarks = 8'192;

/// Control characters, which references such as &#1; can bring in, become blanks; `keep_lines` keeps line breaks and
/// tabs. Invalid UTF-8, such as half a surrogate pair, gives an empty text. A text longer than `longest` bytes is cut.
std::string clean(std::string_view text, std::size_t longest, bool keep_lines = false) {
    text = without_blanks(text);
    if (!is_valid_utf8(text)) return {};
    if (text.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end; // do not cut within a character
        text = text.substr(0, end);
    }
    std::string out{text};
    for (char& c : out)
        if ((c >= '\0' && c < ' ' && !(keep_lines && (c == '\n' || c == '\t'))) || c == '\x7F') c = ' ';
    return std::string{without_blanks(out)};
}

std::optional<std::string> unless_empty(std::string text) {
    return text.empty() ? std::nullopt : std::optional{std::move(text)};
}

std::optional<double> number(pugi::xml_node node, const char* name) {
    return finite_number(node.attribute(name).value());
}

/// The standard's times end with Z. A time with neither Z nor an offset is also read as UTC.
std::optional<Instant> time_attribute(pugi::xml_node event, const char* name, bool& zone_assumed) {
    const auto read = read_written_time(without_blanks(event.attribute(name).value()), 0.0, DateOrder::IsoOnly);
    if (!read.time || read.time->precision != Precision::Time) return std::nullopt;
    zone_assumed = zone_assumed || !read.has_zone;
    return read.time->first;
}

bool is_type(std::string_view text) {
    return !text.empty() && text.size() <= longest_type && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               c == '_';
    });
}

std::optional<geo::LonLat> read_position(pugi::xml_node point, std::string_view& reason) {
    const auto lon = number(point, "lon"), lat = number(point, "lat");
    const bool given = lon && lat && std::abs(*lat) < 999 && std::abs(*lon) < 999; // 999 and 9999999: no position
    if (given) return valid_position(*lon, *lat, reason);
    reason = "no position";
    return std::nullopt;
}

void read_point(pugi::xml_node point, FeedMessage& message, std::string_view& reason) {
    message.position = read_position(point, reason);
    if (!message.position) return;
    // `ce` is one standard deviation. Senders that do not know it write 0, so 0 is read as unknown.
    if (const auto ce = number(point, "ce"); ce && *ce > 0 && *ce < unknown) message.radius_m = ce;
    if (const auto hae = number(point, "hae"); hae && *hae > -12'000 && *hae < unknown) message.altitude_m = hae;
}

/// Drones send their yaw, from -180 to 180, as course. Some phones send exactly -1 for "no course".
void read_track(pugi::xml_node track, FeedMessage& message) {
    if (const auto course = number(track, "course"); course && *course >= -180 && *course <= 360 && *course != -1) {
        const double turned = *course < 0 ? *course + 360 : *course;
        message.course_deg = turned < 360 ? turned : 0;
    }
    if (const auto speed = number(track, "speed"); speed && *speed >= 0 && *speed < fastest_m_s)
        message.speed_kn = *speed * knots_per_metre_per_second;
}

/// Joins the text and CDATA of the element; comments and elements between them are skipped.
std::string read_remarks(pugi::xml_node remarks) {
    std::string all;
    for (const pugi::xml_node part : remarks.children())
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) all += part.value();
    return clean(all, longest_remarks, true);
}

/// The sender of an event is named by the link whose relation is "p-p" (producer).
std::string read_source(pugi::xml_node detail) {
    for (const pugi::xml_node link : detail.children("link")) {
        if (std::string_view{link.attribute("relation").value()} != "p-p") continue;
        const std::string callsign = clean(link.attribute("parent_callsign").value(), longest_callsign);
        return callsign.empty() ? clean(link.attribute("uid").value(), longest_uid) : callsign;
    }
    return {};
}

/// Types b-a-o are alerts of persons, except b-a-o-can, which cancels one. b-a-g (a crossed geofence) is not a distress
/// call.
bool calls_for_help(std::string_view type, pugi::xml_node detail) {
    if (type.starts_with("b-a-o")) return type != "b-a-o-can";
    const pugi::xml_node emergency = detail.child("emergency");
    return emergency && std::string_view{emergency.attribute("cancel").value()} != "true" && !type.starts_with("b-a-g");
}

/// What an alert is about, in the sender's words and with its name.
std::string title_of_alert(std::string_view type, pugi::xml_node detail) {
    const pugi::xml_node emergency = detail.child("emergency");
    std::string title = clean(emergency.attribute("type").value(), longest_callsign);
    if (title.empty()) title = type.starts_with("b-a-g") ? "Geofence crossed" : "Alert";
    std::string who = clean(emergency.child_value(), longest_callsign);
    if (who.empty()) who = clean(detail.child("contact").attribute("callsign").value(), longest_callsign);
    return who.empty() ? title : title + ": " + who;
}

std::optional<FeedAlert> read_alert(std::string_view type, pugi::xml_node detail) {
    if (!type.starts_with("b-a-")) return std::nullopt;
    const bool cancelled =
        type == "b-a-o-can" || std::string_view{detail.child("emergency").attribute("cancel").value()} == "true";
    return FeedAlert{cancelled ? std::string{} : title_of_alert(type, detail), cancelled};
}

void read_time(pugi::xml_node event, Instant received, FeedMessage& message, bool& zone_assumed) {
    message.time = received;
    const auto given = time_attribute(event, "time", zone_assumed);
    if (!given) return;
    if (*given > received + most_clock_ahead) { // a position cannot be in the future
        message.doubts.emplace_back(doubt_reason::clock_ahead);
        return;
    }
    message.time = *given;
    message.time_source = TimeSource::Sender;
    message.time_from = TimeFrom::Line;
}

void apply(const CotMeaning& meaning, FeedMessage& message) {
    message.type = meaning.type;
    message.side = meaning.side;
    message.sidc = unless_empty(meaning.sidc);
    message.military = meaning.military;
    message.pleasure = meaning.pleasure;
}

} // namespace

CotReading read_cot_event(std::string_view event_text, Instant received) {
    if (!is_valid_utf8(event_text)) return {std::nullopt, "not UTF-8", false};
    pugi::xml_document document;
    // pugixml skips a DOCTYPE and expands no entities but XML's five.
    const auto parsed =
        document.load_buffer(event_text.data(), event_text.size(), pugi::parse_default, pugi::encoding_utf8);
    const pugi::xml_node event = document.child("event");
    if (!parsed || !event) return {std::nullopt, "not well-formed", false};
    const std::string uid = clean(event.attribute("uid").value(), 2 * longest_uid);
    if (uid.empty() || uid.size() > longest_uid) return {std::nullopt, "no usable uid", false};
    const std::string_view type = without_blanks(event.attribute("type").value());
    if (!is_type(type)) return {std::nullopt, "no usable type", false};

    CotReading reading;
    FeedMessage& message = reading.message.emplace();
    message.key = "uid:" + uid;
    message.message_type = type;
    message.how = clean(event.attribute("how").value(), longest_word);
    message.raw = event_text;
    read_time(event, received, message, reading.zone_assumed);
    message.stale = time_attribute(event, "stale", reading.zone_assumed);
    read_point(event.child("point"), message, reading.reason);

    const pugi::xml_node detail = event.child("detail");
    message.callsign = unless_empty(clean(detail.child("contact").attribute("callsign").value(), longest_callsign));
    message.remarks = unless_empty(read_remarks(detail.child("remarks")));
    message.source = read_source(detail);
    read_track(detail.child("track"), message);
    message.distress = calls_for_help(type, detail);
    if (const auto meaning = meaning_of_cot_type(type))
        apply(*meaning, message);
    else
        message.aid = true; // a marker, drawing or chat text may have a position but is not an asset
    message.alert = read_alert(type, detail);
    CotOutline outline = read_cot_outline(type, detail, message.position);
    message.outline = std::move(outline.outline);
    if (!outline.reason.empty()) reading.reason = outline.reason;
    return reading;
}

std::string_view name_of_other(const FeedMessage& event) noexcept {
    if (!event.aid || event.outline || event.alert) return {};
    struct Name {
        std::string_view type, name; ///< `type` is how the type begins
    };
    constexpr std::array names{
        Name{"b-t-f", "chat messages"},   Name{"t-x-c-t", "pings"}, Name{"t-x-takp", "negotiations of the protocol"},
        Name{"t-", "tasks and requests"}, Name{"u-", "drawings"},   Name{"b-m-p", "markers"},
        Name{"b-i-", "pictures"},         Name{"b-f-", "files"},    Name{"b-r-", "reports of casualties"}};
    for (const Name& each : names)
        if (std::string_view{event.message_type}.starts_with(each.type)) return each.name;
    return "events of other types";
}

} // namespace assets
