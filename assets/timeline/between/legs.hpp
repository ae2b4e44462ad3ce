#pragma once

#include "assets/timeline/between/ways.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "assets/timeline/snapshot.hpp"
#include "geo/earth/geodesic.hpp"

#include <optional>
#include <vector>

/// Legs: the continuity claimed between two neighbouring precise fixes. Rule: a leg exists if the silence between the
/// two fixes is not longer than the asset's max_gap. A wide fix between two precise ones has a gap on both sides. A
/// `sea` leg that finds no way over water is a gap instead; see Ways.
namespace assets {

/// The time between two neighbouring fixes: a leg or a gap.
struct LegOrGap {
    std::optional<Leg> leg;      ///< none: a gap
    bool beyond_max_gap = false; ///< the silence is longer than the asset's max_gap
    bool path_over_land = false; ///< a gap, because a `sea` leg finds no way over water that it may use
};
/// The leg or gap between a fix and the next fix of the same asset in the same DeploymentWindow. Depends on these two
/// fixes alone. Without Ways, the way of the leg is found anew.
[[nodiscard]] LegOrGap leg_or_gap_between(const Scenario&, const Fix& earlier, const Fix& later, Ways* = nullptr);

/// Every leg of an asset in order of time, including legs that are too fast.
[[nodiscard]] std::vector<Leg> legs_of(const Scenario&, AssetIndex, Ways* = nullptr);

struct OnLeg {
    geo::LonLat where;
    std::optional<double> course_deg; ///< degrees clockwise from north; none on a leg without length
};
/// Place and course on a leg at `t`. Rule: the speed is constant. Before `depart` and after `arrive` the place is
/// that end of the leg.
[[nodiscard]] OnLeg on_leg(const Leg&, Instant t);
/// The same, but faster with the leg's ray_of(). An empty ray is ignored.
[[nodiscard]] OnLeg on_leg(const Leg&, const geo::GeodesicRay&, Instant t);
[[nodiscard]] geo::GeodesicRay ray_of(const Leg&);
/// The part of a leg that is travelled at `t`, 0 to 1.
[[nodiscard]] double fraction_on(const Leg&, Instant t);
/// The place of on_leg().
[[nodiscard]] geo::LonLat position_on(const Leg&, Instant t);
/// The course of on_leg().
[[nodiscard]] std::optional<double> course_on(const Leg&, Instant t);

} // namespace assets
