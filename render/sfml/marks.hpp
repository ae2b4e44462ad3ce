#pragma once

#include "render/sfml/mesh.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace render {

/// At least `merge_marks_from` consecutive sprites that are at most `largest_mark_px` wide and high are merged.
constexpr int largest_mark_px = 24;
constexpr std::size_t merge_marks_from = 500;

/// Draws marks, all of one clip, into one image, which is added to the mesh. Returns a sprite that scales with the
/// view; empty when the image would be too large for a texture.
[[nodiscard]] std::optional<Sprite> merge_marks(const std::vector<Sprite>& marks, Mesh&);

} // namespace render
