#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace geo {

/// A country or territory of ISO 3166-1, or one of the organisations UN, NATO and EU that a scenario may give instead.
struct CountryCode {
    std::string_view code; ///< alpha-2 such as JP, or UN, NATO, EU
    std::string_view name; ///< short English name, the same as in render/words/en.toml
};

inline constexpr std::size_t iso_country_count = 249;

/// Every code: the first iso_country_count are those of ISO 3166-1 in alphabetical order, then the organisations.
[[nodiscard]] std::span<const CountryCode> country_codes() noexcept;
[[nodiscard]] bool is_country_code(std::string_view) noexcept; ///< case matters
/// The name of a code, empty for an unknown one.
[[nodiscard]] std::string_view country_code_name(std::string_view code) noexcept;
/// The code of a country that is written in full, in any case: JP for "Japan", GB for "UK" or "Scotland", US for
/// "Hawaii". Empty for an unknown name. A code itself is no name.
[[nodiscard]] std::string_view country_code_of(std::string_view name);
/// The code of a country of ISO 3166-1 that is written as its code, in capitals, or in full, in any case. Empty for an
/// organisation, a part of a country ("Hawaii") and a name that can mean several countries ("Korea").
[[nodiscard]] std::string_view whole_country(std::string_view name_or_code);

} // namespace geo
