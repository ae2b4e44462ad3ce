#include "app/figure/page.hpp"

#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

namespace app {

namespace {

constexpr std::array presets{
    PagePreset{"web-16x9", "Web, 16:9", 1920, 1080, 0}, PagePreset{"web-4x3", "Web, 4:3", 1600, 1200, 0},
    PagePreset{"square", "Square", 1080, 1080, 0},      PagePreset{"story", "Story", 1080, 1920, 0},
    PagePreset{"column-89", "One column", 0, 0, 89},    PagePreset{"column-183", "Two columns", 0, 0, 183},
};

constexpr double screen_dpi = 192;
constexpr double print_dpi = 300;
constexpr double css_dpi = 96; // a CSS pixel is 1/96 inch
constexpr double least_type_css_px = 11;
constexpr double usual_scale = 2;
constexpr int least_pixels_a_side = 100;
constexpr int most_pixels_a_side = 20000;
constexpr double most_pixels = 2e8;

double millimetres_of(int pixels, double dpi) {
    return pixels * mm_per_inch / dpi;
}

/// The number of pixels for which `--size` gives exactly this length, to the last bit; empty if there is none.
std::optional<int> whole_pixels(double mm, double dpi) {
    const double pixels = std::round(mm * dpi / mm_per_inch);
    if (!(pixels >= least_pixels_a_side && pixels <= most_pixels_a_side)) return std::nullopt;
    const int whole = static_cast<int>(pixels);
    return millimetres_of(whole, dpi) == mm ? std::optional{whole} : std::nullopt;
}

bool is_page_of(const render::Figure& figure, const PagePreset& preset) {
    render::Figure page;
    set_preset(page, std::string{preset.name});
    return page.page_width_mm == figure.page_width_mm && page.page_height_mm == figure.page_height_mm &&
           page.dpi == figure.dpi && figure.least_type_mm == 0;
}

std::optional<std::string> unless_default(double value, double default_value) {
    return value == default_value ? std::nullopt : std::optional{fmt::format("{}", value)};
}

} // namespace

std::span<const PagePreset> page_presets() noexcept {
    return presets;
}

std::string in_words(const PagePreset& preset) {
    if (preset.width_px == 0) return fmt::format("{} ({} mm)", preset.words, preset.width_mm);
    return fmt::format("{} ({} x {})", preset.words, preset.width_px, preset.height_px);
}

void set_page_pixels(render::Figure& figure, int width, int height, std::optional<double> dpi) {
    if (std::min(width, height) < least_pixels_a_side || std::max(width, height) > most_pixels_a_side ||
        static_cast<double>(width) * height > most_pixels)
        throw UsageError{"--size: each side must be from 100 to 20000 pixels, and the page at most 200 megapixels"};
    figure.dpi = dpi.value_or(screen_dpi);
    figure.page_width_mm = millimetres_of(width, figure.dpi);
    figure.page_height_mm = millimetres_of(height, figure.dpi);
}

void set_page_millimetres(render::Figure& figure, double width_mm, std::optional<double> height_mm,
                          std::optional<double> dpi) {
    figure.dpi = dpi.value_or(print_dpi);
    figure.page_width_mm = width_mm;
    figure.page_height_mm = height_mm;
    if (width_mm / mm_per_inch * figure.dpi > most_pixels_a_side)
        throw UsageError{"--width-mm: at this --dpi the page is more than 20000 pixels wide"};
}

void set_page_css(render::Figure& figure, double css_width, double scale) {
    figure.dpi = css_dpi * scale;
    figure.page_width_mm = css_width * mm_per_inch / css_dpi;
    figure.page_height_mm.reset();
    figure.least_type_mm = least_type_css_px * mm_per_inch / css_dpi;
}

void set_preset(render::Figure& figure, const std::string& name, std::optional<double> dpi) {
    const auto preset =
        std::find_if(presets.begin(), presets.end(), [&](const PagePreset& p) { return p.name == name; });
    if (preset == presets.end()) {
        std::vector<std::string> names;
        for (const auto& p : presets)
            names.emplace_back(p.name);
        throw UsageError{"--preset: there is no preset '" + name + "'" + did_you_mean_or_list(name, names)};
    }
    if (preset->width_px > 0)
        set_page_pixels(figure, preset->width_px, preset->height_px, dpi);
    else
        set_page_millimetres(figure, preset->width_mm, std::nullopt, dpi);
}

PageOptions page_options(const render::Figure& figure) {
    PageOptions options;
    if (figure.least_type_mm > 0) {
        options.css_width = fmt::format("{}", std::round(figure.page_width_mm * css_dpi / mm_per_inch * 1e6) / 1e6);
        options.scale = unless_default(figure.dpi / css_dpi, usual_scale);
        return options;
    }
    const auto preset =
        std::find_if(presets.begin(), presets.end(), [&](const PagePreset& p) { return is_page_of(figure, p); });
    if (preset != presets.end()) {
        if (preset != presets.begin()) options.preset = std::string{preset->name};
        return options;
    }
    const auto width = whole_pixels(figure.page_width_mm, figure.dpi);
    const auto height = figure.page_height_mm ? whole_pixels(*figure.page_height_mm, figure.dpi) : std::nullopt;
    if (width && height) {
        options.size = fmt::format("{}x{}", *width, *height);
        options.dpi = unless_default(figure.dpi, screen_dpi);
        return options;
    }
    options.width_mm = fmt::format("{}", figure.page_width_mm);
    if (figure.page_height_mm) options.height_mm = fmt::format("{}", *figure.page_height_mm);
    options.dpi = unless_default(figure.dpi, print_dpi);
    return options;
}

int pixels_of(double mm, double dpi) {
    return std::max(1, static_cast<int>(std::lround(mm / mm_per_inch * dpi)));
}

} // namespace app
