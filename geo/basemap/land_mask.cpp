#include "geo/basemap/land_mask.hpp"

#include "geo/basemap/basemap.hpp"
#include "geo/basemap/files/fine_area.hpp"
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

constexpr double tile_deg = 5.0;
constexpr double km_per_degree = 111.2; ///< of latitude; accurate to 0.6 %
constexpr double sample_km = 5.0;

/// A polygon whose edges are sorted into bands of latitude, so that a point is tested against a few dozen edges only.
/// The bands are made for the first point within the bounds of the polygon, because most islands are never tested.
class BandedPolygon {
public:
    explicit BandedPolygon(Polygon polygon) : m_polygon{std::move(polygon)} {
        for (const Ring& ring : m_polygon.rings)
            for (const Degrees& p : ring) {
                m_west = std::min(m_west, p.lon);
                m_east = std::max(m_east, p.lon);
                m_south = std::min(m_south, p.lat);
                m_north = std::max(m_north, p.lat);
            }
    }

    bool contains(double lon, double lat) const {
        if (lon < m_west || lon > m_east || lat < m_south || lat > m_north) return false;
        std::call_once(*m_once, [&] { make_bands(); });
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

    void make_bands() const {
        m_bands.resize(band(m_north) + 1);
        for (const Ring& ring : m_polygon.rings)
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const auto [low, high] = std::minmax(ring[i - 1].lat, ring[i].lat);
                for (std::size_t b = band(low); b <= band(high); ++b)
                    m_bands[b].push_back({ring[i - 1], ring[i]});
            }
    }

    std::size_t band(double lat) const { return static_cast<std::size_t>((lat - m_south) * bands_per_degree); }

    static constexpr double bands_per_degree = 8.0;
    Polygon m_polygon;
    double m_west = 1e9, m_east = -1e9, m_south = 1e9, m_north = -1e9;
    std::unique_ptr<std::once_flag> m_once = std::make_unique<std::once_flag>();
    mutable std::vector<std::vector<Edge>> m_bands;
};

using Tile = std::unique_ptr<std::vector<BandedPolygon>>;

struct Segment {
    Degrees a, b;
};
/// The segments of coast that may touch a square of one degree whose corners are whole degrees.
using Coast = std::vector<Segment>;

Coast coast_of(const std::filesystem::path& data_dir, int west, int south) {
    Coast found;
    const auto box = Box::from_degrees(west, south, west + 1.0, south + 1.0);
    if (!box) return found;
    const double middle = west + 0.5;
    const auto east_of_middle = [&](const Degrees& p) {
        return wrap_longitude(p.lon - middle);
    };
    for (const Polyline& line : Basemap{data_dir}.coast(Level::FineCoast, *box))
        for (std::size_t i = 1; i < line.size(); ++i) {
            const auto [low, high] = std::minmax(line[i - 1].lat, line[i].lat);
            if (low > south + 1 || high < south) continue;
            const double a = east_of_middle(line[i - 1]), b = east_of_middle(line[i]);
            if (std::abs(a - b) > 180 || std::min(a, b) > 0.5 || std::max(a, b) < -0.5)
                continue; // beside the square or opposite it
            found.push_back({line[i - 1], line[i]});
        }
    return found;
}

/// Distance in km of the segment a-b from the origin of a plane in km.
double distance_from_origin_km(double ax, double ay, double bx, double by) {
    const double dx = bx - ax, dy = by - ay;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
    return std::hypot(ax + t * dx, ay + t * dy);
}

} // namespace

/// The 1:10m land is read whole at the first query (60 ms), because tiles would read its continents again and again.
/// The fine coast is read tile by tile.
struct LandMask::Impl {
    std::filesystem::path data_dir;
    std::mutex mutex;
    std::vector<BandedPolygon> world;
    std::map<std::pair<int, int>, Tile> fine;
    std::map<std::pair<int, int>, Coast> coast; ///< by south-west corner (west, south) of the square

    /// The coast of a square, read at its first query. The reference stays valid.
    const Coast& coast_near(int west, int south) {
        const std::lock_guard lock{mutex};
        const auto known = coast.find({west, south});
        if (known != coast.end()) return known->second;
        return coast.emplace(std::pair{west, south}, coast_of(data_dir, west, south)).first->second;
    }

    /// The tile of fine polygons around a point; null outside the area of the fine coast. Reads the 1:10m land and the
    /// tile if necessary. Both never change afterwards, so they may be read without the lock.
    const Tile* tile_at(const Degrees& point) {
        const std::lock_guard lock{mutex};
        if (world.empty())
            for (const char* name : {"land_10m.fgb", "land_10m_fine_cut.fgb"})
                for (auto& record : read_polygons(data_dir / name, Box::world()))
                    world.emplace_back(std::move(record.polygon));
        if (!in_fine_area(point)) return nullptr;
        const int column = static_cast<int>(std::floor(point.lon / tile_deg));
        const int row = static_cast<int>(std::floor(point.lat / tile_deg));
        auto& tile = fine[{column, row}];
        if (!tile) {
            tile = std::make_unique<std::vector<BandedPolygon>>();
            const double west = column * tile_deg, south = row * tile_deg;
            if (const auto box = Box::from_degrees(west, south, west + tile_deg, south + tile_deg))
                for (auto& record : read_polygons(data_dir / "fine-coast/fine_land.fgb", *box))
                    tile->emplace_back(std::move(record.polygon));
        }
        return &tile;
    }
};

LandMask::LandMask(std::filesystem::path data_dir) : m_impl{std::make_unique<Impl>()} {
    m_impl->data_dir = std::move(data_dir);
}
LandMask::~LandMask() = default;
LandMask::LandMask(LandMask&&) noexcept = default;
LandMask& LandMask::operator=(LandMask&&) noexcept = default;

bool LandMask::on_land(LonLat point) const {
    const Degrees at{file_longitude(point.lon()), point.lat()};
    const Tile* tile = m_impl->tile_at(at);
    const auto contains_point = [&](const BandedPolygon& polygon) {
        return polygon.contains(at.lon, at.lat);
    };
    if (tile != nullptr && std::any_of((*tile)->begin(), (*tile)->end(), contains_point)) return true;
    return std::any_of(m_impl->world.begin(), m_impl->world.end(), contains_point);
}

bool LandMask::circle_on_land(LonLat centre, double radius_km) const {
    if (!on_land(centre)) return false;
    // The circle is land unless a coast comes nearer than the radius. The plane around the centre is accurate to 1 %
    // for radii up to 300 km; fixes with a larger radius are too vague to place.
    const double cosine = std::max(std::cos(centre.lat() * std::numbers::pi / 180.0), 0.01);
    const double lat_extent = radius_km / km_per_degree, lon_extent = std::min(lat_extent / cosine, 179.0);
    const auto box =
        Box::from_degrees(wrap_longitude(centre.lon() - lon_extent), std::max(centre.lat() - lat_extent, -90.0),
                          wrap_longitude(centre.lon() + lon_extent), std::min(centre.lat() + lat_extent, 90.0));
    if (!box) return false;
    const auto x = [&](const Degrees& p) {
        return wrap_longitude(p.lon - centre.lon()) * cosine * km_per_degree;
    };
    const auto y = [&](const Degrees& p) {
        return (p.lat - centre.lat()) * km_per_degree;
    };
    const auto comes_near = [&](const Degrees& a, const Degrees& b) {
        if (std::min(a.lat, b.lat) > box->north() || std::max(a.lat, b.lat) < box->south()) return false;
        if (std::abs(x(a) - x(b)) > 180.0 * km_per_degree * cosine) return false; // opposite the centre
        return distance_from_origin_km(x(a), y(a), x(b), y(b)) < radius_km;
    };
    constexpr double max_squares = 5; // along one side; for a larger circle it is faster to read the coast once
    if (box->width_deg() > max_squares || box->north() - box->south() > max_squares) {
        for (const Polyline& line : Basemap{m_impl->data_dir}.coast(Level::FineCoast, *box))
            for (std::size_t i = 1; i < line.size(); ++i)
                if (comes_near(line[i - 1], line[i])) return false;
        return true;
    }
    const auto floor_deg = [](double degrees) {
        return static_cast<int>(std::floor(degrees));
    };
    for (int south = floor_deg(box->south()); south <= floor_deg(box->north()); ++south)
        for (int column = floor_deg(box->west()); column <= floor_deg(box->west() + box->width_deg()); ++column) {
            const int west = floor_deg(wrap_longitude(column));
            for (const auto& [a, b] : m_impl->coast_near(west, south))
                if (comes_near(a, b)) return false;
        }
    return true;
}

bool LandMask::crosses_land(LonLat a, LonLat b, double ignore_a_km, double ignore_b_km) const {
    const Polyline samples = geodesic_polyline(a, b, sample_km * 1000.0);
    for (const Degrees& sample : samples) {
        const LonLat point = lonlat(sample.lon, sample.lat);
        if (!on_land(point)) continue;
        if (distance_m(a, point) > ignore_a_km * 1000.0 && distance_m(b, point) > ignore_b_km * 1000.0) return true;
    }
    return false;
}

} // namespace geo
