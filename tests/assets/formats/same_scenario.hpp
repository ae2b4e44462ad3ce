#pragma once

#include "assets/model/scenario.hpp"

namespace formats_test {

/// Checks that two scenarios hold the same, but for folder, files, lines and atlas.
void check_same(const assets::Scenario& one, const assets::Scenario& other);

} // namespace formats_test
