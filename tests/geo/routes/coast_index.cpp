#include "tests/geo/routes/coast_index.hpp"

#include "geo/basemap/basemap.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace geo;

namespace {

constexpr double cells_per_degree = 2;

int cell(double degrees) {
    return static_cast<int>(std::floor(degrees * cells_per_degree));
}

double side(const Degrees& a, const Degrees& b, const Degrees& c) {
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

} // namespace

const CoastIndex& CoastIndex::land_10m() {
    static const CoastIndex index;
    return index;
}

CoastIndex::CoastIndex() {
    const Basemap basemap{std::filesystem::path{THEATRUM_SOURCE_DIR} / "geo/data"};
    for (const Polygon& polygon : basemap.land(Level::Detail10m, Box::world()))
        for (const Ring& ring : polygon.rings)
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const auto [west, east] = std::minmax(ring[i - 1].lon, ring[i].lon);
                const auto [south, north] = std::minmax(ring[i - 1].lat, ring[i].lat);
                for (int column = cell(west); column <= cell(east); ++column)
                    for (int row = cell(south); row <= cell(north); ++row)
                        m_cells[{column, row}].push_back({ring[i - 1], ring[i]});
            }
}

void CoastIndex::visit(double west, double south, double east, double north,
                       const std::function<void(const Edge&)>& visitor) const {
    for (int column = cell(west); column <= cell(east); ++column)
        for (int row = cell(south); row <= cell(north); ++row)
            if (const auto found = m_cells.find({column, row}); found != m_cells.end())
                for (const Edge& edge : found->second)
                    visitor(edge);
}

std::size_t CoastIndex::crossings(const GeodesicPath& path, const std::function<bool(Degrees)>& counts) const {
    std::size_t found = 0;
    const Polyline line = path.polyline(2000);
    for (std::size_t i = 1; i < line.size(); ++i)
        for (const double turn : {-360.0, 0.0, 360.0}) { // the land has longitudes from -30 to 330
            const Degrees a{line[i - 1].lon + turn, line[i - 1].lat}, b{line[i].lon + turn, line[i].lat};
            if (!counts({wrap_longitude(a.lon), a.lat})) continue;
            bool crosses = false;
            visit(std::min(a.lon, b.lon), std::min(a.lat, b.lat), std::max(a.lon, b.lon), std::max(a.lat, b.lat),
                  [&](const Edge& edge) {
                      crosses = crosses || (side(a, b, edge.a) * side(a, b, edge.b) < 0 &&
                                            side(edge.a, edge.b, a) * side(edge.a, edge.b, b) < 0);
                  });
            found += crosses ? 1 : 0;
        }
    return found;
}

double CoastIndex::clearance_m(LonLat from, LonLat to, double most_m) const {
    constexpr double metres_per_degree = 111'195;
    double least = most_m;
    const Polyline line = geodesic_polyline(from, to, 10'000);
    for (std::size_t i = 1; i < line.size(); ++i)
        for (const double turn : {-360.0, 0.0, 360.0}) {
            const Degrees a{line[i - 1].lon + turn, line[i - 1].lat}, b{line[i].lon + turn, line[i].lat};
            const double east_m = metres_per_degree * std::cos((a.lat + b.lat) / 2 * std::numbers::pi / 180);
            const double lat = most_m / metres_per_degree, lon = most_m / east_m;
            const auto distance = [&](const Degrees& p, const Degrees& s, const Degrees& t) {
                const double dx = (t.lon - s.lon) * east_m, dy = (t.lat - s.lat) * metres_per_degree;
                const double px = (p.lon - s.lon) * east_m, py = (p.lat - s.lat) * metres_per_degree;
                const double length2 = dx * dx + dy * dy;
                const double along = length2 > 0 ? std::clamp((px * dx + py * dy) / length2, 0.0, 1.0) : 0;
                return std::hypot(px - along * dx, py - along * dy);
            };
            visit(std::min(a.lon, b.lon) - lon, std::min(a.lat, b.lat) - lat, std::max(a.lon, b.lon) + lon,
                  std::max(a.lat, b.lat) + lat, [&](const Edge& edge) {
                      if (side(a, b, edge.a) * side(a, b, edge.b) < 0 &&
                          side(edge.a, edge.b, a) * side(edge.a, edge.b, b) < 0)
                          least = 0;
                      least = std::min({least, distance(edge.a, a, b), distance(edge.b, a, b),
                                        distance(a, edge.a, edge.b), distance(b, edge.a, edge.b)});
                  });
        }
    return least;
}
