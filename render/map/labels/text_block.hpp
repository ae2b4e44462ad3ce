#pragma once

#include "render/map/labels/oriented_box.hpp"
#include "render/map/scene.hpp"

#include <string>
#include <vector>

namespace render {

enum class Align { Left, Centre, Right };

/// The typeset lines of a label, one below the other. The block's box is tight: from the capitals of the first line to
/// the descenders of the last.
struct TextBlock {
    struct Line {
        TypesetLine text;
        double baseline_mm; ///< from the block's top
    };
    std::vector<Line> lines;
    double w_mm = 0, h_mm = 0;
    double optical_mm = 0; ///< from the top to the last baseline, for optical centring

    /// The drawing commands, in page mm, of the block in `box`, which must have the block's size.
    [[nodiscard]] std::vector<DrawText> commands(const OrientedBox& box, double angle_deg, Align) const;
};

/// The text in two rows of about equal length; as it is when it has no space.
[[nodiscard]] std::vector<std::string> in_two_rows(const std::string& text);

[[nodiscard]] TextBlock set_block(const LabelRequest&, const Typesetter&);
/// The block of LabelRequest::far_lines; empty when there are none.
[[nodiscard]] TextBlock set_far_block(const LabelRequest&, const Typesetter&);

} // namespace render
