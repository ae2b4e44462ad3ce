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

struct UploadedSprite {
    Point anchor;
    Rect box;
    std::optional<Rect> clip;
    std::size_t page;
    float left, top, right, bottom; ///< 0..1 on the page of the atlas
    float opacity;
    int width, height; ///< pixels
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
    std::vector<UploadedSprite> sprites;
    std::vector<GlTexture> images, pages;

private:
    void upload_shapes(const Mesh&);
    void upload_sprites(const Mesh&);
};

} // namespace render
