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

/// Figures as bytes, for the command line, the export dialog and the clipboard.
namespace app {

/// Everything needed to render a figure, as a value for a worker.
struct FigureJob {
    std::shared_ptr<const assets::Scenario> scenario; ///< the snapshot points into this scenario
    std::shared_ptr<const assets::Snapshot> snapshot; ///< see figure_snapshot()
    ExportRequest request;
    std::shared_ptr<const render::Composer> composer; ///< may be shared with a window, to reuse the ground it keeps
};

/// Called before each step with the name of the step and the share that is done, 0..1. It may throw to cancel; no file
/// has been written then.
using RenderStep = std::function<void(const char* what, float share)>;

/// Composes the figure of a job. Throws what render::Composer throws.
[[nodiscard]] render::Composition compose_figure(const FigureJob&);

/// The bytes of the picture's file. The request must have a format. `composed` may be a composition of this job, which
/// is then not composed again. Throws what compose_figure() and `step` throw, and std::runtime_error when the picture
/// cannot be drawn.
[[nodiscard]] std::string render_figure(const FigureJob&, const RenderStep& step = {},
                                        const render::Composition* composed = nullptr);

/// The requested texts beside the picture, as pairs of path and text.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> render_sidecars(const FigureJob&,
                                                                               const render::Composition&);

/// Width and height in pixels of the picture's PNG.
[[nodiscard]] std::pair<int, int> png_size(const FigureJob&, const render::Picture&);

/// The picture at the largest size that fits into `width_px` x `height_px`.
[[nodiscard]] render::Raster render_preview(const render::Picture&, int width_px, int height_px);

} // namespace app
