#include "assets/timeline/change/compare.hpp"

#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/earth/inside.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace assets {

namespace {

constexpr double least_move_m = 1000;

/// Whether something was reported about the asset after `before` and not after `after`. An asset that is aboard another
/// one shares its reports.
bool has_news(const Scenario& scenario, const State& state, Instant before, Instant after) {
    const auto reported = [&](AssetIndex asset) {
        const auto fixes = scenario.fixes_of(asset);
        return std::ranges::any_of(fixes, [&](const Fix& f) { return f.from > before && f.from <= after; });
    };
    return reported(state.asset) || (state.carrier < scenario.assets.size() && reported(state.carrier));
}

double radius_m(const State& state) {
    return state.radius_km.value_or(0) * 1000;
}

/// The radius of the report itself, without how far the asset can have gone since. 0 on a leg, which says where it
/// goes.
double reported_radius_m(const State& state) {
    return state.fix != nullptr ? state.fix->radius_km * 1000 : 0;
}

/// Whether a position lies in the area of another state.
bool is_in(const Scenario& scenario, const AreaRef& area, geo::LonLat point) {
    return std::ranges::any_of(polygons_of(scenario, area), [&](const geo::Polygon& polygon) {
        // An area across the antimeridian has longitudes beyond 180 degrees.
        return std::ranges::any_of(std::array{-360.0, 0.0, 360.0}, [&](double turn) {
            return geo::inside(polygon, geo::Degrees{point.lon() + turn, point.lat()});
        });
    });
}

bool is_elsewhere(const Scenario& scenario, const State& before, const State& after) {
    const auto &area = before.area(), &later_area = after.area();
    if (area && later_area) return !(*area == *later_area);
    const bool was_precise = before.point == PointIs::Position, is_precise = after.point == PointIs::Position;
    if (area && is_precise) return !is_in(scenario, *area, *after.where);
    if (later_area && was_precise) return !is_in(scenario, *later_area, *before.where);
    return geo::distance_m(*before.where, *after.where) >
           std::max(least_move_m, reported_radius_m(before) + reported_radius_m(after));
}

AssetChange change_of(const Scenario& scenario, const State& before, const State& after, bool news) {
    AssetChange change{after.asset, ChangeKind::Same};
    if (before.how == How::Absent || after.how == How::Absent) {
        change.kind = before.how == How::Absent ? ChangeKind::Arrived : ChangeKind::Left;
        return change;
    }
    const bool same_report = before.fix != nullptr && before.fix == after.fix;
    const bool both_known = before.where && after.where;
    const bool sailed = after.last != nullptr && after.last->activity() == Activity::Departure;
    const bool moved =
        both_known ? !same_report && is_elsewhere(scenario, before, after) : news && (after.where || sailed);
    if (moved) {
        change.kind = ChangeKind::Moved;
        if (both_known) change.distance_m = geo::distance_m(*before.where, *after.where);
        change.rough_m = radius_m(before) + radius_m(after);
    } else if (!after.where || (!news && after.how != How::Reported))
        change.kind = ChangeKind::NoNews;
    return change;
}

} // namespace

std::string_view to_string(ChangeKind kind) noexcept {
    switch (kind) {
    case ChangeKind::Moved:
        return "moved";
    case ChangeKind::Arrived:
        return "arrived";
    case ChangeKind::Left:
        return "left";
    case ChangeKind::Same:
        return "same";
    case ChangeKind::NoNews:
        return "no_news";
    }
    return "";
}

std::vector<AssetChange> changes_between(const Scenario& scenario, const Snapshot& before, const Snapshot& after) {
    assert(before.states.size() == after.states.size());
    std::vector<AssetChange> changes;
    const States &earlier = before.states.compute_all(), &later = after.states.compute_all();
    for (std::size_t i = 0; i < later.size(); ++i) {
        if (earlier[i].how == How::Absent && later[i].how == How::Absent) continue;
        const bool news = has_news(scenario, later[i], before.at, after.at);
        changes.push_back(change_of(scenario, earlier[i], later[i], news));
    }
    return changes;
}

} // namespace assets
