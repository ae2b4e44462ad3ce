#pragma once

#include "geo/earth/lonlat.hpp"

#include <optional>
#include <vector>

namespace app {

/// One leg of the ruler.
struct RulerLeg {
    double distance_m, azimuth_deg; ///< of the geodesic; azimuth at its start, [0, 360)
    double total_m;                 ///< from the ruler's first point to the end of this leg
};

/// The measuring tools, which the window draws over the map: a ruler, and range rings around one place.
class Instruments {
public:
    [[nodiscard]] const std::vector<geo::LonLat>& ruler() const noexcept { return m_ruler; }
    [[nodiscard]] std::vector<RulerLeg> ruler_legs() const; ///< one fewer than points in ruler()
    [[nodiscard]] const std::optional<geo::LonLat>& rings_centre() const noexcept { return m_rings_centre; }
    [[nodiscard]] const std::vector<double>& rings_km() const noexcept { return m_rings_km; } ///< ascending

    void add_to_ruler(geo::LonLat at) { m_ruler.push_back(at); }
    void clear_ruler() noexcept { m_ruler.clear(); }
    /// Without a centre or a radius there are no rings. Throws UsageError for a radius outside (0, 20000] km.
    void set_rings(std::optional<geo::LonLat> centre, std::vector<double> radii_km);

private:
    std::vector<geo::LonLat> m_ruler;
    std::optional<geo::LonLat> m_rings_centre;
    std::vector<double> m_rings_km;
};

} // namespace app
