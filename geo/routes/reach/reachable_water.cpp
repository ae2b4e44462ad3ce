#include "geo/routes/reach/reachable_water.hpp"

#include "geo/earth/area/plane_area.hpp"
#include "geo/routes/water/graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>

/// Triangles of water are divided into cells until each is surely within reach, surely not, or small enough. The cells
/// that may be within reach are united. Cells are first divided on the sphere, at the middles of edges that are so long
/// that a straight line of longitude and latitude would leave the great circle: always at the same points, from both
/// sides of an edge. Then they are divided in the plane, where the middle of an edge lies on it.
namespace geo {

namespace {

constexpr double longest_edge_m = 40'000; ///< of a cell in the plane
constexpr double most_bend_m = 20;        ///< of such an edge, between the great circle and the straight line
constexpr double finest_m = 500;          ///< radius of the cells where a way grows too long
constexpr double finest_share = 0.01;     ///< or this share of the circle about the area
constexpr double inexactness = 0.0002;    ///< of length_m()
constexpr double margin_deg = 0.002;      ///< around the cells: more than their edges bend

bool is_too_long(const Vector3& a, const Vector3& b) noexcept {
    const double length = sphere_radius_m * angle_between(a, b);
    if (length > longest_edge_m) return true;
    const double z = std::max(std::abs(a.z), std::abs(b.z));
    const double tangent = z / std::sqrt(std::max(1e-12, 1 - z * z));
    return length * length * tangent / (8 * sphere_radius_m) > most_bend_m;
}

Degrees degrees_of(const Vector3& v) {
    const LonLat point = lonlat_of(v);
    return {point.lon(), point.lat()};
}

using Corners = std::array<Vector3, 3>;

class CellDivision {
public:
    CellDivision(const WaterMesh& mesh, std::vector<const WaterWave*> waves, double small_m)
        : m_mesh{mesh}, m_waves{std::move(waves)}, m_small_m{small_m} {}

    /// Adds the cells of a triangle that may be within reach.
    void divide(TriangleIndex t) {
        std::vector<Lights> lights;
        Corners corners;
        for (std::size_t k = 0; k < 3; ++k)
            corners[k] = m_mesh.points()[m_mesh.triangles()[t].corners[k]];
        for (const WaterWave* wave : m_waves) {
            Lights& each = lights.emplace_back();
            each.found = wave->lights_in(t);
            for (std::size_t k = 0; k < 3; ++k)
                each.corner_m[k] = wave->metres_to(m_mesh.triangles()[t].corners[k]);
            each.corners = corners;
        }
        divide_on_sphere(corners, std::move(lights));
    }
    [[nodiscard]] std::vector<Polygon> take() { return std::move(m_cells); }

private:
    /// What is known about the ways of a wave into a cell of a triangle.
    struct Lights {
        std::vector<WaterWave::Light> found{};
        Corners corners{}; ///< of the triangle
        std::array<double, 3> corner_m{};
    };
    enum class Reach { None, Part, Whole };

    /// Also leaves out the lights that bring no shortest way into the cell.
    [[nodiscard]] static Reach reach_of(const WaterWave& wave, const Corners& cell, const Vector3& middle,
                                        double round_m, Lights& lights) {
        const WaterStart& start = wave.start();
        const auto most = [&](const Vector3& from) {
            return length_m(from, middle) * (1 + inexactness) + round_m;
        };
        const auto least = [&](const Vector3& from) {
            return length_m(from, middle) * (1 - inexactness) - round_m;
        };
        if (most(start.centre) <= start.within_m) return Reach::Whole;
        double upper = std::numeric_limits<double>::infinity(), lower = upper;
        if (least(start.centre) <= start.within_m) lower = 0;
        for (std::size_t k = 0; k < 3; ++k)
            if (std::isfinite(lights.corner_m[k]))
                upper = std::min(upper, lights.corner_m[k] + most(lights.corners[k]));
        std::vector<std::pair<double, WaterWave::Light>> near;
        for (const auto& light : lights.found) {
            if (light.misses(cell)) continue;
            const WaterWave::Source& source = wave.source(light);
            const double here = source.metres + least(source.at);
            lower = std::min(lower, here);
            if (light.fills(cell)) upper = std::min(upper, source.metres + most(source.at));
            near.emplace_back(here, light);
        }
        lights.found.clear();
        for (const auto& [here, light] : near)
            if (here <= upper) lights.found.push_back(light);
        if (lower > start.reach_m) return Reach::None;
        return upper <= start.reach_m ? Reach::Whole : Reach::Part;
    }

    /// The least reach of all waves.
    [[nodiscard]] Reach reach_of(const Corners& cell, double& round_m, std::vector<Lights>& lights) const {
        const Vector3 middle = weighted(weighted(cell[0], 1, cell[1], 1), 2, cell[2], 1);
        round_m = 0;
        for (const Vector3& corner : cell)
            round_m = std::max(round_m, longest_m(middle, corner));
        Reach least = Reach::Whole;
        for (std::size_t i = 0; i < m_waves.size() && least != Reach::None; ++i)
            least = std::min(least, reach_of(*m_waves[i], cell, middle, round_m, lights[i]));
        return least;
    }

    void divide_on_sphere(const Corners& cell, std::vector<Lights> lights) {
        double round_m = 0, longest = -1;
        std::size_t side = 3;
        if (reach_of(cell, round_m, lights) == Reach::None) return;
        for (std::size_t k = 0; k < 3; ++k) {
            const double length = angle_between(cell[k], cell[(k + 1) % 3]);
            if (length <= longest || !is_too_long(cell[k], cell[(k + 1) % 3])) continue;
            longest = length;
            side = k;
        }
        if (side == 3) {
            divide_in_plane({degrees_of(cell[0]), degrees_of(cell[1]), degrees_of(cell[2])}, std::move(lights));
            return;
        }
        const Vector3 a = cell[side], b = cell[(side + 1) % 3], c = cell[(side + 2) % 3];
        const Vector3 half = weighted(a, 1, b, 1);
        divide_on_sphere({a, half, c}, lights);
        divide_on_sphere({half, b, c}, std::move(lights));
    }

    void divide_in_plane(std::array<Degrees, 3> cell, std::vector<Lights> lights) {
        Corners corners;
        for (std::size_t k = 0; k < 3; ++k) {
            cell[k].lon = cell[0].lon + std::remainder(cell[k].lon - cell[0].lon, 360.0);
            corners[k] = unit_vector(lonlat(cell[k].lon, cell[k].lat));
        }
        double round_m = 0;
        const Reach reach = reach_of(corners, round_m, lights);
        if (reach == Reach::None) return;
        if (reach == Reach::Whole || round_m <= m_small_m) {
            m_cells.push_back({{{cell[0], cell[1], cell[2], cell[0]}}});
            return;
        }
        std::size_t side = 0;
        double longest = -1;
        for (std::size_t k = 0; k < 3; ++k)
            if (const double length = angle_between(corners[k], corners[(k + 1) % 3]); length > longest) {
                longest = length;
                side = k;
            }
        const Degrees a = cell[side], b = cell[(side + 1) % 3], c = cell[(side + 2) % 3];
        const Degrees half{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
        divide_in_plane({a, half, c}, lights);
        divide_in_plane({half, b, c}, std::move(lights));
    }

    const WaterMesh& m_mesh;
    std::vector<const WaterWave*> m_waves;
    double m_small_m;
    std::vector<Polygon> m_cells{};
};

} // namespace

WaveGoal circle_about(const std::vector<Polygon>& area) {
    Vector3 sum{0, 0, 0};
    std::vector<Vector3> rim;
    for (const Polygon& polygon : area)
        for (const Degrees& vertex : polygon.rings.front()) {
            const Vector3 at = unit_vector(lonlat(vertex.lon, vertex.lat));
            rim.push_back(at);
            sum = {sum.x + at.x, sum.y + at.y, sum.z + at.z};
        }
    WaveGoal circle{weighted(sum, 1, rim.front(), 1e-9), 0};
    for (const Vector3& at : rim)
        circle.within_m = std::max(circle.within_m, longest_m(circle.centre, at));
    circle.within_m *= 1.01; // edges of the rim run outside the circle through their ends
    return circle;
}

std::vector<Polygon> reachable_water(const WaterMesh& mesh, const std::vector<Polygon>& area, const WaterStart& from,
                                     const WaterStart* to) {
    const WaveGoal goal = circle_about(area);
    const WaterWave first{mesh, from, goal};
    std::optional<WaterWave> second;
    if (to) second.emplace(mesh, *to, goal);
    std::vector<const WaterWave*> waves{&first};
    if (second) waves.push_back(&*second);
    CellDivision division{mesh, waves, std::max(finest_m, finest_share * goal.within_m)};
    for (const TriangleIndex t : first.lit())
        if (!second || second->is_lit(t)) division.divide(t);
    const std::vector<Polygon> cells = wrapped_about(division.take(), middle_longitude(area));
    if (cells.empty()) return {};
    return intersection_of(widened(united(cells), margin_deg), area);
}

} // namespace geo
