#include "assets/timeline/between/reach_area.hpp"

#include "assets/timeline/between/reach.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "geo/earth/area/plane_area.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <iterator>

namespace assets {

namespace {

constexpr double metres_per_hour_per_knot = 1852;
constexpr double largest_berth_km = 10;
constexpr double rounding_m = 1; ///< of times, speeds and places

ReachOf reach_from(const Fix& fix, double max_speed_kn, Instant counts_from, Instant t) {
    return {&fix, max_speed_kn * metres_per_hour_per_knot * std::max(0.0, in_hours(t - counts_from)) + rounding_m};
}

ReachEnds ends_between(double max_speed_kn, const Fix& last, const Fix* next, Instant t) {
    ReachEnds ends{reach_from(last, max_speed_kn, disc_after(last).counts_from, t), {}};
    if (next == nullptr || !next->position) return ends;
    const Instant until = disc_before(*next).counts_from;
    ends.before = {next, max_speed_kn * metres_per_hour_per_knot * std::max(0.0, in_hours(until - t)) + rounding_m};
    return ends;
}

/// The disc around a berth inside the coast of the map; none around a fix in water.
std::optional<geo::Polygon> berth_of(const geo::Router& router, const Fix& fix) {
    if (router.is_water(*fix.position)) return std::nullopt;
    return geo::area_of({*fix.position, std::min(fix.radius_km, largest_berth_km) * 1000});
}

/// Half the width of an area at most: the radius of the smaller disc, or of the circle about the lens.
double half_width_km(const ReachEnds& ends) {
    const double radius_m = ends.after.disc().radius_m;
    return (ends.before ? std::min(radius_m, ends.before->disc().radius_m) : radius_m) / 1000;
}

} // namespace

geo::GeodesicDisc ReachOf::disc() const {
    return {*fix->position, fix->radius_km * 1000 + way_m};
}

std::optional<ReachEnds> reach_ends(const Scenario& s, const State& state, Instant t) {
    const bool is_uncertain = state.flags.has(Flag::MayHaveLeft) || state.flags.has(Flag::MayNotHaveArrived);
    if (is_uncertain || !state.where || state.used[0] == nullptr) return std::nullopt;
    const Fix& last = *state.used[0];
    const auto& max_speed_kn = s.assets[last.asset].max_speed_kn;
    if (!max_speed_kn || !last.position) return std::nullopt;
    switch (state.how) {
    case How::Interpolated:
        return ends_between(*max_speed_kn, last, state.used[1], t);
    case How::Held:
    case How::Stale:
        // The next fix of another asset, the carrier's, says nothing about this one's.
        return ends_between(*max_speed_kn, last, state.next && state.next->asset == last.asset ? state.next : nullptr,
                            t);
    case How::Reported:
    case How::Lost:
    case How::Absent:
        break;
    }
    return std::nullopt;
}

std::vector<geo::Polygon> reach_area(const ReachEnds& ends) {
    if (!ends.before) return {geo::area_of(ends.after.disc())};
    return geo::common_area(ends.after.disc(), ends.before->disc());
}

std::optional<std::vector<geo::Polygon>> reach_on_water(const Scenario& s, const ReachEnds& ends) {
    const Asset& asset = s.assets[ends.after.fix->asset];
    if (!is_ship(asset.type) || asset.path != PathRule::Sea || !s.atlas || !s.atlas->router) return std::nullopt;
    const geo::Router& router = s.atlas->router->get();
    const auto by_water = [](const ReachOf& end) {
        return geo::WaterReach{{*end.fix->position, end.fix->radius_km * 1000}, end.way_m};
    };
    const std::vector<geo::Polygon> area = reach_area(ends);
    std::optional<geo::WaterReach> to;
    if (ends.before) to = by_water(*ends.before);
    auto water = router.reachable_water(area, by_water(ends.after), to);
    if (!water) return std::nullopt;
    std::vector<geo::Polygon> berths;
    for (const Fix* fix : {ends.after.fix, ends.before ? ends.before->fix : nullptr})
        if (auto berth = fix != nullptr ? berth_of(router, *fix) : std::nullopt; berth && !area.empty())
            std::ranges::move(geo::intersection_of(geo::wrapped_about({*berth}, geo::middle_longitude(area)), area),
                              std::back_inserter(berths));
    if (berths.empty()) return water;
    std::ranges::move(berths, std::back_inserter(*water));
    return geo::united(*water);
}

ReachShape reach_shape(const Scenario& s, const ReachEnds& ends) {
    if (half_width_km(ends) <= widest_cut_km)
        if (auto water = reach_on_water(s, ends)) return {std::move(*water), true};
    return {reach_area(ends), false};
}

} // namespace assets
