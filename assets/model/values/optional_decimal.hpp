#pragma once

#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <optional>

namespace assets {

/// A number >= 0 or none, in 4 bytes, for values of which there are millions. Used like std::optional<double>. Floats,
/// and numbers up to 21,474 with at most five decimals, are stored exactly. Other numbers are rounded to five decimals,
/// or, above 21,474, to the seven digits of a float.
class OptionalDecimal {
public:
    OptionalDecimal() noexcept = default;
    // NOLINTBEGIN(google-explicit-constructor): as std::optional
    OptionalDecimal(std::nullopt_t) noexcept {}
    OptionalDecimal(double value) noexcept : m_code{code_of(value)} {}
    OptionalDecimal(const std::optional<double>& value) noexcept : m_code{value ? code_of(*value) : none} {}
    operator std::optional<double>() const noexcept { return has_value() ? std::optional{**this} : std::nullopt; }
    // NOLINTEND(google-explicit-constructor)

    [[nodiscard]] bool has_value() const noexcept { return m_code != none; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] double operator*() const noexcept {
        assert(has_value());
        if (m_code & is_float) return static_cast<double>(std::bit_cast<float>(m_code & ~is_float));
        return static_cast<double>(m_code) / scale;
    }
    [[nodiscard]] double value() const {
        if (!has_value()) throw std::bad_optional_access{};
        return **this;
    }
    [[nodiscard]] double value_or(double other) const noexcept { return has_value() ? **this : other; }
    void reset() noexcept { m_code = none; }
    [[nodiscard]] friend bool operator==(const OptionalDecimal&, const OptionalDecimal&) noexcept = default;

private:
    static constexpr std::uint32_t none = 0xffffffff,
                                   is_float = 0x80000000; // the sign bit, which a float >= 0 does not need
    static constexpr double scale = 1e5;

    [[nodiscard]] static std::uint32_t code_of(double value) noexcept {
        assert(value >= 0);
        if (!(value >= 0)) return none;
        const double scaled = std::round(value * scale);
        const bool fits = scaled < static_cast<double>(is_float);
        const auto decimal = fits ? static_cast<std::uint32_t>(scaled) : 0;
        if (fits && static_cast<double>(decimal) / scale == value) return decimal;
        const auto as_float = static_cast<float>(value);
        if (!fits || static_cast<double>(as_float) == value) return std::bit_cast<std::uint32_t>(as_float) | is_float;
        return decimal;
    }

    std::uint32_t m_code = none;
};

} // namespace assets
