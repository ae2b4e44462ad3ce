#include "assets/formats/scenario/geometry.hpp"
#include "assets/formats/scenario/readers.hpp"
#include "assets/formats/text/csv.hpp"
#include "assets/formats/text/json_tree.hpp"
#include "assets/schema/blank.hpp"

#include <cmath>
#include <map>

#include <fmt/format.h>

namespace assets {
namespace {

using Kind = JsonValue::Kind;

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

/// What the features of a file have in common.
struct ZonesFile {
    std::uint16_t file;
    std::vector<ColumnInfo> columns;
    GeoJsonPositions positions;

    /// A property that is not a column: where it stands first, and in how many features.
    struct UnknownProperty {
        Spot first;
        int count = 0;
    };
    std::map<std::string, UnknownProperty> unknown{};
};

/// One warning for each unknown property, however many features have it.
void report_unknown_properties(Reading& reading, const ZonesFile& zones) {
    const auto known = names_of(zones.columns);
    for (const auto& [name, property] : zones.unknown) {
        std::string message = "is not a known property, so it is ignored";
        if (property.count > 1) message += fmt::format(", here and in {} more", property.count - 1);
        reading.findings.warning(code::unknown_key, property.first, message + did_you_mean(name, known));
    }
}

/// The id of a feature, a text or a number (RFC 7946, section 3.2); empty for none.
std::string feature_id(const JsonValue& feature) {
    const JsonValue* id = feature.find("id");
    const bool is_id = id && (id->kind == Kind::Text || id->kind == Kind::Number);
    return is_id ? property_text(*id).value_or("") : std::string{};
}

/// The properties as a record. Without a property `id`, the record has the feature's own id.
Record record_of(Reading& reading, ZonesFile& zones, const JsonValue& feature, std::size_t index) {
    Record record{zones.columns, zones.file};
    record.begin(feature.line);
    record.prefix = fmt::format("features[{}].properties.", index);
    if (auto id = feature_id(feature); !id.empty()) record.set("id", std::move(id), feature.line);
    const auto* properties = feature.find("properties");
    if (!properties) return record;
    for (const auto& value : properties->members) {
        const std::string& name = value.key;
        const Spot spot{zones.file, value.line, record.prefix + name};
        if (!record.has_column(name)) {
            auto& unknown = zones.unknown.try_emplace(name, ZonesFile::UnknownProperty{spot}).first->second;
            ++unknown.count;
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
    const auto bytes = read_whole(reading, {name, reading.geometry_folder / name}, {most_bytes});
    if (!bytes) return {};
    JsonResult json = parse_json(*bytes);
    const JsonValue* features = json.error.empty() ? json.value.find("features") : nullptr;
    const JsonValue* geometry =
        features && !features->items.empty() ? features->items.front().find("geometry") : nullptr;
    if (geometry) return *geometry;
    reading.findings.error(code::syntax, {reading.file_index(name), json.error_line}, "holds no geometry");
    return {};
}

/// Applies admit_text() to all keys and texts.
void admit_texts(JsonValue& value, Reading& reading, std::uint16_t file) {
    admit_text(value.key, reading.findings, {file, value.line});
    admit_text(value.text, reading.findings, {file, value.line, value.key});
    for (auto* children : {&value.items, &value.members})
        for (JsonValue& child : *children)
            admit_texts(child, reading, file);
}

void read_feature(Reading& reading, ZonesFile& zones, const JsonValue& feature, std::size_t index) {
    const std::uint16_t file = zones.file;
    const Spot spot{file, feature.line, fmt::format("features[{}]", index)};
    const JsonValue* type = feature.find("type");
    if (feature.kind != Kind::Object || !type || type->text != "Feature") {
        reading.findings.error(code::syntax, spot, "is not a GeoJSON Feature");
        return;
    }
    const Record record = record_of(reading, zones, feature, index);
    Fields fields{reading, record};
    Zone zone = zone_of(reading, fields);

    const JsonValue* value = feature.find("geometry");
    JsonValue of_other_file;
    if (const JsonValue* of = feature.find("geometry_of"); of && !reading.geometry_folder.empty()) {
        of_other_file = geometry_of(reading, of->text);
        value = &of_other_file;
    }
    const bool has_geometry = value && !is_empty_geometry(*value);
    std::optional<ZoneShape> shape;
    Spot geometry_spot{file, value ? value->line : feature.line, fmt::format("features[{}].geometry", index), zone.id};
    if (value && !has_geometry && !fields.has("sea")) {
        reading.findings.note(code::left_out, geometry_spot, "is empty, so the feature is left out");
        return;
    }
    if (has_geometry && fields.has("sea"))
        fields.error("sea", code::conflicting_values, "cannot be given together with a geometry, which must be null");
    else if (has_geometry)
        shape = read_geometry(reading, geometry_spot, zones.positions, *value, fields);
    else if (fields.has("sea"))
        shape = sea_shape(reading, fields);
    else
        reading.findings.error(code::bad_geometry, geometry_spot, "must be given unless the property sea is given");

    if (zone.kind == ZoneKind::RangeRing && shape && !std::holds_alternative<CircleShape>(*shape))
        reading.findings.error(code::bad_geometry, geometry_spot, "of a range_ring must be a Point with radius_km");
    add_zone(reading, fields, std::move(zone), std::move(shape));
}

/// An id for a feature without one, from its name, with a note.
std::string made_zone_id(Reading& reading, const Fields& fields) {
    std::string base = id_from_name(fields.text("name"));
    const bool has_name = !base.empty();
    if (!has_name) base = "zone";
    std::string id = base;
    for (int number = 2; reading.zone_ids.contains(id); ++number)
        id = fmt::format("{}-{}", base, number);
    reading.findings.note(code::read_as, fields.spot("id"),
                          has_name ? "is not given; it was made from the name" : "is not given; it was numbered");
    return id;
}

bool is_table(const InputFile& input) {
    const std::string extension = column_key(input.path.extension().string());
    return input.table || extension == ".csv" || extension == ".tsv" || extension == ".txt";
}

} // namespace

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

Zone zone_of(Reading& reading, Fields& fields) {
    Zone zone = blank<Zone>();
    const bool is_feature = !fields.record().prefix.empty();
    zone.id = is_feature && !fields.has("id") ? made_zone_id(reading, fields) : fields.id("id");
    fields.set_subject(zone.id);
    read_columns(zone, fields, reading.schema.zones);
    const double offset_h = reading.scenario.utc_offset_h;
    if (const auto from = fields.time("valid_from", offset_h)) zone.valid_from = from->first;
    if (const auto to = fields.time("valid_to", offset_h)) zone.valid_to = to->last;
    if (zone.valid_from && zone.valid_to && *zone.valid_to < *zone.valid_from)
        fields.error("valid_to", code::intervals_backwards,
                     fmt::format("{} is before the start, {}", in_quotes(fields.text("valid_to")),
                                 in_quotes(fields.text("valid_from"))));
    zone.line = fields.record().line();
    zone.file = fields.record().file();
    return zone;
}

void add_zone(Reading& reading, Fields& fields, Zone zone, std::optional<ZoneShape> shape) {
    if (zone.id.empty()) return;
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

void read_zones(Reading& reading, const InputFile& input) {
    if (is_table(input)) {
        read_zone_table(reading, input);
        return;
    }
    constexpr std::size_t most_bytes = std::size_t{256} << 20;
    const auto bytes = read_whole(reading, input, {most_bytes});
    if (!bytes) return;
    const std::uint16_t file = reading.file_index(input.name);
    std::string_view text = *bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    JsonResult json = parse_json(text);
    if (!json.error.empty()) {
        ++reading.unreadable_files;
        reading.findings.error(code::syntax, {file, json.error_line}, json.error);
        return;
    }
    admit_texts(json.value, reading, file);
    const JsonValue* type = json.value.find("type");
    const JsonValue* features = json.value.find("features");
    if (!type || type->text != "FeatureCollection" || !features || features->kind != Kind::Array) {
        ++reading.unreadable_files;
        reading.findings.error(code::syntax, {file, json.value.line}, "is not a GeoJSON FeatureCollection");
        return;
    }
    if (!features->numbers.empty())
        reading.findings.error(code::syntax, {file, features->line, "features"}, "holds numbers, not features");
    ZonesFile zones{file, infos_of(reading.schema.zones), GeoJsonPositions{reading, file, json.value}};
    for (std::size_t i = 0; i < features->items.size(); ++i) {
        const auto errors_before = reading.findings.errors();
        read_feature(reading, zones, features->items[i], i);
        ++reading.records;
        if (reading.findings.errors() > errors_before) ++reading.rejected;
    }
    report_unknown_properties(reading, zones);
}

} // namespace assets
