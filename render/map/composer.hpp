#pragma once

#include "render/map/compose.hpp"
#include "render/map/panels/panels.hpp"
#include "render/map/style/style_files.hpp"
#include "render/map/words/names.hpp"

#include <memory>
#include <span>

namespace render {

/// Composes figures. Caches themes, words, policies and the ground of recent views, so maps that differ only in time
/// draw the ground once. The same scenario, snapshot and figure always give the same picture. Thread-safe: one Composer
/// serves a whole program.
class Composer {
public:
    explicit Composer(StyleFolders);
    ~Composer();
    Composer(const Composer&) = delete;
    Composer& operator=(const Composer&) = delete;

    /// The whole figure. Throws geo::ProjectionError when the view cannot be projected, FigureError when the page has
    /// no room for the map or when a theme or words file does not exist (the message suggests the nearest name), and
    /// geo::ReadError when a shipped file cannot be read.
    /// With a comparison, arrows lead from the earlier positions.
    [[nodiscard]] Composition compose(const assets::Scenario&, const assets::Snapshot&, const Figure&,
                                      const Comparison* = nullptr) const;
    /// Maps of several snapshots, which are in order of time, on one page: see render/map/panels. Throws as compose()
    /// does, and as compose_panels().
    [[nodiscard]] Panels compose_panels(const assets::Scenario&, std::span<const assets::Snapshot>, const Figure&,
                                        const Comparison* = nullptr) const;

    /// Ground and overlay of the figure's map, edge to edge without furniture, for a window that moves them. Both throw
    /// as compose() does.
    [[nodiscard]] MapHalf ground(const assets::Scenario&, const assets::Snapshot&, const Figure&) const;
    [[nodiscard]] MapHalf overlay(const assets::Scenario&, const assets::Snapshot&, const Figure&) const;

    /// The words of the figure's map. Throws as compose() does.
    [[nodiscard]] std::shared_ptr<const Words> words(const assets::Scenario&, const Figure&) const;
    /// The theme of the figure's map, scaled for its page. Throws as compose() does.
    [[nodiscard]] std::shared_ptr<const Theme> theme(const assets::Scenario&, const Figure&) const;

private:
    struct Style;
    struct Cache;
    class Task;

    [[nodiscard]] Names names_of(const assets::Scenario&, const Figure&, const std::string& words_language) const;
    [[nodiscard]] std::shared_ptr<const Style> style_of(const assets::Scenario&, const Figure&) const;

    StyleFolders m_folders;
    std::unique_ptr<Cache> m_cache;
};

} // namespace render
