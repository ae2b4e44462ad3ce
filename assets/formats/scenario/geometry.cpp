#include "assets/formats/scenario/geometry.hpp"

#include "geo/earth/inside.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assets {
namespace {

using Kind = JsonValue::Kind;

constexpr double same_deg = 1e-9;

/// Reads the positions of one geometry. Only the first error is reported.
class GeometryReader {
public:
    GeometryReader(Reading& reading, Spot spot, const GeoJsonPositions& positions)
        : m_reading{reading}, m_spot{std::move(spot)}, m_positions{positions} {}

    std::nullopt_t fail(const JsonValue& at, std::string message, std::string_view code = code::bad_geometry) {
        if (m_ok) m_reading.findings.error(code, spot_at(at), std::move(message));
        m_ok = false;
        return std::nullopt;
    }

    std::optional<geo::Degrees> vertex(const JsonValue& value) {
        if (value.kind != Kind::Array || value.numbers.size() < 2)
            return fail(value, "a position must be [longitude, latitude]");
        const double x = value.numbers[0], y = value.numbers[1];
        if (m_positions.in_metres()) {
            if (const auto degrees = m_positions.degrees(x, y)) return degrees;
            return fail(value, fmt::format("[{}, {}] is not a place in the file's coordinate system", x, y),
                        code::out_of_range);
        }
        if (std::abs(y) > 90 && std::abs(y) <= 180 && std::abs(x) <= 90)
            return fail(value, fmt::format("latitude '{}' is not within -90 to 90; are lon and lat swapped?", y),
                        code::swapped_coordinates);
        if (!(std::abs(y) <= 90) || !(std::abs(x) <= 360))
            return fail(value, fmt::format("[{}, {}] is not a longitude and a latitude", x, y), code::out_of_range);
        return geo::Degrees{x, y};
    }

    /// Reads a line and makes its longitudes continuous, so that a line over the antimeridian is not torn apart.
    std::optional<geo::Polyline> line(const JsonValue& value, std::size_t least) {
        if (value.kind != Kind::Array || value.items.size() < least)
            return fail(value, fmt::format("at least {} positions are needed", least));
        geo::Polyline line;
        line.reserve(value.items.size());
        for (const auto& item : value.items) {
            const auto v = vertex(item);
            if (!v) return std::nullopt;
            line.push_back(*v);
        }
        make_continuous(line, value);
        return line;
    }

    std::optional<std::vector<geo::Polyline>> lines(const JsonValue& value) {
        std::vector<geo::Polyline> all;
        for (const auto& item : value.items) {
            auto one = line(item, 2);
            if (!one) return std::nullopt;
            all.push_back(std::move(*one));
        }
        if (all.empty()) return fail(value, "holds no line");
        return all;
    }

    std::optional<geo::Polygon> polygon(const JsonValue& value) {
        geo::Polygon polygon;
        for (const auto& item : value.items) {
            auto read = ring(item);
            if (!read) return std::nullopt;
            if (!polygon.rings.empty()) move_to(polygon.rings.front(), *read);
            polygon.rings.push_back(std::move(*read));
        }
        if (polygon.rings.empty()) return fail(value, "holds no ring");
        return polygon;
    }

private:
    [[nodiscard]] Spot spot_at(const JsonValue& at) const {
        Spot spot = m_spot;
        if (at.line > 0) spot.line = at.line;
        return spot;
    }

    void make_continuous(geo::Polyline& line, const JsonValue& at) {
        constexpr double half_turn = 180, doubtful_below = 270, full_turn = 360;
        double shift = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            // line[i - 1] is shifted already and line[i] not yet.
            const double width = line[i].lon + shift - line[i - 1].lon;
            const bool bounds_a_band =
                std::abs(std::abs(width) - full_turn) < same_deg && line[i].lat == line[i - 1].lat;
            if (std::abs(width) > half_turn && !bounds_a_band) {
                if (std::abs(width) < doubtful_below)
                    m_reading.findings.warning(
                        code::wide_edge, spot_at(at),
                        fmt::format("the edge from {:g} to {:g} degrees of longitude spans {:g} degrees, so it is "
                                    "drawn the short way, across the antimeridian; add a position between them to "
                                    "draw it the other way",
                                    line[i - 1].lon - shift, line[i].lon, std::abs(width)));
                shift -= full_turn * std::round(width / full_turn);
            }
            line[i].lon += shift;
        }
    }

    std::optional<geo::Ring> ring(const JsonValue& value) {
        constexpr std::size_t least_positions = 3;
        auto ring = line(value, least_positions);
        if (!ring) return std::nullopt;
        const double turns = std::round((ring->back().lon - ring->front().lon) / 360);
        const bool is_closed = std::abs(ring->front().lat - ring->back().lat) < same_deg &&
                               std::abs(ring->back().lon - ring->front().lon - 360 * turns) < same_deg;
        if (!is_closed) {
            m_reading.findings.note(code::geometry_mended, spot_at(value),
                                    "a ring ends elsewhere than it begins; it was closed");
            ring->push_back({ring->front().lon + 360 * turns, ring->front().lat});
        }
        if (!has_three_positions(*ring)) return fail(value, "a ring needs at least three different positions");
        if (turns != 0)
            close_over_pole(*ring);
        else
            ring->back() = ring->front();
        if (geo::crosses_itself(*ring))
            m_reading.findings.note(code::geometry_mended, spot_at(value),
                                    "a ring crosses itself; what it surrounds twice is not filled");
        return ring;
    }

    static bool has_three_positions(const geo::Ring& ring) {
        const auto is_same = [](const geo::Degrees& a, const geo::Degrees& b) {
            return std::abs(a.lon - b.lon) < same_deg && std::abs(a.lat - b.lat) < same_deg;
        };
        std::vector<geo::Degrees> different;
        for (const geo::Degrees& position : ring) {
            const auto known = std::ranges::find_if(different, [&](const auto& p) { return is_same(p, position); });
            if (known == different.end()) different.push_back(position);
            if (different.size() >= 3) return true;
        }
        return false;
    }

    /// Closes a ring that runs around the Earth along the parallel of a pole: of the two areas that it bounds, the
    /// smaller one in degrees is meant. Authors give rings either direction, so that the direction tells nothing.
    static void close_over_pole(geo::Ring& ring) {
        double sum = 0; // of latitude over longitude, on the way eastward
        for (std::size_t i = 1; i < ring.size(); ++i)
            sum += (ring[i].lon - ring[i - 1].lon) * (ring[i].lat + ring[i - 1].lat) / 2;
        const double mean_lat = sum / (ring.back().lon - ring.front().lon);
        const double pole = mean_lat >= 0 ? 90 : -90;
        const geo::Degrees first = ring.front(), last = ring.back();
        ring.push_back({last.lon, pole});
        ring.push_back({first.lon, pole});
        ring.push_back(first);
    }

    /// Shifts a hole by full turns so that it lies in the longitudes of its outline.
    static void move_to(const geo::Ring& outline, geo::Ring& hole) {
        const auto middle = [](const geo::Ring& ring) {
            const auto [west, east] = std::ranges::minmax_element(ring, {}, &geo::Degrees::lon);
            return (west->lon + east->lon) / 2;
        };
        const double shift = 360 * std::round((middle(outline) - middle(hole)) / 360);
        for (auto& vertex : hole)
            vertex.lon += shift;
    }

    Reading& m_reading;
    Spot m_spot;
    const GeoJsonPositions& m_positions;
    bool m_ok = true;
};

std::optional<ZoneShape> circle(GeometryReader& reader, const JsonValue& coordinates, Fields& fields) {
    const auto centre = reader.vertex(coordinates);
    const auto radius_km = fields.number("radius_km");
    if (centre && !radius_km && !fields.has("radius_km"))
        fields.error("radius_km", code::missing_value, "must be given for a Point, which is the centre of a circle");
    if (!centre || !radius_km) return std::nullopt;
    return CircleShape{geo::lonlat(centre->lon, centre->lat), *radius_km};
}

/// What the geometries of a feature amount to: lines or polygons, but not both.
struct Parts {
    std::vector<geo::Polyline> lines;
    std::vector<geo::Polygon> polygons;
};

bool add_parts(GeometryReader& reader, const JsonValue& value, Parts& parts) {
    const auto refuse = [&](const JsonValue& at, std::string why) {
        reader.fail(at, std::move(why));
        return false;
    };
    const JsonValue* type = value.find("type");
    if (!type || type->kind != Kind::Text) return refuse(value, "a geometry must have a type");
    if (is_empty_geometry(value)) return true; // a part of a collection
    const std::string& t = type->text;
    if (t == "GeometryCollection") {
        const JsonValue* geometries = value.find("geometries");
        if (!geometries || geometries->kind != Kind::Array)
            return refuse(value, "a GeometryCollection must have geometries");
        return std::ranges::all_of(geometries->items,
                                   [&](const JsonValue& part) { return add_parts(reader, part, parts); });
    }
    const JsonValue* coordinates = value.find("coordinates");
    if (!coordinates || coordinates->kind != Kind::Array) return refuse(value, "a geometry must have coordinates");
    if (t == "LineString") {
        auto line = reader.line(*coordinates, 2);
        if (line) parts.lines.push_back(std::move(*line));
        return line.has_value();
    }
    if (t == "MultiLineString") {
        auto lines = reader.lines(*coordinates);
        if (lines) std::ranges::move(*lines, std::back_inserter(parts.lines));
        return lines.has_value();
    }
    const auto add_polygon = [&](const JsonValue& rings) {
        auto polygon = reader.polygon(rings);
        if (polygon) parts.polygons.push_back(std::move(*polygon));
        return polygon.has_value();
    };
    if (t == "Polygon") return add_polygon(*coordinates);
    if (t == "MultiPolygon") return std::ranges::all_of(coordinates->items, add_polygon);
    return refuse(*type, fmt::format("{} cannot be a zone; use a Point, a line or a polygon", in_quotes(t)));
}

/// The code of a coordinate system in a name such as "EPSG:3857" or "urn:ogc:def:crs:EPSG::3857"; empty for others.
std::string_view epsg_code(std::string_view name) {
    const auto digits = name.find_last_not_of("0123456789");
    const bool is_epsg = name.find("EPSG") != std::string_view::npos || name.find("epsg") != std::string_view::npos;
    return is_epsg && digits != std::string_view::npos ? name.substr(digits + 1) : std::string_view{};
}

} // namespace

GeoJsonPositions::GeoJsonPositions(Reading& reading, std::uint16_t file, const JsonValue& collection) {
    const JsonValue* crs = collection.find("crs");
    if (!crs || crs->kind == Kind::Null) return;
    const Spot spot{file, crs->line, "crs"};
    const JsonValue* type = crs->find("type");
    const JsonValue* properties = crs->find("properties");
    const JsonValue* name = properties ? properties->find("name") : nullptr;
    if (!type || type->text != "name" || !name || name->kind != Kind::Text) {
        reading.findings.error(code::bad_geometry, spot, "names no coordinate system; use WGS 84 or EPSG:n");
        return;
    }
    const std::string_view code = epsg_code(name->text);
    if (name->text.find("CRS84") != std::string::npos || code == "4326" || code == "4979") return;
    try {
        if (code.empty()) throw geo::ProjectionError{"it is not an EPSG code"};
        const std::string definition = fmt::format("EPSG:{}", code);
        m_projection = geo::Projection::make(definition, geo::lonlat(0, 0));
        reading.findings.note(code::other_crs, spot,
                              fmt::format("positions were transformed from {} to WGS 84", definition));
    } catch (const geo::ProjectionError& error) { // becomes a finding that names the coordinate system
        reading.findings.error(
            code::bad_geometry, spot,
            fmt::format("the coordinate system {} cannot be read: {}", in_quotes(name->text), error.what()));
    }
}

std::optional<geo::Degrees> GeoJsonPositions::degrees(double x, double y) const {
    if (!m_projection) return geo::Degrees{x, y};
    const auto point = m_projection->inverse({x, y});
    return point ? std::optional{geo::Degrees{point->lon(), point->lat()}} : std::nullopt;
}

bool is_empty_geometry(const JsonValue& geometry) {
    if (geometry.kind == Kind::Null) return true;
    const auto is_empty = [](const JsonValue* list) {
        return list && list->kind == Kind::Array && list->items.empty() && list->numbers.empty();
    };
    if (const JsonValue* parts = geometry.find("geometries"); parts && parts->kind == Kind::Array)
        return std::ranges::all_of(parts->items, is_empty_geometry);
    return is_empty(geometry.find("coordinates"));
}

std::optional<ZoneShape> read_geometry(Reading& reading, const Spot& spot, const GeoJsonPositions& positions,
                                       const JsonValue& geometry, Fields& fields) {
    GeometryReader reader{reading, spot, positions};
    const JsonValue* type = geometry.find("type");
    const JsonValue* coordinates = geometry.find("coordinates");
    const auto half_width_km = fields.number("half_width_km");
    if (type && type->text == "Point" && coordinates && coordinates->kind == Kind::Array) {
        if (fields.has("half_width_km"))
            fields.error("half_width_km", code::conflicting_values, "is for lines, not for a Point");
        return circle(reader, *coordinates, fields);
    }
    Parts parts;
    if (!add_parts(reader, geometry, parts)) return std::nullopt;
    if (fields.has("radius_km"))
        fields.error("radius_km", code::conflicting_values, fmt::format("is for a Point, not for a {}", type->text));
    if (!parts.lines.empty() && !parts.polygons.empty())
        return reader.fail(geometry, "holds both lines and polygons; make a zone of each");
    if (!parts.polygons.empty()) {
        if (fields.has("half_width_km"))
            fields.error("half_width_km", code::conflicting_values,
                         fmt::format("is for lines, not for a {}", type->text));
        return AreaShape{std::move(parts.polygons)};
    }
    if (parts.lines.empty()) return reader.fail(geometry, "holds neither a line nor a polygon");
    return half_width_km ? ZoneShape{CorridorShape{std::move(parts.lines), *half_width_km}}
                         : ZoneShape{LineShape{std::move(parts.lines)}};
}

} // namespace assets
