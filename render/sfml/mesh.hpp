#pragma once

#include "render/picture/picture.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

/// A picture made ready for the graphics card, without touching it: made on a worker, uploaded on the window's thread.
namespace render {

/// A corner of a triangle. `x, y` move and scale with the view; `dx, dy` are added afterwards, so that widths stay. A
/// stroke's coverage is worked out a pixel from `side` and `half_width`, as a box one pixel wide would see the line;
/// the soft edge of a fill and the ends of a stroke are in `fade`.
struct MeshVertex {
    float x, y;                       ///< page mm
    float dx, dy;                     ///< pixels at the mesh's px_per_mm
    float side;                       ///< pixels from the middle of the stroke; its sign is the side
    float half_width;                 ///< pixels; negative: a fill, which has no sides
    float fade;                       ///< 0..1, times the colour's alpha
    std::array<std::uint8_t, 4> rgba; ///< not premultiplied
    [[nodiscard]] friend bool operator==(const MeshVertex&, const MeshVertex&) noexcept = default;
};

/// A bitmap of text or of an anchored group, to be packed into the atlas.
struct SpriteImage {
    struct Part {
        int x, y, width, height;
    };
    int width, height;              ///< pixels
    std::vector<std::uint8_t> rgba; ///< premultiplied, row by row from the top
    std::vector<Part> parts{};      ///< pixels, with something in them; empty: all of it is one
};

/// An image drawn at a constant size about its anchor. Where there are very many symbols, small ones that follow each
/// other are one image, right to a quarter of a pixel, that scales with the view: a software GL takes 60 ms for 25,000.
struct Sprite {
    Point anchor;        ///< page mm
    Rect box;            ///< mm about the anchor; on whole pixels of the page at the mesh's px_per_mm
    std::uint32_t image; ///< Mesh::images
    float opacity;
    std::optional<Rect> clip; ///< page mm
    bool scales = false;      ///< many in one
};

/// An image on the page, premultiplied; scales with the view.
struct MeshImage {
    Image image;
    Rect box; ///< page mm
    double opacity;
};

/// A stretch of triangles that are drawn at once, or an image.
struct MeshBatch {
    std::size_t first_index, index_count;
    std::optional<Rect> clip;                 ///< page mm
    std::shared_ptr<const MeshImage> image{}; ///< instead of triangles
};

struct Mesh {
    double width_mm, height_mm;
    double px_per_mm;
    Colour background;
    std::vector<MeshVertex> vertices;
    std::vector<std::uint32_t> indices; ///< three a triangle
    std::vector<MeshBatch> batches;     ///< in drawing order
    std::vector<SpriteImage> images;    ///< of the sprites
    std::vector<Sprite> sprites;        ///< above all batches, in drawing order
};

/// `px_per_mm`: the scale that sprites are rasterised for and that dashes, joins and soft edges are right at. Text that
/// stands in no anchored group becomes a sprite about its origin. Any thread; same picture, same mesh. Throws
/// std::runtime_error when the tessellator or Cairo fails.
[[nodiscard]] Mesh make_mesh(const Picture&, double px_per_mm);

} // namespace render
