#pragma once

#include "render/picture/picture.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace render {

/// Pixels of a picture, RGB, exactly `width` x `height`; the page is stretched to them (they are its size x dpi).
struct Raster {
    int width, height;
    std::vector<std::uint8_t> rgb;
};
[[nodiscard]] Raster rasterise(const Picture&, int width_px, int height_px);

/// A whole PNG file: RGB, pHYs from dpi, title and description as iTXt.
[[nodiscard]] std::string encode_png(const Raster&, double dpi, const std::string& title,
                                     const std::string& description);

/// A whole PDF file: text selectable, fonts embedded, creation date as given so that bytes repeat.
[[nodiscard]] std::string write_pdf(const Picture&, std::chrono::sys_seconds creation_date);

} // namespace render
