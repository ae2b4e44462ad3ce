#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace assets::ais {

/// The bits of one AIS message, most significant first, as numbered in ITU-R M.1371.
class Payload {
public:
    /// The six-bit characters of a message that are kept. Five slots, the longest transmission, are 168; no field that
    /// is read lies beyond them.
    static constexpr std::size_t max_characters = 200;

    /// Appends the armoured characters of one sentence without the last `fill_bits` (0 to 5) bits. Returns false when a
    /// character is not part of the armour; the payload is then invalid. Characters beyond the limit are left out.
    [[nodiscard]] bool append(std::string_view armoured, unsigned fill_bits) noexcept;

    [[nodiscard]] std::size_t size() const noexcept { return m_bits; }

    /// The number in `width` bits (1 to 32) from bit `at` on. Bits beyond the end are 0.
    [[nodiscard]] std::uint32_t number(std::size_t at, unsigned width) const noexcept;
    /// Like number(), in two's complement.
    [[nodiscard]] std::int32_t signed_number(std::size_t at, unsigned width) const noexcept;
    [[nodiscard]] bool flag(std::size_t at) const noexcept { return number(at, 1) != 0; }
    /// Six-bit ASCII up to the first '@' or the message's end.
    [[nodiscard]] std::string characters(std::size_t at, std::size_t count) const;
    /// Like characters(), without blanks at both ends. Empty when not available.
    [[nodiscard]] std::string text(std::size_t at, std::size_t count) const { return trimmed(characters(at, count)); }
    [[nodiscard]] static std::string trimmed(std::string text);

private:
    // Eight bytes more than the bits need, because number() reads eight at once.
    std::array<std::uint8_t, max_characters * 6 / 8 + 8> m_bytes{};
    std::size_t m_bits = 0;
};

} // namespace assets::ais
