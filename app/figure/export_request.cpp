#include "app/figure/export_request.hpp"

#include "app/base/errors.hpp"
#include "app/figure/export_options.hpp"

#include <algorithm>
#include <filesystem>

namespace app {

PictureFormat picture_format(const std::string& output) {
    auto extension = std::filesystem::path{output}.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (extension == ".png") return PictureFormat::Png;
    if (extension == ".svg") return PictureFormat::Svg;
    if (extension == ".pdf") return PictureFormat::Pdf;
    throw UsageError{"-o: '" + output + "' does not end in .png, .svg or .pdf"};
}

assets::Instant resolve_instant(const std::optional<std::string>& at, const assets::Scenario& scenario) {
    if (at) {
        std::string error;
        const auto instant = assets::parse_instant_argument(*at, error);
        if (!instant) throw UsageError{"--at: " + error};
        return *instant;
    }
    // The last second rather than the last millisecond, so that the instant is written without a fraction.
    if (scenario.end) return assets::measured_end(scenario.start.value_or(assets::Instant::min()), *scenario.end);
    std::optional<assets::Instant> last;
    for (const auto& fix : scenario.fixes)
        last = std::max(last.value_or(fix.measured_end()), fix.measured_end());
    if (!last) throw UsageError{"--at is needed: the scenario has neither a [time] end nor a position"};
    return *last;
}

ExportRequest resolve(const OptionValues& values, const assets::Scenario& scenario) {
    ExportRequest request;
    const OptionReading in{values, scenario, request};
    for (const auto& option : export_options()) {
        const auto value = values.find(option.name);
        option.read(in, value == values.end() ? nullptr : &value->second);
    }
    return request;
}

} // namespace app
