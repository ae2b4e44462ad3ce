#pragma once

#include <array>

/// How trails and the coverage of feeds are drawn, on the map and in the legend.
namespace render {

/// Width of a trail as a multiple of a leg's width, for ordinary and for marked assets, and opacity of a trail's parts,
/// the oldest first.
inline constexpr double trail_width = 0.8, marked_trail_width = 1.3;
inline constexpr std::array<double, 4> trail_opacities{0.30, 0.48, 0.70, 0.95};

/// Opacity of the veil over the places where feeds heard nothing.
inline constexpr double nothing_heard_opacity = 0.14;

} // namespace render
