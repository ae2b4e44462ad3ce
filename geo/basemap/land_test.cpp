#include "geo/basemap/land_test.hpp"

#include "geo/basemap/basemap.hpp"
#include "geo/basemap/files/vector_file.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <numbers>
#include <vector>

namespace geo {
namespace {

constexpr double cell_deg = 5.0;
constexpr double km_per_degree = 111.2; ///< of latitude; good to 0.6 %
constexpr double sample_km = 5.0;

/// A polygon whose edges are sorted into bands of latitude, so that a point is asked of a few dozen edges only.
class BandedPolygon {
public:
    explicit BandedPolygon(const Polygon& polygon) {
        for (const Ring& ring : polygon.rings)
            for (const Degrees& p : ring) {
                m_west = std::min(m_west, p.lon);
                m_east = std::max(m_east, p.lon);
                m_south = std::min(m_south, p.lat);
                m_north = std::max(m_north, p.lat);
            }
        m_bands.resize(band(m_north) + 1);
        for (const Ring& ring : polygon.rings)
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const auto [low, high] = std::minmax(ring[i - 1].lat, ring[i].lat);
                for (std::size_t b = band(low); b <= band(high); ++b)
                    m_bands[b].push_back({ring[i - 1], ring[i]});
            }
    }

    bool contains(double lon, double lat) const {
        if (lon < m_west || lon > m_east || lat < m_south || lat > m_north) return false;
        bool in = false;
        for (const auto& [a, b] : m_bands[band(lat)])
            if ((a.lat > lat) != (b.lat > lat) && lon < a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon))
                in = !in;
        return in;
    }

private:
    struct Edge {
        Degrees a, b;
    };

    std::size_t band(double lat) const { return static_cast<std::size_t>((lat - m_south) * bands_per_degree); }

    static constexpr double bands_per_degree = 8.0;
    double m_west = 1e9, m_east = -1e9, m_south = 1e9, m_north = -1e9;
    std::vector<std::vector<Edge>> m_bands;
};

using Cell = std::vector<std::shared_ptr<const BandedPolygon>>;

double file_longitude(double lon) {
    return lon < file_cut_lon ? lon + 360.0 : lon;
}

/// Distance in km of the segment a-b from the origin, in the plane of x and y in km.
double distance_from_origin_km(double ax, double ay, double bx, double by) {
    const double dx = bx - ax, dy = by - ay;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
    return std::hypot(ax + t * dx, ay + t * dy);
}

} // namespace

struct LandTest::Impl {
    std::filesystem::path data_dir;
    std::mutex mutex;
    std::map<std::pair<int, int>, Cell> cells;
    /// Continents reach into many cells and are indexed once.
    std::map<std::pair<int, std::int64_t>, std::shared_ptr<const BandedPolygon>> polygons;

    /// The polygons that meet the cell of a point. Call with the mutex held; cells never change once read.
    const Cell& cell_of(double lon, double lat) {
        const std::pair key{static_cast<int>(std::floor(lon / cell_deg)), static_cast<int>(std::floor(lat / cell_deg))};
        if (const auto it = cells.find(key); it != cells.end()) return it->second;
        const double west = wrap_longitude(key.first * cell_deg), south = key.second * cell_deg;
        const double east = wrap_longitude((key.first + 1) * cell_deg), north = std::min(south + cell_deg, 90.0);
        Cell cell;
        if (const auto box = Box::from_degrees(west, std::min(south, 90.0), east == -180.0 ? 180.0 : east, north)) {
            int file = 0;
            for (const char* name : {"land_10m.fgb", "land_10m_fine_cut.fgb", "fine-coast/fine_land.fgb"}) {
                for (const auto& record : read_polygons(data_dir / name, *box)) {
                    auto& banded = polygons[{file, record.id}];
                    if (!banded) banded = std::make_shared<const BandedPolygon>(record.polygon);
                    cell.push_back(banded);
                }
                ++file;
            }
        }
        return cells.emplace(key, std::move(cell)).first->second;
    }
};

LandTest::LandTest(std::filesystem::path data_dir) : m_impl{std::make_unique<Impl>()} {
    m_impl->data_dir = std::move(data_dir);
}
LandTest::~LandTest() = default;
LandTest::LandTest(LandTest&&) noexcept = default;
LandTest& LandTest::operator=(LandTest&&) noexcept = default;

bool LandTest::on_land(LonLat point) const {
    const double lon = file_longitude(point.lon());
    const Cell* cell = nullptr;
    {
        const std::lock_guard lock{m_impl->mutex};
        cell = &m_impl->cell_of(lon, point.lat());
    }
    return std::any_of(cell->begin(), cell->end(),
                       [&](const auto& polygon) { return polygon->contains(lon, point.lat()); });
}

bool LandTest::circle_on_land(LonLat centre, double radius_km) const {
    if (!on_land(centre)) return false;
    // Land all around the centre, unless a coast comes nearer than the radius. The plane about the centre is good to
    // 1 % for circles up to 300 km, as far as a report is worth placing.
    const double cosine = std::max(std::cos(centre.lat() * std::numbers::pi / 180.0), 0.01);
    const double lat_reach = radius_km / km_per_degree, lon_reach = std::min(lat_reach / cosine, 179.0);
    const auto box =
        Box::from_degrees(wrap_longitude(centre.lon() - lon_reach), std::max(centre.lat() - lat_reach, -90.0),
                          wrap_longitude(centre.lon() + lon_reach), std::min(centre.lat() + lat_reach, 90.0));
    if (!box) return false;
    const auto x = [&](const Degrees& p) {
        return wrap_longitude(p.lon - centre.lon()) * cosine * km_per_degree;
    };
    const auto y = [&](const Degrees& p) {
        return (p.lat - centre.lat()) * km_per_degree;
    };
    for (const Polyline& line : Basemap{m_impl->data_dir}.coast(Level::FineCoast, *box))
        for (std::size_t i = 1; i < line.size(); ++i) {
            if (std::min(line[i - 1].lat, line[i].lat) > box->north()) continue;
            if (std::max(line[i - 1].lat, line[i].lat) < box->south()) continue;
            if (std::abs(x(line[i - 1]) - x(line[i])) > 180.0 * km_per_degree * cosine) continue; // opposite the centre
            if (distance_from_origin_km(x(line[i - 1]), y(line[i - 1]), x(line[i]), y(line[i])) < radius_km)
                return false;
        }
    return true;
}

bool LandTest::crosses_land(LonLat a, LonLat b, double ignore_a_km, double ignore_b_km) const {
    const Polyline samples = geodesic_polyline(a, b, sample_km * 1000.0);
    for (const Degrees& sample : samples) {
        const LonLat point = lonlat(sample.lon, sample.lat);
        if (!on_land(point)) continue;
        if (distance_m(a, point) > ignore_a_km * 1000.0 && distance_m(b, point) > ignore_b_km * 1000.0) return true;
    }
    return false;
}

} // namespace geo
