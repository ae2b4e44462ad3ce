#pragma once

#include "assets/timeline/snapshot.hpp"
#include "render/map/words/words.hpp"

#include <string>

namespace app {

enum class StateFormat { Table, Json, GeoJson, Csv };

/// What `theatrum state` prints: every asset in file order. JSON, GeoJSON and CSV are for scripts:
/// keys, columns and their order are fixed; coordinates have up to 6 decimals, other numbers up to 3. The table is for
/// people and may change; its words are those of the words file.
[[nodiscard]] std::string write_state(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                      StateFormat);

} // namespace app
