#include "app/state/state_writer.hpp"

#include "app/state/state_areas.hpp"
#include "app/state/state_words.hpp"
#include "assets/formats/text/quote.hpp"
#include "assets/model/area.hpp"
#include "assets/timeline/between/reach_area.hpp"
#include "render/map/words/feeds/feed_wording.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace app {

using assets::Scenario;
using assets::Snapshot;
using assets::State;

namespace {

// Values of a record, from which JSON, GeoJSON and CSV are all written.
struct Number {
    double value;
    int decimals;
};
using Strings = std::vector<std::string>;
using Integers = std::vector<int>;
using Value = std::variant<std::monostate, std::string, Number, Strings, Integers>;
using Record = std::vector<std::pair<std::string_view, Value>>;

Value text_or_null(std::string_view text) {
    return text.empty() ? Value{} : Value{std::string{text}};
}
Value number_or_null(std::optional<double> value, int decimals = 3) {
    return value ? Value{Number{*value, decimals}} : Value{};
}

std::string_view word(assets::PointIs point) {
    switch (point) {
    case assets::PointIs::None:
        return "";
    case assets::PointIs::Position:
        return "position";
    case assets::PointIs::StandIn:
        return "stand_in";
    }
    return "";
}

/// The place as the report names it, else its sea in running text or its zone. Never translated: scripts compare it.
std::string place_of(const Scenario& s, const State& state) {
    if (!state.place().empty() || !state.area()) return std::string{state.place()};
    return assets::area_name(s, *state.area(), assets::Article::With);
}

/// The keys of an asset in `state --format json`, in order. Scripts rely on them.
Record record_of(const Scenario& s, const State& state) {
    const assets::Asset& asset = s.assets[state.asset];
    const auto lon = state.where ? std::optional{state.where->lon()} : std::nullopt;
    const auto lat = state.where ? std::optional{state.where->lat()} : std::nullopt;
    Strings sources;
    for (const assets::SourceIndex source : state.sources())
        sources.push_back(s.sources.at(source).id);
    return {
        {"id", asset.id},
        {"name", asset.name},
        {"type", std::string{assets::to_string(asset.type)}},
        {"sidc", text_or_null(asset.sidc)},
        {"country", text_or_null(asset.country)},
        {"how", std::string{assets::to_string(state.how)}},
        {"point", text_or_null(word(state.point))},
        {"lon", number_or_null(lon, 6)},
        {"lat", number_or_null(lat, 6)},
        {"radius_km", number_or_null(state.radius_km)},
        {"area", text_or_null(state.area() ? state.area()->id : "")},
        {"age_h", number_or_null(state.age_h)},
        {"course_deg", number_or_null(state.course_deg)},
        {"speed_kn", number_or_null(state.speed_kn)},
        {"place", text_or_null(place_of(s, state))},
        {"activity", text_or_null(assets::to_string(state.activity))},
        {"confidence", text_or_null(assets::to_string(state.confidence))},
        {"confidence_date", text_or_null(assets::to_string(state.confidence_date))},
        {"grade", text_or_null(state.grade())},
        {"sources", sources},
        {"rows", state.rows()},
        {"flags", state.flags.names()},
    };
}

std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

template <class T, class Write>
std::string joined(const std::vector<T>& items, std::string_view separator, Write write) {
    std::string text;
    for (const T& item : items) {
        if (&item != &items.front()) text += separator;
        text += write(item);
    }
    return text;
}

constexpr auto integer = [](int i) {
    return fmt::format("{}", i);
};

std::string json_text(const Value& value) {
    struct {
        std::string operator()(std::monostate) const { return "null"; }
        std::string operator()(const std::string& text) const { return quoted(text); }
        std::string operator()(Number n) const { return trimmed(n.value, n.decimals); }
        std::string operator()(const Strings& list) const { return fmt::format("[{}]", joined(list, ", ", quoted)); }
        std::string operator()(const Integers& list) const { return fmt::format("[{}]", joined(list, ", ", integer)); }
    } write;
    return std::visit(write, value);
}

std::string json_members(const Record& record) {
    std::string text;
    for (const auto& [key, value] : record)
        text += fmt::format("{}\"{}\": {}", text.empty() ? "" : ", ", key, json_text(value));
    return text;
}

std::string braced(const std::string& members) {
    return fmt::format("{{{}}}", members);
}

/// With an apostrophe before a text that a spreadsheet would take for a formula and run.
std::string not_a_formula(std::string text) {
    if (!text.empty() && std::string_view{"=+-@"}.find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    return text;
}

std::string csv_text(const Value& value) {
    struct {
        std::string operator()(std::monostate) const { return ""; }
        std::string operator()(const std::string& text) const { return assets::csv_cell(not_a_formula(text)); }
        std::string operator()(Number n) const { return trimmed(n.value, n.decimals); }
        std::string operator()(const Strings& list) const {
            return assets::csv_cell(not_a_formula(joined(list, ";", [](const std::string& s) { return s; })));
        }
        std::string operator()(const Integers& list) const { return assets::csv_cell(joined(list, ";", integer)); }
    } write;
    return std::visit(write, value);
}

/// One record per line, so that two outputs can be compared line by line.
std::string lines_of(const std::vector<std::string>& records) {
    std::string text = "[";
    for (const std::string& record : records)
        text += (&record == &records.front() ? "\n    " : ",\n    ") + record;
    return text + (records.empty() ? "]" : "\n  ]");
}

std::string write_json(const Scenario& s, const Snapshot& snapshot) {
    std::vector<std::string> states;
    for (const State& state : snapshot.states.compute_all())
        states.push_back(braced(json_members(record_of(s, state))));
    std::vector<std::string> zones;
    for (const assets::ZoneIndex index : snapshot.zones) {
        const assets::Zone& zone = s.zones[index];
        zones.push_back(braced(json_members({{"id", zone.id},
                                             {"name", zone.name},
                                             {"kind", std::string{assets::to_string(zone.kind)}},
                                             {"status", std::string{assets::to_string(zone.status)}}})));
    }
    return fmt::format("{{\n  \"scenario\": {},\n  \"at\": {},\n  \"assets\": {},\n  \"zones\": {}\n}}\n",
                       quoted(s.title), quoted(assets::to_iso(snapshot.at)), lines_of(states), lines_of(zones));
}

std::string write_geojson(const Scenario& s, const Snapshot& snapshot) {
    std::vector<std::string> features;
    const auto add = [&](const std::string& geometry, const std::string& properties) {
        features.push_back(
            fmt::format(R"({{"type": "Feature", "geometry": {}, "properties": {{{}}}}})", geometry, properties));
    };
    constexpr std::size_t most_with_reach = 500; // assets: to cut an area to water takes up to a second
    const bool with_reach = snapshot.states.size() <= most_with_reach;
    for (const State& state : snapshot.states.compute_all()) {
        const std::string properties = json_members(record_of(s, state));
        add(state.where ? fmt::format(R"({{"type":"Point","coordinates":[{},{}]}})", trimmed(state.where->lon(), 6),
                                      trimmed(state.where->lat(), 6))
                        : "null",
            properties);
        if (const auto area = reported_area(s, state); !area.empty())
            add(geojson_multipolygon(area), fmt::format(R"("role": "area", {})", properties));
        if (const auto ends = with_reach ? assets::reach_ends(s, state, snapshot.at) : std::nullopt) {
            const assets::ReachShape reach = assets::reach_shape(s, *ends);
            if (!reach.polygons.empty())
                add(geojson_multipolygon(reach.polygons),
                    fmt::format(R"("role": "reach", "cut_to_water": {}, {})", reach.cut_to_water, properties));
        }
    }
    return fmt::format("{{\n  \"type\": \"FeatureCollection\",\n  \"scenario\": {},\n  \"at\": {},\n  \"features\": "
                       "{}\n}}\n",
                       quoted(s.title), quoted(assets::to_iso(snapshot.at)), lines_of(features));
}

std::string write_csv(const Scenario& s, const Snapshot& snapshot) {
    std::string text = "id,name,type,sidc,country,how,point,lon,lat,radius_km,area,age_h,course_deg,speed_kn,place,"
                       "activity,confidence,confidence_date,grade,sources,rows,flags\n";
    for (const State& state : snapshot.states.compute_all()) {
        std::string line;
        for (const auto& [key, value] : record_of(s, state))
            line += fmt::format("{}{}", key == "id" ? "" : ",", csv_text(value));
        text += line + "\n";
    }
    return text;
}

/// The display width of a text in columns: one per code point, two for East Asian scripts.
std::size_t width_of(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if ((byte & 0xC0U) == 0x80U) continue;
        // U+1100..U+115F and U+2E80..U+FFFF begin with E1 84/85 or E2 BA and later.
        const auto second = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) : 0U;
        const bool wide = (byte == 0xE1 && (second == 0x84 || second == 0x85)) || (byte == 0xE2 && second >= 0xBA) ||
                          (byte >= 0xE3 && byte <= 0xEF);
        width += wide ? 2 : 1;
    }
    return width;
}

using Row = std::array<std::string, 5>;

std::string table_text(const std::vector<Row>& rows) {
    std::array<std::size_t, 5> widths{};
    for (const Row& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], width_of(row[i]));
    std::string text;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string space(widths[i] - width_of(row[i]), ' ');
            const bool is_number = i == 2 || i == 3;
            line += fmt::format("{}{}{}", i > 0 ? "  " : "", is_number ? space : row[i], is_number ? row[i] : space);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string write_table(const render::Words& words, const Scenario& s, const Snapshot& snapshot) {
    std::vector<Row> rows{{words("state.column_asset"), words("state.column_where"), words("state.column_lon"),
                           words("state.column_lat"), words("state.column_flags")}};
    for (const State& state : snapshot.states.compute_all())
        rows.push_back({s.assets[state.asset].name, describe_state(words, s, state),
                        state.where ? fmt::format("{:.2f}", state.where->lon()) : "",
                        state.where ? fmt::format("{:.2f}", state.where->lat()) : "",
                        joined(state.flags.names(), " ", [](const std::string& name) { return name; })});
    const std::string dated = render::dated_by_file_text(words, s);
    std::string text = fmt::format("{}{}{}\n{}{}\n", s.title, s.title.empty() ? "" : ", ", assets::to_iso(snapshot.at),
                                   dated, dated.empty() ? "" : "\n") +
                       table_text(rows);
    for (const std::size_t index : snapshot.events)
        text += (index == snapshot.events.front() ? "\n" : "") +
                words("state.event", {{"title", s.events[index].title}}) + "\n";
    return text;
}

} // namespace

std::string state_json(const Scenario& s, const State& state) {
    return braced(json_members(record_of(s, state)));
}

std::string json_quoted(const std::string& text) {
    return quoted(text);
}

std::string write_state(const render::Words& words, const Scenario& s, const Snapshot& snapshot, StateFormat format) {
    switch (format) {
    case StateFormat::Table:
        return write_table(words, s, snapshot);
    case StateFormat::Json:
        return write_json(s, snapshot);
    case StateFormat::GeoJson:
        return write_geojson(s, snapshot);
    case StateFormat::Csv:
        return write_csv(s, snapshot);
    }
    return "";
}

} // namespace app
