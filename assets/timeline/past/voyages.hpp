#pragma once

#include "assets/model/scenario.hpp"
#include "geo/earth/path/geodesic_path.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// Where assets called in a period, and what is known of the ways between, for maps of the period.
namespace assets {

/// A stay at one place: one report, or several in a row from the same place.
struct Call {
    std::vector<const Fix*> fixes; ///< in order of time; at least one
    Instant from, to; ///< first and last instant of the reports; a report that goes on ends with the period
    geo::LonLat at = geo::lonlat(0, 0);
    bool wide = false; ///< the asset was somewhere in the area of the report; `at` only says where to draw
};

/// What is known of the way between two calls.
enum class Continuity {
    Reported,  ///< reports with clock times, at most three hours apart
    Estimated, ///< a leg as on maps of an instant: the silence is at most max_gap long
    Unknown,   ///< a longer silence, or a report from an area at one end
};

/// The way from one precise call to the next precise one.
struct VoyageLeg {
    std::size_t from, to; ///< indices into Voyage::calls
    Continuity how;
    std::shared_ptr<const geo::GeodesicPath> path; ///< null when ships find no way, or stay in one place
};

/// The calls of one asset in one deployment.
struct Voyage {
    AssetIndex asset;
    std::vector<Call> calls;     ///< in order of time; at least one
    std::vector<VoyageLeg> legs; ///< in order of time; none leads to or from a wide call
    /// The call at the greatest distance from the first one, if the voyage leads back from there: the calls up to it
    /// are outbound, the others homeward. Empty for a flight, and for a voyage that does not end nearer to its
    /// beginning.
    std::optional<std::size_t> farthest;

    [[nodiscard]] bool is_homeward(const VoyageLeg& leg) const noexcept { return farthest && leg.from >= *farthest; }
};

/// Whether the asset moves from report to report: ships and most aircraft do, units and bases do not.
[[nodiscard]] bool travels(const Asset&) noexcept;

/// The voyages of all assets that travel and are wanted, in file order. A report counts when any of it is in the
/// period from `from` until just before `to`; plans do not count.
[[nodiscard]] std::vector<Voyage> voyages_between(const Scenario&, Instant from, Instant to,
                                                  const std::function<bool(const Asset&)>& wanted);

} // namespace assets
