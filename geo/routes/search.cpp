#include "geo/routes/search.hpp"

#include <algorithm>
#include <limits>
#include <queue>

namespace geo {

namespace {

constexpr double unreached = std::numeric_limits<double>::infinity();
/// No geodesic is shorter than this times its angle: the ellipsoid's smallest radius of curvature, at the equator.
constexpr double least_radius_m = 6335439;

struct Open {
    double estimate; ///< of the whole way
    PointIndex point;
    [[nodiscard]] friend bool operator<(const Open& a, const Open& b) noexcept {
        return a.estimate != b.estimate ? a.estimate > b.estimate : a.point > b.point; // the least is taken first
    }
};

/// Leaves out spots whose neighbours see each other. The graph lacks straight ways that two shorter ones nearly equal.
void pull_straight(std::vector<Spot>& chain, const Sight& sight, const OpenWater& water) {
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 1; i + 1 < chain.size();) {
            if (sight.sees(chain[i - 1], chain[i + 1]) && !water.crosses_closed(chain[i - 1].at, chain[i + 1].at)) {
                chain.erase(chain.begin() + static_cast<std::ptrdiff_t>(i));
                changed = true;
            } else {
                ++i;
            }
        }
    }
}

} // namespace

bool OpenWater::crosses_closed(const Vector3& a, const Vector3& b) const noexcept {
    return std::any_of(closed.begin(), closed.end(), [&](const Passage* gate) { return gate->is_crossed_by(a, b); });
}

std::vector<Spot> shortest_chain(const WaterMesh& mesh, const WaterGraph& graph, const OpenWater& water,
                                 const Spot& from, const Spot& to) {
    Sight sight{mesh, water.triangles};
    if (sight.sees(from, to) && !water.crosses_closed(from.at, to.at)) return {from, to};
    const auto& points = mesh.points();
    constexpr PointIndex no_point = std::numeric_limits<PointIndex>::max();
    const auto count = points.size();
    std::vector<double> cost(count, unreached), to_goal(count, unreached);
    std::vector<PointIndex> before(count, no_point);
    std::vector<char> is_done(count, 0);
    const auto may_turn_at = [&](PointIndex p, const Vector3& other) {
        if (graph.from(p).begin() == graph.from(p).end()) return false;
        const auto corner = mesh.corner_at(p, water.triangles);
        return corner && touches(mesh, p, *corner, other) && !water.crosses_closed(points[p], other);
    };
    sight.look_around(to, [&](PointIndex p, std::uint32_t) {
        if (to_goal[p] == unreached && may_turn_at(p, to.at)) to_goal[p] = length_m(points[p], to.at);
    });
    std::priority_queue<Open> open;
    const auto reach = [&](PointIndex p, double metres, PointIndex previous) {
        if (metres >= cost[p]) return;
        cost[p] = metres;
        before[p] = previous;
        open.push({metres + least_radius_m * angle_between(points[p], to.at), p});
    };
    sight.look_around(from, [&](PointIndex p, std::uint32_t) {
        if (cost[p] == unreached && may_turn_at(p, from.at)) reach(p, length_m(from.at, points[p]), no_point);
    });
    double best = unreached;
    PointIndex last = no_point;
    while (!open.empty() && open.top().estimate < best) {
        const PointIndex p = open.top().point;
        open.pop();
        if (is_done[p]) continue;
        is_done[p] = 1;
        if (cost[p] + to_goal[p] < best) {
            best = cost[p] + to_goal[p];
            last = p;
        }
        for (const WaterGraph::Link& link : graph.from(p))
            if (water.edges[link.tags] && !is_done[link.to] && (water.keeps_off_coasts || graph.turns_at_land(link.to)))
                reach(link.to, cost[p] + static_cast<double>(link.metres), p);
    }
    if (last == no_point) return {};
    std::vector<Spot> chain{to};
    for (PointIndex p = last; p != no_point; p = before[p])
        chain.push_back(spot_of(mesh, p));
    chain.push_back(from);
    std::reverse(chain.begin(), chain.end());
    pull_straight(chain, sight, water);
    return chain;
}

} // namespace geo
