#pragma once

#include "assets/model/values/instant.hpp"
#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace render {

enum class SymbolSet { Pictogram, Dot };

/// The whole figure as a value. The page in mm is pixels x 25.4 / dpi for every format.
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
    std::set<std::string> marked;        ///< asset ids (selected, pinned): symbol and label come before all others
    std::set<std::string> with, without; ///< layer and furniture names of DESIGN section 6
    bool picture_only = false; ///< nobody will read Layout::unplaced and the picture's description: not worded
    /// What was done to the positions on purpose before they came here; only said, in the as-of line.
    std::optional<double> round_deg, delay_h;

    /// Off unless asked for: relief, coverage, notes, north, inset, strip, events.
    [[nodiscard]] bool shows(std::string_view layer_or_furniture) const;
};

/// Figure::only, quick to ask for each of very many assets. The list must outlive it.
class AssetFilter {
public:
    explicit AssetFilter(const std::vector<std::string>& only);
    [[nodiscard]] bool lets_through(std::string_view id) const;

private:
    std::vector<std::string_view> m_ids; ///< sorted
};

/// Names for --with and --without, in drawing order.
[[nodiscard]] const std::vector<std::string>& layer_names();
[[nodiscard]] const std::vector<std::string>& furniture_names();

} // namespace render
