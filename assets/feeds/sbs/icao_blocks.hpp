#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace assets {

/// The state to which a 24-bit aircraft address is allocated (ICAO Annex 10, volume III, part I, table 9-1), as ISO
/// 3166-1 alpha-2; empty for an unallocated address. This is the state of registry, not of the operator.
[[nodiscard]] std::optional<std::string_view> country_of_icao(std::uint32_t address) noexcept;

/// Whether an address is in a block that a state uses for its military aircraft. No annex lists these blocks: they are
/// the large ones on which observers agree, so `false` does not mean civil.
[[nodiscard]] bool is_military_icao(std::uint32_t address) noexcept;

} // namespace assets
