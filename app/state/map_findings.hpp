#pragma once

#include "app/base/data_folders.hpp"
#include "assets/check/check.hpp"

namespace app {

/// Adds what only a map of the scenario's own view can tell: an error when no such map can be made (an unknown theme,
/// say), and a note for every disputed feature that the map shows, which says how the policy shows it.
void add_map_findings(assets::CheckResult&, const assets::Scenario&, const DataFolders&);

} // namespace app
