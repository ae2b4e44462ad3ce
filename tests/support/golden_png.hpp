#pragma once

#include "render/cairo/players.hpp"

#include <string>
#include <string_view>

namespace support {

/// Compares a picture with tests/golden/NAME ("map/korea.png"). On Debian 12, a pixel counts as different when one of
/// its channels is off by more than 16 of 255, and `tolerance` is the share of pixels that may be different (0.001: one
/// in a thousand). On other releases no region may differ by more than `golden_region_tolerance`. A failure writes
/// NAME.out.png and NAME.diff.png beside the accepted file. THEATRUM_ACCEPT=1 accepts the new picture.
void check_golden_png(const std::string& name, const render::Raster&, double tolerance = 0);

constexpr int golden_region_px = 40;              ///< side of the square regions that are compared
constexpr double golden_region_tolerance = 0.002; ///< mean over the region of the largest channel difference, 0..1

struct RegionDifference {
    int x, y;          ///< top left pixel of the region
    double difference; ///< in the unit of golden_region_tolerance
};

/// The region in which two pictures of the same size differ most.
[[nodiscard]] RegionDifference most_different_region(const render::Raster&, const render::Raster&);

/// The pixels of a PNG file, on a white background. Throws std::runtime_error when the bytes are no PNG file.
[[nodiscard]] render::Raster decode_png(std::string_view bytes);

/// Root mean square of the differences of all channels, 0..1; 1 for pictures of different sizes.
[[nodiscard]] double rmse(const render::Raster&, const render::Raster&);

struct CommandResult {
    int status;         ///< exit code; -1 when a signal ended the command
    std::string output; ///< stdout and stderr
};
/// Runs a command in the shell. Throws std::runtime_error when the shell cannot be started.
[[nodiscard]] CommandResult run_command(const std::string& shell_line);

} // namespace support
