#include "render/map/layers/legend/rows.hpp"
#include "render/map/style/change_look.hpp"
#include "render/map/words/words.hpp"

namespace render {
namespace {

/// The sample of an arrow: the ring of the earlier position, the line and its head.
std::vector<Command> arrow_sample(const LegendRows& legend, bool dashed) {
    const Colour colour = legend.sample_colour();
    const double half = legend.in.theme.legend_sample_mm() / 2;
    std::vector<double> dashes;
    if (dashed) dashes = {0.6 * change_dash_mm, 0.6 * change_space_mm};
    const Point from{-half + change_ring_mm, 0}, tip{half, 0};
    std::vector<Command> sample = change_ring(colour, legend.in.theme.halo);
    Group ring;
    ring.affine = {1, 0, 0, 1, from.x, 0};
    ring.commands = std::move(sample);
    return {{std::move(ring)},
            {StrokePath{{{{{from.x + change_ring_mm, 0}, {tip.x - 0.6 * change_head_mm, 0}}, false}},
                        colour,
                        change_line_mm,
                        dashes}},
            {FillPath{{change_arrowhead(from, tip)}, colour}}};
}

} // namespace

void changes_legend(LegendRows& legend) {
    const Inputs& in = legend.in;
    if (in.comparison == nullptr) return;
    const std::string since = in.words.day_month(in.comparison->before.at, in.scenario.utc_offset_h);
    const auto shown = [&](ChangeMark mark) {
        return legend.visible.changes.contains(mark);
    };
    if (shown(ChangeMark::Arrow))
        legend.add(LegendPlace::Tracks, "change:arrow", in.words("changes.arrow", {{"date", since}}), 1).sample =
            arrow_sample(legend, false);
    if (shown(ChangeMark::DashedArrow))
        legend.add(LegendPlace::Tracks, "change:dashed", in.words("changes.dashed"), 2).sample =
            arrow_sample(legend, true);
    const auto mark_row = [&](ChangeMark mark, const char* id, const char* key) {
        if (!shown(mark)) return;
        legend.add(LegendPlace::Tracks, id, in.words(key, {{"date", since}}), 2).sample =
            change_mark(mark, legend.sample_colour(), in.theme.halo, in.typesetter);
    };
    mark_row(ChangeMark::Arrived, "change:arrived", "changes.arrived_since");
    mark_row(ChangeMark::Left, "change:left", "changes.left_since");
    mark_row(ChangeMark::NoNews, "change:no-news", "changes.no_news_since");
}

} // namespace render
