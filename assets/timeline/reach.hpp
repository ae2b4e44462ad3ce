#pragma once

#include "assets/timeline/snapshot.hpp"

/// The area an asset can be in between and after its reports: DESIGN section 3, rule 5. Between two reports it is the
/// intersection of two growing geodesic discs, the potential path area of the space-time prism (T. Hagerstrand, "What
/// about people in regional science?", 1970; H. J. Miller, "Modelling accessibility using space-time prism concepts
/// within GIS", 1991). Here it is answered as the smallest circle about a given point that holds it.
namespace assets {

/// Radius in km of the disc about a report's own point that holds the asset at `t` after it, at `max_speed_kn`.
[[nodiscard]] double reach_after_km(const Fix&, double max_speed_kn, Instant t);
/// The same before it.
[[nodiscard]] double reach_before_km(const Fix&, double max_speed_kn, Instant t);

/// Radius of the circle about the last report's point that holds what can be reached from it and from which the next
/// report (or null) can be reached. Without a speed limit: the report's own radius.
[[nodiscard]] double held_radius_km(const Asset&, const Fix& last, const Fix* next, Instant t);
/// Radius of the circle about the point of the leg at `t` that holds the intersection of the two discs.
[[nodiscard]] double leg_radius_km(const Asset&, const Leg&, Instant t);

} // namespace assets
