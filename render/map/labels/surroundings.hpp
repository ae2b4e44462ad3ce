#pragma once

#include "render/map/labels/candidates.hpp"
#include "render/map/labels/grid.hpp"
#include "render/map/labels/place_labels.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace render {

/// What stands on the page already and never moves: symbols and furniture, lines, coasts, the frame.
class Surroundings {
public:
    Surroundings(const Obstacles&, const Rect& frame);

    /// False when the text, or the leader, leaves the frame or touches a symbol or furniture. A leader may start at
    /// what its label belongs to: boxes that hold `own` do not stop it.
    [[nodiscard]] bool allows(const Candidate&, Point own, bool over_dots) const;
    /// For crossing lines, coasts and dots, and for standing so near another symbol that a reader might take it for its
    /// name. Infinite when more than `most_mm` of lines lie under the text.
    [[nodiscard]] double cost(const Candidate&, Point own, double most_mm);

private:
    struct Segment {
        Point a, b;
        double weight; ///< cost a mm inside a text
    };
    void add_lines(const std::vector<std::vector<Point>>&, double weight);
    [[nodiscard]] bool touches_box(const OrientedBox&, std::optional<Point> own) const;

    Rect m_frame;
    std::vector<Rect> m_dots;
    std::vector<Rect> m_boxes;
    std::vector<Segment> m_segments;
    Grid m_box_grid, m_dot_grid, m_segment_grid;
    std::vector<std::uint32_t> m_seen; ///< last question in which a segment was counted
    std::uint32_t m_question = 0;
};

} // namespace render
