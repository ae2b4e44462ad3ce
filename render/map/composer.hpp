#pragma once

#include "render/map/compose.hpp"
#include "render/map/style/style_files.hpp"

#include <memory>

namespace render {

/// Composes figures. Reads themes, words and policies once, and keeps the ground of the last views, so that maps that
/// differ in time only pay for it once. The same scenario, snapshot and figure give the same picture, whatever was
/// composed before. Thread-safe: one Composer serves a whole program.
class Composer {
public:
    explicit Composer(StyleFolders);
    ~Composer();
    Composer(const Composer&) = delete;
    Composer& operator=(const Composer&) = delete;

    /// The whole figure. Throws geo::ProjectionError for a view that cannot be made, FigureError for a page without
    /// room or a theme or words file that is not there (naming the nearest), and geo::ReadError for a shipped file that
    /// cannot be read.
    [[nodiscard]] Composition compose(const assets::Scenario&, const assets::Snapshot&, const Figure&) const;

    /// The halves of the figure's map, edge to edge, for a window that moves them. Throw as compose() does.
    [[nodiscard]] MapHalf ground(const assets::Scenario&, const assets::Snapshot&, const Figure&) const;
    [[nodiscard]] MapHalf overlay(const assets::Scenario&, const assets::Snapshot&, const Figure&) const;

    /// The words that the figure is written in. Throws as compose() does for a words file.
    [[nodiscard]] std::shared_ptr<const Words> words(const assets::Scenario&, const Figure&) const;

private:
    struct Style;
    struct Kept;
    class Task;

    [[nodiscard]] std::shared_ptr<const Style> style_of(const assets::Scenario&, const Figure&) const;

    StyleFolders m_folders;
    std::unique_ptr<Kept> m_kept;
};

} // namespace render
