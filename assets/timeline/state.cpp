#include "assets/timeline/state.hpp"

#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/between/reach.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace assets {

namespace {

using std::chrono::seconds;

double hours_since(Instant earlier, Instant t) {
    return in_hours(t - earlier);
}

/// What every state that uses a report inherits from it.
void use(State& state, const Fix& f) {
    state.used[state.used[0] ? 1 : 0] = &f;
    if (f.kind() == FixKind::Planned) state.flags.set(Flag::Planned);
    if (f.kind() == FixKind::Estimated) state.flags.set(Flag::Estimated);
    if (is_long_sometime(f)) state.flags.set(Flag::Sometime);
}

/// The state that is one report's: reported inside its interval, held and stale after it.
void take(State& state, const Fix& f) {
    use(state, f);
    state.fix = &f;
    state.where = f.position;
    state.radius_km = f.position ? std::optional{f.radius_km} : std::nullopt;
    if (f.position) state.point = f.is_wide() ? PointIs::StandIn : PointIs::Position;
    if (f.is_wide()) state.flags.set(Flag::Wide);
    state.activity = f.activity();
    state.confidence = f.confidence();
    state.confidence_date = f.confidence_date();
}

void lose(State& state) {
    state.how = How::Lost;
    state.point = PointIs::None;
    state.where.reset();
    state.radius_km.reset();
}

/// After the last report: see Motion::Way::Holds.
void hold(const Asset& asset, Motion& speaking, const Fix& last, const Fix* next) {
    State& state = speaking.state;
    take(state, last);
    speaking.ends = last.measured_end();
    if (last.activity() == Activity::Departure) { // nothing is held then
        speaking.held_until = speaking.known_until = Instant::min();
    } else {
        const bool waits = asset.path == PathRule::Hold && next;
        const auto end_of = [&](const std::optional<seconds>& wait) {
            return waits || !wait ? Instant::max() : later_by(speaking.ends, *wait);
        };
        speaking.held_until = end_of(asset.stale_after);
        speaking.known_until = end_of(asset.lost_after);
    }
    speaking.way = Motion::Way::Holds;
    speaking.after = disc_after(last);
    speaking.next_counts = asset.max_speed_kn && next && next->position && last.position;
    if (!speaking.next_counts) return;
    speaking.before = disc_before(*next);
    speaking.apart_km = geo::distance_m(*last.position, *next->position) / 1000.0;
}

void hold_at(const Motion& speaking, State& state, Instant t) {
    state.age_h = hours_since(speaking.ends, t);
    state.how = t > speaking.known_until ? How::Lost : t > speaking.held_until ? How::Stale : How::Held;
    if (state.how == How::Lost)
        lose(state);
    else if (state.where && speaking.max_speed_kn)
        state.radius_km = held_radius_km(*speaking.max_speed_kn, speaking.after,
                                         speaking.next_counts ? &speaking.before : nullptr, speaking.apart_km, t);
}

Confidence weaker(Confidence a, Confidence b) {
    return std::max(a, b);
} // None < High < Medium < Low

/// See Motion::Way::Travels.
void travel(Motion& speaking, const Leg& leg) {
    State& state = speaking.state;
    const Fix &a = *leg.from_fix, &b = *leg.to_fix;
    use(state, a);
    use(state, b);
    state.how = How::Interpolated;
    state.point = PointIs::Position;
    state.radius_km = std::max(a.radius_km, b.radius_km); // without a speed limit
    state.speed_kn = leg.speed_kn;
    state.confidence = weaker(a.confidence(), b.confidence());
    state.confidence_date = weaker(a.confidence_date(), b.confidence_date());
    if (leg.flags.has(Flag::TooFast)) state.flags.set(Flag::TooFast);
    if (leg.flags.has(Flag::OutsideReport)) state.flags.set(Flag::OutsideReport);
    speaking.way = Motion::Way::Travels;
    speaking.ends = a.measured_end();
    speaking.after = disc_after(a);
    speaking.before = disc_before(b);
    speaking.centred = leg.from == *a.position && leg.to == *b.position;
    speaking.ray = ray_of(leg);
}

void travel_at(const Motion& speaking, State& state, Instant t) {
    const Leg& leg = *speaking.legs[0];
    const OnLeg there = on_leg(leg, speaking.ray, t);
    state.where = there.where;
    state.course_deg = there.course_deg;
    state.age_h = hours_since(speaking.ends, t);
    if (speaking.max_speed_kn)
        state.radius_km =
            leg_radius_km(*speaking.max_speed_kn, leg, speaking.after, speaking.before, speaking.centred, there, t);
}

/// Which ends of the deployment are so near that they may not have come, or may have passed.
struct NearEnds {
    bool beginning = false, end = false;
};
NearEnds near_ends(const Deployment& d, Instant t) {
    NearEnds near;
    if (d.from_error_h > 0) near.beginning = t <= later_by(d.from, error_of(d.from_error_h));
    if (d.to && d.to_error_h > 0) near.end = t >= earlier_by(measured_end(d.from, *d.to), error_of(d.to_error_h));
    return near;
}

/// The report nearest in time: the one in force, else the nearer of its neighbours (the earlier when equally near).
const Fix* nearest(const InForce& now, const Fix* last, const Fix* next, Instant t) {
    if (now.fix) return now.fix;
    if (!last || !next) return last ? last : next;
    return t - last->measured_end() <= next->from - t ? last : next;
}

/// Near an uncertain end: held whatever the age, but a report that rule 4 gives up is given up here too.
void keep_near_end(const Asset& asset, State& state, const Fix& kept, Instant t) {
    take(state, kept);
    state.how = How::Held;
    state.age_h = std::max(0.0, hours_since(kept.measured_end(), t));
    const Duration away = t > kept.to ? t - kept.measured_end() : t < kept.from ? kept.from - t : Duration{0};
    const bool sailed = kept.activity() == Activity::Departure && t > kept.to;
    if (sailed || (asset.lost_after && away > *asset.lost_after)) lose(state);
}

/// Surely at the later report when that begins, without haste: then the leg between them reaches into neither. No
/// line on WGS 84 is longer than the sphere of its largest radius of curvature, a^2/b, makes it.
bool comes_in_time(const Asset& asset, const Fix& earlier, const Fix& later) {
    constexpr double largest_radius_km = 6399.594, km_per_hour_per_knot = 1.852, degree = std::numbers::pi / 180.0;
    // Only a speed limit makes a leg reach further.
    if (!asset.max_speed_kn || *asset.max_speed_kn <= 0) return earlier.to <= later.from;
    const geo::LonLat a = *earlier.position, b = *later.position;
    const double across = std::sin((b.lat() - a.lat()) * degree / 2),
                 along = std::sin((b.lon() - a.lon()) * degree / 2);
    const double part = across * across + std::cos(a.lat() * degree) * std::cos(b.lat() * degree) * along * along;
    const double longest_km = 2 * largest_radius_km * std::asin(std::sqrt(std::min(1.0, part)));
    const double possible_km =
        *asset.max_speed_kn * km_per_hour_per_knot * hours_since(earlier.measured_end(), later.from);
    return longest_km + 3.0 < possible_km;
}

/// Legs that can reach into the interval of the report in force: it may not have come yet, or have left already.
void find_legs_around(const Lookup& lookup, const Track& fixes, const Window& window, const Fix& f, Motion& speaking,
                      Instant t) {
    if (!is_precise(f)) return;
    const auto between = [&](const Fix* from, const Fix* to, bool at_its_bound) -> std::optional<Leg> {
        if (!from || !to || !is_precise(*from) || !is_precise(*to)) return std::nullopt;
        if (!at_its_bound && comes_in_time(lookup.scenario.assets[f.asset], *from, *to)) return std::nullopt;
        return between_reports(lookup.scenario, *from, *to, lookup.land).leg;
    };
    const bool elastic = f.during() == During::Sometime || f.time_error_h() > 0;
    if (elastic || t == f.from) speaking.legs[0] = between(before(fixes, window, f), &f, t == f.from);
    const bool ends = t >= f.measured_end();
    if (elastic || ends) speaking.legs[1] = between(&f, after(fixes, window, f), ends);
}

/// In silence.
void find_what_is_between(const Lookup& lookup, Motion& speaking, const Fix& last, const Fix* next) {
    State& state = speaking.state;
    if (next) {
        const Between between = between_reports(lookup.scenario, last, *next, lookup.land);
        if (between.beyond_max_gap) state.flags.set(Flag::BeyondMaxGap);
        if (between.path_over_land) state.flags.set(Flag::PathOverLand);
        if (between.leg) {
            speaking.legs[0] = between.leg;
            travel(speaking, *between.leg);
            return;
        }
    }
    hold(lookup.scenario.assets[state.asset], speaking, last, next);
}

/// Narrows the span to where the same reports speak. Which do changes when one begins or ends, and a tick after:
/// at a shared bound others decide than beside it.
void find_span(const Lookup& lookup, const Track& track, const std::optional<Window>& window, Motion& speaking,
               Instant t) {
    speaking.from = speaking.until = t;
    if (lookup.latest_end.empty()) return;
    const auto narrow = [&](Instant bound) {
        if (bound <= t) speaking.from = std::max(speaking.from, bound);
        if (bound > t) speaking.until = std::min(speaking.until, bound - tick);
    };
    const auto narrow_around = [&](Instant bound) {
        narrow(bound);
        narrow(later_by(bound, tick));
    };
    const auto narrow_around_end = [&](const Fix& f) {
        narrow(f.measured_end());
        narrow_around(f.to);
    };
    speaking.from = Instant::min();
    speaking.until = Instant::max();
    if (!window) {
        for (const Window& w : windows_of(lookup.scenario, speaking.state.asset)) {
            narrow(w.first);
            narrow(later_by(w.last, tick));
        }
        return;
    }
    narrow(window->first);
    narrow(later_by(window->last, tick));
    if (const Deployment* d = window->deployment) {
        if (d->from_error_h > 0) narrow_around(later_by(d->from, error_of(d->from_error_h)));
        if (d->to && d->to_error_h > 0)
            narrow_around(earlier_by(measured_end(d->from, *d->to), error_of(d->to_error_h)));
    }
    const std::size_t begun = begun_by(track.fixes, t);
    if (begun < track.fixes.size()) narrow(track.fixes[begun].from);
    if (begun > 0) narrow_around(track.fixes[begun - 1].from);
    std::size_t i = begun;
    for (; i > 0 && track.latest_end[i - 1] >= t; --i)
        narrow_around_end(track.fixes[i - 1]);
    if (i > 0 && track.latest_end[i - 1] > Instant::min()) narrow_around(track.latest_end[i - 1]);
}

} // namespace

Motion motion_at(const Lookup& lookup, AssetIndex a, Instant t) {
    const Asset& asset = lookup.scenario.assets[a];
    Motion speaking;
    State& state = speaking.state;
    state.asset = a;
    speaking.max_speed_kn = asset.max_speed_kn;
    const Track fixes = lookup.track(a);
    const auto window = window_at(lookup.scenario, a, t);
    find_span(lookup, fixes, window, speaking, t);
    if (!window) return speaking;

    const InForce now = in_force(fixes, *window, t);
    const Fix* next = next_after(fixes, *window, t);
    const Fix* last = now.fix ? now.fix : last_before(fixes, *window, t);
    state.deployment = window->deployment;
    state.last = last;
    state.next = next;

    const NearEnds near = window->deployment ? near_ends(*window->deployment, t) : NearEnds{};
    if (near.beginning) state.flags.set(Flag::MayNotHaveArrived);
    if (near.end) state.flags.set(Flag::MayHaveLeft);
    if (near.beginning || near.end) {
        speaking.from = speaking.until = t; // which one is nearest changes as time goes
        if (const Fix* kept = nearest(now, last, next, t))
            keep_near_end(asset, state, *kept, t);
        else
            lose(state);
    } else if (now.fix) {
        take(state, *now.fix);
        state.how = How::Reported;
        state.age_h = 0;
        state.course_deg = now.fix->course_deg;
        state.speed_kn = now.fix->speed_kn;
        if (now.two_places) state.flags.set(Flag::TwoPlaces);
        find_legs_around(lookup, fixes, *window, *now.fix, speaking, t);
    } else if (last) {
        find_what_is_between(lookup, speaking, *last, next);
    } else {
        lose(state); // deployed, and nothing said yet
    }
    return speaking;
}

State own_state(const Motion& speaking, Instant t, std::vector<Leg>& legs) {
    State state = speaking.state;
    switch (speaking.way) {
    case Motion::Way::Stays:
        for (const auto& leg : speaking.legs)
            if (leg && leg->depart <= t && t <= leg->arrive) legs.push_back(*leg);
        break;
    case Motion::Way::Holds:
        hold_at(speaking, state, t);
        break;
    case Motion::Way::Travels:
        legs.push_back(*speaking.legs[0]);
        travel_at(speaking, state, t);
        break;
    }
    return state;
}

State own_state(const Lookup& lookup, AssetIndex a, Instant t) {
    std::vector<Leg> legs;
    return own_state(motion_at(lookup, a, t), t, legs);
}

} // namespace assets
