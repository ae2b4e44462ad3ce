#include "geo/earth/box.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace geo {

namespace {

bool overlap(const Box& a, const Box& b) noexcept {
    if (a.south() > b.north() || b.south() > a.north()) return false;
    if (a.west() <= b.east() && b.west() <= a.east()) return true;
    // 180 and -180 are the same meridian.
    return (a.east() == 180 && b.west() == -180) || (b.east() == 180 && a.west() == -180);
}

} // namespace

std::optional<Box> Box::from_degrees(double west, double south, double east, double north) noexcept {
    if (!std::isfinite(west) || !std::isfinite(east)) return std::nullopt;
    if (!(south >= -90 && north <= 90 && south <= north)) return std::nullopt;
    if (east - west >= 360) return Box{-180, south, 180, north};
    const double w = wrap_longitude(west);
    double e = wrap_longitude(east);
    // An east side on the antimeridian is stored as 180, so that the box does not cross it. A box of zero width on the
    // antimeridian has -180 on both sides.
    if (e == -180 && w != -180) e = 180;
    return Box{w, south, e, north};
}

Box Box::world() noexcept {
    return Box{-180, -90, 180, 90};
}

double Box::width_deg() const noexcept {
    return m_east - m_west + (crosses_antimeridian() ? 360 : 0);
}

bool Box::contains(LonLat point) const noexcept {
    if (point.lat() < m_south || point.lat() > m_north) return false;
    const double lon = point.lon();
    if (crosses_antimeridian()) return lon >= m_west || lon <= m_east;
    return (lon >= m_west && lon <= m_east) || (lon == -180 && m_east == 180);
}

bool Box::intersects(const Box& other) const noexcept {
    for (const Box& mine : split())
        for (const Box& theirs : other.split())
            if (overlap(mine, theirs)) return true;
    return false;
}

std::vector<Box> Box::split() const {
    if (!crosses_antimeridian()) return {*this};
    return {Box{m_west, m_south, 180, m_north}, Box{-180, m_south, m_east, m_north}};
}

Box Box::grown(double degrees) const noexcept {
    assert(degrees >= 0);
    const double south = std::max(-90.0, m_south - degrees);
    const double north = std::min(90.0, m_north + degrees);
    if (width_deg() + 2 * degrees >= 360) return Box{-180, south, 180, north};
    return *from_degrees(m_west - degrees, south, m_west + width_deg() + degrees, north);
}

} // namespace geo
