#pragma once

#include "render/cairo/players.hpp"

#include <string>
#include <string_view>

namespace support {

/// Compares with tests/golden/NAME ("map/korea.png"). Where goldens are exact, a pixel differs when a channel is off by
/// more than 16 of 255; `tolerance` is the share of pixels that may (0.001: one in a thousand). On other releases no
/// region may differ by more than `golden_region_tolerance`. On failure NAME.out.png and NAME.diff.png are left beside
/// it. THEATRUM_ACCEPT=1 accepts what comes out.
void check_golden_png(const std::string& name, const render::Raster&, double tolerance = 0);

constexpr int golden_region_px = 40;              ///< the side of a region
constexpr double golden_region_tolerance = 0.002; ///< mean over a region of each pixel's most different channel, 0..1

struct RegionDifference {
    int x, y;          ///< its top left pixel
    double difference; ///< as the tolerance is measured
};

/// The region in which two pictures of one size differ most.
[[nodiscard]] RegionDifference most_different_region(const render::Raster&, const render::Raster&);

/// The pixels of a PNG file, over white where it is transparent. Throws std::runtime_error for bytes that are none.
[[nodiscard]] render::Raster decode_png(std::string_view bytes);

/// Root mean square of the differences of all channels, 0..1; 1 for pictures of different sizes.
[[nodiscard]] double rmse(const render::Raster&, const render::Raster&);

/// What a command prints (its errors too), and its exit status.
struct CommandResult {
    int status;
    std::string output;
};
[[nodiscard]] CommandResult run_command(const std::string& shell_line);

} // namespace support
