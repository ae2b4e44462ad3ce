#pragma once

#include "assets/model/scenario.hpp"
#include "render/map/figure.hpp"
#include "render/svg/svg.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What `theatrum export` was asked for, as typed. Everything but the output may be missing.
struct ExportOptions {
    std::string scenario;
    std::string output; ///< .png, .svg or .pdf; may be empty with a layout file
    std::string layout; ///< .json; empty: none
    std::optional<std::string> at, preset, size, dpi, width_mm, height_mm;
    std::optional<std::string> projection, centre, width_km, bbox, fit, symbols, theme, words, names;
    std::optional<std::string> title, subtitle, credit, only, with, without, svg_text, known_by;
    std::optional<std::string> round_deg, delay_h;
    std::optional<std::string> fact_check, alt, caption; ///< files to write beside the picture
};

enum class PictureFormat { Png, Svg, Pdf };

/// The same, checked against the scenario and made whole by its defaults.
struct ExportRequest {
    render::Figure figure;
    std::optional<PictureFormat> format;    ///< none: layout only
    std::optional<int> width_px, height_px; ///< exact pixels of a PNG; none: from mm and dpi
    render::SvgText svg_text = render::SvgText::Live;
};

/// A page of `--preset`: exact pixels at 192 dpi, or (both 0) a column of this many mm at 300 dpi, as high as it needs.
struct PagePreset {
    std::string_view name;
    int width_px, height_px;
    double width_mm;
};
[[nodiscard]] std::span<const PagePreset> page_presets() noexcept;
/// Sets page and dpi as `--preset NAME` does. Throws UsageError that names the nearest.
void set_preset(render::Figure&, const std::string& name);

/// Throws UsageError that names the option, what is wrong with it and the nearest right value.
[[nodiscard]] ExportRequest resolve(const ExportOptions&, const assets::Scenario&);

/// The instant a command shows: `--at`, else the scenario's [time] end, else the end of its last fix.
[[nodiscard]] assets::Instant resolve_instant(const std::optional<std::string>& at, const assets::Scenario&);

} // namespace app
