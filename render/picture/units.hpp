#pragma once

namespace render {

inline constexpr double mm_per_inch = 25.4;

} // namespace render
