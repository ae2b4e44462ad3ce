#pragma once

#include "render/picture/picture.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace render {

/// Where on the page there is land, in cells of `cell_mm`: quick answers for placing symbols and names. A cell is land
/// when its centre is.
class LandGrid {
public:
    LandGrid() = default;
    LandGrid(const Rect& frame_mm, double cell_mm);

    /// Even-odd within one polygon; polygons add up.
    void add(const std::vector<Outline>& polygon);
    void mark(Point);                                       ///< the cell that holds it; nothing outside the frame
    [[nodiscard]] bool land(Point) const noexcept;          ///< false outside the frame
    [[nodiscard]] double share(const Rect&) const noexcept; ///< of the rectangle that is land, 0..1

private:
    [[nodiscard]] std::optional<std::size_t> cell_of(Point) const noexcept;

    Rect m_frame{};
    double m_cell = 1;
    std::size_t m_columns = 0, m_rows = 0;
    std::vector<char> m_land;
};

} // namespace render
