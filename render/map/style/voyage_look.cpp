#include "render/map/style/voyage_look.hpp"

#include "render/picture/colour.hpp"

#include <array>

namespace render {

StopSize stop_size(double page_width_mm) noexcept {
    constexpr double narrow_page_mm = 120;
    return page_width_mm <= narrow_page_mm ? StopSize{3.7, 2.12, 2.8} : StopSize{4.2, 2.3, 3.5};
}

Colour voyage_colour(const Theme& theme, const VoyageOfMap& voyage, bool homeward) {
    // Of the colours of targets, those come first that differ most: red, blue, green.
    constexpr std::array<std::size_t, 7> order{5, 1, 4, 3, 2, 0, 6};
    if (voyage.count > 1) return theme.target[order[voyage.index % order.size()]];
    const Colour out = theme.country_colour(voyage.country);
    return homeward ? mixed(out, theme.halo, 0.38) : out;
}

} // namespace render
