#pragma once

#include "render/map/layers/assets_in_frame.hpp"

#include <cstdint>
#include <vector>

/// Maps with so many assets that symbols would push each other off their positions.
namespace render {

constexpr double dot_share_of_size = 0.4; ///< diameter of a dot by SymbolStyle::size_mm

/// More drawn assets than this are a crowd. At most this many unmarked assets of a crowd are symbols.
constexpr std::size_t crowd_limit = 150;

/// Points on a page, indexed to find out whether a point has neighbours within a distance.
class Neighbours {
public:
    /// `max_distance_mm` > 0 is the greatest distance for which is_alone() may be called.
    Neighbours(std::vector<Point>, double max_distance_mm);
    /// Whether no other point lies within `distance_mm` of the point with this index.
    [[nodiscard]] bool is_alone(std::size_t point, double distance_mm) const;

private:
    [[nodiscard]] std::size_t cell(double column, double row) const noexcept;

    std::vector<Point> m_points;
    double m_left = 0, m_top = 0, m_cell_mm;
    std::size_t m_columns = 1, m_rows = 1;
    std::vector<std::uint32_t> m_first; ///< where each cell begins in m_order
    std::vector<std::uint32_t> m_order; ///< indices of the points, sorted by cell
};

/// Sets DrawnAsset::crowd for the assets that stay on their exact positions even where these overlap: in a crowd all
/// but stand-ins, on other maps the contacts of feeds. Of these, marked assets and assets with room around them stay
/// symbols; the others become dots. The more assets there are, the more room a symbol needs.
void classify_crowd(const MapDrawing&, std::vector<DrawnAsset>&);

/// For each asset, whether its name is requested. Up to `crowd_limit` assets are all named. Beyond it, stand-ins and
/// marked assets are named and, in each part of the map, the most important other asset that can be told from its
/// neighbours, symbols before dots.
[[nodiscard]] std::vector<char> choose_named(const MapDrawing&, const std::vector<DrawnAsset>&);

} // namespace render
