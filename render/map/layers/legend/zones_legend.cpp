#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/layers/legend/rows.hpp"
#include "render/map/style/zone_look.hpp"
#include "render/map/words/distance.hpp"
#include "render/map/words/wording.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/outlines.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

#include <fmt/format.h>

namespace render {
namespace {

/// A sample that looks as the zones layer draws the zone.
std::vector<Command> zone_sample(const Theme& theme, const assets::Zone& zone, bool is_filled) {
    using Fill = ZoneLook::Fill;
    const ZoneLook look = zone_look(theme, zone);
    const double w = theme.legend_sample_mm(), h = 1.15 * theme.legend_mm;
    const bool is_line = std::holds_alternative<assets::LineShape>(zone.shape);
    const bool has_edge = look.fill == Fill::None && !std::holds_alternative<assets::CorridorShape>(zone.shape) &&
                          zone.kind != assets::ZoneKind::Patrol && zone.kind != assets::ZoneKind::RangeRing;
    // A line, or the edge of an area that has neither tint nor hatch.
    if (is_line || has_edge)
        return {{StrokePath{{{{{-w / 2, 0}, {w / 2, 0}}, false}}, look.line, look.width_mm, look.dashes}}};
    if (zone.kind == assets::ZoneKind::RangeRing)
        return {{StrokePath{{disc(h / 2, 32)}, look.line, look.width_mm, look.dashes}}};
    if (zone.kind == assets::ZoneKind::Dmz) return {{FillPath{{rectangle(w, 0.7 * h)}, look.fill_colour}}};
    std::vector<Command> out;
    if (look.fill == Fill::Tint && is_filled) out.push_back({FillPath{{rectangle(w, h)}, look.fill_colour}});
    if (look.fill == Fill::Hatch && is_filled) {
        std::vector<Outline> hatch;
        const double slope = look.hatch_angle_deg < 0 ? -1 : 1;
        for (double x = -w / 2; x + h <= w / 2 + 0.01; x += 0.75 * look.hatch_spacing_mm)
            hatch.push_back({{{x, slope * h / 2}, {x + h, -slope * h / 2}}, false});
        out.push_back({StrokePath{hatch, look.fill_colour, 0.45 * theme.zone_line_mm, {}}});
    }
    if (!look.soft || !is_filled) out.push_back({StrokePath{{rectangle(w, h)}, look.line, look.width_mm, look.dashes}});
    return out;
}

/// "declared by China", "claimed", "illustrative"; empty for an agreed zone.
std::string status_words(const Words& words, const assets::Zone& zone) {
    if (zone.status == assets::ZoneStatus::Agreed) return {};
    const std::string key = fmt::format("legend.status_{}", assets::to_string(zone.status));
    if (!zone.country.empty() && words.has(key + "_of"))
        return words(key + "_of", {{"country", country_name(words, zone.country)}});
    return words(key);
}

/// The words before a colon with which all names begin: "Op NEON watch area" for "Op NEON watch area: Yellow Sea". With
/// names in two languages, the beginnings in both.
std::string common_beginning(const Words& words, const std::vector<const assets::Zone*>& zones) {
    std::vector<std::string> common;
    for (const assets::Zone* zone : zones) {
        std::vector<std::string> beginnings;
        for (const MapName::Part& name : words.names().of(zone->name, zone->names).parts) {
            const auto colon = name.text.find(": ");
            if (colon == std::string::npos || colon == 0) return {};
            std::string_view beginning = std::string_view{name.text}.substr(0, colon);
            for (const std::string_view space : {"\u00a0", "\u202f"}) // French sets one before a colon
                if (beginning.ends_with(space)) beginning.remove_suffix(space.size());
            beginnings.emplace_back(beginning);
        }
        if (!common.empty() && common != beginnings) return {};
        common = std::move(beginnings);
    }
    std::string text;
    for (const std::string& beginning : common)
        text += (text.empty() ? "" : " ") + beginning;
    return text;
}

/// Whether the text ends with a remark in brackets, or is the name of the zone in two languages of which one does.
bool ends_in_brackets(const Words& words, const assets::Zone& zone, const std::string& text) {
    constexpr std::string_view wide = "）"; // of Japanese and Chinese
    const auto ends = [&](const std::string& name) {
        return name.ends_with(')') || name.ends_with(wide);
    };
    const MapName names = words.names().of(zone.name, zone.names);
    return ends(text) || (text == names.in_line() && ends(names.parts.front().text));
}

/// The text of the row that the zones share.
std::string zone_words(const LegendRows& legend, const std::vector<const assets::Zone*>& zones) {
    const Words& words = legend.in.words;
    const assets::Zone& zone = *zones.front();
    std::string text = common_beginning(words, zones);
    if (text.empty() && zones.size() == 1) text = zone_name(words, zone);
    if (text.empty()) text = capitalised(words(fmt::format("zone.{}", assets::to_string(zone.kind))));
    if (ends_in_brackets(words, zone, text)) return text; // its name says it: "(unofficial)", "(approx.)"
    std::vector<std::string> more;
    if (std::string status = status_words(words, zone); !status.empty()) more.push_back(std::move(status));
    const bool is_told = zone.kind == assets::ZoneKind::Dmz || zone.status == assets::ZoneStatus::Illustrative;
    if (zone.drawn == assets::Drawn::Approximate && !is_told) more.push_back(words("legend.approximate"));
    if (zone.kind == assets::ZoneKind::Dmz && legend.visible.not_to_scale) more.push_back(words("legend.not_to_scale"));
    if (more.empty()) return text;
    std::string list;
    for (const std::string& one : more)
        list += list.empty() ? one : words("label.list_separator") + one;
    return words("legend.zone", {{"name", text}, {"more", list}});
}

bool is_sea(const assets::Zone& zone) {
    return std::holds_alternative<assets::SeaShape>(zone.shape);
}

constexpr double smallest_zone_mm = 3; // readers do not look for smaller zones

/// Approximate extent of a zone: the diagonal of the box around its lines.
double extent_m(const assets::Zone& zone) {
    if (const auto* circle = std::get_if<assets::CircleShape>(&zone.shape)) return 2000 * circle->radius_km;
    if (std::holds_alternative<assets::SeaShape>(zone.shape)) return std::numeric_limits<double>::infinity();
    const std::vector<geo::Polyline> lines = assets::skeleton_of(zone.shape, nullptr).lines;
    double west = 1e9, south = 1e9, east = -1e9, north = -1e9;
    for (const geo::Polyline& line : lines)
        for (const geo::Degrees& d : line) {
            west = std::min(west, d.lon);
            east = std::max(east, d.lon);
            south = std::min(south, d.lat);
            north = std::max(north, d.lat);
        }
    if (east < west) return 0;
    const auto a = geo::LonLat::from_degrees(west, south), b = geo::LonLat::from_degrees(east, north);
    return a && b && east - west < 180 ? geo::distance_m(*a, *b) : std::numeric_limits<double>::infinity();
}

} // namespace

void zones_legend(LegendRows& legend) {
    // Zones of one kind, status, country and colour share a row.
    struct Row {
        std::vector<const assets::Zone*> zones;
        bool is_filled = false;
    };
    std::vector<Row> rows;
    for (const assets::ZoneIndex z : legend.visible.zones) {
        const assets::Zone& zone = legend.in.scenario.zones[z];
        if (extent_m(zone) < smallest_zone_mm * legend.m_per_mm) continue;
        auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) {
            const assets::Zone& first = *r.zones.front();
            return first.kind == zone.kind && first.status == zone.status && first.country == zone.country &&
                   first.colour == zone.colour && is_sea(first) == is_sea(zone);
        });
        if (row == rows.end()) row = rows.insert(rows.end(), Row{});
        row->zones.push_back(&zone);
        row->is_filled = row->is_filled || !legend.visible.unfilled_zones.contains(z);
    }
    for (const Row& r : rows) {
        const assets::Zone& zone = *r.zones.front();
        // An ADIZ is labelled on its line: it has a row only where its name has no room there.
        if (zone.kind == assets::ZoneKind::Adiz && r.zones.size() > 1) continue;
        LegendRow& row = legend.add(
            LegendPlace::Zones,
            fmt::format("zone:{}-{}{}", to_string(zone.kind), to_string(zone.status), is_sea(zone) ? "-sea" : ""),
            zone_words(legend, r.zones), 4);
        row.sample = zone_sample(legend.in.theme, zone, r.is_filled);
        // A patrol area's name seldom has room on the map, so its row always stands.
        if (r.zones.size() == 1 && zone.kind != assets::ZoneKind::Patrol) row.labelled = zone.id;
    }
}

void rings_legend(LegendRows& legend) {
    const auto& radii = legend.visible.rings_without_radius;
    if (radii.empty()) return;
    const Words& words = legend.in.words;
    std::string list;
    for (const double km : radii)
        list += (list.empty() ? "" : words("label.list_separator")) + radius_words(words, legend.in.scenario, km);
    const std::string name = capitalised(words("zone.range_ring"));
    LegendRow& row = legend.add(LegendPlace::Zones, "rings", words("legend.zone", {{"name", name}, {"more", list}}), 4);
    row.sample = zone_sample(legend.in.theme, ring_zone({geo::lonlat(0, 0), 1}, 0), false);
}

} // namespace render
