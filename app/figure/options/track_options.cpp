#include "app/figure/options/track_options.hpp"

#include "app/base/errors.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include <fmt/format.h>

namespace app {

std::optional<TrackFormat> track_format(const std::string& output) {
    auto extension = std::filesystem::path{output}.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (extension == ".geojson") return TrackFormat::GeoJson;
    if (extension == ".gpx") return TrackFormat::Gpx;
    return std::nullopt;
}

void check_track_options(const OptionValues& values) {
    constexpr std::array<std::string_view, 6> of_tracks{"--output", "--from",     "--to",
                                                        "--only",   "--known-by", "--round-deg"};
    if (!values.contains("--from") || !values.contains("--to"))
        throw UsageError{"-o: a track as data needs a period; give --from and --to"};
    for (const auto& option : export_options())
        if (values.contains(option.name) &&
            std::find(of_tracks.begin(), of_tracks.end(), option.name) == of_tracks.end())
            throw UsageError{fmt::format("{}: a track as data has no map; leave it out", option.name)};
}

} // namespace app
