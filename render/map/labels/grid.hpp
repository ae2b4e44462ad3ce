#pragma once

#include "render/picture/picture.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace render {

/// An index of numbered items by their place on the page, so that a search near a box need not visit every item. Items
/// outside the area are stored in its outermost cells.
class Grid {
public:
    Grid(const Rect& area, double cell_mm)
        : m_area{area}, m_cell{cell_mm}, m_columns{count(area.w)}, m_rows{count(area.h)}, m_cells(m_columns * m_rows) {}

    void add(std::uint32_t item, const Rect& box) {
        each_cell(box, [&](auto& cell) { cell.push_back(item); });
    }
    void remove(std::uint32_t item, const Rect& box) {
        each_cell(box, [&](auto& cell) { std::erase(cell, item); });
    }
    /// Calls `visit(item)` for every item that shares a cell with the box, perhaps more than once. Stops and returns
    /// true as soon as `visit` returns true.
    template <class Visit>
    bool any_near(const Rect& box, Visit&& visit) const {
        const auto [x1, y1, x2, y2] = range(box);
        for (std::size_t y = y1; y <= y2; ++y)
            for (std::size_t x = x1; x <= x2; ++x)
                for (const std::uint32_t item : m_cells[y * m_columns + x])
                    if (visit(item)) return true;
        return false;
    }

private:
    struct Range {
        std::size_t x1, y1, x2, y2;
    };
    [[nodiscard]] std::size_t count(double length) const {
        return static_cast<std::size_t>(std::clamp(length / m_cell, 0.0, 400.0)) + 1;
    }
    [[nodiscard]] Range range(const Rect& r) const {
        const auto at = [&](double v, double origin, std::size_t n) {
            return static_cast<std::size_t>(std::clamp((v - origin) / m_cell, 0.0, static_cast<double>(n - 1)));
        };
        return {at(r.x, m_area.x, m_columns), at(r.y, m_area.y, m_rows), at(r.right(), m_area.x, m_columns),
                at(r.bottom(), m_area.y, m_rows)};
    }
    template <class Each>
    void each_cell(const Rect& box, Each&& each) {
        const auto [x1, y1, x2, y2] = range(box);
        for (std::size_t y = y1; y <= y2; ++y)
            for (std::size_t x = x1; x <= x2; ++x)
                each(m_cells[y * m_columns + x]);
    }

    Rect m_area;
    double m_cell;
    std::size_t m_columns, m_rows;
    std::vector<std::vector<std::uint32_t>> m_cells;
};

} // namespace render
