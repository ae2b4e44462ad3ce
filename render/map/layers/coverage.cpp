#include "assets/timeline/past/coverage.hpp"

#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/style/live_marks.hpp"
#include "render/picture/colour.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace render {
namespace {

using assets::Coverage;

/// Follows the edges of the places where something was heard: a vertex at every whole degree, so that they bend as
/// parallels and meridians do. The grid is cut open at a meridian that the frame does not hold.
class HeardAreas {
public:
    HeardAreas(const Coverage& heard, double cut_lon) : m_heard{heard} {
        const double column = std::floor(geo::wrap_longitude(cut_lon) + 180.0);
        m_cut = std::min(static_cast<std::size_t>(column), Coverage::columns - 1);
        m_out.assign((Coverage::columns + 1) * (Coverage::rows + 1), 0);
        for (std::size_t row = 0; row < Coverage::rows; ++row)
            for (std::size_t column_here = 0; column_here < Coverage::columns; ++column_here)
                add_edges(column_here, row);
    }

    /// Each ring by itself; where one lies within another there is a hole.
    [[nodiscard]] std::vector<geo::Ring> rings() {
        std::vector<geo::Ring> found;
        for (std::size_t start = 0; start < m_out.size(); ++start)
            while (m_out[start] != 0)
                found.push_back(follow(start));
        return found;
    }

private:
    static constexpr std::size_t across = Coverage::columns + 1;
    enum Direction : std::uint8_t { East, North, West, South };
    static constexpr std::array<std::ptrdiff_t, 4> steps{1, across, -1, -static_cast<std::ptrdiff_t>(across)};

    [[nodiscard]] bool is_heard(std::size_t column, std::size_t row) const {
        return m_heard.heard((column + m_cut) % Coverage::columns, row);
    }
    void leave(std::size_t column, std::size_t row, Direction towards) {
        m_out[row * across + column] |= static_cast<std::uint8_t>(1U << towards);
    }
    /// Those between it and what was not heard, counter-clockwise about it.
    void add_edges(std::size_t column, std::size_t row) {
        if (!is_heard(column, row)) return;
        if (row == 0 || !is_heard(column, row - 1)) leave(column, row, East);
        if (column + 1 == Coverage::columns || !is_heard(column + 1, row)) leave(column + 1, row, North);
        if (row + 1 == Coverage::rows || !is_heard(column, row + 1)) leave(column + 1, row + 1, West);
        if (column == 0 || !is_heard(column - 1, row)) leave(column, row + 1, South);
    }
    geo::Ring follow(std::size_t start) {
        geo::Ring ring;
        std::size_t at = start;
        unsigned last = East;
        do {
            const std::size_t column = at % across, row = at / across;
            ring.push_back({static_cast<double>(column + m_cut) - 180.0, static_cast<double>(row) - 90.0});
            // Left first: areas that meet at a corner stay apart.
            unsigned next = (last + 1) % 4;
            while ((m_out[at] & (1U << next)) == 0)
                next = (next + 3) % 4;
            m_out[at] = static_cast<std::uint8_t>(m_out[at] & ~(1U << next));
            at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + steps[next]);
            last = next;
        } while (at != start);
        ring.push_back(ring.front());
        return ring;
    }

    const Coverage& m_heard;
    std::size_t m_cut = 0;           ///< the column that comes first
    std::vector<std::uint8_t> m_out; ///< edges that leave each corner of a cell, a bit a direction
};

/// The Earth within the frame without the places where something was heard.
std::vector<Outline> unheard_area(const MapDrawing& drawing, const Coverage& heard) {
    constexpr double margin_mm = 2.0;
    const View& view = drawing.view;
    std::vector<Outline> area;
    for (const auto& rings : view.projection->domain(view.geo_frame(margin_mm))) {
        for (const geo::Path& ring : rings) {
            Outline outline{{}, true};
            for (const geo::Metres m : ring)
                outline.points.push_back(view.to_page(m));
            area.push_back(std::move(outline));
        }
    }
    const auto middle = view.projection->inverse(view.centre_m);
    const double cut_lon = (middle ? middle->lon() : drawing.bounds.west() + drawing.bounds.width_deg() / 2) + 180.0;
    for (geo::Ring& ring : HeardAreas{heard, cut_lon}.rings()) {
        auto outlines = page_area(view, {{std::move(ring)}}, margin_mm);
        area.insert(area.end(), std::make_move_iterator(outlines.begin()), std::make_move_iterator(outlines.end()));
    }
    return area;
}

} // namespace

void draw_coverage(MapDrawing& drawing) {
    if (!drawing.in.snapshot.coverage) return;
    auto area = unheard_area(drawing, *drawing.in.snapshot.coverage);
    if (area.empty()) return;
    drawing.visible.nothing_heard = true;
    drawing.builder.fill(std::move(area), faded(drawing.theme().text_muted, nothing_heard_opacity));
}

} // namespace render
