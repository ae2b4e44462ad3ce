#include "render/map/drawing/cover_grid.hpp"

#include <algorithm>
#include <cmath>

namespace render {

CoverGrid::CoverGrid(const Rect& frame_mm, double cell_mm)
    : m_frame{frame_mm},
      m_cell{cell_mm},
      m_columns{static_cast<std::size_t>(std::max(1.0, std::ceil(frame_mm.w / cell_mm)))},
      m_rows{static_cast<std::size_t>(std::max(1.0, std::ceil(frame_mm.h / cell_mm)))},
      m_covered(m_columns * m_rows, 0) {}

void CoverGrid::add(const std::vector<Outline>& polygon) {
    if (m_covered.empty()) return;
    // Finds where the middle line of each row crosses the polygon's edges, then fills between pairs of crossings
    // (even-odd).
    std::vector<std::vector<double>> crossings(m_rows);
    for (const Outline& ring : polygon) {
        for (std::size_t i = 0; i < ring.points.size(); ++i) {
            Point a = ring.points[i];
            Point b = ring.points[(i + 1) % ring.points.size()];
            if (a.y > b.y) std::swap(a, b);
            const double first = std::ceil((a.y - m_frame.y) / m_cell - 0.5);
            const double end = std::ceil((b.y - m_frame.y) / m_cell - 0.5);
            for (double row = std::max(0.0, first); row < std::min(end, static_cast<double>(m_rows)); row += 1.0) {
                const double y = m_frame.y + (row + 0.5) * m_cell;
                crossings[static_cast<std::size_t>(row)].push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    for (std::size_t row = 0; row < m_rows; ++row) {
        auto& xs = crossings[row];
        std::sort(xs.begin(), xs.end());
        for (std::size_t k = 0; k + 1 < xs.size(); k += 2) {
            const auto column_at = [&](double x) {
                return static_cast<std::size_t>(
                    std::clamp(std::ceil((x - m_frame.x) / m_cell - 0.5), 0.0, static_cast<double>(m_columns)));
            };
            for (std::size_t column = column_at(xs[k]), end = column_at(xs[k + 1]); column < end; ++column)
                m_covered[row * m_columns + column] = 1;
        }
    }
}

std::optional<std::size_t> CoverGrid::cell_of(Point p) const noexcept {
    const double column = std::floor((p.x - m_frame.x) / m_cell), row = std::floor((p.y - m_frame.y) / m_cell);
    if (column < 0 || row < 0 || column >= static_cast<double>(m_columns) || row >= static_cast<double>(m_rows)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(row) * m_columns + static_cast<std::size_t>(column);
}

void CoverGrid::mark(Point p) {
    if (const auto cell = cell_of(p); cell && *cell < m_covered.size()) m_covered[*cell] = 1;
}

bool CoverGrid::covers(Point p) const noexcept {
    const auto cell = cell_of(p);
    return cell && *cell < m_covered.size() && m_covered[*cell] != 0;
}

double CoverGrid::share(const Rect& r) const noexcept {
    const double step = m_cell;
    int cells = 0, covered_cells = 0;
    for (double y = r.y + step / 2; y < r.bottom() || cells == 0; y += step) {
        for (double x = r.x + step / 2; x < r.right() || cells == 0; x += step) {
            ++cells;
            if (covers({x, y})) ++covered_cells;
        }
    }
    return static_cast<double>(covered_cells) / cells;
}

} // namespace render
