#pragma once

#include "render/sfml/mesh.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace render {

/// Symbols no larger than this on a side, so many of them or more one after the other, are drawn as one.
constexpr int largest_mark_px = 24;
constexpr std::size_t mark_together_from = 500;

/// One image of them all, added to the mesh's, as a sprite that scales with the view. They must have the same clip.
/// Empty when the page is too large for a texture.
[[nodiscard]] std::optional<Sprite> together(const std::vector<Sprite>& marks, Mesh&);

} // namespace render
