#pragma once

#include "render/map/figure.hpp"
#include "render/picture/units.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The page of a figure: what --preset, --size, --width-mm, --height-mm and --dpi make of it, and the way back.
namespace app {

using render::mm_per_inch;

/// A page of `--preset`: exact pixels at 192 dpi, or (both 0) a column of this many mm at 300 dpi, as high as it needs.
struct PagePreset {
    std::string_view name;
    std::string_view words; ///< for a menu: "Web, 16:9"
    int width_px, height_px;
    double width_mm;
};
/// In the order of help and menus; the first is the default.
[[nodiscard]] std::span<const PagePreset> page_presets() noexcept;
/// "Web, 16:9 (1920 x 1080)", "One column (89 mm)"
[[nodiscard]] std::string in_words(const PagePreset&);

/// Sets page and dpi as `--preset NAME [--dpi N]` does. Throws UsageError that names the nearest.
void set_preset(render::Figure&, const std::string& name, std::optional<double> dpi = std::nullopt);
/// As `--size WxH`; 192 dpi unless given. Throws UsageError for a side outside 100 to 20000 or over 200 megapixels.
void set_page_pixels(render::Figure&, int width, int height, std::optional<double> dpi);
/// As `--width-mm N [--height-mm N]`; 300 dpi unless given. Throws UsageError when that is over 20000 pixels wide.
void set_page_millimetres(render::Figure&, double width_mm, std::optional<double> height_mm, std::optional<double> dpi);

/// The options that give this page, as text; empty ones are left out.
struct PageOptions {
    std::optional<std::string> preset, size, width_mm, height_mm, dpi;
};
[[nodiscard]] PageOptions page_options(const render::Figure&);

/// The pixels of a length on a page, at least 1.
[[nodiscard]] int pixels_of(double mm, double dpi);

} // namespace app
