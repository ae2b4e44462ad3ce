#pragma once

#include "render/map/scene.hpp"

#include <filesystem>

namespace render {

struct Composition {
    Picture picture;
    Layout layout;
    Visible visible;
};

/// Where themes, words and policy files lie.
struct StyleFolders {
    std::filesystem::path themes, words, policy;
};

/// Composes the whole figure. Pure: same scenario, snapshot and figure give the same picture. Throws
/// geo::ProjectionError for a view that cannot be made, FigureError for a page without room or a theme or words file
/// that is not there (naming the nearest), and geo::ReadError for a shipped file that cannot be read.
[[nodiscard]] Composition compose(const assets::Scenario&, const assets::Snapshot&, const Figure&, const StyleFolders&);

} // namespace render
