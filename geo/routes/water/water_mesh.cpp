#include "geo/routes/water/water_mesh.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace geo {

namespace {

constexpr int grid_columns = 180, grid_rows = 90;
constexpr PointIndex no_point = std::numeric_limits<PointIndex>::max();

std::size_t cell_of(double lon, double lat) noexcept {
    const int column = std::clamp(static_cast<int>((lon + 180) / 2), 0, grid_columns - 1);
    const int row = std::clamp(static_cast<int>((lat + 90) / 2), 0, grid_rows - 1);
    return static_cast<std::size_t>(row * grid_columns + column);
}

} // namespace

WaterMesh::WaterMesh(std::vector<Steps> points, std::vector<Triangle> triangles, std::vector<std::string> names,
                     std::vector<std::vector<std::uint16_t>> tag_sets)
    : m_steps{std::move(points)},
      m_triangles{std::move(triangles)},
      m_names{std::move(names)},
      m_tag_sets{std::move(tag_sets)},
      m_is_water(m_tag_sets.size(), 1) {
    if (m_tag_sets.size() <= plain_water) throw std::invalid_argument{"it lacks the sets of tags of land and water"};
    m_is_water[land] = 0;
    m_points.reserve(m_steps.size());
    for (PointIndex p = 0; p < m_steps.size(); ++p)
        m_points.push_back(unit_vector(position(p)));
    for (const Triangle& triangle : m_triangles) {
        for (const PointIndex corner : triangle.corners)
            if (corner >= m_points.size()) throw std::invalid_argument{"a triangle has no such corner"};
        if (triangle.tags >= m_tag_sets.size()) throw std::invalid_argument{"a triangle has no such tags"};
    }
    for (const auto& set : m_tag_sets)
        for (const auto tag : set)
            if (tag >= m_names.size()) throw std::invalid_argument{"a tag has no name"};
    link_neighbours();
    make_grid();
}

void WaterMesh::link_neighbours() {
    m_first_around.assign(m_points.size() + 1, 0);
    for (const Triangle& triangle : m_triangles)
        for (const PointIndex corner : triangle.corners)
            ++m_first_around[corner + 1];
    for (std::size_t p = 0; p < m_points.size(); ++p)
        m_first_around[p + 1] += m_first_around[p];
    m_around.resize(m_triangles.size() * 3);
    std::vector<std::uint32_t> next{m_first_around.begin(), m_first_around.end() - 1};
    for (TriangleIndex t = 0; t < m_triangles.size(); ++t)
        for (const PointIndex corner : m_triangles[t].corners)
            m_around[next[corner]++] = t;
    for (Triangle& triangle : m_triangles)
        for (std::size_t i = 0; i < 3; ++i) {
            const PointIndex a = triangle.corners[i], b = triangle.corners[(i + 1) % 3];
            const auto [first, last] = range_around(b);
            const auto across = std::find_if(m_around.begin() + static_cast<std::ptrdiff_t>(first),
                                             m_around.begin() + static_cast<std::ptrdiff_t>(last), [&](auto t) {
                                                 const auto& c = m_triangles[t].corners;
                                                 return (c[0] == b && c[1] == a) || (c[1] == b && c[2] == a) ||
                                                        (c[2] == b && c[0] == a);
                                             });
            if (across == m_around.begin() + static_cast<std::ptrdiff_t>(last))
                throw std::invalid_argument{"the triangles do not cover the sphere"};
            triangle.neighbours[i] = *across;
        }
}

void WaterMesh::make_grid() {
    m_grid.assign(static_cast<std::size_t>(grid_columns * grid_rows), no_point);
    for (PointIndex p = 0; p < m_points.size(); ++p)
        m_grid[cell_of(m_steps[p].lon * 1e-6, m_steps[p].lat * 1e-6)] = p;
    for (int row = 0; row < grid_rows; ++row) { // an empty cell takes the point of the cell west of it
        const auto begin = static_cast<std::size_t>(row * grid_columns);
        PointIndex last = 0;
        for (std::size_t turn = 0; turn < 2; ++turn)
            for (std::size_t i = begin; i < begin + grid_columns; ++i) {
                if (m_grid[i] == no_point && turn == 1) m_grid[i] = last;
                if (m_grid[i] != no_point) last = m_grid[i];
            }
    }
}

TriangleIndex WaterMesh::locate(const Vector3& point) const {
    const LonLat at = lonlat_of(point);
    TriangleIndex t = m_around[m_first_around[m_grid[cell_of(at.lon(), at.lat())]]];
    // In Delaunay's triangulation this walk ends. The limit is for points on an edge, where rounding may decide.
    for (std::size_t steps = 0; steps < m_triangles.size(); ++steps) {
        const Triangle& triangle = m_triangles[t];
        std::size_t out = 3;
        double worst = -1e-15;
        for (std::size_t i = 0; i < 3; ++i) {
            const Vector3 normal = cross(m_points[triangle.corners[i]], m_points[triangle.corners[(i + 1) % 3]]);
            const double side = dot(normal, point);
            if (side < worst) {
                out = i;
                worst = side;
            }
        }
        if (out == 3) return t;
        t = triangle.neighbours[out];
    }
    return t;
}

std::optional<WaterMesh::Corner> WaterMesh::corner_at(PointIndex p, const std::vector<char>& is_open) const {
    std::optional<PointIndex> before, after;
    int coasts = 0;
    const auto [first, last] = range_around(p);
    for (std::size_t i = first; i < last; ++i) {
        const Triangle& triangle = m_triangles[m_around[i]];
        if (!is_open[triangle.tags]) continue;
        for (std::size_t k = 0; k < 3; ++k) {
            if (is_open[m_triangles[triangle.neighbours[k]].tags]) continue;
            const PointIndex a = triangle.corners[k], b = triangle.corners[(k + 1) % 3];
            if (a == p) {
                after = b;
                ++coasts;
            }
            if (b == p) before = a;
        }
    }
    if (!before || !after) return std::nullopt;
    if (coasts == 1 && orientation(m_points[*before], m_points[p], m_points[*after]) >= 0) return std::nullopt;
    return Corner{*before, *after, coasts > 1};
}

} // namespace geo
