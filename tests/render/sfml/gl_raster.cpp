#include "tests/render/sfml/gl_raster.hpp"

#include "tests/render/sfml/virtual_display.hpp"

#include <stdexcept>

namespace support {

render::Raster pixels_of(sf::RenderTexture& texture) {
    const sf::Image image = texture.getTexture().copyToImage();
    const auto [width, height] = image.getSize();
    render::Raster raster{static_cast<int>(width), static_cast<int>(height), {}};
    raster.rgb.reserve(std::size_t{3} * width * height);
    const sf::Uint8* pixel = image.getPixelsPtr();
    for (std::size_t i = 0; i < std::size_t{width} * height; ++i, pixel += 4)
        for (int c = 0; c < 3; ++c)
            raster.rgb.push_back(static_cast<std::uint8_t>(pixel[c] + 255 - pixel[3]));
    return raster;
}

render::Raster play_on_gl(const render::Picture& picture, int width_px, int height_px) {
    need_display();
    sf::RenderTexture target;
    if (!target.create(static_cast<unsigned>(width_px), static_cast<unsigned>(height_px)))
        throw std::runtime_error{"cannot create a texture to draw into"};
    const auto& paper = picture.background;
    target.clear(sf::Color{paper.r, paper.g, paper.b});
    render::GlPlayer player;
    const double px_per_mm = width_px / picture.width_mm;
    const render::UploadedMesh mesh{render::make_mesh(picture, px_per_mm)};
    player.draw_shapes(target, mesh, {.px_per_mm = px_per_mm});
    player.draw_sprites(target, mesh, {.px_per_mm = px_per_mm});
    target.display();
    return pixels_of(target);
}

} // namespace support
