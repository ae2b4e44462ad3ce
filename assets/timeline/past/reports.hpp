#pragma once

#include "assets/timeline/past/voyages.hpp"
#include "assets/timeline/snapshot.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// The reports of one asset in a period and what is known of the time between them, for a track as data.
namespace assets {

/// Why no way is claimed between two reports.
enum class NoWay : std::uint8_t {
    Silence,   ///< nothing was reported for longer than max_gap
    Area,      ///< one of the two reports says only that the asset was somewhere in an area
    NotFound,  ///< a ship finds no way over water that it may use
    NotClaimed ///< assets of this kind do not move from report to report
};
[[nodiscard]] std::string_view to_string(NoWay) noexcept; ///< `silence`, `area`, `no_way_found`, `not_claimed`

/// The time between two reports in a row.
struct BetweenReports {
    std::size_t from, to;          ///< indices into ReportedTrack::reports
    Continuity how;                ///< Unknown without a leg
    std::optional<Leg> leg{};      ///< a leg as on maps of an instant
    NoWay why = NoWay::NotClaimed; ///< of a pair of reports without a leg
};

/// The reports of an asset in one deployment.
struct ReportedTrack {
    AssetIndex asset;
    std::vector<const Fix*> reports;     ///< in order of time; at least one
    std::vector<BetweenReports> between; ///< in order of time; none leads to a report within the time of another one
};

/// The reports of an asset of which any part is in the period from `from` until just before `to`, by deployment. Plans
/// are no reports.
[[nodiscard]] std::vector<ReportedTrack> reported_tracks(const Scenario&, AssetIndex, Instant from, Instant to);

} // namespace assets
