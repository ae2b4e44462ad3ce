#include "render/map/layers/legend/rows.hpp"
#include "render/map/style/live_marks.hpp"
#include "render/map/style/voyage_look.hpp"
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

/// Adds a row for each way of knowing a leg of a voyage, and one for calls somewhere in an area.
void add_voyage_rows(LegendRows& legend) {
    const Theme& theme = legend.in.theme;
    const auto& voyages = legend.in.snapshot.voyages;
    const Colour colour =
        voyages.size() == 1
            ? voyage_colour(theme, {0, 1, legend.in.scenario.assets[voyages.front().asset].country}, false)
            : theme.text_muted;
    const double half = theme.legend_sample_mm() / 2;
    const auto add = [&](assets::Continuity how, const char* id, const char* words, double width_mm, Colour shade) {
        if (!legend.visible.continuities.contains(how)) return;
        std::vector<double> dashes;
        if (how == assets::Continuity::Estimated)
            dashes = {voyage_dash * width_mm * 0.6, voyage_space * width_mm * 0.6};
        LegendRow& row = legend.add(LegendPlace::Tracks, id, legend.in.words(words), 4);
        row.sample = {{StrokePath{{{{{-half, 0}, {half, 0}}, false}}, shade, width_mm, dashes}}};
    };
    add(assets::Continuity::Reported, "how:track", "period.leg_reported", voyage_mm, colour);
    add(assets::Continuity::Estimated, "how:route", "period.leg_estimated", voyage_mm, colour);
    add(assets::Continuity::Unknown, "how:unknown", "period.leg_unknown", unknown_mm, faded(colour, unknown_opacity));
    if (legend.visible.wide_calls) {
        LegendRow& row = legend.add(LegendPlace::Tracks, "how:area-call", legend.in.words("period.area_call"), 4);
        const double r = 0.62 * theme.legend_mm;
        row.sample = {{FillPath{{sample_disc(r)}, colour}}, {FillPath{{sample_disc(r - 0.3)}, theme.halo}}};
    }
}

} // namespace

void tracks_legend(LegendRows& legend) {
    add_voyage_rows(legend);
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
