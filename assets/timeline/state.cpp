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

/// Rule: a state that uses a planned, an estimated or a long `sometime` fix carries that flag.
void add_used_fix(State& state, const Fix& f) {
    state.used[state.used[0] ? 1 : 0] = &f;
    if (f.kind() == FixKind::Planned) state.flags.set(Flag::Planned);
    if (f.kind() == FixKind::Estimated) state.flags.set(Flag::Estimated);
    if (is_long_sometime(f)) state.flags.set(Flag::Sometime);
}

/// Takes place, activity and confidence from the fix that is in force or held. A wide fix gives a stand-in: its point
/// says where to draw, never where the asset is.
void set_from_fix(State& state, const Fix& f) {
    add_used_fix(state, f);
    state.fix = &f;
    state.where = f.position;
    state.radius_km = f.position ? std::optional{f.radius_km} : std::nullopt;
    if (f.position) state.point = f.is_wide() ? PointIs::StandIn : PointIs::Position;
    if (f.is_wide()) state.flags.set(Flag::Wide);
    state.activity = f.activity();
    state.confidence = f.confidence();
    state.confidence_date = f.confidence_date();
}

/// Rule: an asset of which only plans are known is shown with its first plan before that plan begins: from the day on
/// which one of the plan's sources was published, or always if none has such a day. Null: no such plan is shown at `t`.
const Fix* announced_plan(const Scenario& scenario, const Track& track, Instant t) {
    const auto& fixes = track.fixes;
    if (fixes.empty() || !std::ranges::all_of(fixes, [](const Fix& f) { return f.kind() == FixKind::Planned; }))
        return nullptr;
    const Fix& plan = fixes.front();
    if (plan.from <= t) return nullptr;
    bool any_dated = false;
    for (const SourceIndex source : plan.sources()) {
        const auto published = parse_time_text(scenario.sources[source].published, 0);
        if (published && published->first <= t) return &plan;
        any_dated = any_dated || published.has_value();
    }
    return any_dated ? nullptr : &plan;
}

/// A lost asset has no place and is not drawn.
void mark_lost(State& state) {
    state.how = How::Lost;
    state.point = PointIs::None;
    state.where.reset();
    state.radius_km.reset();
}

/// Rule: in silence without a leg, the last fix is held up to stale_after, then stale up to lost_after, then lost, all
/// counted from its measured end. After a departure nothing is held: the asset is lost at once. Under the path rule
/// `hold` an asset is held until its next fix, whatever the limits.
void start_holding(const Asset& asset, Motion& motion, const Fix& last, const Fix* next) {
    State& state = motion.state;
    set_from_fix(state, last);
    motion.last_end = last.measured_end();
    if (last.activity() == Activity::Departure) {
        motion.held_until = motion.stale_until = Instant::min();
    } else {
        const bool holds_until_next = asset.path == PathRule::Hold && next;
        const auto end_of = [&](const std::optional<seconds>& limit) {
            return holds_until_next || !limit ? Instant::max() : later_by(motion.last_end, *limit);
        };
        motion.held_until = end_of(asset.stale_after);
        motion.stale_until = end_of(asset.lost_after);
    }
    motion.kind = Motion::Kind::Held;
    motion.last_disc = disc_after(last);
    motion.limited_by_next = asset.max_speed_kn && next && next->position && last.position;
    if (!motion.limited_by_next) return;
    motion.next_disc = disc_before(*next);
    motion.apart_km = geo::distance_m(*last.position, *next->position) / 1000.0;
}

void update_held(const Motion& motion, State& state, Instant t) {
    state.age_h = hours_since(motion.last_end, t);
    state.how = t > motion.stale_until ? How::Lost : t > motion.held_until ? How::Stale : How::Held;
    if (state.how == How::Lost)
        mark_lost(state);
    else if (state.where && motion.max_speed_kn)
        state.radius_km = held_radius_km(*motion.max_speed_kn, motion.last_disc,
                                         motion.limited_by_next ? &motion.next_disc : nullptr, motion.apart_km, t);
}

Confidence weaker(Confidence a, Confidence b) {
    return std::max(a, b); // None < High < Medium < Low
}

/// Rule: outside fixes the state on a leg is interpolated. It uses both fixes, and is no surer than the less sure one.
void start_travelling(Motion& motion, const Leg& leg) {
    State& state = motion.state;
    const Fix &a = *leg.from_fix, &b = *leg.to_fix;
    add_used_fix(state, a);
    add_used_fix(state, b);
    state.how = How::Interpolated;
    state.point = PointIs::Position;
    state.radius_km = std::max(a.radius_km, b.radius_km); // kept if there is no speed limit
    state.speed_kn = leg.speed_kn;
    state.confidence = weaker(a.confidence(), b.confidence());
    state.confidence_date = weaker(a.confidence_date(), b.confidence_date());
    if (leg.flags.has(Flag::TooFast)) state.flags.set(Flag::TooFast);
    motion.kind = Motion::Kind::OnLeg;
    motion.last_end = a.measured_end();
    motion.last_disc = disc_after(a);
    motion.next_disc = disc_before(b);
    motion.centred = !leg.path && leg.from == *a.position && leg.to == *b.position;
    motion.ray = ray_of(leg);
}

void update_travelling(const Motion& motion, State& state, Instant t) {
    const Leg& leg = *motion.legs[0];
    const OnLeg there = on_leg(leg, motion.ray, t);
    state.where = there.where;
    state.course_deg = there.course_deg;
    state.age_h = hours_since(motion.last_end, t);
    if (motion.max_speed_kn)
        state.radius_km =
            leg_radius_km(*motion.max_speed_kn, leg, motion.last_disc, motion.next_disc, motion.centred, there, t);
}

/// Rule: within the error of a deployment's beginning the asset may not have arrived; within the error of its end it
/// may have left. The members say which of the two applies.
struct UncertainEnds {
    bool beginning = false, end = false;
};
UncertainEnds uncertain_ends_at(const Deployment& d, Instant t) {
    UncertainEnds near;
    if (d.from_error_h > 0) near.beginning = t <= later_by(d.from, error_duration(d.from_error_h));
    if (d.to && d.to_error_h > 0) near.end = t >= earlier_by(measured_end(d.from, *d.to), error_duration(d.to_error_h));
    return near;
}

/// The fix nearest to `t` in time: the one in force, else the nearer of `last` and `next` (`last` if equally near).
const Fix* nearest_fix(const InForce& now, const Fix* last, const Fix* next, Instant t) {
    if (now.fix) return now.fix;
    if (!last || !next) return last ? last : next;
    return t - last->measured_end() <= next->from - t ? last : next;
}

/// Rule: near an uncertain end of a deployment the nearest fix is held, even if by its age it is stale. Even so the
/// asset is lost after a departure, and when the fix is farther from `t` in time than lost_after.
void hold_near_uncertain_end(const Asset& asset, State& state, const Fix& kept, Instant t) {
    set_from_fix(state, kept);
    state.how = How::Held;
    state.age_h = std::max(0.0, hours_since(kept.measured_end(), t));
    const Duration away = t > kept.to ? t - kept.measured_end() : t < kept.from ? kept.from - t : Duration{0};
    const bool sailed = kept.activity() == Activity::Departure && t > kept.to;
    if (sailed || (asset.lost_after && away > *asset.lost_after)) mark_lost(state);
}

/// Whether the way between two fixes may be longer than the geodesic.
bool may_detour(const Scenario& s, const Asset& asset, const Fix& later) {
    return !later.via_points().empty() || (asset.path == PathRule::Sea && s.atlas && s.atlas->router);
}

/// True when the asset surely reaches the later fix by its beginning within the speed limit: then the leg between the
/// two fixes does not reach into their intervals. The distance is an upper bound: a geodesic on WGS 84 is no longer
/// than the arc between the same coordinates on a sphere with the ellipsoid's largest radius of curvature, a^2/b.
bool surely_arrives_in_time(const Asset& asset, const Fix& earlier, const Fix& later) {
    constexpr double largest_radius_km = 6399.594, km_per_hour_per_knot = 1.852, degree = std::numbers::pi / 180.0;
    // Only a speed limit makes a leg reach into an interval.
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

/// Finds the legs that reach into the interval of the fix in force, or meet it at a bound: the asset may arrive late or
/// leave early. Such a leg is drawn but does not move the asset: inside the interval the state stays reported.
void find_legs_around(const Lookup& lookup, const Track& fixes, const DeploymentWindow& window, const Fix& f,
                      Motion& motion, Instant t) {
    if (!is_precise(f)) return;
    const auto between = [&](const Fix* from, const Fix* to, bool t_at_bound) -> std::optional<Leg> {
        if (!from || !to || !is_precise(*from) || !is_precise(*to)) return std::nullopt;
        const Asset& asset = lookup.scenario.assets[f.asset];
        if (!t_at_bound && !may_detour(lookup.scenario, asset, *to) && surely_arrives_in_time(asset, *from, *to))
            return std::nullopt;
        return leg_or_gap_between(lookup.scenario, *from, *to, lookup.ways).leg;
    };
    const bool may_shift = f.during() == During::Sometime || f.time_error_h() > 0;
    if (may_shift || t == f.from) motion.legs[0] = between(previous_fix(fixes, window, f), &f, t == f.from);
    const bool at_end = t >= f.measured_end();
    if (may_shift || at_end) motion.legs[1] = between(&f, following_fix(fixes, window, f), at_end);
}

/// In silence the asset travels on the leg to its next fix. Where no leg can be claimed, its last fix is held.
void find_leg_or_gap(const Lookup& lookup, Motion& motion, const Fix& last, const Fix* next) {
    State& state = motion.state;
    if (next) {
        const LegOrGap found = leg_or_gap_between(lookup.scenario, last, *next, lookup.ways);
        if (found.beyond_max_gap) state.flags.set(Flag::BeyondMaxGap);
        if (found.path_over_land) state.flags.set(Flag::PathOverLand);
        if (found.leg) {
            motion.legs[0] = found.leg;
            start_travelling(motion, *found.leg);
            return;
        }
    }
    start_holding(lookup.scenario.assets[state.asset], motion, last, next);
}

/// Narrows the span to the time around `t` in which the same fixes decide. The deciding fixes change where a fix or a
/// window begins or ends, and again one tick later: at a bound that two fixes share, one fix may decide for that tick
/// only.
void find_span(const Lookup& lookup, const Track& track, const std::optional<DeploymentWindow>& window, Motion& motion,
               Instant t) {
    motion.from = motion.until = t;
    if (lookup.latest_end.empty()) return;
    const auto narrow = [&](Instant bound) {
        if (bound <= t) motion.from = std::max(motion.from, bound);
        if (bound > t) motion.until = std::min(motion.until, bound - tick);
    };
    const auto narrow_around = [&](Instant bound) {
        narrow(bound);
        narrow(later_by(bound, tick));
    };
    const auto narrow_around_end = [&](const Fix& f) {
        narrow(f.measured_end());
        narrow_around(f.to);
    };
    motion.from = Instant::min();
    motion.until = Instant::max();
    if (!window) {
        for (const DeploymentWindow& w : windows_of(lookup.scenario, motion.state.asset)) {
            narrow(w.first);
            narrow(later_by(w.last, tick));
        }
        return;
    }
    narrow(window->first);
    narrow(later_by(window->last, tick));
    if (const Deployment* d = window->deployment) {
        if (d->from_error_h > 0) narrow_around(later_by(d->from, error_duration(d->from_error_h)));
        if (d->to && d->to_error_h > 0)
            narrow_around(earlier_by(measured_end(d->from, *d->to), error_duration(d->to_error_h)));
    }
    const std::size_t begun = count_begun_by(track.fixes, t);
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
    Motion motion;
    State& state = motion.state;
    state.asset = a;
    motion.max_speed_kn = asset.max_speed_kn;
    const Track fixes = lookup.track(a);
    const auto window = window_at(lookup.scenario, a, t);
    find_span(lookup, fixes, window, motion, t);
    if (!window) { // rule: outside its deployments an asset is absent; without any, a plan may be announced
        if (const Fix* plan =
                lookup.scenario.deployments_of(a).empty() ? announced_plan(lookup.scenario, fixes, t) : nullptr) {
            motion.from = motion.until = t;
            set_from_fix(state, *plan);
            state.how = How::Reported;
        }
        return motion;
    }

    const InForce now = in_force(fixes, *window, t);
    const Fix* next = next_fix_after(fixes, *window, t);
    const Fix* last = now.fix ? now.fix : last_fix_before(fixes, *window, t);
    state.deployment = window->deployment;
    state.last = last;
    state.next = next;

    const UncertainEnds near = window->deployment ? uncertain_ends_at(*window->deployment, t) : UncertainEnds{};
    if (near.beginning) state.flags.set(Flag::MayNotHaveArrived);
    if (near.end) state.flags.set(Flag::MayHaveLeft);
    if (near.beginning || near.end) {
        motion.from = motion.until = t; // the nearest fix changes with time
        if (const Fix* kept = nearest_fix(now, last, next, t))
            hold_near_uncertain_end(asset, state, *kept, t);
        else
            mark_lost(state);
    } else if (now.fix) { // rule: inside a fix's interval the state is reported
        set_from_fix(state, *now.fix);
        state.how = How::Reported;
        state.age_h = 0;
        state.course_deg = now.fix->course_deg;
        state.speed_kn = now.fix->speed_kn;
        if (now.two_places) state.flags.set(Flag::TwoPlaces);
        find_legs_around(lookup, fixes, *window, *now.fix, motion, t);
    } else if (last) {
        find_leg_or_gap(lookup, motion, *last, next);
    } else {
        mark_lost(state); // rule: deployed, but before its first fix, an asset is lost
    }
    return motion;
}

State own_state(const Motion& motion, Instant t, std::vector<Leg>& legs) {
    State state = motion.state;
    switch (motion.kind) {
    case Motion::Kind::Constant:
        for (const auto& leg : motion.legs)
            if (leg && leg->depart <= t && t <= leg->arrive) legs.push_back(*leg);
        break;
    case Motion::Kind::Held:
        update_held(motion, state, t);
        break;
    case Motion::Kind::OnLeg:
        legs.push_back(*motion.legs[0]);
        update_travelling(motion, state, t);
        break;
    }
    return state;
}

State own_state(const Lookup& lookup, AssetIndex a, Instant t) {
    std::vector<Leg> legs;
    return own_state(motion_at(lookup, a, t), t, legs);
}

} // namespace assets
