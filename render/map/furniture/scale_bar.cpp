#include "render/map/furniture/scale_bar.hpp"

#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace render {
namespace {

/// Geodesic distance in metres between two points of the page, `length_mm` apart, left and right of the frame's centre.
std::optional<double> ground_distance_m(const View& view, double length_mm) {
    const Rect& f = view.frame_mm;
    const double y = f.y + f.h / 2, x = f.x + f.w / 2;
    const auto a = view.projection->inverse(view.to_metres({x - length_mm / 2, y}));
    const auto b = view.projection->inverse(view.to_metres({x + length_mm / 2, y}));
    if (!a || !b) return std::nullopt;
    return geo::distance_m(*a, *b);
}

/// The largest of 1, 2, 2.5, 5 x 10^n up to `limit` (2.5 only when the result is whole).
double round_number(double limit) {
    const double power = std::pow(10, std::floor(std::log10(limit)));
    for (const double step : {5.0, 2.5, 2.0, 1.0})
        if (step * power <= limit * (1 + 1e-9) && (step != 2.5 || power >= 10)) return step * power;
    return power;
}

} // namespace

std::optional<double> page_length(const View& view, double ground_m) {
    const double guess = ground_m / view.m_per_mm;
    double low = 0, high = 2 * guess;
    const auto widest = ground_distance_m(view, high);
    if (!widest || *widest < ground_m) return std::nullopt;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        const auto ground_m_there = ground_distance_m(view, middle);
        if (!ground_m_there) return std::nullopt;
        (*ground_m_there < ground_m ? low : high) = middle;
    }
    return (low + high) / 2;
}

double scale_variation(const View& view) {
    constexpr int steps = 8;
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const Rect& f = view.frame_mm;
            const auto where = view.projection->inverse(view.to_metres({f.x + f.w * i / steps, f.y + f.h * j / steps}));
            if (!where) continue;
            const auto scale = view.projection->scale_at(*where);
            if (!scale) continue;
            least = std::min({least, scale->meridian, scale->parallel});
            most = std::max({most, scale->meridian, scale->parallel});
        }
    return most > 0 && least > 0 ? most / least : std::numeric_limits<double>::infinity();
}

std::optional<ScaleBar> make_scale_bar(const Inputs& in, const View& view, std::span<const DistanceUnit> units) {
    const double wanted = std::clamp(view.frame_mm.w * 0.2, 14.0, 42.0);
    const auto reach = ground_distance_m(view, wanted);
    if (!reach || *reach <= 0) return std::nullopt;

    TextStyle style;
    style.size_mm = in.theme.small_mm;
    style.colour = in.theme.text;
    style.halo = Halo{in.theme.halo, in.theme.text_halo_mm};
    ScaleBar bar{};
    std::vector<TypesetLine> texts;
    for (const DistanceUnit unit : units) {
        const double value = round_number(*reach / metres_in(unit));
        const auto length = page_length(view, value * metres_in(unit));
        if (!length) return std::nullopt;
        bar.lengths.push_back({unit, value, *length});
        const std::string words = distance_words(in.words, unit, value);
        bar.text += (bar.text.empty() ? "" : ", ") + words;
        texts.push_back(in.typesetter.set(words, style, in.words.language()));
    }

    // Two units share a base line: the first has its ticks and text above the line, the second below. Each text stands
    // at the end of its length.
    const double tick = 0.5 * style.size_mm, cap = 0.73 * style.size_mm, gap = 0.3 * style.size_mm, left = 0.5;
    std::vector<Outline> lines;
    std::vector<Command> placed_texts;
    double top = 0, widest = 0;
    for (std::size_t i = 0; i < bar.lengths.size(); i += 2) {
        const double base = top + cap + gap + tick;
        const bool shared = i + 1 < bar.lengths.size();
        const double longest = std::max(bar.lengths[i].mm, shared ? bar.lengths[i + 1].mm : 0.0);
        lines.push_back({{{left, base - tick}, {left, shared ? base + tick : base}}, false});
        lines.push_back({{{left, base}, {left + longest, base}}, false});
        const auto add = [&](std::size_t which, double tick_end, double baseline) {
            const double end = left + bar.lengths[which].mm;
            lines.push_back({{{end, std::min(base, tick_end)}, {end, std::max(base, tick_end)}}, false});
            const double x = left + std::max(0.0, bar.lengths[which].mm - texts[which].width_mm);
            placed_texts.push_back({placed(texts[which], {x, baseline})});
            widest = std::max({widest, longest, texts[which].width_mm});
        };
        add(i, base - tick, top + cap);
        top = base + 0.25 * style.size_mm;
        if (!shared) continue;
        add(i + 1, base + tick, base + tick + gap + cap);
        top = base + tick + gap + cap + 0.25 * style.size_mm;
    }
    bar.commands.push_back({StrokePath{lines, in.theme.halo, 0.9, {}, Cap::Round, Join::Round}});
    bar.commands.push_back({StrokePath{lines, in.theme.text, 0.25, {}, Cap::Butt, Join::Mitre}});
    bar.commands.insert(bar.commands.end(), placed_texts.begin(), placed_texts.end());
    bar.box = {0, 0, left + widest + 0.5, top};
    return bar;
}

} // namespace render
