#include "render/sfml/uploaded_mesh.hpp"

#include "render/sfml/atlas.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace render {

GlTexture::GlTexture(int width, int height, const std::uint8_t* rgba, bool smaller_too) {
    glGenTextures(1, &m_name);
    glBindTexture(GL_TEXTURE_2D, m_name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, smaller_too ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR);
    if (smaller_too) glTexParameteri(GL_TEXTURE_2D, GL_GENERATE_MIPMAP, GL_TRUE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    glBindTexture(GL_TEXTURE_2D, 0);
}

GlTexture::~GlTexture() {
    if (m_name != 0) glDeleteTextures(1, &m_name);
}

void GlTexture::bind() const {
    glBindTexture(GL_TEXTURE_2D, m_name);
}

UploadedMesh::Impl::Impl(const Mesh& mesh) : px_per_mm{mesh.px_per_mm} {
    const TransientContextLock context;
    while (glGetError() != GL_NO_ERROR) {} // others' errors are not ours
    upload_shapes(mesh);
    upload_sprites(mesh);
    if (glGetError() == GL_OUT_OF_MEMORY) throw std::runtime_error{"the graphics card has no room for the map"};
}

UploadedMesh::Impl::~Impl() {
    const TransientContextLock context;
    glDeleteBuffers(1, &vertices);
    glDeleteBuffers(1, &indices);
    images.clear();
    pages.clear();
}

void UploadedMesh::Impl::upload_shapes(const Mesh& mesh) {
    const auto upload = [](GLuint& name, GLenum target, const auto& list) {
        glGenBuffers(1, &name);
        glBindBuffer(target, name);
        glBufferData(target, static_cast<GLsizeiptr>(list.size() * sizeof(list[0])), list.data(), GL_STATIC_DRAW);
        glBindBuffer(target, 0);
    };
    upload(vertices, GL_ARRAY_BUFFER, mesh.vertices);
    upload(indices, GL_ELEMENT_ARRAY_BUFFER, mesh.indices);
    index_count = mesh.indices.size();
    for (const auto& batch : mesh.batches) {
        UploadedBatch uploaded{batch.first_index, batch.index_count, batch.clip, std::nullopt, {}, 1};
        if (batch.image) {
            uploaded.image = images.size();
            uploaded.box = batch.image->box;
            uploaded.opacity = static_cast<float>(batch.image->opacity);
            const auto& image = batch.image->image;
            images.emplace_back(image.width, image.height, image.rgba.data(), true);
        }
        batches.push_back(uploaded);
    }
}

void UploadedMesh::Impl::upload_sprites(const Mesh& mesh) {
    if (mesh.sprites.empty()) return;
    constexpr int page_px = 1024;
    std::vector<SizePx> sizes;
    for (const auto& sprite : mesh.sprites)
        sizes.push_back({sprite.width, sprite.height});
    const auto layout = pack_shelves(sizes, page_px);
    for (std::size_t page = 0; page < layout.pages.size(); ++page) {
        const auto [width, height] = layout.pages[page];
        const auto row = static_cast<std::size_t>(width) * 4;
        std::vector<std::uint8_t> pixels(row * static_cast<std::size_t>(height));
        for (std::size_t i = 0; i < mesh.sprites.size(); ++i) {
            const auto& place = layout.places[i];
            if (place.page != page) continue;
            const auto& sprite = mesh.sprites[i];
            const auto sprite_row = static_cast<std::size_t>(sprite.width) * 4;
            for (int y = 0; y < sprite.height; ++y) {
                std::memcpy(
                    &pixels[static_cast<std::size_t>(place.y + y) * row + static_cast<std::size_t>(place.x) * 4],
                    &sprite.rgba[static_cast<std::size_t>(y) * sprite_row], sprite_row);
            }
        }
        pages.emplace_back(width, height, pixels.data(), false);
    }
    for (std::size_t i = 0; i < mesh.sprites.size(); ++i) {
        const auto& sprite = mesh.sprites[i];
        const auto& place = layout.places[i];
        const auto width = static_cast<float>(layout.pages[place.page].width);
        const auto height = static_cast<float>(layout.pages[place.page].height);
        sprites.push_back({sprite.anchor, sprite.box, sprite.clip, place.page, static_cast<float>(place.x) / width,
                           static_cast<float>(place.y) / height, static_cast<float>(place.x + sprite.width) / width,
                           static_cast<float>(place.y + sprite.height) / height, static_cast<float>(sprite.opacity),
                           sprite.width, sprite.height});
    }
}

UploadedMesh::UploadedMesh(const Mesh& mesh) : m_impl{std::make_unique<Impl>(mesh)} {}
UploadedMesh::~UploadedMesh() = default;
UploadedMesh::UploadedMesh(UploadedMesh&&) noexcept = default;
UploadedMesh& UploadedMesh::operator=(UploadedMesh&&) noexcept = default;

std::size_t UploadedMesh::index_count() const noexcept {
    return m_impl->index_count;
}

} // namespace render
