#pragma once

#include "render/picture/picture.hpp"

#include <optional>
#include <vector>

namespace render {

/// A ship as a target of a display after IMO SN.1/Circ.243: an acute triangle while it moves, a disc while it lies
/// still. Our own drawing; angles are clockwise from north on the page.
struct TargetStyle {
    Colour colour{};
    Colour halo{255, 255, 255, 255};
    Colour ink{0, 0, 0, 255}; ///< of the lost mark
    double halo_mm = 0.3;
    double size_mm = 4.2; ///< length of the triangle
    bool stopped = false;
    bool lost = false;                 ///< crossed out: no message for a while
    double points_to_deg = 0;          ///< where the triangle points: the heading, else the course
    std::optional<double> heading_deg; ///< a solid line from the tip; none when not known
    std::optional<double> vector_deg;  ///< a dashed line along the course; none when it does not move
    double vector_mm = 0;              ///< its length: the way made good in the minutes of the vector
};

/// The triangle or disc with its lost mark, centred on 0,0.
[[nodiscard]] std::vector<Command> draw_target(const TargetStyle&);
/// The heading line and the speed vector, which begin at 0,0. Empty when there is neither.
[[nodiscard]] std::vector<Command> draw_target_lines(const TargetStyle&);
/// A small mark for a target without room for its own symbol: a triangle or a dot, `size_mm` long.
[[nodiscard]] std::vector<Command> draw_small_target(const TargetStyle&);
/// The box of draw_target() in any direction.
[[nodiscard]] Rect target_box(const TargetStyle&);

} // namespace render
