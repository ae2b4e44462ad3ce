#pragma once

#include <cstdint>

namespace render {

/// How a map shows what became of an asset since an earlier date: an arrow from its earlier position, dashed where one
/// end is known only as an area, or a mark for an asset that arrived, left or was not heard of.
enum class ChangeMark : std::uint8_t { Arrow, DashedArrow, Arrived, Left, NoNews };

} // namespace render
