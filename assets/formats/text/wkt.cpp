#include "assets/formats/text/wkt.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace assets {
namespace {

using Kind = JsonValue::Kind;

/// A type of geometry: its name in well-known text and in GeoJSON, and how deep its coordinates are nested.
struct GeometryType {
    std::string_view wkt, geojson;
    int depth; ///< 0: one position; 1: positions; 2: lines of positions ...
};
constexpr std::array geometry_types{
    GeometryType{"MULTIPOLYGON", "MultiPolygon", 3}, GeometryType{"MULTILINESTRING", "MultiLineString", 2},
    GeometryType{"MULTIPOINT", "MultiPoint", 1},     GeometryType{"POLYGON", "Polygon", 2},
    GeometryType{"LINESTRING", "LineString", 1},     GeometryType{"POINT", "Point", 0}};
constexpr std::string_view collection = "GEOMETRYCOLLECTION";
constexpr int most_depth = 64; ///< of collections

JsonValue array_of(std::vector<JsonValue> items) {
    JsonValue array;
    array.kind = Kind::Array;
    array.items = std::move(items);
    return array;
}

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// A text that is read from its beginning.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest{text} {}

    [[nodiscard]] bool at_end() {
        skip_blanks();
        return m_rest.empty();
    }
    [[nodiscard]] bool take(char c) {
        skip_blanks();
        if (!m_rest.starts_with(c)) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// The word that begins here in capitals; empty if there is none.
    [[nodiscard]] std::string word() {
        skip_blanks();
        const auto end = std::ranges::find_if_not(m_rest, is_letter) - m_rest.begin();
        std::string capitals{m_rest.substr(0, static_cast<std::size_t>(end))};
        for (char& c : capitals)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        m_rest.remove_prefix(capitals.size());
        return capitals;
    }
    [[nodiscard]] std::optional<double> number() {
        skip_blanks();
        const char* begin = m_rest.data() + (m_rest.starts_with('+') ? 1 : 0);
        double value = 0;
        const auto [end, failed] = std::from_chars(begin, m_rest.data() + m_rest.size(), value);
        if (failed != std::errc{}) return std::nullopt;
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return value;
    }
    /// What stands here, for a message.
    [[nodiscard]] std::string next() {
        constexpr std::size_t most_shown = 20;
        skip_blanks();
        return m_rest.empty() ? "its end" : fmt::format("'{}'", m_rest.substr(0, most_shown));
    }
    void skip(std::size_t count) { m_rest.remove_prefix(std::min(count, m_rest.size())); }
    [[nodiscard]] std::string_view rest() const noexcept { return m_rest; }

private:
    void skip_blanks() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\r\n"), m_rest.size())); }
    std::string_view m_rest;
};

class WktReader {
public:
    explicit WktReader(std::string_view text) : m_text{text} {}

    WktResult read() {
        Scanner start = m_text;
        if (start.word() == "SRID") {
            const std::string_view code = start.rest().substr(0, start.rest().find(';'));
            if (code != "=4326")
                return {{},
                        fmt::format("is in the coordinate system SRID{}; transform it to WGS 84 (SRID=4326)", code)};
            start.skip(code.size() + 1);
            m_text = start;
        }
        JsonValue geometry = read_geometry(0);
        if (m_problem.empty() && !m_text.at_end()) fail("the end");
        return {std::move(geometry), m_problem};
    }

private:
    void fail(std::string_view expected) {
        if (m_problem.empty()) m_problem = fmt::format("has {} where {} is expected", m_text.next(), expected);
    }

    JsonValue read_geometry(int depth) {
        const std::string name = m_text.word();
        const auto type = std::ranges::find_if(geometry_types, [&](const GeometryType& t) {
            return t.wkt == name || (name.starts_with(t.wkt) && is_dimensions(name.substr(t.wkt.size())));
        });
        const bool is_collection = name == collection;
        if (type == geometry_types.end() && !is_collection) {
            if (m_problem.empty())
                m_problem = name.empty()
                                ? fmt::format("has {} where a geometry is expected", m_text.next())
                                : fmt::format("is a {}; use POLYGON, LINESTRING, POINT or their MULTI forms", name);
            return {};
        }
        Scanner ahead = m_text;
        if (is_dimensions(ahead.word())) m_text = ahead;
        ahead = m_text;
        if (ahead.word() == "EMPTY") {
            m_text = ahead;
            return geometry_value(is_collection ? "MultiPolygon" : type->geojson, array_of({}));
        }
        if (!is_collection) return geometry_value(type->geojson, coordinates(type->depth));
        JsonValue value = geometry_value("GeometryCollection", {});
        value.members.back().key = "geometries";
        value.members.back().kind = Kind::Array;
        if (depth >= most_depth || !m_text.take('(')) {
            fail("'('");
            return value;
        }
        do {
            value.members.back().items.push_back(read_geometry(depth + 1));
        } while (m_problem.empty() && m_text.take(','));
        if (!m_text.take(')')) fail("',' or ')'");
        return value;
    }

    static bool is_dimensions(std::string_view word) { return word == "Z" || word == "M" || word == "ZM"; }

    JsonValue coordinates(int depth) {
        if (!m_text.take('(')) {
            fail("'('");
            return {};
        }
        JsonValue value;
        if (depth == 0) {
            value = position();
        } else {
            std::vector<JsonValue> items;
            do {
                items.push_back(depth == 1 ? position() : coordinates(depth - 1));
            } while (m_problem.empty() && m_text.take(','));
            value = array_of(std::move(items));
        }
        if (!m_text.take(')')) fail("',' or ')'");
        return value;
    }

    JsonValue position() {
        const bool has_brackets = m_text.take('('); // of MULTIPOINT ((1 2), (3 4))
        const auto lon = m_text.number(), lat = m_text.number();
        if (!lon || !lat) fail("a longitude and a latitude");
        while (m_text.number()) {} // height and measure
        if (has_brackets && !m_text.take(')')) fail("')'");
        return position_value(lon.value_or(0), lat.value_or(0));
    }

    Scanner m_text;
    std::string m_problem;
};

} // namespace

JsonValue geometry_value(std::string_view type, JsonValue coordinates) {
    JsonValue geometry;
    geometry.kind = Kind::Object;
    JsonValue name;
    name.kind = Kind::Text;
    name.key = "type";
    name.text = type;
    coordinates.key = "coordinates";
    geometry.members = {std::move(name), std::move(coordinates)};
    return geometry;
}

JsonValue position_value(double lon, double lat) {
    JsonValue position;
    position.kind = Kind::Array;
    position.numbers = {lon, lat};
    return position;
}

bool is_wkt(std::string_view text) {
    const std::string name = Scanner{text}.word();
    return name == "SRID" || name == collection ||
           std::ranges::any_of(geometry_types, [&](const GeometryType& type) { return name.starts_with(type.wkt); });
}

WktResult parse_wkt(std::string_view text) {
    return WktReader{text}.read();
}

} // namespace assets
