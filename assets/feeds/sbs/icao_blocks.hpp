#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace assets {

/// The state that a 24-bit aircraft address was allocated to (ICAO Annex 10, volume III, part I, table 9-1), as
/// ISO 3166-1 alpha-2; empty for blocks of no state. It is where an aircraft is registered, not whose crew flies it.
[[nodiscard]] std::optional<std::string_view> country_of_icao(std::uint32_t address) noexcept;

/// Whether an address lies in a block that a state gives to its military aircraft. No annex says so: these are the
/// large blocks that observers agree on, so `false` does not mean civil.
[[nodiscard]] bool is_military_icao(std::uint32_t address) noexcept;

} // namespace assets
