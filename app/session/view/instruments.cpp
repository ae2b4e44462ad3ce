#include "app/session/view/instruments.hpp"

#include "app/base/errors.hpp"
#include "app/figure/option_values.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

#include <fmt/format.h>

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

void Instruments::add_rings(geo::LonLat centre, const std::vector<double>& radii_km) {
    for (const double km : radii_km)
        if (!(km >= least_ring_km) || km > most_ring_km)
            throw UsageError{
                fmt::format("the radius of a range ring must be from {} to {} km", least_ring_km, most_ring_km)};
    for (const double km : radii_km) {
        const render::RangeRing ring{centre, km};
        if (std::find(m_rings.begin(), m_rings.end(), ring) == m_rings.end()) m_rings.push_back(ring);
    }
}

void Instruments::remove_ring(std::size_t index) {
    if (index >= m_rings.size()) throw UsageError{"there is no such range ring"};
    m_rings.erase(m_rings.begin() + static_cast<std::ptrdiff_t>(index));
}

std::vector<double> typed_radii(const std::string& text) {
    const auto wrong = [&] {
        return UsageError{"'" + text + "' is not a radius such as 300, 80 nmi or 100, 200, 500 km"};
    };
    std::vector<double> radii;
    std::size_t without_unit = 0; // radii before this one have their unit
    std::istringstream in{text};
    for (std::string word; in >> word;) {
        std::replace(word.begin(), word.end(), ';', ',');
        for (const auto& part : split_list(word)) {
            double value = 0;
            const auto [end, failed] = std::from_chars(part.data(), part.data() + part.size(), value);
            const bool is_number = failed == std::errc{};
            if (is_number) radii.push_back(value);
            const std::string unit = is_number ? std::string{end, part.data() + part.size()} : part;
            if (unit.empty()) continue;
            const double km = unit == "km"                    ? 1
                              : unit == "nmi" || unit == "nm" ? 1.852
                              : unit == "mi"                  ? 1.609344
                              : unit == "m"                   ? 0.001
                                                              : 0;
            if (km == 0 || without_unit == radii.size()) throw wrong();
            for (; without_unit < radii.size(); ++without_unit)
                radii[without_unit] *= km;
        }
    }
    if (radii.empty()) throw wrong();
    return radii;
}

} // namespace app
