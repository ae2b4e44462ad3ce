#include "assets/feeds/ais/payload.hpp"

#include <bit>
#include <cstring>

namespace assets::ais {

namespace {

constexpr std::uint8_t no_armour = 0xff;

/// NMEA 0183 (IEC 61162-1) armour: '0' to 'W' are 0 to 39, '`' to 'w' are 40 to 63.
constexpr std::array<std::uint8_t, 256> armour = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(no_armour);
    for (std::size_t value = 0; value < 64; ++value)
        table[value < 40 ? '0' + value : '`' + value - 40] = static_cast<std::uint8_t>(value);
    return table;
}();

} // namespace

bool Payload::append(std::string_view armoured, unsigned fill_bits) noexcept {
    if (m_bits + armoured.size() * 6 > max_characters * 6 || armoured.size() * 6 < fill_bits) return false;
    for (const char c : armoured) {
        const std::uint8_t value = armour[static_cast<unsigned char>(c)];
        if (value == no_armour) return false;
        // A character reaches into two bytes at most.
        const unsigned both = static_cast<unsigned>(value) << (10 - m_bits % 8);
        m_bytes[m_bits / 8] = static_cast<std::uint8_t>(m_bytes[m_bits / 8] | both >> 8);
        m_bytes[m_bits / 8 + 1] = static_cast<std::uint8_t>(m_bytes[m_bits / 8 + 1] | (both & 0xff));
        m_bits += 6;
    }
    m_bits -= fill_bits;
    if (fill_bits == 0) return true;
    // Fill bits should be 0 but need not be: the next sentence's bits are or-ed in.
    m_bytes[m_bits / 8] = static_cast<std::uint8_t>(m_bytes[m_bits / 8] & (0xff00U >> m_bits % 8));
    m_bytes[m_bits / 8 + 1] = 0;
    return true;
}

std::uint32_t Payload::number(std::size_t at, unsigned width) const noexcept {
    if (at >= m_bits) return 0;
    std::uint64_t eight = 0;
    std::memcpy(&eight, m_bytes.data() + at / 8, sizeof eight);
    if constexpr (std::endian::native == std::endian::little) eight = __builtin_bswap64(eight);
    return static_cast<std::uint32_t>(eight << at % 8 >> (64 - width));
}

std::int32_t Payload::signed_number(std::size_t at, unsigned width) const noexcept {
    const std::uint32_t sign = 1U << (width - 1);
    return static_cast<std::int32_t>((number(at, width) ^ sign) - sign);
}

std::string Payload::characters(std::size_t at, std::size_t count) const {
    std::string out;
    for (; count > 0 && at + 6 <= m_bits; --count, at += 6) {
        const std::uint32_t value = number(at, 6);
        if (value == 0) break;
        out += static_cast<char>(value < 32 ? value + 64 : value);
    }
    return out;
}

std::string Payload::trimmed(std::string text) {
    text.resize(text.find_last_not_of(' ') + 1);
    text.erase(0, text.find_first_not_of(' '));
    return text;
}

} // namespace assets::ais
