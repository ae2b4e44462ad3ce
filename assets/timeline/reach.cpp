#include "assets/timeline/reach.hpp"

#include "assets/timeline/legs.hpp"
#include "assets/timeline/reports.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace assets {

namespace {

constexpr double km_per_hour_per_knot = 1.852;
/// Mean radius of the Earth, IUGG; only for the shape of the intersection, never for a distance that is printed.
constexpr double earth_radius_km = 6371.0088;
/// How much longer a line on WGS 84 can be than the sphere makes it.
constexpr double ellipsoid_margin = 1.006;
/// No point is farther from another than this along WGS 84.
constexpr double half_way_round_km = 20003.93;

double hours_between(Instant a, Instant b) {
    return std::max(0.0, static_cast<double>((b - a).count()) / 3600.0);
}

} // namespace

double reach_after_km(const Fix& f, double max_speed_kn, Instant t) {
    const Instant since = earlier_by(f.during == During::Sometime ? f.from : f.to, error_of(f.time_error_h));
    return std::min(half_way_round_km, f.radius_km + max_speed_kn * km_per_hour_per_knot * hours_between(since, t));
}

double reach_before_km(const Fix& f, double max_speed_kn, Instant t) {
    const Instant until = later_by(f.during == During::Sometime ? f.to : f.from, error_of(f.time_error_h));
    return std::min(half_way_round_km, f.radius_km + max_speed_kn * km_per_hour_per_knot * hours_between(t, until));
}

double held_radius_km(const Asset& asset, const Fix& last, const Fix* next, Instant t) {
    if (!asset.max_speed_kn) return last.radius_km;
    const double reach = reach_after_km(last, *asset.max_speed_kn, t);
    if (!next || !next->position || !last.position) return reach;
    // The farthest point from the first centre that both discs hold is on the edge of one of them.
    const double apart_km = geo::distance_m(*last.position, *next->position) / 1000.0;
    return std::min(reach, apart_km + reach_before_km(*next, *asset.max_speed_kn, t));
}

double leg_radius_km(const Asset& asset, const Leg& leg, Instant t) {
    const Fix& a = *leg.from_fix;
    const Fix& b = *leg.to_fix;
    if (!asset.max_speed_kn) return std::max(a.radius_km, b.radius_km);
    // A leg mostly runs from centre to centre; then the way along it is the distance.
    const double travelled_m = fraction_on(leg, t) * leg.distance_m;
    const double from_a =
        (leg.from == *a.position ? travelled_m : geo::distance_m(*a.position, position_on(leg, t))) / 1000.0;
    const double from_b =
        (leg.to == *b.position ? leg.distance_m - travelled_m : geo::distance_m(position_on(leg, t), *b.position)) /
        1000.0;
    const double reach_a = reach_after_km(a, *asset.max_speed_kn, t);
    const double reach_b = reach_before_km(b, *asset.max_speed_kn, t);
    double radius = std::min(reach_a + from_a, reach_b + from_b);

    // For a point P between A and B on a great circle and any X, sin(AB) cos(PX) = sin(PB) cos(AX) + sin(AP) cos(BX)
    // (the spherical form of Stewart's theorem), so the X of both discs that is farthest from P is where their edges
    // cross.
    const double angle_a = from_a / earth_radius_km;
    const double angle_b = from_b / earth_radius_km;
    const double whole = std::sin(angle_a + angle_b);
    if (whole > 1e-9) {
        const double cosine = (std::sin(angle_b) * std::cos(std::min(std::numbers::pi, reach_a / earth_radius_km)) +
                               std::sin(angle_a) * std::cos(std::min(std::numbers::pi, reach_b / earth_radius_km))) /
                              whole;
        radius = std::min(radius, std::acos(std::clamp(cosine, -1.0, 1.0)) * earth_radius_km * ellipsoid_margin);
    }
    // On a leg that is too fast the discs do not meet; the asset is still known no better than its reports are.
    return std::clamp(radius, std::min(a.radius_km, b.radius_km), half_way_round_km);
}

} // namespace assets
