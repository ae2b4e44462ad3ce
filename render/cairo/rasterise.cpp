#include "render/cairo/play.hpp"
#include "render/cairo/players.hpp"
#include "render/text/c_handles.hpp"

#include <algorithm>
#include <cstdint>
#include <future>
#include <stdexcept>

#include <fmt/format.h>

namespace render {

namespace {

/// Draws rows [top, bottom) of the picture into the raster.
void rasterise_rows(const Picture& picture, Raster& raster, int top, int bottom) {
    // Cairo drops stroke joins just outside a surface even if their corners reach into it, so a margin of rows is drawn
    // and discarded.
    constexpr int margin = 32;
    const int first = std::max(top - margin, 0), rows = std::min(bottom + margin, raster.height) - first;
    const CairoSurfacePtr surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster.width, rows)};
    cairo_surface_set_device_offset(surface.get(), 0, -first);
    const CairoPtr cairo{cairo_create(surface.get())};
    const auto& paper = picture.background;
    cairo_set_source_rgb(cairo.get(), paper.r / 255.0, paper.g / 255.0, paper.b / 255.0);
    cairo_paint(cairo.get());
    cairo_scale(cairo.get(), raster.width / picture.width_mm, raster.height / picture.height_mm);
    play(cairo.get(), picture.commands, Medium::Pixels);
    if (const auto status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error{fmt::format("a picture of {} x {} pixels cannot be drawn: {}", raster.width,
                                             raster.height, cairo_status_to_string(status))};
    }

    cairo_surface_flush(surface.get());
    const auto* bytes = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(raster.width);
    auto* out = raster.rgb.data() + static_cast<std::size_t>(top) * width * 3;
    for (auto y = static_cast<std::size_t>(top - first); y < static_cast<std::size_t>(bottom - first); ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(bytes + y * stride);
        for (std::size_t x = 0; x < width; ++x, out += 3) {
            out[0] = static_cast<std::uint8_t>(row[x] >> 16);
            out[1] = static_cast<std::uint8_t>(row[x] >> 8);
            out[2] = static_cast<std::uint8_t>(row[x]);
        }
    }
}

} // namespace

Raster rasterise(const Picture& picture, int width_px, int height_px) {
    const auto width = static_cast<std::size_t>(width_px), height = static_cast<std::size_t>(height_px);
    Raster raster{width_px, height_px, std::vector<std::uint8_t>(width * height * 3)};
    // The page is drawn in two halves on two threads, however many cores there are, so that all machines give the same
    // pixels.
    const int middle = height_px / 2;
    if (middle == 0) {
        rasterise_rows(picture, raster, 0, height_px);
        return raster;
    }
    auto lower = std::async(std::launch::async, [&] { rasterise_rows(picture, raster, middle, height_px); });
    rasterise_rows(picture, raster, 0, middle);
    lower.get();
    return raster;
}

} // namespace render
