#pragma once

#include "render/cairo/players.hpp"
#include "render/sfml/player.hpp"

#include <SFML/Graphics/RenderTexture.hpp>

namespace support {

/// The pixels of a texture; transparent parts are blended with white.
[[nodiscard]] render::Raster pixels_of(sf::RenderTexture&);

/// The whole page as the GL player draws it at a zoom of 1. Starts a virtual display if there is none yet.
[[nodiscard]] render::Raster play_on_gl(const render::Picture&, int width_px, int height_px);

} // namespace support
