#pragma once

#include <string>
#include <string_view>

/// The forms of numbers that identify ships and aircraft.
namespace assets::columns {

inline constexpr std::string_view mmsi_form = "a number of nine digits",
                                  icao_form = "an address of six hexadecimal digits",
                                  imo_form = "an IMO number of seven digits";

[[nodiscard]] bool is_mmsi(std::string_view) noexcept;
[[nodiscard]] bool is_icao(std::string_view) noexcept;

/// Seven digits, perhaps after "IMO", of which the last one is right for the others.
[[nodiscard]] bool is_imo(std::string_view) noexcept;

/// How a text that has not the form of its column may have come about, to follow the error: "; it lacks zeros in front
/// ...". Empty if nothing is known. `column`: mmsi, icao or imo.
[[nodiscard]] std::string identifier_hint(std::string_view column, std::string_view text);

/// The digits of an IMO number without "IMO".
[[nodiscard]] std::string_view imo_digits(std::string_view) noexcept;

} // namespace assets::columns
