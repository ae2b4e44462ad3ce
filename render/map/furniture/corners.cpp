#include "render/map/furniture/furniture.hpp"
#include "render/map/furniture/legend.hpp"
#include "render/map/furniture/scale_bar.hpp"
#include "render/map/labels/oriented_box.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace render {
namespace {

/// Largest share of the frame that the legend may take. It is smaller on a narrow page, where type is nearly as large
/// as on a wide one and the map needs its room.
double max_legend_share(const Rect& frame) {
    return std::clamp(0.16 + (frame.w - 80) / 100 * 0.04, 0.16, 0.20);
}

struct Spot {
    Rect box;
    double cost;
};

/// Finds room inside the frame, in the corners and along the edges.
class Room {
public:
    Room(const Inputs& in, const View& view, const Layout& layout, const std::vector<Rect>& symbols,
         const Covered& covered)
        : m_covered{covered}, m_frame{grown(view.frame_mm, -1.2 * in.theme.gap_mm)}, m_busy{symbols} {
        for (const LayoutItem& item : layout.items)
            m_busy.push_back(item.box_mm);
    }

    void take(const Rect& r) { m_busy.push_back(r); }

    /// The emptiest spot of this size that covers no symbol, label or furniture; empty when there is none. Corners come
    /// before edges, and bottom left comes before equally empty corners.
    [[nodiscard]] std::optional<Rect> find(double w, double h) const {
        if (w > m_frame.w || h > m_frame.h) return std::nullopt;
        const double right = m_frame.right() - w, bottom = m_frame.bottom() - h;
        std::optional<Spot> best;
        const auto try_spot = [&](double x, double y, double reluctance) {
            const Rect box{x, y, w, h};
            const Rect around = grown(box, 1.0);
            for (const Rect& b : m_busy)
                if (overlap_clearly(around, b)) return;
            double cost = reluctance;
            // Land and tints are what the map is about, so covering them costs; empty sea is free.
            if (m_covered.land) cost += 2.0 * m_covered.land(box);
            if (m_covered.tints) cost += 2.5 * m_covered.tints(box);
            cost += std::min(1.0, covered_mm(box) / 25);
            cost += crowding(box);
            if (!best || cost < best->cost - 1e-9) best = Spot{box, cost};
        };
        try_spot(m_frame.x, bottom, 0);
        try_spot(right, bottom, 0.02);
        try_spot(m_frame.x, m_frame.y, 0.03);
        try_spot(right, m_frame.y, 0.04);
        constexpr int steps = 12;
        for (int i = 1; i < steps; ++i) {
            const double t = static_cast<double>(i) / steps, reluctance = 1.4 + 0.2 * std::min(t, 1 - t);
            try_spot(m_frame.x + t * (right - m_frame.x), bottom, reluctance);
            try_spot(m_frame.x + t * (right - m_frame.x), m_frame.y, reluctance);
            try_spot(m_frame.x, m_frame.y + t * (bottom - m_frame.y), reluctance);
            try_spot(right, m_frame.y + t * (bottom - m_frame.y), reluctance);
        }
        if (!best) return std::nullopt;
        return best->box;
    }

private:
    /// Cost of standing close to symbols and furniture; beyond `far_mm` the distance does not matter.
    [[nodiscard]] double crowding(const Rect& box) const {
        constexpr double far_mm = 15;
        double nearest = far_mm;
        for (const Rect& b : m_busy) {
            const double dx = std::max({0.0, b.x - box.right(), box.x - b.right()});
            const double dy = std::max({0.0, b.y - box.bottom(), box.y - b.bottom()});
            nearest = std::min(nearest, std::hypot(dx, dy));
        }
        return 0.25 * (1 - nearest / far_mm);
    }

    [[nodiscard]] double covered_mm(const Rect& box) const {
        const OrientedBox panel = OrientedBox::upright(box);
        double sum = 0;
        for (const auto& line : m_covered.lines)
            for (std::size_t i = 1; i < line.size(); ++i)
                sum += panel.length_inside(line[i - 1], line[i]);
        return sum;
    }

    const Covered& m_covered;
    Rect m_frame;
    std::vector<Rect> m_busy;
};

void place(Builder& builder, Layout& layout, const std::string& name, const std::string& text, const Rect& box,
           std::vector<Command> commands) {
    const auto scope = builder.group({.anchor = Point{box.x, box.y}, .tag = {name, "furniture", name}});
    builder.append(std::move(commands));
    layout.items.push_back({"furniture", name, name, text, box, {}, {}});
}

std::optional<Rect> draw_legend(Builder& builder, Layout& layout, const Inputs& in, const View& view,
                                const Visible& visible, const std::vector<LegendRow>& all, const Room& room) {
    std::vector<LegendRow> rows = all;
    const Rect& f = view.frame_mm;
    std::optional<Rect> box;
    while (!rows.empty()) {
        Legend legend = set_legend(in, rows, legend_panel_width_mm(f), visible.crowd);
        const bool small_enough = legend.box.w * legend.box.h <= max_legend_share(f) * f.w * f.h;
        if (small_enough) box = room.find(legend.box.w, legend.box.h);
        if (box) {
            place(builder, layout, "legend", legend.text, *box, std::move(legend.commands));
            break;
        }
        rows = without_least_important(std::move(rows));
    }
    for (const LegendRow& row : all)
        if (std::none_of(rows.begin(), rows.end(), [&](const LegendRow& r) { return r.id == row.id; }))
            layout.dropped.push_back({row.id, row.text, legend_row_left_out});
    return box;
}

std::optional<Rect> draw_scale_bar(Builder& builder, Layout& layout, const Inputs& in, const View& view,
                                   const Visible& visible, const Room& room) {
    // No single bar is true for a whole theatre. There the reader has the graticule.
    if (scale_variation(view) > 1.10) {
        layout.dropped.push_back({"scalebar", "", "the scale varies by more than 10 % over the frame"});
        return std::nullopt;
    }
    const bool at_sea = visible.at_sea > 0 && visible.at_sea >= visible.elsewhere;
    auto bar = make_scale_bar(in, view, distance_units(in.scenario, at_sea));
    if (!bar) return std::nullopt;
    const auto box = room.find(bar->box.w, bar->box.h);
    if (!box) {
        layout.dropped.push_back({"scalebar", bar->text, "no room"});
        return std::nullopt;
    }
    place(builder, layout, "scalebar", bar->text, *box, std::move(bar->commands));
    return box;
}

/// Draws an arrow to the true north of its own place, because on most projections north is not up everywhere.
std::optional<Rect> draw_north(Builder& builder, Layout& layout, const Inputs& in, const View& view, const Room& room) {
    const double size = 3.2 * in.theme.legend_mm;
    const auto box = room.find(size, size);
    if (!box) {
        layout.dropped.push_back({"north", "", "no room"});
        return std::nullopt;
    }
    const Point middle{box->x + size / 2, box->y + size / 2};
    const auto here = view.projection->inverse(view.to_metres(middle));
    if (!here || here->lat() > 89.9) return std::nullopt;
    const auto north = view.to_page(geo::lonlat(here->lon(), here->lat() + 0.05));
    if (!north) return std::nullopt;
    const double dx = north->x - middle.x, dy = north->y - middle.y, length = std::hypot(dx, dy);
    const Point up{dx / length, dy / length}, side{-up.y, up.x};
    const auto at = [&](double along, double across) {
        return Point{size / 2 + up.x * along * size + side.x * across * size,
                     size / 2 + up.y * along * size + side.y * across * size};
    };
    TextStyle style;
    style.size_mm = in.theme.legend_mm;
    style.weight = 600;
    style.colour = in.theme.text;
    style.halo = Halo{in.theme.halo, in.theme.text_halo_mm};
    const TypesetLine letter = in.typesetter.set(in.words("graticule.north_letter"), style, in.words.language());
    const Point foot = at(-0.26, 0);
    std::vector<Command> commands{
        {FillPath{{{{at(0.5, 0), at(-0.02, -0.15), at(0.08, 0), at(-0.02, 0.15)}, true}}, in.theme.text}},
        {placed(letter, {foot.x - letter.width_mm / 2, foot.y + 0.36 * style.size_mm})}};
    place(builder, layout, "north", in.words("graticule.north_letter"), *box, std::move(commands));
    return box;
}

} // namespace

void draw_legend_column(Builder& builder, Layout& layout, const Inputs& in, const std::vector<LegendRow>& rows,
                        const Rect& column) {
    if (rows.empty() || !in.shows("legend")) return;
    constexpr double most_of_column = 0.7; // the texts below the legend need room too
    LegendStrip set = set_legend_column(in, rows, column.w, most_of_column * column.h);
    const Rect box{column.x, column.y, set.legend.box.w, set.legend.box.h};
    place(builder, layout, "legend", set.legend.text, box, std::move(set.legend.commands));
    for (const LegendRow& row : set.left_out)
        layout.dropped.push_back({row.id, row.text, legend_row_left_out});
}

void draw_legend_strip(Builder& builder, Layout& layout, const Inputs& in, const std::vector<LegendRow>& rows,
                       const Rect& strip) {
    if (rows.empty() || !in.shows("legend")) return;
    LegendStrip set = set_legend_strip(in, rows, strip.w, strip.h);
    const Rect box{strip.x, strip.y, set.legend.box.w, set.legend.box.h};
    place(builder, layout, "legend", set.legend.text, box, std::move(set.legend.commands));
    for (const LegendRow& row : set.left_out)
        layout.dropped.push_back({row.id, row.text, legend_row_left_out});
}

std::vector<Rect> draw_corner_furniture(Builder& builder, Layout& layout, const Inputs& in, const View& view,
                                        const Visible& visible, const std::vector<LegendRow>& legend,
                                        const std::vector<Rect>& symbols, const Covered& covered) {
    Room room{in, view, layout, symbols, covered};
    std::vector<Rect> taken;
    const auto keep = [&](const std::optional<Rect>& box) {
        if (!box) return;
        taken.push_back(*box);
        room.take(*box);
    };
    if (in.shows("legend")) keep(draw_legend(builder, layout, in, view, visible, legend, room));
    if (in.shows("scalebar")) keep(draw_scale_bar(builder, layout, in, view, visible, room));
    if (in.shows("north")) keep(draw_north(builder, layout, in, view, room));
    return taken;
}

} // namespace render
