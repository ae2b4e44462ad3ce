#include "assets/feeds/cot/cot_event.hpp"

#include "assets/feeds/cot/cot_types.hpp"
#include "assets/feeds/number.hpp"
#include "assets/model/values/utf8.hpp"

#include <algorithm>
#include <cmath>

#include <pugixml.hpp>

namespace assets {
namespace {

using namespace std::chrono_literals;

/// "Unknown" is 9999999, and 999999 with those who left a digit out. Nothing here is that large: a circle of 1,000 km
/// says no more than none.
constexpr double unknown = 999'999;
constexpr double knots_per_metre_per_second = 3600.0 / 1852.0;
constexpr double fastest_m_s = 15'000; // beyond it nothing stays near the Earth
constexpr auto most_ahead = 5min;      // by which a sender's clock may be ahead of ours

constexpr std::size_t longest_uid = 256, longest_type = 128, longest_word = 64, longest_callsign = 128,
                      longest_remarks = 8'192;

/// What a character reference may smuggle in (&#1;, half a surrogate pair) comes out as a blank, or as nothing at all.
std::string clean(std::string_view text, std::size_t longest, bool lines = false) {
    text = without_blanks(text);
    if (!is_valid_utf8(text)) return {};
    if (text.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end; // not within a character
        text = text.substr(0, end);
    }
    std::string out{text};
    for (char& c : out)
        if ((c >= '\0' && c < ' ' && !(lines && (c == '\n' || c == '\t'))) || c == '\x7F') c = ' ';
    return std::string{without_blanks(out)};
}

std::optional<std::string> unless_empty(std::string text) {
    return text.empty() ? std::nullopt : std::optional{std::move(text)};
}

std::optional<double> number(pugi::xml_node node, const char* name) {
    return finite_number(node.attribute(name).value());
}

/// The standard's times end with Z; what has neither Z nor an offset is taken for UTC too.
std::optional<Instant> time_attribute(pugi::xml_node event, const char* name) {
    const auto read = parse_time_text(without_blanks(event.attribute(name).value()), 0.0);
    return read && read->precision == Precision::Time ? std::optional{read->first} : std::nullopt;
}

bool is_type(std::string_view text) {
    return !text.empty() && text.size() <= longest_type && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               c == '_';
    });
}

std::optional<geo::LonLat> read_position(pugi::xml_node point, std::string_view& reason) {
    const auto lon = number(point, "lon"), lat = number(point, "lat");
    const bool said = lon && lat && std::abs(*lat) < 999 && std::abs(*lon) < 999; // 999, 9999999: no fix
    if (said) return sound_position(*lon, *lat, reason);
    reason = "no position";
    return std::nullopt;
}

void read_point(pugi::xml_node point, FeedMessage& report, std::string_view& reason) {
    report.position = read_position(point, reason);
    if (!report.position) return;
    // ce is one standard deviation; 0 claims more than anything measures, and is what senders write who do not know.
    if (const auto ce = number(point, "ce"); ce && *ce > 0 && *ce < unknown) report.radius_m = ce;
    if (const auto hae = number(point, "hae"); hae && *hae > -12'000 && *hae < unknown) report.altitude_m = hae;
}

/// Drones send their yaw as course, from -180 to 180; -1 alone is how some phones say that they have none.
void read_track(pugi::xml_node track, FeedMessage& report) {
    if (const auto course = number(track, "course"); course && *course >= -180 && *course <= 360 && *course != -1) {
        const double turned = *course < 0 ? *course + 360 : *course;
        report.course_deg = turned < 360 ? turned : 0;
    }
    if (const auto speed = number(track, "speed"); speed && *speed >= 0 && *speed < fastest_m_s)
        report.speed_kn = *speed * knots_per_metre_per_second;
}

/// Text and CDATA, with whatever stands between them.
std::string read_remarks(pugi::xml_node remarks) {
    std::string all;
    for (const pugi::xml_node part : remarks.children())
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) all += part.value();
    return clean(all, longest_remarks, true);
}

/// Who sent it: an event names its producer by a link of relation "p-p".
std::string read_source(pugi::xml_node detail) {
    for (const pugi::xml_node link : detail.children("link")) {
        if (std::string_view{link.attribute("relation").value()} != "p-p") continue;
        const std::string callsign = clean(link.attribute("parent_callsign").value(), longest_callsign);
        return callsign.empty() ? clean(link.attribute("uid").value(), longest_uid) : callsign;
    }
    return {};
}

/// b-a-o are alerts of persons, of which b-a-o-can takes one back; b-a-g, a crossed line, is nobody's distress.
bool calls_for_help(std::string_view type, pugi::xml_node detail) {
    if (type.starts_with("b-a-o")) return type != "b-a-o-can";
    const pugi::xml_node emergency = detail.child("emergency");
    return emergency && std::string_view{emergency.attribute("cancel").value()} != "true" && !type.starts_with("b-a-g");
}

void read_time(pugi::xml_node event, Instant received, FeedMessage& report) {
    report.time = received;
    const auto said = time_attribute(event, "time");
    if (!said) return;
    if (*said > received + most_ahead) { // no position comes from the future
        report.doubts.emplace_back("the sender's clock is ahead");
        return;
    }
    report.time = *said;
    report.time_source = TimeSource::Sender;
}

void apply(const CotMeaning& meaning, FeedMessage& report) {
    report.type = meaning.type;
    report.side = meaning.side;
    report.sidc = unless_empty(meaning.sidc);
    report.military = meaning.military;
    report.pleasure = meaning.pleasure;
}

} // namespace

CotReading read_cot_event(std::string_view event_text, Instant received) {
    if (!is_valid_utf8(event_text)) return {std::nullopt, "not UTF-8"};
    pugi::xml_document document;
    // No DOCTYPE, no entities but XML's five: pugixml defines none.
    const auto parsed =
        document.load_buffer(event_text.data(), event_text.size(), pugi::parse_default, pugi::encoding_utf8);
    const pugi::xml_node event = document.child("event");
    if (!parsed || !event) return {std::nullopt, "not well-formed"};
    const std::string uid = clean(event.attribute("uid").value(), 2 * longest_uid);
    if (uid.empty() || uid.size() > longest_uid) return {std::nullopt, "no usable uid"};
    const std::string_view type = without_blanks(event.attribute("type").value());
    if (!is_type(type)) return {std::nullopt, "no usable type"};

    CotReading reading;
    FeedMessage& report = reading.report.emplace();
    report.key = "uid:" + uid;
    report.message_type = type;
    report.how = clean(event.attribute("how").value(), longest_word);
    report.raw = event_text;
    read_time(event, received, report);
    report.stale = time_attribute(event, "stale");
    read_point(event.child("point"), report, reading.reason);

    const pugi::xml_node detail = event.child("detail");
    report.callsign = unless_empty(clean(detail.child("contact").attribute("callsign").value(), longest_callsign));
    report.remarks = unless_empty(read_remarks(detail.child("remarks")));
    report.source = read_source(detail);
    read_track(detail.child("track"), report);
    report.distress = calls_for_help(type, detail);
    if (const auto meaning = meaning_of_cot_type(type))
        apply(*meaning, report);
    else
        report.aid = true; // a marker, a drawing, a message: it has a place, but nothing goes there
    return reading;
}

} // namespace assets
