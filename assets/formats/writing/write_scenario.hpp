#pragma once

#include "assets/schema/schema.hpp"

#include <map>
#include <string>

namespace assets {

/// A scenario as the texts of its files, by name: scenario.toml, and assets.csv, deployments.csv, positions.csv,
/// events.csv, members.csv, sources.csv, places.csv, zones.geojson unless they would hold nothing. Read back beside
/// each other they give the same scenario, but for lines, files and folder. The same scenario gives the same bytes.
///
/// A table's columns stand in the order of the schema; those that no row needs are left out. Rows stand in the
/// order of the scenario's vectors. Numbers are the shortest that read back exactly. Dates are written as coarsely as
/// they were given, times in UTC.
///
/// Files cannot say all that a scenario made by a program can hold; what a reader would change is: spaces around a
/// text go, bytes that are not UTF-8 become U+FFFD, a ship that lies still in a harbour without an activity is read as
/// in port, `recording` is not kept. Figures, [basemap] and [routes] are not part of a Scenario, and so not written.
[[nodiscard]] std::map<std::string, std::string> write_scenario(const Scenario&, const Schema& = schema());

} // namespace assets
