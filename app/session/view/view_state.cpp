#include "app/session/view/view_state.hpp"

#include <algorithm>

namespace app {

double ViewState::scale_for(double width_mm, double height_mm) const noexcept {
    if (m_per_mm > 0) return m_per_mm;
    if (!(width_mm > 0) || !(height_mm > 0)) return 0;
    if (room_for_labels) {
        constexpr double most_share = 0.2;
        width_mm -= 2 * std::min(label_room_w_mm, most_share * width_mm);
        height_mm -= 2 * std::min(label_room_h_mm, most_share * height_mm);
    }
    return std::clamp(std::max(width_km * 1000 / width_mm, height_km * 1000 / height_mm), least_m_per_mm,
                      most_m_per_mm);
}

geo::Metres clamp_to_earth(const geo::Projection& projection, geo::Metres wanted, geo::Metres inside) {
    if (projection.inverse(wanted)) return wanted;
    // The domains of the projections are nearly convex around their middle, so bisection works.
    double on = 0, off = 1;
    const auto along = [&](double share) {
        return geo::Metres{inside.x + (wanted.x - inside.x) * share, inside.y + (wanted.y - inside.y) * share};
    };
    for (int i = 0; i < 30; ++i) {
        const double middle = (on + off) / 2;
        (projection.inverse(along(middle)) ? on : off) = middle;
    }
    return along(on);
}

} // namespace app
