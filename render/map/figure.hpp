#pragma once

#include "assets/model/values/instant.hpp"
#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"
#include "render/map/style/errors.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace render {

enum class SymbolSet { Pictogram, Dot };

/// How assets are named on maps. A prefix and a hull number that the scenario does not give are left out.
enum class LabelStyle {
    Name,   ///< Milius: the short name, or the name
    Prefix, ///< USS Milius
    Hull,   ///< USS Milius (DDG-69)
};
inline constexpr std::array<std::string_view, 3> label_styles{"name", "prefix", "hull"}; ///< in the order of LabelStyle

/// How many notes on disputed names and lines stand below the map: all; the few that matter to the subject; none. The
/// caption has them all.
enum class Footnotes { Full, Short, None };
inline constexpr std::array<std::string_view, 3> footnotes_names{"full", "short", "none"}; ///< as written in options

/// A circle at one distance from a point.
struct RangeRing {
    geo::LonLat centre;
    double km; ///< the radius
    [[nodiscard]] friend bool operator==(const RangeRing&, const RangeRing&) = default;
};

/// The time that a map of a period shows: from `from` until just before `to`, which is later.
struct Period {
    assets::Instant from, to;
    [[nodiscard]] friend bool operator==(const Period&, const Period&) = default;
};

/// All that decides a map besides the scenario and its snapshot. A page of N pixels is N x 25.4 / dpi mm.
struct Figure {
    double page_width_mm = 254.0;
    std::optional<double> page_height_mm = 142.875; ///< empty: the height that a 4:3 map frame and the furniture need
    double dpi = 192;
    double least_type_mm = 0; ///< of the em; smaller type is raised to it

    std::string projection = "laea";
    bool choose_projection = false;    ///< `fit` and `fit_all` replace `projection` by one that suits the extent
    std::optional<geo::LonLat> centre; ///< of the map frame
    std::optional<double> width_km;    ///< projected km across the map frame
    std::optional<double> shape;       ///< width by height of the rectangle `width_km` wide that the frame must hold
    std::optional<geo::Box> bbox;      ///< instead of centre and width
    bool fit_all = false;              ///< fit every drawn asset (positions and areas)
    std::vector<std::string> fit;      ///< ids of the assets and zones that the frame must hold

    assets::Instant at;           ///< the instant shown; of a map of a period its last instant
    std::optional<Period> period; ///< a map of voyages instead of positions
    std::string theme = "article";
    std::string words = "en";
    std::string names = "en"; ///< language of place names: en ko ja zh fr
    SymbolSet symbols = SymbolSet::Pictogram;
    LabelStyle label_style = LabelStyle::Name;
    std::optional<std::string> title, subtitle, credit;
    std::vector<std::string> only;       ///< ids of the assets to draw; empty: all
    std::set<std::string> hidden;        ///< ids of assets and zones not to draw, even if in `only`
    std::vector<std::string> zones;      ///< ids of built-in zones that were added to the scenario
    std::vector<RangeRing> rings;        ///< that were added to the map
    std::chrono::seconds trail{0};       ///< how far back the trails of the snapshot reach; 0: none
    std::set<std::string> marked;        ///< ids of selected or pinned assets: their symbols and labels come first
    std::set<std::string> with, without; ///< names of layers and furniture (layer_list.hpp)
    Footnotes footnotes = Footnotes::Short;
    /// Ships that feeds hear are drawn after IMO SN.1/Circ.243 where the snapshot has targets: for the live window.
    struct Targets {
        bool on = false;
        bool by_flag = false;                 ///< colours by country, else by class
        std::chrono::minutes speed_vector{6}; ///< length of the dashed line along the course
    } targets;
    bool picture_only = false; ///< skip the wording of Layout::unplaced and of the description
    /// Deliberate changes to the scenario: positions rounded to `round_deg` degrees or delayed by `delay_h` hours,
    /// which the as-of line states, and fixes left out because they were published after `known_by`.
    std::optional<double> round_deg, delay_h;
    std::optional<assets::Instant> known_by;

    /// Whether a layer or piece of furniture is shown. `without` takes precedence over `with`, and both over the
    /// default in layer_list.hpp.
    [[nodiscard]] bool shows(std::string_view layer_or_furniture) const;
};

} // namespace render
