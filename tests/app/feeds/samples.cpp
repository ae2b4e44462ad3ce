#include "tests/app/feeds/samples.hpp"

#include <cmath>
#include <cstddef>

#include <fmt/format.h>

namespace samples {

namespace {

class Bits {
public:
    void add(std::int64_t value, int count) {
        for (int n = count - 1; n >= 0; --n)
            m_bits += ((value >> n) & 1) != 0 ? '1' : '0';
    }
    [[nodiscard]] std::string armoured() const {
        std::string text;
        for (std::size_t at = 0; at < m_bits.size(); at += 6) {
            int six = 0;
            for (std::size_t n = at; n < at + 6; ++n)
                six = six * 2 + (n < m_bits.size() && m_bits[n] == '1' ? 1 : 0);
            text += static_cast<char>(six < 40 ? six + 48 : six + 56);
        }
        return text;
    }

private:
    std::string m_bits;
};

unsigned checksum(const std::string& body) {
    unsigned sum = 0;
    for (const char c : body)
        sum ^= static_cast<unsigned char>(c);
    return sum;
}

} // namespace

std::string nmea(const std::string& body) {
    return fmt::format("!{}*{:02X}\r\n", body, checksum(body));
}

std::string tag_block(const std::string& body) {
    return fmt::format("\\{}*{:02X}\\", body, checksum(body));
}

std::string ais_position(std::uint32_t mmsi, double lon, double lat) {
    Bits bits;
    bits.add(1, 6);
    bits.add(0, 2);
    bits.add(mmsi, 30);
    bits.add(0, 4);    // under way
    bits.add(-128, 8); // rate of turn: not available
    bits.add(123, 10); // 12.3 kn
    bits.add(1, 1);
    bits.add(std::llround(lon * 600'000), 28);
    bits.add(std::llround(lat * 600'000), 27);
    bits.add(900, 12); // 90 degrees
    bits.add(511, 9);  // heading: not available
    bits.add(60, 6);   // second: not available
    bits.add(0, 25);
    return nmea("AIVDM,1,1,,A," + bits.armoured() + ",0");
}

std::string sbs_position(std::uint32_t icao, double lon, double lat, const std::string& clock) {
    return fmt::format("MSG,3,1,1,{0:06X},1,2024/07/31,{3},2024/07/31,{3},,37000,,,{2},{1},,,0,0,0,0\r\n", icao, lon,
                       lat, clock);
}

std::string cot_event(const std::string& uid, double lon, double lat, const std::string& remarks) {
    return fmt::format(
        R"(<event version="2.0" uid="{}" type="a-f-S-C" how="m-g" time="2024-07-31T12:00:00Z" )"
        R"(start="2024-07-31T12:00:00Z" stale="2024-07-31T12:05:00Z"><point lat="{}" lon="{}" hae="12" ce="10" )"
        R"(le="9999999"/><detail><contact callsign="ALPHA"/><remarks>{}</remarks></detail></event>)",
        uid, lat, lon, remarks);
}

} // namespace samples
