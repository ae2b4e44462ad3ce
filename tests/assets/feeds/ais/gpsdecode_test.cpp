// Compares the decoder with gpsdecode of gpsd, an independent implementation of ITU-R M.1371.
#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/assets/feeds/decoding.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

using namespace ais_test;

namespace {

using Facts = std::map<std::string, std::string>; ///< of one message, without values that are not available

std::string text_of(const Facts& facts) {
    std::string out;
    for (const auto& [key, value] : facts)
        out += fmt::format("{}={} ", key, value);
    return out;
}

std::vector<nlohmann::json> gpsdecode(const std::string& log) {
    const support::Scratch folder;
    const auto in = folder / "in", out = folder / "out";
    std::ofstream{in, std::ios::binary} << log;
    // -s: halves of type 24 kept separate; -u: numbers as sent; -j: JSON
    const int status =
        std::system(fmt::format("gpsdecode -s -u -j < {} > {} 2>/dev/null", in.string(), out.string()).c_str());
    std::vector<nlohmann::json> found;
    {
        std::ifstream file{out};
        for (std::string line; std::getline(file, line);)
            if (auto object = nlohmann::json::parse(line, nullptr, false);
                object.is_object() && object.value("class", "") == "AIS")
                found.push_back(std::move(object));
    }
    REQUIRE(status == 0);
    return found;
}

/// The values that gpsdecode gives, without those that M.1371 defines as not available.
Facts facts_of(const nlohmann::json& object) {
    Facts facts;
    const int type = object.at("type").get<int>();
    facts["type"] = std::to_string(type);
    facts["key"] = fmt::format("mmsi:{:09}", object.at("mmsi").get<std::int64_t>());
    const auto number = [&](const char* key, std::int64_t otherwise) {
        return object.value(key, otherwise);
    };
    const std::int64_t per_degree = type == 27 ? 600 : 600'000;
    const auto lon = number("lon", 181 * per_degree);
    const auto lat = number("lat", 91 * per_degree);
    if (std::abs(lon) <= 180 * per_degree && std::abs(lat) <= 90 * per_degree && (lon != 0 || lat != 0)) {
        facts["lon"] = std::to_string(lon);
        facts["lat"] = std::to_string(lat);
    }
    const bool whole_knots = type == 27 || type == 9;
    if (const auto speed = number("speed", 1023); speed < (type == 27 ? 63 : 1023))
        facts["speed"] = std::to_string(whole_knots ? speed * 10 : speed);
    if (const auto course = number("course", 3600); course < (type == 27 ? 360 : 3600))
        facts["course"] = std::to_string(type == 27 ? course * 10 : course);
    if (const auto heading = number("heading", 511); heading < 360) facts["heading"] = std::to_string(heading);
    if (const auto altitude = number("alt", 4095); altitude < 4095) facts["alt"] = std::to_string(altitude);
    if (const auto imo = number("imo", 0); imo != 0) facts["imo"] = std::to_string(imo);
    if (const auto length = number("to_bow", 0) + number("to_stern", 0); length > 0)
        facts["length"] = std::to_string(length);
    const bool other_half = type == 24 && object.contains("shiptype"); // repeats the name of the first half
    for (const auto& [key, ours] : {std::pair{"shipname", "name"}, std::pair{"name", "name"},
                                    std::pair{"callsign", "callsign"}, std::pair{"destination", "destination"}})
        if (const auto text = object.value(key, ""); !text.empty() && !(other_half && std::string{ours} == "name"))
            facts[ours] = text;
    if (object.value("virtual_aid", false)) facts["remarks"] = "virtual aid";
    return facts;
}

Facts facts_of(const assets::FeedMessage& message) {
    Facts facts;
    const bool coarse = message.message_type == "27";
    const auto sent = [](double value, double units) {
        return std::to_string(std::llround(value * units));
    };
    facts["type"] = message.message_type;
    facts["key"] = message.key;
    if (message.position) {
        facts["lon"] = sent(message.position->lon(), coarse ? 600 : 600'000);
        facts["lat"] = sent(message.position->lat(), coarse ? 600 : 600'000);
    }
    if (message.speed_kn) facts["speed"] = sent(*message.speed_kn, 10);
    if (message.course_deg) facts["course"] = sent(*message.course_deg, 10);
    if (message.heading_deg) facts["heading"] = sent(*message.heading_deg, 1);
    if (message.altitude_m) facts["alt"] = sent(*message.altitude_m, 1);
    if (message.imo) facts["imo"] = std::to_string(*message.imo);
    if (message.length_m) facts["length"] = sent(*message.length_m, 1);
    if (message.name) facts["name"] = *message.name;
    if (message.callsign) facts["callsign"] = *message.callsign;
    if (message.destination) facts["destination"] = *message.destination;
    if (message.remarks == "virtual aid") facts["remarks"] = *message.remarks;
    return facts;
}

/// Random messages. A vessel keeps her name, so that no name is withheld. Any value may be unavailable, the highest or
/// the lowest.
class Traffic {
public:
    Bits next() {
        const auto vessel = static_cast<std::uint32_t>(pick(500));
        switch (pick(12)) {
        case 0:
        case 1:
        case 2: {
            ClassA a{.type = static_cast<int>(1 + pick(3)), .mmsi = 316'000'000 + vessel, .status = value(15)};
            a.speed = value(1023);
            a.lon = lon();
            a.lat = lat();
            a.course = value(3600);
            a.heading = heading();
            a.second = value(63);
            return a.bits();
        }
        case 3:
            return BaseStation{.mmsi = 4'310'000 + vessel, .lon = lon(), .lat = lat(), .device = value(15)}.bits();
        case 4:
        case 5: {
            Static s{.mmsi = 316'000'000 + vessel, .imo = static_cast<std::uint32_t>(value(9'999'999))};
            s.name = name(vessel, 20);
            s.callsign = text(7);
            s.destination = text(20);
            s.ship_type = value(255);
            s.bow = value(511);
            s.stern = value(511);
            return s.bits();
        }
        case 6:
            return SearchAircraft{.mmsi = 111'316'000 + vessel,
                                  .altitude = value(4095),
                                  .speed = value(1023),
                                  .lon = lon(),
                                  .lat = lat(),
                                  .course = value(3600)}
                .bits();
        case 7:
            return class_b(vessel).bits();
        case 8: {
            ClassBExtended b{.position = class_b(vessel), .name = name(vessel, 20), .ship_type = value(255)};
            b.bow = value(511);
            b.stern = value(511);
            return b.bits();
        }
        case 9: {
            Aid aid{.mmsi = 993'160'000 + vessel, .name = name(vessel, 34), .lon = lon(), .lat = lat()};
            aid.virtual_aid = pick(2) == 0;
            return aid.bits();
        }
        case 10:
            if (pick(2) == 0) return NameB{.mmsi = 338'000'000 + vessel, .name = name(vessel, 20)}.bits();
            return StaticB{.mmsi = 338'000'000 + vessel,
                           .ship_type = value(255),
                           .callsign = text(7),
                           .bow = value(511),
                           .stern = value(511)}
                .bits();
        default:
            return LongRange{.mmsi = 316'000'000 + vessel,
                             .status = value(15),
                             .lon = pick(8) == 0 ? 181 * 600 : static_cast<std::int32_t>(pick(216'001)) - 108'000,
                             .lat = pick(8) == 0 ? 91 * 600 : static_cast<std::int32_t>(pick(108'001)) - 54'000,
                             .speed = value(63),
                             .course = value(511)}
                .bits();
        }
    }
    [[nodiscard]] std::size_t pick(std::size_t n) { return static_cast<std::size_t>(m_random()) % n; }

private:
    int value(std::size_t highest) {
        return static_cast<int>(pick(6) == 0 ? highest : pick(6) == 0 ? 0 : pick(highest + 1));
    }
    int heading() { return pick(4) == 0 ? 511 : static_cast<int>(pick(360)); }
    std::int32_t lon() {
        if (pick(8) == 0) return no_lon;
        return static_cast<std::int32_t>(pick(2UL * 179UL * 600'000UL)) - 179 * 600'000;
    }
    std::int32_t lat() {
        if (pick(8) == 0) return no_lat;
        return static_cast<std::int32_t>(pick(2UL * 90UL * 600'000UL + 1)) - 90 * 600'000;
    }
    ClassB class_b(std::uint32_t vessel) {
        return {.mmsi = 338'000'000 + vessel,
                .speed = value(1023),
                .lon = lon(),
                .lat = lat(),
                .course = value(3600),
                .heading = heading(),
                .second = value(63)};
    }
    /// Letters and digits with single blanks inside. No quotes, because gpsdecode escapes them differently.
    std::string text(std::size_t longest) { return word(longest, static_cast<unsigned>(m_random())); }
    static std::string name(std::uint32_t vessel, std::size_t longest) {
        std::string out = word(longest, vessel * 7919 + 1);
        return out;
    }
    static std::string word(std::size_t longest, unsigned seed) {
        std::mt19937 random{seed};
        std::string out;
        for (std::size_t size = random() % (longest + 1); out.size() < size;) {
            const bool blank = !out.empty() && out.back() != ' ' && out.size() + 1 < size && random() % 6 == 0;
            // A blank as the twentieth character would end the name for gpsdecode, not for us.
            out += blank && out.size() != 19 ? ' ' : "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-&"[random() % 39];
        }
        return out;
    }
    std::mt19937 m_random{20240731};
};

std::multiset<std::string> ours(const std::string& log) {
    std::multiset<std::string> found;
    for (const auto& message : feeds_test::decode(*assets::make_ais_decoder(), log).messages)
        found.insert(text_of(facts_of(message)));
    return found;
}

std::multiset<std::string> theirs(const std::string& log) {
    std::multiset<std::string> found;
    for (const auto& object : gpsdecode(log)) {
        static const std::set<int> read{1, 2, 3, 4, 5, 9, 18, 19, 21, 24, 27};
        if (read.count(object.at("type").get<int>()) == 1) found.insert(text_of(facts_of(object)));
    }
    return found;
}

} // namespace

TEST_CASE("every message of a mixed log is read as gpsdecode reads it", "[ais]") {
    Traffic traffic;
    std::string log;
    const std::size_t count = 20'000;
    int sequence = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Sending sending;
        sending.channel = i % 2 == 0 ? "A" : "B";
        sending.sequence = sequence++ % 10;
        sending.formatter = i % 7 == 0 ? "AIVDO" : "AIVDM";
        log += lines(traffic.next(), sending);
        if (traffic.pick(20) == 0) log += "$GPGGA,092750.000,5321.6802,N,00630.3372,W,1,8,1.03,61.7,M,55.2,M,,*76\r\n";
        if (traffic.pick(50) == 0) log += "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B\r\n"; // wrong checksum
    }
    const auto a = ours(log);
    const auto b = theirs(log);
    CHECK(b.size() == count);
    std::vector<std::string> differing;
    std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(differing));
    CAPTURE(differing.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(differing.size(), 10); ++i)
        UNSCOPED_INFO(differing[i]);
    CHECK(differing.empty());
}

TEST_CASE("interleaved messages that gpsdecode loses are read", "[ais]") {
    Traffic traffic;
    std::string sequential;
    std::string interleaved;
    std::size_t count = 0;
    while (count < 2'000) {
        std::vector<std::vector<std::string>> four;
        while (four.size() < 4) {
            Sending sending;
            sending.sequence = static_cast<int>(count % 10);
            auto parts = sentences(traffic.next(), sending);
            if (parts.size() != 2) continue;
            for (const auto& part : parts)
                sequential += part + "\n";
            four.push_back(std::move(parts));
            ++count;
        }
        for (std::size_t part = 0; part < 2; ++part)
            for (const auto& parts : four)
                interleaved += parts[part] + "\n";
    }
    const auto expected = theirs(sequential);
    CHECK(expected.size() == count);
    CHECK(ours(sequential) == expected);
    CHECK(ours(interleaved) == expected);
    CHECK(theirs(interleaved).size() < count); // otherwise the log is not interleaved
}
