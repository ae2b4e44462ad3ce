#include "tests/assets/feeds/ais/ais_encoder.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace ais_test {

namespace {

std::string checksum(std::string_view body) {
    unsigned sum = 0;
    for (const char c : body)
        sum ^= static_cast<unsigned char>(c);
    return fmt::format("{:02X}", sum);
}

/// The common beginning of all messages; the repeat indicator is 0.
Bits begin(int type, std::uint32_t mmsi) {
    return Bits{}.add(type, 6).add(0, 2).add(mmsi, 30);
}

} // namespace

Bits& Bits::add(std::int64_t value, unsigned width) {
    for (unsigned bit = width; bit > 0; --bit)
        m_bits.push_back((value >> std::min(bit - 1, 63U) & 1) != 0);
    return *this;
}

Bits& Bits::text(std::string_view text, std::size_t characters) {
    if (text.size() > characters) throw std::invalid_argument{std::string{text}};
    for (const char c : text) {
        if (c < ' ' || c > '_') throw std::invalid_argument{std::string{text}};
        add(c >= '@' ? c - '@' : c, 6);
    }
    return add(0, static_cast<unsigned>(6 * (characters - text.size())));
}

Bits Bits::first(std::size_t count) const {
    Bits out = *this;
    out.m_bits.resize(count);
    return out;
}

std::string Bits::armoured() const {
    std::string out;
    for (std::size_t at = 0; at < m_bits.size(); at += 6) {
        int value = 0;
        for (std::size_t bit = at; bit < at + 6; ++bit)
            value = value * 2 + (bit < m_bits.size() && m_bits[bit] ? 1 : 0);
        out += static_cast<char>(value < 40 ? value + 48 : value + 56);
    }
    return out;
}

Bits ClassA::bits() const {
    return begin(type, mmsi)
        .add(status, 4)
        .add(-128, 8) // rate of turn: not available
        .add(speed, 10)
        .add(accurate, 1)
        .add(lon, 28)
        .add(lat, 27)
        .add(course, 12)
        .add(heading, 9)
        .add(second, 6)
        .add(0, 6) // manoeuvre, spare, RAIM
        .add(0x12345, 19);
}

Bits BaseStation::bits() const {
    return begin(type, mmsi)
        .add(2024, 14)
        .add(7, 4)
        .add(31, 5)
        .add(12, 5)
        .add(0, 6)
        .add(0, 6)
        .add(accurate, 1)
        .add(lon, 28)
        .add(lat, 27)
        .add(device, 4)
        .add(0, 30);
}

Bits Static::bits() const {
    return begin(5, mmsi)
        .add(0, 2)
        .add(imo, 30)
        .text(callsign, 7)
        .text(name, 20)
        .add(ship_type, 8)
        .add(bow, 9)
        .add(stern, 9)
        .add(port, 6)
        .add(starboard, 6)
        .add(1, 4)
        .add(eta_month, 4)
        .add(eta_day, 5)
        .add(eta_hour, 5)
        .add(eta_minute, 6)
        .add(52, 8)
        .text(destination, 20)
        .add(0, 2);
}

Bits SearchAircraft::bits() const {
    return begin(9, mmsi)
        .add(altitude, 12)
        .add(speed, 10)
        .add(accurate, 1)
        .add(lon, 28)
        .add(lat, 27)
        .add(course, 12)
        .add(second, 6)
        .add(0, 34);
}

namespace {

/// The common part of types 18 and 19.
Bits class_b(int type, const ClassB& b) {
    return begin(type, b.mmsi)
        .add(0, 8)
        .add(b.speed, 10)
        .add(b.accurate, 1)
        .add(b.lon, 28)
        .add(b.lat, 27)
        .add(b.course, 12)
        .add(b.heading, 9)
        .add(b.second, 6);
}

} // namespace

Bits ClassB::bits() const {
    return class_b(18, *this).add(0, 29);
}

Bits ClassBExtended::bits() const {
    return class_b(19, position)
        .add(0, 4)
        .text(name, 20)
        .add(ship_type, 8)
        .add(bow, 9)
        .add(stern, 9)
        .add(port, 6)
        .add(starboard, 6)
        .add(device, 4)
        .add(0, 7);
}

Bits Aid::bits() const {
    Bits out = begin(21, mmsi)
                   .add(kind, 5)
                   .text(std::string_view{name}.substr(0, 20), 20)
                   .add(accurate, 1)
                   .add(lon, 28)
                   .add(lat, 27)
                   .add(2, 9)
                   .add(3, 9)
                   .add(1, 6)
                   .add(1, 6)
                   .add(device, 4)
                   .add(second, 6)
                   .add(off_position, 1)
                   .add(0, 9)
                   .add(virtual_aid, 1)
                   .add(0, 2);
    if (name.size() <= 20) return out;
    out.text(std::string_view{name}.substr(20), name.size() - 20);
    return out.add(0, static_cast<unsigned>((8 - out.size() % 8) % 8)); // whole bytes
}

Bits NameB::bits() const {
    return begin(24, mmsi).add(0, 2).text(name, 20);
}

Bits StaticB::bits() const {
    return begin(24, mmsi)
        .add(1, 2)
        .add(ship_type, 8)
        .text("ABC", 3)
        .add(0, 24)
        .text(callsign, 7)
        .add(bow, 9)
        .add(stern, 9)
        .add(port, 6)
        .add(starboard, 6)
        .add(0, 6);
}

Bits LongRange::bits() const {
    return begin(27, mmsi)
        .add(accurate, 1)
        .add(0, 1)
        .add(status, 4)
        .add(lon, 18)
        .add(lat, 17)
        .add(speed, 6)
        .add(course, 9)
        .add(0, 2);
}

std::string sentence(std::string_view body) {
    return fmt::format("!{}*{}", body, checksum(body));
}

std::string tag_block(std::string_view body) {
    return fmt::format("\\{}*{}\\", body, checksum(body));
}

std::vector<std::string> sentences(const Bits& bits, const Sending& sending) {
    const std::string payload = bits.armoured();
    const std::size_t total = std::max<std::size_t>((payload.size() + sending.characters - 1) / sending.characters, 1);
    std::vector<std::string> out;
    for (std::size_t part = 1; part <= total; ++part) {
        const std::string prefix = sending.tag.empty() ? std::string{} : tag_block(sending.tag);
        const std::string sequence = total > 1 ? std::to_string(sending.sequence) : std::string{};
        out.push_back(prefix + sentence(fmt::format("{},{},{},{},{},{},{}", sending.formatter, total, part, sequence,
                                                    sending.channel,
                                                    payload.substr((part - 1) * sending.characters, sending.characters),
                                                    part == total ? bits.fill_bits() : 0U)));
    }
    return out;
}

std::string lines(const Bits& bits, const Sending& sending) {
    std::string out;
    for (const auto& line : sentences(bits, sending))
        out += line + "\r\n";
    return out;
}

} // namespace ais_test
