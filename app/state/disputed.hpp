#pragma once

#include "app/base/data_folders.hpp"
#include "assets/check/check.hpp"

namespace app {

/// Adds a note for every disputed feature in the frame of the scenario's own view, and how the policy shows it.
void add_disputed_features(assets::CheckResult&, const assets::Scenario&, const DataFolders&);

} // namespace app
