#pragma once

#include "render/sfml/player.hpp"

#include <cstddef>
#include <vector>

// GL 1.3 to 2.1 are functions of the library on every system that we build for.
#define GL_GLEXT_PROTOTYPES
#include <SFML/OpenGL.hpp>
#include <SFML/Window/GlResource.hpp>

namespace render {

/// A texture with premultiplied alpha.
class GlTexture {
public:
    GlTexture(int width, int height, const std::uint8_t* rgba, bool smaller_too);
    ~GlTexture();
    GlTexture(GlTexture&& other) noexcept : m_name{other.m_name} { other.m_name = 0; }
    GlTexture& operator=(GlTexture&&) = delete;

    void bind() const;
    /// `exactly`: a pixel of it is a pixel of the target; to be called when it is bound.
    static void take_pixels(bool exactly);

private:
    GLuint m_name = 0;
};

struct UploadedBatch {
    std::size_t first_index, index_count;
    std::optional<Rect> clip;
    std::optional<std::size_t> image; ///< place in the list of images
    Rect box;                         ///< of the image
    float opacity;
};

/// Where an image of a sprite lies in the atlas.
struct UploadedSpriteImage {
    std::size_t page;
    float left, top, right, bottom; ///< 0..1 on the page
    int width, height;              ///< pixels
    std::vector<SpriteImage::Part> parts;
};

/// The corners of all sprites as they were drawn last. They are made anew only when the view has changed in more than
/// being moved by whole pixels.
struct SpriteCorners {
    struct Run { ///< what can be drawn at once
        std::size_t page;
        std::optional<Rect> clip; ///< page mm
        std::size_t first, count; ///< corners
        bool exactly;             ///< pixel on pixel
    };
    GLuint buffer = 0;
    double scale = 0, px_per_mm = 0, x0 = 0, y0 = 0; ///< of the view they were made for
    std::vector<Run> runs{};
};

/// Owns what lies on the card. A resource of SFML, so that a context is there when it goes, in whatever order.
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
