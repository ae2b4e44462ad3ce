#pragma once

#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/snapshot.hpp"

/// The area an asset can be in between and after its reports. After the last report it is a geodesic disc that grows at
/// the asset's speed limit. Between two reports it is the intersection of two growing geodesic discs, the potential
/// path area of the space-time prism (T. Hagerstrand, "What about people in regional science?", 1970; H. J. Miller,
/// "Modelling accessibility using space-time prism concepts within GIS", 1991). Here it is answered as the smallest
/// circle about a given point that holds it.
namespace assets {

/// Grows, or shrinks, by the speed limit from its edge in time on.
struct Disc {
    double radius_km; ///< the report's own
    Instant edge;
};
[[nodiscard]] Disc disc_after(const Fix&) noexcept;
[[nodiscard]] Disc disc_before(const Fix&) noexcept;

/// Radius in km of the disc about a report's own point that holds the asset at `t` after it, at `max_speed_kn`.
[[nodiscard]] double reach_after_km(const Fix&, double max_speed_kn, Instant t);
/// The same before it.
[[nodiscard]] double reach_before_km(const Fix&, double max_speed_kn, Instant t);

/// Radius of the circle about the last report's point that holds what can be reached from it and from which the next
/// report (or null) can be reached. Without a speed limit: the report's own radius.
[[nodiscard]] double held_radius_km(const Asset&, const Fix& last, const Fix* next, Instant t);
/// The same with a speed limit, of discs that are `apart_km` from each other; `before` null when there is no next.
[[nodiscard]] double held_radius_km(double max_speed_kn, const Disc& after, const Disc* before, double apart_km,
                                    Instant t);
/// Radius of the circle about the point of the leg at `t` that holds the intersection of the two discs.
[[nodiscard]] double leg_radius_km(const Asset&, const Leg&, Instant t);
/// The same with a speed limit, knowing where that is. `centred`: the leg runs from the one's point to the other's.
[[nodiscard]] double leg_radius_km(double max_speed_kn, const Leg&, const Disc& after, const Disc& before, bool centred,
                                   const OnLeg&, Instant t);

} // namespace assets
