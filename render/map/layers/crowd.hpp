#pragma once

#include "render/map/layers/assets_in_frame.hpp"

#include <cstdint>
#include <vector>

/// Maps with more assets than can be symbols without pushing each other off their positions.
namespace render {

/// More drawn assets than this are a crowd; and no more than this of a crowd are symbols, marked ones not counted.
constexpr std::size_t crowd_limit = 150;

/// Points of a page, to be asked whether one is alone within a distance.
class Neighbours {
public:
    /// `reach_mm` > 0: the greatest distance that will be asked for.
    Neighbours(std::vector<Point>, double reach_mm);
    /// No other point within `distance_mm` (at most the reach) of this one, given by its place in the list.
    [[nodiscard]] bool alone(std::size_t point, double distance_mm) const;

private:
    [[nodiscard]] std::size_t cell(double column, double row) const noexcept;

    std::vector<Point> m_points;
    double m_left = 0, m_top = 0, m_reach;
    std::size_t m_columns = 1, m_rows = 1;
    std::vector<std::uint32_t> m_first; ///< of each cell in m_order
    std::vector<std::uint32_t> m_order; ///< points by cell
};

/// Decides who stands on its position, on another if need be: all of a crowd, and of few those that feeds heard, whose
/// place is exact. Of these, symbols are those with room around them (the more the more there are of them) and the
/// marked ones; the others become dots.
void thin_out(const MapDrawing&, std::vector<DrawnAsset>&);

/// Which of them a name is tried for. Of few all; of a crowd the marked ones, and in every part of the map those that a
/// reader can tell from their neighbours, the symbols and the most important first.
[[nodiscard]] std::vector<char> worth_naming(const MapDrawing&, const std::vector<DrawnAsset>&);

} // namespace render
