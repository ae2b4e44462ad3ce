#pragma once

#include "assets/timeline/snapshot.hpp"
#include "render/map/figure.hpp"

#include <span>
#include <vector>

namespace render {

/// The points that a frame must hold to show every drawn asset: positions, and the outlines of areas with points at
/// most 5 degrees apart. An area that is given with a circle counts as far as the circle reaches. Of an area that
/// reaches over 1,000 km from its point, only the part within 600 km of that point counts, because a ship "in the
/// Pacific Ocean" can be shown in any part of it.
[[nodiscard]] std::vector<geo::LonLat> shown_points(const assets::Scenario&, const assets::Snapshot&, const Figure&);

/// The same for several maps with one frame.
[[nodiscard]] std::vector<geo::LonLat> shown_points(const assets::Scenario&, std::span<const assets::Snapshot* const>,
                                                    const Figure&);

/// The points that the figure's `fit` or `fit_all` asks for on maps of these snapshots. Throws FigureError for an id
/// that is neither a zone nor an asset with a position in one of them.
[[nodiscard]] std::vector<geo::LonLat> fitted_points(const assets::Scenario&, std::span<const assets::Snapshot* const>,
                                                     const Figure&);

} // namespace render
