#include "assets/feeds/ais/payload.hpp"

#include <algorithm>
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
    if (armoured.size() * 6 < fill_bits) return false;
    if (const std::size_t room = (max_characters * 6 - m_bits) / 6; armoured.size() > room) {
        const auto left_out = armoured.substr(room);
        if (std::ranges::any_of(left_out, [](char c) { return armour[static_cast<unsigned char>(c)] == no_armour; }))
            return false;
        armoured = armoured.substr(0, room);
        fill_bits = 0;
    }
    std::size_t byte = m_bits / 8;
    auto held = static_cast<unsigned>(m_bits % 8); // bits of `bits` that are not stored yet
    std::uint32_t bits = static_cast<std::uint32_t>(m_bytes[byte]) >> (8 - held);
    std::uint8_t seen = 0;
    for (const char c : armoured) {
        const std::uint8_t value = armour[static_cast<unsigned char>(c)];
        seen = static_cast<std::uint8_t>(seen | value);
        bits = bits << 6 | (value & 63U);
        held += 6;
        if (held < 8) continue;
        held -= 8;
        m_bytes[byte++] = static_cast<std::uint8_t>(bits >> held);
    }
    if (seen >= 64) return false;
    m_bytes[byte] = static_cast<std::uint8_t>(bits << (8 - held));
    m_bits += armoured.size() * 6;
    m_bits -= fill_bits;
    if (fill_bits == 0) return true;
    // Fill bits should be 0 but need not be. They are cleared because the next sentence's bits are ORed in.
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
