#pragma once

#include "app/figure/export_request.hpp"
#include "assets/timeline/snapshot.hpp"
#include "render/cairo/players.hpp"
#include "render/map/composer.hpp"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// A figure as bytes, for the command line, the export dialog and the clipboard alike.
namespace app {

/// All that a figure is rendered from, as a value that a worker can be given.
struct FigureJob {
    std::shared_ptr<const assets::Scenario> scenario; ///< what the snapshot points into
    std::shared_ptr<const assets::Snapshot> snapshot; ///< see figure_snapshot()
    ExportRequest request;
    std::shared_ptr<const render::Composer> composer; ///< may be shared with a window, whose ground it keeps
};

/// Told before each step what comes next and how much is behind, 0..1. It may throw; nothing has been written then.
using RenderStep = std::function<void(const char* what, float share)>;

/// Throws what render::Composer throws.
[[nodiscard]] render::Composition compose_figure(const FigureJob&);

/// The bytes of the picture's file in the format that the request names; it must name one. `composed`: of the same job,
/// when there is one; it is not composed again then. Throws what compose_figure() and `step` throw, and
/// std::runtime_error where the picture cannot be drawn.
[[nodiscard]] std::string render_figure(const FigureJob&, const RenderStep& step = {},
                                        const render::Composition* composed = nullptr);

/// The texts that are wanted beside the picture, each with the path of its file.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> render_sidecars(const FigureJob&,
                                                                               const render::Composition&);

/// Width and height in pixels of the picture's PNG.
[[nodiscard]] std::pair<int, int> png_size(const FigureJob&, const render::Picture&);

/// The picture as large as fits into so many pixels.
[[nodiscard]] render::Raster render_preview(const render::Picture&, int width_px, int height_px);

} // namespace app
