#include "assets/timeline/state.hpp"

#include "assets/timeline/legs.hpp"
#include "assets/timeline/reach.hpp"
#include "assets/timeline/reports.hpp"

#include <algorithm>

namespace assets {

namespace {

using std::chrono::seconds;

double hours_since(Instant earlier, Instant t) {
    return static_cast<double>((t - earlier).count()) / 3600.0;
}

template <class T>
void add_sorted(std::vector<T>& into, T value) {
    const auto at = std::ranges::lower_bound(into, value);
    if (at == into.end() || *at != value) into.insert(at, value);
}

/// What every state that uses a report inherits from it.
void use(State& state, const Fix& f) {
    for (const SourceIndex source : f.sources)
        add_sorted(state.sources, source);
    add_sorted(state.rows, f.line);
    if (f.kind == FixKind::Planned) state.flags.set(Flag::Planned);
    if (f.kind == FixKind::Estimated) state.flags.set(Flag::Estimated);
    if (is_long_sometime(f)) state.flags.set(Flag::Sometime);
}

/// The state that is one report's: reported inside its interval, held and stale after it.
void take(State& state, const Fix& f) {
    use(state, f);
    state.fix = &f;
    state.where = f.position;
    state.radius_km = f.position ? std::optional{f.radius_km} : std::nullopt;
    state.area = f.area;
    state.circle_cut_to_area = f.area && f.circle_given;
    if (f.position) state.point = f.is_wide() ? PointIs::StandIn : PointIs::Position;
    if (f.is_wide()) state.flags.set(Flag::Wide);
    state.place = f.place;
    state.activity = f.activity;
    state.confidence = f.confidence;
    state.confidence_date = f.confidence_date;
    state.grade = f.grade;
}

void lose(State& state) {
    state.how = How::Lost;
    state.point = PointIs::None;
    state.where.reset();
    state.radius_km.reset();
    state.area.reset();
    state.circle_cut_to_area = false;
}

void hold(const Scenario& s, State& state, const Fix& last, const Fix* next, Instant t) {
    const Asset& asset = s.assets[state.asset];
    take(state, last);
    state.age_h = hours_since(last.to, t);
    const seconds age = t - last.to;
    const bool waits = asset.path == PathRule::Hold && next;
    state.how = waits || !asset.stale_after || age <= *asset.stale_after ? How::Held : How::Stale;
    if (!waits && asset.lost_after && age > *asset.lost_after) state.how = How::Lost;
    if (last.activity == Activity::Departure) state.how = How::Lost;
    if (state.how == How::Lost)
        lose(state);
    else if (state.where)
        state.radius_km = held_radius_km(asset, last, next, t);
}

Confidence weaker(Confidence a, Confidence b) {
    return std::max(a, b);
} // None < High < Medium < Low

void travel(const Scenario& s, State& state, const Leg& leg, Instant t) {
    use(state, *leg.from_fix);
    use(state, *leg.to_fix);
    state.how = How::Interpolated;
    state.point = PointIs::Position;
    state.where = position_on(leg, t);
    state.radius_km = leg_radius_km(s.assets[state.asset], leg, t);
    state.age_h = hours_since(leg.from_fix->to, t);
    state.course_deg = course_on(leg, t);
    state.speed_kn = leg.speed_kn;
    state.confidence = weaker(leg.from_fix->confidence, leg.to_fix->confidence);
    state.confidence_date = weaker(leg.from_fix->confidence_date, leg.to_fix->confidence_date);
    if (leg.flags.has(Flag::TooFast)) state.flags.set(Flag::TooFast);
    if (leg.flags.has(Flag::OutsideReport)) state.flags.set(Flag::OutsideReport);
}

/// Which ends of the deployment are so near that they may not have come, or may have passed.
struct NearEnds {
    bool beginning = false, end = false;
};
NearEnds near_ends(const Deployment& d, Instant t) {
    NearEnds near;
    if (d.from_error_h > 0) near.beginning = t <= later_by(d.from, error_of(d.from_error_h));
    if (d.to && d.to_error_h > 0) near.end = t >= earlier_by(*d.to, error_of(d.to_error_h));
    return near;
}

/// The report nearest in time: the one in force, else the nearer of its neighbours (the earlier when equally near).
const Fix* nearest(const InForce& now, const Fix* last, const Fix* next, Instant t) {
    if (now.fix) return now.fix;
    if (!last || !next) return last ? last : next;
    return t - last->to <= next->from - t ? last : next;
}

/// Near an uncertain end: held whatever the age, but a report that rule 4 gives up is given up here too.
void keep_near_end(const Asset& asset, State& state, const Fix& kept, Instant t) {
    take(state, kept);
    state.how = How::Held;
    state.age_h = std::max(0.0, hours_since(kept.to, t));
    const seconds away = t > kept.to ? t - kept.to : t < kept.from ? kept.from - t : seconds{0};
    const bool sailed = kept.activity == Activity::Departure && t > kept.to;
    if (sailed || (asset.lost_after && away > *asset.lost_after)) lose(state);
}

/// Legs that reach into the interval of the report in force: it may not have come yet, or have left already.
std::vector<Leg> legs_at(const Lookup& lookup, const Window& w, const Fix& f, Instant t) {
    std::vector<Leg> legs;
    const Track fixes = lookup.track(f.asset);
    const auto keep = [&](const Fix* from, const Fix* to) {
        if (!from || !to) return;
        if (const Between b = between_reports(lookup.scenario, *from, *to, lookup.land);
            b.leg && b.leg->depart <= t && t <= b.leg->arrive)
            legs.push_back(*b.leg);
    };
    const bool elastic = f.during == During::Sometime || f.time_error_h > 0;
    if (!is_precise(f)) return legs;
    if (elastic || t == f.from) keep(before(fixes, w, f), &f);
    if (elastic || t == f.to) keep(&f, after(fixes, w, f));
    return legs;
}

} // namespace

OwnState own_state(const Lookup& lookup, AssetIndex a, Instant t) {
    const Scenario& s = lookup.scenario;
    OwnState own;
    State& state = own.state;
    state.asset = a;
    const auto window = window_at(s, a, t);
    if (!window) return own;
    state.deployment = window->deployment;

    const Track fixes = lookup.track(a);
    const InForce now = in_force(fixes, *window, t);
    const Fix* next = next_after(fixes, *window, t);
    const Fix* last = now.fix ? now.fix : last_before(fixes, *window, t);
    state.last = last;
    state.next = next;

    const NearEnds near = window->deployment ? near_ends(*window->deployment, t) : NearEnds{};
    if (near.beginning) state.flags.set(Flag::MayNotHaveArrived);
    if (near.end) state.flags.set(Flag::MayHaveLeft);
    if (near.beginning || near.end) {
        if (const Fix* kept = nearest(now, last, next, t))
            keep_near_end(s.assets[a], state, *kept, t);
        else
            lose(state);
        return own;
    }

    if (now.fix) {
        take(state, *now.fix);
        state.how = How::Reported;
        state.age_h = 0;
        state.course_deg = now.fix->course_deg;
        state.speed_kn = now.fix->speed_kn;
        if (now.two_places) state.flags.set(Flag::TwoPlaces);
        own.legs = legs_at(lookup, *window, *now.fix, t);
        return own;
    }
    if (!last) {
        lose(state); // deployed, and nothing said yet
        return own;
    }
    if (next) {
        const Between between = between_reports(s, *last, *next, lookup.land);
        if (between.beyond_max_gap) state.flags.set(Flag::BeyondMaxGap);
        if (between.path_over_land) state.flags.set(Flag::PathOverLand);
        if (between.leg) {
            own.legs.push_back(*between.leg);
            travel(s, state, *between.leg, t);
            return own;
        }
    }
    hold(s, state, *last, next, t);
    return own;
}

} // namespace assets
