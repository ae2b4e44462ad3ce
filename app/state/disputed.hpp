#pragma once

#include "app/base/data_folders.hpp"
#include "assets/check/check.hpp"

namespace app {

/// Adds a note for every disputed feature that the map of the scenario's own view shows; the note names the feature and
/// says how the policy shows it.
void add_disputed_features(assets::CheckResult&, const assets::Scenario&, const DataFolders&);

} // namespace app
