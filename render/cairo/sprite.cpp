#include "render/cairo/sprite.hpp"

#include "render/cairo/play.hpp"
#include "render/picture/inspect.hpp"
#include "render/picture/transform.hpp"
#include "render/text/c_handles.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace render {

SpriteBitmap rasterise_sprite(const Group& group, const Affine& outer, double px_per_mm) {
    const auto box = bounds(group.commands);
    if (!box) return {};
    const Affine inside = compose(outer, transform_of(group));
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (const Point corner : {Point{box->x, box->y}, Point{box->right(), box->y}, Point{box->x, box->bottom()},
                               Point{box->right(), box->bottom()}}) {
        const Point at = apply(inside, corner);
        left = std::min(left, at.x * px_per_mm), right = std::max(right, at.x * px_per_mm);
        top = std::min(top, at.y * px_per_mm), bottom = std::max(bottom, at.y * px_per_mm);
    }
    constexpr double far = 1e6, longest = 4096; // px; `longest` is a texture side that graphics cards accept
    if (!(left > -far && top > -far && right < far && bottom < far)) return {};
    SpriteBitmap sprite;
    sprite.left_px = static_cast<int>(std::floor(left)) - 1;
    sprite.top_px = static_cast<int>(std::floor(top)) - 1;
    sprite.width = static_cast<int>(std::min(std::ceil(right) + 1 - sprite.left_px, longest));
    sprite.height = static_cast<int>(std::min(std::ceil(bottom) + 1 - sprite.top_px, longest));

    const CairoSurfacePtr surface{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, sprite.width, sprite.height)};
    cairo_surface_set_device_offset(surface.get(), -sprite.left_px, -sprite.top_px);
    const CairoPtr cairo{cairo_create(surface.get())};
    cairo_scale(cairo.get(), px_per_mm, px_per_mm);
    const cairo_matrix_t matrix{inside.xx, inside.yx, inside.xy, inside.yy, inside.x0, inside.y0};
    cairo_transform(cairo.get(), &matrix);
    if (group.clip) {
        cairo_rectangle(cairo.get(), group.clip->x, group.clip->y, group.clip->w, group.clip->h);
        cairo_clip(cairo.get());
    }
    play(cairo.get(), group.commands, Medium::Pixels);
    if (const auto status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error{std::string{"a symbol or label cannot be drawn: "} + cairo_status_to_string(status)};
    }

    cairo_surface_flush(surface.get());
    const auto* bytes = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(sprite.width), height = static_cast<std::size_t>(sprite.height);
    sprite.rgba.resize(width * height * 4);
    auto* out = sprite.rgba.data();
    for (std::size_t y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(bytes + y * stride);
        for (std::size_t x = 0; x < width; ++x, out += 4) {
            out[0] = static_cast<std::uint8_t>(row[x] >> 16);
            out[1] = static_cast<std::uint8_t>(row[x] >> 8);
            out[2] = static_cast<std::uint8_t>(row[x]);
            out[3] = static_cast<std::uint8_t>(row[x] >> 24);
        }
    }
    return sprite;
}

} // namespace render
