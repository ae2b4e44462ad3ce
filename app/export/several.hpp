#pragma once

#include "app/export/render_figure.hpp"
#include "assets/timeline/change/compare.hpp"

#include <string>
#include <utility>
#include <vector>

/// Figures that show several instants: several maps, or one with arrows from earlier positions.
namespace app {

struct ComposedSeveral {
    std::vector<assets::Snapshot> snapshots;  ///< in the order of the instants
    std::vector<assets::AssetChange> changes; ///< of a comparison
    render::Composition page;                 ///< the whole picture
    std::vector<render::Composition> maps;    ///< on the page, one for each snapshot; empty with arrows
};

/// Composes the figure of a request with several instants; the job needs no snapshot. Throws what render::Composer
/// throws.
[[nodiscard]] ComposedSeveral compose_several(const FigureJob&);

/// As render_sidecars(). Alternative text, caption and fact check say what each map shows, and what a comparison finds.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> several_sidecars(const FigureJob&,
                                                                                const ComposedSeveral&);

} // namespace app
