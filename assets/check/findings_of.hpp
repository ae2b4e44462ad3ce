#pragma once

#include "assets/check/check.hpp"
#include "assets/formats/reading/findings.hpp"

namespace assets {

// Each looks at one side of a scenario that could be read. Private to this folder.
void check_movement(const Scenario&, Findings&);    ///< too_fast, two_places, reports_conflict, outside_deployment
void check_coordinates(const Scenario&, Findings&); ///< ship_on_land, swapped_coordinates, zero_coordinates
void check_sources(const Scenario&, Findings&);     ///< no_source
void check_use(const Scenario&, Findings&);         ///< unused_id, no_reports
void check_time(const Scenario&, Findings&);        ///< outside_time, no_data_to
/// Marks what [[accept]] silences, and adds an unused_accept for each that silences nothing.
void apply_accepts(const Scenario&, std::vector<Finding>&);

/// The row's `from` as [[accept]] names it: the date as precise as it was written, a time in UTC.
[[nodiscard]] std::string written_from(const Fix&);
[[nodiscard]] Spot spot_of(const Scenario&, const Fix&, std::string field);

} // namespace assets
