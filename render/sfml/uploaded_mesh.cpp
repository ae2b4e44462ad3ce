#include "render/sfml/uploaded_mesh.hpp"

#include "render/sfml/sprites/atlas.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace render {

GlTexture::GlTexture(int width, int height, const std::uint8_t* rgba, bool mipmaps) {
    glGenTextures(1, &m_name);
    glBindTexture(GL_TEXTURE_2D, m_name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, mipmaps ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR);
    if (mipmaps) glTexParameteri(GL_TEXTURE_2D, GL_GENERATE_MIPMAP, GL_TRUE);
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

void GlTexture::set_filter(bool pixel_exact) {
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, pixel_exact ? GL_NEAREST : GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, pixel_exact ? GL_NEAREST : GL_LINEAR);
}

UploadedMesh::Impl::Impl(const Mesh& mesh) : px_per_mm{mesh.px_per_mm} {
    const TransientContextLock context;
    while (glGetError() != GL_NO_ERROR) {} // drops the errors of earlier calls
    upload_shapes(mesh);
    upload_sprites(mesh);
    if (glGetError() == GL_OUT_OF_MEMORY) {
        throw std::runtime_error{"the graphics card has too little memory for the map"};
    }
}

UploadedMesh::Impl::~Impl() {
    const TransientContextLock context;
    glDeleteBuffers(1, &vertices);
    glDeleteBuffers(1, &indices);
    glDeleteBuffers(1, &corners.buffer);
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
    for (const auto& image : mesh.images)
        sizes.push_back({image.width, image.height});
    const auto layout = pack_shelves(sizes, page_px);
    for (std::size_t page = 0; page < layout.pages.size(); ++page) {
        const auto [width, height] = layout.pages[page];
        const auto row = static_cast<std::size_t>(width) * 4;
        std::vector<std::uint8_t> pixels(row * static_cast<std::size_t>(height));
        for (std::size_t i = 0; i < mesh.images.size(); ++i) {
            const auto& place = layout.places[i];
            if (place.page != page) continue;
            const auto& image = mesh.images[i];
            const auto image_row = static_cast<std::size_t>(image.width) * 4;
            for (int y = 0; y < image.height; ++y) {
                std::memcpy(
                    &pixels[static_cast<std::size_t>(place.y + y) * row + static_cast<std::size_t>(place.x) * 4],
                    &image.rgba[static_cast<std::size_t>(y) * image_row], image_row);
            }
        }
        pages.emplace_back(width, height, pixels.data(), false);
    }
    for (std::size_t i = 0; i < mesh.images.size(); ++i) {
        const auto& image = mesh.images[i];
        const auto& place = layout.places[i];
        const auto width = static_cast<float>(layout.pages[place.page].width);
        const auto height = static_cast<float>(layout.pages[place.page].height);
        sprite_images.push_back({place.page, static_cast<float>(place.x) / width, static_cast<float>(place.y) / height,
                                 static_cast<float>(place.x + image.width) / width,
                                 static_cast<float>(place.y + image.height) / height, image.width, image.height,
                                 image.parts});
    }
    sprites = mesh.sprites;
}

UploadedMesh::UploadedMesh(const Mesh& mesh) : m_impl{std::make_unique<Impl>(mesh)} {}
UploadedMesh::~UploadedMesh() = default;
UploadedMesh::UploadedMesh(UploadedMesh&&) noexcept = default;
UploadedMesh& UploadedMesh::operator=(UploadedMesh&&) noexcept = default;

std::size_t UploadedMesh::index_count() const noexcept {
    return m_impl->index_count;
}

} // namespace render
