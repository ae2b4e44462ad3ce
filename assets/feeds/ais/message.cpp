#include "assets/feeds/ais/message.hpp"

#include "assets/feeds/ais/identity.hpp"
#include "assets/feeds/ais/sentence.hpp"
#include "assets/feeds/doubt_reasons.hpp"

#include <array>

namespace assets::ais {

namespace {

constexpr double per_degree = 600'000; // longitude and latitude are in 1/10,000 minutes
constexpr double per_degree_coarse = 600;

std::uint32_t type_of(const Payload& p) noexcept {
    return p.number(0, 6);
}

std::string key_of(std::uint32_t mmsi) {
    // Nine digits, as an MMSI is written. A number that is too large keeps its tenth digit.
    std::string key = "mmsi:000000000";
    std::size_t at = key.size();
    for (; mmsi > 0 && at > 5; mmsi /= 10)
        key[--at] = static_cast<char>('0' + mmsi % 10);
    if (mmsi > 0) key.insert(5, 1, static_cast<char>('0' + mmsi));
    return key;
}

void set_position(FeedMessage& out, double lon, double lat) {
    constexpr double lon_not_available = 181;
    constexpr double lat_not_available = 91;
    if (lon == lon_not_available || lat == lat_not_available) return;
    if (lon == 0 && lat == 0) {
        out.doubts.emplace_back(doubt_reason::position_0_0);
        return;
    }
    if (lon >= -180 && lon <= 180) out.position = geo::LonLat::from_degrees(lon, lat);
    if (!out.position) out.doubts.emplace_back(doubt_reason::position_out_of_range);
}

void set_accuracy(FeedMessage& out, bool within_10_m) {
    if (within_10_m && out.position) out.radius_m = 10;
}

/// Longitude, latitude (28 and 27 bits) and the accuracy flag in front of them.
void set_fine_position(const Payload& p, std::size_t at, FeedMessage& out) {
    set_position(out, p.signed_number(at + 1, 28) / per_degree, p.signed_number(at + 29, 27) / per_degree);
    set_accuracy(out, p.flag(at));
}

void set_speed(FeedMessage& out, std::uint32_t tenths) {
    if (tenths < 1023) out.speed_kn = tenths / 10.0;
}

void set_course(FeedMessage& out, std::uint32_t tenths) {
    if (tenths < 3600) out.course_deg = tenths / 10.0;
}

void set_heading(FeedMessage& out, std::uint32_t degrees) {
    if (degrees < 360) out.heading_deg = degrees;
}

/// The second of the minute. Values from 60 on say instead how the position was obtained.
void set_second(FeedMessage& out, MessageFacts& facts, std::uint32_t second) {
    if (second < 60) facts.second = static_cast<int>(second);
    if (second == 61) out.how = "manual input";
    if (second == 62) out.how = "dead reckoning";
    if (second == 63) out.doubts.emplace_back(doubt_reason::no_positioning);
}

/// How the position was obtained, by the kind of positioning device. Does not replace what set_second() has set.
void set_device(FeedMessage& out, std::uint32_t kind) {
    constexpr std::array<std::string_view, 9> names{"",       "GPS",        "GLONASS",  "GPS and GLONASS", "Loran-C",
                                                    "Chayka", "integrated", "surveyed", "Galileo"};
    if (out.how.empty() && kind < names.size()) out.how = names[kind];
}

void set_text(std::optional<std::string>& field, std::string text) {
    if (!text.empty()) field = std::move(text);
}

/// The length is the sum of the distances from the antenna to bow and stern (9 bits each).
void set_length(const Payload& p, std::size_t at, FeedMessage& out) {
    const std::uint32_t length = p.number(at, 9) + p.number(at + 9, 9);
    if (length > 0) out.length_m = length;
}

/// The beam is the sum of the distances from the antenna to both sides (6 bits each).
void set_beam(const Payload& p, std::size_t at, FeedMessage& out) {
    const std::uint32_t beam = p.number(at, 6) + p.number(at + 6, 6);
    if (beam > 0) out.beam_m = beam;
}

/// Month, day, hour and minute in UTC; 0, 0, 24 and 60 mean not available.
void set_eta(const Payload& p, std::size_t at, FeedMessage& out) {
    const std::uint32_t month = p.number(at, 4), day = p.number(at + 4, 5), hour = p.number(at + 9, 5),
                        minute = p.number(at + 14, 6);
    if (month < 1 || month > 12 || day < 1 || day > 31) return;
    const auto two = [](std::uint32_t n) {
        return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
    };
    out.eta = two(month) + '-' + two(day);
    if (hour < 24 && minute < 60) *out.eta += ' ' + two(hour) + ':' + two(minute);
}

void set_ship_type(FeedMessage& out, std::uint32_t code) {
    const ShipType kind = ship_type(code);
    if (code > 0 && code < 100) out.ship_code = static_cast<int>(code);
    if (kind.type) out.type = kind.type;
    out.pleasure = kind.pleasure;
    out.military = kind.military;
}

void set_status(FeedMessage& out, std::uint32_t status) {
    constexpr std::uint32_t sart_active = 14;
    constexpr std::uint32_t not_defined = 15;
    constexpr std::array<std::string_view, 15> words{"under way using engine",
                                                     "at anchor",
                                                     "not under command",
                                                     "restricted manoeuvrability",
                                                     "constrained by her draught",
                                                     "moored",
                                                     "aground",
                                                     "engaged in fishing",
                                                     "under way sailing",
                                                     "",
                                                     "",
                                                     "towing astern",
                                                     "pushing ahead or towing alongside",
                                                     "",
                                                     "search and rescue transmitter"};
    if (status < words.size() && !words[status].empty()) out.status = std::string{words[status]};
    switch (status) {
    case 0:  // under way using engine
    case 2:  // not under command
    case 3:  // restricted manoeuvrability
    case 4:  // constrained by her draught
    case 7:  // engaged in fishing
    case 8:  // under way sailing
    case 11: // towing astern
    case 12: // pushing ahead or towing alongside
        out.activity = Activity::Underway;
        break;
    case 1:
        out.activity = Activity::AtAnchor;
        break;
    case 5: // moored
        out.activity = Activity::InPort;
        break;
    case 6: // aground
        out.activity = Activity::Other;
        break;
    case sart_active:
        out.distress = true;
        break;
    default:
        break;
    }
    // A beacon that is being tested sends "not defined" where one in use sends "active".
    if (out.distress && status == not_defined) {
        out.under_test = true;
        out.doubts.emplace_back(doubt_reason::under_test);
    }
}

/// Types 1, 2, 3: class A position.
void read_class_a(const Payload& p, FeedMessage& out, MessageFacts& facts) {
    out.transponder = 'A';
    set_status(out, p.number(38, 4));
    set_speed(out, p.number(50, 10));
    set_fine_position(p, 60, out);
    set_course(out, p.number(116, 12));
    set_heading(out, p.number(128, 9));
    set_second(out, facts, p.number(137, 6));
}

/// Class B position: the common part of types 18 and 19.
void read_class_b(const Payload& p, FeedMessage& out, MessageFacts& facts) {
    out.transponder = 'B';
    set_speed(out, p.number(46, 10));
    set_fine_position(p, 56, out);
    set_course(out, p.number(112, 12));
    set_heading(out, p.number(124, 9));
    set_second(out, facts, p.number(133, 6));
}

void read_class_b_extended(const Payload& p, FeedMessage& out, MessageFacts& facts) {
    read_class_b(p, out, facts);
    set_text(out.name, p.text(143, 20));
    set_ship_type(out, p.number(263, 8));
    set_length(p, 271, out);
    set_beam(p, 289, out);
    set_device(out, p.number(301, 4));
}

/// An aircraft on search and rescue. Its number says only whether it is a helicopter.
void set_search_aircraft(FeedMessage& out, MessageFacts& facts, std::uint32_t mmsi) {
    facts.aircraft = true;
    if (const auto type = search_aircraft_type(mmsi)) out.type = type;
    out.sidc = "100101000000000000000000000000"; // an air track of unknown identity
}

/// Type 4: base station. Its clock is not read: as for every type, the time is that of the tag block or the receiver.
void read_base_station(const Payload& p, FeedMessage& out) {
    out.aid = true;
    set_fine_position(p, 78, out);
    set_device(out, p.number(134, 4));
}

/// Type 11: has the fields of type 4, but a ship sends it.
void read_time_answer(const Payload& p, FeedMessage& out) {
    set_fine_position(p, 78, out);
    set_device(out, p.number(134, 4));
}

void read_static(const Payload& p, FeedMessage& out) {
    if (const std::uint32_t imo = p.number(40, 30); imo != 0) {
        out.imo = imo;
        if (!has_valid_check_digit(imo)) out.doubts.emplace_back(doubt_reason::imo_number);
    }
    set_text(out.callsign, p.text(70, 7));
    set_text(out.name, p.text(112, 20));
    set_ship_type(out, p.number(232, 8));
    set_length(p, 240, out);
    set_beam(p, 258, out);
    set_eta(p, 274, out);
    if (const std::uint32_t tenths = p.number(294, 8); tenths > 0) out.draught_m = tenths / 10.0;
    out.transponder = 'A';
    set_text(out.destination, p.text(302, 20));
}

void read_search_aircraft(const Payload& p, FeedMessage& out, MessageFacts& facts, std::uint32_t mmsi) {
    set_search_aircraft(out, facts, mmsi);
    if (const std::uint32_t metres = p.number(38, 12); metres < 4095) out.altitude_m = metres;
    if (const std::uint32_t knots = p.number(50, 10); knots < 1023) out.speed_kn = knots; // whole knots here
    set_fine_position(p, 60, out);
    set_course(out, p.number(116, 12));
    set_second(out, facts, p.number(128, 6));
}

void read_aid(const Payload& p, FeedMessage& out, MessageFacts& facts) {
    out.aid = true;
    std::string name = p.characters(43, 20);
    // Only a name that fills its field is continued at the end of the message.
    constexpr std::size_t extension = 272;
    if (name.size() == 20) name += p.characters(extension, 14);
    set_text(out.name, Payload::trimmed(std::move(name)));
    set_fine_position(p, 163, out);
    set_length(p, 219, out);
    set_second(out, facts, p.number(253, 6));
    set_device(out, p.number(249, 4));
    const bool off_position = p.number(253, 6) < 60 && p.flag(259);
    if (p.flag(269))
        out.remarks = "virtual aid";
    else if (off_position)
        out.remarks = "off position";
}

void read_static_b(const Payload& p, FeedMessage& out, Station station) {
    if (p.number(38, 2) == 0) {
        set_text(out.name, p.text(40, 20));
        return;
    }
    set_ship_type(out, p.number(40, 8));
    set_text(out.callsign, p.text(90, 7));
    out.transponder = 'B';
    if (station == Station::Craft) return; // a ship's boat sends its ship's MMSI in place of its size
    set_length(p, 132, out);
    set_beam(p, 150, out);
}

void read_long_range(const Payload& p, FeedMessage& out, MessageFacts& facts) {
    constexpr double half_diagonal_m = 131; // of a cell of 0.1 minutes at the equator
    facts.coarse = true;
    set_status(out, p.number(40, 4));
    set_position(out, p.signed_number(44, 18) / per_degree_coarse, p.signed_number(62, 17) / per_degree_coarse);
    if (out.position) out.radius_m = half_diagonal_m + (p.flag(38) ? 10 : 0);
    if (const std::uint32_t knots = p.number(79, 6); knots < 63) out.speed_kn = knots;
    if (const std::uint32_t degrees = p.number(85, 9); degrees < 360) out.course_deg = degrees;
}

/// "type 8, binary, not read": why a message of this type gives nothing. The texts are made once.
std::string_view not_read(std::uint32_t type) {
    static const auto texts = [] {
        const auto meaning = [](std::uint32_t of_type) -> std::string_view {
            switch (of_type) {
            case 6:
            case 8:
            case 25:
            case 26:
                return "binary";
            case 12:
            case 14:
                return "a text on safety";
            case 7:
            case 13:
                return "an acknowledgement";
            case 10:
            case 15:
                return "an inquiry";
            case 16:
            case 20:
            case 22:
            case 23:
                return "management of the channels";
            case 17:
                return "corrections of satellite navigation";
            default:
                return "not defined";
            }
        };
        std::array<std::string, 64> made;
        for (std::uint32_t i = 0; i < made.size(); ++i)
            made.at(i) = "type " + std::to_string(i) + ", " + std::string{meaning(i)} + ", not read";
        return made;
    }();
    return texts.at(type % texts.size());
}

} // namespace

std::string_view fault_of(const Payload& p) {
    std::size_t needed = 0;
    switch (p.size() < 6 ? 0 : type_of(p)) {
    case 1:
    case 2:
    case 3:
        needed = 163; // some transmitters leave out the last bits of the radio state
        break;
    case 4:
    case 9:
    case 11:
    case 18:
        needed = 168;
        break;
    case 5:
        needed = 420; // of 424; the last bits are spare
        break;
    case 19:
        needed = 312;
        break;
    case 21:
        needed = 272;
        break;
    case 24:
        needed = p.number(38, 2) == 0 ? 160 : 162;
        if (p.size() >= 40 && p.number(38, 2) > 1) return reason::malformed; // parts C and D do not exist
        break;
    case 27:
        needed = 96;
        break;
    default:
        return p.size() < 38 ? reason::too_short : not_read(type_of(p));
    }
    return p.size() < needed ? reason::too_short : std::string_view{};
}

MessageFacts read_identity(std::uint32_t mmsi, FeedMessage& out) {
    MessageFacts facts;
    facts.mmsi = mmsi;
    out.key = key_of(mmsi);
    const Identity identity = identity_of(mmsi);
    if (!identity.country.empty()) out.country = identity.country;
    switch (identity.station) {
    case Station::Coast:
    case Station::Aid:
        out.aid = true;
        break;
    case Station::SearchAircraft:
        set_search_aircraft(out, facts, mmsi);
        break;
    case Station::Sart:
    case Station::ManOverboard:
    case Station::Epirb:
        out.distress = true;
        break;
    case Station::None:
        out.doubts.emplace_back(doubt_reason::no_mmsi);
        break;
    case Station::Ship:
    case Station::ShipGroup:
    case Station::Handheld:
    case Station::Craft:
        break;
    }
    return facts;
}

MessageFacts read_message(const Payload& p, FeedMessage& out) {
    const std::uint32_t type = type_of(p);
    MessageFacts facts = read_identity(p.number(8, 30), out);
    if (type >= 10) out.message_type += static_cast<char>('0' + type / 10);
    out.message_type += static_cast<char>('0' + type % 10);
    const Identity identity = identity_of(facts.mmsi);

    switch (type) {
    case 4:
        read_base_station(p, out);
        break;
    case 11: // a ship's answer to an inquiry about the time
        read_time_answer(p, out);
        break;
    case 5:
        read_static(p, out);
        break;
    case 9:
        read_search_aircraft(p, out, facts, facts.mmsi);
        break;
    case 18:
        read_class_b(p, out, facts);
        break;
    case 19:
        read_class_b_extended(p, out, facts);
        break;
    case 21:
        read_aid(p, out, facts);
        break;
    case 24:
        read_static_b(p, out, identity.station);
        break;
    case 27:
        read_long_range(p, out, facts);
        break;
    default:
        read_class_a(p, out, facts);
        break;
    }
    return facts;
}

} // namespace assets::ais
