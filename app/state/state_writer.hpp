#pragma once

#include "assets/timeline/snapshot.hpp"
#include "render/map/words/words.hpp"

#include <string>

namespace app {

enum class StateFormat { Table, Json, GeoJson, Csv };

/// The output of `theatrum state`: every asset in file order. JSON, GeoJSON and CSV are for scripts: their keys,
/// columns and order are fixed; coordinates have up to 6 decimals, other numbers up to 3. The table is for people and
/// may change; its words come from the words file.
[[nodiscard]] std::string write_state(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                      StateFormat);

/// The keys of an asset in the JSON of `theatrum state`, as an object on one line.
[[nodiscard]] std::string state_json(const assets::Scenario&, const assets::State&);
/// A text as JSON.
[[nodiscard]] std::string json_quoted(const std::string&);

} // namespace app
