#include "render/sfml/player.hpp"

#include "render/picture/rect.hpp"
#include "render/sfml/uploaded_mesh.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string>

#include <SFML/Graphics/RenderTarget.hpp>

namespace render {

const sf::BlendMode premultiplied_alpha{sf::BlendMode::One, sf::BlendMode::OneMinusSrcAlpha};

namespace {

/// Locations of the vertex attributes, bound before linking.
enum Attribute : GLuint { AtMm, OffsetPx, Edge, Paint };

constexpr const char* shape_vertex = R"(
#version 110
uniform vec4 page;   // x: pixels per mm of at_mm; y: factor for offset_px; zw: the page's corner in pixels
uniform vec2 target; // pixels
attribute vec2 at_mm;
attribute vec2 offset_px;
attribute vec3 edge; // side, half width (both pixels), fade
attribute vec4 paint;
varying vec3 v_edge;
varying vec4 v_paint;
void main() {
    vec2 px = at_mm * page.x + offset_px * page.y + page.zw;
    gl_Position = vec4(px.x / target.x * 2.0 - 1.0, 1.0 - px.y / target.y * 2.0, 0.0, 1.0);
    v_edge = edge;
    v_paint = paint;
}
)";

constexpr const char* shape_fragment = R"(
#version 110
varying vec3 v_edge;
varying vec4 v_paint;
void main() {
    // The part of a box one pixel wide that the line covers; correct for lines thinner than a pixel too.
    float away = abs(v_edge.x), half_width = v_edge.y;
    float across = clamp(half_width + 0.5 - away, 0.0, 1.0) - clamp(0.5 - half_width - away, 0.0, 1.0);
    // Not premultiplied, because a faint colour would lose most of its bits before blending.
    gl_FragColor = vec4(v_paint.rgb, v_paint.a * v_edge.z * (half_width < 0.0 ? 1.0 : across));
}
)";

constexpr const char* image_vertex = R"(
#version 110
uniform vec2 target;
uniform vec2 shift;       // pixels
attribute vec2 at_mm;     // in this shader: pixels
attribute vec2 offset_px; // in this shader: texture coordinates
attribute vec3 edge;      // in this shader: x is the opacity
varying vec3 v_place;
void main() {
    vec2 px = at_mm + shift;
    gl_Position = vec4(px.x / target.x * 2.0 - 1.0, 1.0 - px.y / target.y * 2.0, 0.0, 1.0);
    v_place = vec3(offset_px, edge.x);
}
)";

constexpr const char* image_fragment = R"(
#version 110
uniform sampler2D bitmap;
varying vec3 v_place;
void main() {
    gl_FragColor = texture2D(bitmap, v_place.xy) * v_place.z;
}
)";

GLuint compiled(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    GLint ok = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &ok);
    if (ok == 0) {
        std::array<char, 2048> log{};
        glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), nullptr, log.data());
        glDeleteShader(shader);
        throw std::runtime_error{std::string{"the graphics driver cannot compile a shader: "} + log.data()};
    }
    return shader;
}

GLuint linked(const char* vertex_source, const char* fragment_source) {
    const GLuint vertex = compiled(GL_VERTEX_SHADER, vertex_source);
    const GLuint fragment = compiled(GL_FRAGMENT_SHADER, fragment_source);
    const GLuint program = glCreateProgram();
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glBindAttribLocation(program, AtMm, "at_mm");
    glBindAttribLocation(program, OffsetPx, "offset_px");
    glBindAttribLocation(program, Edge, "edge");
    glBindAttribLocation(program, Paint, "paint");
    glLinkProgram(program);
    glDeleteShader(vertex); // shaders are freed together with the program
    glDeleteShader(fragment);
    GLint ok = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &ok);
    if (ok == 0) {
        std::array<char, 2048> log{};
        glGetProgramInfoLog(program, static_cast<GLsizei>(log.size()), nullptr, log.data());
        glDeleteProgram(program);
        throw std::runtime_error{std::string{"the graphics driver cannot link shaders: "} + log.data()};
    }
    return program;
}

/// A corner of an image or sprite.
struct ImageVertex {
    float x, y; ///< pixels of the target
    float u, v; ///< 0..1
    float opacity;
};

/// Maps page mm to pixels of the target.
struct ToPixels {
    explicit ToPixels(const ViewTransform& view)
        : scale{view.px_per_mm * view.zoom}, x0{view.offset_x_px}, y0{view.offset_y_px} {}
    [[nodiscard]] Rect operator()(const Rect& r) const {
        return {r.x * scale + x0, r.y * scale + y0, r.w * scale, r.h * scale};
    }
    double scale, x0, y0;
};

/// Sets the GL state for our drawing; the destructor restores the state that SFML expects.
class Drawing {
public:
    Drawing(sf::RenderTarget& target, GLuint program, const std::optional<Rect>& within)
        : m_target{target}, m_program{program}, m_within{within} {
        target.setActive(true);
        glDisableClientState(GL_VERTEX_ARRAY);
        glDisableClientState(GL_COLOR_ARRAY);
        glDisableClientState(GL_TEXTURE_COORD_ARRAY);
        glDisable(GL_CULL_FACE);
        glDisable(GL_DEPTH_TEST);
        glDisable(GL_SCISSOR_TEST);
        glActiveTexture(GL_TEXTURE0);
        glEnable(GL_BLEND);
        glBlendEquation(GL_FUNC_ADD);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        const auto size = target.getSize();
        m_width = static_cast<int>(size.x), m_height = static_cast<int>(size.y);
        glViewport(0, 0, m_width, m_height);
        glUseProgram(program);
        glUniform2f(glGetUniformLocation(program, "target"), static_cast<float>(size.x), static_cast<float>(size.y));
    }
    ~Drawing() {
        for (const GLuint attribute : {AtMm, OffsetPx, Edge, Paint})
            glDisableVertexAttribArray(attribute);
        glBindBuffer(GL_ARRAY_BUFFER, 0);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, 0);
        glBindTexture(GL_TEXTURE_2D, 0);
        glUseProgram(0);
        glDisable(GL_SCISSOR_TEST);
        m_target.resetGLStates();
    }
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

    /// Clips to `box` and to the view's within_px, in pixels, y down.
    void cut_to(std::optional<Rect> box) const {
        if (m_within) box = box ? common_part(*box, *m_within) : *m_within;
        if (!box) {
            glDisable(GL_SCISSOR_TEST);
            return;
        }
        const int left = pixel(box->x, m_width), right = pixel(box->right(), m_width);
        const int top = pixel(box->y, m_height), bottom = pixel(box->bottom(), m_height);
        glEnable(GL_SCISSOR_TEST);
        glScissor(left, m_height - bottom, right - left, bottom - top);
    }

    static void attribute(GLuint location, GLint count, std::size_t stride, const void* first) {
        glEnableVertexAttribArray(location);
        glVertexAttribPointer(location, count, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride), first);
    }

    static void image_attributes(const void* at, const void* place, const void* opacity) {
        attribute(AtMm, 2, sizeof(ImageVertex), at);
        attribute(OffsetPx, 2, sizeof(ImageVertex), place);
        attribute(Edge, 1, sizeof(ImageVertex), opacity);
    }

    /// Sets how far the images drawn from now on are moved, in pixels.
    void shift(double right, double down) const {
        glUniform2f(glGetUniformLocation(m_program, "shift"), static_cast<float>(right), static_cast<float>(down));
    }

    static void quads(const std::vector<ImageVertex>& corners) {
        glBindBuffer(GL_ARRAY_BUFFER, 0);
        image_attributes(&corners[0].x, &corners[0].u, &corners[0].opacity);
        glDrawArrays(GL_QUADS, 0, static_cast<GLsizei>(corners.size()));
    }

private:
    static int pixel(double at, int most) { return static_cast<int>(std::lround(std::clamp(at, 0.0, double(most)))); }

    sf::RenderTarget& m_target;
    GLuint m_program;
    std::optional<Rect> m_within;
    int m_width = 0, m_height = 0;
};

const void* buffer_offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes); // NOLINT: GL takes an offset in the bound buffer as a pointer
}

void add_quad(std::vector<ImageVertex>& quads, const Rect& at, const Rect& place, float opacity) {
    const auto corner = [&](double x, double y, double u, double v) {
        quads.push_back(
            {static_cast<float>(x), static_cast<float>(y), static_cast<float>(u), static_cast<float>(v), opacity});
    };
    corner(at.x, at.y, place.x, place.y);
    corner(at.right(), at.y, place.right(), place.y);
    corner(at.right(), at.bottom(), place.right(), place.bottom());
    corner(at.x, at.bottom(), place.x, place.bottom());
}

} // namespace

struct GlPlayer::Impl : private sf::GlResource {
    Impl() {
        const TransientContextLock context;
        shapes = linked(shape_vertex, shape_fragment);
        images = linked(image_vertex, image_fragment);
    }
    ~Impl() {
        const TransientContextLock context;
        glDeleteProgram(shapes);
        glDeleteProgram(images);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void draw_triangles(const UploadedMesh::Impl& mesh, std::size_t first, std::size_t end) const {
        constexpr std::size_t stride = sizeof(MeshVertex);
        glBindBuffer(GL_ARRAY_BUFFER, mesh.vertices);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, mesh.indices);
        Drawing::attribute(AtMm, 2, stride, buffer_offset(offsetof(MeshVertex, x)));
        Drawing::attribute(OffsetPx, 2, stride, buffer_offset(offsetof(MeshVertex, dx)));
        Drawing::attribute(Edge, 3, stride, buffer_offset(offsetof(MeshVertex, side)));
        glEnableVertexAttribArray(Paint);
        glVertexAttribPointer(Paint, 4, GL_UNSIGNED_BYTE, GL_TRUE, static_cast<GLsizei>(stride),
                              buffer_offset(offsetof(MeshVertex, rgba)));
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(end - first), GL_UNSIGNED_INT,
                       buffer_offset(first * sizeof(std::uint32_t)));
        glDisableVertexAttribArray(Paint);
    }

    GLuint shapes = 0, images = 0;
};

GlPlayer::GlPlayer() : m_impl{std::make_unique<Impl>()} {}
GlPlayer::~GlPlayer() = default;

void GlPlayer::draw_shapes(sf::RenderTarget& target, const UploadedMesh& uploaded, const ViewTransform& view,
                           const MeshSlice& slice) {
    const auto& mesh = *uploaded.m_impl;
    if (mesh.batches.empty()) return;
    const ToPixels to_pixels{view};
    const Drawing drawing{target, m_impl->shapes, view.within_px};
    glUniform4f(glGetUniformLocation(m_impl->shapes, "page"), static_cast<float>(to_pixels.scale),
                static_cast<float>(view.px_per_mm / mesh.px_per_mm), static_cast<float>(view.offset_x_px),
                static_cast<float>(view.offset_y_px));
    const auto size = target.getSize();
    glUseProgram(m_impl->images);
    glUniform2f(glGetUniformLocation(m_impl->images, "target"), static_cast<float>(size.x), static_cast<float>(size.y));
    for (const auto& batch : mesh.batches) {
        const std::size_t first = std::max(batch.first_index, slice.first);
        const std::size_t end = std::min(batch.first_index + batch.index_count, slice.end);
        if (batch.image ? first != batch.first_index || first >= slice.end : first >= end) continue;
        drawing.cut_to(batch.clip ? std::optional{to_pixels(*batch.clip)} : std::nullopt);
        if (batch.image) {
            glUseProgram(m_impl->images);
            glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
            mesh.images[*batch.image].bind();
            std::vector<ImageVertex> quad;
            add_quad(quad, to_pixels(batch.box), {0, 0, 1, 1}, batch.opacity);
            Drawing::quads(quad);
        } else {
            glUseProgram(m_impl->shapes);
            glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
            m_impl->draw_triangles(mesh, first, end);
        }
    }
}

namespace {

/// The part of `whole`, the rectangle of an image, that belongs to a part of the image's pixels.
Rect part_of(const Rect& whole, const SpriteImage::Part& part, const UploadedSpriteImage& image) {
    const double x = whole.w / image.width, y = whole.h / image.height;
    return {whole.x + part.x * x, whole.y + part.y * y, part.width * x, part.height * y};
}

/// Computes and uploads the corners of all sprites for a view.
void place_corners(SpriteCorners& corners, const std::vector<Sprite>& sprites,
                   const std::vector<UploadedSpriteImage>& images, const ViewTransform& view, bool same_scale) {
    const ToPixels to_pixels{view};
    corners.scale = to_pixels.scale;
    corners.px_per_mm = view.px_per_mm;
    corners.x0 = to_pixels.x0;
    corners.y0 = to_pixels.y0;
    corners.runs.clear();
    std::vector<ImageVertex> quads;
    quads.reserve(sprites.size() * 4);
    for (const Sprite& sprite : sprites) {
        const UploadedSpriteImage& image = images[sprite.image];
        Rect at{sprite.anchor.x * to_pixels.scale + to_pixels.x0 + sprite.box.x * view.px_per_mm,
                sprite.anchor.y * to_pixels.scale + to_pixels.y0 + sprite.box.y * view.px_per_mm,
                sprite.box.w * view.px_per_mm, sprite.box.h * view.px_per_mm};
        if (sprite.scales) at.w *= view.zoom, at.h *= view.zoom;
        // On whole pixels, letters stay as sharp as they were rasterised.
        const bool pixel_exact = same_scale && (!sprite.scales || view.zoom == 1);
        if (pixel_exact) at = {std::round(at.x), std::round(at.y), double(image.width), double(image.height)};
        const auto* last = corners.runs.empty() ? nullptr : &corners.runs.back();
        if (!last || last->page != image.page || last->clip != sprite.clip || last->pixel_exact != pixel_exact)
            corners.runs.push_back({image.page, sprite.clip, quads.size(), 0, pixel_exact});
        const std::size_t before = quads.size();
        const Rect place{image.left, image.top, image.right - image.left, image.bottom - image.top};
        if (image.parts.empty()) add_quad(quads, at, place, sprite.opacity);
        for (const SpriteImage::Part& part : image.parts)
            add_quad(quads, part_of(at, part, image), part_of(place, part, image), sprite.opacity);
        corners.runs.back().count += quads.size() - before;
    }
    if (corners.buffer == 0) glGenBuffers(1, &corners.buffer);
    glBindBuffer(GL_ARRAY_BUFFER, corners.buffer);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(quads.size() * sizeof(ImageVertex)), quads.data(),
                 GL_DYNAMIC_DRAW);
}

/// Whether the view has only moved by whole pixels since the corners were made.
bool only_moved(const SpriteCorners& corners, const ViewTransform& view) {
    const ToPixels to_pixels{view};
    const auto whole = [](double px) {
        return std::abs(px - std::round(px)) < 1e-3;
    };
    return corners.buffer != 0 && corners.scale == to_pixels.scale && corners.px_per_mm == view.px_per_mm &&
           whole(to_pixels.x0 - corners.x0) && whole(to_pixels.y0 - corners.y0);
}

} // namespace

void GlPlayer::draw_sprites(sf::RenderTarget& target, const UploadedMesh& uploaded, const ViewTransform& view) {
    auto& mesh = *uploaded.m_impl;
    if (mesh.sprites.empty()) return;
    const ToPixels to_pixels{view};
    const bool same_scale = std::abs(view.px_per_mm / mesh.px_per_mm - 1) < 1e-6;
    const Drawing drawing{target, m_impl->images, view.within_px};
    SpriteCorners& corners = mesh.corners;
    if (!only_moved(corners, view)) place_corners(corners, mesh.sprites, mesh.sprite_images, view, same_scale);
    drawing.shift(to_pixels.x0 - corners.x0, to_pixels.y0 - corners.y0);
    glBindBuffer(GL_ARRAY_BUFFER, corners.buffer);
    Drawing::image_attributes(buffer_offset(offsetof(ImageVertex, x)), buffer_offset(offsetof(ImageVertex, u)),
                              buffer_offset(offsetof(ImageVertex, opacity)));
    for (const SpriteCorners::Run& run : corners.runs) {
        drawing.cut_to(run.clip ? std::optional{to_pixels(*run.clip)} : std::nullopt);
        mesh.pages[run.page].bind();
        GlTexture::set_filter(run.pixel_exact);
        glDrawArrays(GL_QUADS, static_cast<GLint>(run.first), static_cast<GLsizei>(run.count));
    }
    drawing.shift(0, 0);
}

} // namespace render
