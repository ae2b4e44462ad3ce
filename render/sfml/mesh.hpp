#pragma once

#include "render/picture/picture.hpp"

#include <cstdint>
#include <memory>
#include <vector>

/// A picture made ready for the graphics card, without touching it: made on a worker, uploaded on the window's thread.
namespace render {

/// One vertex of a filled triangle (normal 0) or of a stroke's quad: the normal, in half widths, widens it in the
/// shader to a constant width on the page.
struct MeshVertex {
    float x, y;   ///< page mm (or mm about the anchor)
    float nx, ny; ///< direction to widen to, times the half width in mm
    std::uint32_t rgba;
};

/// A bitmap of text or of an anchored group, to be packed into the atlas: drawn at a constant size about its anchor.
struct Sprite {
    Point anchor;                   ///< page mm
    Rect box;                       ///< mm about the anchor
    int width, height;              ///< pixels
    std::vector<std::uint8_t> rgba; ///< premultiplied
    double opacity;
    Tag tag;
};

struct MeshBatch {
    std::vector<MeshVertex> triangles; ///< three a triangle
    bool strokes;                      ///< needs the stroke shader
    std::optional<Rect> clip;          ///< page mm
};

struct Mesh {
    double width_mm, height_mm;
    Colour background;
    std::vector<MeshBatch> batches; ///< in drawing order
    std::vector<Sprite> sprites;    ///< above all batches, in drawing order
};

/// `px_per_mm`: the scale that sprites are rasterised for and that dashes and thin lines are right at.
[[nodiscard]] Mesh make_mesh(const Picture&, double px_per_mm);

} // namespace render
