// Zones in a table: a sheet `zones` or a CSV file.
#include "assets/formats/scenario/geometry.hpp"
#include "assets/formats/scenario/readers.hpp"
#include "assets/formats/text/csv.hpp"
#include "assets/formats/text/wkt.hpp"
#include "geo/earth/coordinates.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

using Name = std::string_view;
using Kind = JsonValue::Kind;

/// A geometry as GeoJSON has it, or why a text is none.
struct Outline {
    JsonValue geometry{};
    std::string problem{}; ///< a sentence about the text
};

/// A corner: two numbers are longitude and latitude in degrees, anything else a position with letters or marks.
std::optional<JsonValue> corner(const NumberReader& numbers, const std::string& text) {
    constexpr double most_lon = 360, most_lat = 90;
    const auto words = list_items(text, " \t");
    if (words.size() == 2) {
        const auto lon = numbers.read(words[0], -most_lon, most_lon).value;
        const auto lat = numbers.read(words[1], -most_lat, most_lat).value;
        if (lon && lat) return position_value(*lon, *lat);
    }
    const geo::PositionText read = geo::read_position(text);
    if (!read.position || read.assumed_order) return std::nullopt;
    return position_value(read.position->lon(), read.position->lat());
}

/// Corners joined by `;`: a ring for an area, which need not end where it begins.
Outline corners_of(const NumberReader& numbers, const std::string& text, bool is_ring) {
    const auto parts = list_items(text, ";\n");
    JsonValue corners;
    corners.kind = Kind::Array;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto read = corner(numbers, parts[i]);
        if (!read)
            return {{},
                    fmt::format("{} (point {}) is not a position; write longitude, a blank and latitude, such as 127.5 "
                                "37.2, or letters, such as 37.2 N 127.5 E, and join points by ;",
                                in_quotes(parts[i]), i + 1)};
        corners.items.push_back(std::move(*read));
    }
    if (!is_ring) return {geometry_value("LineString", std::move(corners))};
    if (corners.items.size() == 1) return {geometry_value("Point", corners.items.front())};
    if (!corners.items.empty() && corners.items.front().numbers != corners.items.back().numbers)
        corners.items.push_back(corners.items.front());
    JsonValue rings;
    rings.kind = Kind::Array;
    rings.items.push_back(std::move(corners));
    return {geometry_value("Polygon", std::move(rings))};
}

/// Findings about a cell are of its row, not of a line inside it.
void forget_lines(JsonValue& value) {
    value.line = 0;
    for (auto* children : {&value.items, &value.members})
        std::ranges::for_each(*children, forget_lines);
}

bool is_hexadecimal(const std::string& text) {
    constexpr std::size_t least = 18; // byte order, type and a coordinate
    return text.size() >= least && text.find_first_not_of("0123456789ABCDEFabcdef") == std::string::npos;
}

Outline outline_of(const NumberReader& numbers, const std::string& text, bool is_ring) {
    if (is_hexadecimal(text)) return {{}, "is binary; write it as WKT: POLYGON ((126 33, 128 33, 128 35, 126 33))"};
    if (is_wkt(text)) {
        WktResult wkt = parse_wkt(text);
        return {std::move(wkt.geometry), wkt.problem};
    }
    if (!text.starts_with('{')) return corners_of(numbers, text, is_ring);
    JsonResult json = parse_json(text);
    if (!json.error.empty()) return {{}, "as GeoJSON: " + json.error};
    forget_lines(json.value);
    if (const JsonValue* geometry = json.value.find("geometry")) return {*geometry};
    return {std::move(json.value)};
}

/// The shape from `outline` or `line`.
std::optional<ZoneShape> drawn_shape(Reading& reading, Fields& fields, Name column, const GeoJsonPositions& positions) {
    const bool is_ring = column == "outline";
    const Outline outline = outline_of(fields.record().numbers, fields.text(column), is_ring);
    std::string problem = outline.problem;
    if (problem.empty() && is_empty_geometry(outline.geometry)) problem = "has no position";
    const JsonValue* type = outline.geometry.find("type");
    if (problem.empty() && !is_ring && type && type->text.find("Line") == std::string::npos)
        problem = fmt::format("is a {}, not a line; write it in the column outline", type->text);
    if (problem.empty()) return read_geometry(reading, fields.spot(column), positions, outline.geometry, fields);
    fields.error(column, code::bad_geometry, problem);
    return std::nullopt;
}

/// The shape from the centre and radius_km.
std::optional<ZoneShape> circle(Fields& fields, Name column) {
    const auto centre = fields.position();
    const auto radius_km = fields.number("radius_km");
    if (fields.has("half_width_km"))
        fields.error("half_width_km", code::conflicting_values, "is for lines, not for a circle");
    if (!fields.has("radius_km"))
        fields.error("radius_km", code::missing_value, fmt::format("must be given beside {}", column));
    if (!centre || !radius_km) return std::nullopt;
    return CircleShape{*centre, *radius_km};
}

std::optional<ZoneShape> shape_of(Reading& reading, Fields& fields, const GeoJsonPositions& positions) {
    std::vector<Name> given;
    for (const Name column : {Name{"outline"}, Name{"line"}, Name{"position"}, Name{"lon"}, Name{"sea"}})
        if (fields.has(column) || (column == "lon" && fields.has("lat"))) given.push_back(column);
    if (given.size() != 1) {
        const Name at = given.empty() ? Name{"outline"} : given.back();
        fields.error(at, given.empty() ? code::bad_geometry : code::conflicting_values,
                     given.empty() ? "must be given unless line, lon and lat with radius_km, or sea are given"
                                   : fmt::format("cannot be given together with {}", given.front()));
        return std::nullopt;
    }
    if (given.front() == "sea") return sea_shape(reading, fields);
    if (given.front() == "position" || given.front() == "lon") return circle(fields, given.front());
    return drawn_shape(reading, fields, given.front(), positions);
}

} // namespace

void read_zone_table(Reading& reading, const InputFile& input) {
    const auto columns = reading.schema.table_columns_of(TableId::Zones);
    const GeoJsonPositions positions;
    read_table(reading, input, columns, [&](const Record& record) {
        Fields fields{reading, record};
        Zone zone = zone_of(reading, fields);
        auto shape = shape_of(reading, fields, positions);
        if (zone.kind == ZoneKind::RangeRing && shape && !std::holds_alternative<CircleShape>(*shape))
            fields.error("kind", code::bad_geometry, "range_ring must be a circle: lon, lat and radius_km");
        add_zone(reading, fields, std::move(zone), std::move(shape));
    });
}

} // namespace assets
