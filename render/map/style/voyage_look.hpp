#pragma once

#include "render/map/style/theme.hpp"

#include <cstddef>
#include <string_view>

/// How voyages are drawn, on the map and in the legend.
namespace render {

inline constexpr double voyage_mm = 0.7;                       ///< width of a reported or estimated leg
inline constexpr double unknown_mm = 0.35;                     ///< width of the line that joins stops
inline constexpr double unknown_opacity = 0.55;                ///< of that line
inline constexpr double voyage_dash = 3.2, voyage_space = 2.0; ///< of an estimated leg, as multiples of its width

/// The height of a mark, the em of its number, and how near to each other calls share a mark; smaller on narrow pages.
struct StopSize {
    double height_mm, numeral_mm, apart_mm;
};
[[nodiscard]] StopSize stop_size(double page_width_mm) noexcept;

/// One of the voyages of a map.
struct VoyageOfMap {
    std::size_t index, count;
    std::string_view country; ///< of the asset
};
/// The colour of a leg or call. A single voyage has that of its country, and a paler one on the way home; several
/// voyages have a colour each, up to seven.
[[nodiscard]] Colour voyage_colour(const Theme&, const VoyageOfMap&, bool homeward);

} // namespace render
