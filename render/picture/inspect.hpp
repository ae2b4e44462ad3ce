#pragma once

#include "render/picture/picture.hpp"

#include <optional>
#include <string>
#include <vector>

namespace render {

/// The picture as text for golden tests: one command a line, numbers to 0.01 mm; text by its words, font, size, origin
/// and width, never by glyph ids.
[[nodiscard]] std::string dump(const Picture&);

/// The smallest rectangle that holds what a list of commands draws (stroke widths and halos included); empty when it
/// draws nothing.
[[nodiscard]] std::optional<Rect> bounds(const std::vector<Command>&);

/// Tags of the tagged groups under a point, topmost first. A stroke counts within `reach_mm` of its centre line.
[[nodiscard]] std::vector<Tag> hit_test(const Picture&, Point, double reach_mm);

} // namespace render
