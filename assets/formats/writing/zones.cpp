#include "assets/formats/writing/writers.hpp"
#include "assets/schema/values.hpp"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

/// A longitude within 360 degrees that the reader turns into `lon` again when it makes the longitudes of a line
/// continuous.
double written_longitude(double lon, const geo::Degrees* before) {
    for (const double candidate : {lon, lon - 360, lon + 360})
        if (std::abs(candidate) <= 360 &&
            (!before || candidate + 360 * std::round((before->lon - candidate) / 360) == lon))
            return candidate;
    return std::remainder(lon, 360);
}

std::string coordinates(const geo::Polyline& line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i)
        text += fmt::format("{}[{}, {}]", i > 0 ? ", " : "",
                            number_text(written_longitude(line[i].lon, i > 0 ? &line[i - 1] : nullptr)),
                            number_text(line[i].lat));
    return '[' + text + ']';
}

template <class Things, class Write>
std::string list_of(const Things& things, Write write) {
    std::string text;
    for (const auto& thing : things)
        text += (text.empty() ? "" : ", ") + write(thing);
    return '[' + text + ']';
}

std::string coordinates(const geo::Polygon& polygon) {
    return list_of(polygon.rings, [](const geo::Ring& ring) { return coordinates(ring); });
}

std::string geometry(std::string_view type, const std::string& coordinates_text) {
    return fmt::format(R"({{"type": "{}", "coordinates": {}}})", type, coordinates_text);
}

std::string lines_geometry(const std::vector<geo::Polyline>& lines) {
    if (lines.size() == 1) return geometry("LineString", coordinates(lines.front()));
    return geometry("MultiLineString", list_of(lines, [](const geo::Polyline& line) { return coordinates(line); }));
}

std::string geometry_of(const ZoneShape& shape) {
    return std::visit(Overloaded{[](const CircleShape& circle) {
                                     return geometry("Point", fmt::format("[{}, {}]", number_text(circle.centre.lon()),
                                                                          number_text(circle.centre.lat())));
                                 },
                                 [](const CorridorShape& corridor) { return lines_geometry(corridor.lines); },
                                 [](const LineShape& line) { return lines_geometry(line.lines); },
                                 [](const AreaShape& area) {
                                     if (area.polygons.size() == 1)
                                         return geometry("Polygon", coordinates(area.polygons.front()));
                                     return geometry("MultiPolygon",
                                                     list_of(area.polygons, [](const geo::Polygon& polygon) {
                                                         return coordinates(polygon);
                                                     }));
                                 },
                                 [](const SeaShape&) {
                                     return std::string{"null"};
                                 }},
                      shape);
}

/// The text of a column as a value of JSON.
std::string json_value(Shape shape, const std::string& text) {
    return shape == Shape::Number || shape == Shape::Whole || shape == Shape::Flag ? text : string_literal(text);
}

std::string feature(const Zone& zone, const std::vector<Column<Zone>>& columns, WriteContext& context) {
    std::string properties;
    for (const Column<Zone>& column : columns) {
        const std::string text = column.write ? column.write(zone, context) : std::string{};
        if (text.empty() && !column.always) continue;
        properties +=
            fmt::format("{}\"{}\": {}", properties.empty() ? "" : ", ", column.name, json_value(column.shape, text));
    }
    return fmt::format("{{\"type\": \"Feature\", \"properties\": {{{}}},\n \"geometry\": {}}}", properties,
                       geometry_of(zone.shape));
}

} // namespace

std::string written_zones(const std::vector<Column<Zone>>& columns, WriteContext& context) {
    const auto& zones = context.scenario().zones;
    std::vector<std::string> features;
    for (const Zone& zone : zones)
        if (!zone.builtin) features.push_back(feature(zone, columns, context));
    if (features.empty()) return {};
    return fmt::format("{{\n\"type\": \"FeatureCollection\",\n\"features\": [\n{}\n]\n}}\n",
                       fmt::join(features, ",\n"));
}

} // namespace assets
