#pragma once

#include "assets/model/scenario.hpp"
#include "render/map/figure.hpp"
#include "render/svg/svg.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

enum class PictureFormat { Png, Svg, Pdf };
enum class TrackFormat { GeoJson, Gpx };

/// Several instants in one picture.
struct Instants {
    enum class As { Panels, Arrows }; ///< a map of each; one map with arrows from the earlier positions
    std::vector<assets::Instant> at;  ///< two or more, in order of time
    bool is_comparison = false;       ///< of `--at` and `--compare`: exactly two
    As as = As::Panels;               ///< Arrows only of a comparison
};

/// A figure and the files to write, as `theatrum export` and the export dialog request them.
struct ExportRequest {
    render::Figure figure;
    std::optional<PictureFormat> format; ///< empty: no picture is written, only files such as `layout`
    std::optional<TrackFormat> track;    ///< the tracks of the period are written as data, instead of a picture
    std::optional<Instants> several;     ///< the figure's instant is the last of them
    render::SvgText svg_text = render::SvgText::Live;
    /// Paths of the picture and of the files beside it; a file with an empty path is not written.
    std::string output, alt, caption, fact_check, layout;
};

/// Values of options as they were typed, by the option's long name ("--width-km"). The values of an option that was
/// given several times are joined with line feeds.
using OptionValues = std::map<std::string, std::string, std::less<>>;

/// Reads the options of `export`; missing options have the defaults of the scenario or of the program. Names that are
/// not options of `export` are ignored. Throws a UsageError that names the option, says what is wrong with the value
/// and suggests a similar one.
[[nodiscard]] ExportRequest resolve(const OptionValues&, const assets::Scenario&);

/// The instant that a command shows: `--at`, else [view] at, else noon of the last day with a report that is not after
/// data_to, else the end of [time]. Throws UsageError when `--at` is not an instant, or is missing and there is none of
/// these.
[[nodiscard]] assets::Instant resolve_instant(const std::optional<std::string>& at, const assets::Scenario&);

/// Whether nobody is credited for positions of the scenario that feeds have sent: neither their sources have a
/// publisher, nor is there a credit, `credit` or else the scenario's.
[[nodiscard]] bool lacks_credit(const assets::Scenario&, const std::optional<std::string>& credit);

/// The format by the extension of a file name. Throws UsageError unless the extension is .png, .svg or .pdf.
[[nodiscard]] PictureFormat picture_format(const std::string& output);

} // namespace app
