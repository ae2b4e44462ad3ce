#pragma once

#include "assets/timeline/snapshot.hpp"
#include "geo/earth/area/common_area.hpp"

#include <optional>
#include <vector>

/// The area an asset can be in between and after its fixes, as polygons: the exact shape of which the functions in
/// reach.hpp give a circle.
namespace assets {

/// A fix, and how far the asset can be from it by now.
struct ReachOf {
    const Fix* fix;
    double way_m; ///< the speed limit times the time since the fix, or until it; the fix's own radius is not in it

    /// The disc of the fix's radius and the way.
    [[nodiscard]] geo::GeodesicDisc disc() const;
};
struct ReachEnds {
    ReachOf after;                 ///< from the last fix
    std::optional<ReachOf> before; ///< to the next fix, if there is one with a position
};
/// Empty for a state whose place is reported, not known or absent, near an uncertain end of a deployment, and for an
/// asset without a speed limit.
[[nodiscard]] std::optional<ReachEnds> reach_ends(const Scenario&, const State&, Instant t);

/// The disc of the last fix, or what the discs of both fixes have in common. It holds the asset unless that exceeds its
/// speed limit, and is at most 5 % larger than the exact area. Empty where the discs do not meet.
[[nodiscard]] std::vector<geo::Polygon> reach_area(const ReachEnds&);

/// The part of reach_area() that lies in water that a ship can reach by water in the time from the last fix, and from
/// which she can come to the next fix in time. Around a fix whose point lies inside the coast, as berths do, the disc
/// of its radius, 10 km at most, is left whole. Empty for an asset that is no ship, without a router, and where the
/// router cannot tell; see geo::Router::reachable_water().
[[nodiscard]] std::optional<std::vector<geo::Polygon>> reach_on_water(const Scenario&, const ReachEnds&);

/// reach_on_water() where it can be told, else reach_area(). An area wider than `widest_cut_km` is not cut.
struct ReachShape {
    std::vector<geo::Polygon> polygons{};
    bool cut_to_water = false;
};
[[nodiscard]] ReachShape reach_shape(const Scenario&, const ReachEnds&);
inline constexpr double widest_cut_km = 800; ///< radius of the circle about the area

} // namespace assets
