#include "render/map/layers/legend/rows.hpp"
#include "render/map/style/live_marks.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace render {
namespace {

/// The words after "in the last": "30 minutes", "hour", "6 hours".
std::string span_words(const Words& words, std::chrono::seconds length) {
    const auto count = length.count();
    const auto worded = [&](const char* one, const char* several, long unit) {
        const long n = std::max(1L, (count + unit / 2) / unit);
        return n == 1 ? words(one) : words(several, {{"count", fmt::format("{}", n)}});
    };
    constexpr long minute = 60, hour = 60 * minute, day = 24 * hour;
    if (count % hour != 0 && count < 3 * hour) return worded("legend.minute", "legend.minutes", minute);
    return count <= 2 * day ? worded("legend.hour", "legend.hours", hour) : worded("legend.day", "legend.days", day);
}

/// Adds the row for trails. Its sample grows fainter to the left, as a trail does with age.
void add_trail_row(LegendRows& legend, std::chrono::seconds length) {
    LegendRow& row = legend.add(LegendPlace::Tracks, "how:trail",
                                legend.in.words("legend.trail", {{"span", span_words(legend.in.words, length)}}), 4);
    const double w = legend.in.theme.legend_sample_mm(), part = w / static_cast<double>(trail_opacities.size());
    double x = -w / 2;
    for (const double strength : trail_opacities) {
        row.sample.push_back({StrokePath{{{{{x, 0}, {x + part, 0}}, false}},
                                         faded(legend.sample_colour(), strength),
                                         trail_width * legend.in.theme.track_mm,
                                         {}}});
        x += part;
    }
}

} // namespace

void tracks_legend(LegendRows& legend) {
    if (legend.visible.legs) {
        const Theme& theme = legend.in.theme;
        LegendRow& row = legend.add(LegendPlace::Tracks, "how:leg", legend.in.words("legend.leg"), 4);
        const double half = theme.legend_sample_mm() / 2;
        row.sample = {
            {StrokePath{{{{{-half, 0}, {half, 0}}, false}}, legend.sample_colour(), theme.track_mm, {1.4, 1.0}}}};
    }
    if (legend.visible.trails) add_trail_row(legend, *legend.visible.trails);
}

} // namespace render
