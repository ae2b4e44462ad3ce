#pragma once

#include "assets/timeline/timeline.hpp"
#include "render/map/figure.hpp"

namespace app {

/// The snapshot of a figure: without the zones that the figure hides, with the trails and the coverage that it shows.
/// The command line, the window and the export dialog compose this snapshot. The scenario must outlive it.
[[nodiscard]] assets::Snapshot figure_snapshot(const assets::Scenario&, const render::Figure&);
/// Gives the same snapshot; a timeline saves work over many calls.
[[nodiscard]] assets::Snapshot figure_snapshot(const assets::Timeline&, const render::Figure&);

/// Removes the zones with these ids from a snapshot of the scenario.
void leave_out_zones(assets::Snapshot&, const assets::Scenario&, const std::set<std::string>& ids);

} // namespace app
