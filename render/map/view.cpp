#include "render/map/view.hpp"

#include <cmath>

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

double graticule_step_deg(const View& view) noexcept {
    constexpr double metres_per_degree = 111'320.0, wanted_mm = 42.0;
    const double wanted_deg = wanted_mm * view.m_per_mm / metres_per_degree;
    double best = 30.0;
    for (const double step : {30.0, 20.0, 15.0, 10.0, 5.0, 2.0, 1.0, 0.5, 1.0 / 6, 1.0 / 12, 1.0 / 30, 1.0 / 60}) {
        if (std::abs(std::log(step / wanted_deg)) < std::abs(std::log(best / wanted_deg))) best = step;
    }
    return best;
}

} // namespace render
