#pragma once

#include "render/cairo/players.hpp"
#include "render/sfml/player.hpp"

#include <SFML/Graphics/RenderTexture.hpp>

namespace support {

/// What is in a texture, over white where it is transparent.
[[nodiscard]] render::Raster pixels_of(sf::RenderTexture&);

/// The whole page as the GL player draws it, at a scale of 1.
[[nodiscard]] render::Raster play_on_gl(const render::Picture&, int width_px, int height_px);

} // namespace support
