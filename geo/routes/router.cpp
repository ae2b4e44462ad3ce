#include "geo/routes/router.hpp"

#include "geo/routes/reach/reachable_water.hpp"
#include "geo/routes/search.hpp"
#include "geo/routes/water/water_file.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace geo {

namespace {

constexpr std::string_view coast_prefix = "12nm:"; ///< of the tag of a country's coastal water

/// An edge between land and water, and the triangle of water beside it.
struct CoastEdge {
    PointIndex a, b;
    TriangleIndex water;
};

/// The point of the chord from a to b that is nearest to p, on the sphere.
Vector3 nearest_on(const Vector3& a, const Vector3& b, const Vector3& p) noexcept {
    const Vector3 along = b - a, off = p - a;
    const double t = std::clamp(dot(off, along) / dot(along, along), 0.0, 1.0);
    return weighted(a, 1 - t, b, t);
}

std::vector<CoastEdge> coast_of(const WaterMesh& mesh) {
    std::vector<CoastEdge> coast;
    for (TriangleIndex t = 0; t < mesh.triangles().size(); ++t) {
        const auto& triangle = mesh.triangles()[t];
        if (triangle.tags == WaterMesh::land) continue;
        for (std::size_t i = 0; i < 3; ++i)
            if (mesh.triangles()[triangle.neighbours[i]].tags == WaterMesh::land)
                coast.push_back({triangle.corners[i], triangle.corners[(i + 1) % 3], t});
    }
    return coast;
}

std::string coordinates(LonLat p) {
    return fmt::format("{:.4f},{:.4f}", p.lon(), p.lat());
}

bool contains(const std::vector<std::string_view>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

struct Router::Impl {
    WaterMesh mesh;
    WaterGraph graph;
    std::vector<CoastEdge> coast;
    std::vector<const Passage*> passage_of; ///< for each name of the mesh; null for the coastal waters of a country
    std::vector<char> plain;                ///< for each set of tags: whether it is empty, so that no limit closes it

    explicit Impl(WaterFile file) : mesh{std::move(file.mesh)}, graph{mesh, file.edges}, coast{coast_of(mesh)} {
        for (const std::string& name : mesh.names())
            passage_of.push_back(name.starts_with(coast_prefix) ? nullptr : find_passage(name));
        plain.assign(mesh.tag_sets().size(), 0);
        plain[WaterMesh::plain_water] = 1;
    }

    /// The spot in water nearest to a point; empty when it is farther than `farthest_water_m`.
    [[nodiscard]] std::optional<Spot> water_near(LonLat point) const {
        const Vector3 at = unit_vector(point);
        const TriangleIndex here = mesh.locate(at);
        if (mesh.triangles()[here].tags != WaterMesh::land) return Spot{at, here, {}};
        double least = std::numeric_limits<double>::infinity();
        Spot nearest;
        for (const CoastEdge& edge : coast) {
            const Vector3 candidate = nearest_on(mesh.points()[edge.a], mesh.points()[edge.b], at);
            const Vector3 off = candidate - at;
            if (const double distance = dot(off, off); distance < least) {
                least = distance;
                nearest = {candidate, edge.water, {}};
            }
        }
        if (distance_m(point, lonlat_of(nearest.at)) > farthest_water_m) return std::nullopt;
        return nearest;
    }

    /// Empty when the start is too far from water.
    [[nodiscard]] std::optional<WaterStart> start_of(const WaterReach& reach) const {
        const auto water = water_near(reach.start.centre);
        if (!water) return std::nullopt;
        constexpr double beyond_m = 500; // so that some water lies inside
        const double to_water_m = distance_m(reach.start.centre, lonlat_of(water->at));
        const double least_m = to_water_m > 0 ? to_water_m + beyond_m : 0;
        return WaterStart{unit_vector(reach.start.centre), std::max(reach.start.radius_m, least_m), reach.way_m};
    }

    [[nodiscard]] OpenWater open_water(const RouteLimits& limits, const Spot& from, const Spot& to) const {
        std::vector<char> is_closed(mesh.names().size(), 0);
        std::vector<const Passage*> closed;
        for (std::size_t i = 0; i < mesh.names().size(); ++i) {
            const std::string_view name = mesh.names()[i];
            if (name.starts_with(coast_prefix)) {
                is_closed[i] = limits.keeps_off_coasts && !contains(limits.friends, name.substr(coast_prefix.size()));
            } else if (const Passage* passage = passage_of[i]) {
                const bool closes = passage->rule == Passage::Rule::Ice ||
                                    (passage->rule == Passage::Rule::Politics && limits.keeps_off_coasts);
                is_closed[i] = closes && !contains(limits.allow, passage->id);
            }
        }
        for (const Spot* end : {&from, &to}) // a report in a strait, or within 12 miles of a coast, says so
            for (const auto tag : mesh.tag_sets()[mesh.triangles()[end->triangle].tags])
                is_closed[tag] = 0;
        for (std::size_t i = 0; i < mesh.names().size(); ++i) {
            const Passage* passage = passage_of[i];
            if (passage == nullptr) continue;
            if (contains(limits.avoid, passage->id)) is_closed[i] = 1;
            if (is_closed[i]) closed.push_back(passage);
        }
        OpenWater water{{}, {}, std::move(closed), limits.keeps_off_coasts};
        for (const auto& set : mesh.tag_sets()) {
            const auto closes_coast = [&](auto tag) {
                return is_closed[tag] && passage_of[tag] == nullptr;
            };
            water.triangles.push_back(std::none_of(set.begin(), set.end(), closes_coast));
            water.edges.push_back(std::none_of(set.begin(), set.end(), [&](auto tag) { return is_closed[tag] != 0; }));
        }
        water.triangles[WaterMesh::land] = 0;
        return water;
    }

    /// Whether the geodesic between two spots runs over open sea alone, which every route may use.
    [[nodiscard]] bool is_open_sea(const Spot& from, const Spot& to) const {
        const Sight sight{mesh, plain};
        return sight.sees(from, to) && geodesic_is_open(sight, from, to) &&
               std::none_of(passages().begin(), passages().end(),
                            [&](const Passage& passage) { return passage.is_crossed_by(from.at, to.at); });
    }

    /// Whether the geodesic on WGS 84 between two spots that see each other on the sphere stays in open water.
    [[nodiscard]] bool geodesic_is_open(const Sight& sight, const Spot& from, const Spot& to) const {
        const LonLat a = lonlat_of(from.at), b = lonlat_of(to.at);
        const GeodesicLine line = geodesic(a, b);
        constexpr double step_m = 50'000;
        const auto pieces = static_cast<int>(std::ceil(line.distance_m / step_m));
        const GeodesicRay ray{a, line.azimuth_start_deg};
        Spot last = from;
        for (int i = 1; i <= pieces; ++i) {
            Spot next = to;
            if (i < pieces) {
                next.at = unit_vector(ray.at(line.distance_m * i / pieces).at);
                next.triangle = mesh.locate(next.at);
                next.point.reset();
            }
            if (!sight.sees(last, next)) return false;
            last = next;
        }
        return true;
    }

    /// The points of a path along the chain whose geodesics stay in open water.
    [[nodiscard]] std::vector<LonLat> path_points(const std::vector<Spot>& chain, const Sight& sight) const {
        constexpr double exact = 300'000; // up to which geodesics and great circles differ by 6 m at most
        std::vector<LonLat> points{lonlat_of(chain.front().at)};
        for (std::size_t i = 1; i < chain.size(); ++i) {
            const Spot &a = chain[i - 1], &b = chain[i];
            const double length = length_m(a.at, b.at);
            if (length > exact && !geodesic_is_open(sight, a, b)) {
                const int pieces = static_cast<int>(std::ceil(length / exact));
                const double angle = angle_between(a.at, b.at);
                for (int k = 1; k < pieces; ++k) {
                    const double part = static_cast<double>(k) / pieces;
                    points.push_back(
                        lonlat_of(weighted(a.at, std::sin((1 - part) * angle), b.at, std::sin(part * angle))));
                }
            }
            points.push_back(lonlat_of(b.at));
        }
        return points;
    }
};

Router::Router(std::unique_ptr<Impl> impl) : m_impl{std::move(impl)} {}
Router::~Router() = default;

std::shared_ptr<const Router> Router::open(const std::filesystem::path& data_dir) {
    return std::shared_ptr<const Router>{new Router{std::make_unique<Impl>(read_water(data_dir / "water.bin"))}};
}

bool Router::is_water(LonLat point) const {
    const auto& mesh = m_impl->mesh;
    return mesh.triangles()[mesh.locate(unit_vector(point))].tags != WaterMesh::land;
}

std::optional<std::vector<Polygon>> Router::reachable_water(const std::vector<Polygon>& area, const WaterReach& from,
                                                            const std::optional<WaterReach>& to) const {
    constexpr double southernmost_deg = -78, northernmost_deg = 82;
    for (const Polygon& polygon : area)
        for (const Degrees& vertex : polygon.rings.front())
            if (vertex.lat < southernmost_deg || vertex.lat > northernmost_deg) return std::nullopt;
    const auto first = m_impl->start_of(from), second = to ? m_impl->start_of(*to) : std::nullopt;
    if (!first || (to && !second)) return std::nullopt;
    if (area.empty()) return area;
    return geo::reachable_water(m_impl->mesh, area, *first, second ? &*second : nullptr);
}

bool Router::is_in_passage(LonLat point) const {
    const auto& mesh = m_impl->mesh;
    const auto& tags = mesh.tag_sets()[mesh.triangles()[mesh.locate(unit_vector(point))].tags];
    return std::any_of(tags.begin(), tags.end(), [&](auto tag) { return m_impl->passage_of[tag] != nullptr; });
}

std::vector<std::string_view> Router::coastal_states(LonLat point) const {
    const auto& mesh = m_impl->mesh;
    std::vector<std::string_view> states;
    for (const auto tag : mesh.tag_sets()[mesh.triangles()[mesh.locate(unit_vector(point))].tags])
        if (const std::string_view name = mesh.names()[tag]; name.starts_with(coast_prefix))
            states.push_back(name.substr(coast_prefix.size()));
    return states;
}

namespace {

/// The passages whose gates the path crosses, in its order.
std::vector<const Passage*> passages_along(const std::vector<LonLat>& points) {
    std::vector<const Passage*> found;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Vector3 a = unit_vector(points[i - 1]), b = unit_vector(points[i]);
        std::vector<std::pair<double, const Passage*>> here;
        for (const Passage& passage : passages())
            if (passage.is_crossed_by(a, b)) here.emplace_back(angle_between(a, passage.gate_a), &passage);
        std::sort(here.begin(), here.end());
        for (const auto& [distance, passage] : here)
            if (found.empty() || found.back() != passage) found.push_back(passage);
    }
    return found;
}

} // namespace

RouteResult Router::route(LonLat from, LonLat to, const RouteLimits& limits) const {
    const auto start = m_impl->water_near(from), end = m_impl->water_near(to);
    for (const auto& [spot, asked] : {std::pair{start, from}, std::pair{end, to}})
        if (!spot)
            return {std::nullopt, fmt::format("{} is more than {:.0f} km from water where ships can sail",
                                              coordinates(asked), farthest_water_m / 1000)};
    const auto is_moved = [&](const Spot& spot, LonLat asked) {
        const Vector3 off = spot.at - unit_vector(asked);
        return dot(off, off) > 0;
    };
    if (!is_moved(*start, from) && !is_moved(*end, to) && m_impl->is_open_sea(*start, *end))
        return {Route{GeodesicPath{{from, to}}}, {}};
    const OpenWater water = m_impl->open_water(limits, *start, *end);
    const auto chain = shortest_chain(m_impl->mesh, m_impl->graph, water, *start, *end);
    if (chain.empty())
        return {std::nullopt,
                fmt::format("there is no way over water from {} to {}", coordinates(from), coordinates(to))};
    auto points = m_impl->path_points(chain, Sight{m_impl->mesh, water.triangles});
    Route route{GeodesicPath{{from}}};
    if (is_moved(*start, from))
        route.start_offset_m = distance_m(from, points.front());
    else
        points.front() = from;
    if (is_moved(*end, to))
        route.end_offset_m = distance_m(to, points.back());
    else
        points.back() = to;
    route.passages = passages_along(points);
    route.path = GeodesicPath{std::move(points)};
    return {std::move(route), {}};
}

RouteResult Router::route(const std::vector<LonLat>& points, const RouteLimits& limits) const {
    std::optional<Route> whole;
    std::vector<LonLat> joined;
    for (std::size_t i = 1; i < points.size(); ++i) {
        RouteResult leg = route(points[i - 1], points[i], limits);
        if (!leg.route) return leg;
        if (!whole) {
            joined = leg.route->path.points();
            whole = std::move(leg.route);
            continue;
        }
        joined.insert(joined.end(), leg.route->path.points().begin() + 1, leg.route->path.points().end());
        for (const Passage* passage : leg.route->passages)
            if (whole->passages.empty() || whole->passages.back() != passage) whole->passages.push_back(passage);
        whole->end_offset_m = leg.route->end_offset_m;
    }
    if (!whole) return {std::nullopt, "a route needs two points"};
    whole->path = GeodesicPath{std::move(joined)};
    return {std::move(whole), {}};
}

} // namespace geo
