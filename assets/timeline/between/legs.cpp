#include "assets/timeline/between/legs.hpp"

#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace assets {

using std::chrono::seconds;

namespace {

constexpr double metres_per_second_per_knot = 1852.0 / 3600.0;

/// By how much a departure may be earlier than the end of the fix: a `sometime` interval gives its whole length, and
/// every fix its time error.
Duration departure_slack(const Fix& f) {
    return (f.during() == During::Sometime ? length_of(f) : Duration{0}) + error_duration(f.time_error_h());
}
/// By how much an arrival may be later than the beginning of the fix.
Duration arrival_slack(const Fix& f) {
    return departure_slack(f);
}

/// Splits `total` between two ends in proportion to what each can give, in whole seconds where that is possible.
std::pair<Duration, Duration> share_in_proportion(Duration total, Duration first, Duration second) {
    const double part = static_cast<double>(first.count()) / static_cast<double>((first + second).count());
    Duration of_first = seconds{std::llround(in_seconds(total) * part)};
    of_first = std::clamp(of_first, std::max(Duration{0}, total - second), std::min(first, total));
    return {of_first, total - of_first};
}

/// Lays the leg along a path; null: along the geodesic between the points of its two fixes.
void set_path(Leg& leg, std::shared_ptr<const geo::GeodesicPath> path) {
    leg.path = std::move(path);
    if (leg.path) {
        leg.from = leg.path->points().front();
        leg.to = leg.path->points().back();
        leg.distance_m = leg.path->length_m();
        leg.azimuth_deg = leg.path->at(0).azimuth_deg;
        return;
    }
    leg.from = *leg.from_fix->position;
    leg.to = *leg.to_fix->position;
    const geo::GeodesicLine line = geo::geodesic(leg.from, leg.to);
    leg.distance_m = line.distance_m;
    leg.azimuth_deg = line.azimuth_start_deg;
}

/// Rule: a leg runs from the end of the earlier fix to the beginning of the later one. If that demands more than the
/// speed limit, the leg reaches into `sometime` intervals and time errors, no farther than needed; its two ends share
/// the extra time in proportion to what each can give. If that is not enough, the ends move towards each other inside
/// the two circles. A leg that still demands more is `too_fast`.
void fit_to_speed_limit(Leg& leg, double max_speed_kn) {
    const Fix& a = *leg.from_fix;
    const Fix& b = *leg.to_fix;
    const double v = max_speed_kn * metres_per_second_per_knot;
    if (leg.distance_m / v <= in_seconds(leg.arrive - leg.depart)) return;
    const auto needed = seconds{static_cast<std::int64_t>(std::ceil(leg.distance_m / v))};
    const Duration wanted = needed - (leg.arrive - leg.depart);
    const Duration at_departure = departure_slack(a);
    const Duration at_arrival = arrival_slack(b);
    if (at_departure + at_arrival > Duration{0}) {
        const auto [earlier, later] =
            share_in_proportion(std::min(wanted, at_departure + at_arrival), at_departure, at_arrival);
        leg.depart = earlier_by(leg.depart, earlier);
        leg.arrive = later_by(leg.arrive, later);
    }
    if (wanted <= at_departure + at_arrival) return;

    // Each end moves away from the centre of its circle in proportion to the radius.
    const double time_s = std::max(0.0, in_seconds(leg.arrive - leg.depart));
    const double too_long_m = leg.distance_m - v * time_s;
    const double room_m = (a.radius_km + b.radius_km) * 1000.0;
    const double given_m = std::min({too_long_m, room_m, leg.distance_m});
    const double at_start_m = room_m > 0 ? given_m * a.radius_km * 1000.0 / room_m : 0.0;
    const double end_m = leg.distance_m - (given_m - at_start_m);
    if (leg.path) {
        set_path(leg, std::make_shared<const geo::GeodesicPath>(leg.path->part(at_start_m, end_m)));
    } else {
        const geo::LonLat from = geo::point_along(leg.from, leg.azimuth_deg, at_start_m);
        const geo::LonLat to = geo::point_along(leg.from, leg.azimuth_deg, end_m);
        leg.from = from;
        leg.to = to;
        leg.distance_m -= given_m;
        leg.azimuth_deg = geo::geodesic(from, to).azimuth_start_deg;
    }
    // The margin of a metre keeps rounding from making a leg too fast.
    if (too_long_m > given_m + 1.0) leg.flags.set(Flag::TooFast);
}

/// A leg from the end of a fix to the beginning of another, within the asset's speed limit where that is possible.
Leg leg_along(std::shared_ptr<const geo::GeodesicPath> path, const Asset& asset, const Fix& a, const Fix& b) {
    Leg leg{.asset = a.asset,
            .from_fix = &a,
            .to_fix = &b,
            .from = *a.position,
            .to = *b.position,
            .depart = a.measured_end(),
            .arrive = b.from,
            .speed_kn = 0,
            .flags = {}};
    set_path(leg, std::move(path));
    if (asset.max_speed_kn && *asset.max_speed_kn > 0) fit_to_speed_limit(leg, *asset.max_speed_kn);
    return leg;
}

void set_kind_flags(Flags& flags, const Fix& f) {
    if (f.kind() == FixKind::Planned) flags.set(Flag::Planned);
    if (f.kind() == FixKind::Estimated) flags.set(Flag::Estimated);
}

} // namespace

LegOrGap leg_or_gap_between(const Scenario& s, const Fix& a, const Fix& b, Ways* ways) {
    const Asset& asset = s.assets[a.asset];
    LegOrGap found;
    // Rule: a fix inside the interval of another is an excursion. Its route is not known, so no leg leads to it.
    if (b.to <= a.to) return found;
    // Rule: a silence longer than max_gap is a gap. Only assets with the path rule `sea` or `great_circle` travel.
    found.beyond_max_gap = asset.max_gap && b.from > later_by(a.measured_end(), *asset.max_gap);
    const bool travels = asset.path == PathRule::Sea || asset.path == PathRule::GreatCircle;
    if (found.beyond_max_gap || !travels || !is_precise(a) || !is_precise(b)) return found;

    // Rule: a `sea` leg without a way over water is a gap.
    const Way way = ways ? ways->between(s, a, b) : Ways::find(s, a, b);
    if (way.is_blocked) {
        found.path_over_land = true;
        return found;
    }
    Leg leg = leg_along(way.path, asset, a, b);
    // Rule: where the way that the rules of routes allow is too long for the speed limit and a freer one is not, the
    // leg is a gap: no way is claimed against the rules, and the reports are no contradiction.
    if (leg.flags.has(Flag::TooFast) && way.path && asset.path == PathRule::Sea)
        if (const auto freest = freest_way(s, a, b); freest && freest->length_m() < way.path->length_m()) {
            leg = leg_along(freest, asset, a, b);
            if (!leg.flags.has(Flag::TooFast)) {
                found.path_over_land = true;
                return found;
            }
        }
    if (leg.arrive < leg.depart) leg.arrive = leg.depart;
    // A leg without duration counts as one second, so that its speed is finite.
    const double duration_s = leg.depart == leg.arrive ? 1.0 : in_seconds(leg.arrive - leg.depart);
    leg.speed_kn = leg.distance_m / duration_s / metres_per_second_per_knot;
    set_kind_flags(leg.flags, a);
    set_kind_flags(leg.flags, b);
    found.leg = leg;
    return found;
}

std::vector<Leg> legs_of(const Scenario& s, AssetIndex a, Ways* ways) {
    std::vector<Leg> legs;
    const auto fixes = s.fixes_of(a);
    for (const DeploymentWindow& w : windows_of(s, a)) {
        const Fix* last = nullptr; // among the fixes that began earlier, the one that ends last
        for (auto f = fixes.begin(); f != fixes.end();) {
            const Instant began = f->from;
            const Fix* chosen = nullptr; // the deciding one of the fixes that begin together
            const Fix* longest = last;
            for (; f != fixes.end() && f->from == began; ++f) {
                if (f->to < f->from || !w.overlaps(*f)) continue;
                if (!chosen || decides_over(*f, *chosen)) chosen = &*f;
                if (!longest || f->to > longest->to || (f->to == longest->to && decides_over(*f, *longest)))
                    longest = &*f;
            }
            if (last && chosen)
                if (auto found = leg_or_gap_between(s, *last, *chosen, ways); found.leg) legs.push_back(*found.leg);
            last = longest;
        }
    }
    return legs;
}

double fraction_on(const Leg& leg, Instant t) {
    if (t <= leg.depart) return 0.0;
    if (t >= leg.arrive) return 1.0;
    return static_cast<double>((t - leg.depart).count()) / static_cast<double>((leg.arrive - leg.depart).count());
}

geo::GeodesicRay ray_of(const Leg& leg) {
    return leg.path ? geo::GeodesicRay{} : geo::GeodesicRay{leg.from, leg.azimuth_deg};
}

OnLeg on_leg(const Leg& leg, Instant t) {
    return on_leg(leg, {}, t);
}

OnLeg on_leg(const Leg& leg, const geo::GeodesicRay& ray, Instant t) {
    const double fraction = fraction_on(leg, t);
    const bool has_length = leg.distance_m >= 1.0;
    if (fraction <= 0.0) return {leg.from, has_length ? std::optional{leg.azimuth_deg} : std::nullopt};
    const double travelled_m = fraction * leg.distance_m;
    if (leg.path) {
        const geo::GeodesicPoint there = leg.path->at(fraction >= 1.0 ? leg.distance_m : travelled_m);
        return {there.at, has_length ? std::optional{there.azimuth_deg} : std::nullopt};
    }
    if (fraction >= 1.0)
        return {leg.to, has_length ? std::optional{geo::geodesic(leg.from, leg.to).azimuth_end_deg} : std::nullopt};
    const geo::GeodesicPoint there =
        ray ? ray.at(travelled_m) : geo::geodesic_point(leg.from, leg.azimuth_deg, travelled_m);
    return {there.at, has_length ? std::optional{there.azimuth_deg} : std::nullopt};
}

geo::LonLat position_on(const Leg& leg, Instant t) {
    return on_leg(leg, t).where;
}

std::optional<double> course_on(const Leg& leg, Instant t) {
    return on_leg(leg, t).course_deg;
}

} // namespace assets
