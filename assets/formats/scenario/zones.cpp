#include "assets/formats/scenario/readers.hpp"
#include "assets/formats/text/csv.hpp"
#include "assets/formats/text/json_tree.hpp"
#include "assets/schema/blank.hpp"

#include <cmath>

#include <fmt/format.h>

namespace assets {
namespace {

using Kind = JsonValue::Kind;

/// Reads the vertices of one geometry. Only the first error is reported.
class Geometry {
public:
    Geometry(Reading& reading, Spot spot) : m_reading{reading}, m_spot{std::move(spot)} {}
    [[nodiscard]] bool ok() const noexcept { return m_ok; }

    std::nullopt_t fail(const JsonValue& at, std::string message, std::string_view code = code::bad_geometry) {
        if (m_ok) {
            Spot spot = m_spot;
            spot.line = at.line > 0 ? at.line : m_spot.line;
            m_reading.findings.error(code, spot, std::move(message));
        }
        m_ok = false;
        return std::nullopt;
    }

    std::optional<geo::Degrees> vertex(const JsonValue& value) {
        if (value.kind != Kind::Array || value.numbers.size() < 2)
            return fail(value, "a position must be [longitude, latitude]");
        const double lon = value.numbers[0], lat = value.numbers[1];
        if (std::abs(lat) > 90 && std::abs(lat) <= 180 && std::abs(lon) <= 90)
            return fail(value, fmt::format("latitude '{}' is not within -90 to 90; are lon and lat swapped?", lat),
                        code::swapped_coordinates);
        if (!(std::abs(lat) <= 90) || !(std::abs(lon) <= 360))
            return fail(value, fmt::format("[{}, {}] is not a longitude and a latitude", lon, lat), code::out_of_range);
        return geo::Degrees{lon, lat};
    }

    /// Reads a line and makes its longitudes continuous, so that a line over the antimeridian is not torn apart.
    std::optional<geo::Polyline> line(const JsonValue& value, std::size_t least) {
        if (value.kind != Kind::Array || value.items.size() < least)
            return fail(value, fmt::format("at least {} positions are needed", least));
        geo::Polyline line;
        line.reserve(value.items.size());
        for (const auto& item : value.items) {
            auto v = vertex(item);
            if (!v) return std::nullopt;
            if (!line.empty()) v->lon += 360 * std::round((line.back().lon - v->lon) / 360);
            line.push_back(*v);
        }
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
        constexpr std::size_t least = 4;
        geo::Polygon polygon;
        for (const auto& item : value.items) {
            auto ring = line(item, least);
            if (!ring) return std::nullopt;
            if (std::abs(ring->front().lon - ring->back().lon) > 1e-9 || ring->front().lat != ring->back().lat)
                return fail(item, "a ring must end at the position where it begins");
            ring->back() = ring->front();
            polygon.rings.push_back(std::move(*ring));
        }
        if (polygon.rings.empty()) return fail(value, "holds no ring");
        return polygon;
    }

private:
    Reading& m_reading;
    Spot m_spot;
    bool m_ok = true;
};

std::optional<ZoneShape> shape_from(Geometry& geometry, const JsonValue& value, std::optional<double> radius_km,
                                    std::optional<double> half_width_km, Fields& fields) {
    const JsonValue* type = value.find("type");
    const JsonValue* coordinates = value.find("coordinates");
    if (!type || type->kind != Kind::Text) return geometry.fail(value, "a geometry must have a type");
    const std::string& t = type->text;
    const bool is_line = t == "LineString" || t == "MultiLineString";
    if (t != "Point" && !is_line && t != "Polygon" && t != "MultiPolygon")
        return geometry.fail(*type, fmt::format("{} cannot be a zone; use a Point, a line or a polygon", in_quotes(t)));
    if (!coordinates || coordinates->kind != Kind::Array)
        return geometry.fail(value, "a geometry must have coordinates");
    if (half_width_km && !is_line)
        fields.error("half_width_km", code::conflicting_values, fmt::format("is for lines, not for a {}", t));
    if (radius_km && t != "Point")
        fields.error("radius_km", code::conflicting_values, fmt::format("is for a Point, not for a {}", t));
    if (t == "Point") {
        const auto v = geometry.vertex(*coordinates);
        if (v && !radius_km && !fields.has("radius_km"))
            fields.error("radius_km", code::missing_value,
                         "must be given for a Point, which is the centre of a circle");
        if (!v || !radius_km) return std::nullopt;
        return CircleShape{geo::lonlat(v->lon, v->lat), *radius_km};
    }
    if (is_line) {
        std::optional<std::vector<geo::Polyline>> lines;
        if (t == "MultiLineString")
            lines = geometry.lines(*coordinates);
        else if (auto one = geometry.line(*coordinates, 2))
            lines = {std::move(*one)};
        if (!lines) return std::nullopt;
        return half_width_km ? ZoneShape{CorridorShape{std::move(*lines), *half_width_km}}
                             : ZoneShape{LineShape{std::move(*lines)}};
    }
    if (t == "Polygon") {
        auto polygon = geometry.polygon(*coordinates);
        return polygon ? std::optional<ZoneShape>{AreaShape{{std::move(*polygon)}}} : std::nullopt;
    }
    AreaShape area;
    for (const auto& item : coordinates->items) {
        auto polygon = geometry.polygon(item);
        if (!polygon) return std::nullopt;
        area.polygons.push_back(std::move(*polygon));
    }
    if (area.polygons.empty()) return geometry.fail(*coordinates, "holds no polygon");
    return area;
}

/// The shape of a zone that names a built-in sea instead of a geometry.
std::optional<ZoneShape> sea_shape(Reading& reading, Fields& fields) {
    const std::string id = fields.text("sea");
    const auto* atlas = reading.scenario.atlas.get();
    if (atlas && atlas->seas.by_id(id)) return SeaShape{id};
    std::vector<std::string_view> names;
    if (atlas)
        for (const auto& sea : atlas->seas.seas())
            names.push_back(sea.id);
    fields.error("sea", code::unknown_id, fmt::format("there is no sea {}{}", in_quotes(id), did_you_mean(id, names)));
    return std::nullopt;
}

/// A property as the text of a CSV cell; nothing for an object or an array that holds anything but texts.
std::optional<std::string> property_text(const JsonValue& value) {
    switch (value.kind) {
    case Kind::Null:
        return std::string{};
    case Kind::Bool:
        return value.boolean ? "true" : "false";
    case Kind::Number:
        return fmt::format("{}", value.number);
    case Kind::Text:
        return value.text;
    case Kind::Array: {
        std::string joined;
        for (const auto& item : value.items) {
            if (item.kind != Kind::Text) return std::nullopt;
            joined += (joined.empty() ? "" : ";") + item.text;
        }
        return value.numbers.empty() ? std::optional{joined} : std::nullopt;
    }
    case Kind::Object:
        break;
    }
    return std::nullopt;
}

/// The properties as a record. Without a property `id`, the record has the feature's own id (RFC 7946).
Record record_of(Reading& reading, std::span<const ColumnInfo> columns, std::uint16_t file, const JsonValue& feature,
                 std::size_t index) {
    Record record{columns, file};
    record.begin(feature.line);
    record.prefix = fmt::format("features[{}].properties.", index);
    if (const auto* id = feature.find("id"); id && id->kind == Kind::Text) record.set("id", id->text, id->line);
    const auto* properties = feature.find("properties");
    if (!properties) return record;
    for (const auto& value : properties->members) {
        const std::string& name = value.key;
        const Spot spot{file, value.line, record.prefix + name};
        if (!record.has_column(name)) {
            reading.findings.warning(code::unknown_key, spot,
                                     "is not a known property, so it is ignored" + did_you_mean(name, record.names()));
            continue;
        }
        auto text = property_text(value);
        if (!text)
            reading.findings.error(code::bad_value, spot, "must be a text, a number or a list of texts");
        else if (!text->empty())
            record.set(name, std::move(*text), value.line);
    }
    return record;
}

/// The geometry of the first feature of another file, for built-in zones. Null and a finding if there is none.
JsonValue geometry_of(Reading& reading, const std::string& name) {
    constexpr std::size_t most_bytes = std::size_t{16} << 20;
    const auto bytes = read_whole(reading, {name, reading.geometry_folder / name}, most_bytes);
    if (!bytes) return {};
    JsonResult json = parse_json(*bytes);
    const JsonValue* features = json.error.empty() ? json.value.find("features") : nullptr;
    const JsonValue* geometry =
        features && !features->items.empty() ? features->items.front().find("geometry") : nullptr;
    if (geometry) return *geometry;
    reading.findings.error(code::syntax, {reading.file_index(name), json.error_line}, "holds no geometry");
    return {};
}

void read_feature(Reading& reading, std::span<const ColumnInfo> columns, std::uint16_t file, const JsonValue& feature,
                  std::size_t index) {
    const Spot spot{file, feature.line, fmt::format("features[{}]", index)};
    const JsonValue* type = feature.find("type");
    if (feature.kind != Kind::Object || !type || type->text != "Feature") {
        reading.findings.error(code::syntax, spot, "is not a GeoJSON Feature");
        return;
    }
    const Record record = record_of(reading, columns, file, feature, index);
    Fields fields{reading, record};
    Zone zone = blank<Zone>();
    zone.id = fields.id("id");
    fields.set_subject(zone.id);
    read_columns(zone, fields, reading.schema.zones);
    const double offset_h = reading.scenario.utc_offset_h;
    if (const auto from = fields.time("valid_from", offset_h)) zone.valid_from = from->first;
    if (const auto to = fields.time("valid_to", offset_h)) zone.valid_to = to->last;
    if (zone.valid_from && zone.valid_to && *zone.valid_to < *zone.valid_from)
        fields.error("valid_to", code::intervals_backwards,
                     fmt::format("{} is before the start, {}", in_quotes(fields.text("valid_to")),
                                 in_quotes(fields.text("valid_from"))));
    const auto radius_km = fields.number("radius_km");
    const auto half_width_km = fields.number("half_width_km");
    zone.line = feature.line;
    zone.file = file;

    const JsonValue* value = feature.find("geometry");
    JsonValue of_other_file;
    if (const JsonValue* of = feature.find("geometry_of"); of && !reading.geometry_folder.empty()) {
        of_other_file = geometry_of(reading, of->text);
        value = &of_other_file;
    }
    const bool has_geometry = value && value->kind != Kind::Null;
    std::optional<ZoneShape> shape;
    Spot geometry_spot{file, value ? value->line : feature.line, fmt::format("features[{}].geometry", index), zone.id};
    Geometry geometry{reading, geometry_spot};
    if (has_geometry && fields.has("sea"))
        fields.error("sea", code::conflicting_values, "cannot be given together with a geometry, which must be null");
    else if (has_geometry)
        shape = shape_from(geometry, *value, radius_km, half_width_km, fields);
    else if (fields.has("sea"))
        shape = sea_shape(reading, fields);
    else
        reading.findings.error(code::bad_geometry, geometry_spot, "must be given unless the property sea is given");

    if (zone.kind == ZoneKind::RangeRing && shape && !std::holds_alternative<CircleShape>(*shape))
        reading.findings.error(code::bad_geometry, geometry_spot, "of a range_ring must be a Point with radius_km");

    if (!zone.id.empty()) {
        const auto [known, is_new] =
            reading.zone_ids.try_emplace(zone.id, static_cast<ZoneIndex>(reading.scenario.zones.size()));
        if (!is_new) {
            fields.error("id", code::duplicate, fmt::format("{} appears twice", in_quotes(zone.id)));
            return;
        }
        // A faulty zone keeps its id and its index, so that fixes with this id are not errors.
        zone.shape = shape ? std::move(*shape) : ZoneShape{SeaShape{}};
        reading.scenario.zones.push_back(std::move(zone));
    }
}

} // namespace

void read_zones(Reading& reading, const InputFile& input) {
    constexpr std::size_t most_bytes = std::size_t{256} << 20;
    const auto bytes = read_whole(reading, input, most_bytes);
    if (!bytes) return;
    const std::uint16_t file = reading.file_index(input.name);
    std::string_view text = *bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const JsonResult json = parse_json(text);
    if (!json.error.empty()) {
        ++reading.unreadable_files;
        reading.findings.error(code::syntax, {file, json.error_line}, json.error);
        return;
    }
    const JsonValue* type = json.value.find("type");
    const JsonValue* features = json.value.find("features");
    if (!type || type->text != "FeatureCollection" || !features || features->kind != Kind::Array) {
        ++reading.unreadable_files;
        reading.findings.error(code::syntax, {file, json.value.line}, "is not a GeoJSON FeatureCollection");
        return;
    }
    if (!features->numbers.empty())
        reading.findings.error(code::syntax, {file, features->line, "features"}, "holds numbers, not features");
    const auto columns = infos_of(reading.schema.zones);
    for (std::size_t i = 0; i < features->items.size(); ++i) {
        const auto errors_before = reading.findings.errors();
        read_feature(reading, columns, file, features->items[i], i);
        ++reading.records;
        if (reading.findings.errors() > errors_before) ++reading.rejected;
    }
}

} // namespace assets
