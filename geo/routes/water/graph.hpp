#pragma once

#include "geo/routes/water/water_mesh.hpp"

#include <vector>

namespace geo {

/// The straight ways between corners of the land along which a shortest way may run: those that touch the land at both
/// ends without entering it.
class WaterGraph {
public:
    struct Edge {
        PointIndex a, b; ///< points of the mesh, a < b
        TagSet tags;     ///< of all triangles along it
    };
    struct Link {
        PointIndex to;
        float metres;
        TagSet tags;
    };
    WaterGraph(const WaterMesh&, const std::vector<Edge>&);

    struct Links {
        const Link *first, *last;
        [[nodiscard]] const Link* begin() const noexcept { return first; }
        [[nodiscard]] const Link* end() const noexcept { return last; }
    };
    [[nodiscard]] Links from(PointIndex p) const noexcept {
        return {m_links.data() + m_first[p], m_links.data() + m_first[p + 1]};
    }
    /// Whether a way turns at this point of an edge for the sake of land rather than of coastal waters.
    [[nodiscard]] bool turns_at_land(PointIndex p) const noexcept { return m_turns_at_land[p] != 0; }
    [[nodiscard]] std::size_t size() const noexcept { return m_links.size() / 2; }

private:
    std::vector<std::uint32_t> m_first;
    std::vector<Link> m_links;
    std::vector<char> m_turns_at_land;
};

/// Length in metres of the geodesic on WGS 84 between two points of the mesh's sphere; right within 0.01 % up to
/// 5,000 km, by the scale of the ellipsoid at the middle of the great circle.
[[nodiscard]] double length_m(const Vector3& a, const Vector3& b) noexcept;

/// Whether a way that passes a corner from or towards `other` touches the land there without entering it.
[[nodiscard]] bool touches(const WaterMesh&, PointIndex corner, const WaterMesh::Corner&, const Vector3& other);

} // namespace geo
