#pragma once

#include "assets/timeline/timeline.hpp"
#include "render/map/figure.hpp"

namespace app {

/// What a figure shows of its instant: without the zones that it hides, with the trails and the coverage that it asks
/// for. The command line, the window and the export dialog compose this snapshot. The scenario must outlive it.
[[nodiscard]] assets::Snapshot figure_snapshot(const assets::Scenario&, const render::Figure&);
/// The same; the timeline saves work when it is asked again and again.
[[nodiscard]] assets::Snapshot figure_snapshot(const assets::Timeline&, const render::Figure&);

/// Takes the zones with these ids out of a snapshot of the scenario.
void leave_out_zones(assets::Snapshot&, const assets::Scenario&, const std::set<std::string>& ids);

} // namespace app
