#include "geo/basemap/basemap.hpp"
#include "geo/projection/cutting/plane.hpp"
#include "geo/projection/projection.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

/// Draws the world's land in every preset around many centres and checks known points of land and sea on the map.
using namespace geo;

namespace {

using Areas = std::vector<std::vector<Path>>;

bool inside(const Path& ring, Metres p) {
    bool in = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Metres a = ring[i - 1];
        const Metres b = ring[i];
        if ((a.y > p.y) == (b.y > p.y)) continue;
        if (p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) in = !in;
    }
    return in;
}

/// Drawn areas, each filled by its own even-odd rule. Keeps the extents of rings to make tests of many points fast.
class Drawing {
public:
    void add(Areas areas) {
        for (auto& area : areas) {
            std::vector<Bounded> rings;
            for (Path& ring : area) {
                const auto [west, east] =
                    std::minmax_element(ring.begin(), ring.end(), [](auto a, auto b) { return a.x < b.x; });
                const auto [south, north] =
                    std::minmax_element(ring.begin(), ring.end(), [](auto a, auto b) { return a.y < b.y; });
                const Rect extent{west->x, south->y, east->x, north->y};
                rings.push_back({extent, std::move(ring)});
            }
            m_areas.push_back(std::move(rings));
        }
    }
    [[nodiscard]] bool filled(Metres p) const {
        return std::any_of(m_areas.begin(), m_areas.end(), [&](const auto& rings) {
            return std::count_if(rings.begin(), rings.end(),
                                 [&](const Bounded& r) { return r.extent.contains(p.x, p.y) && inside(r.ring, p); }) %
                       2 ==
                   1;
        });
    }

private:
    struct Bounded {
        Rect extent;
        Path ring;
    };
    std::vector<std::vector<Bounded>> m_areas;
};

bool is_valid_ring(const Path& ring, double half_m) {
    return ring.size() >= 4 && ring.front() == ring.back() && std::all_of(ring.begin(), ring.end(), [&](Metres m) {
               return std::isfinite(m.x) && std::abs(m.x) <= half_m && std::abs(m.y) <= half_m;
           });
}

bool on_land(const std::vector<Polygon>& land, double lon, double lat) {
    for (const Polygon& polygon : land) {
        bool in = false;
        for (const Ring& ring : polygon.rings) {
            const auto [west, east] =
                std::minmax_element(ring.begin(), ring.end(), [](auto a, auto b) { return a.lon < b.lon; });
            for (const double turn : {-360.0, 0.0, 360.0}) {
                if (lon + turn < west->lon || lon + turn > east->lon) continue;
                for (std::size_t i = 1; i < ring.size(); ++i) {
                    const Degrees& a = ring[i - 1];
                    const Degrees& b = ring[i];
                    if ((a.lat > lat) == (b.lat > lat)) continue;
                    if (lon + turn < a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)) in = !in;
                }
            }
        }
        if (in) return true;
    }
    return false;
}

struct KnownPoint {
    LonLat place;
    bool land;
};

/// Whether all sampled points within about 100 km are land, or all are sea, as `expected` (true: land).
bool is_clear(const std::vector<Polygon>& land, double lon, double lat, bool expected) {
    const double radius_deg = 1.0;
    const double lon_radius_deg = std::min(60.0, radius_deg / std::max(0.02, std::cos(lat * M_PI / 180)));
    for (const auto& [dx, dy] : {std::pair{0.0, 0.0},
                                 {1.0, 0.0},
                                 {-1.0, 0.0},
                                 {0.0, 1.0},
                                 {0.0, -1.0},
                                 {0.7, 0.7},
                                 {-0.7, 0.7},
                                 {0.7, -0.7},
                                 {-0.7, -0.7},
                                 {0.5, 0.0},
                                 {-0.5, 0.0},
                                 {0.0, 0.5},
                                 {0.0, -0.5}})
        if (on_land(land, lon + dx * lon_radius_deg, std::clamp(lat + dy * radius_deg, -89.95, 89.95)) != expected)
            return false;
    return true;
}

/// 500 points on land and 500 at sea spread over the globe, and points at the antimeridian, the poles and file cuts.
const std::vector<KnownPoint>& known_points() {
    static const std::vector<KnownPoint> points = [] {
        const auto land = Basemap{std::string{THEATRUM_SOURCE_DIR} + "/geo/data"}.land(Level::World110m, Box::world());
        std::vector<KnownPoint> out;
        for (const auto& [lon, lat, is_land] :
             {std::tuple{179.0, 67.8, true}, {-177.0, 66.5, true},  {170.0, 67.0, true},  {0.0, -85.0, true},
              {179.9, -85.0, true},          {-179.9, -85.0, true}, {-30.0, -84.0, true}, {-29.9, -84.0, true},
              {-40.0, 72.0, true},           {-31.0, 75.0, true},   {-29.0, 75.0, true},  {178.0, -17.8, true},
              {127.5, 36.5, true},           {0.0, 88.0, false},    {180.0, 0.0, false},  {180.0, 75.0, false},
              {-160.0, 0.0, false},          {-53.0, -38.0, false}, {-30.0, 30.0, false}, {-90.0, 0.0, false}})
            if (on_land(land, lon, lat) == is_land) out.push_back({lonlat(lon, lat), is_land});
        std::mt19937 random{42};
        std::uniform_real_distribution<double> lon{-180, 180};
        std::uniform_real_distribution<double> z{-1, 1};
        int lands = 0;
        int seas = 0;
        while (lands < 500 || seas < 500) {
            const double x = lon(random);
            const double y = std::asin(z(random)) * 180 / M_PI;
            const bool is_land = on_land(land, x, y);
            int& count = is_land ? lands : seas;
            if (count >= 500 || !is_clear(land, x, y, is_land)) continue;
            ++count;
            out.push_back({lonlat(x, y), is_land});
        }
        return out;
    }();
    return points;
}

/// Checks that the middle of every long step of a drawn line lies on the original line. `distance_deg` gives
/// roughly the distance of a point from the original line in degrees. Steps under 300 km cannot be stray lines across
/// the map.
template <class Distance>
void check_line(const Projection& projection, const Frame& frame, const Polyline& line, Distance distance_deg) {
    for (const Path& path : projection.project(line, frame))
        for (std::size_t i = 1; i < path.size(); ++i) {
            const Metres a = path[i - 1];
            const Metres b = path[i];
            const double step = std::hypot(b.x - a.x, b.y - a.y);
            if (step < 300e3) continue;
            const auto place = projection.inverse({(a.x + b.x) / 2, (a.y + b.y) / 2});
            // A chord along the rim may leave the projected Earth by less than the tolerance.
            if (!place && step < 1e6) continue;
            INFO(a.x << ' ' << a.y << " to " << b.x << ' ' << b.y);
            REQUIRE(place);
            const auto scale = projection.scale_at(*place);
            if (!scale) continue;
            // A lower bound of the scale in all directions; near the rim one of them is almost zero.
            const double smallest = std::min(1.0, scale->areal / std::hypot(scale->meridian, scale->parallel));
            REQUIRE(distance_deg(*place) * 111e3 * smallest < 12 * frame.tolerance_m);
        }
}

struct Centre {
    double lon, lat;
};

/// Reads the land, projects it onto the whole map and checks every known point on the map.
void check_world(const std::string& preset, Level level, Centre centre, double half_m) {
    static const std::string data = std::string{THEATRUM_SOURCE_DIR} + "/geo/data";
    const auto projection = Projection::make(preset, lonlat(centre.lon, centre.lat));
    const Frame frame{-half_m, -half_m, half_m, half_m, 5000};
    INFO(preset << " at " << centre.lon << ' ' << centre.lat);
    const Basemap basemap{data};
    Drawing drawn;
    for (const Polygon& polygon : basemap.land(level, projection.bounds(frame))) {
        Areas areas = projection.project(polygon, frame);
        for (const auto& rings : areas)
            REQUIRE(std::all_of(rings.begin(), rings.end(), [&](const Path& r) { return is_valid_ring(r, half_m); }));
        drawn.add(std::move(areas));
    }
    Drawing earth;
    earth.add(projection.domain(frame));
    int land = 0;
    int sea = 0;
    for (const KnownPoint& known : known_points()) {
        const auto p = projection.forward(known.place);
        if (!p || std::abs(p->x) > half_m || std::abs(p->y) > half_m) continue;
        // Where the map compresses 100 km to little more than its tolerance, the test proves nothing.
        const auto scale = projection.scale_at(known.place);
        if (!scale || scale->areal / std::hypot(scale->meridian, scale->parallel) < 0.2) continue;
        INFO((known.land ? "land " : "sea ") << known.place.lon() << ' ' << known.place.lat());
        REQUIRE(drawn.filled(*p) == known.land);
        REQUIRE(earth.filled(*p));
        ++(known.land ? land : sea);
    }
    CHECK(land > 60);
    CHECK(sea > 60);

    // No stray line runs across the map: the steps of the drawn graticule lie on its meridians and parallels.
    for (int k = -12; k < 12; ++k) {
        check_line(projection, frame, {{k * 15.0, -90}, {k * 15.0, 90}}, [&](LonLat p) {
            return std::abs(std::remainder(p.lon() - k * 15.0, 360.0)) * std::cos(p.lat() * M_PI / 180);
        });
        check_line(projection, frame, {{-180, k * 7.0}, {180, k * 7.0}},
                   [&](LonLat p) { return std::abs(p.lat() - k * 7.0); });
        // A line that climbs from 75 S to 75 N while it goes one and a half times around the Earth.
        check_line(projection, frame, {{k * 15.0, -75}, {k * 15.0 + 540, 75}}, [&](LonLat p) {
            const double lon = k * 15.0 + (p.lat() + 75) * 3.6;
            return std::abs(std::remainder(p.lon() - lon, 360.0)) * std::cos(p.lat() * M_PI / 180) / 3.8;
        });
    }
}

const std::vector<Centre> around{{0, 0}, {90, 0}, {127, 0}, {180, 0}, {-150, 0}};

} // namespace

TEST_CASE("known points are drawn as land or sea on cylindrical maps with every centre", "[geo]") {
    for (const auto& [preset, half_m] :
         {std::pair{"merc", 20.1e6}, {"eqearth", 17.3e6}, {"robin", 17.1e6}, {"eqc", 20.1e6}})
        for (const Centre c : around)
            check_world(preset, Level::World110m, c, half_m);
}

TEST_CASE("known points are drawn as land or sea on azimuthal maps with every centre", "[geo]") {
    for (const auto& [preset, half_m] : {std::pair{"laea", 12.8e6}, {"ortho", 6.4e6}, {"aeqd", 20.1e6}}) {
        for (const Centre c : around)
            check_world(preset, Level::World110m, c, half_m);
        for (const Centre c :
             {Centre{0, 90}, Centre{0, -90}, Centre{127, 38}, Centre{-53, -38}, Centre{20, 5}, Centre{100, 45}})
            check_world(preset, Level::World110m, c, half_m);
    }
}

TEST_CASE("known points are drawn as land or sea on conic maps with every centre", "[geo]") {
    for (const Centre c : around) {
        check_world("lcc", Level::World110m, {c.lon, 40}, 18e6);
        check_world("lcc", Level::World110m, {c.lon, -40}, 18e6);
    }
    check_world("lcc", Level::World110m, {0, 90}, 18e6);
    check_world("lcc", Level::World110m, {0, -90}, 18e6);
}

TEST_CASE("known points are drawn as land or sea from the 1:50m land", "[geo]") {
    for (const char* preset : {"laea", "eqearth", "ortho"})
        for (const Centre c : {Centre{127, 38}, Centre{-150, 0}})
            check_world(preset, Level::Region50m, c, 17.3e6);
}

TEST_CASE("known points are drawn as land or sea with a PROJ string or an EPSG code", "[geo]") {
    check_world("+proj=stere +lat_0=90 +lon_0=127 +datum=WGS84", Level::World110m, {0, 0}, 18e6);
    check_world("+proj=moll +lon_0=127 +datum=WGS84", Level::World110m, {0, 0}, 18.1e6);
    check_world("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +datum=WGS84", Level::World110m, {0, 0}, 15e6);
    check_world("EPSG:3857", Level::World110m, {0, 0}, 20.1e6);
    check_world("EPSG:3031", Level::World110m, {0, 0}, 18e6);
    check_world("EPSG:8857", Level::World110m, {0, 0}, 17.3e6);
}
