#pragma once

/// How our panels look: the colours of the map's own themes, so that window and page are one product.
namespace app {

/// Sets Dear ImGui's style. `scale`: pixels a logical pixel.
void set_style(bool dark, float scale);

} // namespace app
