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

/// Traces the outlines of the areas where feeds heard something. They have a vertex at every whole degree, so that they
/// bend like parallels and meridians. The grid is cut open at a meridian outside the frame.
class HeardAreas {
public:
    HeardAreas(const Coverage& heard, double cut_lon) : m_heard{heard} {
        const double column = std::floor(geo::wrap_longitude(cut_lon) + 180.0);
        m_cut = std::min(static_cast<std::size_t>(column), Coverage::columns - 1);
        m_edges.assign((Coverage::columns + 1) * (Coverage::rows + 1), 0);
        for (std::size_t row = 0; row < Coverage::rows; ++row)
            for (std::size_t column_here = 0; column_here < Coverage::columns; ++column_here)
                add_edges_of(column_here, row);
    }

    /// The outlines as separate rings; a ring within another one is a hole.
    [[nodiscard]] std::vector<geo::Ring> rings() {
        std::vector<geo::Ring> found;
        for (std::size_t start = 0; start < m_edges.size(); ++start)
            while (m_edges[start] != 0)
                found.push_back(follow(start));
        return found;
    }

private:
    static constexpr std::size_t corners_per_row = Coverage::columns + 1;
    enum Direction : std::uint8_t { East, North, West, South };
    static constexpr std::array<std::ptrdiff_t, 4> steps{1, corners_per_row, -1,
                                                         -static_cast<std::ptrdiff_t>(corners_per_row)};

    [[nodiscard]] bool is_heard(std::size_t column, std::size_t row) const {
        return m_heard.covers_cell((column + m_cut) % Coverage::columns, row);
    }
    void add_edge(std::size_t column, std::size_t row, Direction towards) {
        m_edges[row * corners_per_row + column] |= static_cast<std::uint8_t>(1U << towards);
    }
    /// Adds the edges between a heard cell and its unheard neighbours, counter-clockwise around the cell.
    void add_edges_of(std::size_t column, std::size_t row) {
        if (!is_heard(column, row)) return;
        if (row == 0 || !is_heard(column, row - 1)) add_edge(column, row, East);
        if (column + 1 == Coverage::columns || !is_heard(column + 1, row)) add_edge(column + 1, row, North);
        if (row + 1 == Coverage::rows || !is_heard(column, row + 1)) add_edge(column + 1, row + 1, West);
        if (column == 0 || !is_heard(column - 1, row)) add_edge(column, row + 1, South);
    }
    geo::Ring follow(std::size_t start) {
        geo::Ring ring;
        std::size_t at = start;
        unsigned last = East;
        do {
            const std::size_t column = at % corners_per_row, row = at / corners_per_row;
            ring.push_back({static_cast<double>(column + m_cut) - 180.0, static_cast<double>(row) - 90.0});
            // Turning left first keeps areas apart that meet only at a corner.
            unsigned next = (last + 1) % 4;
            while ((m_edges[at] & (1U << next)) == 0)
                next = (next + 3) % 4;
            m_edges[at] = static_cast<std::uint8_t>(m_edges[at] & ~(1U << next));
            at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + steps[next]);
            last = next;
        } while (at != start);
        ring.push_back(ring.front());
        return ring;
    }

    const Coverage& m_heard;
    std::size_t m_cut = 0;             ///< the column of the grid at the cut
    std::vector<std::uint8_t> m_edges; ///< edges that leave each corner of a cell, one bit per direction
};

/// The Earth within the frame, except where feeds heard something.
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
