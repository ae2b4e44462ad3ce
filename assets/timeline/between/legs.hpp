#pragma once

#include "assets/timeline/between/land_memo.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "assets/timeline/snapshot.hpp"
#include "geo/earth/geodesic.hpp"

#include <optional>
#include <vector>

/// Legs: the continuity that is claimed between two neighbouring precise reports. A leg exists where no silence on it
/// is longer than the asset's max_gap; a `sea` leg whose straight path crosses land is a gap instead.
namespace assets {

/// What lies between two neighbouring reports.
struct Between {
    std::optional<Leg> leg;      ///< none: a gap
    bool beyond_max_gap = false; ///< the silence is longer than the asset's max_gap
    bool path_over_land = false; ///< a `sea` path would cross land
};
/// Between a report and the next one of the same asset, in the same window. Looks at nothing but these two.
[[nodiscard]] Between between_reports(const Scenario&, const Fix& earlier, const Fix& later, LandMemo* = nullptr);

/// Every leg of an asset, in order of time, the ones that are too fast included.
[[nodiscard]] std::vector<Leg> legs_of(const Scenario&, AssetIndex, LandMemo* = nullptr);

struct OnLeg {
    geo::LonLat where;
    std::optional<double> course_deg; ///< degrees clockwise from north; none on a leg without length
};
/// Where on a leg, and in which direction, at constant speed; at its ends before `depart` and after `arrive`.
[[nodiscard]] OnLeg on_leg(const Leg&, Instant t);
/// The same, along a ray from the leg's beginning.
[[nodiscard]] OnLeg on_leg(const Leg&, const geo::GeodesicRay&, Instant t);
[[nodiscard]] geo::GeodesicRay ray_of(const Leg&);
/// How much of a leg is behind at `t`, 0 to 1.
[[nodiscard]] double fraction_on(const Leg&, Instant t);
/// Where on a leg, at constant speed; at its ends before `depart` and after `arrive`.
[[nodiscard]] geo::LonLat position_on(const Leg&, Instant t);
/// Direction of travel there, degrees clockwise from north; none on a leg without length.
[[nodiscard]] std::optional<double> course_on(const Leg&, Instant t);

} // namespace assets
