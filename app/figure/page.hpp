#pragma once

#include "render/map/figure.hpp"
#include "render/picture/units.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The page of a figure: functions that set it from --preset, --size, --width-mm, --height-mm and --dpi, and a function
/// that finds these options for a page.
namespace app {

using render::mm_per_inch;

/// A page of `--preset`: a size in pixels at 192 dpi or, if both sides are 0, a column `width_mm` wide at 300 dpi, as
/// high as needed.
struct PagePreset {
    std::string_view name;
    std::string_view words; ///< for a menu: "Web, 16:9"
    int width_px, height_px;
    double width_mm;
};
/// All presets in the order of help and menus; the first is the default.
[[nodiscard]] std::span<const PagePreset> page_presets() noexcept;
/// "Web, 16:9 (1920 x 1080)", "One column (89 mm)"
[[nodiscard]] std::string in_words(const PagePreset&);

/// Sets page and dpi as `--preset NAME [--dpi N]` does. Throws UsageError for an unknown name and suggests a similar
/// one.
void set_preset(render::Figure&, const std::string& name, std::optional<double> dpi = std::nullopt);
/// Sets page and dpi as `--size WxH` does; 192 dpi unless given. Throws UsageError if a side is outside 100 to 20000
/// pixels or the page is larger than 200 megapixels.
void set_page_pixels(render::Figure&, int width, int height, std::optional<double> dpi);
/// Sets page and dpi as `--width-mm N [--height-mm N]` does; 300 dpi unless given. Throws UsageError if the page is
/// more than 20000 pixels wide.
void set_page_millimetres(render::Figure&, double width_mm, std::optional<double> height_mm, std::optional<double> dpi);

/// Sets page and dpi as `--css-width N --scale S` does: N CSS pixels of 1/96 inch wide, S device pixels to each, as
/// high as needed, with no type under 11 CSS pixels.
void set_page_css(render::Figure&, double css_width, double scale);

/// The options that set a page, with their values; empty for an option that is not needed.
struct PageOptions {
    std::optional<std::string> preset, size, width_mm, height_mm, dpi, css_width, scale;
};
[[nodiscard]] PageOptions page_options(const render::Figure&);

/// The pixels of a length on a page, at least 1.
[[nodiscard]] int pixels_of(double mm, double dpi);

} // namespace app
