#include "assets/formats/writing/writers.hpp"
#include "assets/model/names.hpp"

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

/// A longitude that the reader, which makes those of a line continuous, turns into this one again. Files hold none
/// beyond 360 degrees.
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
        text +=
            fmt::format("{}[{}, {}]", i > 0 ? ", " : "",
                        number(written_longitude(line[i].lon, i > 0 ? &line[i - 1] : nullptr)), number(line[i].lat));
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
                                     return geometry("Point", fmt::format("[{}, {}]", number(circle.centre.lon()),
                                                                          number(circle.centre.lat())));
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

std::string feature(const Scenario& scenario, const Zone& zone) {
    std::string properties = "\"id\": " + string_literal(zone.id);
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) properties += fmt::format(", \"{}\": {}", name, value);
    };
    const auto add_text = [&](std::string_view name, std::string_view text) {
        if (!text.empty()) add(name, string_literal(text));
    };
    add_text("name", zone.name);
    add_text("kind", name_of(zone.kind));
    add_text("status", name_of(zone.status));
    add_text("drawn", name_of(zone.drawn));
    if (zone.open_ends) add("open_ends", "true");
    if (zone.valid_from) add_text("valid_from", beginning(*zone.valid_from, scenario.utc_offset_h));
    if (zone.valid_to) add_text("valid_to", ending(*zone.valid_to, scenario.utc_offset_h));
    if (const auto* circle = std::get_if<CircleShape>(&zone.shape)) add("radius_km", number(circle->radius_km));
    if (const auto* corridor = std::get_if<CorridorShape>(&zone.shape))
        add("half_width_km", number(corridor->half_width_km));
    if (const auto* sea = std::get_if<SeaShape>(&zone.shape)) add_text("sea", sea->sea_id);
    add_text("confidence", name_of(zone.confidence));
    add_text("sources", ids_of(scenario, zone.sources));
    add_text("note", zone.note);
    return fmt::format("{{\"type\": \"Feature\", \"properties\": {{{}}},\n \"geometry\": {}}}", properties,
                       geometry_of(zone.shape));
}

} // namespace

std::string written_zones(const Scenario& scenario) {
    if (scenario.zones.empty()) return {};
    std::vector<std::string> features;
    for (const Zone& zone : scenario.zones)
        features.push_back(feature(scenario, zone));
    return fmt::format("{{\n\"type\": \"FeatureCollection\",\n\"features\": [\n{}\n]\n}}\n",
                       fmt::join(features, ",\n"));
}

} // namespace assets
