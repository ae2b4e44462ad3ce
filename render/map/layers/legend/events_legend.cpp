#include "render/map/layers/legend/rows.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace render {

void events_legend(LegendRows& legend) {
    const Inputs& in = legend.in;
    const TextStyle style{.size_mm = std::max(0.78 * in.theme.legend_mm, in.figure.least_type_mm),
                          .weight = 600,
                          .colour = in.theme.event_text};
    for (std::size_t i = 0; i < legend.visible.events.size(); ++i) {
        const assets::Event& event = in.scenario.events[legend.visible.events[i]];
        const std::string date = date_span(in, event.from, event.to, event.utc_offset_h);
        LegendRow& row = legend.add(LegendPlace::Events, "event:" + event.id,
                                    in.words("legend.event_row", {{"text", event.title}, {"date", date}}), 6);
        const TypesetLine number = in.typesetter.set(fmt::format("{}", i + 1), style);
        row.sample = {{FillPath{{sample_disc(0.68 * in.theme.legend_mm)}, in.theme.event_mark}},
                      {placed(number, {-number.width_mm / 2, 0.36 * style.size_mm})}};
    }
}

} // namespace render
