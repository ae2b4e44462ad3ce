#include "assets/model/area.hpp"

#include "geo/earth/geodesic.hpp"
#include "geo/earth/inside.hpp"
#include "geo/text/country_codes.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace assets {
namespace {

geo::LonLat point(const geo::Degrees& d) {
    return geo::lonlat(d.lon, d.lat);
}

/// Shoelace sums of a ring in degrees: twice the signed area, and the centroid times 3 * area2. Planar sums are
/// accurate enough to place a label.
struct RingSums {
    double area2 = 0, x = 0, y = 0;
};
RingSums sums(const geo::Ring& ring) {
    RingSums s;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double cross = ring[i].lon * ring[i + 1].lat - ring[i + 1].lon * ring[i].lat;
        s.area2 += cross;
        s.x += (ring[i].lon + ring[i + 1].lon) * cross;
        s.y += (ring[i].lat + ring[i + 1].lat) * cross;
    }
    return s;
}

/// The longitudes at which the polygon's rings cross a latitude, ascending. The polygon lies between the 1st and 2nd,
/// the 3rd and 4th, and so on.
std::vector<double> crossings(const geo::Polygon& polygon, double lat) {
    std::vector<double> at;
    for (const auto& ring : polygon.rings)
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const auto &a = ring[i], &b = ring[i + 1];
            if ((a.lat > lat) != (b.lat > lat)) at.push_back(a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon));
        }
    std::sort(at.begin(), at.end());
    return at;
}

/// The centroid, or, if it lies outside the polygon, the middle of the widest stretch at the centroid's latitude.
geo::LonLat label_point(const geo::Polygon& polygon) {
    const auto& outline = polygon.rings.front();
    const RingSums s = sums(outline);
    if (s.area2 == 0) return point(outline.front());
    const double lon = s.x / (3 * s.area2), lat = s.y / (3 * s.area2);
    const auto at = crossings(polygon, lat);
    double widest = -1, middle = lon;
    for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
        if (lon >= at[i] && lon <= at[i + 1]) return geo::lonlat(lon, lat);
        if (at[i + 1] - at[i] > widest) {
            widest = at[i + 1] - at[i];
            middle = (at[i] + at[i + 1]) / 2;
        }
    }
    return widest < 0 ? point(outline.front()) : geo::lonlat(middle, lat);
}

/// The point at half the length of the longest line.
geo::LonLat middle_of(const std::vector<geo::Polyline>& lines) {
    const auto length = [](const geo::Polyline& line) {
        double sum = 0;
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            sum += geo::distance_m(point(line[i]), point(line[i + 1]));
        return sum;
    };
    const auto& longest = *std::max_element(lines.begin(), lines.end(),
                                            [&](const auto& a, const auto& b) { return length(a) < length(b); });
    double left = length(longest) / 2;
    for (std::size_t i = 0; i + 1 < longest.size(); ++i) {
        const double part = geo::distance_m(point(longest[i]), point(longest[i + 1]));
        if (part >= left && part > 0) return geo::between(point(longest[i]), point(longest[i + 1]), left / part);
        left -= part;
    }
    return point(longest.back());
}

double farthest_km(const geo::Polyline& line, geo::LonLat centre) {
    double most = 0;
    for (const auto& vertex : line)
        most = std::max(most, geo::distance_m(centre, point(vertex)));
    return most / 1000;
}

std::vector<geo::Polygon> outlines_of(const SeaShape& shape, const geo::Seas* seas) {
    const geo::Sea* sea = seas ? seas->by_id(shape.sea_id) : nullptr;
    return sea && !sea->outline.rings.empty() ? std::vector{sea->outline} : std::vector<geo::Polygon>{};
}

/// The point at which the name of a shape is placed. Empty for a sea that does not exist.
struct LabelPoint {
    const geo::Seas* seas;
    std::optional<geo::LonLat> operator()(const CircleShape& s) const { return s.centre; }
    std::optional<geo::LonLat> operator()(const CorridorShape& s) const { return middle_of(s.lines); }
    std::optional<geo::LonLat> operator()(const LineShape& s) const { return middle_of(s.lines); }
    std::optional<geo::LonLat> operator()(const AreaShape& s) const {
        return label_point(*std::max_element(s.polygons.begin(), s.polygons.end(), [](const auto& a, const auto& b) {
            return std::abs(sums(a.rings.front()).area2) < std::abs(sums(b.rings.front()).area2);
        }));
    }
    std::optional<geo::LonLat> operator()(const SeaShape& s) const {
        const auto* sea = seas ? seas->by_id(s.sea_id) : nullptr;
        return sea ? std::optional{sea->label} : std::nullopt;
    }
};

std::vector<geo::Polyline> outer_rings(const std::vector<geo::Polygon>& polygons) {
    std::vector<geo::Polyline> rings;
    for (const auto& polygon : polygons)
        if (!polygon.rings.empty()) rings.push_back(polygon.rings.front());
    return rings;
}

struct SkeletonOf {
    const geo::Seas* seas;
    Skeleton operator()(const CircleShape& s) const { return {{{{s.centre.lon(), s.centre.lat()}}}, s.radius_km}; }
    Skeleton operator()(const CorridorShape& s) const { return {s.lines, s.half_width_km}; }
    Skeleton operator()(const LineShape& s) const { return {s.lines}; }
    Skeleton operator()(const AreaShape& s) const { return {outer_rings(s.polygons)}; }
    Skeleton operator()(const SeaShape& s) const { return {outer_rings(outlines_of(s, seas))}; }
};

struct PolygonsOf {
    const geo::Seas* seas;
    int circle_points;
    std::vector<geo::Polygon> operator()(const CircleShape& s) const {
        return {geo::geodesic_circle(s.centre, s.radius_km * 1000.0, circle_points)};
    }
    std::vector<geo::Polygon> operator()(const CorridorShape& s) const {
        std::vector<geo::Polygon> all;
        for (const auto& line : s.lines) {
            auto bands = geo::corridor(line, s.half_width_km * 1000.0);
            all.insert(all.end(), std::make_move_iterator(bands.begin()), std::make_move_iterator(bands.end()));
        }
        return all;
    }
    std::vector<geo::Polygon> operator()(const LineShape&) const { return {}; }
    std::vector<geo::Polygon> operator()(const AreaShape& s) const { return s.polygons; }
    std::vector<geo::Polygon> operator()(const SeaShape& s) const { return outlines_of(s, seas); }
};

const geo::Seas* seas_of(const Scenario& scenario) {
    return scenario.atlas ? &scenario.atlas->seas : nullptr;
}

/// Empty for a shape without vertices, such as a sea that does not exist.
std::optional<double> farthest_km(const Skeleton& skeleton, geo::LonLat centre) {
    std::optional<double> most;
    for (const auto& line : skeleton.lines)
        most = std::max(most.value_or(0), farthest_km(line, centre));
    return most ? std::optional{*most + skeleton.reach_km} : std::nullopt;
}

std::optional<ZoneShape> shape_of(const Scenario& scenario, const AreaRef& area) {
    switch (area.of) {
    case AreaRef::Of::Sea:
        return SeaShape{area.id};
    case AreaRef::Of::Country: {
        AreaShape land;
        if (scenario.atlas) land.polygons = scenario.atlas->country_shapes.get().of(area.id);
        return land.polygons.empty() ? std::nullopt : std::optional<ZoneShape>{std::move(land)};
    }
    case AreaRef::Of::Zone:
        break;
    }
    const auto* zone = scenario.zone(area.id);
    return zone ? std::optional{zone->shape} : std::nullopt;
}

} // namespace

Skeleton skeleton_of(const ZoneShape& shape, const geo::Seas* seas) {
    return std::visit(SkeletonOf{seas}, shape);
}

std::vector<geo::Polyline> lines_of(const ZoneShape& shape, const geo::Seas* seas, int circle_points) {
    if (std::holds_alternative<LineShape>(shape) || std::holds_alternative<CorridorShape>(shape))
        return skeleton_of(shape, seas).lines;
    std::vector<geo::Polyline> lines;
    for (const auto& polygon : polygons_of(shape, seas, circle_points))
        for (const auto& ring : polygon.rings)
            std::ranges::move(geo::without_seams(ring), std::back_inserter(lines));
    return lines;
}

std::vector<geo::Polygon> polygons_of(const ZoneShape& shape, const geo::Seas* seas, int circle_points) {
    return std::visit(PolygonsOf{seas, circle_points}, shape);
}

std::vector<geo::Polygon> polygons_of(const Scenario& scenario, const AreaRef& area) {
    const auto shape = shape_of(scenario, area);
    return shape ? polygons_of(*shape, seas_of(scenario)) : std::vector<geo::Polygon>{};
}

std::string area_name(const Scenario& scenario, const AreaRef& area, Article article) {
    switch (area.of) {
    case AreaRef::Of::Sea: {
        const geo::Sea* sea = scenario.atlas ? scenario.atlas->seas.by_id(area.id) : nullptr;
        if (!sea) return area.id;
        return article == Article::Without || sea->article_name.empty() ? sea->name : sea->article_name;
    }
    case AreaRef::Of::Country: {
        const std::string_view name = geo::country_code_name(area.id);
        return name.empty() ? area.id : std::string{name};
    }
    case AreaRef::Of::Zone:
        break;
    }
    const Zone* zone = scenario.zone(area.id);
    return zone ? zone->name : area.id;
}

std::optional<geo::Box> extent_of(const ZoneShape& shape) {
    const Skeleton skeleton = skeleton_of(shape, nullptr);
    double west = 1e9, south = 1e9, east = -1e9, north = -1e9;
    for (const geo::Polyline& line : skeleton.lines)
        for (const geo::Degrees& d : line) {
            // Lines are continuous, but one can lie a turn away from the first.
            const double lon = west > east ? d.lon : west + geo::wrap_longitude(d.lon - west);
            west = std::min(west, lon);
            east = std::max(east, lon);
            south = std::min(south, d.lat);
            north = std::max(north, d.lat);
        }
    if (west > east) return std::nullopt;
    if (east - west >= 360) return geo::Box::from_degrees(-180, south, 180, north);
    const auto box = geo::Box::from_degrees(west, south, east, north);
    if (!box || skeleton.reach_km == 0) return box;
    // On a sphere of the least radius of the ellipsoid, which makes the box a little too large.
    constexpr double km_per_degree = 110.5, radians = std::numbers::pi / 180;
    const double reach = skeleton.reach_km / km_per_degree;
    south -= reach;
    north += reach;
    if (south <= -90 || north >= 90) // holds a pole, and so every longitude
        return geo::Box::from_degrees(-180, std::max(south, -90.0), 180, std::min(north, 90.0));
    // The meridian that touches a circle of `reach` about a point at latitude y is asin(sin(reach) / cos(y)) away.
    const double farthest_lat = std::max(std::abs(south + reach), std::abs(north - reach));
    const double aside = std::asin(std::min(1.0, std::sin(reach * radians) / std::cos(farthest_lat * radians)));
    west -= aside / radians;
    east += aside / radians;
    if (east - west >= 360) return geo::Box::from_degrees(-180, south, 180, north);
    return geo::Box::from_degrees(west, south, east, north);
}

std::optional<double> radius_about(const Scenario& scenario, const AreaRef& area, geo::LonLat centre) {
    const auto shape = shape_of(scenario, area);
    return shape ? farthest_km(skeleton_of(*shape, seas_of(scenario)), centre) : std::nullopt;
}

std::optional<CircleShape> enclosing_circle(const Scenario& scenario, const AreaRef& area) {
    const auto shape = shape_of(scenario, area);
    if (!shape) return std::nullopt;
    const auto centre = std::visit(LabelPoint{seas_of(scenario)}, *shape);
    const auto radius = centre ? farthest_km(skeleton_of(*shape, seas_of(scenario)), *centre) : std::nullopt;
    if (!radius) return std::nullopt;
    constexpr double least_km = 0.001;
    return CircleShape{*centre, std::max(*radius, least_km)};
}

} // namespace assets
