#pragma once

#include <array>

/// How what comes of feeds is drawn, on the map and in the legend.
namespace render {

/// A trail's width as a share of a leg's, that of one who is marked, and the opacity of its parts, the oldest first.
inline constexpr double trail_width = 0.8, marked_trail_width = 1.3;
inline constexpr std::array<double, 4> trail_strengths{0.30, 0.48, 0.70, 0.95};

/// Of the veil over where nothing was heard.
inline constexpr double nothing_heard_opacity = 0.14;

} // namespace render
