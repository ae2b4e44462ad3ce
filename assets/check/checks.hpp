#pragma once

#include "assets/check/check.hpp"
#include "assets/formats/reading/findings.hpp"

namespace assets {

// Each function checks one aspect of a scenario that could be read. Private to this folder.
void check_movement(const Scenario&, Findings&);    ///< too_fast, two_places, reports_conflict, duplicate_report,
                                                    ///< outside_deployment
void check_coordinates(const Scenario&, Findings&); ///< ship_on_land, swapped_coordinates, zero_coordinates
void check_claims(const Scenario&, Findings&);      ///< finer_than_radius, after_data_to, hull_conflict
void check_sources(const Scenario&, Findings&);     ///< no_source
void check_zones(const Scenario&, Findings&);       ///< ring_without_reason
void check_use(const Scenario&, Findings&);         ///< unused_id, no_reports
void check_time(const Scenario&, Findings&);        ///< outside_time, no_data_to
/// Each [[accept]] marks the first finding that it silences, or adds the finding unused_accept if there is none. Errors
/// cannot be silenced.
void apply_accepts(const Scenario&, std::vector<Finding>&);

/// The `from` of a fix as [[accept]] names it: a local date as precise as in the file, or a time in UTC.
[[nodiscard]] std::string from_as_written(const Fix&);
/// The place that a finding about a fix refers to: file, line and field, and the fix's asset and `from`.
[[nodiscard]] Spot spot_of(const Scenario&, const Fix&, std::string field);

} // namespace assets
