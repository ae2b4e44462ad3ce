#pragma once

#include <cstdint>

namespace render {

/// What a map with an earlier date for comparison draws: an arrow from the earlier position, one of which an end is
/// known only as an area, and marks for assets that arrived, left or were not heard of.
enum class ChangeMark : std::uint8_t { Arrow, DashedArrow, Arrived, Left, NoNews };

} // namespace render
