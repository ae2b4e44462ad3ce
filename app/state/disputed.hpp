#pragma once

#include "app/base/data_folders.hpp"
#include "assets/check/check.hpp"

namespace app {

/// Adds a note for every disputed feature in the frame of the scenario's own view; the note says how the policy shows
/// the feature.
void add_disputed_features(assets::CheckResult&, const assets::Scenario&, const DataFolders&);

} // namespace app
