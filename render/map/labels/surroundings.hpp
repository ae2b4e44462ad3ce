#pragma once

#include "render/map/labels/candidates.hpp"
#include "render/map/labels/grid.hpp"
#include "render/map/labels/place_labels.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace render {

/// The fixed obstacles on the page: symbols, furniture, lines, coasts, a crowd's dots and the frame.
class Surroundings {
public:
    Surroundings(const Obstacles&, const Rect& frame);

    /// False when the text leaves the frame or the Earth, or when text or leader touches a symbol or furniture. Boxes
    /// that hold `own`, the point of the label, do not stop the leader, which starts there. With `may_cover_dots` the
    /// text may cover a crowd's dots.
    [[nodiscard]] bool allows(const Candidate&, Point own, bool may_cover_dots) const;
    /// Cost of the candidate itself, of crossing lines, coasts and dots, and of standing so near another symbol that a
    /// reader might take the text for its name. Infinite when more than `max_crossed_mm` of lines lie under the text.
    [[nodiscard]] double cost(const Candidate&, Point own, double max_crossed_mm);

private:
    struct Segment {
        Point a, b;
        double weight; ///< cost of each mm inside a text
    };
    void add_lines(const std::vector<std::vector<Point>>&, double weight);
    /// Whether a text above or below its own symbol has another symbol at its side, whose name it would seem to be.
    [[nodiscard]] bool stands_level_with_another(const Candidate&, Point own) const;
    [[nodiscard]] bool touches_box(const OrientedBox&, std::optional<Point> own) const;

    Rect m_frame;
    std::function<bool(const Rect&)> m_off_earth;
    std::vector<Rect> m_dots;
    std::vector<Rect> m_boxes;
    std::vector<Segment> m_segments;
    Grid m_box_grid, m_dot_grid, m_segment_grid;
    std::vector<std::uint32_t> m_seen; ///< for each segment, the query that last counted it
    std::uint32_t m_query = 0;
};

} // namespace render
