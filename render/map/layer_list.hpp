#pragma once

#include "render/map/drawing/map_drawing.hpp"
#include "render/map/layers/legend/rows.hpp"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The list of layers and the list of pieces of furniture. Composing, the command line and its help, the layers panel
/// and the window's map all take names, defaults, order and strata from these two lists.
namespace render {

/// Where a layer is drawn, from the bottom up. Sea and Land are the ground, which depends on the view only; the other
/// strata also depend on time. Tints in AtSea lie below the land, which cuts them off at the coast.
enum class Stratum { Sea, AtSea, Land, Subject, Names };

[[nodiscard]] constexpr bool is_ground(Stratum stratum) noexcept {
    return stratum == Stratum::Sea || stratum == Stratum::Land;
}
[[nodiscard]] constexpr bool lies_below_land(Stratum stratum) noexcept {
    return stratum == Stratum::Sea || stratum == Stratum::AtSea;
}

/// A layer, or one part of a layer that is drawn in several parts. The parts share the layer's name. The last part
/// holds the default, the legend and the title of the whole layer.
struct Layer {
    std::string_view name;        ///< in --with, --without, figures and SVG groups
    std::string_view part = {};   ///< distinguishes the groups of one layer; empty for its main part
    std::string_view within = {}; ///< name of the layer without which this one is not shown either; empty: none
    Stratum stratum;
    bool default_on = true;
    bool drawable = true; ///< false: the name is known, but drawing is not implemented yet
    /// Drawn before symbols and lists are placed, which keep clear of its lines and texts.
    bool before_symbols = false;
    std::string_view off_in_theme = {}; ///< name of the theme in which the layer is off by default; empty: none
    /// Draws into the open group; in stratum Names, requests names instead. Null: draws nothing itself.
    void (*draw)(MapDrawing&) = nullptr;
    void (*legend)(LegendRows&) = nullptr; ///< adds the rows that explain the layer; null: no rows
    std::string_view title = {};           ///< in the layers panel; empty: not listed there
    std::string_view help = {};            ///< what the layer shows, for help
};

/// In drawing order.
[[nodiscard]] std::span<const Layer> layers();

struct FurniturePiece {
    std::string_view name;
    std::string_view help = {}; ///< what the piece says, for help
    bool default_on = true;
    bool drawable = true;
};
[[nodiscard]] std::span<const FurniturePiece> furniture_pieces();

/// Names for --with and --without, each once, in drawing order.
[[nodiscard]] const std::vector<std::string>& layer_names();
[[nodiscard]] const std::vector<std::string>& furniture_names();
/// Drawable layers and furniture that are off by default in some theme, for the help of --with.
[[nodiscard]] std::vector<std::string> names_off_by_default();

/// Whether a layer or piece of furniture is on by default in a theme; false for unknown names.
[[nodiscard]] bool shown_by_default(std::string_view name, std::string_view theme);
/// False for unknown names and for known names whose drawing is not implemented yet.
[[nodiscard]] bool is_drawable(std::string_view name);
/// Whether the layer belongs to the ground; false for unknown names.
[[nodiscard]] bool is_ground_layer(std::string_view name);

/// Names of the layers and pieces of furniture that a figure shows. A layer `within` another one is shown only together
/// with it.
[[nodiscard]] std::set<std::string_view> shown_names(const Figure&);

/// The legend rows for the colours, symbols, certainties, zones and numbered events that are on the map, and for
/// nothing else. `m_per_mm` as in View. What occurs once and has its name on the map gets no row; `unlabelled` are the
/// ids of assets and zones whose names had no room. Without the layer of names, everything gets a row.
[[nodiscard]] std::vector<LegendRow> legend_rows(const Inputs&, const Visible&, double m_per_mm,
                                                 const std::set<std::string>& unlabelled = {});

} // namespace render
