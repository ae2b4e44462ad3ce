#pragma once

#include "geo/earth/lonlat.hpp"
#include "render/map/figure.hpp"

#include <string>
#include <vector>

namespace app {

/// One leg of the ruler.
struct RulerLeg {
    double distance_m, azimuth_deg; ///< of the geodesic; azimuth at its start, [0, 360)
    double total_m;                 ///< from the ruler's first point to the end of this leg
};

/// The measuring tools: a ruler, which the window draws over the map, and range rings, which are part of the map.
class Instruments {
public:
    [[nodiscard]] const std::vector<geo::LonLat>& ruler() const noexcept { return m_ruler; }
    [[nodiscard]] std::vector<RulerLeg> ruler_legs() const; ///< one fewer than points in ruler()
    [[nodiscard]] const std::vector<render::RangeRing>& rings() const noexcept { return m_rings; }

    void add_to_ruler(geo::LonLat at) { m_ruler.push_back(at); }
    void clear_ruler() noexcept { m_ruler.clear(); }
    /// Adds rings that are not there yet. Throws UsageError for a radius that `--ring` does not take.
    void add_rings(geo::LonLat centre, const std::vector<double>& radii_km);
    void remove_ring(std::size_t index); ///< into rings(); throws UsageError when there is no such ring
    void clear_rings() noexcept { m_rings.clear(); }

private:
    std::vector<geo::LonLat> m_ruler;
    std::vector<render::RangeRing> m_rings;
};

/// Radii as typed, in km: "300", "80 nmi", "100, 200, 500 km". The last unit counts for the numbers before it; without
/// one they are kilometres. Throws UsageError.
[[nodiscard]] std::vector<double> typed_radii(const std::string&);

} // namespace app
