// The router against Dijkstra's search over everything that each corner of the land sees.
#include "geo/routes/water/sight.hpp"
#include "geo/routes/water/water_file.hpp"
#include "tests/geo/routes/routing.hpp"
#include "tests/support/catch.hpp"

#include <limits>
#include <queue>
#include <unordered_map>

using namespace geo;

namespace {

/// The exact length of the shortest way in the water of the file; infinite when there is none.
double exact_m(const WaterMesh& mesh, const std::vector<char>& is_open, LonLat from, LonLat to) {
    Sight sight{mesh, is_open};
    const Vector3 a = unit_vector(from), b = unit_vector(to);
    const Spot start{a, mesh.locate(a), {}}, end{b, mesh.locate(b), {}};
    if (sight.sees(start, end)) return length_m(a, b);
    std::unordered_map<PointIndex, double> cost, to_end;
    sight.look_around(end, [&](PointIndex p, std::uint32_t) { to_end[p] = length_m(mesh.points()[p], b); });
    using Entry = std::pair<double, PointIndex>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const auto reach = [&](PointIndex p, double metres) {
        const auto [known, is_new] = cost.try_emplace(p, metres);
        if (!is_new && known->second <= metres) return;
        known->second = metres;
        queue.emplace(metres + 6335439 * angle_between(mesh.points()[p], b), p);
    };
    sight.look_around(start, [&](PointIndex p, std::uint32_t) { reach(p, length_m(a, mesh.points()[p])); });
    double best = std::numeric_limits<double>::infinity();
    std::unordered_map<PointIndex, bool> is_done;
    while (!queue.empty() && queue.top().first < best) {
        const PointIndex p = queue.top().second;
        queue.pop();
        if (is_done[p]) continue;
        is_done[p] = true;
        const double here = cost[p];
        if (const auto last = to_end.find(p); last != to_end.end()) best = std::min(best, here + last->second);
        if (!mesh.corner_at(p)) continue; // a shortest way turns at corners only
        sight.look_around(spot_of(mesh, p), [&](PointIndex q, std::uint32_t) {
            reach(q, here + length_m(mesh.points()[p], mesh.points()[q]));
        });
    }
    return best;
}

} // namespace

TEST_CASE("a route is at most 1.01 times as long as the shortest way", "[geo][routes]") {
    const auto mesh = read_water(data_folder / "water.bin").mesh;
    std::vector<char> is_open(mesh.tag_sets().size(), 1);
    is_open[WaterMesh::land] = 0;
    for (std::size_t i = 0; i < is_open.size(); ++i)
        for (const auto tag : mesh.tag_sets()[i]) {
            const Passage* passage = find_passage(mesh.names()[tag]);
            if (passage != nullptr && passage->rule == Passage::Rule::Ice) is_open[i] = 0;
        }
    RandomWater water{7};
    const int wanted = is_long_run() ? 200 : 24;
    double worst = 0;
    for (int compared = 0; compared < wanted;) {
        const LonLat a = water.next(), b = point_along(a, 360 * water.part(), 3e6 * water.part());
        if (!router().is_water(b)) continue;
        const auto found = router().route(a, b);
        if (!found.route || found.route->path.points().size() == 2) continue;
        const double exact = exact_m(mesh, is_open, a, b);
        INFO(a.lon() << "," << a.lat() << " to " << b.lon() << "," << b.lat());
        CHECK(found.route->path.length_m() <= 1.01 * exact);
        CHECK(found.route->path.length_m() >= 0.999 * exact);
        worst = std::max(worst, found.route->path.length_m() / exact);
        ++compared;
    }
    CHECK(worst < 1.003);
}
