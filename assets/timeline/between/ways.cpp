#include "assets/timeline/between/ways.hpp"

#include "geo/earth/geodesic.hpp"

#include <algorithm>

namespace assets {

namespace {

constexpr double harbour_km = 10.0;                         ///< a berth is often inside the coast of a map
constexpr double northernmost = 82.0, southernmost = -78.0; ///< the router knows no water beyond

/// The points of a leg: of the earlier fix, of `via`, of the later fix.
std::vector<geo::LonLat> points_of(const Fix& earlier, const Fix& later) {
    std::vector<geo::LonLat> points{*earlier.position};
    points.insert(points.end(), later.via_points().begin(), later.via_points().end());
    points.push_back(*later.position);
    return points;
}

std::shared_ptr<const geo::GeodesicPath> path_through(std::vector<geo::LonLat> points) {
    if (points.size() == 2) return nullptr;
    return std::make_shared<const geo::GeodesicPath>(std::move(points));
}

bool crosses_land(const Scenario& s, const Fix& earlier, const Fix& later) {
    return s.atlas->land.crosses_land(*earlier.position, *later.position, std::max(earlier.radius_km, harbour_km),
                                      std::max(later.radius_km, harbour_km));
}

std::vector<std::string_view> views(const std::vector<std::string>& names) {
    return {names.begin(), names.end()};
}

/// The route with its ends joined to the points of the fixes. An empty optional where there is none, or where it begins
/// or ends too far from a fix.
std::optional<std::vector<geo::LonLat>> joined_route(const Scenario& s, const Fix& earlier, const Fix& later,
                                                     const geo::RouteLimits& limits) {
    const auto found = s.atlas->router->route(points_of(earlier, later), limits);
    if (!found->route) return std::nullopt;
    const geo::Route& route = *found->route;
    const auto too_far = [](const Fix& fix, double offset_m) {
        return offset_m > std::max(fix.radius_km, harbour_km) * 1000.0;
    };
    if (too_far(earlier, route.start_offset_m) || too_far(later, route.end_offset_m)) return std::nullopt;
    std::vector<geo::LonLat> points = route.path.points();
    if (points.front() != *earlier.position) points.insert(points.begin(), *earlier.position);
    if (points.back() != *later.position) points.push_back(*later.position);
    return points;
}

} // namespace

std::vector<std::string_view> own_coasts(std::string_view country) {
    struct Possession {
        std::string_view state, territory;
    };
    static constexpr Possession possessions[]{
        {"AU", "CX"}, {"AU", "CC"}, {"AU", "NF"}, {"AU", "HM"}, {"CN", "HK"}, {"CN", "MO"}, {"DK", "FO"}, {"DK", "GL"},
        {"FI", "AX"}, {"FR", "BL"}, {"FR", "GF"}, {"FR", "GP"}, {"FR", "MF"}, {"FR", "MQ"}, {"FR", "NC"}, {"FR", "PF"},
        {"FR", "PM"}, {"FR", "RE"}, {"FR", "TF"}, {"FR", "WF"}, {"FR", "YT"}, {"GB", "AI"}, {"GB", "BM"}, {"GB", "FK"},
        {"GB", "GG"}, {"GB", "GI"}, {"GB", "GS"}, {"GB", "IM"}, {"GB", "IO"}, {"GB", "JE"}, {"GB", "KY"}, {"GB", "MS"},
        {"GB", "PN"}, {"GB", "SH"}, {"GB", "TC"}, {"GB", "VG"}, {"NL", "AW"}, {"NL", "BQ"}, {"NL", "CW"}, {"NL", "SX"},
        {"NO", "BV"}, {"NO", "SJ"}, {"NZ", "CK"}, {"NZ", "NU"}, {"NZ", "TK"}, {"US", "AS"}, {"US", "GU"}, {"US", "MP"},
        {"US", "PR"}, {"US", "UM"}, {"US", "VI"}};
    std::vector<std::string_view> coasts{country};
    for (const Possession& each : possessions)
        if (each.state == country) coasts.push_back(each.territory);
    return coasts;
}

Way Ways::find(const Scenario& s, const Fix& earlier, const Fix& later) {
    const Asset& asset = s.assets[later.asset];
    std::vector<geo::LonLat> points = points_of(earlier, later);
    if (asset.path != PathRule::Sea || !s.atlas) return {path_through(std::move(points))};
    const bool is_direct = points.size() == 2;
    const bool is_polar =
        std::ranges::any_of(points, [](geo::LonLat p) { return p.lat() > northernmost || p.lat() < southernmost; });
    if (!s.atlas->router || is_polar) {
        const bool is_blocked = is_direct && crosses_land(s, earlier, later);
        return {path_through(std::move(points)), is_blocked};
    }
    if (is_direct && geo::distance_m(points[0], points[1]) <= 2 * harbour_km * 1000) return {};
    auto route = joined_route(s, earlier, later,
                              {.avoid = views(s.routes.avoid),
                               .allow = views(s.routes.allow),
                               .keeps_off_coasts = true,
                               .friends = own_coasts(asset.country)});
    if (!route) return {nullptr, true};
    return {path_through(std::move(*route))};
}

Way Ways::between(const Scenario& s, const Fix& earlier, const Fix& later) {
    {
        const std::lock_guard lock{m_mutex};
        if (const auto known = m_answers.find(&later); known != m_answers.end() && known->second.earlier == &earlier)
            return known->second.way;
    }
    Way way = find(s, earlier, later); // outside the lock: other threads need not wait
    const std::lock_guard lock{m_mutex};
    m_answers.insert_or_assign(&later, Answer{&earlier, way});
    return way;
}

std::shared_ptr<const geo::GeodesicPath> freest_way(const Scenario& s, const Fix& earlier, const Fix& later) {
    if (!s.atlas || !s.atlas->router) return nullptr;
    auto route = joined_route(s, earlier, later, {.avoid = views(s.routes.avoid), .allow = views(s.routes.allow)});
    return route ? std::make_shared<const geo::GeodesicPath>(std::move(*route)) : nullptr;
}

} // namespace assets
