#pragma once

#include "render/picture/picture.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace render {

/// A grid that records which parts of the page are covered by land, tints or dots, for quick look-ups while symbols and
/// names are placed. Cells measure `cell_mm`; a cell is covered when its centre is.
class CoverGrid {
public:
    CoverGrid() = default;
    CoverGrid(const Rect& frame_mm, double cell_mm);

    /// Covers a polygon by the even-odd rule. Several polygons add up.
    void add(const std::vector<Outline>& polygon);
    [[nodiscard]] bool empty() const noexcept { return m_covered.empty(); } ///< made without a frame: covers nothing
    void mark(Point);                                ///< covers the cell that holds the point, if it is in the frame
    [[nodiscard]] bool covers(Point) const noexcept; ///< false outside the frame
    [[nodiscard]] double share(const Rect&) const noexcept; ///< covered share of the rectangle, 0..1

private:
    [[nodiscard]] std::optional<std::size_t> cell_of(Point) const noexcept;

    Rect m_frame{};
    double m_cell = 1;
    std::size_t m_columns = 0, m_rows = 0;
    std::vector<char> m_covered;
};

} // namespace render
