#include "assets/timeline/between/reach.hpp"

#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace assets {

namespace {

constexpr double km_per_hour_per_knot = 1.852;
/// Mean radius of the Earth (IUGG). Used only for the shape of the intersection, never for a printed distance.
constexpr double earth_radius_km = 6371.0088;
/// A geodesic on WGS 84 is at most this factor longer than the arc on that sphere.
constexpr double ellipsoid_margin = 1.006;
/// The largest distance between two points on WGS 84.
constexpr double half_way_round_km = 20003.93;

double hours_between(Instant a, Instant b) {
    return std::max(0.0, in_hours(b - a));
}

} // namespace

Disc disc_after(const Fix& f) noexcept {
    return {f.radius_km,
            earlier_by(f.during() == During::Sometime ? f.from : f.measured_end(), error_duration(f.time_error_h()))};
}

Disc disc_before(const Fix& f) noexcept {
    return {f.radius_km,
            later_by(f.during() == During::Sometime ? f.measured_end() : f.from, error_duration(f.time_error_h()))};
}

namespace {

double reach_after_km(const Disc& disc, double max_speed_kn, Instant t) {
    return std::min(half_way_round_km,
                    disc.radius_km + max_speed_kn * km_per_hour_per_knot * hours_between(disc.counts_from, t));
}

double reach_before_km(const Disc& disc, double max_speed_kn, Instant t) {
    return std::min(half_way_round_km,
                    disc.radius_km + max_speed_kn * km_per_hour_per_knot * hours_between(t, disc.counts_from));
}

} // namespace

double reach_after_km(const Fix& f, double max_speed_kn, Instant t) {
    return reach_after_km(disc_after(f), max_speed_kn, t);
}

double reach_before_km(const Fix& f, double max_speed_kn, Instant t) {
    return reach_before_km(disc_before(f), max_speed_kn, t);
}

double held_radius_km(const Asset& asset, const Fix& last, const Fix* next, Instant t) {
    if (!asset.max_speed_kn) return last.radius_km;
    const bool both = next && next->position && last.position;
    const Disc before = both ? disc_before(*next) : Disc{};
    const double apart_km = both ? geo::distance_m(*last.position, *next->position) / 1000.0 : 0.0;
    return held_radius_km(*asset.max_speed_kn, disc_after(last), both ? &before : nullptr, apart_km, t);
}

double held_radius_km(double max_speed_kn, const Disc& after, const Disc* before, double apart_km, Instant t) {
    const double reach = reach_after_km(after, max_speed_kn, t);
    // A point in both discs is no farther from the first centre than the edge of either disc.
    return before ? std::min(reach, apart_km + reach_before_km(*before, max_speed_kn, t)) : reach;
}

double leg_radius_km(const Asset& asset, const Leg& leg, Instant t) {
    const Fix& a = *leg.from_fix;
    const Fix& b = *leg.to_fix;
    if (!asset.max_speed_kn) return std::max(a.radius_km, b.radius_km);
    return leg_radius_km(*asset.max_speed_kn, leg, disc_after(a), disc_before(b),
                         !leg.path && leg.from == *a.position && leg.to == *b.position, on_leg(leg, t), t);
}

namespace {

/// Radius in km of the circle about `there` that holds the intersection of two discs on whose edges it may lie
/// anywhere.
double lens_radius_km(geo::LonLat there, geo::LonLat a, double reach_a, geo::LonLat b, double reach_b) {
    const geo::GeodesicLine to_a = geo::geodesic(there, a), to_b = geo::geodesic(there, b);
    const double from_a = to_a.distance_m / 1000, from_b = to_b.distance_m / 1000;
    const double widest = std::min(reach_a + from_a, reach_b + from_b);
    const geo::GeodesicLine between = geo::geodesic(a, b);
    const double apart = between.distance_m / 1000;
    if (reach_a + from_a > half_way_round_km / 2 || reach_b + from_b > half_way_round_km / 2) return widest;
    // The farthest point of a disc lies beyond its centre. If it lies in the other disc too, it is the farthest of
    // both.
    const auto beyond = [&](geo::LonLat centre, const geo::GeodesicLine& towards, double reach) {
        return geo::point_along(centre, towards.azimuth_end_deg, reach * 1000);
    };
    if (geo::distance_m(beyond(a, to_a, reach_a), b) <= reach_b * 1000) return from_a + reach_a;
    if (geo::distance_m(beyond(b, to_b, reach_b), a) <= reach_a * 1000) return from_b + reach_b;
    // Otherwise the farthest points are those where the two edges cross; the angle at `a` is that of a triangle with
    // the sides apart, reach_a and reach_b.
    const double side_a = reach_a / earth_radius_km, side_b = reach_b / earth_radius_km, base = apart / earth_radius_km;
    const double sines = std::sin(side_a) * std::sin(base);
    if (sines < 1e-12) return widest;
    const double cosine = (std::cos(side_b) - std::cos(side_a) * std::cos(base)) / sines;
    const double angle = std::acos(std::clamp(cosine, -1.0, 1.0)) * 180 / std::numbers::pi;
    double radius = 0;
    for (const double turn : {angle, -angle}) {
        const geo::LonLat crossing = geo::point_along(a, between.azimuth_start_deg + turn, reach_a * 1000);
        radius = std::max(radius, geo::distance_m(there, crossing) / 1000 * ellipsoid_margin);
    }
    return std::min(widest, radius);
}

} // namespace

double leg_radius_km(double max_speed_kn, const Leg& leg, const Disc& after, const Disc& before, bool centred,
                     const OnLeg& there, Instant t) {
    if (leg.path) {
        const double radius =
            lens_radius_km(there.where, *leg.from_fix->position, reach_after_km(after, max_speed_kn, t),
                           *leg.to_fix->position, reach_before_km(before, max_speed_kn, t));
        return std::clamp(radius, std::min(after.radius_km, before.radius_km), half_way_round_km);
    }
    // On a centred leg the distances from the two points are those along the leg.
    const double travelled_m = fraction_on(leg, t) * leg.distance_m;
    double from_a = travelled_m / 1000.0;
    double from_b = (leg.distance_m - travelled_m) / 1000.0;
    if (!centred) {
        const geo::LonLat a = *leg.from_fix->position, b = *leg.to_fix->position;
        if (leg.from != a) from_a = geo::distance_m(a, there.where) / 1000.0;
        if (leg.to != b) from_b = geo::distance_m(there.where, b) / 1000.0;
    }
    const double reach_a = reach_after_km(after, max_speed_kn, t);
    const double reach_b = reach_before_km(before, max_speed_kn, t);
    double radius = std::min(reach_a + from_a, reach_b + from_b);

    // For a point P between A and B on a great circle and any X, sin(AB) cos(PX) = sin(PB) cos(AX) + sin(AP) cos(BX)
    // (the spherical form of Stewart's theorem). So the point X in both discs that is farthest from P is where their
    // edges cross.
    const double angle_a = from_a / earth_radius_km;
    const double angle_b = from_b / earth_radius_km;
    const double whole = std::sin(angle_a + angle_b);
    if (whole > 1e-9) {
        const double cosine = (std::sin(angle_b) * std::cos(std::min(std::numbers::pi, reach_a / earth_radius_km)) +
                               std::sin(angle_a) * std::cos(std::min(std::numbers::pi, reach_b / earth_radius_km))) /
                              whole;
        radius = std::min(radius, std::acos(std::clamp(cosine, -1.0, 1.0)) * earth_radius_km * ellipsoid_margin);
    }
    // On a leg that is too fast the discs do not overlap. The radius is at least that of the more precise fix.
    return std::clamp(radius, std::min(after.radius_km, before.radius_km), half_way_round_km);
}

} // namespace assets
