#pragma once

#include "render/picture/picture.hpp"
#include "render/sfml/mesh.hpp"

namespace render {

/// How a stroke is drawn; lengths are pixels at the mesh's scale.
struct StrokeLook {
    double half_width_px;
    Cap cap;
    Join join;
    Colour colour;
};

/// Appends the triangles of a line to a mesh. Points are in page mm. Neighbouring segments that are long enough
/// share their corners, so that translucent lines are not darker there.
void mesh_stroke(Mesh&, const Outline&, const StrokeLook&);

/// The pieces of a line that a dash pattern draws (on, off, ... in the unit of the points), cut as Cairo cuts them: the
/// pattern restarts with each outline, and if a closed line begins and ends with a dash, these are joined. A pattern
/// whose lengths add up to 0 gives the whole line.
[[nodiscard]] std::vector<Outline> cut_dashes(const Outline&, const std::vector<double>& pattern);

} // namespace render
