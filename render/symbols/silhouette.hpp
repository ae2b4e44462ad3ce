#pragma once

#include "assets/model/asset.hpp"
#include "render/picture/picture.hpp"

#include <vector>

namespace render {

/// The shape of a symbol in units of SymbolStyle::size_mm / 100; 0,0 is the centre, x right, y down. Ships and
/// aircraft point up (course 0).
struct Silhouette {
    std::vector<std::vector<Outline>> body; ///< areas, each even-odd in itself; they may overlap
    std::vector<Outline> gaps;              ///< in the halo's colour on a solid symbol, in the symbol's on a hollow one
    std::vector<Outline> fine_gaps;         ///< small gaps, left out where they would be specks
    bool turns = false;                     ///< turned by the course; false: always upright
};

[[nodiscard]] const Silhouette& silhouette_of(assets::AssetType);

/// Each family has its own source file. The type must belong to the family (asserted).
[[nodiscard]] Silhouette ship_silhouette(assets::AssetType); ///< warships too
[[nodiscard]] Silhouette warship_silhouette(assets::AssetType);
[[nodiscard]] Silhouette aircraft_silhouette(assets::AssetType);
[[nodiscard]] Silhouette upright_silhouette(assets::AssetType);

/// Draws one outline; curves are flattened.
class Pen {
public:
    Pen(double x, double y) : m_points{{x, y}} {}
    Pen& line(double x, double y);
    /// A cubic curve with two control points.
    Pen& curve(Point c1, Point c2, Point end);
    [[nodiscard]] Outline closed() const;
    /// Adds the mirror image of a right half that was drawn from the axis x = 0 downwards and back to the axis.
    [[nodiscard]] Outline mirrored() const;

private:
    std::vector<Point> m_points;
};

[[nodiscard]] Outline disc(Point centre, double radius);
[[nodiscard]] Outline box(double x, double y, double width, double height);
/// A box centred on the axis x = 0, from y down to y + height.
[[nodiscard]] Outline centred_box(double y, double width, double height);
/// A straight bar with round ends.
[[nodiscard]] Outline bar(Point from, Point to, double width);
/// The outline and its mirror image in the axis x = 0.
[[nodiscard]] std::vector<Outline> both_sides(const Outline&);

} // namespace render
