#include "assets/timeline/between/legs.hpp"

#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace assets {

using std::chrono::seconds;

namespace {

constexpr double metres_per_second_per_knot = 1852.0 / 3600.0;

/// How much earlier than the end of its interval an asset may have left a report.
Duration slack_before_leaving(const Fix& f) {
    return (f.during() == During::Sometime ? length_of(f) : Duration{0}) + error_of(f.time_error_h());
}
/// How much later than the beginning of its interval it may have come to a report.
Duration slack_after_coming(const Fix& f) {
    return slack_before_leaving(f);
}

/// `total` shared between the two ends in proportion to what each can give, in whole seconds where they allow that.
std::pair<Duration, Duration> shared(Duration total, Duration first, Duration second) {
    const double part = static_cast<double>(first.count()) / static_cast<double>((first + second).count());
    Duration of_first = seconds{std::llround(in_seconds(total) * part)};
    of_first = std::clamp(of_first, std::max(Duration{0}, total - second), std::min(first, total));
    return {of_first, total - of_first};
}

/// Finds when a leg is sailed. A leg runs from the end of the earlier report to the beginning of the later one. Where
/// that demands more than the speed limit, the leg reaches into `sometime` intervals and time errors, in proportion and
/// no further than needed; then its ends move inside the two circles. What is still too fast is marked so.
void fit_to_speed_limit(Leg& leg, double max_speed_kn) {
    const Fix& a = *leg.from_fix;
    const Fix& b = *leg.to_fix;
    const double v = max_speed_kn * metres_per_second_per_knot;
    if (leg.distance_m / v <= in_seconds(leg.arrive - leg.depart)) return;
    const auto needed = seconds{static_cast<std::int64_t>(std::ceil(leg.distance_m / v))};
    const Duration wanted = needed - (leg.arrive - leg.depart);
    const Duration before = slack_before_leaving(a);
    const Duration after = slack_after_coming(b);
    if (before + after > Duration{0}) {
        const auto [earlier, later] = shared(std::min(wanted, before + after), before, after);
        leg.depart = earlier_by(leg.depart, earlier);
        leg.arrive = later_by(leg.arrive, later);
    }
    if (wanted <= before + after) return;

    // Neither end stays at its circle's centre: each gives way in proportion to its radius.
    const double time_s = std::max(0.0, in_seconds(leg.arrive - leg.depart));
    const double too_long_m = leg.distance_m - v * time_s;
    const double room_m = (a.radius_km + b.radius_km) * 1000.0;
    const double given_m = std::min({too_long_m, room_m, leg.distance_m});
    const double at_start_m = room_m > 0 ? given_m * a.radius_km * 1000.0 / room_m : 0.0;
    const geo::LonLat from = geo::point_along(leg.from, leg.azimuth_deg, at_start_m);
    const geo::LonLat to = geo::point_along(leg.from, leg.azimuth_deg, leg.distance_m - (given_m - at_start_m));
    leg.from = from;
    leg.to = to;
    leg.distance_m -= given_m;
    leg.azimuth_deg = geo::geodesic(from, to).azimuth_start_deg;
    // A metre: the circles' edges are not known better than that, and rounding must not make a leg too fast.
    if (too_long_m > given_m + 1.0) leg.flags.set(Flag::TooFast);
}

void set_report_flags(Flags& flags, const Fix& f) {
    if (f.kind() == FixKind::Planned) flags.set(Flag::Planned);
    if (f.kind() == FixKind::Estimated) flags.set(Flag::Estimated);
}

} // namespace

Between between_reports(const Scenario& s, const Fix& a, const Fix& b, LandMemo* land) {
    const Asset& asset = s.assets[a.asset];
    Between found;
    // A report inside the interval of another is an excursion whose way is not known.
    if (b.to <= a.to) return found;
    found.beyond_max_gap = asset.max_gap && b.from > later_by(a.measured_end(), *asset.max_gap);
    const bool travels = asset.path == PathRule::Sea || asset.path == PathRule::GreatCircle;
    if (found.beyond_max_gap || !travels || !is_precise(a) || !is_precise(b)) return found;

    Leg leg{.asset = a.asset,
            .from_fix = &a,
            .to_fix = &b,
            .from = *a.position,
            .to = *b.position,
            .depart = a.measured_end(),
            .arrive = b.from,
            .speed_kn = 0,
            .flags = {}};
    if (asset.path == PathRule::Sea && (land ? land->crosses(s, a, b) : LandMemo::ask(s, a, b))) {
        found.path_over_land = true;
        return found;
    }
    const geo::GeodesicLine line = geo::geodesic(leg.from, leg.to);
    leg.distance_m = line.distance_m;
    leg.azimuth_deg = line.azimuth_start_deg;
    if (asset.max_speed_kn && *asset.max_speed_kn > 0) fit_to_speed_limit(leg, *asset.max_speed_kn);
    if (leg.arrive < leg.depart) leg.arrive = leg.depart;
    // Without any time at all, as if in a second.
    const double duration_s = leg.depart == leg.arrive ? 1.0 : in_seconds(leg.arrive - leg.depart);
    leg.speed_kn = leg.distance_m / duration_s / metres_per_second_per_knot;
    set_report_flags(leg.flags, a);
    set_report_flags(leg.flags, b);
    found.leg = leg;
    return found;
}

std::vector<Leg> legs_of(const Scenario& s, AssetIndex a, LandMemo* land) {
    std::vector<Leg> legs;
    const auto fixes = s.fixes_of(a);
    for (const Window& w : windows_of(s, a)) {
        const Fix* last = nullptr; // the report whose interval ends last among those that began earlier
        for (auto f = fixes.begin(); f != fixes.end();) {
            const Instant began = f->from;
            const Fix* chosen = nullptr; // of the reports that begin together
            const Fix* longest = last;
            for (; f != fixes.end() && f->from == began; ++f) {
                if (f->to < f->from || !w.meets(*f)) continue;
                if (!chosen || decides_over(*f, *chosen)) chosen = &*f;
                if (!longest || f->to > longest->to || (f->to == longest->to && decides_over(*f, *longest)))
                    longest = &*f;
            }
            if (last && chosen)
                if (auto between = between_reports(s, *last, *chosen, land); between.leg) legs.push_back(*between.leg);
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
    return {leg.from, leg.azimuth_deg};
}

OnLeg on_leg(const Leg& leg, Instant t) {
    return on_leg(leg, {}, t);
}

OnLeg on_leg(const Leg& leg, const geo::GeodesicRay& ray, Instant t) {
    const double fraction = fraction_on(leg, t);
    const bool has_length = leg.distance_m >= 1.0;
    if (fraction <= 0.0) return {leg.from, has_length ? std::optional{leg.azimuth_deg} : std::nullopt};
    if (fraction >= 1.0)
        return {leg.to, has_length ? std::optional{geo::geodesic(leg.from, leg.to).azimuth_end_deg} : std::nullopt};
    const double travelled_m = fraction * leg.distance_m;
    const geo::Onward there = ray ? ray.at(travelled_m) : geo::onward(leg.from, leg.azimuth_deg, travelled_m);
    return {there.at, has_length ? std::optional{there.azimuth_deg} : std::nullopt};
}

geo::LonLat position_on(const Leg& leg, Instant t) {
    return on_leg(leg, t).where;
}

std::optional<double> course_on(const Leg& leg, Instant t) {
    return on_leg(leg, t).course_deg;
}

} // namespace assets
