#pragma once

#include "render/picture/picture.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace render {

/// Colours, widths and type sizes of a house style, from render/themes/NAME.toml. Widths are in mm and type sizes are
/// em sizes in mm, both for a page at least 180 mm wide (see scaled_for).
struct Theme {
    std::string name;

    Colour page, sea, land, coast, border, disputed_border, graticule, frame;
    Colour text, text_muted, sea_label, place_label, place_dot, halo, panel, panel_edge, accent;
    Colour off_earth; ///< outside the projection's domain
    Colour zone_line, zone_tint, demarcation, dmz_tint, event_mark, event_text;
    std::map<std::string, Colour, std::less<>> country; ///< ISO code -> colour of its assets
    Colour other_country;
    std::array<Colour, 7> target; ///< of ships on live maps, by assets::VesselClass
    double area_tint_opacity;     ///< of the areas of wide fixes
    double held_opacity, stale_opacity;

    double coast_mm, border_mm, graticule_mm, frame_mm, track_mm, zone_line_mm, leader_mm, symbol_halo_mm, text_halo_mm;
    double symbol_mm; ///< length of a ship's pictogram
    double title_mm, subtitle_mm, asset_label_mm, place_label_mm, sea_label_mm, legend_mm, small_mm;
    double margin_mm, gap_mm;

    [[nodiscard]] static Theme read(const std::filesystem::path&); ///< throws geo::ReadError naming file and key
    [[nodiscard]] Colour country_colour(std::string_view iso) const;
    /// A colour as zones.geojson gives it: #rrggbb, #rrggbbaa or one of assets::zone_colours; else `zone_line`.
    [[nodiscard]] Colour colour_named(std::string_view written) const;
    [[nodiscard]] double legend_sample_mm() const noexcept { return 2.6 * legend_mm; } ///< width of a row's sample
    /// The theme with type, symbols and widths scaled for a narrower page: by 1 from 180 mm on, down to 0.8 at 89 mm.
    /// Scaling takes no type below 6 pt. Then type smaller than `least_type_mm` is raised to it.
    [[nodiscard]] Theme scaled_for(double page_width_mm, double least_type_mm = 0) const;
};

} // namespace render
