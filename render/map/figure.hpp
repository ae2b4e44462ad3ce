#pragma once

#include "assets/model/values/instant.hpp"
#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"
#include "render/map/style/errors.hpp"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace render {

enum class SymbolSet { Pictogram, Dot };

/// Everything that composing reads besides the scenario and its snapshot. The page in mm is pixels x 25.4 / dpi for
/// every format.
struct Figure {
    double page_width_mm = 254.0;
    std::optional<double> page_height_mm = 142.875; ///< none: the height that frame and furniture need (4:3 map frame)
    double dpi = 192;

    std::string projection = "laea";
    std::optional<geo::LonLat> centre; ///< page centre
    std::optional<double> width_km;    ///< projected km over the map frame's width
    std::optional<geo::Box> bbox;      ///< instead of centre and width
    bool fit_all = false;              ///< the frame that holds every drawn asset (positions and areas)
    std::vector<std::string> fit;      ///< ids of assets or zones to hold

    assets::Instant at;
    std::string theme = "article";
    std::string words = "en";
    std::string names = "en"; ///< language of place names: en ko ja zh
    SymbolSet symbols = SymbolSet::Pictogram;
    std::optional<std::string> title, subtitle, credit;
    std::vector<std::string> only;       ///< asset ids; empty: all
    std::set<std::string> hidden;        ///< ids of assets and zones that are not drawn, also of those in `only`
    std::chrono::seconds trail{0};       ///< how far back the trails of the snapshot reach; 0: none
    std::set<std::string> marked;        ///< asset ids (selected, pinned): symbol and label come before all others
    std::set<std::string> with, without; ///< names of layers (see layer_list.hpp) and of furniture
    bool picture_only = false; ///< nobody will read Layout::unplaced and the picture's description: not worded
    /// What was done to the scenario on purpose before it came here: positions rounded and delayed, reports left out
    /// that were published after this instant. The as-of line says the first two.
    std::optional<double> round_deg, delay_h;
    std::optional<assets::Instant> known_by;

    /// By `with` and `without`, else as the list of layers has it (layer_list.hpp).
    [[nodiscard]] bool shows(std::string_view layer_or_furniture) const;
};

} // namespace render
