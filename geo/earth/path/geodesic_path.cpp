#include "geo/earth/path/geodesic_path.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace geo {

GeodesicPath::GeodesicPath(std::vector<LonLat> points) : m_points{std::move(points)} {
    assert(!m_points.empty());
    m_metres.push_back(0);
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        const GeodesicLine line = geodesic(m_points[i - 1], m_points[i]);
        m_metres.push_back(m_metres.back() + line.distance_m);
        m_pieces.emplace_back(m_points[i - 1], line.azimuth_start_deg);
    }
}

GeodesicPoint GeodesicPath::at(double metres) const {
    if (m_pieces.empty()) return {m_points.front(), 0};
    if (metres >= length_m()) {
        const std::size_t last = m_pieces.size() - 1;
        return {m_points.back(), m_pieces[last].at(length_m() - m_metres[last]).azimuth_deg};
    }
    const double from_start = std::max(metres, 0.0);
    const auto next = std::upper_bound(m_metres.begin(), m_metres.end(), from_start);
    const auto piece = static_cast<std::size_t>(next - m_metres.begin()) - 1;
    return m_pieces[piece].at(from_start - m_metres[piece]);
}

GeodesicPath GeodesicPath::part(double from_m, double to_m) const {
    std::vector<LonLat> points{from_m <= 0 ? m_points.front() : at(from_m).at};
    for (std::size_t i = 0; i < m_points.size(); ++i)
        if (m_metres[i] > from_m && m_metres[i] < to_m) points.push_back(m_points[i]);
    points.push_back(at(to_m).at);
    return GeodesicPath{std::move(points)};
}

Polyline GeodesicPath::polyline(double step_m) const {
    Polyline line{{m_points.front().lon(), m_points.front().lat()}};
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        const Polyline piece = geodesic_polyline(m_points[i - 1], m_points[i], step_m);
        const double shift = line.back().lon - piece.front().lon;
        for (std::size_t j = 1; j < piece.size(); ++j)
            line.push_back({piece[j].lon + std::round(shift / 360.0) * 360.0, piece[j].lat});
    }
    return line;
}

} // namespace geo
