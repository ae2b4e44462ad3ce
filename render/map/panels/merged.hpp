#pragma once

#include "render/map/scene.hpp"

#include <vector>

/// What several maps on one page have in common.
namespace render {

/// Adds what another map shows.
void add_visible(Visible&, const Visible& other);

/// Adds the rows of another map's legend that are not there yet, each below the row that it follows there.
void add_rows(std::vector<LegendRow>&, const std::vector<LegendRow>& other);

/// Adds the items of a map, what it leaves out and what it does not show, to the layout of the page on which the map's
/// top left lies at `by`.
void add_moved(Layout& page, const Layout& map, Point by);

} // namespace render
