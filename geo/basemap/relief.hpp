#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace geo {

/// Shaded relief of the whole world in plate carree, WGS 84: column 0 begins at 180 W, row 0 at 90 N, so that the
/// middle of pixel (column, row) is at lon -180 + (column + 0.5) * 360 / width, lat 90 - (row + 0.5) * 180 / height.
struct Relief {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb; ///< width * height * 3, row by row from the north
};

/// Reads a JPEG of 1 to 16384 pixels a side with three bands. Throws ReadError.
[[nodiscard]] Relief read_relief(const std::filesystem::path& jpeg);

} // namespace geo
