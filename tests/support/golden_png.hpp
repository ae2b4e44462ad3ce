#pragma once

#include "render/cairo/players.hpp"

#include <string>
#include <string_view>

namespace support {

/// Compares with tests/golden/NAME ("map/korea.png"). A pixel differs when a channel is off by more than 16 of 255;
/// `tolerance` is the share of pixels that may (0.001: one in a thousand). On failure NAME.out.png and NAME.diff.png
/// are left beside it. THEATRUM_ACCEPT=1 accepts what comes out.
void check_golden_png(const std::string& name, const render::Raster&, double tolerance = 0);

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
