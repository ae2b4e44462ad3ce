#include "app/session/view/instruments.hpp"

#include "app/base/errors.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>

namespace app {

std::vector<RulerLeg> Instruments::ruler_legs() const {
    std::vector<RulerLeg> legs;
    double total = 0;
    for (std::size_t i = 1; i < m_ruler.size(); ++i) {
        const auto line = geo::geodesic(m_ruler[i - 1], m_ruler[i]);
        total += line.distance_m;
        legs.push_back({line.distance_m, line.azimuth_start_deg, total});
    }
    return legs;
}

void Instruments::set_rings(std::optional<geo::LonLat> centre, std::vector<double> radii_km) {
    constexpr double half_way_round_km = 20'000;
    for (const double radius : radii_km)
        if (!(radius > 0) || radius > half_way_round_km)
            throw UsageError{"the radius of a range ring must be more than 0 and at most 20000 km"};
    std::sort(radii_km.begin(), radii_km.end());
    radii_km.erase(std::unique(radii_km.begin(), radii_km.end()), radii_km.end());
    m_rings_centre = radii_km.empty() ? std::nullopt : centre;
    m_rings_km = m_rings_centre ? std::move(radii_km) : std::vector<double>{};
}

} // namespace app
