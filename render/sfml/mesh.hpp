#pragma once

#include "render/picture/picture.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

/// A picture prepared for the graphics card. Meshes are made on a worker, without touching the card, and uploaded on
/// the window's thread.
namespace render {

/// A corner of a triangle. `x, y` move and scale with the view; `dx, dy` are added afterwards, so that widths stay the
/// same. The shader computes a stroke's coverage of a pixel from `side` and `half_width`, as a box filter one pixel
/// wide. `fade` makes the soft edges of fills and the soft ends of strokes.
struct MeshVertex {
    float x, y;                       ///< page mm
    float dx, dy;                     ///< pixels at the mesh's px_per_mm
    float side;                       ///< pixels from the middle of the stroke; the sign tells the side
    float half_width;                 ///< pixels; negative for a fill, which has no sides
    float fade;                       ///< 0..1, multiplies the colour's alpha
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
    std::vector<Part> parts{};      ///< pixels; only these parts are drawn. Empty: the whole image is drawn
};

/// An image drawn at a constant size around its anchor. In a picture with very many symbols, consecutive small ones are
/// merged into one image that scales with the view; its positions are exact to a quarter of a pixel. A software GL
/// would take 60 ms for 25,000 sprites.
struct Sprite {
    Point anchor;        ///< page mm
    Rect box;            ///< mm, relative to the anchor; on whole pixels of the page at the mesh's px_per_mm
    std::uint32_t image; ///< index in Mesh::images
    float opacity;
    std::optional<Rect> clip; ///< page mm
    bool scales = false;      ///< with the view, as a merged image does
};

/// An image on the page, premultiplied; scales with the view.
struct MeshImage {
    Image image;
    Rect box; ///< page mm
    double opacity;
};

/// Consecutive triangles that are drawn in one call, or an image.
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

/// `px_per_mm` is the scale for which sprites are rasterised and at which dashes, joins and soft edges are exact. Text
/// outside anchored groups becomes a sprite anchored at its origin. Thread-safe; the same picture gives the same mesh.
/// Throws std::runtime_error when the tessellator or Cairo fails.
[[nodiscard]] Mesh make_mesh(const Picture&, double px_per_mm);

} // namespace render
