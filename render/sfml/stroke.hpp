#pragma once

#include "render/picture/picture.hpp"
#include "render/sfml/mesh.hpp"

namespace render {

/// How a stroke is drawn, everything in pixels at the mesh's scale.
struct StrokeLook {
    double half_width_px;
    Cap cap;
    Join join;
    Colour colour;
};

/// Appends the triangles of a line to a mesh. Points in page mm. Neighbouring pieces share their edges wherever both
/// are longer than the line is wide, so that translucent lines are not darker at corners.
void mesh_stroke(Mesh&, const Outline&, const StrokeLook&);

/// The pieces of a line that a dash pattern (on, off, ... in the unit of the points) draws, as Cairo cuts them: it
/// starts anew with each outline, and a closed line that begins and ends drawn has no gap there. A pattern that never
/// moves on (sum 0) gives the whole line.
[[nodiscard]] std::vector<Outline> cut_dashes(const Outline&, const std::vector<double>& pattern);

} // namespace render
