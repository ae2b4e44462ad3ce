#include "assets/feeds/cot/tak_message.hpp"

#include "assets/feeds/cot/cot_framer.hpp"
#include "assets/model/values/instant.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>
#include <tak.pb.h>

namespace assets {
namespace {

constexpr std::string_view datagram_header = "\xBF\x01\xBF";
constexpr std::size_t longest_datagram = 65'507;

/// A varint at the beginning of `bytes`.
struct Varint {
    TakFrame::Found found = TakFrame::Found::No; ///< never Begun
    std::uint64_t value = 0;
    std::size_t size = 0;
};
Varint varint(std::string_view bytes) {
    constexpr std::size_t longest = 10;
    Varint read;
    for (; read.size < bytes.size() && read.size < longest; ++read.size) {
        const auto byte = static_cast<unsigned char>(bytes[read.size]);
        read.value |= static_cast<std::uint64_t>(byte & 0x7FU) << (7 * read.size);
        if ((byte & 0x80U) == 0) {
            ++read.size;
            read.found = TakFrame::Found::Complete;
            return read;
        }
    }
    if (read.size < longest) read.found = TakFrame::Found::Perhaps;
    return read;
}

/// One field of a message at the beginning of `bytes`: its number, and its bytes with the tag.
struct Field {
    TakFrame::Found found = TakFrame::Found::No; ///< never Begun
    std::uint64_t number = 0, size = 0;          ///< size may reach beyond `bytes`, with Perhaps
};
Field field(std::string_view bytes) {
    const Varint tag = varint(bytes);
    if (tag.found != TakFrame::Found::Complete) return {tag.found, 0, 0};
    Field read{TakFrame::Found::Perhaps, tag.value >> 3U, tag.size};
    const auto rest = bytes.substr(tag.size);
    switch (tag.value & 7U) {
    case 0: {
        const Varint value = varint(rest);
        if (value.found != TakFrame::Found::Complete) return {value.found, read.number, 0};
        read.size += value.size;
        break;
    }
    case 1:
        read.size += 8;
        break;
    case 2: {
        const Varint length = varint(rest);
        if (length.found != TakFrame::Found::Complete) return {length.found, read.number, 0};
        if (length.value > longest_tak_message) return {};
        read.size += length.size + length.value;
        break;
    }
    case 5:
        read.size += 4;
        break;
    default:
        return {}; // groups are not used, and 6 and 7 do not exist
    }
    if (read.number == 0) return {};
    if (read.size <= bytes.size()) read.found = TakFrame::Found::Complete;
    return read;
}

/// A message has no length in a datagram, so it lasts as long as fields follow each other in ascending order.
TakFrame datagram(std::string_view bytes, bool is_all) {
    TakFrame frame{TakFrame::Found::No, datagram_header.size(), datagram_header.size()};
    std::uint64_t last = 0;
    while (true) {
        if (frame.end == bytes.size() && !is_all) return {TakFrame::Found::Perhaps, 0, 0};
        const Field next = field(bytes.substr(frame.end));
        if (next.found == TakFrame::Found::No || (next.number > 0 && next.number <= last)) break;
        if (frame.end + next.size > longest_datagram) break;
        if (next.found == TakFrame::Found::Perhaps) {
            if (frame.end == bytes.size()) break;
            return {is_all ? TakFrame::Found::Begun : TakFrame::Found::Perhaps, 0, 0};
        }
        last = next.number;
        frame.end += next.size;
    }
    if (last > 0) frame.found = TakFrame::Found::Complete;
    return frame;
}

/// Whether `message` consists of fields. Only its first few are looked at, so that a hostile stream, in which every
/// byte may seem to begin a message, is read in linear time.
bool consists_of_fields(std::string_view message) {
    constexpr int most_fields = 64; // TAK programs send up to four
    for (int n = 0; n < most_fields && !message.empty(); ++n) {
        const Field next = field(message);
        if (next.found != TakFrame::Found::Complete) return false;
        message.remove_prefix(next.size);
    }
    return message.empty();
}

TakFrame in_stream(std::string_view bytes, bool is_all) {
    const auto incomplete = [&](TakFrame::Found found) {
        return TakFrame{is_all ? found : TakFrame::Found::Perhaps, 0, 0};
    };
    const Varint length = varint(bytes.substr(1));
    if (length.found == TakFrame::Found::Perhaps) return incomplete(TakFrame::Found::No);
    if (length.found == TakFrame::Found::No || length.value == 0 || length.value > longest_tak_message) return {};
    TakFrame frame{TakFrame::Found::Complete, 1 + length.size, 1 + length.size + length.value};
    const auto message = bytes.substr(frame.begin, length.value);
    // The first field is looked at early, so that a stray byte does not hold up the events that follow it.
    const Field first = field(message);
    const bool is_ours = first.number == 1 || first.number == 2;
    if (first.found == TakFrame::Found::No || (first.number > 0 && !is_ours) || first.size > length.value) return {};
    if (frame.end > bytes.size()) return incomplete(is_ours ? TakFrame::Found::Begun : TakFrame::Found::No);
    return consists_of_fields(message) ? frame : TakFrame{};
}

/// Appends ` name="value"`, unless the value is empty.
void attribute(std::string& xml, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    xml += fmt::format(" {}=\"", name);
    for (const char c : value) {
        if (c == '<')
            xml += "&lt;";
        else if (c == '&')
            xml += "&amp;";
        else if (c == '"')
            xml += "&quot;";
        else
            xml += c;
    }
    xml += '"';
}

void time_attribute(std::string& xml, std::string_view name, std::uint64_t milliseconds) {
    constexpr std::uint64_t latest = 253'402'300'799'999; // the end of the year 9999
    if (milliseconds == 0 || milliseconds > latest) return;
    attribute(xml, name, to_iso(Instant{std::chrono::milliseconds{static_cast<std::int64_t>(milliseconds)}}));
}

void number_attribute(std::string& xml, std::string_view name, double value) {
    attribute(xml, name, fmt::format("{}", value));
}

std::string as_xml(const tak::CotEvent& event) {
    std::string xml = "<event version=\"2.0\"";
    attribute(xml, "uid", event.uid());
    attribute(xml, "type", event.type());
    attribute(xml, "how", event.how());
    time_attribute(xml, "time", event.time());
    time_attribute(xml, "start", event.start());
    time_attribute(xml, "stale", event.stale());
    xml += "><point";
    number_attribute(xml, "lat", event.lat());
    number_attribute(xml, "lon", event.lon());
    number_attribute(xml, "hae", event.hae());
    number_attribute(xml, "ce", event.ce());
    number_attribute(xml, "le", event.le());
    xml += "/>";
    if (!event.has_detail()) return xml + "</event>";
    const tak::Detail& detail = event.detail();
    xml += "<detail>" + detail.xml(); // first, because the first of two equal elements counts
    if (detail.has_contact()) {
        xml += "<contact";
        attribute(xml, "callsign", detail.contact().callsign());
        attribute(xml, "endpoint", detail.contact().endpoint());
        xml += "/>";
    }
    if (detail.has_group()) {
        xml += "<__group";
        attribute(xml, "name", detail.group().name());
        attribute(xml, "role", detail.group().role());
        xml += "/>";
    }
    if (detail.has_status()) xml += fmt::format("<status battery=\"{}\"/>", detail.status().battery());
    if (detail.has_takv()) {
        xml += "<takv";
        attribute(xml, "device", detail.takv().device());
        attribute(xml, "platform", detail.takv().platform());
        attribute(xml, "os", detail.takv().os());
        attribute(xml, "version", detail.takv().version());
        xml += "/>";
    }
    if (detail.has_track()) {
        xml += "<track";
        number_attribute(xml, "speed", detail.track().speed());
        number_attribute(xml, "course", detail.track().course());
        xml += "/>";
    }
    return xml + "</detail></event>";
}

} // namespace

TakFrame find_tak_frame(std::string_view bytes, bool is_all) {
    if (!bytes.starts_with(tak_mark)) return {};
    if (bytes.size() < datagram_header.size() && datagram_header.starts_with(bytes))
        return {is_all ? TakFrame::Found::No : TakFrame::Found::Perhaps, 0, 0};
    return bytes.starts_with(datagram_header) ? datagram(bytes, is_all) : in_stream(bytes, is_all);
}

std::string tak_stream_header(std::size_t bytes) {
    std::string header{tak_mark};
    for (; bytes >= 0x80U; bytes >>= 7U)
        header += static_cast<char>((bytes & 0x7FU) | 0x80U);
    header += static_cast<char>(bytes);
    return header;
}

TakReading read_tak_message(std::string_view message) {
    tak::TakMessage read;
    if (!read.ParseFromArray(message.data(), static_cast<int>(message.size()))) return {{}, "not well-formed"};
    if (!read.has_event()) return {};
    std::string xml = as_xml(read.event());
    // The framer holds the XML within a message to the limits of events that are XML as a whole.
    CotFramer framer;
    for (std::string_view rest{xml}; !rest.empty(); rest.remove_prefix(std::min(rest.size(), CotFramer::most_at_once)))
        framer.add(rest.substr(0, CotFramer::most_at_once));
    const auto piece = framer.next(CotFramer::Stream::Ended);
    if (!piece) return {{}, "not well-formed"};
    if (piece->refused) return {{}, to_string(*piece->refused)};
    if (piece->bytes.size() != xml.size()) return {{}, "not well-formed"};
    return {std::move(xml), {}};
}

} // namespace assets
