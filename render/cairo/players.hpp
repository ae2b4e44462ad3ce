#pragma once

#include "render/picture/picture.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace render {

/// RGB pixels, row by row from the top.
struct Raster {
    int width, height;
    std::vector<std::uint8_t> rgb;
};
/// Draws the page stretched to exactly `width_px` x `height_px`, which should be the page size times the resolution.
/// Throws std::runtime_error when Cairo fails.
[[nodiscard]] Raster rasterise(const Picture&, int width_px, int height_px);

/// A complete PNG file: RGB, with `dpi` as pHYs and title and description as iTXt. Throws std::runtime_error.
[[nodiscard]] std::string encode_png(const Raster&, double dpi, const std::string& title,
                                     const std::string& description);

/// A complete PDF file with selectable text and embedded fonts. The creation date is an argument, so that the same
/// picture gives the same bytes. Throws std::runtime_error when Cairo fails.
[[nodiscard]] std::string write_pdf(const Picture&, std::chrono::sys_seconds creation_date);

} // namespace render
