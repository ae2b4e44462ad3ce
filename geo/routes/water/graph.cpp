#include "geo/routes/water/graph.hpp"

namespace geo {

WaterGraph::WaterGraph(const WaterMesh& mesh, const std::vector<Edge>& edges)
    : m_first(mesh.points().size() + 1, 0), m_links(edges.size() * 2) {
    for (const Edge& edge : edges) {
        ++m_first[edge.a + 1];
        ++m_first[edge.b + 1];
    }
    for (std::size_t p = 1; p < m_first.size(); ++p)
        m_first[p] += m_first[p - 1];
    std::vector<std::uint32_t> next{m_first.begin(), m_first.end() - 1};
    for (const Edge& edge : edges) {
        const auto metres = static_cast<float>(length_m(mesh.points()[edge.a], mesh.points()[edge.b]));
        m_links[next[edge.a]++] = {edge.b, metres, edge.tags};
        m_links[next[edge.b]++] = {edge.a, metres, edge.tags};
    }
    m_turns_at_land.resize(mesh.points().size());
    for (PointIndex p = 0; p < mesh.points().size(); ++p)
        m_turns_at_land[p] = m_first[p] != m_first[p + 1] && mesh.corner_at(p) ? 1 : 0;
}

double length_m(const Vector3& a, const Vector3& b) noexcept {
    // Along a short piece the ellipsoid is longer than the sphere by N/R eastwards and M/R northwards. The factor is
    // averaged over the great circle by Simpson's rule.
    constexpr double equator_m = 6378137.0, e2 = 0.00669437999014;
    const double angle = angle_between(a, b);
    if (angle == 0) return 0;
    const Vector3 axis = cross(a, b);
    const double axis_length = std::sqrt(dot(axis, axis));
    const double lean = axis_length > 0 ? axis.z / axis_length : 1;
    const auto scale = [&](const Vector3& at) {
        const double w = 1 - e2 * at.z * at.z;
        const double prime = equator_m / std::sqrt(w), meridian = prime * (1 - e2) / w;
        const double cos2 = 1 - at.z * at.z;
        // Clairaut: cos(lat) sin(azimuth) is the same all along the great circle.
        const double east2 = cos2 > 0 ? std::min(1.0, lean * lean / cos2) : 0;
        return std::sqrt(prime * prime * east2 + meridian * meridian * (1 - east2));
    };
    const double middle = scale(weighted(a, 1, b, 1));
    if (angle < 0.02) return angle * middle;
    return angle * (scale(a) + 4 * middle + scale(b)) / 6;
}

bool touches(const WaterMesh& mesh, PointIndex corner, const WaterMesh::Corner& land, const Vector3& other) {
    if (land.joins_coasts) return true;
    const Vector3 plane = cross(mesh.points()[corner], other);
    constexpr double tolerance = 1e-14; // a neighbour on the great circle itself
    const double before = dot(plane, mesh.points()[land.before]), after = dot(plane, mesh.points()[land.after]);
    return std::abs(before) < tolerance || std::abs(after) < tolerance || (before > 0) == (after > 0);
}

} // namespace geo
