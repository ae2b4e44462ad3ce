#pragma once

#include "assets/schema/schema.hpp"

#include <map>
#include <string>

namespace assets {

/// The texts of a scenario's files by name: scenario.toml, and assets.csv, deployments.csv, positions.csv, events.csv,
/// members.csv, sources.csv, places.csv and zones.geojson unless they would be empty. Read from one folder they give
/// the same scenario except for lines, files and folder. Equal scenarios give equal bytes.
///
/// Built-in zones and their sources are not written; `[zones] builtin` names them.
///
/// Columns are in the order of the schema, without columns that no row needs. Rows are in the order of the scenario's
/// vectors. Numbers are the shortest texts that read back exactly. Dates keep their precision; times are in UTC.
///
/// A scenario made by a program may hold values that files cannot express. Reading them back drops spaces around a
/// text, turns bytes that are not UTF-8 into U+FFFD, gives a ship that lies still in a harbour without an activity the
/// activity in_port, and forgets `recording`. Figures and [basemap] are not part of a Scenario and are not written.
[[nodiscard]] std::map<std::string, std::string> write_scenario(const Scenario&, const Schema& = schema());

} // namespace assets
