#pragma once

#include "assets/model/scenario.hpp"
#include "render/map/figure.hpp"
#include "render/svg/svg.hpp"

#include <map>
#include <optional>
#include <string>

namespace app {

enum class PictureFormat { Png, Svg, Pdf };

/// A figure and the files to make of it: what `theatrum export` and the export dialog ask for.
struct ExportRequest {
    render::Figure figure;
    std::optional<PictureFormat> format; ///< none: no picture, see `layout`
    render::SvgText svg_text = render::SvgText::Live;
    /// The files to write, the picture and those beside it; empty: not wanted.
    std::string output, alt, caption, fact_check, layout;
};

/// Values of options as they were typed, by the option's long name ("--width-km").
using OptionValues = std::map<std::string, std::string, std::less<>>;

/// Reads the options of `export`, completed by the defaults of scenario and program. Values of names that are no
/// options of export are passed over. Throws UsageError that names the option, what is wrong with it and the nearest
/// right value.
[[nodiscard]] ExportRequest resolve(const OptionValues&, const assets::Scenario&);

/// The instant a command shows: `--at`, else the scenario's [time] end, else the end of its last fix.
[[nodiscard]] assets::Instant resolve_instant(const std::optional<std::string>& at, const assets::Scenario&);

/// The format that a file's name asks for. Throws UsageError for an ending that is none of .png, .svg and .pdf.
[[nodiscard]] PictureFormat picture_format(const std::string& output);

} // namespace app
