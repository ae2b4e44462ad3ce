#include "app/figure/export_request.hpp"

#include "app/base/errors.hpp"
#include "app/figure/export_options.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace app {

namespace {

/// The last day with a report that is not after the day on which research stopped, at noon UTC; the last instant of a
/// recording. Empty when there is no report.
std::optional<assets::Instant> last_report(const assets::Scenario& scenario) {
    const assets::Instant limit =
        std::min(scenario.data_to_day.value_or(assets::far_future), scenario.end.value_or(assets::far_future));
    std::optional<assets::Instant> last;
    for (const auto& fix : scenario.fixes) {
        if (fix.kind() == assets::FixKind::Planned || fix.from > limit) continue;
        const bool is_open = fix.to + std::chrono::hours{24} >= assets::far_future;
        const assets::Instant end =
            is_open && limit == assets::far_future ? fix.from : std::min(fix.measured_end(), limit);
        last = std::max(last.value_or(end), end);
    }
    if (!last || scenario.recording) return last;
    const std::chrono::seconds offset{std::llround(scenario.utc_offset_h * 3600)};
    return std::chrono::floor<std::chrono::days>(*last + offset) + std::chrono::hours{12};
}

} // namespace

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
    if (scenario.view.at) return *scenario.view.at;
    if (const auto last = last_report(scenario)) return *last;
    // The last second rather than the last millisecond, so that the instant is written without a fraction.
    if (scenario.end) return assets::measured_end(scenario.start.value_or(assets::Instant::min()), *scenario.end);
    throw UsageError{"--at is needed: the scenario has neither a position nor a [time] end"};
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

bool lacks_credit(const assets::Scenario& scenario, const std::optional<std::string>& credit) {
    const auto is_blank = [](const std::string& text) {
        return text.find_first_not_of(" \t") == std::string::npos;
    };
    if (!is_blank(credit.value_or(scenario.credit))) return false;
    return std::any_of(scenario.sources.begin(), scenario.sources.end(), [&](const assets::Source& source) {
        return assets::is_feed(source) && is_blank(source.publisher);
    });
}

} // namespace app
