#pragma once

#include "render/sfml/player.hpp"

#include <cstddef>
#include <vector>

// The GL library exports the functions of GL 1.3 to 2.1 on every system that we build for.
#define GL_GLEXT_PROTOTYPES
#include <SFML/OpenGL.hpp>
#include <SFML/Window/GlResource.hpp>

namespace render {

/// A texture with premultiplied alpha.
class GlTexture {
public:
    GlTexture(int width, int height, const std::uint8_t* rgba, bool mipmaps);
    ~GlTexture();
    GlTexture(GlTexture&& other) noexcept : m_name{other.m_name} { other.m_name = 0; }
    GlTexture& operator=(GlTexture&&) = delete;

    void bind() const;
    /// Sets the filter of the bound texture; `pixel_exact` means that each of its pixels covers one pixel of the
    /// target.
    static void set_filter(bool pixel_exact);

private:
    GLuint m_name = 0;
};

struct UploadedBatch {
    std::size_t first_index, index_count;
    std::optional<Rect> clip;
    std::optional<std::size_t> image; ///< index in Impl::images
    Rect box;                         ///< of the image
    float opacity;
};

/// The place of a sprite's image in the atlas.
struct UploadedSpriteImage {
    std::size_t page;               ///< of the atlas
    float left, top, right, bottom; ///< 0..1 on the atlas page
    int width, height;              ///< pixels
    std::vector<SpriteImage::Part> parts;
};

/// The corners of all sprites for the view drawn last. They are kept while the view only moves by whole pixels.
struct SpriteCorners {
    struct Run {                  ///< sprites that are drawn in one call
        std::size_t page;         ///< of the atlas
        std::optional<Rect> clip; ///< page mm
        std::size_t first, count; ///< corners
        bool pixel_exact;         ///< each pixel of the atlas page covers one pixel of the target
    };
    GLuint buffer = 0;
    double scale = 0, px_per_mm = 0, x0 = 0, y0 = 0; ///< of the view for which the corners were made
    std::vector<Run> runs{};
};

/// Owns the objects on the graphics card. As an sf::GlResource it keeps a GL context alive until its destructor has
/// run.
struct UploadedMesh::Impl : private sf::GlResource {
    explicit Impl(const Mesh&);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    GLuint vertices = 0, indices = 0;
    std::size_t index_count = 0;
    double px_per_mm;
    std::vector<UploadedBatch> batches;
    std::vector<Sprite> sprites;
    std::vector<UploadedSpriteImage> sprite_images;
    SpriteCorners corners;
    std::vector<GlTexture> images, pages;

private:
    void upload_shapes(const Mesh&);
    void upload_sprites(const Mesh&);
};

} // namespace render
