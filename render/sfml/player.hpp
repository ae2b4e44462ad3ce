#pragma once

#include "render/picture/units.hpp"
#include "render/sfml/mesh.hpp"

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>

#include <SFML/Graphics/BlendMode.hpp>
#include <SFML/Graphics/RenderTarget.hpp>

namespace render {

/// Maps page millimetres to the pixels of a window. Widths, symbols and text keep their size; only positions are scaled
/// by `zoom` (1 when just composed) and moved.
struct ViewTransform {
    double px_per_mm = 96.0 / mm_per_inch;   ///< of widths, symbols and text
    double zoom = 1;                         ///< factor for positions, on top of px_per_mm
    double offset_x_px = 0, offset_y_px = 0; ///< position of the page's top left corner in the target
    std::optional<Rect> within_px{};         ///< part of the target; nothing is drawn outside it
};

/// The blend mode for drawing a sf::RenderTexture that a GlPlayer has filled: its pixels have premultiplied alpha.
extern const sf::BlendMode premultiplied_alpha;

/// A mesh in the memory of the graphics card. Must be created on the window's thread, after the window. Throws
/// std::runtime_error when the card has too little memory.
class UploadedMesh {
public:
    explicit UploadedMesh(const Mesh&);
    ~UploadedMesh();
    UploadedMesh(UploadedMesh&&) noexcept;
    UploadedMesh& operator=(UploadedMesh&&) noexcept;

    [[nodiscard]] std::size_t index_count() const noexcept; ///< three a triangle

private:
    friend class GlPlayer;
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A range of a mesh's indices: whole triangles in drawing order. Slices spread the drawing of a large mesh over
/// several frames.
struct MeshSlice {
    std::size_t first = 0, end = std::numeric_limits<std::size_t>::max();
};

/// Draws uploaded meshes into any target: a window, or a RenderTexture (cleared to sf::Color::Transparent if it is to
/// be drawn over something else). Uses GL 2.1 and GLSL 1.10, and works with Mesa's software renderer. One player per
/// process is enough, because SFML's contexts share shader programs. SFML may draw into the same target before and
/// after. The target's sf::View is ignored: pixels are those of the target. The constructor throws std::runtime_error
/// with the driver's message when the shaders do not compile.
class GlPlayer {
public:
    GlPlayer();
    ~GlPlayer();
    GlPlayer(const GlPlayer&) = delete;
    GlPlayer& operator=(const GlPlayer&) = delete;

    /// Draws fills, strokes and images. An image belongs to the slice that holds the triangle after it.
    void draw_shapes(sf::RenderTarget&, const UploadedMesh&, const ViewTransform&, const MeshSlice& = {});
    /// Draws text and anchored groups at constant size around their anchors, on whole pixels.
    void draw_sprites(sf::RenderTarget&, const UploadedMesh&, const ViewTransform&);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace render
