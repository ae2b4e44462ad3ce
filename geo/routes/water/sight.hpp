#pragma once

#include "geo/routes/water/water_mesh.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace geo {

/// A place in a mesh: a point inside a triangle, or a point of the mesh.
struct Spot {
    Vector3 at;
    TriangleIndex triangle = 0;        ///< the triangle in which the point lies
    std::optional<PointIndex> point{}; ///< set for a point of the mesh
};

[[nodiscard]] inline Spot spot_of(const WaterMesh& mesh, PointIndex p) {
    return {mesh.points()[p], mesh.around(mesh.range_around(p).first), p};
}

/// Looks along great circles over triangles that are open. A set of tags is open or closed for all triangles.
class Sight {
public:
    /// `is_open` has an entry for each set of tags of the mesh.
    Sight(const WaterMesh& mesh, std::vector<char> is_open) : m_mesh{mesh}, m_is_open{std::move(is_open)} {}

    [[nodiscard]] bool is_open(TriangleIndex t) const noexcept { return m_is_open[m_mesh.triangles()[t].tags] != 0; }

    /// Calls `seen(point, from)` for each point of the mesh that can be seen from the spot; `from` is the index in
    /// steps() of the triangle next to it. A point may be seen over two triangles.
    template <class Seen>
    void look_around(const Spot& spot, Seen&& seen);

    /// A triangle on the way to what look_around() sees, and the index of the one before.
    struct Step {
        TriangleIndex triangle;
        std::uint32_t before;
    };
    static constexpr std::uint32_t no_step = 0xffffffff;
    [[nodiscard]] const std::vector<Step>& steps() const noexcept { return m_steps; }

    /// The triangles along the great circle from one spot to another less than 180 degrees away; empty where a closed
    /// triangle lies between.
    [[nodiscard]] std::vector<TriangleIndex> line(const Spot& from, const Spot& to) const;
    [[nodiscard]] bool sees(const Spot& from, const Spot& to) const { return !line(from, to).empty(); }

private:
    struct Cone {
        TriangleIndex triangle; ///< the one that is entered
        std::size_t edge;       ///< of this triangle, over which it is entered
        Vector3 right, left;    ///< normals of the planes that bound the cone
        std::uint32_t before;
    };
    void enter(TriangleIndex triangle, std::size_t edge, const Vector3& right, const Vector3& left,
               std::uint32_t before);

    const WaterMesh& m_mesh;
    std::vector<char> m_is_open;
    std::vector<Step> m_steps{};
    std::vector<Cone> m_cones{};
};

inline void Sight::enter(TriangleIndex triangle, std::size_t edge, const Vector3& right, const Vector3& left,
                         std::uint32_t before) {
    const TriangleIndex next = m_mesh.triangles()[triangle].neighbours[edge];
    if (!is_open(next)) return;
    const auto& neighbours = m_mesh.triangles()[next].neighbours;
    const PointIndex b = m_mesh.triangles()[triangle].corners[(edge + 1) % 3];
    std::size_t entered = 0;
    while (entered < 2 && (neighbours[entered] != triangle || m_mesh.triangles()[next].corners[entered] != b))
        ++entered;
    m_cones.push_back({next, entered, right, left, before});
}

template <class Seen>
void Sight::look_around(const Spot& spot, Seen&& seen) {
    m_steps.clear();
    m_cones.clear();
    const auto& triangles = m_mesh.triangles();
    const auto& points = m_mesh.points();
    const auto begin = [&](TriangleIndex t, std::size_t edge) {
        const auto& corners = triangles[t].corners;
        enter(t, edge, cross(spot.at, points[corners[edge]]), cross(spot.at, points[corners[(edge + 1) % 3]]),
              static_cast<std::uint32_t>(m_steps.size() - 1));
    };
    if (spot.point) {
        const auto [first, last] = m_mesh.range_around(*spot.point);
        for (std::size_t i = first; i < last; ++i) {
            const TriangleIndex t = m_mesh.around(i);
            if (!is_open(t)) continue;
            m_steps.push_back({t, no_step});
            const auto& corners = triangles[t].corners;
            for (std::size_t k = 0; k < 3; ++k) {
                if (corners[k] != *spot.point) continue;
                seen(corners[(k + 1) % 3], static_cast<std::uint32_t>(m_steps.size() - 1));
                seen(corners[(k + 2) % 3], static_cast<std::uint32_t>(m_steps.size() - 1));
                begin(t, (k + 1) % 3);
            }
        }
    } else if (is_open(spot.triangle)) {
        m_steps.push_back({spot.triangle, no_step});
        for (std::size_t k = 0; k < 3; ++k) {
            seen(triangles[spot.triangle].corners[k], 0U);
            begin(spot.triangle, k);
        }
    }
    while (!m_cones.empty()) {
        const Cone cone = m_cones.back();
        m_cones.pop_back();
        const PointIndex apex = triangles[cone.triangle].corners[(cone.edge + 2) % 3];
        const Vector3& at = points[apex];
        const bool left_of_right = dot(cone.right, at) > 0, right_of_left = dot(cone.left, at) < 0;
        m_steps.push_back({cone.triangle, cone.before});
        const auto here = static_cast<std::uint32_t>(m_steps.size() - 1);
        if (left_of_right && right_of_left) {
            seen(apex, here);
            const Vector3 middle = cross(spot.at, at);
            enter(cone.triangle, (cone.edge + 1) % 3, cone.right, middle, here);
            enter(cone.triangle, (cone.edge + 2) % 3, middle, cone.left, here);
        } else if (left_of_right) { // the apex is left of the cone
            enter(cone.triangle, (cone.edge + 1) % 3, cone.right, cone.left, here);
        } else {
            enter(cone.triangle, (cone.edge + 2) % 3, cone.right, cone.left, here);
        }
    }
}

} // namespace geo
