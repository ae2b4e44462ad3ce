#pragma once

#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/snapshot.hpp"

/// The area an asset can be in between and after its fixes; v is the asset's speed limit. After the last fix the area
/// is a geodesic disc with the radius r1 + v (t - t1). Between two fixes it is the intersection of the discs with the
/// radii r1 + v (t - t1) and r2 + v (t2 - t), the potential path area of the space-time prism (T. Hagerstrand, "What
/// about people in regional science?", 1970; H. J. Miller, "Modelling accessibility using space-time prism concepts
/// within GIS", 1991). The functions return the radius of a circle about a given point that holds this area.
namespace assets {

/// The disc about a fix's point in which the asset can be at `counts_from`; it grows with time away from that instant.
struct Disc {
    double radius_km; ///< the fix's own
    Instant counts_from;
};
/// Rule: reach after a fix counts from its end, or from its beginning if it is `sometime`, less its time error.
[[nodiscard]] Disc disc_after(const Fix&) noexcept;
/// Rule: reach before a fix counts back from its beginning, or from its end if it is `sometime`, plus its time error.
[[nodiscard]] Disc disc_before(const Fix&) noexcept;

/// Radius in km of the disc about the fix's point that an asset with this speed limit can have reached at `t`.
[[nodiscard]] double reach_after_km(const Fix&, double max_speed_kn, Instant t);
/// Radius in km of the disc about the fix's point from which the asset can still reach the fix at `t`.
[[nodiscard]] double reach_before_km(const Fix&, double max_speed_kn, Instant t);

/// Radius in km of the circle about the point of `last` that holds all places that can be reached from `last` at `t`
/// and from which `next`, if not null, can still be reached. Rule: without a speed limit there is no reach, and the
/// radius is that of `last`.
[[nodiscard]] double held_radius_km(const Asset&, const Fix& last, const Fix* next, Instant t);
/// The same for an asset with a speed limit; the points of the discs are `apart_km` apart, and `before` may be null.
[[nodiscard]] double held_radius_km(double max_speed_kn, const Disc& after, const Disc* before, double apart_km,
                                    Instant t);
/// Radius in km of the circle about the place on the leg at `t` that holds the intersection of the two discs. Without a
/// speed limit it is the larger radius of the two fixes.
[[nodiscard]] double leg_radius_km(const Asset&, const Leg&, Instant t);
/// The same for an asset with a speed limit, given its place on the leg. `centred` says that the leg runs between the
/// points of the two fixes.
[[nodiscard]] double leg_radius_km(double max_speed_kn, const Leg&, const Disc& after, const Disc& before, bool centred,
                                   const OnLeg&, Instant t);

} // namespace assets
