#pragma once

#include "assets/timeline/change/compare.hpp"
#include "render/map/words/words.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// The kinds of changes in the order of a page, with the keys of their words.
inline constexpr std::array<std::pair<assets::ChangeKind, const char*>, 5> change_groups{
    {{assets::ChangeKind::Moved, "compare.moved"},
     {assets::ChangeKind::Arrived, "compare.arrived"},
     {assets::ChangeKind::Left, "compare.left"},
     {assets::ChangeKind::NoNews, "compare.no_news"},
     {assets::ChangeKind::Same, "compare.same"}}};

/// The asset's name with the distance that it moved, then how it was and how it is.
[[nodiscard]] std::vector<std::string> change_lines(const render::Words&, const assets::Scenario&,
                                                    const assets::Snapshot& before, const assets::Snapshot& after,
                                                    const assets::AssetChange&);

/// The changes between two snapshots of a scenario, for people: a list each of who moved, arrived, left, was not heard
/// of, and stayed. Words come from the words file.
[[nodiscard]] std::string write_changes(const render::Words&, const assets::Scenario&, const assets::Snapshot& before,
                                        const assets::Snapshot& after);

/// The same for scripts: an object for each asset that is deployed at one of the instants, in file order, with the keys
/// `id`, `name`, `change` (moved arrived left no_news same), `distance_km` (null unless it moved between two
/// positions), `before` and `after` (as in `state --format json`).
[[nodiscard]] std::string write_changes_json(const assets::Scenario&, const assets::Snapshot& before,
                                             const assets::Snapshot& after);

/// "2,900 km (1,600 nautical miles)" in the units of the scenario; with "about" and two figures when the radii are more
/// than a twentieth of the distance.
[[nodiscard]] std::string distance_of_change(const render::Words&, const assets::Scenario&, const assets::AssetChange&);

} // namespace app
