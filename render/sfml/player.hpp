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

/// How a picture lies in a window: page millimetres to pixels. Widths, symbols and text keep their size; only positions
/// are scaled by `zoom` (1 when just composed) and moved.
struct ViewTransform {
    double px_per_mm = 96.0 / mm_per_inch;   ///< of widths, symbols and text
    double zoom = 1;                         ///< of positions, on top of px_per_mm
    double offset_x_px = 0, offset_y_px = 0; ///< of the page's top left corner in the target
    std::optional<Rect> within_px{};         ///< of the target: nothing is drawn outside
};

/// What is drawn here has premultiplied alpha: a sf::RenderTexture it was drawn into is put on a window with this.
extern const sf::BlendMode premultiplied_alpha;

/// A mesh on the graphics card. Made on the window's thread, after the window. Throws std::runtime_error when the card
/// has no room.
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

/// A stretch of a mesh's indices, whole triangles in drawing order: what is too much for one frame is drawn in several.
struct MeshSlice {
    std::size_t first = 0, end = std::numeric_limits<std::size_t>::max();
};

/// Draws uploaded meshes into any target: a window, or a RenderTexture (cleared to sf::Color::Transparent where the sea
/// is to stay open). GL 2.1 and GLSL 1.10; works under Mesa's software renderer. One a process: SFML's contexts share
/// programs. SFML may draw into the same target before and after. The target's view is not looked at: pixels are the
/// target's own. The constructor throws std::runtime_error with the driver's words when the shaders do not compile.
class GlPlayer {
public:
    GlPlayer();
    ~GlPlayer();
    GlPlayer(const GlPlayer&) = delete;
    GlPlayer& operator=(const GlPlayer&) = delete;

    /// Fills, strokes and images; an image belongs to the slice in which the next triangle lies.
    void draw_shapes(sf::RenderTarget&, const UploadedMesh&, const ViewTransform&, const MeshSlice& = {});
    /// Text and anchored groups, at constant size about their anchors, on whole pixels.
    void draw_sprites(sf::RenderTarget&, const UploadedMesh&, const ViewTransform&);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace render
