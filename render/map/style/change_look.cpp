#include "render/map/style/change_look.hpp"

#include "render/picture/outlines.hpp"

#include <algorithm>
#include <cmath>

namespace render {

Outline change_arrowhead(Point from, Point tip) {
    constexpr double half_mm = 0.42 * change_head_mm;
    const double d = std::max(1e-9, std::hypot(tip.x - from.x, tip.y - from.y));
    const double ux = (tip.x - from.x) / d, uy = (tip.y - from.y) / d;
    const Point back{tip.x - change_head_mm * ux, tip.y - change_head_mm * uy};
    return {{tip, {back.x - half_mm * uy, back.y + half_mm * ux}, {back.x + half_mm * uy, back.y - half_mm * ux}},
            true};
}

std::vector<Command> change_ring(Colour colour, Colour halo) {
    return {{FillPath{{disc(change_ring_mm + 0.35)}, halo}}, {StrokePath{{disc(change_ring_mm)}, colour, 0.32, {}}}};
}

std::vector<Command> change_mark(ChangeMark mark, Colour colour, Colour halo, const Typesetter& typesetter) {
    std::vector<Command> drawn{{FillPath{{disc(change_mark_mm + 0.3)}, halo}},
                               {FillPath{{disc(change_mark_mm)}, colour}}};
    constexpr double arm = 0.55 * change_mark_mm, slant = 0.42 * change_mark_mm, width = 0.36;
    const auto line = [&](Point a, Point b) {
        drawn.push_back({StrokePath{{{{a, b}, false}}, halo, width, {}, Cap::Round}});
    };
    if (mark == ChangeMark::Arrived) {
        line({-arm, 0}, {arm, 0});
        line({0, -arm}, {0, arm});
    } else if (mark == ChangeMark::Left) {
        line({-slant, -slant}, {slant, slant});
        line({-slant, slant}, {slant, -slant});
    } else {
        const TypesetLine sign = typesetter.set("?", {.size_mm = 1.9 * change_mark_mm, .weight = 700, .colour = halo});
        drawn.push_back({placed(sign, {-sign.width_mm / 2, -sign.ink.y - sign.ink.h / 2})});
    }
    return drawn;
}

} // namespace render
