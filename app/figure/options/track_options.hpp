#pragma once

#include "app/figure/export_options.hpp"

#include <optional>
#include <string>

/// The options of `export` that write a track as data.
namespace app {

/// By the extension of a file name, .geojson or .gpx; empty for others.
[[nodiscard]] std::optional<TrackFormat> track_format(const std::string& output);

/// Throws UsageError unless the options give a period, and nothing that only a map has.
void check_track_options(const OptionValues&);

} // namespace app
