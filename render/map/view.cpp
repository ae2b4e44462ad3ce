#include "render/map/view.hpp"

namespace render {

Point View::to_page(geo::Metres m) const noexcept {
    return {frame_mm.x + frame_mm.w / 2 + (m.x - centre_m.x) / m_per_mm,
            frame_mm.y + frame_mm.h / 2 - (m.y - centre_m.y) / m_per_mm};
}

geo::Metres View::to_metres(Point p) const noexcept {
    return {centre_m.x + (p.x - frame_mm.x - frame_mm.w / 2) * m_per_mm,
            centre_m.y - (p.y - frame_mm.y - frame_mm.h / 2) * m_per_mm};
}

std::optional<Point> View::to_page(geo::LonLat where) const {
    const auto metres = projection->forward(where);
    if (!metres) return std::nullopt;
    return to_page(*metres);
}

geo::Frame View::geo_frame(double margin_mm) const noexcept {
    const double half_w = (frame_mm.w / 2 + margin_mm) * m_per_mm;
    const double half_h = (frame_mm.h / 2 + margin_mm) * m_per_mm;
    return {centre_m.x - half_w, centre_m.y - half_h, centre_m.x + half_w, centre_m.y + half_h,
            tolerance_mm * m_per_mm};
}

} // namespace render
