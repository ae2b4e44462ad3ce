#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace geo {

/// Shaded relief of the whole world in plate carrée, WGS 84: column 0 begins at 180 W, row 0 at 90 N. The centre of
/// pixel (column, row) is at lon -180 + (column + 0.5) * 360 / width, lat 90 - (row + 0.5) * 180 / height.
struct Relief {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb; ///< 3 * width * height bytes, row by row from the north
};

/// Reads a JPEG with three bands and sides of at most 16384 pixels. Throws ReadError.
[[nodiscard]] Relief read_relief(const std::filesystem::path& jpeg);

} // namespace geo
