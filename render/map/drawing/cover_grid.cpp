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
    // Looks at points one cell apart from each other, from half a cell inside the rectangle's edge on.
    const auto points = [&](double length) {
        return std::max(1L, std::lround(std::ceil(length / m_cell - 0.5)));
    };
    const auto cell_at = [&](double offset) {
        return std::lround(std::floor(offset / m_cell + 0.5));
    };
    const auto inside = [](long index, std::size_t count) {
        return static_cast<std::size_t>(std::clamp(index, 0L, static_cast<long>(count)));
    };
    const long across = points(r.w), down = points(r.h);
    const long first_column = cell_at(r.x - m_frame.x), first_row = cell_at(r.y - m_frame.y);
    const std::size_t left = inside(first_column, m_columns), right = inside(first_column + across, m_columns);
    if (m_covered.empty()) return 0;
    long covered = 0;
    for (std::size_t row = inside(first_row, m_rows); row < inside(first_row + down, m_rows); ++row)
        covered += std::count(m_covered.begin() + static_cast<std::ptrdiff_t>(row * m_columns + left),
                              m_covered.begin() + static_cast<std::ptrdiff_t>(row * m_columns + right), 1);
    return static_cast<double>(covered) / static_cast<double>(across * down);
}

} // namespace render
