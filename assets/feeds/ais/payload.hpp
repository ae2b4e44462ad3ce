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
    /// What an assembled message may have, in six-bit characters: five slots are 168.
    static constexpr std::size_t max_characters = 200;

    /// Appends the armoured characters of one sentence, less `fill_bits` (0 to 5) at its end. False, and of no further
    /// use, when a character is none of the armour's or the message grows too long.
    [[nodiscard]] bool append(std::string_view armoured, unsigned fill_bits) noexcept;

    [[nodiscard]] std::size_t size() const noexcept { return m_bits; }

    /// `width` <= 32 bits from `at`; what lies beyond the end is 0.
    [[nodiscard]] std::uint32_t number(std::size_t at, unsigned width) const noexcept;
    /// The same in two's complement.
    [[nodiscard]] std::int32_t signed_number(std::size_t at, unsigned width) const noexcept;
    [[nodiscard]] bool flag(std::size_t at) const noexcept { return number(at, 1) != 0; }
    /// Six-bit ASCII up to the first '@' or the message's end.
    [[nodiscard]] std::string characters(std::size_t at, std::size_t count) const;
    /// The same without blanks around it. Empty: not available.
    [[nodiscard]] std::string text(std::size_t at, std::size_t count) const { return trimmed(characters(at, count)); }
    [[nodiscard]] static std::string trimmed(std::string text);

private:
    // Eight bytes more than the bits need: number() reads eight at once.
    std::array<std::uint8_t, max_characters * 6 / 8 + 8> m_bytes{};
    std::size_t m_bits = 0;
};

} // namespace assets::ais
