#pragma once

#include "render/sfml/mesh.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace render {

/// A mark is a small sprite, at most `largest_mark_px` wide and high. Runs of at least
/// `merge_marks_from` consecutive marks are merged.
constexpr int largest_mark_px = 24;
constexpr std::size_t merge_marks_from = 500;

/// Draws marks that share a clip into one image, which is added to the mesh. Returns a sprite that scales with the
/// view; empty when the image would be too large for a texture or outside the page.
[[nodiscard]] std::optional<Sprite> merge_marks(const std::vector<Sprite>& marks, Mesh&);

} // namespace render
