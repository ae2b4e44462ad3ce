#include "geo/routes/reach/water_wave.hpp"

#include "geo/routes/water/graph.hpp"

#include <algorithm>
#include <limits>

namespace geo {

namespace {

constexpr double unlit = std::numeric_limits<double>::infinity();
constexpr std::uint32_t no_light = std::numeric_limits<std::uint32_t>::max();
constexpr double least_curvature_m = 6335439;   ///< of curvature of the ellipsoid: northwards at the equator
constexpr double largest_curvature_m = 6399594; ///< at the poles
constexpr double exactness = 0.9998;            ///< of length_m(), so that no way is taken for longer than it is
constexpr double widening = 1e-9;               ///< of the light from corners, radians, against rounding
constexpr double grains_per_radius = 4;         ///< the start is divided into parts of this size
constexpr double least_grain_m = 250;
constexpr int most_halvings = 40;

Vector3 scaled(const Vector3& v, double factor) noexcept {
    return {v.x * factor, v.y * factor, v.z * factor};
}

Vector3 sum_of(const Vector3& a, const Vector3& b) noexcept {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}

/// The plane through `at` turned about it, counter-clockwise by a small angle.
Vector3 turned(const Vector3& normal, const Vector3& at, double radians) noexcept {
    return sum_of(normal, scaled(cross(at, normal), radians));
}

/// Whether, of two planes through `at`, the direction of `b` lies left of that of `a`, by less than half a turn.
bool is_left(const Vector3& a, const Vector3& b, const Vector3& at) noexcept {
    return dot(cross(a, b), at) >= 0;
}

/// A length that no way from p to the arc from a to b falls short of.
double to_arc_m(const Vector3& a, const Vector3& b, const Vector3& p) noexcept {
    const Vector3 plane = cross(a, b);
    const bool is_beside = dot(cross(plane, a), p) > 0 && dot(cross(plane, b), p) < 0;
    if (!is_beside) return std::min(shortest_m(a, p), shortest_m(b, p));
    const double off = std::abs(dot(plane, p)) / std::sqrt(dot(plane, plane));
    return std::asin(std::min(1.0, off)) * least_curvature_m;
}

std::array<Vector3, 3> corners_of(const WaterMesh& mesh, TriangleIndex t) {
    const auto& c = mesh.triangles()[t].corners;
    return {mesh.points()[c[0]], mesh.points()[c[1]], mesh.points()[c[2]]};
}

Vector3 middle_of(std::span<const Vector3, 3> cell) noexcept {
    const Vector3 sum = sum_of(sum_of(cell[0], cell[1]), cell[2]);
    return scaled(sum, 1 / std::sqrt(dot(sum, sum)));
}

bool holds(std::span<const Vector3, 3> cell, const Vector3& p) noexcept {
    return orientation(cell[0], cell[1], p) >= 0 && orientation(cell[1], cell[2], p) >= 0 &&
           orientation(cell[2], cell[0], p) >= 0;
}

/// How far a point lies from a cell at least; 0 inside.
double to_cell_m(std::span<const Vector3, 3> cell, const Vector3& p) noexcept {
    if (holds(cell, p)) return 0;
    return std::min({to_arc_m(cell[0], cell[1], p), to_arc_m(cell[1], cell[2], p), to_arc_m(cell[2], cell[0], p)});
}

} // namespace

double shortest_m(const Vector3& a, const Vector3& b) noexcept {
    return least_curvature_m * angle_between(a, b);
}

double longest_m(const Vector3& a, const Vector3& b) noexcept {
    return largest_curvature_m * angle_between(a, b);
}

bool WaterWave::Light::misses(std::span<const Vector3, 3> cell) const noexcept {
    const auto all = [&](auto&& is_out) {
        return is_out(cell[0]) && is_out(cell[1]) && is_out(cell[2]);
    };
    constexpr double rounding = 1e-12;
    return all([&](const Vector3& p) { return dot(right, p) < -rounding; }) ||
           all([&](const Vector3& p) { return dot(left, p) > rounding; });
}

bool WaterWave::Light::fills(std::span<const Vector3, 3> cell) const noexcept {
    return std::ranges::all_of(cell, [&](const Vector3& p) { return dot(right, p) >= 0 && dot(left, p) <= 0; });
}

WaterWave::WaterWave(const WaterMesh& mesh, const WaterStart& start, const WaveGoal& goal)
    : m_mesh{mesh},
      m_start{start},
      m_goal{goal},
      m_metres(mesh.points().size(), unlit),
      m_before(mesh.points().size(), no_light),
      m_is_done(mesh.points().size(), 0),
      m_is_lit(mesh.triangles().size(), 0),
      m_first_light(mesh.triangles().size(), no_light) {
    light_start();
    while (!m_waiting.empty()) {
        const PointIndex p = m_waiting.top().point;
        m_waiting.pop();
        if (m_is_done[p] != 0) continue;
        m_is_done[p] = 1;
        light_corner(p);
    }
}

std::vector<WaterWave::Light> WaterWave::lights_in(TriangleIndex t) const {
    std::vector<Light> lights;
    for (std::uint32_t i = m_first_light[t]; i != no_light; i = m_stored[i].next)
        lights.push_back(m_stored[i].light);
    return lights;
}

bool WaterWave::is_water(TriangleIndex t) const noexcept {
    return m_mesh.triangles()[t].tags != WaterMesh::land;
}

/// Whether a point surely lies in the start.
bool WaterWave::is_in_start(const Vector3& p) const noexcept {
    return longest_m(m_start.centre, p) < m_start.within_m;
}

/// Lights the start's water: from places on its rim, since every way out of it crosses the rim.
void WaterWave::light_start() {
    const double grain_m = std::max(least_grain_m, m_start.within_m / grains_per_radius);
    std::vector<TriangleIndex> found{m_mesh.locate(m_start.centre)};
    std::vector<char> is_found(m_mesh.triangles().size(), 0);
    is_found[found.front()] = 1;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const TriangleIndex t = found[i];
        const auto cell = corners_of(m_mesh, t);
        if (is_water(t)) {
            mark_lit(t);
            add_starts_of(t, cell, grain_m, 0);
        }
        for (std::size_t k = 0; k < 3; ++k) {
            const TriangleIndex next = m_mesh.triangles()[t].neighbours[k];
            if (is_found[next] != 0 || to_arc_m(cell[k], cell[(k + 1) % 3], m_start.centre) > m_start.within_m)
                continue;
            is_found[next] = 1;
            found.push_back(next);
        }
    }
}

/// Divides a part of a triangle until it is small, and lights the middle of each small part that the rim crosses.
void WaterWave::add_starts_of(TriangleIndex t, const std::array<Vector3, 3>& cell, double grain_m, int depth) {
    const Vector3 middle = middle_of(cell);
    double round_m = 0, farthest_m = 0;
    for (const Vector3& corner : cell) {
        round_m = std::max(round_m, longest_m(middle, corner));
        farthest_m = std::max(farthest_m, longest_m(m_start.centre, corner));
    }
    if (to_cell_m(cell, m_start.centre) > m_start.within_m) return;
    const bool is_rim = farthest_m >= m_start.within_m;
    if (!is_rim) return; // the ways out of it cross the rim elsewhere
    if (round_m > grain_m && depth < most_halvings) {
        std::size_t longest = 0;
        double most = -1;
        for (std::size_t k = 0; k < 3; ++k)
            if (const Vector3 side = cell[(k + 1) % 3] - cell[k]; dot(side, side) > most) {
                most = dot(side, side);
                longest = k;
            }
        const Vector3 a = cell[longest], b = cell[(longest + 1) % 3], c = cell[(longest + 2) % 3];
        const Vector3 half = weighted(a, 1, b, 1);
        add_starts_of(t, {a, half, c}, grain_m, depth + 1);
        add_starts_of(t, {half, b, c}, grain_m, depth + 1);
        return;
    }
    m_sources.push_back({middle, -round_m});
    shine_from_place(middle, t);
}

void WaterWave::shine_from_place(const Vector3& at, TriangleIndex t) {
    const auto source = static_cast<std::uint32_t>(m_sources.size() - 1);
    const auto& corners = m_mesh.triangles()[t].corners;
    store(t, {source, {0, 0, 0}, {0, 0, 0}});
    m_cones.clear();
    for (std::size_t k = 0; k < 3; ++k) {
        reach(corners[k], source);
        enter(t, k, cross(at, m_mesh.points()[corners[k]]), cross(at, m_mesh.points()[corners[(k + 1) % 3]]));
    }
    spread(source);
}

void WaterWave::light_corner(PointIndex p) {
    if (is_in_start(m_mesh.points()[p])) return;
    if (m_metres[p] + shortest_m(m_mesh.points()[p], m_goal.centre) - m_goal.within_m > m_start.reach_m) return;
    Sector sector;
    if (!shadow_behind(p, sector)) return;
    m_sources.push_back({m_mesh.points()[p], m_metres[p]});
    shine_from_point(p, sector);
}

/// The directions into which a shortest way may turn at a corner of the land: from straight on to along the coast.
/// False where it does not turn. Land lies right of the way from `before` over the corner to `after`.
bool WaterWave::shadow_behind(PointIndex p, Sector& sector) const {
    const auto corner = m_mesh.corner_at(p);
    if (!corner) return false;
    if (corner->joins_coasts) {
        sector.is_whole = true;
        return true;
    }
    const Vector3& at = m_mesh.points()[p];
    const Vector3 after = cross(at, m_mesh.points()[corner->after]),
                  before = cross(at, m_mesh.points()[corner->before]);
    const Vector3 on = cross(m_sources[m_before[p]].at, at); // the plane of the way on: away from its source
    if (dot(on, on) < 1e-30) {                               // the source is at the corner itself
        sector.is_whole = true;
        return true;
    }
    const auto negative = [](const Vector3& v) {
        return scaled(v, -1);
    };
    const auto is_between = [&](const Vector3& x, const Vector3& right, const Vector3& left) {
        return is_left(turned(right, at, -widening), x, at) && is_left(x, turned(left, at, widening), at);
    };
    // The ways that pass the corner with the land on the right go on between -after and before ...
    if (is_between(on, negative(after), before)) {
        sector = {turned(on, at, -widening), turned(before, at, widening)};
        return true;
    }
    // ... and those with the land on the left between after and -before.
    if (is_between(on, after, negative(before))) {
        sector = {turned(after, at, -widening), turned(on, at, widening)};
        return true;
    }
    return false;
}

void WaterWave::shine_from_point(PointIndex p, const Sector& sector) {
    const auto source = static_cast<std::uint32_t>(m_sources.size() - 1);
    const Vector3& at = m_mesh.points()[p];
    m_cones.clear();
    const auto [first, last] = m_mesh.range_around(p);
    for (std::size_t i = first; i < last; ++i) {
        const TriangleIndex t = m_mesh.around(i);
        if (!is_water(t)) continue;
        const auto& corners = m_mesh.triangles()[t].corners;
        const auto k = static_cast<std::size_t>(std::find(corners.begin(), corners.end(), p) - corners.begin());
        Vector3 right = cross(at, m_mesh.points()[corners[(k + 1) % 3]]);
        Vector3 left = cross(at, m_mesh.points()[corners[(k + 2) % 3]]);
        if (!sector.is_whole) {
            const auto is_in = [&](const Vector3& x, const Vector3& r, const Vector3& l) {
                return is_left(r, x, at) && is_left(x, l, at);
            };
            const bool begins_here = is_in(sector.right, right, left), ends_here = is_in(sector.left, right, left);
            if (!begins_here && !is_in(right, sector.right, sector.left)) continue;
            if (begins_here) right = sector.right;
            if (ends_here) left = sector.left;
        }
        for (std::size_t other = 1; other < 3; ++other)
            reach(corners[(k + other) % 3], source);
        store(t, {source, right, left});
        enter(t, (k + 1) % 3, right, left);
    }
    spread(source);
}

/// Follows the cones through the triangles, as Sight::look_around() does.
void WaterWave::spread(std::uint32_t source) {
    const Vector3 at = m_sources[source].at;
    while (!m_cones.empty()) {
        const Cone cone = m_cones.back();
        m_cones.pop_back();
        const auto& corners = m_mesh.triangles()[cone.triangle].corners;
        const Vector3& from = m_mesh.points()[corners[cone.edge]];
        const Vector3& to = m_mesh.points()[corners[(cone.edge + 1) % 3]];
        if (!is_of_use(source, from, to)) continue;
        store(cone.triangle, {source, cone.right, cone.left});
        const PointIndex apex = corners[(cone.edge + 2) % 3];
        const Vector3& peak = m_mesh.points()[apex];
        const bool left_of_right = dot(cone.right, peak) > 0, right_of_left = dot(cone.left, peak) < 0;
        if (left_of_right && right_of_left) {
            reach(apex, source);
            const Vector3 middle = cross(at, peak);
            enter(cone.triangle, (cone.edge + 1) % 3, cone.right, middle);
            enter(cone.triangle, (cone.edge + 2) % 3, middle, cone.left);
        } else {
            enter(cone.triangle, (cone.edge + (left_of_right ? 1 : 2)) % 3, cone.right, cone.left);
        }
    }
}

void WaterWave::enter(TriangleIndex from, std::size_t edge, const Vector3& right, const Vector3& left) {
    const auto& triangles = m_mesh.triangles();
    const TriangleIndex next = triangles[from].neighbours[edge];
    if (!is_water(next)) return;
    const PointIndex b = triangles[from].corners[(edge + 1) % 3];
    std::size_t entered = 0;
    while (entered < 2 && (triangles[next].neighbours[entered] != from || triangles[next].corners[entered] != b))
        ++entered;
    m_cones.push_back({next, entered, right, left});
}

void WaterWave::reach(PointIndex p, std::uint32_t source) {
    const Source& light = m_sources[source];
    const double metres = light.metres + length_m(light.at, m_mesh.points()[p]) * exactness;
    if (metres >= m_metres[p] || metres > m_start.reach_m) return;
    m_metres[p] = metres;
    m_before[p] = source;
    m_waiting.push({metres, p});
}

void WaterWave::mark_lit(TriangleIndex t) {
    if (m_is_lit[t] == 0) m_lit.push_back(t);
    m_is_lit[t] = 1;
}

void WaterWave::store(TriangleIndex t, const Light& light) {
    mark_lit(t);
    m_stored.push_back({light, m_first_light[t]});
    m_first_light[t] = static_cast<std::uint32_t>(m_stored.size() - 1);
}

/// Whether light over the edge from a to b may come to the goal in time.
bool WaterWave::is_of_use(std::uint32_t source, const Vector3& a, const Vector3& b) const {
    if (is_in_start(a) && is_in_start(b)) return false; // the light goes on from the rim
    const double so_far = m_sources[source].metres + to_arc_m(a, b, m_sources[source].at);
    if (so_far > m_start.reach_m) return false;
    return so_far + to_arc_m(a, b, m_goal.centre) - m_goal.within_m <= m_start.reach_m;
}

} // namespace geo
