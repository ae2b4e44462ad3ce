#include "render/symbols/target.hpp"

#include "render/picture/outlines.hpp"

#include <cmath>
#include <numbers>

namespace render {
namespace {

/// A point at a distance from 0,0 on the page.
Point at(double distance_mm, double angle_deg) {
    const double angle = angle_deg * std::numbers::pi / 180;
    return {distance_mm * std::sin(angle), -distance_mm * std::cos(angle)};
}

/// An acute triangle whose centre of gravity is at 0,0.
Outline triangle(double length_mm, double angle_deg) {
    constexpr double half_width = 0.27; // of the length: an angle of 30 degrees at the tip
    const Point tip = at(length_mm * 2 / 3, angle_deg), base = at(-length_mm / 3, angle_deg);
    const Point across = at(length_mm * half_width, angle_deg + 90);
    return {{tip, {base.x + across.x, base.y + across.y}, {base.x - across.x, base.y - across.y}}, true};
}

Outline shape_of(const TargetStyle& style) {
    constexpr double disc_share = 0.27; // radius by length of the triangle, which has about the same ink
    return style.stopped ? disc(style.size_mm * disc_share, 20) : triangle(style.size_mm, style.points_to_deg);
}

} // namespace

std::vector<Command> draw_target(const TargetStyle& style) {
    std::vector<Command> commands;
    const Outline shape = shape_of(style);
    commands.push_back({StrokePath{{shape}, style.halo, 2 * style.halo_mm, {}, Cap::Round, Join::Round}});
    commands.push_back({FillPath{{shape}, style.colour}});
    if (style.lost) {
        const double reach = style.size_mm * 0.42;
        const std::vector<Outline> cross{{{at(-reach, 45), at(reach, 45)}, false},
                                         {{at(-reach, 135), at(reach, 135)}, false}};
        commands.push_back({StrokePath{cross, style.halo, 0.7, {}, Cap::Round}});
        commands.push_back({StrokePath{cross, style.ink, 0.3, {}, Cap::Butt}});
    }
    return commands;
}

std::vector<Command> draw_target_lines(const TargetStyle& style) {
    std::vector<Command> commands;
    const double tip_mm = style.stopped ? style.size_mm * 0.27 : style.size_mm * 2 / 3;
    if (style.vector_deg && style.vector_mm > tip_mm) {
        const std::vector<Outline> vector{
            {{at(tip_mm, *style.vector_deg), at(style.vector_mm, *style.vector_deg)}, false}};
        commands.push_back({StrokePath{vector, style.halo, 0.6, {}, Cap::Butt}});
        commands.push_back({StrokePath{vector, style.colour, 0.28, {0.9, 0.6}, Cap::Butt}});
    }
    if (style.heading_deg) {
        constexpr double beyond_tip_mm = 2.2;
        const std::vector<Outline> line{
            {{at(tip_mm, *style.heading_deg), at(tip_mm + beyond_tip_mm, *style.heading_deg)}, false}};
        commands.push_back({StrokePath{line, style.halo, 0.6, {}, Cap::Butt}});
        commands.push_back({StrokePath{line, style.colour, 0.28, {}, Cap::Butt}});
    }
    return commands;
}

std::vector<Command> draw_small_target(const TargetStyle& style) {
    const Outline shape = shape_of(style);
    return {{StrokePath{{shape}, style.halo, 2 * style.halo_mm, {}, Cap::Round, Join::Round}},
            {FillPath{{shape}, style.colour}}};
}

Rect target_box(const TargetStyle& style) {
    const double reach = style.size_mm * (style.stopped && !style.lost ? 0.27 : 2.0 / 3) + style.halo_mm;
    return {-reach, -reach, 2 * reach, 2 * reach};
}

} // namespace render
