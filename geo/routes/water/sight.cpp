#include "geo/routes/water/sight.hpp"

#include <algorithm>

namespace geo {

namespace {

constexpr double tolerance = 1e-12; ///< 6 micrometres

} // namespace

std::vector<TriangleIndex> Sight::line(const Spot& from, const Spot& to) const {
    const auto& triangles = m_mesh.triangles();
    const auto& points = m_mesh.points();
    const Vector3 plane = cross(from.at, to.at);
    const auto side = [&](PointIndex p) {
        return dot(plane, points[p]);
    };
    const auto ends_at = [&](TriangleIndex t) {
        const auto& corners = triangles[t].corners;
        return to.point ? std::find(corners.begin(), corners.end(), *to.point) != corners.end() : t == to.triangle;
    };
    std::vector<TriangleIndex> found;
    TriangleIndex here = from.triangle;
    std::size_t out = 3;
    if (from.point) {
        const auto [first, last] = m_mesh.range_around(*from.point);
        bool starts = false;
        for (std::size_t i = first; i < last && !(starts && is_open(here)); ++i) {
            const TriangleIndex t = m_mesh.around(i);
            if (ends_at(t) && is_open(t)) return {t};
            const auto& corners = triangles[t].corners;
            const auto k =
                static_cast<std::size_t>(std::find(corners.begin(), corners.end(), *from.point) - corners.begin());
            const PointIndex b = corners[(k + 1) % 3], c = corners[(k + 2) % 3];
            if (side(b) > tolerance || side(c) < -tolerance || dot(points[b] - from.at, to.at - from.at) <= 0) {
                // The great circle may leave between two corners that both lie at more than a right angle.
                if (!(side(b) <= tolerance && side(c) >= -tolerance && dot(points[c] - from.at, to.at - from.at) > 0))
                    continue;
            }
            here = t;
            out = (k + 1) % 3;
            starts = true;
        }
        if (!starts || !is_open(here)) return {};
        found.push_back(here);
    } else {
        if (!is_open(here)) return {};
        found.push_back(here);
        if (ends_at(here)) return found;
        const auto& corners = triangles[here].corners;
        for (std::size_t k = 0; k < 3 && out == 3; ++k)
            if (side(corners[k]) <= tolerance && side(corners[(k + 1) % 3]) >= -tolerance) out = k;
        if (out == 3) return {};
    }
    for (std::size_t steps = 0; steps < triangles.size(); ++steps) {
        if (!ends_at(here)) {
            const PointIndex right = triangles[here].corners[out];
            const TriangleIndex next = triangles[here].neighbours[out];
            if (!is_open(next)) return {};
            const PointIndex left = triangles[here].corners[(out + 1) % 3];
            const auto& corners = triangles[next].corners;
            std::size_t entered = 0;
            while (entered < 2 && (corners[entered] != left || corners[(entered + 1) % 3] != right))
                ++entered;
            here = next;
            found.push_back(here);
            const double apex = side(corners[(entered + 2) % 3]);
            bool to_the_right = apex > 0;
            if (std::abs(apex) <= tolerance) // the apex lies on the line: both ways lead on
                to_the_right = is_open(triangles[here].neighbours[(entered + 1) % 3]);
            out = to_the_right ? (entered + 1) % 3 : (entered + 2) % 3;
        } else {
            return found;
        }
    }
    return {};
}

} // namespace geo
