#pragma once

#include "assets/timeline/past/reports.hpp"

#include <optional>
#include <string>
#include <vector>

/// Tracks of assets as data, for other programs. Positions and times of reports are those of the records; nothing
/// between two reports has a time.
namespace app {

/// What a file of tracks says.
struct TrackData {
    const assets::Scenario& scenario;
    std::vector<assets::ReportedTrack> tracks;
    assets::Instant from, to;        ///< the period, until just before `to`
    std::optional<double> round_deg; ///< positions were rounded to a grid of so many degrees
};

/// A FeatureCollection after RFC 7946 with a feature a line, told apart by `role`: `report` (a point, or the outline of
/// an area), `leg` (a line between two precise reports, cut at the antimeridian; `how` is reported or estimated) and
/// `silence` (without geometry: no way is claimed).
[[nodiscard]] std::string geojson_of(const TrackData&);

/// GPX 1.1: a waypoint for each precise report; for each deployment a track through the reports of its reported legs,
/// and another one, marked as estimated in its name and type, along its estimated legs, whose points between reports
/// have no time. Where no way is claimed, a segment ends. Reports from areas have no position and are left out.
[[nodiscard]] std::string gpx_of(const TrackData&);

/// The number of reports that gpx_of() leaves out.
[[nodiscard]] std::size_t reports_without_position(const TrackData&);

} // namespace app
