#include "render/map/furniture/scale_bar.hpp"

#include "geo/earth/geodesic.hpp"
#include "render/map/words/words.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double metres_per_nmi = 1852;

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

std::string number(double v) {
    return v >= 1 ? fmt::format("{:.0f}", v) : fmt::format("{:g}", v);
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

std::optional<ScaleBar> make_scale_bar(const Inputs& in, const View& view) {
    const double wanted = std::clamp(view.frame_mm.w * 0.2, 14.0, 42.0);
    const auto reach = ground_distance_m(view, wanted);
    if (!reach || *reach <= 0) return std::nullopt;

    ScaleBar bar{};
    bar.km = round_number(*reach / 1000);
    bar.nmi = round_number(*reach / metres_per_nmi);
    const auto km_mm = page_length(view, bar.km * 1000), nmi_mm = page_length(view, bar.nmi * metres_per_nmi);
    if (!km_mm || !nmi_mm) return std::nullopt;
    bar.km_mm = *km_mm;
    bar.nmi_mm = *nmi_mm;

    TextStyle style;
    style.size_mm = in.theme.small_mm;
    style.colour = in.theme.text;
    style.halo = Halo{in.theme.halo, in.theme.text_halo_mm};
    const std::string km = in.words("scale.km", {{"value", number(bar.km)}});
    const std::string nmi = in.words("scale.nmi", {{"value", number(bar.nmi)}});
    const TypesetLine above = in.typesetter.set(km, style, in.words.language());
    const TypesetLine below = in.typesetter.set(nmi, style, in.words.language());
    bar.text = km + ", " + nmi;

    // One base line, with ticks upwards for kilometres and downwards for nautical miles. Each text stands at the end of
    // its length.
    const double tick = 0.5 * style.size_mm, cap = 0.73 * style.size_mm, gap = 0.3 * style.size_mm;
    const double base = cap + gap + tick, left = 0.5;
    const double longest = std::max(bar.km_mm, bar.nmi_mm);
    const auto at_end = [&](const TypesetLine& t, double length) {
        return left + std::max(0.0, length - t.width_mm);
    };
    const std::vector<Outline> lines{
        {{{left, base - tick}, {left, base + tick}}, false},
        {{{left, base}, {left + longest, base}}, false},
        {{{left + bar.km_mm, base - tick}, {left + bar.km_mm, base}}, false},
        {{{left + bar.nmi_mm, base}, {left + bar.nmi_mm, base + tick}}, false},
    };
    bar.commands.push_back({StrokePath{lines, in.theme.halo, 0.9, {}, Cap::Round, Join::Round}});
    bar.commands.push_back({StrokePath{lines, in.theme.text, 0.25, {}, Cap::Butt, Join::Mitre}});
    bar.commands.push_back({placed(above, {at_end(above, bar.km_mm), cap})});
    bar.commands.push_back({placed(below, {at_end(below, bar.nmi_mm), base + tick + gap + cap})});
    const double w = left + std::max({longest, above.width_mm, below.width_mm}) + 0.5;
    bar.box = {0, 0, w, base + tick + gap + cap + 0.25 * style.size_mm};
    return bar;
}

} // namespace render
