#pragma once

#include "render/map/drawing/map_drawing.hpp"
#include "render/map/layers/legend/rows.hpp"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The one list of layers and the one list of pieces of furniture. Whatever needs a name, a default, an order or a
/// group asks here: composing, the command line and its help, the layers panel, the two halves of the window's map.
namespace render {

/// Where a layer is drawn, from the bottom up. Ground is what changes with the view only (Sea and Land); the other
/// strata change with time as well. Tints AtSea lie below the land, which cuts them off at the coast.
enum class Stratum { Sea, AtSea, Land, Subject, Names };

[[nodiscard]] constexpr bool is_ground(Stratum stratum) noexcept {
    return stratum == Stratum::Sea || stratum == Stratum::Land;
}
[[nodiscard]] constexpr bool lies_below_land(Stratum stratum) noexcept {
    return stratum == Stratum::Sea || stratum == Stratum::AtSea;
}

/// A layer, or one of the parts of a layer that is drawn in several: they share its name, and all that is said of the
/// layer as a whole (its default, its legend, its title) stands at the last of them.
struct Layer {
    std::string_view name;      ///< for --with, --without, figures and groups of SVG
    std::string_view part = {}; ///< tells the groups of a layer apart; empty for the main one
    Stratum stratum;
    bool default_on = true;
    bool drawable = true; ///< false: the name is known, but nothing can be drawn yet
    void (*draw)(MapDrawing&) =
        nullptr; ///< adds to the open group; for Names: asks for names; null: nothing of its own
    void (*legend)(LegendRows&) = nullptr; ///< adds the rows that explain it; null: it needs none
    std::string_view title = {};           ///< in the window; empty: not offered there
    std::string_view help = {};            ///< what the layer shows, for help
};

/// In drawing order.
[[nodiscard]] std::span<const Layer> layers();

struct FurniturePiece {
    std::string_view name;
    std::string_view help = {}; ///< what it says, for help
    bool default_on = true;
    bool drawable = true;
};
[[nodiscard]] std::span<const FurniturePiece> furniture_pieces();

/// Names for --with and --without, each once, in drawing order.
[[nodiscard]] const std::vector<std::string>& layer_names();
[[nodiscard]] const std::vector<std::string>& furniture_names();
/// Layers and furniture that have to be asked for, as far as they can be drawn: for the help of --with.
[[nodiscard]] std::vector<std::string> names_off_by_default();

/// Of a layer or a piece of furniture; false for other names.
[[nodiscard]] bool shown_by_default(std::string_view name);
/// False for a name that a figure may hold but that nothing can draw yet, and for names that are in no list.
[[nodiscard]] bool is_drawable(std::string_view name);
/// Does the layer belong to the ground, which changes with the view only?
[[nodiscard]] bool is_ground_layer(std::string_view name);

/// Names of the layers and pieces of furniture that a figure shows.
[[nodiscard]] std::set<std::string_view> shown_names(const Figure&);

/// What the map shows and nothing else: colours and symbols, how each is known, zones, numbered events. `m_per_mm` as
/// in View.
[[nodiscard]] std::vector<LegendRow> legend_rows(const Inputs&, const Visible&, double m_per_mm);

} // namespace render
