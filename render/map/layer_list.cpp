#include "render/map/layer_list.hpp"

#include "render/map/ground/ground.hpp"
#include "render/map/layers/changes/changes.hpp"
#include "render/map/layers/draw_layers.hpp"

#include <algorithm>
#include <array>

namespace render {
namespace {

// clang-format off
constexpr std::array all_layers{
    Layer{.name = "sea", .stratum = Stratum::Sea, .draw = draw_sea,
          .help = "the sea"},
    Layer{.name = "graticule", .stratum = Stratum::Sea, .off_in_theme = "article", .draw = draw_graticule,
          .title = "Grid of degrees",
          .help = "lines of longitude and latitude"},
    Layer{.name = "zones", .part = "tints", .stratum = Stratum::AtSea, .before_symbols = true,
          .draw = draw_zone_tints},
    Layer{.name = "areas", .part = "sea", .stratum = Stratum::AtSea, .draw = draw_areas_at_sea},
    Layer{.name = "land", .stratum = Stratum::Land, .draw = draw_land,
          .help = "land"},
    Layer{.name = "relief", .stratum = Stratum::Land, .default_on = false, .draw = draw_relief, .title = "Relief",
          .help = "shaded relief on land"},
    Layer{.name = "borders", .stratum = Stratum::Land, .draw = draw_borders, .title = "Borders",
          .help = "borders of countries, and lines of the policy file"},
    Layer{.name = "coast", .stratum = Stratum::Land, .draw = draw_coast, .title = "Coast lines",
          .help = "coast lines"},
    Layer{.name = "areas", .part = "land", .stratum = Stratum::Subject, .draw = draw_areas_on_land,
          .legend = areas_legend, .title = "Areas of wide reports",
          .help = "areas of wide reports, tinted or with a rim"},
    Layer{.name = "coverage", .stratum = Stratum::Subject, .default_on = false, .draw = draw_coverage,
          .legend = coverage_legend, .title = "Where feeds heard nothing",
          .help = "a veil where feeds heard nothing in the last 24 hours"},
    Layer{.name = "zones", .stratum = Stratum::Subject, .before_symbols = true, .draw = draw_zone_lines,
          .legend = zones_legend, .title = "Zones and lines",
          .help = "zones, lines and circles of zones.geojson"},
    Layer{.name = "rings", .stratum = Stratum::Subject, .before_symbols = true, .draw = draw_rings,
          .legend = rings_legend, .title = "Range rings",
          .help = "range rings of --ring"},
    Layer{.name = "tracks", .stratum = Stratum::Subject, .before_symbols = true, .draw = draw_tracks,
          .legend = tracks_legend, .title = "Tracks",
          .help = "legs between reports, trails, and the voyages of a period"},
    Layer{.name = "changes", .stratum = Stratum::Subject, .draw = draw_changes, .legend = changes_legend,
          .help = "what became of assets since the date of --at, with --compare-as arrows"},
    Layer{.name = "assets", .stratum = Stratum::Subject, .draw = draw_assets, .legend = assets_legend,
          .title = "Assets",
          .help = "symbols of assets"},
    Layer{.name = "events", .stratum = Stratum::Subject, .default_on = false, .draw = draw_events,
          .legend = events_legend, .title = "Events in force",
          .help = "numbered events in force"},
    Layer{.name = "notes", .stratum = Stratum::Subject, .default_on = false, .drawable = false,
          .help = "notes of a figure"},
    // Names are requested in this order and placed after the last request.
    Layer{.name = "places", .part = "places", .within = names_layer, .stratum = Stratum::Names,
          .draw = request_place_names},
    Layer{.name = "seas", .within = names_layer, .stratum = Stratum::Names, .draw = request_sea_names,
          .title = "Names of seas",
          .help = "names of seas and straits"},
    Layer{.name = "places", .within = names_layer, .stratum = Stratum::Names, .draw = request_country_names,
          .title = "Places",
          .help = "names of countries, cities and islands"},
    Layer{.name = names_layer, .stratum = Stratum::Names, .title = "All names",
          .help = "names of assets and zones; without it, the names of seas and places are left out too"},
};
// clang-format on

static_assert(std::is_sorted(all_layers.begin(), all_layers.end(),
                             [](const Layer& a, const Layer& b) { return a.stratum < b.stratum; }));

constexpr std::array all_furniture{
    FurniturePiece{"title", "the title"},
    FurniturePiece{"subtitle", "the line below the title"},
    FurniturePiece{"asof", "the instant shown, and how old the reports are"},
    FurniturePiece{"unplaced", "assets that are not on the map, or not named there, and why"},
    FurniturePiece{"calls", "the numbered list of calls of a map of a period"},
    FurniturePiece{"legend", "what symbols, colours and lines mean"},
    FurniturePiece{"scalebar", "the scale bar"},
    FurniturePiece{.name = "north", .help = "a north arrow", .default_on = false},
    FurniturePiece{.name = "inset", .help = "a second, smaller map", .default_on = false, .drawable = false},
    FurniturePiece{.name = "strip",
                   .help = "a strip of the timeline: deployments, and the days that reports cover",
                   .default_on = false},
    FurniturePiece{"credit", "author, sources of the data"},
};

const Layer* layer_named(std::string_view name) {
    const auto found =
        std::find_if(all_layers.rbegin(), all_layers.rend(), [&](const Layer& l) { return l.name == name; });
    return found == all_layers.rend() ? nullptr : &*found;
}

const FurniturePiece* piece_named(std::string_view name) {
    const auto found = std::find_if(all_furniture.begin(), all_furniture.end(),
                                    [&](const FurniturePiece& piece) { return piece.name == name; });
    return found == all_furniture.end() ? nullptr : &*found;
}

bool is_off_somewhere(std::string_view name) {
    const Layer* layer = layer_named(name);
    return !shown_by_default(name, {}) || (layer != nullptr && !layer->off_in_theme.empty());
}

} // namespace

std::span<const Layer> layers() {
    return all_layers;
}

std::span<const FurniturePiece> furniture_pieces() {
    return all_furniture;
}

const std::vector<std::string>& layer_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> found;
        for (const Layer& layer : all_layers)
            if (&layer == layer_named(layer.name)) found.emplace_back(layer.name);
        return found;
    }();
    return names;
}

const std::vector<std::string>& furniture_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> found;
        for (const FurniturePiece& piece : all_furniture)
            found.emplace_back(piece.name);
        return found;
    }();
    return names;
}

std::vector<std::string> names_off_by_default() {
    std::vector<std::string> off;
    for (const auto* names : {&layer_names(), &furniture_names()})
        for (const std::string& name : *names)
            if (is_drawable(name) && is_off_somewhere(name)) off.push_back(name);
    return off;
}

bool shown_by_default(std::string_view name, std::string_view theme) {
    if (const Layer* layer = layer_named(name))
        return layer->default_on && (layer->off_in_theme.empty() || layer->off_in_theme != theme);
    const FurniturePiece* piece = piece_named(name);
    return piece != nullptr && piece->default_on;
}

bool is_drawable(std::string_view name) {
    if (const Layer* layer = layer_named(name)) return layer->drawable;
    const FurniturePiece* piece = piece_named(name);
    return piece != nullptr && piece->drawable;
}

bool is_ground_layer(std::string_view name) {
    const Layer* layer = layer_named(name);
    return layer != nullptr && is_ground(layer->stratum);
}

std::set<std::string_view> shown_names(const Figure& figure) {
    std::set<std::string_view> shown;
    for (const Layer& layer : all_layers)
        if (figure.shows(layer.name) && (layer.within.empty() || figure.shows(layer.within))) shown.insert(layer.name);
    for (const FurniturePiece& piece : all_furniture)
        if (figure.shows(piece.name)) shown.insert(piece.name);
    return shown;
}

bool Figure::shows(std::string_view layer_or_furniture) const {
    const std::string name{layer_or_furniture};
    if (without.contains(name)) return false;
    if (with.contains(name)) return true;
    if (without.contains("all") && piece_named(name) != nullptr) return false;
    return shown_by_default(name, theme);
}

std::vector<LegendRow> legend_rows(const Inputs& in, const Visible& visible, double m_per_mm,
                                   const std::set<std::string>& unlabelled) {
    LegendRows collected{in, visible, m_per_mm};
    for (const Layer& layer : all_layers)
        if (layer.legend != nullptr) layer.legend(collected);
    std::vector<LegendRow> rows = collected.take();
    const bool names = in.shows(names_layer);
    std::erase_if(rows, [&](const LegendRow& row) {
        return names && !row.labelled.empty() && !unlabelled.contains(row.labelled);
    });
    if (std::none_of(rows.begin(), rows.end(), is_doubt))
        std::erase_if(rows, [](const LegendRow& row) { return row.id == "how:reported"; });
    // The heading with the name of the only country is dropped when no row with a symbol follows it.
    const auto is_symbol = [](const LegendRow& row) {
        return row.id.starts_with("type:") || row.id.starts_with("how:");
    };
    if (std::none_of(rows.begin(), rows.end(), is_symbol))
        std::erase_if(rows, [](const LegendRow& row) { return row.heading; });
    return rows;
}

} // namespace render
