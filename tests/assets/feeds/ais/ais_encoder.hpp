#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Encodes messages of ITU-R M.1371 as NMEA sentences, for tests. Numbers are in the units in which they are sent.

namespace ais_test {

/// Converts degrees to 1/10,000 minutes, the unit in which longitude and latitude are sent.
inline std::int32_t degrees(double value) {
    return static_cast<std::int32_t>(std::lround(value * 600'000));
}
constexpr std::int32_t no_lon = 181 * 600'000;
constexpr std::int32_t no_lat = 91 * 600'000;

/// The bits of a message, most significant first.
class Bits {
public:
    Bits& add(std::int64_t value, unsigned width);
    /// Adds six-bit ASCII, filled up with '@'. Throws for characters that six-bit ASCII does not have.
    Bits& text(std::string_view text, std::size_t characters);
    [[nodiscard]] std::size_t size() const noexcept { return m_bits.size(); }
    [[nodiscard]] Bits first(std::size_t count) const;
    [[nodiscard]] std::string armoured() const;
    [[nodiscard]] unsigned fill_bits() const noexcept { return static_cast<unsigned>((6 - m_bits.size() % 6) % 6); }

private:
    std::vector<bool> m_bits;
};

struct ClassA {
    int type = 1;
    std::uint32_t mmsi = 316'138'000;
    int status = 0;
    int speed = 123; ///< 1/10 kn
    bool accurate = false;
    std::int32_t lon = degrees(129.5), lat = degrees(35.25);
    int course = 905; ///< 1/10 degree
    int heading = 91;
    int second = 30;
    [[nodiscard]] Bits bits() const;
};

struct BaseStation {
    std::uint32_t mmsi = 4'310'001;
    bool accurate = true;
    std::int32_t lon = degrees(139.75), lat = degrees(35.5);
    int device = 7;
    int type = 4;
    [[nodiscard]] Bits bits() const;
};

struct Static {
    std::uint32_t mmsi = 316'138'000;
    std::uint32_t imo = 9'074'729;
    std::string callsign = "CFN1234", name = "VANCOUVER", destination = "YOKOSUKA";
    int ship_type = 70;
    int bow = 100, stern = 34, port = 8, starboard = 9;
    int eta_month = 0, eta_day = 0, eta_hour = 24, eta_minute = 60; ///< not available
    [[nodiscard]] Bits bits() const;
};

struct SearchAircraft {
    std::uint32_t mmsi = 111'316'501;
    int altitude = 300, speed = 110; ///< m, kn
    bool accurate = false;
    std::int32_t lon = degrees(-63.5), lat = degrees(44.5);
    int course = 1800, second = 12;
    [[nodiscard]] Bits bits() const;
};

struct ClassB {
    std::uint32_t mmsi = 338'087'471;
    int speed = 61;
    bool accurate = false;
    std::int32_t lon = degrees(-74.0), lat = degrees(40.5);
    int course = 2700, heading = 511, second = 49;
    [[nodiscard]] Bits bits() const;
};

struct ClassBExtended {
    ClassB position;
    std::string name = "CAPT.J.RIMES";
    int ship_type = 37;
    int bow = 5, stern = 21, port = 4, starboard = 4, device = 1;
    [[nodiscard]] Bits bits() const;
};

struct Aid {
    std::uint32_t mmsi = 993'161'001;
    int kind = 20;
    std::string name = "NORTH CARDINAL"; ///< up to 34 characters
    bool accurate = false;
    std::int32_t lon = degrees(-123.25), lat = degrees(49.25);
    int second = 50;
    bool off_position = false, virtual_aid = false;
    int device = 1;
    [[nodiscard]] Bits bits() const;
};

struct NameB { ///< type 24, part A
    std::uint32_t mmsi = 338'087'471;
    std::string name = "SEA SHELL";
    [[nodiscard]] Bits bits() const;
};

struct StaticB { ///< type 24, part B
    std::uint32_t mmsi = 338'087'471;
    int ship_type = 36;
    std::string callsign = "WDE4321";
    int bow = 7, stern = 5, port = 2, starboard = 2;
    [[nodiscard]] Bits bits() const;
};

struct LongRange {
    std::uint32_t mmsi = 316'138'000;
    int status = 0;
    std::int32_t lon = 129 * 600 + 300, lat = 35 * 600 + 150; ///< 1/10 minute
    int speed = 12, course = 90;                              ///< kn, degrees
    bool accurate = false;
    [[nodiscard]] Bits bits() const;
};

/// How a message is sent as sentences.
struct Sending {
    std::string formatter = "AIVDM";
    std::string channel = "A";
    int sequence = 3;            ///< sent only if there are several sentences
    std::size_t characters = 60; ///< per sentence
    std::string tag = {};        ///< without checksum and backslashes, for instance s:station,c:1722427200
};

/// The sentences of a message, without line ends.
[[nodiscard]] std::vector<std::string> sentences(const Bits& bits, const Sending& sending = {});
/// The sentences as lines that end with CR LF.
[[nodiscard]] std::string lines(const Bits& bits, const Sending& sending = {});
/// `!` body `*hh`.
[[nodiscard]] std::string sentence(std::string_view body);
/// `\` body `*hh\`.
[[nodiscard]] std::string tag_block(std::string_view body);

} // namespace ais_test
