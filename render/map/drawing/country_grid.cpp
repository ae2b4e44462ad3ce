#include "render/map/drawing/country_grid.hpp"

#include "render/map/drawing/shapes.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace render {
namespace {

constexpr double country_cell_mm = 1.0;

} // namespace

CountryGrid::CountryGrid(const View& view, const geo::CountryShapes& shapes)
    : m_frame{view.frame_mm},
      m_columns{std::lround(std::ceil(m_frame.w / country_cell_mm))},
      m_rows{std::lround(std::ceil(m_frame.h / country_cell_mm))},
      m_cells(static_cast<std::size_t>(m_columns * m_rows), 0) {
    for (const geo::CountryShape& shape : shapes.shapes()) {
        const auto outlines = page_area(view, shape.polygon);
        if (outlines.empty()) continue;
        auto part = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part& p) { return p.iso == shape.iso; });
        if (part == m_parts.end()) {
            m_parts.push_back({shape.iso});
            part = m_parts.end() - 1;
        }
        add(outlines, static_cast<std::uint16_t>(part - m_parts.begin() + 1));
    }
    for (long row = 0; row < m_rows; ++row)
        for (long column = 0; column < m_columns; ++column) {
            const std::uint16_t index = m_cells[static_cast<std::size_t>(row * m_columns + column)];
            if (index == 0) continue;
            Part& part = m_parts[index - 1U];
            const Rect cell{m_frame.x + static_cast<double>(column) * country_cell_mm,
                            m_frame.y + static_cast<double>(row) * country_cell_mm, country_cell_mm, country_cell_mm};
            part.box = part.cells == 0 ? cell : around(part.box, cell);
            ++part.cells;
            part.middle = {part.middle.x + cell.x + country_cell_mm / 2, part.middle.y + cell.y + country_cell_mm / 2};
        }
    for (Part& part : m_parts) {
        const double n = std::max(1.0, static_cast<double>(part.cells));
        part.middle = {part.middle.x / n, part.middle.y / n};
    }
}

void CountryGrid::add(const std::vector<Outline>& polygon, std::uint16_t part) {
    // Where the middle line of each row crosses the edges; the row is filled between pairs of crossings (even-odd).
    std::vector<std::pair<long, double>> crossings;
    for (const Outline& ring : polygon)
        for (std::size_t i = 0; i < ring.points.size(); ++i) {
            Point a = ring.points[i], b = ring.points[(i + 1) % ring.points.size()];
            if (a.y > b.y) std::swap(a, b);
            const auto row_of = [&](double y) {
                return std::clamp(std::lround(std::ceil((y - m_frame.y) / country_cell_mm - 0.5)), 0L, m_rows);
            };
            for (long row = row_of(a.y), end = row_of(b.y); row < end; ++row) {
                const double y = m_frame.y + (static_cast<double>(row) + 0.5) * country_cell_mm;
                crossings.emplace_back(row, a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    std::sort(crossings.begin(), crossings.end());
    const auto column_of = [&](double x) {
        return std::clamp(std::lround(std::ceil((x - m_frame.x) / country_cell_mm - 0.5)), 0L, m_columns);
    };
    for (std::size_t k = 0; k + 1 < crossings.size(); k += 2) {
        const auto row = m_cells.begin() + crossings[k].first * m_columns;
        std::fill(row + column_of(crossings[k].second), row + column_of(crossings[k + 1].second), part);
    }
}

LandShares CountryGrid::shares(std::size_t part, const Rect& r) const noexcept {
    const auto cells = [](double from, double length) {
        const long first = std::lround(std::floor(from / country_cell_mm + 0.5));
        return std::pair{first, first + std::max(1L, std::lround(length / country_cell_mm))};
    };
    const auto [left, right] = cells(r.x - m_frame.x, r.w);
    const auto [top, bottom] = cells(r.y - m_frame.y, r.h);
    long own = 0, other = 0;
    for (long row = std::max(0L, top); row < std::min(bottom, m_rows); ++row)
        for (long column = std::max(0L, left); column < std::min(right, m_columns); ++column) {
            const std::uint16_t index = m_cells[static_cast<std::size_t>(row * m_columns + column)];
            if (index != 0) ++(index == part + 1 ? own : other);
        }
    const auto all = static_cast<double>((right - left) * (bottom - top));
    return {static_cast<double>(own) / all, static_cast<double>(other) / all};
}

} // namespace render
