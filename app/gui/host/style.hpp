#pragma once

/// The look of the panels. Their colours are those of the map's themes, so that window and page match.
namespace app {

/// Sets Dear ImGui's style. `scale`: pixels per logical pixel.
void set_style(bool dark, float scale);

} // namespace app
